"""The business days in SQL: from the holidays, with nothing the engine must bring along.

The days of the calendar are counted out, weekends and holidays taken from them, the rest
numbered; the business day so many after a day is found by its number.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from sqlglot import exp, parse_one

from subhub.model.calendar import is_business_day
from subhub.policies.engines.sql.dialects import Dialect

#: a Monday: the days are counted from here
MONDAY = date(1999, 12, 27)


def list_holidays(first: date, last: date) -> list[date]:
    """The weekdays that are no business days."""
    days = (first + timedelta(index) for index in range((last - first).days + 1))
    return [day for day in days if day.weekday() < 5 and not is_business_day(day)]


def build_calendar(
    counts: Iterable[int], dialect: Dialect, between: tuple[date, date]
) -> list[tuple[str, exp.Expr]]:
    """Common table expressions: the numbered days, then ``business_days_<count>`` for each count.

    Those have the columns ``day`` and ``due_on``. Without a count there is nothing to build.
    """
    due = [(f"business_days_{count}", _due(count)) for count in counts]
    return [*_numbered_days(dialect, between), *due] if due else []


def _due(count: int) -> exp.Expr:
    return (
        exp.select("start.day", exp.alias_(exp.column("day", table="due"), "due_on"))
        .from_("numbered_days AS start")
        .join("numbered_days AS due", on=f"due.works = 1 AND due.number = start.number + {count}")
    )


def _numbered_days(dialect: Dialect, between: tuple[date, date]) -> list[tuple[str, exp.Expr]]:
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
    works = parse_one("CASE WHEN MOD(days.n, 7) < 5 AND holidays.day IS NULL THEN 1 ELSE 0 END")
    numbered = (
        exp.select("days.day", exp.alias_(works, "works"),
                   exp.alias_(parse_one(f"SUM({works.sql()}) OVER (ORDER BY days.n)"), "number"))
        .from_("days")
        .join("holidays", on="holidays.day = days.day", join_type="left")
    )  # fmt: skip
    return [
        ("holidays", dialect.listed_days(list_holidays(first, last))),
        ("digits", digits),
        ("numbers", counted),
        ("days", days),
        ("numbered_days", numbered),
    ]
