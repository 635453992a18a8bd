"""The adapter keeps subhub's promise, and says what the terms say."""

import pytest

from subhub import Hub
from subhub.testing import AdapterConformance
from subhub_gym import GymAdapter

HUB = Hub([GymAdapter()])
MEMBER = {
    "platform": "gym",
    "status": "active",
    "started_on": "2026-03-01",
    "price": "40.00 GBP",
    "current_period_end": "2026-12-01",
    "minimum_term_ends_on": "2027-03-01",
}


class TestGym(AdapterConformance):
    """Every scenario as a test of its own."""

    adapter = GymAdapter


def test_the_minimum_term_blocks_and_moving_away_unblocks():
    answer = HUB.preview(MEMBER, on="2026-11-21")
    assert answer.verdict == "blocked"
    assert answer.blockers[0].remedies[0].then == "allowed"


@pytest.mark.parametrize(("day", "outcome"), [("2026-03-07", "cooled_off"), ("2026-03-08", None)])
def test_the_cooling_off_week_is_seven_days(day, outcome):
    assert HUB.preview(MEMBER, on=day).outcome == outcome
