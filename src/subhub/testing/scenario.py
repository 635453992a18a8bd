"""Scenario: one thing that every adapter has to keep, with a number that stays its own."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from subhub.testing.checking import AdapterCheck

#: what finds everything that is wrong: sentences that say what to change
Finder = Callable[["AdapterCheck"], Iterable[str]]


class Skipped(Exception):
    """Raised by a scenario that cannot be tried here; its text says why."""


@dataclass(frozen=True)
class Scenario:
    """``title`` says what has to be so; ``about`` how that is tried, and what to do about it."""

    number: int
    name: str
    title: str
    about: str
    find: Finder

    @property
    def id(self) -> str:
        """How tests and reports call it, such as ``06_one_rule_one_page``."""
        return f"{self.number:02}_{self.name}"


def scenario(number: int) -> Callable[[Finder], Scenario]:
    """Make a scenario of a function: its docstring is what people read of it."""

    def made(find: Finder) -> Scenario:
        title, _, about = inspect.cleandoc(find.__doc__ or "").partition("\n\n")
        return Scenario(number, find.__name__, title.removesuffix("."), about, find)

    return made
