"""Time in rules: what they mean by hand, and what is refused when a policy is loaded."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from timed import NUMBER, ONE, OTHER, asked_for, check, in_duckdb, in_sqlite, rows

from subhub.errors import PolicyError
from subhub.policies import (
    ON,
    add_business_days,
    choose,
    day_of_month,
    days_between,
    maximum,
    month_end,
    months,
    months_between,
    next_after,
    on_or_after,
    quarter_end,
    weeks,
    year_end,
    years,
)
from subhub.policies.analysis.settling import Settling
from subhub.policies.engines.evaluate import UNKNOWN, value_of
from subhub.policies.language.expressions import Expr

TOLD = {
    "on": date(2027, 1, 31),
    "one": date(2026, 11, 30),
    "other": date(2028, 2, 29),
    "number": 3,
}


@pytest.mark.parametrize(
    "expr, value",
    [
        (ON + NUMBER, "2027-02-03"),
        (ON - NUMBER, "2027-01-28"),
        (ON + weeks(2), "2027-02-14"),
        (ON - weeks(NUMBER), "2027-01-10"),
        (ON + (days_between(ONE, ON) + NUMBER), "2027-04-06"),
        (ON + months(1, round="down"), "2027-02-28"),
        (ON + months(1, round="up"), "2027-03-01"),
        (ON + months(1, round="refuse"), UNKNOWN),
        (ON + months(2, round="refuse"), "2027-03-31"),
        (ONE + months(NUMBER, round="down"), "2027-02-28"),
        (OTHER - years(1, round="up"), "2027-03-01"),
        (OTHER + years(NUMBER, round="down"), "2031-02-28"),
        (month_end(ON + months(1, round="down")), "2027-02-28"),
        (quarter_end(ONE), "2026-12-31"),
        (year_end(ONE), "2026-12-31"),
        (next_after(ON, start=ONE, every=months(NUMBER)), "2027-02-28"),
        (next_after(ON, start=ON, every=months(1)), "2027-02-28"),
        (on_or_after(ON, start=ON, every=months(1)), "2027-01-31"),
        (next_after(ON, start=OTHER, every=months(12)), "2028-02-29"),
        (next_after(ON, start=ONE, every=30), "2027-02-28"),
        (next_after(ON, start=ONE, every=NUMBER - 3), UNKNOWN),
        (OTHER + months(95_664, round="down"), UNKNOWN),
        (ON + (NUMBER + 10**12), UNKNOWN),
        (day_of_month(ON), 31),
        (months_between(ONE, ON, round="down"), 2),
        (months_between(ONE, OTHER, round="up"), 14),
        (months_between(ON, ONE, round="down"), -2),
        (months_between(ON, ONE, round="up"), -3),
        (months_between(ON, ONE - 1, round="down"), -3),
        (maximum(days_between(ONE, ON), 30), 62),
    ],
)
def test_by_hand(expr: Expr, value: Any) -> None:
    wanted = date.fromisoformat(value) if isinstance(value, str) else value
    assert value_of(expr, TOLD) == wanted
    if expr.facts().keys() - {"on"}:
        assert value_of(expr, {"on": TOLD["on"]}) is UNKNOWN


@pytest.mark.parametrize(
    "make, said",
    [
        (lambda: ON + months(3), "not every month has every day"),
        (lambda: ON - years(1), "not every month has every day"),
        (lambda: ON + months_between(ONE, ON, round="down"), "not every month has every day"),
        (lambda: months(3, round="half"), "`'half'` is no way to round months"),
        (lambda: months_between(ONE, ON, round="refuse"), "is no way to round months"),
        (lambda: months_between(ONE, ON, round="up") < days_between(ONE, ON), "mixes"),
        (lambda: months_between(ONE, ON, round="up") + weeks(1), "mixes"),
        (lambda: months(1.5, round="down"), "neither a whole number nor a fact"),  # type: ignore[arg-type]
        (lambda: weeks(months(1)), "neither a whole number nor a fact"),
        (lambda: next_after(ON, start=ONE, every=months(0)), "is below one"),
        (lambda: next_after(ON, start=ONE, every=-7), "is below one"),
        (lambda: next_after(ON, start=ONE, every=weeks(0)), "is below one"),
        (lambda: next_after(ON, start=ONE, every=years(-1)), "is below one"),
        (lambda: next_after(ON, start=ONE, every=ONE), "is no number of days or months"),
        (lambda: next_after(ON, start=ONE, every=months(1, round="refuse")), "is no way to round"),
        (lambda: next_after(ON, start=NUMBER, every=1), "next_after"),
        (lambda: month_end(NUMBER), "month_end"),
        (lambda: NUMBER + ON, "cannot be added|mixes"),
    ],
)
def test_refused_when_it_is_written(make: Any, said: str) -> None:
    with pytest.raises(PolicyError, match=said):
        make()


def test_two_counts_of_business_days_make_sql_that_runs() -> None:
    near = [
        row | {"on": date(2026, 12, 1 + at % 28)}
        for at, row in enumerate(rows(30, seed=3, nulls=0))
    ]
    intent = asked_for(add_business_days(ON, 3), add_business_days(ON, 10))
    check(in_duckdb, intent, near)
    check(in_sqlite, intent, near)


def settled(*days: Expr, **told: Any) -> Any:
    facts = {"one": None, "other": None, "number": None} | told
    asked = {**facts, "on": TOLD["on"], "mode": "none", "actor": "owner"}
    return Settling(asked_for(*days), asked).output("ends_on")


def test_months_that_follow_from_one_fact_are_settled_exactly() -> None:
    within = months_between(ONE, ON, round="down") < 1
    never = within & (date(2026, 12, 31) > ONE)
    assert settled(choose(never, ON, ON + 1)) == ((), date(2027, 2, 1), True)
    assert settled(choose(within, ON, ON + 1)) == (("one",), UNKNOWN, True)
    short = (ONE + months(1, round="down") == date(2027, 2, 28)) & (date(2027, 1, 28) > ONE)
    assert settled(choose(short, ON, ON + 1)) == ((), date(2027, 2, 1), True)
    assert settled(choose(month_end(ONE) == date(2027, 2, 27), ON, ON + 1)).value == date(
        2027, 2, 1
    )
    assert settled(choose(ON + NUMBER <= ONE, ON, ON + 1), one=TOLD["one"]).value == UNKNOWN


def test_a_day_that_is_refused_is_unknown_and_nothing_settles_it() -> None:
    refused = ON + months(1, round="refuse")
    assert settled(refused) == ((), UNKNOWN, True)
    assert settled(choose(refused > ON, ON, ON)) == ((), TOLD["on"], True)
