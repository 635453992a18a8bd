"""What makes a row of a table invalid: each a condition and what is said of it.

A row is answered exactly when its document would be, and says the code of the document's
problem. So the order here is that in which a document is checked: each fact by itself, then
all of them together, then the request.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from subhub.model.column import Column
from subhub.model.limits import COUNT, EARLIEST, LATEST
from subhub.policies.engines.columns.bound import AskedOfRows, BoundColumns
from subhub.policies.engines.columns.business_days import last_day_before
from subhub.policies.engines.columns.lower import Lowering
from subhub.policies.engines.columns.nodes import BusinessDays, Node, Nodes
from subhub.policies.language import expressions as ex
from subhub.policies.language.expressions import Fact, Kind
from subhub.policies.language.policy import Intent, Policy

#: no amount of a document has more digits before the point
LARGEST = Decimal(10**15)
#: what text that cannot be read as a value of its kind is not
_UNREAD = {
    Kind.MONEY: "not_money", Kind.DAY: "not_a_day", Kind.COUNT: "not_whole",
    Kind.BOOL: "not_yes_or_no",
}  # fmt: skip


def fact_errors(n: Nodes, bound: BoundColumns) -> Iterator[tuple[Node, str]]:
    """Facts that cannot be, each by itself, whether the rules read them or not."""
    for name, fact in bound.facts.items():
        column = bound.node(n, name)
        if name in bound.texts:
            unread = n.every(n.known(n.column(bound.texts[name])), n.negate(n.known(column)))
            yield unread, f"{name}: {_UNREAD[fact.kind]}"
        if fact.kind is Kind.CODE and fact.domain:
            yield _foreign(n, column, fact.domain), f"{name}: unknown_value"
        elif fact.kind is Kind.MONEY:
            most, least = n.literal(LARGEST), n.literal(-LARGEST)
            far = n.either(n.compare("<=", most, column), n.compare("<=", column, least))
            yield n.is_true(far), f"{name}: not_money"
        elif fact.kind is Kind.COUNT and not fact.signed:
            yield _below_zero(n, fact, column), f"{name}: not_a_count"
            beyond = n.compare("<", n.literal(COUNT), column)
            yield n.is_true(beyond), f"{name}: count_too_large"
        elif fact.kind is Kind.DAY:
            yield _outside(n, column), f"{name}: outside_days"
        if name in bound.flaws:
            wrong, code = bound.flaws[name]
            yield n.is_true(n.column(wrong)), f"{name}: {code}"
    for name, fact in bound.facts.items():
        if fact.kind is Kind.MONEY and not fact.signed:
            yield _below_zero(n, fact, bound.node(n, name)), f"{name}: negative"


def contradictions(lowering: Lowering, bound: BoundColumns) -> Iterator[tuple[Node, str]]:
    """What the facts of a row say that cannot be true at once."""
    for each in bound.contradictions:
        code = f"{each.field.name}: {each.code}"
        holds = lowering.n.is_true(lowering.condition(each.when))
        lowering.call(holds, each.code)
        yield holds, code


def request_errors(
    n: Nodes,
    policy: Policy,
    bound: BoundColumns,
    request: Mapping[str, Node],
    asked: AskedOfRows,
    modes: tuple[str, ...],
    actors: tuple[str, ...],
) -> Iterator[tuple[Node, str]]:
    """A day that is missing or too early, a mode or an actor that does not exist."""
    on = request["on"]
    named = asked.on.name if isinstance(asked.on, Column) else "on"
    if isinstance(asked.on, Column):
        yield n.negate(n.known(on)), f"{named}: missing"
        yield _outside(n, on), f"{named}: outside_days"
    for name, fact in bound.facts.items():
        if fact.past:
            before = n.is_true(n.compare("<", on, bound.node(n, name)))
            yield before, f"{named}: before_start"
    if isinstance(asked.on, Column) and policy.edition.in_force is not None:
        first = n.literal(policy.edition.in_force)
        yield n.is_true(n.compare("<", on, first)), f"{named}: not_in_force"
    for value, options in ((asked.mode, modes), (asked.actor, actors)):
        if isinstance(value, Column) and options:
            yield _foreign(n, n.column(value.name), options), f"{value.name}: unknown_value"


def _below_zero(n: Nodes, fact: Fact, column: Node) -> Node:
    zero = n.literal(ex.lift(0, fact).value)  # type: ignore[attr-defined]
    return n.is_true(n.compare("<", column, zero))


def _outside(n: Nodes, day: Node) -> Node:
    """A day that lies before or after those there are."""
    early = n.compare("<", day, n.literal(EARLIEST))
    return n.is_true(n.either(early, n.compare("<", n.literal(LATEST), day)))


def _foreign(n: Nodes, column: Node, options: tuple[str, ...]) -> Node:
    """A code that is none of those there are."""
    return n.is_true(n.negate(n.among(column, options)))


def off_calendar(lowering: Lowering, intent: Intent, calendar: tuple[date, date]) -> Node:
    """A row that may decide asks for business days where the holidays are not known."""
    n, found = lowering.n, []
    for row, may in zip(intent.decides.rows, lowering.rows(intent.decides), strict=True):
        for expr in {
            node.key: node for out in row.outputs.values() for node in out.walk()
        }.values():
            if isinstance(expr, ex.AddBusinessDays):
                day = lowering.value(expr.args[0]).node
                last = n.literal(
                    last_day_before(BusinessDays(expr.days, expr.calendar), calendar[1])
                )
                early, late = n.compare("<", day, n.literal(calendar[0])), n.compare("<", last, day)
                found.append(n.every(may, n.is_true(n.either(early, late)), flat=False))
    return n.either(*found)
