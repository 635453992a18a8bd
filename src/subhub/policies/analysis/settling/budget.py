"""How much is tried before an output is left open: counted in steps, never in time."""

from __future__ import annotations

from typing import NamedTuple


class Spent(Exception):
    """More would have to be tried than the budget allows, or the theory cannot tell."""


class Budget(NamedTuple):
    """How much is tried for one output.

    ``related`` are questions about facts that are compared with one another, ``ways`` the ways
    of filling in that one table holds, ``cases`` into how many a larger question is divided,
    ``dimensions`` how many facts, or facts together, it may hang on. Past any of them
    facts are named without a proof; ``examples`` are looked for then that show that they matter.
    Where one is not shown to, the output is unknown and said not to be settled.
    """

    related: int = 5000
    ways: int = 1 << 17
    cases: int = 240
    dimensions: int = 200
    examples: int = 60


USUAL = Budget()
