"""How much is tried before an output is left open: counted in steps, never in time."""

from __future__ import annotations

from typing import NamedTuple


class Spent(Exception):
    """More would have to be tried than the budget allows, or the theory cannot tell."""


class Budget(NamedTuple):
    """How much is tried for one output.

    ``related`` are questions about facts that are compared with one another, ``ways`` the ways
    of filling in that one table holds, ``splits`` how often a larger question is divided into
    cases. Beyond any of them an output is left unknown and said not to be settled.
    """

    related: int = 5000
    ways: int = 1 << 17
    splits: int = 60


USUAL = Budget()
