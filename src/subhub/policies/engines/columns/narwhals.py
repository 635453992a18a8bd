"""A plan on dataframes of any kind, through Narwhals: the one file that knows dataframes.

Everything is an expression on columns except the business days: no two libraries share a
way to look a day up, so each has its own, without a join, a Python function or a collect.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import timedelta
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from subhub.errors import RequestError
from subhub.model.calendar import FIRST_DAY, add_business_days
from subhub.policies.engines.columns.nodes import Node
from subhub.policies.engines.columns.plan import Plan, last_day_before
from subhub.policies.engines.columns.stages import Stages, stages
from subhub.policies.language.expressions import Kind

if TYPE_CHECKING:
    import narwhals as nw

PREFIX = "_subhub_"


def with_outputs(frame: nw.LazyFrame[Any], plan: Plan, wanted: Iterable[str], money: Any) -> Any:
    """``frame`` with the ``wanted`` outputs; ``money`` is the dtype of its amounts."""
    import narwhals as nw

    wanted = list(wanted)
    staged = stages(plan, wanted, PREFIX)
    if frame.implementation.is_polars():
        from subhub.policies.engines.columns import polars as polars_columns

        return nw.from_native(
            polars_columns.with_outputs(nw.to_native(frame), plan, wanted, staged, money.scale)
        )
    write = Writer(staged, money)
    own = frame.collect_schema().names()
    for level in staged.levels:
        days = {name: node for name, node in level.items() if node.op == "business_days"}
        plain = {name: write.op(node) for name, node in level.items() if name not in days}
        if plain:
            frame = frame.with_columns(**plain)
        for name, node in days.items():
            frame = _with_business_days(frame, name, write.column_of(node.args[0]), node.value)
    outputs = {name: write.expr(plan.outputs[name]) for name in wanted}
    return frame.select(*(nw.col(name) for name in own), **outputs)


class Writer:
    """Nodes as Narwhals expressions; what an earlier stage made is its column."""

    def __init__(self, staged: Stages, money: Any) -> None:
        import narwhals as nw

        self.nw, self.made, self.money = nw, staged.made, money
        self.dtypes = {
            Kind.DAY: nw.Date(), Kind.CODE: nw.String(), Kind.BOOL: nw.Boolean(),
            Kind.COUNT: nw.Int64(), Kind.MONEY: money, Kind.NOTHING: nw.String(),
        }  # fmt: skip

    def expr(self, node: Node) -> Any:
        """A column already made, or the operation."""
        name = self.made.get(node)
        return self.op(node) if name is None else self.nw.col(name)

    def column_of(self, node: Node) -> str:
        """The name of a node that is a column."""
        return self.made.get(node) or str(node.value)

    def op(self, node: Node) -> Any:
        """The operation itself."""
        nw = self.nw
        match node.op:
            case "column":
                return nw.col(node.value)
            case "literal":
                return self._literal(node.value)
            case "null":
                return nw.lit(None, dtype=self.dtypes[node.value])
            case "case":
                return self._case(node)
            case "and" | "or":
                first, *rest = map(self.expr, node.args)
                for part in rest:
                    first = first & part if node.op == "and" else first | part
                return first
            case "among":
                return self.expr(node.args[0]).is_in(list(node.value))
            case "listed":
                parts = zip(map(self.expr, node.args), node.value, strict=True)
                texts = [nw.when(w).then(nw.lit(f",{c}")).otherwise(nw.lit("")) for w, c in parts]
                return nw.concat_str(*texts).str.slice(1)
        return SIMPLE[node.op](
            *map(self.expr, node.args), *(() if node.value is None else (node.value,))
        )

    def _literal(self, value: Any) -> Any:
        from decimal import Decimal

        literal = self.nw.lit(value)
        return literal.cast(self.money) if isinstance(value, Decimal) else literal

    def _case(self, node: Node) -> Any:
        *pairs, last = map(self.expr, node.args)
        chain = self.nw.when(pairs[0]).then(pairs[1])
        for at in range(2, len(pairs), 2):
            chain = chain.when(pairs[at]).then(pairs[at + 1])
        return chain.otherwise(last)


def _days(day: Any, count: int) -> Any:
    import narwhals as nw

    return day.dt.offset_by(f"{count}d").cast(nw.Date)  # some engines make a timestamp of it


SIMPLE: dict[str, Callable[..., Any]] = {
    "==": lambda left, right: left == right,
    "<": lambda left, right: left < right,
    "<=": lambda left, right: left <= right,
    "+": lambda left, right: left + right,
    "-": lambda left, right: left - right,
    "not": lambda part: ~part,
    "known": lambda part: ~part.is_null(),
    "sure": lambda part: part.fill_null(False),
    "possible": lambda part: part.fill_null(True),
    "days": _days,
}


# ---- business days -----------------------------------------------------------------------------


def _with_business_days(frame: Any, name: str, day: str, count: int) -> Any:
    """A column with the ``count``-th business day after the column ``day``."""
    import narwhals as nw

    kind = frame.implementation.name
    if kind not in _LOOK_UP:
        raise RequestError(
            f"business days cannot be looked up on a dataframe of {kind.lower()}",
            hint="hand over a Polars, PyArrow, pandas, DuckDB, Ibis or PySpark table",
        )
    return nw.from_native(_LOOK_UP[kind](nw.to_native(frame), name, day, count))


@cache
def days_ahead(count: int) -> bytes:
    """For each covered day, how many calendar days ahead the business day lies."""
    known = (last_day_before(count) - FIRST_DAY).days + 1
    days = (FIRST_DAY + timedelta(index) for index in range(known))
    return bytes((add_business_days(day, count) - day).days for day in days)


def _letters(count: int) -> tuple[str, int]:
    """The same as one letter for each day, counted from a letter's code."""
    ahead = days_ahead(count)
    base = ord("A") - min(ahead)
    if max(ahead) + base > ord("z"):
        raise RequestError(f"{count} business days are too many for this kind of table")
    return "".join(chr(each + base) for each in ahead), base


