"""The backend for Polars alone: what Narwhals cannot say, and was measured to be needed.

Texts are worked out as numbers and looked up once at the end, days move by plain addition,
lists of codes come from a look-up of all that can occur: on Polars each is several times
faster than the way that works everywhere (``docs/how-to/frames.md`` has the figures).
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import reduce
from operator import add, or_
from typing import Any

import narwhals as nw
import polars as pl

from subhub.model.calendar import FIRST_DAY
from subhub.once import once
from subhub.policies.engines.columns.backend import FrameBackend
from subhub.policies.engines.columns.business_days import days_ahead
from subhub.policies.engines.columns.nodes import BusinessDays, Node
from subhub.policies.engines.columns.plan import Plan
from subhub.policies.engines.columns.stages import Stages
from subhub.policies.language.kinds import Kind

#: a look-up of all lists of this many codes is still small
_LISTS = 10


def with_outputs(
    frame: nw.LazyFrame[Any], plan: Plan, wanted: list[str], staged: Stages, money: Any
) -> nw.LazyFrame[Any]:
    """``frame`` with the ``wanted`` outputs; ``money`` is the dtype of its amounts."""
    write = PolarsColumns(staged, money)
    native: pl.LazyFrame = nw.to_native(frame)
    own = native.collect_schema().names()
    for level in staged.levels:
        native = native.with_columns(**{name: write.op(node) for name, node in level.items()})
    outputs = {name: write.text(plan.outputs[name]) for name in wanted}
    return nw.from_native(native.with_columns(**outputs).select(*own, *outputs))


class PolarsColumns(FrameBackend):
    """Nodes as Polars expressions.

    A node of texts that are all fixed is *coded*: its expression is a number, the position
    of the text in ``texts``. Stages keep numbers; :meth:`text` looks the texts up.
    """

    def __init__(self, staged: Stages, money: Any) -> None:
        super().__init__(staged)
        self.texts: dict[str, int] = {}
        self.dtypes: dict[Kind, Any] = {
            Kind.DAY: pl.Date(), Kind.CODE: pl.String(), Kind.BOOL: pl.Boolean(),
            Kind.COUNT: pl.Int64(), Kind.MONEY: pl.Decimal(38, money.scale),
            Kind.NOTHING: pl.String(), Kind.DAYS: pl.Int64(), Kind.MONTHS: pl.Int64(),
        }  # fmt: skip
        self._coded: dict[Node, bool] = {}

    def named(self, name: str) -> pl.Expr:
        """A column by its name; of numbers where what it holds is coded."""
        return pl.col(name)

    def text(self, node: Node) -> pl.Expr:
        """The same with texts as texts."""
        if node.op == "null":
            return pl.lit(None, dtype=self.dtypes[node.value])
        if node.op == "literal" and isinstance(node.value, str):
            return pl.lit(node.value)
        made: pl.Expr = self.expr(node)
        if not self.coded(node):
            return made
        return pl.lit(pl.Series(list(self.texts), dtype=pl.String)).gather(made)

    def coded(self, node: Node) -> bool:
        """All its texts are fixed."""
        if node not in self._coded:
            if node.op == "case":
                branches = [*node.args[1:-1:2], node.args[-1]]
                self._coded[node] = all(map(self.coded, branches))
            elif node.op == "null":
                self._coded[node] = node.value is Kind.CODE
            else:
                self._coded[node] = node.op == "literal" and isinstance(node.value, str)
        return self._coded[node]

    def _literal(self, node: Node) -> pl.Expr:
        value = node.value
        if isinstance(value, str):
            return pl.lit(self.texts.setdefault(value, len(self.texts)), dtype=pl.UInt32)
        literal = pl.lit(value)
        return literal.cast(self.dtypes[Kind.MONEY]) if isinstance(value, Decimal) else literal

    def _null(self, node: Node) -> pl.Expr:
        return pl.lit(None, dtype=pl.UInt32 if self.coded(node) else self.dtypes[node.value])

    def _case(self, node: Node) -> pl.Expr:
        read = self.expr if self.coded(node) else self.text
        *pairs, last = node.args
        chain: Any = pl
        for at in range(0, len(pairs), 2):
            chain = chain.when(self.expr(pairs[at])).then(read(pairs[at + 1]))
        made: pl.Expr = chain.otherwise(read(last))
        return made

    def _equal(self, node: Node) -> Any:
        if all(map(self.coded, node.args)):
            return super()._equal(node)
        left, right = map(self.text, node.args)
        return left == right

    def _among(self, node: Node) -> pl.Expr:
        column = self.text(node.args[0])
        found: pl.Expr = reduce(or_, (column == option for option in node.value))
        return found

    def _days(self, node: Node) -> pl.Expr:
        moved = self.expr(node.args[0]).to_physical() + pl.lit(node.value, dtype=pl.Int32)
        return pl.Expr.cast(moved, pl.Date)

    def _plus_days(self, node: Node) -> pl.Expr:
        day, number = map(self.expr, node.args)
        return pl.Expr.cast(day.to_physical() + number.cast(pl.Int32), pl.Date)

    def _plus_months(self, node: Node) -> pl.Expr:
        day, number = map(self.expr, node.args)
        moved: pl.Expr = day.dt.offset_by(pl.format("{}mo", number))
        return moved

    def _days_between(self, node: Node) -> pl.Expr:
        first, second = (self.expr(day).to_physical().cast(pl.Int64) for day in node.args)
        days: pl.Expr = second - first
        return days

    def _month_number(self, node: Node) -> pl.Expr:
        day = self.expr(node.args[0]).dt
        months: pl.Expr = day.year().cast(pl.Int64) * 12 + day.month() - 1
        return months

    def _day_of_month(self, node: Node) -> pl.Expr:
        return pl.Expr.cast(self.expr(node.args[0]).dt.day(), pl.Int64)

    def _last_day(self, node: Node) -> pl.Expr:
        found: pl.Expr = self.expr(node.args[0]).dt.month_end()
        return found

    def _business_days(self, node: Node) -> pl.Expr:
        due = _due_days(node.value)
        first = pl.lit((FIRST_DAY - date(1970, 1, 1)).days, dtype=pl.Int32)
        index = self.expr(node.args[0]).to_physical() - first
        inside = index.is_between(0, len(due) - 1)  # null outside the known calendar
        return pl.lit(due).gather(pl.when(inside).then(index))

    def _listed(self, node: Node) -> pl.Expr:
        """Codes joined by commas, from a look-up of all combinations of the conditions."""
        pairs = list(zip(node.args, node.value, strict=True))
        pieces = [pairs[at : at + _LISTS] for at in range(0, len(pairs), _LISTS)]
        texts = [self._piece(each, lead="" if len(pieces) == 1 else ",") for each in pieces]
        return texts[0] if len(texts) == 1 else pl.concat_str(*texts).str.slice(1)

    def _piece(self, pairs: list[tuple[Node, str]], lead: str) -> pl.Expr:
        conditions = list(dict.fromkeys(when for when, _ in pairs))
        bits = tuple(conditions.index(when) for when, _ in pairs)
        mask = [
            self.expr(each).cast(pl.UInt32) * pl.lit(1 << at, dtype=pl.UInt32)
            for at, each in enumerate(conditions)
        ]
        listed = _combinations(bits, tuple(code for _, code in pairs), lead)
        return pl.lit(listed).gather(reduce(add, mask))


@once
def _combinations(bits: tuple[int, ...], codes: tuple[str, ...], lead: str) -> pl.Series:
    """For every mask of conditions, the codes of those that hold."""
    listed = []
    for mask in range(1 << (max(bits) + 1)):
        held = [code for bit, code in zip(bits, codes, strict=True) if mask >> bit & 1]
        listed.append((lead if held else "") + ",".join(held))
    return pl.Series(listed, dtype=pl.String)


@once
def _due_days(which: BusinessDays) -> pl.Series:
    """For each day of the calendar, the so many-th business day after it."""
    first = (FIRST_DAY - date(1970, 1, 1)).days
    days = [first + index + ahead for index, ahead in enumerate(days_ahead(which))]
    return pl.Series(days, dtype=pl.Int32).cast(pl.Date)
