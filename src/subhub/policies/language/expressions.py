"""Expressions over facts: what a condition or an output of a policy is made of.

An expression is a small immutable tree. Operators build it, nothing is computed until a
policy is asked; so ``bool(expression)`` raises rather than silently being true.

>>> from datetime import date
>>> seats = Fact("seats", Kind.COUNT)
>>> (seats > 3) & ~(seats == 5)
seats > 3 and not seats == 5

Comparing a day with an amount or a count fails at once:

>>> seats == date(2026, 1, 1)
Traceback (most recent call last):
...
subhub.errors.PolicyError: `seats == 2026-01-01` mixes a count with a day...
"""

from __future__ import annotations

from subhub.policies.language import nodes, operators
from subhub.policies.language.kinds import Kind
from subhub.policies.language.nodes import (
    ALWAYS,
    DOES_NOT_APPLY,
    NEVER,
    AddBusinessDays,
    AddDays,
    And,
    Arithmetic,
    Compare,
    Connective,
    Const,
    DaysBetween,
    Expr,
    Fact,
    If,
    Max,
    Min,
    Not,
    Or,
)
from subhub.policies.language.operators import compare, either, every, lift, negate

__all__ = [
    "ALWAYS",
    "DOES_NOT_APPLY",
    "NEVER",
    "AddBusinessDays",
    "AddDays",
    "And",
    "Arithmetic",
    "Compare",
    "Connective",
    "Const",
    "DaysBetween",
    "Expr",
    "Fact",
    "If",
    "Kind",
    "Max",
    "Min",
    "Not",
    "Or",
    "compare",
    "either",
    "every",
    "lift",
    "negate",
]

nodes.Expr.build = operators
