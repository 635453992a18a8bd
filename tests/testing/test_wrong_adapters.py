"""Every wrong adapter is caught, by the scenario it is meant for, in words that say what to do."""

from __future__ import annotations

from pathlib import Path

import pytest
from wrong import WRONG, Wrong

from subhub.testing import SCENARIOS
from subhub.testing.checking import AdapterCheck
from subhub.testing.run import Run

ROUNDS = 60


@pytest.mark.parametrize("wrong", WRONG, ids=lambda each: each.name)
def test_a_wrong_adapter_is_caught(wrong: Wrong, tmp_path: Path) -> None:
    run = Run(AdapterCheck(wrong.make(tmp_path), ROUNDS))
    (scenario,) = (each for each in SCENARIOS if each.number == wrong.scenario)
    outcome = run.outcome(scenario)
    assert outcome.state == "failed", str(run.report())
    for words in wrong.says:
        assert any(words in each for each in outcome.found), "\n".join(outcome.found[:5])


def test_there_are_more_than_forty_and_every_scenario_but_two_has_one() -> None:
    print(f"{len(WRONG)} wrong adapters, each caught")
    assert len(WRONG) >= 40
    assert len({each.name for each in WRONG}) == len(WRONG)
    # what no adapter can get wrong on purpose: the engines that these two compare
    untried = {each.number for each in SCENARIOS} - {each.scenario for each in WRONG}
    assert untried <= {17, 19}
