"""What one SQL engine writes otherwise than the next: a class for each that differs.

>>> DIALECTS["sqlite"].day(date(2026, 11, 21)).sql("sqlite")
"'2026-11-21'"
>>> DIALECTS["snowflake"].plus_days(exp.column("day"), 3).sql("snowflake")
'DATEADD(DAY, 3, day)'
"""

from __future__ import annotations

from datetime import date
from typing import Final

from sqlglot import exp

from subhub.errors import RequestError, one_of
from subhub.policies.language.kinds import Kind

_TYPES = {
    Kind.DAY: "date", Kind.CODE: "text", Kind.BOOL: "boolean", Kind.COUNT: "bigint",
    Kind.MONEY: "decimal(38, 6)", Kind.NOTHING: "text",
}  # fmt: skip


class Dialect:
    """An engine that follows the standard where it can."""

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

    def listed_days(self, days: list[date]) -> exp.Select:
        """A relation of the days, in one column ``day``."""
        day = exp.cast(exp.column("day"), "date")
        return exp.select(exp.alias_(day, "day")).from_(self._values(days, columns=["day"]))

    def _values(self, days: list[date], columns: list[str] | None) -> exp.Values:
        texts = [(day.isoformat(),) for day in days]
        return exp.values(texts, alias="listed", columns=columns)


class AddsToDays(Dialect):
    """An engine whose days take a number of days with a plus."""

    def plus_days(self, day: exp.Expr, count: int | exp.Expr) -> exp.Expr:
        """``day + 3``."""
        number = _number(count)
        is_below_zero = isinstance(count, int) and count < 0
        return exp.Add(this=day, expression=exp.paren(number) if is_below_zero else number)


class Redshift(Dialect):
    """Its DATEADD makes a timestamp of a day."""

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
        step = exp.DPipe(this=_number(count), expression=exp.Literal.string(" days"), safe=True)
        return exp.Anonymous(this="DATE", expressions=[day, step])

    def listed_days(self, days: list[date]) -> exp.Select:
        """The engine names the column itself."""
        listed = self._values(days, columns=None)
        return exp.select(exp.alias_(exp.column("column1"), "day")).from_(listed)


def _number(count: int | exp.Expr) -> exp.Expr:
    return exp.Literal.number(count) if isinstance(count, int) else count


#: those that have what is needed: booleans as values, WITH, window functions
DIALECTS: Final[dict[str, Dialect]] = {
    each.name: each
    for each in (
        Dialect("bigquery"), Dialect("databricks"), AddsToDays("duckdb"), AddsToDays("postgres"),
        Redshift("redshift"), Dialect("snowflake"), Dialect("spark"), SQLite("sqlite"),
        Dialect("trino"),
    )
}  # fmt: skip


def find_dialect(name: str) -> Dialect:
    """The dialect of that name, or :class:`RequestError` where it is not known here."""
    if name not in DIALECTS:
        raise RequestError("unknown_dialect", value=name, hint=one_of(DIALECTS, name))
    return DIALECTS[name]
