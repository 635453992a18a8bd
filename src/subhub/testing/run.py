"""A run through the scenarios: each is tried once, and nothing rests on one that failed to load."""

from __future__ import annotations

from dataclasses import dataclass, field

from subhub.testing.checking import AdapterCheck
from subhub.testing.places import crashed
from subhub.testing.report import Outcome, Report
from subhub.testing.scenario import Scenario, Skipped
from subhub.testing.scenarios import LOADS, SCENARIOS


@dataclass(eq=False)
class Run:
    """What came of the scenarios so far."""

    check: AdapterCheck
    _outcomes: dict[int, Outcome] = field(default_factory=dict)

    def outcome(self, scenario: Scenario) -> Outcome:
        """What came of one scenario."""
        if scenario.number not in self._outcomes:
            self._outcomes[scenario.number] = self._tried(scenario)
        return self._outcomes[scenario.number]

    def report(self) -> Report:
        """What came of all of them."""
        return Report(self.check.platform, tuple(self.outcome(each) for each in SCENARIOS))

    def _tried(self, scenario: Scenario) -> Outcome:
        if scenario is not LOADS and self.outcome(LOADS).found:
            return Outcome(scenario, skipped=f"scenario {LOADS.number} failed")
        try:
            return Outcome(scenario, found=tuple(dict.fromkeys(scenario.find(self.check))))
        except Skipped as reason:
            return Outcome(scenario, skipped=str(reason))
        except (Exception, SystemExit) as error:  # a stranger's code may raise anything
            return Outcome(scenario, found=(crashed(self.check.adapter, error),))
