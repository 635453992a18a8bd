"""Representatives: a handful of values of a missing fact that reach every case of a policy.

The comparisons of a policy cut the values of a fact into classes that it cannot tell apart:
for a trial's last day, the days before the day asked about, that day, and those after.
One value stands for each class; where the value is handed on, two do.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, NamedTuple

from subhub.model.money import Money
from subhub.policies.engines.evaluate import UNKNOWN, Values, value_of
from subhub.policies.language import expressions as ex
from subhub.policies.language.tables import Pick

#: far enough that no window or period of a policy reaches from one to the other
FAR = timedelta(days=3653)


class Subject(NamedTuple):
    """A fact, the comparisons about it, and how many values stand for each class of values."""

    fact: ex.Fact
    about: tuple[ex.Compare, ...]
    each_class: int


def subjects(exprs: Iterable[ex.Expr]) -> dict[str, Subject]:
    """Every fact that ``exprs`` read, by name in the order of first mention."""
    exprs = list(exprs)
    mentioned = [(compare, compare.facts()) for compare in comparisons(exprs)]
    found: dict[str, ex.Fact] = {}
    for expr in exprs:
        found |= expr.facts()
    return {
        name: Subject(
            fact,
            tuple(compare for compare, names in mentioned if name in names),
            2 if _handed_on(exprs, fact) else 1,
        )
        for name, fact in found.items()
    }


def representatives(subject: Subject, facts: Mapping[str, Any]) -> list[Any]:
    """Values of a fact that reach every case that can be distinguished, given the others."""
    if subject.fact.kind is ex.Kind.BOOL:  # it stands in conditions by itself, in no comparison
        return [True, False]
    seen: dict[tuple[Any, ...], list[Any]] = {}
    for value in _candidates(subject, facts):
        run = Values({**facts, subject.fact.name: value})
        signature = tuple(str(run.value(compare)) for compare in subject.about)
        same = seen.setdefault(signature, [])
        same.append(value)
    # the outermost two of a class: near ones may lead to the same business day
    return [
        value
        for same in seen.values()
        for value in same[:: max(1, len(same) - 1)][: subject.each_class]
    ]


def comparisons(exprs: Iterable[ex.Expr]) -> list[ex.Compare]:
    """Every comparison in ``exprs``, and those hidden in the later or greater of two values."""
    found: dict[Any, ex.Compare] = {}
    for expr in exprs:
        for node in expr.walk():
            if isinstance(node, ex.Compare):
                found[node.key] = node
            elif isinstance(node, ex.Max | ex.Min):
                hidden = ex.Compare("<", *node.args)
                found[hidden.key] = hidden
    return list(found.values())


def solved_for(compare: ex.Compare, name: str) -> Iterator[tuple[int, ex.Expr]]:
    """Where a comparison is about one fact: ``fact + offset`` stands against the expression."""
    left, right = level(compare)
    for side, other in ((left, right), (right, left)):
        for base, offset in leaves(side):
            if isinstance(base, ex.Fact) and base.name == name:
                for fixed, shift in leaves(other):
                    yield offset - shift, fixed


def level(compare: ex.Compare) -> tuple[ex.Expr, ex.Expr]:
    """The two sides; days between two days against a number become a day against a day."""
    left, right = compare.args
    if isinstance(right, ex.DaysBetween):
        left, right = right, left
    if isinstance(left, ex.DaysBetween) and isinstance(right, ex.Const):
        first, second = left.args
        return second, ex.AddDays(first, right.value)
    return left, right


def leaves(expr: ex.Expr, *, through_business_days: bool = False) -> Iterator[tuple[ex.Expr, int]]:
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
        for base, offset in leaves(each, through_business_days=through_business_days):
            yield base, offset + days


def _candidates(subject: Subject, facts: Mapping[str, Any]) -> list[Any]:
    fact = subject.fact
    if fact.kind is ex.Kind.CODE:
        return list(fact.domain)
    pivots = [
        value - (timedelta(offset) if isinstance(value, date) else offset)
        for compare in subject.about
        for offset, other in solved_for(compare, fact.name)
        if (value := value_of(other, facts)) is not UNKNOWN and not isinstance(value, Money)
    ]
    if fact.kind is ex.Kind.COUNT:
        around = {int(limit) + step for limit in pivots for step in (-1, 0, 1, 2)}
        return sorted(value for value in around | {0, 1, 2} if value >= 0)
    if fact.kind is ex.Kind.MONEY:
        return _amounts(facts)
    return _days(pivots, fact, facts["on"])


def _amounts(facts: Mapping[str, Any]) -> list[Money]:
    """Nothing, a little, and more than everything that is known together."""
    known = [value for value in facts.values() if isinstance(value, Money)]
    currency = known[0].currency if known else "USD"
    above = sum((abs(money.amount) for money in known), Decimal(2))
    amounts = {Decimal(0), Decimal(1), above, above + 1, *(money.amount for money in known)}
    return [Money(amount, currency) for amount in sorted(amounts)]


def _days(pivots: list[date], fact: ex.Fact, on: date) -> list[date]:
    around = {day + timedelta(step) for day in (*pivots, on) for step in (-2, -1, 0, 1, 2)}
    around |= {on - FAR, on + FAR}
    first = on if fact.lapses else date.min
    last = on if fact.past else date.max
    return sorted(day for day in around if first <= day <= last)


def _handed_on(exprs: list[ex.Expr], fact: ex.Fact) -> bool:
    """Whether the value of the fact itself can come out, not only what is compared with it."""
    stack: list[ex.Expr] = list(exprs)
    while stack:
        node = stack.pop()
        if isinstance(node, Pick):
            stack += [node.of(row) for row in node.table.rows]
        elif isinstance(node, ex.Fact) and node.name == fact.name and node.kind is not ex.Kind.BOOL:
            return True
        elif not isinstance(node, ex.Compare):
            stack += node.args
    return False
