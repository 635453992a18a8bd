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
    "may_buy_out": False,
}
LEAVER = {**MEMBER, "may_buy_out": True, "months_left": 4}


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


@pytest.mark.parametrize(
    ("months", "fee"), [(0, "0.00 GBP"), (4, "80.00 GBP"), (6, "120.00 GBP"), (11, "120.00 GBP")]
)
def test_leaving_early_costs_twenty_pounds_a_month_and_at_most_120(months, fee):
    answer = HUB.preview({**LEAVER, "months_left": months}, on="2026-11-21")
    (owed,) = answer.settlements
    assert (owed.direction, owed.kind, str(owed.amount)) == ("charge", "early_fee", fee)
    assert (str(owed.due_by), owed.certainty, owed.rules) == ("2026-12-05", "certain", ("GYM-4",))
    assert answer.refund.kind == "none"


def test_what_is_owed_stands_in_the_headline():
    answer = HUB.preview(LEAVER, on="2026-11-21")
    assert HUB.say(answer).sentence.endswith("You have to pay 80.00 GBP.")
    assert HUB.say(answer, "ja").sentence.endswith("80.00 GBPの支払いが必要です。")
    sentence = "A fee of 80.00 GBP for leaving early has to be paid by 5 Dec 2026."
    assert HUB.say(answer).settlements[0].sentence == sentence


def test_while_the_months_are_not_told_the_fee_is_not_known():
    answer = HUB.preview({**LEAVER, "months_left": None}, on="2026-11-21")
    assert answer.unknown["charge.amount"] == ("months_left",)
    assert answer.settlements[0].amount is None
    assert answer.settlements[0].needs == ("months_left",)
    assert "how much is not known" in HUB.say(answer).sentence


def test_the_fee_is_over_with_the_minimum_term():
    spans = HUB.timeline(LEAVER, since="2027-02-20", until="2027-03-10")
    assert [(str(each.since), bool(each.answer.settlements)) for each in spans] == [
        ("2027-02-20", True),
        ("2027-03-01", False),
    ]
    assert "charge.amount" in {change.key for change in spans[1].changes}


def test_the_agenda_sums_what_is_owed_and_has_the_day():
    agenda = HUB.agenda([LEAVER], on="2026-11-21")
    assert str(agenda.owed["GBP"]) == "80.00 GBP"
    assert "2026-12-05" in {str(each.day) for each in agenda.deadlines if each.code == "charge_due"}
