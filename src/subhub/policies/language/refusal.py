"""Refused whatever a missing code is: what row-by-row logic alone cannot see.

A buyer with something unpaid is told no for every product there is, for one as not covered,
for others as blocked. With the product missing each of those rows is open, and three-valued
logic leaves it at "perhaps". The condition here holds where every code of some one fact is
refused; wherever the fact is known it says nothing that the rows do not say.
"""

from __future__ import annotations

from collections.abc import Iterable

from subhub.policies.language import expressions as ex


def refused_anyway(conditions: Iterable[ex.Expr]) -> ex.Expr:
    """Holds only where one of ``conditions`` does, and also where a missing code cannot matter."""
    refused = ex.either(*conditions)
    codes = [fact for fact in refused.facts().values() if fact.domain and not fact.given]
    return ex.either(
        *(ex.every(*(_assuming(refused, fact, code) for code in fact.domain)) for fact in codes)
    )


def _assuming(expr: ex.Expr, fact: ex.Fact, code: str) -> ex.Expr:
    """``expr`` where ``fact`` is ``code``; what only computes with the fact stays as it is."""
    if isinstance(expr, ex.Connective):
        return expr.mapped(lambda part: _assuming(part, fact, code))
    if isinstance(expr, ex.Compare) and expr.op == "==":
        left, right = expr.args
        if isinstance(left, ex.Fact) and left.name == fact.name and isinstance(right, ex.Const):
            return ex.ALWAYS if right.value == code else ex.NEVER
    return expr
