"""The backend for dataframes of any kind, through Narwhals.

Everything is an expression on columns except the business days, which are looked up.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import narwhals as nw

from subhub.policies.engines.columns.backend import FrameBackend
from subhub.policies.engines.columns.business_days import with_business_days
from subhub.policies.engines.columns.nodes import Node
from subhub.policies.engines.columns.plan import Plan
from subhub.policies.engines.columns.stages import Stages
from subhub.policies.language.kinds import Kind


def with_outputs(
    frame: nw.LazyFrame[Any], plan: Plan, wanted: list[str], staged: Stages, money: Any
) -> nw.LazyFrame[Any]:
    """``frame`` with the ``wanted`` outputs; ``money`` is the dtype of its amounts."""
    write = NarwhalsColumns(staged, money)
    own = frame.collect_schema().names()
    for level in staged.levels:
        days = {name: node for name, node in level.items() if node.op == "business_days"}
        plain = {name: write.op(node) for name, node in level.items() if name not in days}
        if plain:
            frame = frame.with_columns(**plain)
        for name, node in days.items():
            frame = with_business_days(frame, name, write.name_of(node.args[0]), node.value)
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
        }  # fmt: skip

    def named(self, name: str) -> Any:
        """A column by its name."""
        return nw.col(name)

    def name_of(self, node: Node) -> str:
        """The name of a node that is a column."""
        return self.made.get(node) or str(node.value)

    def _literal(self, node: Node) -> Any:
        literal = nw.lit(node.value)
        return literal.cast(self.money) if isinstance(node.value, Decimal) else literal

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

    def _business_days(self, node: Node) -> Any:
        raise AssertionError("business days are looked up: see with_outputs")

    def _listed(self, node: Node) -> Any:
        parts = zip(map(self.expr, node.args), node.value, strict=True)
        texts = [nw.when(w).then(nw.lit(f",{c}")).otherwise(nw.lit("")) for w, c in parts]
        return nw.concat_str(*texts).str.slice(1)
