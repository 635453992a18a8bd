"""The days on which the value of an expression becomes another, as the day asked goes on.

What only goes forward with the day asked (``on + 3 months``, the end of a month), or only back,
is halved until nothing between two days can differ; anything else is tried on every day.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from datetime import date
from typing import Any

from subhub.errors import RequestError
from subhub.policies.engines.evaluate import UNKNOWN, value_of
from subhub.policies.language import expressions as ex
from subhub.policies.language import reckoning as rk

#: what an expression is on a day, by the number of the day
ValueOn = Callable[[int], Hashable]


def find_changes(
    expr: ex.Expr, facts: Mapping[str, Any], since: date, until: date
) -> Iterator[date]:
    """Every day in ``(since, until)`` on which the value is not that of the day before.

    >>> from subhub.policies.language.facts import ON
    >>> from subhub.policies.language.durations import month_end
    >>> ends = month_end(ON)
    >>> [str(day) for day in find_changes(ends, {}, date(2026, 11, 21), date(2027, 2, 1))]
    ['2026-12-01', '2027-01-01']
    """
    if isinstance(expr, ex.Compare) and expr.op == "==" and direction(_with(expr, "<")):
        for op in ("<", "<="):
            yield from find_changes(_with(expr, op), facts, since, until)
        return
    span = since.toordinal(), until.toordinal() - 1
    on = _value_on(expr, facts)
    found = _halved(on, *span) if direction(expr) is not None else _each(on, *span)
    yield from map(date.fromordinal, found)


def find_gaps(expr: ex.Expr, facts: Mapping[str, Any], since: date, until: date) -> Iterator[date]:
    """Every such day on which a value begins or ceases to be known."""
    on = _value_on(expr, facts)
    days = _each(lambda day: on(day) is UNKNOWN, since.toordinal(), until.toordinal() - 1)
    yield from map(date.fromordinal, days)


def direction(expr: ex.Expr) -> int | None:
    """1 for what only goes forward with the day asked, -1 back, 0 for neither; else ``None``."""
    if "on" not in expr.facts():
        return 0
    match expr:
        case ex.Fact():
            return 1
        case ex.AddDays() | rk.LastDay():
            return direction(expr.args[0])
        case rk.PlusMonths(rounding="refuse"):
            return None
        case rk.PlusDays() | rk.PlusMonths():
            return _both(expr, 1, expr.sign)
        case rk.NextAfter() if all("on" not in each.facts() for each in expr.args[1:]):
            return direction(expr.args[0])
        case ex.Max() | ex.Min():
            return _both(expr, 1, 1)
        case ex.DaysBetween() | rk.MonthsBetween():
            return _both(expr, -1, 1)
        case ex.Arithmetic():
            return _both(expr, 1, 1 if expr.op == "+" else -1)
        case ex.Compare() if expr.op != "==":
            return _both(expr, -1, 1)  # it ceases to hold as its left side goes forward
        case rk.Times():
            inner = direction(expr.args[0])
            return None if inner is None else inner * ((expr.times > 0) - (expr.times < 0))
    return None


def _both(expr: ex.Expr, *signs: int) -> int | None:
    """The direction of what goes with (1) or against (-1) each of its two parts."""
    found = [direction(part) for part in expr.args]
    ways = {way * sign for way, sign in zip(found, signs, strict=True) if way is not None} - {0}
    if None in found or len(ways) > 1:
        return None
    return ways.pop() if ways else 0


def _with(compare: ex.Compare, op: Any) -> ex.Compare:
    return ex.Compare(op, *compare.args)


def _value_on(expr: ex.Expr, facts: Mapping[str, Any]) -> ValueOn:
    known: dict[int, Hashable] = {}

    def value(day: int) -> Hashable:
        if day not in known:
            try:
                known[day] = value_of(expr, {**facts, "on": date.fromordinal(day)})
            except RequestError:  # beyond the known holidays
                known[day] = UNKNOWN
        return known[day]

    return value


def _each(on: ValueOn, first: int, last: int) -> Iterator[int]:
    return (day for day in range(first + 1, last + 1) if on(day) != on(day - 1))


def _halved(on: ValueOn, first: int, last: int) -> Iterator[int]:
    stack = [(first, last)]
    while stack:
        low, high = stack.pop()
        if on(low) == on(high):
            continue
        if high - low == 1:
            yield high
            continue
        middle = (low + high) // 2
        stack += [(middle, high), (low, middle)]
