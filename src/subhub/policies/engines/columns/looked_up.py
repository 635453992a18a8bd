"""Days that Narwhals has no word for, said to each library in its own.

So much of them as no two libraries share a way to say: everything else about time is plain
arithmetic (:mod:`.moves`). Each makes a whole column, of columns or fixed values, without a
join, a Python function or a collect.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib import import_module
from typing import Any

from subhub.errors import RequestError

#: the name of a column
Name = str
Part = Name | date | int


def with_days(frame: Any, name: str, op: str, *parts: Part) -> Any:
    """``frame`` with one more column: a day moved, the days between two, a month's last."""
    import narwhals as nw

    kind = frame.implementation.name
    if kind not in _MADE_BY:
        raise RequestError("no_business_days", kind=kind.lower())
    return nw.from_native(_MADE_BY[kind](nw.to_native(frame), name, op, *parts))


_DUCKDB = {
    "plus_days": "{0} + CAST({1} AS INTEGER)",
    "plus_months": "CAST({0} + to_months(CAST({1} AS INTEGER)) AS DATE)",
    "days_between": "{1} - {0}",
    "last_day": "last_day({0})",
}
_SPARK = {
    "plus_days": "date_add({0}, CAST({1} AS INT))",
    "plus_months": "add_months({0}, CAST({1} AS INT))",
    "days_between": "CAST(datediff({1}, {0}) AS BIGINT)",
    "last_day": "last_day({0})",
}
_IBIS: dict[str, Callable[..., Any]] = {
    "plus_days": lambda day, n: (day + n.as_interval("D")).cast("date"),
    "plus_months": lambda day, n: (day + n.as_interval("M")).cast("date"),
    "days_between": lambda first, second: second.delta(first, unit="day"),
    "last_day": lambda day: (day.truncate("M") + _one("months") - _one("days")).cast("date"),
}


def _on_duckdb(relation: Any, name: str, op: str, *parts: Part) -> Any:
    import duckdb

    sql = _DUCKDB[op].format(*(_in_sql(part, '"') for part in parts))
    return relation.select(duckdb.StarExpression(), duckdb.SQLExpression(sql).alias(name))


def _on_spark(frame: Any, name: str, op: str, *parts: Part) -> Any:
    F = import_module("pyspark.sql.functions")  # noqa: N806 - the name everyone gives it

    return frame.withColumn(name, F.expr(_SPARK[op].format(*(_in_sql(p, "`") for p in parts))))


def _on_ibis(table: Any, name: str, op: str, *parts: Part) -> Any:
    ibis = import_module("ibis")

    def column(part: Part) -> Any:
        if isinstance(part, Name):
            return table[part]
        return ibis.date(part) if isinstance(part, date) else ibis.literal(part, "int32")

    return table.mutate(**{name: _IBIS[op](*map(column, parts))})


def _one(unit: str) -> Any:
    return import_module("ibis").interval(**{unit: 1})


def _in_sql(part: Part, mark: str) -> str:
    if isinstance(part, Name):
        return mark + part.replace(mark, mark * 2) + mark
    return f"DATE '{part.isoformat()}'" if isinstance(part, date) else str(part)


_MADE_BY: dict[str, Callable[..., Any]] = {
    "DUCKDB": _on_duckdb, "PYSPARK": _on_spark, "IBIS": _on_ibis,
    "PYSPARK_CONNECT": _on_spark,
}  # fmt: skip
