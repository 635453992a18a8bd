"""What holds for the values of every format, checked after reading."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import Any

from subhub.documents.places import Lines, Place
from subhub.documents.trouble import LEVELS, dotted, excerpt
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
        code, sign = found
        yield _problem(code, path, value, sign, file, lines)


def _collection(
    value: dict[str, Any] | list[Any], file: str, lines: Lines, path: Place
) -> Iterator[Problem]:
    if len(path) >= LEVELS:
        line = lines.of(path)
        yield Problem("too_deep", field=dotted(path), file=file, line=line, levels=LEVELS)
        return
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        if isinstance(key, str) and (sign := _control(key)):
            yield _problem("control_in_key", path, key, sign, file, lines)
        yield from faults(item, file, lines, (*path, key))


def _problem(code: str, path: Place, value: object, sign: str, file: str, lines: Lines) -> Problem:
    return Problem(
        code, field=dotted(path), value=excerpt(value), file=file, line=lines.of(path), sign=sign
    )


def _fault(value: object) -> tuple[str, str] | None:
    """The code of what is wrong, and the sign that is."""
    if isinstance(value, str) and (sign := _control(value)):
        return "control_in_value", sign
    if isinstance(value, float) and not math.isfinite(value):
        return "not_finite", ""
    if isinstance(value, int) and not -_WIDEST <= value < _WIDEST:
        return "number_too_large", ""
    return None


def _control(value: str) -> str:
    """The first control character of a text, as Unicode numbers it; empty for none."""
    found = CONTROL.search(value) or re.search("\r", value)
    return f"U+{ord(found[0]):04X}" if found else ""
