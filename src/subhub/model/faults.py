"""Faults: what no document may hold, whichever way it comes in; the limits are in ``limits``."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from subhub.errors import DocumentError, Problem
from subhub.inert import CONTROLS, spelled
from subhub.model.limits import ITEMS, LEVELS, NUMBER, PROBLEMS, TEXT, VALUES

#: the same mistakes in a key
_OF_KEYS: Final = {"text_too_long": "key_too_long", "control_in_value": "control_in_key"}
Path = tuple[str | int, ...]


class Fault(NamedTuple):
    """A value that no document may hold: where, the code of what is wrong, and what it says."""

    path: Path
    code: str
    value: str
    told: Mapping[str, Any]

    def problem(self, file: str = "", line: int | None = None) -> Problem:
        """The same as a problem of a document."""
        return Problem(
            self.code, field=dotted(self.path), value=self.value, file=file, line=line, **self.told
        )


def check(value: object) -> None:
    """Raise :class:`DocumentError` with what in ``value`` no document may hold.

    >>> check({"invoices": [1] * 400_000})  # doctest: +ELLIPSIS
    Traceback (most recent call last):
    ...
    subhub.errors.DocumentError: invoices: holds 400000 entries; at most 1000 are read; leave ...
    """
    problems = [fault.problem() for fault in faults(value)]
    if problems:
        raise DocumentError(problems)


def faults(value: object) -> Iterator[Fault]:
    """Everything in ``value`` that no document may hold, up to so many problems.

    >>> [fault.code for fault in faults({"id": "a\\x1b", "price": float("nan")})]
    ['control_in_value', 'not_finite']
    """
    return _Walk().faults(value)


def dotted(path: Path) -> str:
    """A path as problems name it: ``invoices.0.amount``."""
    return ".".join(spelled(part, 40) for part in path)


class _Walk:
    """Goes through one document; counts, so that it ends soon whatever that holds."""

    def __init__(self) -> None:
        self._values = self._problems = 0

    def faults(self, value: object, path: Path = ()) -> Iterator[Fault]:
        """What is wrong with a value and all that it holds."""
        for fault in self._within(value, path):
            self._problems += 1
            if self._problems > PROBLEMS:
                return
            yield fault

    def _within(self, value: object, path: Path) -> Iterator[Fault]:
        if isinstance(value, Mapping | list | tuple):
            yield from self._collection(value, path)
        elif (found := _single(value)) is not None:
            code, told = found
            yield Fault(path, code, spelled(value), told)

    def _collection(
        self, value: Mapping[Any, Any] | list[Any] | tuple[Any, ...], path: Path
    ) -> Iterator[Fault]:
        if len(path) >= LEVELS:
            yield Fault(path, "too_deep", "", {"levels": LEVELS})
            return
        if len(value) > ITEMS:
            yield Fault(path, "too_many_items", "", {"count": len(value), "most": ITEMS})
            return
        self._values += len(value)
        if self._values > VALUES:
            if self._values - len(value) <= VALUES:  # told once
                yield Fault(path, "too_many_values", "", {"most": VALUES})
            return
        keyed = isinstance(value, Mapping)
        for key, item in value.items() if isinstance(value, Mapping) else enumerate(value):
            if keyed and isinstance(key, str) and (found := _text(key)) is not None:
                code, told = found
                yield Fault(path, _OF_KEYS[code], spelled(key), told)
                continue
            yield from self._within(item, (*path, key))


def _single(value: object) -> tuple[str, Mapping[str, Any]] | None:
    """The code of what is wrong with one value, and what its sentence says."""
    if isinstance(value, str):
        return _text(value)
    if isinstance(value, float) and not math.isfinite(value):
        return "not_finite", {}
    if isinstance(value, int) and not -NUMBER <= value < NUMBER:
        return "number_too_large", {"digits": len(str(NUMBER)) - 1}
    return None


def _text(text: str) -> tuple[str, Mapping[str, Any]] | None:
    if len(text) > TEXT:
        return "text_too_long", {"length": len(text), "most": TEXT}
    if text.isascii() and text.isprintable():
        return None
    found = CONTROLS.search(text)
    sign = found[0] if found else "\r" if "\r" in text else ""
    return ("control_in_value", {"sign": f"U+{ord(sign):04X}"}) if sign else None
