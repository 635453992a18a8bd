"""Value: what a document tells as one fact: yes or no, a count, a day, an amount or a code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator

from subhub.model.frozen import FrozenDict
from subhub.model.money import Money

_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONEY = re.compile(r"-?\d+(\.\d+)? [A-Z]{3}")
_KINDS = frozenset({bool, int, date, Money, str})


def _from_json(value: object) -> object:
    """A day or an amount where JSON had to write it as text."""
    if isinstance(value, str):
        with suppress(ValueError):
            if _DAY.fullmatch(value):
                return date.fromisoformat(value)
            if _MONEY.fullmatch(value):
                return Money.parse(value)
    return value


Value = Annotated[bool | int | date | Money | str, BeforeValidator(_from_json)]


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
