"""Value: what a document tells as one fact: a yes or no, a count, day, duration, amount or code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator

from subhub.model.durations import Duration
from subhub.model.frozen import FrozenDict
from subhub.model.money import Money

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONEY = re.compile(r"-?\d+(\.\d+)? [A-Z]{3}")
_DURATION = re.compile(r"(\d+ months?)?( ?\d+ days?)?")
_KINDS = frozenset({bool, int, date, Duration, Money, str})


def _from_json(value: object) -> object:
    """A day, an amount or a duration where JSON had to write it as text."""
    if isinstance(value, str):
        with suppress(ValueError):
            if _DAY.fullmatch(value):
                return date.fromisoformat(value)
            if _MONEY.fullmatch(value):
                return Money.parse(value)
            if value and _DURATION.fullmatch(value):
                return Duration.parse(value)
    return value


Value = Annotated[bool | int | date | Money | Duration | str, BeforeValidator(_from_json)]


def told(facts: Mapping[str, Any], *, without: Iterable[str] = ()) -> FrozenDict[Value]:
    """The facts that are known and are single values.

    >>> told({"status": "active", "price": None, "invoices": (), "id": "a"}, without=["id"])
    FrozenDict({'status': 'active'})
    """
    return FrozenDict(
        {
            name: value
            for name, value in facts.items()
            if type(value) in _KINDS and name not in without
        }
    )
