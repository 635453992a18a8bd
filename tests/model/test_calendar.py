from __future__ import annotations

import runpy
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

import pytest
from holidays import country_holidays
from hypothesis import given
from hypothesis import strategies as st

from subhub.errors import RequestError
from subhub.model import _federal_holidays
from subhub.model.calendar import (
    FIRST_DAY,
    LAST_DAY,
    add_business_days,
    is_business_day,
    to_day,
    today,
)

DAY = timedelta(days=1)
EVERY_DAY = [FIRST_DAY + n * DAY for n in range((LAST_DAY - FIRST_DAY).days + 1)]
days = st.dates(FIRST_DAY, LAST_DAY - timedelta(days=400))
counts = st.integers(1, 250)


# The table


def test_agrees_with_the_holidays_library_on_every_day() -> None:
    library = set(country_holidays("US", years=range(FIRST_DAY.year, LAST_DAY.year + 1)))
    expected = [day for day in EVERY_DAY if day.weekday() < 5 and day not in library]

    assert [day for day in EVERY_DAY if is_business_day(day)] == expected


def test_table_is_what_the_tool_writes() -> None:
    tool = runpy.run_path(str(Path(__file__).parents[2] / "tools/make_holidays.py"))

    assert Path(_federal_holidays.__file__).read_text(encoding="utf-8") == tool["render"]()


