"""A document as it is kept: what JSON could hold, and frozen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from decimal import Decimal
from typing import Any

from pydantic import BaseModel

from subhub.errors import DocumentError, Problem
from subhub.model.frozen import FrozenDict
from subhub.model.limits import LEVELS
from subhub.model.money import Money


def keep(value: object, path: tuple[str, ...] = ()) -> Any:
    """A value of a document for good: days and amounts as text, lists as tuples.

    >>> from datetime import date
    >>> keep({"started_on": date(2026, 11, 10), "invoices": [{"id": "a"}]})
    FrozenDict({'started_on': '2026-11-10', 'invoices': (FrozenDict({'id': 'a'}),)})

    Raises :class:`DocumentError` for what no document can hold.
    """
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Money | Decimal):
        return str(value)
    if len(path) >= LEVELS:
        raise DocumentError([_too_deep(path)])
    if isinstance(value, BaseModel):
        value = value.model_dump(mode="json", exclude_none=True)
    if isinstance(value, Mapping):
        return FrozenDict({str(key): keep(each, (*path, str(key))) for key, each in value.items()})
    if isinstance(value, list | tuple):
        return tuple(keep(each, (*path, str(index))) for index, each in enumerate(value))
    raise DocumentError([_strange(value, path)])


def plain(value: object) -> Any:
    """The same as dicts and lists, new ones each time.

    >>> plain(keep({"invoices": ({"id": "a"},)}))
    {'invoices': [{'id': 'a'}]}
    """
    if isinstance(value, Mapping):
        return {name: plain(each) for name, each in value.items()}
    return [plain(each) for each in value] if isinstance(value, tuple) else value


def _too_deep(path: tuple[str, ...]) -> Problem:
    return Problem("too_deep", field=path[0], levels=LEVELS)


def _strange(value: object, path: tuple[str, ...]) -> Problem:
    return Problem("not_a_value", field=".".join(path), type=type(value).__name__)
