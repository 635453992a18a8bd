"""A backend: one verb for each operation of a node, named alike whatever the library.

What dataframes say with Python's own operators is said here, once.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable
from functools import reduce
from operator import add, and_, eq, floordiv, le, lt, mul, or_, sub
from typing import Any, Generic, TypeVar

from subhub.policies.engines.columns.nodes import Node
from subhub.policies.engines.columns.stages import Stages

C = TypeVar("C")
#: every operation of a node, and the method of each backend that writes it
VERBS = {
    "column": "_column", "literal": "_literal", "null": "_null", "case": "_case",
    "==": "_equal", "<": "_below", "<=": "_at_most", "among": "_among",
    "and": "_every", "or": "_either", "not": "_negate",
    "known": "_known", "is_true": "_is_true", "is_not_false": "_is_not_false",
    "+": "_plus", "-": "_minus", "days": "_days", "business_days": "_business_days",
    "days_between": "_days_between", "plus_days": "_plus_days", "plus_months": "_plus_months",
    "month_number": "_month_number", "day_of_month": "_day_of_month", "last_day": "_last_day",
    "*": "_times", "div": "_divided", "listed": "_listed",
}  # fmt: skip


class Backend(ABC, Generic[C]):
    """Nodes as columns ``C`` of one library; what an earlier stage made is looked up."""

    def __init__(self, staged: Stages) -> None:
        self.made = staged.made

    def expr(self, node: Node) -> C:
        """A column already made, or the operation."""
        name = self.made.get(node)
        return self.op(node) if name is None else self.named(name)

    def op(self, node: Node) -> C:
        """The operation itself."""
        made: C = getattr(self, VERBS[node.op])(node)
        return made

    @abstractmethod
    def named(self, name: str) -> C:
        """A column by its name."""

    def _column(self, node: Node) -> C:
        return self.named(node.value)


class FrameBackend(Backend[Any]):
    """What all dataframes have in common."""

    def _joined(self, operator: Callable[[Any, Any], Any], node: Node) -> Any:
        return reduce(operator, map(self.expr, node.args))

    def _equal(self, node: Node) -> Any:
        return self._joined(eq, node)

    def _below(self, node: Node) -> Any:
        return self._joined(lt, node)

    def _at_most(self, node: Node) -> Any:
        return self._joined(le, node)

    def _every(self, node: Node) -> Any:
        return self._joined(and_, node)

    def _either(self, node: Node) -> Any:
        return self._joined(or_, node)

    def _plus(self, node: Node) -> Any:
        return self._joined(add, node)

    def _minus(self, node: Node) -> Any:
        return self._joined(sub, node)

    def _times(self, node: Node) -> Any:
        return self._joined(mul, node)

    def _divided(self, node: Node) -> Any:
        return self._joined(floordiv, node)

    def _negate(self, node: Node) -> Any:
        return ~self.expr(node.args[0])

    def _known(self, node: Node) -> Any:
        return ~self.expr(node.args[0]).is_null()

    def _is_true(self, node: Node) -> Any:
        return self.expr(node.args[0]).fill_null(False)

    def _is_not_false(self, node: Node) -> Any:
        return self.expr(node.args[0]).fill_null(True)
