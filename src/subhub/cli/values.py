"""Days and values of facts as people write them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from subhub.words import Words


def said_day(said: Words, iso: str | None, *, weekday: bool = False) -> str:
    """A day of the JSON document as people write it; nothing for none."""
    return said.day(date.fromisoformat(iso), weekday=weekday) if iso else ""


def said_value(said: Words, fact: str, value: object) -> str:
    """A value of a fact: a code by its name, a day and an amount as people write them."""
    from subhub.model.money import Money

    if value is None:
        return said.say("ui-not-known")
    if isinstance(value, str):
        return said.say(f"{fact}-{value}") if said.has(f"{fact}-{value}") else value
    if isinstance(value, bool):
        return said.say("ui-yes" if value else "ui-no")
    if isinstance(value, date):
        return said.day(value)
    return said.money(value) if isinstance(value, Money) else str(value)
