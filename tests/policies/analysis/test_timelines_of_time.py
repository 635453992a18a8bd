"""Timelines of policies that reckon with time: as trying every day, whatever is missing."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

import pytest
from timed import EXPRESSIONS, NUMBER, ONE, OTHER, asked_for

from subhub.policies.analysis.timeline import find_moving, find_spans
from subhub.policies.language.durations import (
    day_of_month,
    month_end,
    months,
    months_between,
    next_after,
    on_or_after,
    quarter_end,
)
from subhub.policies.language.expressions import Expr
from subhub.policies.language.facts import ON
from subhub.policies.language.functions import (
    add_business_days,
    choose,
    days_between,
    maximum,
    minimum,
)
from subhub.testing.agreement import check_timeline

SINCE = date(2027, 1, 5)
CONDITIONS = {
    "days from facts": ON + NUMBER <= ONE,
    "months before a day": ON + months(3, round="down") <= ONE,
    "months after a day": ON - months(1, round="up") == ONE,
    "refused": ON + months(1, round="refuse") <= ONE,
    "the last days of a month": days_between(ON, month_end(ON)) < 10,
    "the month's last day": month_end(ON) == ON,
    "a day of the month": day_of_month(ON) >= 25,
    "whole months since": months_between(ONE, ON, round="down") < 2,
    "just so many months since": months_between(ONE, ON, round="up") == 1,
    "a fact's months": months_between(ONE, ON, round="down") < NUMBER,
    "two spans of days": days_between(ONE, ON) < days_between(ON, OTHER),
    "a fact's days": days_between(ONE, ON) + 3 <= NUMBER,
    "notice to a quarter's end": quarter_end(ON + months(1, round="down")) == ONE,
    "before a renewal": on_or_after(ON, start=ONE, every=months(1)) - NUMBER >= ON,
    "business days to a day": add_business_days(ON, 5) <= ONE,
    "the later of two": maximum(ON + NUMBER, ONE) <= minimum(month_end(ON), OTHER),
}


def facts(seed: int, nulls: float) -> dict[str, Any]:
    rng = random.Random(seed)
    told: dict[str, Any] = {
        name: SINCE + timedelta(rng.choice((-40, -31, -5, 0, 3, 26, 54, 55, 56, 84, 85)))
        for name in ("one", "other")
    }
    told["number"] = rng.choice((0, 1, 2, 3, 14, 30))
    told = {name: None if rng.random() < nulls else value for name, value in told.items()}
    return {**told, "on": SINCE, "mode": "none", "actor": "owner"}


def check(*days: Expr) -> None:
    intent = asked_for(*days)
    for seed in range(16):
        check_timeline(intent, facts(seed, nulls=(seed % 4) * 0.2), SINCE, SINCE + timedelta(90))


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_days_that_follow_from_the_day_asked(name: str) -> None:
    check(*EXPRESSIONS[name]())


@pytest.mark.parametrize("name", CONDITIONS)
def test_conditions_that_turn_over(name: str) -> None:
    condition = CONDITIONS[name]
    check(choose(condition, ON, ONE), choose(condition, ONE, OTHER), choose(condition, ON, None))


def test_what_moves_along_stays_words_and_what_leaps_does_not() -> None:
    intent = asked_for(
        ON + months(3, round="down"), month_end(ON + months(3, round="down")),
        next_after(ON, start=ONE, every=months(6)), ON + NUMBER,
    )  # fmt: skip
    told = facts(0, 0) | {"one": date(2026, 1, 31)}
    spans = find_spans(intent, told, SINCE, date(2027, 3, 1))
    assert [span.since.isoformat() for span in spans] == ["2027-01-05", "2027-01-31", "2027-02-01"]
    outputs = [span.symbolic.outputs for span in spans]
    assert find_moving(spans[0].symbolic) == ("ends_on", "refund_due_by")
    assert [each.ends_on for each in outputs] == [("months down", 3, ("on", 0))] * 3
    assert [str(each.access_until) for each in outputs] == [
        "2027-04-30",
        "2027-04-30",
        "2027-05-31",
    ]
    assert [str(each.billing_stops_on) for each in outputs] == [
        "2027-01-31", "2027-07-31", "2027-07-31",
    ]  # fmt: skip


def test_a_thousand_years_of_thresholds_cost_no_more_than_one() -> None:
    intent = asked_for(choose(ON + months(3, round="down") <= ONE, ON, OTHER))
    told = facts(0, 0) | {"one": date(2500, 2, 28), "other": SINCE}
    spans = find_spans(intent, told, SINCE, date(3027, 1, 1))
    assert [str(span.since) for span in spans] == ["2027-01-05", "2499-12-01"]
