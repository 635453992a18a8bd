"""Amounts in an expression: their currency, and how often they are taken."""

from __future__ import annotations

from subhub.policies.language.kinds import Kind
from subhub.policies.language.nodes import Arithmetic, Expr


class CurrencyOf(Expr):
    """The currency of an amount, as its code."""

    __slots__ = ()

    def __init__(self, amount: Expr) -> None:
        super().__init__(Kind.CODE, amount)

    def __repr__(self) -> str:
        return f"currency of {self.args[0]!r}"


class Multiple(Expr):
    """An amount or a count, so many times."""

    __slots__ = ()

    def __init__(self, value: Expr, count: Expr) -> None:
        super().__init__(value.kind, value, count)

    def __repr__(self) -> str:
        value, count = (f"({a!r})" if isinstance(a, Arithmetic) else repr(a) for a in self.args)
        return f"{value} * {count}"
