"""The scenarios, in the order of their numbers; a number is never given to another one."""

from __future__ import annotations

from subhub.testing.scenario import Scenario
from subhub.testing.scenarios import answers, limits, package, proofs, tables, words, written

#: everything else rests on this one
LOADS = package.loads
SCENARIOS: tuple[Scenario, ...] = tuple(
    sorted(
        (
            each
            for module in (package, written, words, answers, proofs, limits, tables)
            for each in vars(module).values()
            if isinstance(each, Scenario)
        ),
        key=lambda each: each.number,
    )
)
