"""The business days in SQL: from the holidays, with nothing the engine must bring along.

The days of the calendar are counted out, weekends and holidays taken from them, the rest
numbered; the business day so many after a day is found by its number.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from sqlglot import exp, parse_one

from subhub.model.calendar import FEDERAL, is_business_day
from subhub.policies.engines.columns.nodes import BusinessDays
from subhub.policies.engines.sql.dialects import Dialect

#: a Monday: the days are counted from here
MONDAY = date(1999, 12, 27)


def list_holidays(first: date, last: date, calendar: str = FEDERAL) -> list[date]:
    """The weekdays that are no business days."""
    days = (first + timedelta(index) for index in range((last - first).days + 1))
    return [day for day in days if day.weekday() < 5 and not is_business_day(day, calendar)]


def business_days_after(which: BusinessDays) -> str:
    """The name of the relation with the columns ``day`` and ``due_on``."""
    return f"business_days_{which.number}{_of(which.calendar)}"


def build_calendar(
    counted: Iterable[BusinessDays], dialect: Dialect, between: tuple[date, date]
) -> list[tuple[str, exp.Expr]]:
    """Common table expressions: the days, numbered for each calendar, then those that are due.

    Without business days there is nothing to build.
    """
    counted = list(counted)
    if not counted:
        return []
    found = _days(dialect, between)
    for calendar in dict.fromkeys(each.calendar for each in counted):
        found += _numbered(dialect, between, calendar)
    return found + [(business_days_after(each), _due(each)) for each in counted]


def _of(calendar: str) -> str:
    """What the names of a calendar end with; nothing for the one that is shipped."""
    return "" if calendar == FEDERAL else f"_{calendar.lower().replace('-', '_')}"


def _due(which: BusinessDays) -> exp.Expr:
    numbered = f"numbered_days{_of(which.calendar)}"
    return (
        exp.select("start.day", exp.alias_(exp.column("day", table="due"), "due_on"))
        .from_(f"{numbered} AS start")
        .join(
            f"{numbered} AS due", on=f"due.works = 1 AND due.number = start.number + {which.number}"
        )
    )


def _days(dialect: Dialect, between: tuple[date, date]) -> list[tuple[str, exp.Expr]]:
    first, last = between
    day = dialect.plus_days(dialect.day(MONDAY), exp.column("n"))
    digits = parse_one(" UNION ALL ".join(f"SELECT {n} AS n" for n in range(10)))
    number = parse_one("a.n + 10 * b.n + 100 * c.n + 1000 * d.n + 10000 * e.n")
    counted = exp.select(exp.alias_(number, "n")).from_("digits AS a")
    for alias in "bcde":
        counted = counted.join(f"digits AS {alias}", join_type="cross")
    days = exp.select("n", exp.alias_(day, "day")).from_("numbers").where(
        exp.column("n").between((first - MONDAY).days, (last - MONDAY).days)
    )  # fmt: skip
    return [("digits", digits), ("numbers", counted), ("days", days)]


def _numbered(
    dialect: Dialect, between: tuple[date, date], calendar: str
) -> list[tuple[str, exp.Expr]]:
    holidays = f"holidays{_of(calendar)}"
    works = parse_one(f"CASE WHEN MOD(days.n, 7) < 5 AND {holidays}.day IS NULL THEN 1 ELSE 0 END")
    numbered = (
        exp.select("days.day", exp.alias_(works, "works"),
                   exp.alias_(parse_one(f"SUM({works.sql()}) OVER (ORDER BY days.n)"), "number"))
        .from_("days")
        .join(holidays, on=f"{holidays}.day = days.day", join_type="left")
    )  # fmt: skip
    return [
        (holidays, dialect.listed_days(list_holidays(*between, calendar))),
        (f"numbered_days{_of(calendar)}", numbered),
    ]