def _on_duckdb(relation: Any, name: str, day: str, count: int) -> Any:
    import duckdb

    letters, base = _letters(count)
    quoted = '"' + day.replace('"', '""') + '"'
    index = f"({quoted} - DATE '{FIRST_DAY}')"
    letter = f"substring('{letters}', {index}::INTEGER + 1, 1)"
    known = f"{index} BETWEEN 0 AND {len(letters) - 1}"
    sql = f"CASE WHEN {known} THEN {quoted} + (ascii({letter}) - {base}) END"
    return relation.select(duckdb.StarExpression(), duckdb.SQLExpression(sql).alias(name))


def _on_spark(frame: Any, name: str, day: str, count: int) -> Any:
    F = import_module("pyspark.sql.functions")  # noqa: N806 - the name everyone gives it

    # split() of a text that is fixed is worked out once, when the query is planned
    ahead = ",".join(map(str, days_ahead(count)))
    index = F.datediff(F.col(day), F.lit(FIRST_DAY))
    step = F.split(F.lit(ahead), ",")[index].cast("int")
    inside = index.between(0, len(days_ahead(count)) - 1)
    return frame.withColumn(name, F.when(inside, F.date_add(F.col(day), step)))


def _on_ibis(table: Any, name: str, day: str, count: int) -> Any:
    ibis = import_module("ibis")

    letters, base = _letters(count)
    index = table[day].delta(ibis.date(FIRST_DAY), unit="day")
    step = ibis.literal(letters).substr(index, 1).ascii_str() - base
    ahead = table[day] + step.as_interval("D")
    inside = index.between(0, len(letters) - 1)
    return table.mutate(**{name: ibis.cases((inside, ahead.cast("date")))})


_LOOK_UP: dict[str, Callable[[Any, str, str, int], Any]] = {
    "DUCKDB": _on_duckdb, "PYSPARK": _on_spark, "IBIS": _on_ibis,
    "PYSPARK_CONNECT": _on_spark,
}  # fmt: skip
