"""What one SQL engine writes otherwise than the next: a class for each that differs.

>>> DIALECTS["sqlite"].day(date(2026, 11, 21)).sql("sqlite")
"'2026-11-21'"
>>> DIALECTS["snowflake"].plus_days(exp.column("day"), 3).sql("snowflake")
'DATEADD(DAY, 3, day)'
"""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Final

from sqlglot import exp, parse_one

from subhub.errors import RequestError, one_of
from subhub.policies.language.kinds import Kind

_TYPES = {
    Kind.DAY: "date", Kind.CODE: "text", Kind.BOOL: "boolean", Kind.COUNT: "bigint",
    Kind.MONEY: "decimal(38, 6)", Kind.NOTHING: "text", Kind.DAYS: "bigint", Kind.MONTHS: "bigint",
}  # fmt: skip


class Dialect:
    """An engine that follows the standard where it can."""

    #: each step is worked out once, and told so; ``None`` where the engine knows by itself
    materialized: ClassVar[bool | None] = None

    def __init__(self, name: str) -> None:
        self.name = name

    def day(self, day: date) -> exp.Expr:
        """A fixed day."""
        return exp.cast(exp.Literal.string(day.isoformat()), "date")

    def null(self, kind: Kind) -> exp.Expr:
        """Nothing, of a kind."""
        return exp.cast(exp.Null(), _TYPES[kind])

    def plus_days(self, day: exp.Expr, count: int | exp.Expr) -> exp.Expr:
        """A day so many days later, in the way that keeps it a day."""
        return exp.DateAdd(this=day, expression=_number(count), unit=exp.var("DAY"))

    def plus_months(self, day: exp.Expr, count: exp.Expr) -> exp.Expr:
        """A day so many months later; where there is none, the month's last."""
        return exp.DateAdd(this=day, expression=count, unit=exp.var("MONTH"))

    def days_between(self, first: exp.Expr, second: exp.Expr) -> exp.Expr:
        """How many days lie from one day to the other."""
        return exp.DateDiff(this=second, expression=first, unit=exp.var("DAY"))

    def part(self, day: exp.Expr, name: str) -> exp.Expr:
        """The ``year``, ``month`` or ``day`` of a day, as a whole number."""
        return exp.cast(exp.Extract(this=exp.var(name.upper()), expression=day), "bigint")

    def last_day(self, day: exp.Expr) -> exp.Expr:
        """The last day of the month."""
        return exp.LastDay(this=day)

    def divided(self, number: exp.Expr, by: exp.Expr) -> exp.Expr:
        """How often ``by`` fits whole into a number not below zero."""
        return exp.IntDiv(this=number, expression=by)

    def listed_days(self, days: list[date]) -> exp.Select:
        """A relation of the days, in one column ``day``."""
        day = exp.cast(exp.column("day"), "date")
        return exp.select(exp.alias_(day, "day")).from_(self._values(days, columns=["day"]))

    def _values(self, days: list[date], columns: list[str] | None) -> exp.Values:
        texts = [(day.isoformat(),) for day in days]
        return exp.values(texts, alias="listed", columns=columns)


class AddsToDays(Dialect):
    """An engine whose days take a number of days with a plus, and months as an interval."""

    def __init__(self, name: str, interval: exp.Expr, last_day: exp.Expr) -> None:
        super().__init__(name)
        self._interval, self._last_day = interval, last_day

    def plus_months(self, day: exp.Expr, count: exp.Expr) -> exp.Expr:
        """A day again: with an interval it becomes a timestamp."""
        interval = exp.replace_placeholders(self._interval, count=count)
        return exp.cast(exp.Add(this=day, expression=interval), "date")

    def days_between(self, first: exp.Expr, second: exp.Expr) -> exp.Expr:
        """One less the other."""
        return exp.paren(exp.Sub(this=second, expression=first))

    def last_day(self, day: exp.Expr) -> exp.Expr:
        """As the engine says it."""
        return exp.replace_placeholders(self._last_day, day=day)

    def plus_days(self, day: exp.Expr, count: int | exp.Expr) -> exp.Expr:
        """``day + 3``."""
        number = _number(count)
        is_below_zero = isinstance(count, int) and count < 0
        return exp.Add(this=day, expression=exp.paren(number) if is_below_zero else number)


class Postgres(AddsToDays):
    """Divides whole numbers whole; its own DIV is for decimals.

    A step that is used once it writes out in place, step in step, and so again and again.
    """

    materialized = True

    def divided(self, number: exp.Expr, by: exp.Expr) -> exp.Expr:
        """Plain division."""
        return exp.Div(this=number, expression=by, typed=True)


class Databricks(Dialect):
    """Its DATEADD makes a timestamp of a day."""

    def plus_months(self, day: exp.Expr, count: exp.Expr) -> exp.Expr:
        """A day again."""
        return exp.cast(super().plus_months(day, count), "date")


