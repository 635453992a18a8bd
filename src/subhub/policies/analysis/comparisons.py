"""The comparisons of a policy, and what their two sides can come down to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from subhub.policies.language import durations as du
from subhub.policies.language import expressions as ex
from subhub.policies.language.tables import Pick


def find_comparisons(exprs: Iterable[ex.Expr]) -> list[ex.Compare]:
    """Every comparison in ``exprs``, and those hidden in the later or greater of two values."""
    found: dict[Any, ex.Compare] = {}
    for expr in exprs:
        for node in expr.walk():
            if isinstance(node, ex.Compare):
                for each in _in_days(node):
                    found[each.key] = each
            elif isinstance(node, ex.Max | ex.Min):
                hidden = ex.Compare("<", *node.args)
                found[hidden.key] = hidden
    return list(found.values())


def _in_days(compare: ex.Compare) -> Iterator[ex.Compare]:
    """Whole months between two days against a fixed number are days against days."""
    in_days = du.as_days(compare)
    for node in (compare if in_days is None else in_days).walk():
        if isinstance(node, ex.Compare):
            yield node


def level(compare: ex.Compare) -> tuple[ex.Expr, ex.Expr]:
    """The two sides; days between two days against a number become a day against a day."""
    left, right = compare.args
    if isinstance(right, ex.DaysBetween):
        left, right = right, left
    if isinstance(left, ex.DaysBetween) and isinstance(right, ex.Const):
        first, second = left.args
        return second, ex.AddDays(first, right.value)
    return left, right


def find_leaves(
    expr: ex.Expr, *, through_business_days: bool = False
) -> Iterator[tuple[ex.Expr, int]]:
    """What an expression can come down to: (innermost expression, calendar days added).

    Business days are no fixed number of calendar days: they end the descent, or are passed
    as if there were none.
    """
    within: tuple[ex.Expr, ...] = ()
    days = 0
    if isinstance(expr, ex.AddBusinessDays):
        within = expr.args if through_business_days else ()
    elif isinstance(expr, ex.AddDays):
        within, days = expr.args, expr.days
    elif isinstance(expr, ex.If):
        within = expr.args[1:]
    elif isinstance(expr, ex.Max | ex.Min):
        within = expr.args
    elif isinstance(expr, Pick):
        within = tuple(expr.of(row) for row in expr.table.rows)
    if not within:
        yield expr, 0
    for each in within:
        for base, offset in find_leaves(each, through_business_days=through_business_days):
            yield base, offset + days