def test_counting_imports_neither_the_library_nor_time_zones() -> None:
    script = (
        "import sys; from datetime import date; from subhub.model import calendar;"
        "assert 'subhub.model._federal_holidays' not in sys.modules, 'loaded before it is asked';"
        "calendar.add_business_days(date(2026, 12, 24), 10);"
        "print({'holidays', 'zoneinfo'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )

    assert done.stdout == "set()\n"


# Which days count


@pytest.mark.parametrize(
    "holiday",
    [
        date(2026, 11, 26),  # Thanksgiving
        date(2026, 12, 25),
        date(2026, 7, 3),  # 4 July is a Saturday: the Friday before
        date(2021, 7, 5),  # a Sunday: the Monday after
        date(2022, 12, 26),  # Christmas on a Sunday
        date(2021, 12, 31),  # New Year's Day 2022 is a Saturday: observed in the year before
        date(2021, 6, 18),  # Juneteenth, first kept in 2021, on a Saturday
        date(2023, 11, 10),  # Veterans Day on a Saturday
    ],
)
def test_holiday_as_observed_is_no_business_day(holiday: date) -> None:
    assert holiday.weekday() < 5
    assert not is_business_day(holiday)
    assert add_business_days(holiday - DAY, 1) > holiday


@pytest.mark.parametrize(
    "day",
    [
        date(2026, 11, 27),  # the day after Thanksgiving: a holiday in some states only
        date(2020, 6, 19),  # Juneteenth before it was one
        date(2021, 1, 20),  # Inauguration Day: the capital's only
        date(2024, 12, 24),  # a closing by executive order, no holiday
        date(2024, 2, 29),
    ],
)
def test_other_weekday_is_a_business_day(day: date) -> None:
    assert is_business_day(day)
    assert add_business_days(day - DAY, 1) == day


def test_ten_business_days_over_new_year() -> None:
    # skipped: 25 December, 1 January, and the weekends
    assert add_business_days(date(2025, 12, 19), 10) == date(2026, 1, 6)
    # and Martin Luther King's birthday, 19 January
    assert add_business_days(date(2026, 1, 6), 9) == date(2026, 1, 20)


def test_leap_day_is_counted() -> None:
    assert add_business_days(date(2024, 2, 28), 1) == date(2024, 2, 29)
    assert add_business_days(date(2024, 2, 28), 2) == date(2024, 3, 1)
    assert add_business_days(date(2023, 2, 28), 1) == date(2023, 3, 1)


@given(days, counts)
def test_result_is_a_business_day_with_exactly_n_on_the_way(day: date, n: int) -> None:
    result = add_business_days(day, n)

    after = [day + k * DAY for k in range(1, (result - day).days + 1)]
    assert sum(map(is_business_day, after)) == n
    assert is_business_day(result)


@given(days, counts)
def test_one_more_business_day_is_always_later(day: date, n: int) -> None:
    assert add_business_days(day, n) < add_business_days(day, n + 1)
    assert add_business_days(day, n) <= add_business_days(day + DAY, n)


@given(days, st.integers(1, 100), st.integers(1, 100))
def test_counting_on_from_a_result_adds_up(day: date, n: int, m: int) -> None:
    assert add_business_days(add_business_days(day, n), m) == add_business_days(day, n + m)


# The edges


def test_first_and_last_countable_days() -> None:
    assert add_business_days(FIRST_DAY, 1) == date(2000, 1, 3)
    assert add_business_days(date(2100, 12, 29), 1) == date(2100, 12, 30)


@pytest.mark.parametrize("day", [FIRST_DAY - DAY, LAST_DAY + DAY, date.min, date.max])
def test_day_outside_the_covered_years_is_refused(day: date) -> None:
    for ask in (is_business_day, lambda day: add_business_days(day, 1)):
        with pytest.raises(RequestError, match=f"`{day}`") as caught:
            ask(day)
        assert caught.value.hint == "they are known from 2000-01-01 to 2100-12-31"


@pytest.mark.parametrize("day, n", [(date(2100, 12, 30), 1), (LAST_DAY, 1), (FIRST_DAY, 10**9)])
def test_result_outside_the_covered_years_is_refused(day: date, n: int) -> None:
    with pytest.raises(RequestError, match=f"business day {n} after `{day}` lies outside"):
        add_business_days(day, n)


@pytest.mark.parametrize("n", [0, -1])
def test_counting_starts_at_one(n: int) -> None:
    with pytest.raises(ValueError, match="n counts from 1"):
        add_business_days(date(2026, 11, 21), n)


# The clock and the zones


@pytest.mark.parametrize(
    "moment, zone, day",
    [
        ("2026-11-21T14:59:59+00:00", "Asia/Tokyo", date(2026, 11, 21)),
        ("2026-11-21T15:00:00+00:00", "Asia/Tokyo", date(2026, 11, 22)),
        # the offset of that day counts: Los Angeles is 7 hours behind in summer, 8 in winter
        ("2026-07-01T07:30:00+00:00", "America/Los_Angeles", date(2026, 7, 1)),
        ("2026-12-01T07:30:00+00:00", "America/Los_Angeles", date(2026, 11, 30)),
        # around the change to summer time in New York, 8 March 2026, 2 a.m.
        ("2026-03-08T04:59:59+00:00", "America/New_York", date(2026, 3, 7)),
        ("2026-03-08T05:00:00+00:00", "America/New_York", date(2026, 3, 8)),
        ("2026-03-09T03:59:59+00:00", "America/New_York", date(2026, 3, 8)),
        ("2026-03-09T04:00:00+00:00", "America/New_York", date(2026, 3, 9)),
        ("2024-02-28T20:00:00-08:00", "Asia/Tokyo", date(2024, 2, 29)),
        # Samoa skipped 30 December 2011
        ("2011-12-30T09:59:59+00:00", "Pacific/Apia", date(2011, 12, 29)),
        ("2011-12-30T10:00:00+00:00", "Pacific/Apia", date(2011, 12, 31)),
    ],
)
def test_moment_falls_on_the_day_of_its_zone(moment: str, zone: str, day: date) -> None:
    assert to_day(datetime.fromisoformat(moment), zone) == day
    assert today(zone, datetime.fromisoformat(moment)) == day


@given(
    st.datetimes(datetime(1970, 1, 2), datetime(2100, 1, 1)),
    st.integers(-12 * 60, 14 * 60),
    st.sampled_from(["UTC", "Asia/Tokyo", "America/New_York", "Pacific/Kiritimati"]),
)
def test_day_does_not_depend_on_how_the_moment_is_written(
    moment: datetime, minutes: int, zone: str
) -> None:
    in_utc = moment.replace(tzinfo=UTC)
    elsewhere = in_utc.astimezone(timezone(timedelta(minutes=minutes)))

    assert to_day(elsewhere, zone) == to_day(in_utc, zone)
    assert abs(to_day(in_utc, zone) - in_utc.date()) <= DAY


def test_today_without_a_clock_is_the_machines() -> None:
    before = datetime.now(UTC)
    answer = today("UTC")
    assert before.date() <= answer <= datetime.now(UTC).date()


def test_naive_moment_is_refused() -> None:
    moment = datetime(2026, 11, 21, 9, 30)
    with pytest.raises(RequestError, match="`2026-11-21T09:30:00` has no offset"):
        to_day(moment, "UTC")
    with pytest.raises(RequestError, match="`2026-11-21T09:30:00` has no offset"):
        today("UTC", moment)


def test_moment_at_the_end_of_the_calendar_is_refused() -> None:
    with pytest.raises(RequestError, match="outside the calendar in Asia/Tokyo"):
        to_day(datetime.max.replace(tzinfo=UTC), "Asia/Tokyo")


@pytest.mark.parametrize(
    "name, meant",
    [
        ("Asia/Tokio", "Asia/Tokyo"),
        ("asia/tokyo", "Asia/Tokyo"),
        ("America/Los Angeles", "America/Los_Angeles"),
        ("New_York", "America/New_York"),
    ],
)
def test_misspelt_zone_gets_the_nearest_name(name: str, meant: str) -> None:
    with pytest.raises(RequestError, match=f"`{name}` is not an IANA time zone") as caught:
        today(name)
    assert f"`{meant}`" in caught.value.hint


@pytest.mark.parametrize("name", ["", "America", "../etc/passwd", "/etc/passwd", "x\0y", "§"])
def test_what_is_no_zone_at_all_is_refused(name: str) -> None:
    with pytest.raises(RequestError, match="is not an IANA time zone") as caught:
        today(name)
    assert caught.value.hint
