"""What holds for the values of every format, checked after reading."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

from subhub.documents.places import Lines, Place
from subhub.documents.trouble import DEEP, LEVELS, dotted, excerpt
from subhub.errors import Problem

CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""Control characters but tab and line ends; with them the signs that turn the direction of
writing, end a line unseen, or are no characters, so that what is shown is what is there."""

_WIDEST = 2**63


def whole(written: str) -> int:
    """The integer that ``written`` spells.

    Only the first digits count: they are enough for :func:`faults` to refuse a number that
    is too large, and converting a million digits takes minutes.
    """
    return int(written[:40])


def faults(value: Any, file: str, lines: Lines, path: Place = ()) -> Iterator[Problem]:
    """Everything in ``value`` that no format may bring in."""
    if isinstance(value, dict | list):
        yield from _collection(value, file, lines, path)
    elif found := _fault(value):
        message, hint, code = found
        yield Problem(message, dotted(path), excerpt(value), hint, file, lines.of(path), code)


def _collection(
    value: dict[str, Any] | list[Any], file: str, lines: Lines, path: Place
) -> Iterator[Problem]:
    if len(path) >= LEVELS:
        message = f"is nested deeper than {LEVELS} levels"
        yield Problem(message, dotted(path), "", DEEP, file, lines.of(path), "too_deep")
        return
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(key, str) and (found := _of_text(key)):
            message, hint, code = found
            yield Problem(
                f"the key {message}", dotted(path), excerpt(key), hint, file, lines.of(path), code
            )
        yield from faults(item, file, lines, (*path, key))


def _fault(value: object) -> tuple[str, str, str] | None:
    if isinstance(value, str):
        return _of_text(value)
    if isinstance(value, float) and not math.isfinite(value):
        hint = "leave out what is not known; write an amount as text, such as `216.00 USD`"
        return f"`{excerpt(value)}` is not a finite number", hint, "not_finite"
    if isinstance(value, int) and not -_WIDEST <= value < _WIDEST:
        return (
            f"`{excerpt(value)}` is too large a number",
            "put it in quotes if it is an id",
            "number_too_large",
        )
    return None


def _of_text(value: str) -> tuple[str, str, str] | None:
    found = CONTROL.search(value) or re.search("\r", value)
    if not found:
        return None
    sign = f"U+{ord(found[0]):04X}"
    return f"`{excerpt(value)}` holds the control character {sign}", "remove it", "control"
