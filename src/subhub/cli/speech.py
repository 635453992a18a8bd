"""The words of the command line: headings and labels, over those of the platform."""

from __future__ import annotations

from datetime import date
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from subhub.cli import language

if TYPE_CHECKING:
    from subhub.plugin import Adapter
    from subhub.words import Words


def speech(adapter: Adapter | None = None) -> Words:
    """The words in the language of this run; headings have ids that begin with ``ui-``."""
    return _speech(adapter, language.chosen())


@cache
def _speech(adapter: Adapter | None, lang: str) -> Words:
    from subhub.words import Words

    platform = [adapter.locale()] if adapter is not None else []
    return Words(lang, *platform, files("subhub.cli") / "locale")


def spoken_day(said: Words, iso: str | None, *, weekday: bool = False) -> str:
    """A day of the JSON document as people write it; nothing for none."""
    return said.day(date.fromisoformat(iso), weekday=weekday) if iso else ""


def spoken_value(said: Words, fact: str, value: object) -> str:
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
