"""Months against dateutil (whose rule is *down*), tables by hand, and what they mean."""

from __future__ import annotations

import random
from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta

from subhub.model.months import (
    add_days,
    add_months,
    last_day,
    months_between,
    next_after,
    next_after_in_days,
)

LAST = (date.max - date.min).days


def some_day(rng: random.Random, *, near: bool = False) -> date:
    """Any day of the calendar, most of them where months are short or the calendar ends."""
    if near:
        return date(2023, 12, 1) + timedelta(rng.randrange(900))
    year = rng.choice((1, 2, 1900, 2000, 2023, 2024, 2100, 9998, 9999, rng.randint(1, 9999)))
    month = rng.choice((1, 2, 2, 3, 4, 12, rng.randint(1, 12)))
    first = date(year, month, 1)
    return min(last_day(first, 1), first + timedelta(rng.choice((0, 26, 27, 28, 29, 30))))


def test_down_is_what_dateutil_says() -> None:
    rng = random.Random(1)
    for _ in range(20_000):
        day, months = (
            some_day(rng),
            rng.choice((rng.randint(-30, 30), rng.randint(-120_000, 120_000))),
        )
        try:
            wanted: date | None = day + relativedelta(months=months)
        except (ValueError, OverflowError):
            wanted = None
        assert add_months(day, months, "down") == wanted, (day, months)


# by hand
@pytest.mark.parametrize(
    "day, months, down, up",
    [
        ("2021-01-31", 1, "2021-02-28", "2021-03-01"),
        ("2020-02-29", 12, "2021-02-28", "2021-03-01"),
        ("2020-01-31", 1, "2020-02-29", "2020-03-01"),
        ("2021-03-31", -1, "2021-02-28", "2021-03-01"),
        ("2020-02-29", -12, "2019-02-28", "2019-03-01"),
        ("2021-08-31", 1, "2021-09-30", "2021-10-01"),
        ("2021-12-31", 2, "2022-02-28", "2022-03-01"),
        ("2024-02-29", 48, "2028-02-29", "2028-02-29"),
        ("2021-02-28", 1, "2021-03-28", "2021-03-28"),
        ("9999-11-30", 1, "9999-12-30", "9999-12-30"),
    ],
)
def test_the_two_ways_to_round_and_to_refuse(day: str, months: int, down: str, up: str) -> None:
    start = date.fromisoformat(day)
    assert add_months(start, months, "down") == date.fromisoformat(down)
    assert add_months(start, months, "up") == date.fromisoformat(up)
    refused = add_months(start, months, "refuse")
    assert refused == (date.fromisoformat(down) if down == up else None)


def test_nothing_lies_outside_the_calendar() -> None:
    assert add_months(date(9999, 12, 1), 1, "down") is None
    assert add_months(date(1, 1, 31), -1, "up") is None
    assert add_months(date(2026, 1, 1), 10**30, "down") is None
    assert add_days(date.max, 1) is None
    assert add_days(date.min, -(10**30)) is None
    assert add_days(date.min, LAST) == date.max
    assert last_day(date(9999, 10, 1), 12) == date.max
    assert next_after(date.max, date(2026, 1, 1), 1, "down") is None


@pytest.mark.parametrize("rounding", ["down", "up"])
def test_months_between_is_the_most_that_fits(rounding: str) -> None:
    rng = random.Random(2)
    for _ in range(5000):
        one, other = some_day(rng, near=True), some_day(rng, near=True)
        found = months_between(one, other, rounding)  # type: ignore[arg-type]
        fits, passes = (add_months(one, found + more, rounding) for more in (0, 1))  # type: ignore[arg-type]
        assert fits is not None and passes is not None
        assert fits <= other < passes, (one, other)


@pytest.mark.parametrize("rounding", ["down", "up"])
@pytest.mark.parametrize("every", [1, 2, 3, 12])
def test_the_next_one_is_found_without_going_through_all(rounding: str, every: int) -> None:
    rng = random.Random(f"{rounding} {every}")
    for _ in range(1000):
        start, day = some_day(rng, near=True), some_day(rng, near=True)
        all_of_them = [add_months(start, every * k, rounding) for k in range(60)]  # type: ignore[arg-type]
        wanted = next(each for each in all_of_them if each is not None and each > day)
        assert next_after(day, start, every, rounding) == wanted, (start, day)  # type: ignore[arg-type]


def test_the_31st_stays_the_31st() -> None:
    start, found = date(2027, 1, 31), date(2027, 1, 31)
    series = []
    for _ in range(5):
        found = next_after(found, start, 1, "down") or start
        series.append(found.isoformat()[5:])
    assert series == ["02-28", "03-31", "04-30", "05-31", "06-30"]


def test_the_next_of_so_many_days() -> None:
    start = date(2026, 11, 7)
    for days in (1, 7, 14):
        for gone in range(-20, 60):
            day = start + timedelta(gone)
            wanted = next(k for k in range(99) if start + timedelta(k * days) > day)
            assert next_after_in_days(day, start, days) == start + timedelta(wanted * days)
    assert next_after_in_days(start, start, 0) is None


@pytest.mark.parametrize("months, ends", [(1, "02-29"), (3, "03-31"), (12, "12-31")])
def test_the_last_day_of_a_period(months: int, ends: str) -> None:
    assert last_day(date(2028, 2, 3), months) == date.fromisoformat(f"2028-{ends}")
