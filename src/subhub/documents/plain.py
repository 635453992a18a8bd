"""What holds for the values of every format, checked after reading."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from subhub.documents.places import Lines
from subhub.errors import Problem
from subhub.model import faults as found


def whole(written: str) -> int:
    """The integer that ``written`` spells.

    Only the first digits count: they are enough for :func:`faults` to refuse a number that
    is too large, and converting a million digits takes minutes.
    """
    return int(written[:40])


def faults(value: Any, file: str, lines: Lines) -> Iterator[Problem]:
    """Everything in ``value`` that no document may hold, with its line."""
    for fault in found.faults(value):
        yield fault.problem(file, lines.of(fault.path))
