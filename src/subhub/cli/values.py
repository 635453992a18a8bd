"""What was asked, modes, days and values of facts as people write them."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from subhub.cli.asking import Asked
    from subhub.words import Words


def about(asked: Asked, said: Words, *more: str) -> str:
    """What was asked, in a line: platform, the user's name for it, and more."""
    parts = [asked.question.adapter.title, asked.question.subscription.id, *more]
    return " · ".join(part for part in parts if part)


def mode_name(mode: str | None, said: Words) -> str:
    """A mode as people call it; nothing where there is no choice."""
    return said.say(f"mode-{mode}") if mode else ""


def said_day(said: Words, iso: str | None, *, weekday: bool = False) -> str:
    """A day of the JSON document as people write it; nothing for none."""
    return said.day(date.fromisoformat(iso), weekday=weekday) if iso else ""


def said_value(said: Words, fact: str, value: object) -> str:
    """A value of a fact: a code by its name, a day and an amount as people write them."""
    from subhub.model.durations import Duration
    from subhub.model.money import Money

    if value is None:
        return said.say("ui-not-known")
    if isinstance(value, str):
        return said.say(f"{fact}-{value}") if said.has(f"{fact}-{value}") else value
    if isinstance(value, bool):
        return said.say("ui-yes" if value else "ui-no")
    if isinstance(value, date):
        return said.day(value)
    if isinstance(value, Duration):
        both = "ui-months-and-days" if value.days else "ui-months"
        message = both if value.months else "ui-days"
        return said.say(message, months=value.months, days=value.days)
    return said.money(value) if isinstance(value, Money) else str(value)
