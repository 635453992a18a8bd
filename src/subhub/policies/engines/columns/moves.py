"""Time in columns: everything from a few operations, so that no engine has a rule of its own.

The operations are a day moved by days and by months (rounded down), the days between two, the
number of a month, the day of a month and a month's last day. What an engine would answer
otherwise than the calendar of Python ends, is kept from it: such days are null, not known.
"""

from __future__ import annotations

from datetime import date

from subhub.model.months import FIRST_MONTH, LAST_MONTH
from subhub.policies.engines.columns.nodes import Node, Nodes
from subhub.policies.language import reckoning as rk
from subhub.policies.language.expressions import Expr
from subhub.policies.language.kinds import Kind

#: no number of days or months beyond it leads to a day
_FAR = 4_000_000
#: twelve times as much is still a number that every engine can count with
_MOST = 10**17


def moved(n: Nodes, expr: Expr, args: list[Node]) -> Node | None:
    """The column of an expression about time; ``None`` for any other."""
    match expr:
        case rk.PlusDays():
            return plus_days(n, args[0], n.times(_near(n, args[1]), expr.sign))
        case rk.PlusMonths():
            return _rounded(n, args[0], n.times(_near(n, args[1]), expr.sign), expr.rounding)
        case rk.Times():
            return n.times(_near(n, args[0], _MOST), expr.times)
        case rk.MonthsBetween():
            return _months_between(n, args[0], args[1], expr.rounding)
        case rk.LastDay():
            return _last_day(n, args[0], expr.months)
        case rk.DayOfMonth():
            return n.of_day("day_of_month", args[0])
        case rk.NextAfter(rounding=None):
            day, start, every = args
            return _next_in_days(n, day, start, every)
        case rk.NextAfter():
            day, start, every = args
            return _next_in_months(n, day, start, every, expr.rounding or "down")
    return None


def plus_days(n: Nodes, day: Node, number: Node) -> Node:
    """So many days later, null outside the calendar."""
    first = n.literal(date.min)
    reached = n.arithmetic("+", n.days_between(first, day), number)
    inside = n.every(_at_least(n, reached, 0), _at_most(n, reached, (date.max - date.min).days))
    return n.moved("plus_days", day, _where(n, inside, number))


def _rounded(n: Nodes, day: Node, number: Node, rounding: str) -> Node:
    reached = n.arithmetic("+", n.of_day("month_number", day), number)
    inside = n.every(_at_least(n, reached, FIRST_MONTH), _at_most(n, reached, LAST_MONTH))
    down = n.moved("plus_months", day, _where(n, inside, number))
    if rounding == "down":
        return down
    short = n.compare("<", n.of_day("day_of_month", down), n.of_day("day_of_month", day))
    other = n.days(down, 1) if rounding == "up" else n.null(Kind.DAY)
    return n.case((short, other), otherwise=down)


def _months_between(n: Nodes, first: Node, second: Node, rounding: str) -> Node:
    one, other = (n.of_day("month_number", day) for day in (first, second))
    passed = n.compare("<", n.of_day("day_of_month", second), n.of_day("day_of_month", first))
    if rounding == "down":
        passed = n.every(passed, n.negate(_ends_its_month(n, second)))
    months = n.arithmetic("-", other, one)
    return n.case((passed, n.arithmetic("-", months, n.literal(1))), otherwise=months)


def _last_day(n: Nodes, day: Node, months: int) -> Node:
    if months == 1:
        return n.of_day("last_day", day)
    number = n.of_day("month_number", day)
    into = n.arithmetic("-", number, n.times(n.divided(number, n.literal(months)), months))
    left = n.arithmetic("-", n.literal(months - 1), into)
    return n.of_day("last_day", n.moved("plus_months", day, left))


def _ends_its_month(n: Nodes, day: Node) -> Node:
    return n.compare("==", day, n.of_day("last_day", day))


def _next_in_months(n: Nodes, day: Node, start: Node, every: Node, rounding: str) -> Node:
    every = _step(n, every)
    gone = n.arithmetic("-", n.of_day("month_number", day), n.of_day("month_number", start))
    whole = n.divided(_not_below_zero(n, gone), every)
    reached = n.compare("<=", n.of_day("day_of_month", start), n.of_day("day_of_month", day))
    if rounding == "down":
        reached = n.either(reached, _ends_its_month(n, day))
    over = n.compare("<", n.arithmetic("*", whole, every), gone)
    following = n.arithmetic("+", whole, n.literal(1))
    count = n.case((n.either(over, reached), following), otherwise=whole)
    steps = n.case((n.compare("<", gone, n.literal(0)), n.literal(0)), otherwise=count)
    return _known_with(n, every, _rounded(n, start, n.arithmetic("*", steps, every), rounding))


def _next_in_days(n: Nodes, day: Node, start: Node, every: Node) -> Node:
    every = _step(n, every)
    gone = n.days_between(start, day)
    whole = n.divided(_not_below_zero(n, gone), every)
    following = n.arithmetic("+", whole, n.literal(1))
    steps = n.case((n.compare("<", gone, n.literal(0)), n.literal(0)), otherwise=following)
    return _known_with(n, every, plus_days(n, start, n.arithmetic("*", steps, every)))


def _step(n: Nodes, every: Node) -> Node:
    """The step of a recurrence; null below one, and no larger than leads out of the calendar."""
    far = n.literal(_FAR)
    every = n.case((n.compare("<", far, every), far), otherwise=every)
    return _where(n, _at_least(n, every, 1), every)


def _known_with(n: Nodes, every: Node, found: Node) -> Node:
    """Null where the step is: before the start it takes no part in the sum."""
    return n.case((n.known(every), found), otherwise=n.null(Kind.DAY))


def _not_below_zero(n: Nodes, number: Node) -> Node:
    return n.case((n.compare("<", number, n.literal(0)), n.literal(0)), otherwise=number)


def _near(n: Nodes, number: Node, far: int = _FAR) -> Node:
    """The number where it can lead to a day at all; so no sum runs over."""
    inside = n.every(_at_least(n, number, -far), _at_most(n, number, far))
    return _where(n, inside, number)


def _where(n: Nodes, condition: Node, number: Node) -> Node:
    return n.case((condition, number), otherwise=n.null(Kind.COUNT))


def _at_least(n: Nodes, number: Node, least: int) -> Node:
    return n.compare("<=", n.literal(least), number)


def _at_most(n: Nodes, number: Node, most: int) -> Node:
    return n.compare("<=", number, n.literal(most))
