"""Business days of named calendars: the library's holidays, the same in every engine."""

from __future__ import annotations

import random
import sys
from datetime import date, timedelta

import pytest
from holidays import country_holidays
from timed import ONE, asked_for, check, in_duckdb, in_sqlite, on_duckdb, on_polars, rows

from subhub.errors import MissingExtra, RequestError
from subhub.model.calendar import add_business_days as after
from subhub.policies import ON, add_business_days, choose
from subhub.policies.analysis.settling import Settling
from subhub.policies.engines.evaluate import UNKNOWN, value_of
from subhub.policies.language.meaning import write
from subhub.testing.agreement import check_timeline

DAY = timedelta(days=1)


def counted_out(day: date, number: int, country: str, part: str | None) -> date:
    """Day by day, with the library's own holidays."""
    holidays = country_holidays(country, subdiv=part)
    while number:
        day += DAY
        number -= day.weekday() < 5 and day not in holidays
    return day


@pytest.mark.parametrize("name", ["DE", "DE-BY", "JP", "GB-SCT", "FR", "US-CA"])
def test_the_nth_day_of_a_calendar_is_counted_out(name: str) -> None:
    country, _, part = name.partition("-")
    rng = random.Random(name)
    for _ in range(150):
        day = date(2020, 1, 1) + rng.randrange(4000) * DAY
        number = rng.randint(1, 30)
        assert after(day, number, name) == counted_out(day, number, country, part or None), day


def test_the_parts_of_a_country_differ() -> None:
    epiphany = {"on": date(2026, 1, 5)}
    found = [
        value_of(add_business_days(ON, 1, calendar=name), epiphany) for name in ("DE", "DE-BY")
    ]
    assert found == [date(2026, 1, 6), date(2026, 1, 7)]


@pytest.mark.parametrize("name", ["XX", "DE-XX", "de", "", "DE-BY-M", "DE-"])
def test_a_name_that_there_is_not_is_refused_when_it_is_written(name: str) -> None:
    with pytest.raises(RequestError, match="there is no calendar"):
        add_business_days(ON, 10, calendar=name)


def test_another_weekend_is_refused() -> None:
    with pytest.raises(RequestError, match="weekend of the calendar `IL`"):
        add_business_days(ON, 10, calendar="IL")


def test_without_the_library_it_says_what_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "holidays", None)
    with pytest.raises(MissingExtra, match=r"need the extra `holidays`"):
        add_business_days(ON, 10, calendar="JP")
    assert repr(add_business_days(ON, 10)) == "on + 10 business days"  # shipped


INTENT = asked_for(
    add_business_days(ON, 10, calendar="DE-BY"), add_business_days(ON, 10),
    add_business_days(ONE, 3, calendar="JP"), add_business_days(ON, 3, calendar="JP") + 1,
    choose(add_business_days(ONE, 5, calendar="DE") < ON, ON, ONE),
)  # fmt: skip


@pytest.mark.parametrize("run", [on_polars, on_duckdb, in_duckdb, in_sqlite])
def test_every_engine_counts_by_the_calendar_that_is_named(run: object) -> None:
    near = [
        row
        | {"on": date(2026, 11, 1) + at * DAY, "one": row["one"] and date(2026, 12, 20) + at * DAY}
        for at, row in enumerate(rows(90, seed=4))
    ]
    check(run, INTENT, near)  # type: ignore[arg-type]


def test_timelines_and_what_is_settled() -> None:
    told = {"one": date(2026, 12, 23), "other": None, "number": None}
    request = {"on": date(2026, 12, 1), "mode": "none", "actor": "owner"}
    check_timeline(INTENT, told | request, date(2026, 12, 1), date(2027, 1, 31))
    holy = add_business_days(ONE, 1, calendar="DE-BY") == date(2027, 1, 6)  # Epiphany
    found = Settling(asked_for(choose(holy, ON, ON + 1)), told | {"one": None} | request)
    assert found.output("ends_on") == ((), date(2026, 12, 2), True)
    plain = add_business_days(ONE, 1) == date(2027, 1, 6)
    found = Settling(asked_for(choose(plain, ON, ON + 1)), told | {"one": None} | request)
    assert found.output("ends_on") == (("one",), UNKNOWN, True)


def test_a_calendar_is_part_of_what_is_meant() -> None:
    said = {
        write("x", [asked_for(add_business_days(ON, 10, calendar=n))]) for n in ("US", "DE", "JP")
    }
    assert len(said) == 3
