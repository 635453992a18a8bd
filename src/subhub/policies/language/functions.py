"""The functions that rules are written with, beside the operators of expressions.

>>> from subhub.policies.language.facts import ON
>>> maximum(ON, ON + 3)
max(on, on + 3 days)
"""

from __future__ import annotations

from subhub.errors import PolicyError
from subhub.model.calendar import FEDERAL, check_calendar
from subhub.policies.language.expressions import (
    DOES_NOT_APPLY,
    AddBusinessDays,
    DaysBetween,
    Expr,
    If,
    Max,
    Min,
    lift,
)
from subhub.policies.language.kinds import Kind, check_conditions, check_kind, check_same_kind
from subhub.policies.language.operators import meet
from subhub.policies.language.reckoning import AddBusinessDaysOf


def days_between(first: Expr, second: Expr) -> Expr:
    """Calendar days from ``first`` to ``second``; negative where ``second`` is earlier."""
    first, second = (lift(day, DOES_NOT_APPLY) for day in (first, second))
    for day in (first, second):
        check_kind(day, Kind.DAY, "days_between")
    return DaysBetween(Kind.DAYS, first, second)


def add_business_days(day: Expr, count: int, calendar: str = FEDERAL) -> Expr:
    """The ``count``-th business day after ``day``; counting starts on the day after it.

    A ``calendar`` is a country or a part of one, ``"DE"`` or ``"DE-BY"``, and names the holidays;
    those of ``"US"`` are the federal ones, and any other needs the extra ``holidays``.
    """
    day = lift(day, DOES_NOT_APPLY)
    check_kind(day, Kind.DAY, "add_business_days")
    if type(count) is not int or count < 1:
        raise PolicyError("business_days_from_one", day=repr(day), count=repr(count))
    if calendar == FEDERAL:
        return AddBusinessDays(day, count)
    check_calendar(calendar)
    return AddBusinessDaysOf(day, count, calendar)


def maximum(left: object, other: object) -> Expr:
    """The later of two days, the greater of two amounts or counts; one of them may be plain."""
    return _of_two(Max, left, other)


def minimum(left: object, other: object) -> Expr:
    """The earlier of two days, the lesser of two amounts or counts; one of them may be plain."""
    return _of_two(Min, left, other)


def choose(condition: Expr, then: object, otherwise: object) -> Expr:
    """``then`` where ``condition`` holds, ``otherwise`` where it does not."""
    check_conditions((condition,))
    first = lift(then, condition)
    second = lift(otherwise, first)
    result = If(second.kind if first.kind is Kind.NOTHING else first.kind, condition, first, second)
    check_same_kind(result, first, second)
    return result


def _of_two(node: type[Max] | type[Min], one: object, other: object) -> Expr:
    if not isinstance(one, Expr) and not isinstance(other, Expr):
        name = "maximum" if node is Max else "minimum"
        raise PolicyError("no_fact_compared", expr=f"{name}({one!r}, {other!r})")
    left = one if isinstance(one, Expr) else lift(one, lift(other, DOES_NOT_APPLY))
    right = lift(other, left)
    result = node(left, right)
    check_same_kind(result, left, right)
    if left.kind in (Kind.BOOL, Kind.CODE, Kind.NOTHING):
        raise PolicyError("no_order", expr=repr(result), kind=left.kind.value)
    return meet(result, left, right, node)
