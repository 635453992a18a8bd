"""The best day for a goal, and what is certain about it."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest

from documents import ACCOUNT, ON, PLAN, UNPAID
from subhub import Hub, RequestError
from subhub.model.choices import GOALS

HUB = Hub()
OLD_PLAN = PLAN | {"started_on": "2025-11-12"}
#: what may stand where a fact of the plan is missing
FILLINGS = {
    "auto_renew": [True, False],
    "current_period_end": ["2026-11-21", "2026-12-05", "2027-11-12"],
    "started_on": ["2026-11-01", "2026-11-12", "2026-11-21"],
    "billing_interval": ["month", "year"],
}


def test_refund_until_the_fourteenth_day():
    advice = HUB.advise(PLAN, goal="refund", on=ON)
    assert (advice.mode, advice.on, advice.last_day) == (
        "immediate",
        date(2026, 11, 21),
        date(2026, 11, 26),
    )
    assert advice.missed is not None and advice.missed.outcome == "ended_now"
    assert advice.act_by == date(2027, 11, 11)


def test_access_is_longest_by_letting_it_expire():
    advice = HUB.advise(PLAN, goal="access", on=ON)
    assert (advice.mode, advice.answer.access_until) == ("period_end", date(2027, 11, 12))
    assert advice.last_day == date(2027, 11, 11)


def test_soonest_is_today_and_now():
    advice = HUB.advise(PLAN, goal="soonest", on=ON)
    assert (advice.mode, advice.on, advice.answer.ends_on) == (
        "immediate",
        date(2026, 11, 21),
        date(2026, 11, 21),
    )


def test_no_renewal_has_the_day_before_the_charge_as_deadline_and_a_tie():
    advice = HUB.advise(PLAN, goal="no-renewal", on=ON)
    assert advice.last_day == date(2027, 11, 11)
    assert {advice.mode, *advice.ties} == {"immediate", "period_end"}


@pytest.mark.parametrize("goal", ["no-renewal", "access"])
def test_without_the_day_of_the_next_charge_no_day_is_certain(goal):
    unsure = {key: value for key, value in ACCOUNT.items() if key != "current_period_end"}
    advice = HUB.advise(unsure, goal=goal, on=ON)
    assert not advice.certain
    assert (advice.on, advice.mode, advice.answer) == (None, None, None)
    assert "current_period_end" in advice.needs


@pytest.mark.parametrize("goal", GOALS)
def test_a_missing_fact_that_decides_nothing_leaves_it_certain(goal):
    """Of a filling of what is missing the advice must not depend."""
    for missing in ("auto_renew", "current_period_end", "started_on", "billing_interval"):
        advice = HUB.advise({**PLAN, missing: None}, goal=goal, on=ON)
        if not advice.certain:
            assert missing in advice.needs
            continue
        for value in FILLINGS[missing]:
            filled = HUB.advise({**PLAN, missing: value}, goal=goal, on=ON)
            assert (advice.mode, advice.on) == (filled.mode, filled.on), (missing, value)


def test_the_earliest_end_is_certain_without_the_renewal_date():
    advice = HUB.advise({**PLAN, "current_period_end": None}, goal="soonest", on=ON)
    assert advice.certain and (advice.mode, str(advice.on)) == ("immediate", ON)


def test_on_the_renewal_day_only_that_day_is_left():
    advice = HUB.advise(PLAN | {"current_period_end": ON}, goal="no-renewal", on=ON)
    assert advice.certain and advice.mode == "immediate"
    assert (advice.on, advice.last_day) == (date(2026, 11, 21), date(2026, 11, 21))


def test_a_trial_that_was_never_charged_is_left_before_it_ends():
    trial = ACCOUNT | {
        "card_charged": "0.00 USD",
        "partner_costs": "0.00 USD",
        "trial_ends_on": "2026-11-24",
    }
    advice = HUB.advise(trial, goal="no-renewal", on=ON)
    assert (advice.charge_on, advice.last_day) == (date(2026, 11, 25), date(2026, 11, 24))
    days = {each.code: each.day for each in HUB.agenda([trial], on=ON).deadlines}
    assert days["act_before_charge"] == date(2026, 11, 24)


def test_no_refund_to_be_had_is_an_answer():
    advice = HUB.advise(OLD_PLAN, goal="refund", on=ON)
    assert not advice.reachable and advice.on is None and advice.needs == ()


def test_blocked_all_along_is_not_reachable_whenever_it_renews():
    for goal in ("access", "no-renewal"):
        advice = HUB.advise({**UNPAID, "current_period_end": None}, goal=goal, on=ON)
        assert advice.certain and not advice.reachable


def test_a_renewal_before_the_last_lock_cannot_be_avoided():
    pending = ACCOUNT | {"pending_actions": 1, "last_lock_on": "2026-12-04",
                         "current_period_end": "2026-12-01"}  # fmt: skip
    advice = HUB.advise(pending, goal="no-renewal", on=ON)
    assert advice.certain and not advice.reachable


def test_blocked_all_along_is_not_reachable():
    assert not HUB.advise(UNPAID, goal="soonest", on=ON).reachable


def test_missing_facts_are_named():
    unsure = {key: value for key, value in PLAN.items() if key != "started_on"}
    assert "started_on" in HUB.advise(unsure, goal="refund", on=ON).needs


def test_balance_does_not_run_away_so_waiting_makes_no_difference():
    settled = ACCOUNT | {"started_on": "2026-01-01", "trial_ends_on": "2026-01-20"}
    assert HUB.advise(settled, goal="refund", on=ON).no_difference


@pytest.mark.parametrize("goal", GOALS)
@pytest.mark.parametrize("document", [PLAN, OLD_PLAN, ACCOUNT])
def test_no_single_day_does_better_than_the_best(goal, document):
    document = {"current_period_end": "2026-12-20", **document}
    advice = HUB.advise(document, goal=goal, on=ON, by="2027-02-01")
    assert advice.answer is not None or goal == "refund"
    rng = Random(3)
    for _ in range(12):
        day = date(2026, 11, 21) + timedelta(rng.randrange(72))
        after_charge = day > (advice.act_by or advice.since)
        if goal in ("access", "no-renewal") and after_charge:
            continue  # a charge comes first, or may come
        for mode in ("immediate", "period_end") if "dp" in document["id"] else (None,):
            other = HUB.preview(document, on=day, mode=mode)
            assert not better(other, advice.answer, goal), (day, mode)


def better(other, best, goal) -> bool:
    if best is None:
        return goal == "refund" and bool(other.refund.amount and other.refund.amount.amount > 0)
    if goal == "refund":
        return bool(other.refund.amount) and other.refund.amount > best.refund.amount
    if goal == "access":
        return other.access_until > best.access_until
    return goal == "soonest" and other.ends_on < best.ends_on


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ({"goal": "fun"}, "goal: `fun`"),
        ({"goal": "refund", "by": "2020-01-01"}, "by: `2020"),
    ],
)
def test_bad_requests_name_what_is_wrong(asked, named):
    with pytest.raises(RequestError, match=named):
        HUB.advise(PLAN, on=ON, **asked)
