"""What expressions about time give for known values: the law, in one place for all of Python.

A day outside the calendar, or one that its month does not have, is UNKNOWN. What is made of
something that does not apply (``None``) does not apply.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from subhub.model import months as mo
from subhub.policies.engines.unknown import UNKNOWN
from subhub.policies.language import reckoning as rk
from subhub.policies.language.expressions import Expr


def plus_days(day: Any, number: Any, sign: int) -> Any:
    """So many days later, or before."""
    return _known(mo.add_days, day, number, lambda day, n: (day, sign * n))


def plus_months(day: Any, number: Any, sign: int, rounding: mo.Rounding) -> Any:
    """So many months later, or before."""
    return _known(mo.add_months, day, number, lambda day, n: (day, sign * n, rounding))


def months_between(first: Any, second: Any, rounding: mo.Rounding) -> Any:
    """The whole months from one day to another."""
    return _known(mo.months_between, first, second, lambda a, b: (a, b, rounding))


def last_day(day: Any, months: int) -> Any:
    """The last day of a month, quarter or year."""
    return None if day is None else mo.last_day(day, months)


def day_of_month(day: Any) -> Any:
    """Which day of its month a day is."""
    return None if day is None else day.day


def times(number: Any, factor: int) -> Any:
    """A number, so many times."""
    return None if number is None else number * factor


def part_of(duration: Any, unit: str) -> Any:
    """The months or the days of a duration."""
    return None if duration is None else getattr(duration, unit)


def next_after(day: Any, start: Any, every: Any, rounding: mo.Rounding | None) -> Any:
    """The next of a recurrence, in months or, without a rounding, in days."""
    if day is None or start is None or every is None:
        return None
    if rounding is None:
        found = mo.next_after_in_days(day, start, every)
    else:
        found = mo.next_after(day, start, every, rounding)
    return UNKNOWN if found is None else found


def _known(move: Callable[..., Any], one: Any, other: Any, args: Callable[..., Any]) -> Any:
    if one is None or other is None:
        return None
    found = move(*args(one, other))
    return UNKNOWN if found is None else found


#: for each expression about time its function, and the marks that follow the arguments
MOVES: dict[type[Expr], tuple[Callable[..., Any], tuple[str, ...]]] = {
    rk.PlusDays: (plus_days, ("sign",)),
    rk.PlusMonths: (plus_months, ("sign", "rounding")),
    rk.MonthsBetween: (months_between, ("rounding",)),
    rk.LastDay: (last_day, ("months",)),
    rk.DayOfMonth: (day_of_month, ()),
    rk.Times: (times, ("times",)),
    rk.Months: (times, ("times",)),
    rk.PartOf: (part_of, ("unit",)),
    rk.NextAfter: (next_after, ("rounding",)),
}


def moved(expr: Expr, *values: Any) -> Any:
    """The value of an expression about time over known values."""
    move, marks = MOVES[type(expr)]
    return move(*values, *(getattr(expr, mark) for mark in marks))
