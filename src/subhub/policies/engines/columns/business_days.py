"""Business days on dataframes: no two libraries share a way to look a day up.

So each has its own, without a join, a Python function or a collect.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from importlib import import_module
from typing import Any

from subhub.errors import RequestError
from subhub.model.calendar import FIRST_DAY, LAST_DAY, add_business_days
from subhub.once import once
from subhub.policies.engines.columns.nodes import BusinessDays


@once
def last_day_before(which: BusinessDays, last: date = LAST_DAY) -> date:
    """The last day whose so many-th business day after it is no later than ``last``."""
    day = last
    while True:
        try:
            if add_business_days(day, *which) <= last:
                return day
        except RequestError:
            pass
        day -= timedelta(1)


def with_business_days(frame: Any, name: str, day: str, which: BusinessDays) -> Any:
    """A column with the so many-th business day after the column ``day``."""
    import narwhals as nw

    kind = frame.implementation.name
    if kind not in _LOOK_UP:
        raise RequestError("no_business_days", kind=kind.lower())
    return nw.from_native(_LOOK_UP[kind](nw.to_native(frame), name, day, which))


@once
def days_ahead(which: BusinessDays) -> bytes:
    """For each covered day, how many calendar days ahead the business day lies."""
    known = (last_day_before(which) - FIRST_DAY).days + 1
    days = (FIRST_DAY + timedelta(index) for index in range(known))
    return bytes((add_business_days(day, *which) - day).days for day in days)


def _letters(which: BusinessDays) -> tuple[str, int]:
    """The same as one letter for each day, counted from a letter's code."""
    ahead = days_ahead(which)
    base = ord("A") - min(ahead)
    if max(ahead) + base > ord("z"):
        raise RequestError("too_many_business_days", count=which.number)
    return "".join(chr(each + base) for each in ahead), base


def _on_duckdb(relation: Any, name: str, day: str, which: BusinessDays) -> Any:
    import duckdb

    letters, base = _letters(which)
    quoted = '"' + day.replace('"', '""') + '"'
    index = f"({quoted} - DATE '{FIRST_DAY}')"
    letter = f"substring('{letters}', {index}::INTEGER + 1, 1)"
    known = f"{index} BETWEEN 0 AND {len(letters) - 1}"
    sql = f"CASE WHEN {known} THEN {quoted} + (ascii({letter}) - {base}) END"
    return relation.select(duckdb.StarExpression(), duckdb.SQLExpression(sql).alias(name))


def _on_spark(frame: Any, name: str, day: str, which: BusinessDays) -> Any:
    F = import_module("pyspark.sql.functions")  # noqa: N806 - the name everyone gives it

    # split() of a text that is fixed is worked out once, when the query is planned
    ahead = ",".join(map(str, days_ahead(which)))
    index = F.datediff(F.col(day), F.lit(FIRST_DAY))
    step = F.split(F.lit(ahead), ",")[index].cast("int")
    inside = index.between(0, len(days_ahead(which)) - 1)
    return frame.withColumn(name, F.when(inside, F.date_add(F.col(day), step)))


def _on_ibis(table: Any, name: str, day: str, which: BusinessDays) -> Any:
    ibis = import_module("ibis")

    letters, base = _letters(which)
    index = table[day].delta(ibis.date(FIRST_DAY), unit="day")
    step = ibis.literal(letters).substr(index, 1).ascii_str() - base
    ahead = table[day] + step.as_interval("D")
    inside = index.between(0, len(letters) - 1)
    return table.mutate(**{name: ibis.cases((inside, ahead.cast("date")))})


_LOOK_UP: dict[str, Callable[[Any, str, str, BusinessDays], Any]] = {
    "DUCKDB": _on_duckdb, "PYSPARK": _on_spark, "IBIS": _on_ibis,
    "PYSPARK_CONNECT": _on_spark,
}  # fmt: skip
