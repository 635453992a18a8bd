"""What is tried, area by area: each takes how much and a seed, and tells every try.

An area yields once a try: nothing where it held, else a sentence that says what did not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

#: what one area tells, try by try
Tries = Iterator[str | None]


@dataclass(frozen=True)
class Area:
    """One area: how much of it is tried, and how."""

    name: str
    what: str
    full: int
    quick: int
    run: Callable[[int, int], Tries]


@dataclass
class Tried:
    """What came of one area."""

    count: int = 0
    failures: list[str] = field(default_factory=list)
    seconds: float = 0.0


AREAS: dict[str, Area] = {}


def area(what: str, *, full: int, quick: int) -> Callable[..., Callable[[int, int], Tries]]:
    """Registers a function as an area of its name; imports what it needs when it runs."""

    def register(run: Callable[[int, int], Tries]) -> Callable[[int, int], Tries]:
        name = run.__name__.replace("_", "-")
        AREAS[name] = Area(name, what, full, quick, run)
        return run

    return register


# imported for what they register, in the order of the table
import text  # noqa: E402, F401, I001
import disks  # noqa: E402, F401

import company  # noqa: E402, F401