class Redshift(Databricks):
    """So does it for days."""

    def divided(self, number: exp.Expr, by: exp.Expr) -> exp.Expr:
        """Plain division, whole where both sides are."""
        return exp.Div(this=number, expression=by, typed=True)

    def plus_days(self, day: exp.Expr, count: int | exp.Expr) -> exp.Expr:
        """A day again."""
        return exp.cast(super().plus_days(day, count), "date")


class SQLite(Dialect):
    """Has no type for days: their ISO text sorts as they do."""

    def day(self, day: date) -> exp.Expr:
        """The text of the day."""
        return exp.Literal.string(day.isoformat())

    def null(self, kind: Kind) -> exp.Expr:
        """Nothing, which has no kind."""
        return exp.Null()

    def plus_days(self, day: exp.Expr, count: int | exp.Expr) -> exp.Expr:
        """``DATE(day, '3 days')``."""
        return _date(day, _step(_number(count), " days"))

    def plus_months(self, day: exp.Expr, count: exp.Expr) -> exp.Expr:
        """Its own months run over into the next: then it is the last day before."""
        moved = _date(day, _step(count, " months"))
        over = exp.LT(this=_digits(moved, 9, 2), expression=_digits(day, 9, 2))
        last = _date(moved, "start of month", "-1 day")
        return exp.Case().when(over, last, copy=False).else_(moved, copy=False)

    def days_between(self, first: exp.Expr, second: exp.Expr) -> exp.Expr:
        """Of its day numbers, which are exact at midnight."""
        gap = exp.Sub(this=_julian(second), expression=_julian(first))
        return exp.cast(gap, "bigint")

    def part(self, day: exp.Expr, name: str) -> exp.Expr:
        """Of the digits of the text."""
        return exp.cast(_digits(day, *_PLACES[name]), "bigint")

    def last_day(self, day: exp.Expr) -> exp.Expr:
        """Of any but the last month: there is none after it."""
        last = exp.GTE(this=day, expression=exp.Literal.string("9999-12-01"))
        other = _date(day, "start of month", "+1 month", "-1 day")
        made = exp.Case().when(last, exp.Literal.string("9999-12-31"), copy=False)
        return made.else_(other, copy=False)

    def divided(self, number: exp.Expr, by: exp.Expr) -> exp.Expr:
        """Plain division: whole where both sides are."""
        return exp.Div(this=number, expression=by, typed=True)

    def listed_days(self, days: list[date]) -> exp.Select:
        """The engine names the column itself."""
        listed = self._values(days, columns=None)
        return exp.select(exp.alias_(exp.column("column1"), "day")).from_(listed)


#: where the parts of a day stand in its text, and how long they are
_PLACES = {"year": (1, 4), "month": (6, 2), "day": (9, 2)}


def _number(count: int | exp.Expr) -> exp.Expr:
    return exp.Literal.number(count) if isinstance(count, int) else count


def _date(day: exp.Expr, *steps: str | exp.Expr) -> exp.Expr:
    said = [exp.Literal.string(each) if isinstance(each, str) else each for each in steps]
    return exp.Anonymous(this="DATE", expressions=[day, *said])


def _step(count: exp.Expr, unit: str) -> exp.Expr:
    number = exp.paren(count) if isinstance(count, exp.Binary) else count
    return exp.DPipe(this=number, expression=exp.Literal.string(unit), safe=True)


def _digits(day: exp.Expr, start: int, length: int) -> exp.Expr:
    first, last = exp.Literal.number(start), exp.Literal.number(length)
    return exp.Substring(this=day, start=first, length=last)


def _julian(day: exp.Expr) -> exp.Expr:
    return exp.Anonymous(this="JULIANDAY", expressions=[day])


_POSTGRES_LAST_DAY = (
    "CAST(DATE_TRUNC('month', CAST(:day AS TIMESTAMP))"
    " + INTERVAL '1 month' - INTERVAL '1 day' AS DATE)"
)
#: those that have what is needed: booleans as values, WITH, window functions
DIALECTS: Final[dict[str, Dialect]] = {
    each.name: each
    for each in (
        Dialect("bigquery"), Databricks("databricks"),
        AddsToDays("duckdb", parse_one("TO_MONTHS(:count)"), parse_one("LAST_DAY(:day)")),
        Postgres(
            "postgres",
            parse_one("MAKE_INTERVAL(months => :count)", dialect="postgres"),
            parse_one(_POSTGRES_LAST_DAY, dialect="postgres"),
        ),
        Redshift("redshift"), Dialect("snowflake"), Dialect("spark"), SQLite("sqlite"),
        Dialect("trino"),
    )
}  # fmt: skip


def find_dialect(name: str) -> Dialect:
    """The dialect of that name, or :class:`RequestError` where it is not known here."""
    if name not in DIALECTS:
        raise RequestError("unknown_dialect", value=name, hint=one_of(DIALECTS, name))
    return DIALECTS[name]
