"""Time in rules: numbers of days and months from facts, the ends of periods, recurrences.

Months are no number of days: they are a kind of their own, and whoever adds them says what
becomes of a day that its month does not have.

>>> from subhub.policies.language.facts import ON
>>> ON + months(3, round="down")
on + 3 months (down)
>>> ON + months(3)
Traceback (most recent call last):
...
subhub.errors.PolicyError: `on + 3 months`: not every month has every day...
>>> month_end(ON + months(3, round="down"))
end of the month of on + 3 months (down)
"""

from __future__ import annotations

from typing import Any, Literal, get_args

from subhub.errors import PolicyError, one_of
from subhub.model.months import Rounding
from subhub.policies.language.expressions import Compare, Const, Expr, Fact, every, negate
from subhub.policies.language.functions import choose
from subhub.policies.language.kinds import Kind, check_kind
from subhub.policies.language.reckoning import (
    DayOfMonth,
    LastDay,
    Months,
    MonthsBetween,
    NextAfter,
    PartOf,
    PlusDays,
    Times,
    fixed,
)

_DAYS_IN_WEEK, _MONTHS_IN_YEAR = 7, 12


# ---- what rules are written with -------------------------------------------------------------


def months(n: int | Expr, round: Rounding | None = None) -> Expr:
    """``n`` months, a number or a fact. To add them to a day, say how to ``round``.

    ``"down"``: a day that the month does not have becomes its last one; ``"up"``: the first of
    the next; ``"refuse"``: the day is not known. A result outside the calendar is not known.
    """
    return _months("months", n, 1, round)


def years(n: int | Expr, round: Rounding | None = None) -> Expr:
    """Twelve times ``n`` months: 29 February is the one day that asks for ``round``."""
    return _months("years", n, _MONTHS_IN_YEAR, round)


def weeks(n: int | Expr) -> Expr:
    """Seven times ``n`` days."""
    number = _number("weeks", n, Kind.DAYS)
    if isinstance(number, Const):
        return Const(Kind.DAYS, number.value * _DAYS_IN_WEEK)
    return Times(Kind.DAYS, number, _DAYS_IN_WEEK)


def months_between(first: Expr, second: Expr, round: Literal["down", "up"]) -> Expr:
    """The most months that can be added to ``first``, rounded so, without passing ``second``.

    Negative where ``second`` is earlier. 31 January to 28 February is 1 ``down``, 0 ``up``.
    """
    for day in (first, second):
        check_kind(day, Kind.DAY, "months_between")
    return MonthsBetween(first, second, _rounding("months_between", round, ("down", "up")))


def month_end(day: Expr) -> Expr:
    """The last day of the month that ``day`` lies in."""
    return _last_day("month_end", day, 1)


def quarter_end(day: Expr) -> Expr:
    """The last day of March, June, September or December that ``day`` does not lie after."""
    return _last_day("quarter_end", day, 3)


def year_end(day: Expr) -> Expr:
    """31 December of the year that ``day`` lies in."""
    return _last_day("year_end", day, 12)


def day_of_month(day: Expr) -> Expr:
    """Which day of its month ``day`` is: 1 to 31."""
    check_kind(day, Kind.DAY, "day_of_month")
    return DayOfMonth(day)


def next_after(day: Expr, *, start: Expr, every: int | Expr) -> Expr:
    """The first of ``start``, ``start`` + ``every``, ``start`` + 2 × ``every``, … after ``day``.

    ``every`` is a number of months, of weeks or of days, at least one, or a duration of the
    document that is one of these. Each is counted from
    ``start``, never from the one before: what begins on 31 January comes on 28 February, then
    on 31 March. Months that say no ``round`` are rounded ``"down"``, as bills are.
    """
    for each in (day, start):
        check_kind(each, Kind.DAY, "next_after")
    step = Const(Kind.DAYS, every) if type(every) is int else every
    if isinstance(step, Fact) and step.kind is Kind.DURATION:
        return _next_by_duration(day, start, step)
    if not isinstance(step, Expr) or step.kind not in (Kind.DAYS, Kind.MONTHS, Kind.COUNT):
        raise PolicyError("no_step", every=repr(every))
    fixed = step.args[0] if isinstance(step, Months) else step
    if isinstance(fixed, Const) and fixed.value < 1:
        raise PolicyError("step_below_one", every=repr(every))
    rounding: Rounding | None = None
    if step.kind is Kind.MONTHS:
        rounding = _rounding("every", getattr(step, "rounding", None) or "down", ("down", "up"))
    return NextAfter(day, start, step, rounding)


def _next_by_duration(day: Expr, start: Expr, every: Fact) -> Expr:
    """In months or in days; of months and days together the next is not known."""
    months, days = PartOf(every, "months"), PartOf(every, "days")
    in_days = NextAfter(day, start, choose(months == 0, days, 0), None)
    return choose(days == 0, NextAfter(day, start, months, every.rounding or "down"), in_days)


def on_or_after(day: Expr, *, start: Expr, every: int | Expr) -> Expr:
    """As :func:`next_after`, but ``day`` itself counts where it is one of them."""
    check_kind(day, Kind.DAY, "on_or_after")
    before = PlusDays(day, Const(Kind.DAYS, 1), -1)
    return next_after(before, start=start, every=every)


def as_days(comparison: Compare) -> Expr | None:
    """Whole months between two days against a fixed number, as a comparison of days.

    >>> from subhub.policies.language.facts import ON
    >>> from subhub.policies.language.expressions import Fact
    >>> start = Fact("start", Kind.DAY)
    >>> as_days(months_between(start, ON, round="down") < 12)
    on < start + 12 months (down)
    """
    left, right = comparison.args
    if isinstance(left, MonthsBetween):
        most = fixed(right)
        return None if most is None else _compared(comparison.op, left, most)
    least = fixed(left) if isinstance(right, MonthsBetween) else None
    if least is None or not isinstance(right, MonthsBetween):
        return None
    if comparison.op == "==":
        return _compared("==", right, least)
    return negate(_compared("<=" if comparison.op == "<" else "<", right, least))


def _compared(op: str, between: MonthsBetween, number: int) -> Expr:
    if op == "==":
        return every(_compared("<=", between, number), negate(_compared("<", between, number)))
    first, second = between.args
    passed = number + 1 if op == "<=" else number
    return second < first + months(passed, round=between.rounding)


def rounded(duration: Fact, round: Rounding) -> Fact:
    """A duration whose months are rounded so where it is added to a day."""
    check_kind(duration, Kind.DURATION, "rounded")
    rounding = _rounding("rounded", round, get_args(Rounding))
    return Fact(duration.name, Kind.DURATION, rounding=rounding)


def _months(where: str, n: int | Expr, times: int, rounding: Rounding | None) -> Expr:
    if rounding is not None:
        rounding = _rounding(where, rounding, get_args(Rounding))
    return Months(_number(where, n, Kind.MONTHS), times, rounding)


def _number(where: str, n: Any, kind: Kind) -> Expr:
    if type(n) is int:
        return Const(Kind.COUNT, n)
    if not isinstance(n, Expr) or n.kind not in (Kind.COUNT, kind):
        raise PolicyError("no_number", where=where, value=repr(n))
    return n


def _rounding(where: str, rounding: Any, options: tuple[Any, ...]) -> Any:
    if rounding not in options:
        hint = one_of(options)
        raise PolicyError("no_such_rounding", where=where, value=repr(rounding), hint=hint)
    return rounding


def _last_day(where: str, day: Expr, months: int) -> Expr:
    check_kind(day, Kind.DAY, where)
    return LastDay(day, months)
