"""The backend for dataframes of any kind, through Narwhals.

Everything is an expression on columns except the business days, which are looked up.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import narwhals as nw

from subhub.policies.engines.columns.backend import FrameBackend
from subhub.policies.engines.columns.business_days import with_business_days
from subhub.policies.engines.columns.looked_up import with_days
from subhub.policies.engines.columns.nodes import Node
from subhub.policies.engines.columns.plan import Plan
from subhub.policies.engines.columns.stages import LOOKED_UP, Stages
from subhub.policies.language.kinds import Kind


def with_outputs(
    frame: nw.LazyFrame[Any], plan: Plan, wanted: list[str], staged: Stages, money: Any
) -> nw.LazyFrame[Any]:
    """``frame`` with the ``wanted`` outputs; ``money`` is the dtype of its amounts."""
    write = NarwhalsColumns(staged, money)
    own = frame.collect_schema().names()
    for level in staged.levels:
        apart = {name: node for name, node in level.items() if node.op in LOOKED_UP}
        plain = {name: write.op(node) for name, node in level.items() if name not in apart}
        if plain:
            frame = frame.with_columns(**plain)
        for name, node in apart.items():
            parts = [write.part(arg) for arg in node.args]
            if node.op == "business_days":
                frame = with_business_days(frame, name, parts[0], node.value)
            else:
                frame = with_days(frame, name, node.op, *parts)
    outputs = {name: write.expr(plan.outputs[name]) for name in wanted}
    return frame.select(*(nw.col(name) for name in own), **outputs)


class NarwhalsColumns(FrameBackend):
    """Nodes as Narwhals expressions."""

    def __init__(self, staged: Stages, money: Any) -> None:
        super().__init__(staged)
        self.money = money
        self.dtypes = {
            Kind.DAY: nw.Date(), Kind.CODE: nw.String(), Kind.BOOL: nw.Boolean(),
            Kind.COUNT: nw.Int64(), Kind.MONEY: money, Kind.NOTHING: nw.String(),
            Kind.DAYS: nw.Int64(), Kind.MONTHS: nw.Int64(),
        }  # fmt: skip

    def named(self, name: str) -> Any:
        """A column by its name."""
        return nw.col(name)

    def part(self, node: Node) -> Any:
        """The name of a node that is a column; or its fixed value."""
        return self.made.get(node) or node.value

    def _literal(self, node: Node) -> Any:
        if not isinstance(node.value, Decimal):
            return nw.lit(node.value)
        # Ibis takes a fixed decimal for one of 18 digits, and a whole number for what it is
        whole = node.value == node.value.to_integral_value()
        return nw.lit(int(node.value) if whole else node.value).cast(self.money)

    def _null(self, node: Node) -> Any:
        return nw.lit(None, dtype=self.dtypes[node.value])

    def _case(self, node: Node) -> Any:
        *pairs, last = map(self.expr, node.args)
        chain: Any = nw.when(pairs[0]).then(pairs[1])
        for at in range(2, len(pairs), 2):
            chain = chain.when(pairs[at]).then(pairs[at + 1])
        return chain.otherwise(last)

    def _among(self, node: Node) -> Any:
        return self.expr(node.args[0]).is_in(list(node.value))

    def _days(self, node: Node) -> Any:
        moved = self.expr(node.args[0]).dt.offset_by(f"{node.value}d")
        return moved.cast(nw.Date)  # some engines make a timestamp of it

    def _month_number(self, node: Node) -> Any:
        day = self.expr(node.args[0]).dt
        return day.year().cast(nw.Int64) * 12 + day.month().cast(nw.Int64) - 1

    def _day_of_month(self, node: Node) -> Any:
        return self.expr(node.args[0]).dt.day().cast(nw.Int64)

    def _apart(self, node: Node) -> Any:
        raise AssertionError(f"{node.op} is a column of its own: see with_outputs")

    _business_days = _plus_days = _plus_months = _days_between = _last_day = _apart

    def _listed(self, node: Node) -> Any:
        parts = zip(map(self.expr, node.args), node.value, strict=True)
        texts = [nw.when(w).then(nw.lit(f",{c}")).otherwise(nw.lit("")) for w, c in parts]
        return nw.concat_str(*texts).str.slice(1)
