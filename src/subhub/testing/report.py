"""What came of every scenario: passed, failed or skipped, and why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from subhub.testing.scenario import Scenario

#: of one scenario, so many findings are told; the others are counted
TOLD = 3


@dataclass(frozen=True)
class Outcome:
    """One scenario's: why it was skipped, or what it found."""

    scenario: Scenario
    found: tuple[str, ...] = ()
    skipped: str = ""

    @property
    def state(self) -> Literal["passed", "failed", "skipped"]:
        """In one word."""
        if self.skipped:
            return "skipped"
        return "failed" if self.found else "passed"

    def __str__(self) -> str:
        """A line, and one below it for each finding that is told."""
        title = self.scenario.title
        if self.skipped:
            return f"{self.scenario.number:2} skipped  {title}: skipped because {self.skipped}"
        left = len(self.found) - TOLD
        more = [f"and {left} more"] if left > 0 else []
        told = (each.replace("\n", "\n     ") for each in (*self.found[:TOLD], *more))
        return "\n   - ".join([f"{self.scenario.number:2} {self.state:7}  {title}", *told])


@dataclass(frozen=True)
class Report:
    """What came of all scenarios for one adapter; its text lists every one."""

    platform: str
    outcomes: tuple[Outcome, ...]

    @property
    def failed(self) -> tuple[Outcome, ...]:
        """The scenarios that found something."""
        return tuple(each for each in self.outcomes if each.state == "failed")

    @property
    def skipped(self) -> tuple[Outcome, ...]:
        """The scenarios that could not be tried here."""
        return tuple(each for each in self.outcomes if each.state == "skipped")

    def __str__(self) -> str:
        counted = Counter(each.state for each in self.outcomes)
        sums = ", ".join(f"{counted[state]} {state}" for state in ("passed", "failed", "skipped"))
        return "\n".join([f"adapter `{self.platform}`: {sums}", *map(str, self.outcomes)])
