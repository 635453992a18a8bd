"""What makes a row of a table invalid: each a condition and what is said of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from subhub.model.column import Column
from subhub.policies.engines.columns.bound import AskedOfRows, BoundColumns
from subhub.policies.engines.columns.business_days import last_day_before
from subhub.policies.engines.columns.lower import Lowering
from subhub.policies.engines.columns.nodes import Node, Nodes
from subhub.policies.language import expressions as ex
from subhub.policies.language.expressions import Kind
from subhub.policies.language.policy import Intent, Policy


def request_errors(
    n: Nodes,
    policy: Policy,
    request: Mapping[str, Node],
    asked: AskedOfRows,
    modes: tuple[str, ...],
    actors: tuple[str, ...],
) -> Iterator[tuple[Node, str]]:
    """A day that is missing or before the rules, a mode or an actor that does not exist."""
    on = request["on"]
    if isinstance(asked.on, Column):
        yield n.negate(n.known(on)), f"{asked.on.name}: missing"
        if policy.edition.in_force is not None:
            first = n.literal(policy.edition.in_force)
            yield n.is_true(n.compare("<", on, first)), f"{asked.on.name}: not_in_force"
    for value, options in ((asked.mode, modes), (asked.actor, actors)):
        if isinstance(value, Column) and options:
            yield _foreign(n, n.column(value.name), options), f"{value.name}: unknown_value"


_A = {Kind.MONEY: "an_amount", Kind.DAY: "a_day", Kind.COUNT: "a_count", Kind.BOOL: "a_yes_or_no"}


def fact_errors(
    n: Nodes, bound: BoundColumns, reads: set[str], on: Node
) -> Iterator[tuple[Node, str]]:
    """Facts that cannot be: codes that do not exist, amounts below zero, days that disagree."""
    for name, fact in bound.facts.items():
        if fact.past:
            before = n.is_true(n.compare("<", on, bound.node(n, name)))
            yield before, f"{name}: after_the_day_asked"
    taking_part = reads | {each.other for name, each in bound.implied.items() if name in reads}
    for name, each in bound.implied.items():
        if isinstance(each.gives, timedelta) and {name, each.other} <= bound.facts.keys():
            follows = n.days(bound.node(n, each.other), each.gives.days)
            differs = n.negate(n.compare("==", bound.node(n, name), follows))
            yield n.is_true(differs), f"{each.other}: disagree"
    for name, fact in bound.facts.items():
        if name in bound.flaws:
            wrong, code = bound.flaws[name]
            yield n.is_true(n.column(wrong)), f"{name}: {code}"
        if name not in taking_part and not fact.past:
            continue
        column = bound.node(n, name)
        if name in bound.texts:
            unread = n.every(n.known(n.column(bound.texts[name])), n.negate(n.known(column)))
            yield unread, f"{name}: not_{_A[fact.kind]}"
        if fact.kind is Kind.CODE:
            yield _foreign(n, column, fact.domain), f"{name}: unknown_value"
        elif fact.kind in (Kind.COUNT, Kind.MONEY) and not fact.signed:
            zero = n.literal(ex.lift(0, fact).value)  # type: ignore[attr-defined]
            yield n.is_true(n.compare("<", column, zero)), f"{name}: negative"


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
                last = n.literal(last_day_before(expr.days, calendar[1]))
                early, late = n.compare("<", day, n.literal(calendar[0])), n.compare("<", last, day)
                found.append(n.every(may, n.is_true(n.either(early, late)), flat=False))
    return n.either(*found)
