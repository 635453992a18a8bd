"""The plan of a frame: what is asked, what makes a row invalid, and every output column.

A row that cannot be asked about (a day before ``started_on``, a code that does not exist)
says so in the column ``error`` and has no other output: nothing is answered from a fact
that is wrong, and no row is dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from subhub.errors import RequestError, one_of
from subhub.model.column import Column
from subhub.model.subscription import Implied
from subhub.policies.engines.columns.bound import AskedOfRows, BoundColumns
from subhub.policies.engines.columns.invalid import (
    contradictions,
    fact_errors,
    off_calendar,
    request_errors,
)
from subhub.policies.engines.columns.lower import Lowering, Value
from subhub.policies.engines.columns.nodes import Node, Nodes
from subhub.policies.engines.columns.outputs import OUTPUTS
from subhub.policies.language import expressions as ex
from subhub.policies.language.expressions import Kind
from subhub.policies.language.policy import NO_MODE, Intent, Policy, Ruling
from subhub.policies.language.tables import Row


@dataclass
class Plan:
    """``outputs`` by name; the rest says what a node, or an output, is to a reader."""

    n: Nodes
    outputs: dict[str, Node]
    names: dict[Node, str]
    cites: dict[Node, str]
    notes: dict[str, list[str]] = field(default_factory=dict)


def plan(policy: Policy, bound: BoundColumns, asked: AskedOfRows, n: Nodes | None = None) -> Plan:
    """Everything ``asked`` of one edition.

    Raises :class:`RequestError` for a fixed mode or actor that cannot be asked for.
    """
    n = n or Nodes()
    intent = policy.intent(asked.intent)
    rules = intent or policy.intents[0]
    modes = intent.modes if intent else ()
    request = {
        "on": n.column(asked.on.name) if isinstance(asked.on, Column) else n.literal(asked.on),
        "mode": _choice(n, "mode", asked.mode, modes, modes[0] if modes else NO_MODE),
        "actor": _choice(n, "actor", asked.actor, rules.actors, rules.actors[0]),
    }
    lowering = Lowering(n, request)
    told = _told(lowering, bound)
    lowering.facts.update(_lapsed(lowering, bound, told, request["on"]))
    errors = _errors(lowering, bound, told) if asked.checked else []
    if asked.checked:
        errors += request_errors(n, policy, bound, request, asked, modes, rules.actors)
    outputs = (
        _not_offered(n, errors) if intent is None else _decide(lowering, intent, errors, asked)
    )
    return Plan(n, outputs, lowering.names, lowering.cites, _notes(intent) if intent else {})


def _notes(intent: Intent) -> dict[str, list[str]]:
    """The rules behind the codes of an output."""
    rows: dict[str, Iterable[Ruling | Row]] = {
        "verdict": (*intent.not_covered, *intent.nothing_to_do),
        "outcome": intent.decides.rows,
        "reversible_how": intent.reversible.rows,
        "blockers": intent.blockers,
    }
    return {
        output: [f"{row.code}: {', '.join(each.id for each in row.cites)}" for row in each]
        for output, each in rows.items()
    }  # fmt: skip


def _errors(
    lowering: Lowering, bound: BoundColumns, told: Mapping[str, Node]
) -> list[tuple[Node, str]]:
    """What is wrong with the facts of a row: what it tells is so on every day, lapsed or not."""
    apart = Lowering(lowering.n, told)
    apart.names = lowering.names
    return [*fact_errors(lowering.n, bound), *contradictions(apart, bound)]


def either_of(
    n: Nodes, column: Node, plans: Mapping[str, Plan], broken: Iterable[str] = ()
) -> Plan:
    """One plan for rows of several platforms, told apart by ``column``.

    ``broken`` are platforms whose adapters are left out: their rows say so.
    """
    known = [(n.compare("==", column, n.literal(name)), each) for name, each in plans.items()]
    left_out = n.literal(f"{column.value}: adapter_broken")
    foreign = n.case(
        *((n.compare("==", column, n.literal(name)), left_out) for name in broken),
        (n.known(column), n.literal(f"{column.value}: unknown_value")),
        otherwise=n.literal(f"{column.value}: missing"),
    )
    outputs = {
        name: n.case(
            *((when, each.outputs[name]) for when, each in known),
            otherwise=foreign if name == "error" else n.null(kind),
        )
        for name, kind in OUTPUTS.items()
    }
    return _gathered(n, outputs, [each for _, each in known])


def by_edition(n: Nodes, on: Node, plans: list[tuple[date, Plan]]) -> Plan:
    """One plan for days of several editions; ``plans`` say from when on, oldest first."""
    outputs = plans[0][1].outputs
    for since, each in plans[1:]:
        later = n.compare("<=", n.literal(since), on)
        outputs = {
            name: n.case((later, each.outputs[name]), otherwise=node)
            for name, node in outputs.items()
        }
    return _gathered(n, outputs, [each for _, each in plans])


def _gathered(n: Nodes, outputs: dict[str, Node], plans: list[Plan]) -> Plan:
    names: dict[Node, str] = {}
    cites: dict[Node, str] = {}
    for each in plans:
        names, cites = each.names | names, each.cites | cites
    return Plan(n, outputs, names, cites)


def _choice(
    n: Nodes, name: str, value: str | Column | None, options: tuple[str, ...], default: str
) -> Node:
    if isinstance(value, Column):
        column = n.column(value.name)
        return n.case((n.known(column), column), otherwise=n.literal(default))
    if value is not None and options and value not in options:
        raise RequestError("unknown_value", field=name, value=value, hint=one_of(options, value))
    return n.literal(value or default)


def _told(lowering: Lowering, bound: BoundColumns) -> dict[str, Node]:
    """The facts that are told, and those that follow from them."""
    n, found = lowering.n, dict[str, Node]()
    for name in bound.facts:
        found[name] = bound.node(n, name)
    for name, implied in bound.implied.items():
        if implied.other in found:
            follows = _implied(n, implied, found)
            own = found.get(name)
            found[name] = follows if own is None else n.case((n.known(own), own), otherwise=follows)
            lowering.call(found[name], f"{name}_told_or_implied")
    return found


def _lapsed(
    lowering: Lowering, bound: BoundColumns, told: Mapping[str, Node], on: Node
) -> dict[str, Node]:
    """The facts that count on the day asked about."""
    n, found = lowering.n, dict(told)
    for name in sorted(bound.lapsing & found.keys()):  # once passed, such a day says nothing
        node = found[name]
        found[name] = n.case((n.compare("<=", on, node), node), otherwise=n.null(Kind.DAY))
        lowering.call(found[name], f"{name}_to_come")
    return found


def _implied(n: Nodes, implied: Implied, facts: Mapping[str, Node]) -> Node:
    """What other facts say of one that is not told."""
    other = facts[implied.other]
    if isinstance(implied.gives, timedelta):
        return n.days(other, implied.gives.days)
    told = n.known(other)
    if implied.when is not None:
        told = n.compare("==", other, n.literal(implied.when))
    if implied.same_as is not None:
        told = n.compare("==", other, facts.get(implied.same_as, n.null(Kind.COUNT)))
    kind = Kind.COUNT if isinstance(implied.gives, int) else Kind.CODE
    return n.case((told, n.literal(implied.gives)), otherwise=n.null(kind))


# ---- the outputs -------------------------------------------------------------------------------


def _decide(
    lowering: Lowering, intent: Intent, errors: list[tuple[Node, str]], asked: AskedOfRows
) -> dict[str, Node]:
    n = lowering.n
    checks = [(verdict, lowering.condition(when)) for verdict, when in intent.refusals]
    for verdict, holds in checks:
        lowering.call(holds, f"is_{verdict}")
    open_ = n.every(*(n.negate(n.is_true(holds)) for _, holds in checks))
    off = n.false
    if asked.checked:
        off = n.every(open_, off_calendar(lowering, intent, asked.calendar))
    lowering.call(off, "is_off_calendar")
    error = _first(n, [*errors, (off, "on: outside_holidays")])
    lowering.call(error, "row_error")
    invalid = n.known(error) if asked.explained else n.either(*(when for when, _ in errors), off)
    lowering.call(invalid, "is_error")
    allowed = n.every(n.negate(invalid), *(n.negate(n.is_not_false(holds)) for _, holds in checks))
    unsure = n.every(
        n.negate(invalid), open_, n.either(*(n.negate(n.known(holds)) for _, holds in checks))
    )
    lowering.call(allowed, "is_allowed")
    lowering.call(unsure, "may_be_allowed")

    outputs = {"verdict": _verdict(n, checks, invalid)}
    undecided = [(n.every(n.negate(invalid), _open(n, checks)), "verdict")]
    for name, pick in intent.outputs.items():
        value, kept = lowering.value(pick), intent.kept[name]
        if kept is not ex.DOES_NOT_APPLY:
            both = value, lowering.value(kept)
            outputs[name], missing = _kept(lowering, *both, checks, invalid, OUTPUTS[name])
            lowering.call(outputs[name], f"{name}_answered")
            undecided.append((missing, name))
            continue
        lowering.call(value.node, f"{name}_if_allowed")
        null = n.null(OUTPUTS[name])
        node = null if value.node.op == "null" else value.node
        outputs[name] = n.case((allowed, node), otherwise=null)
        lowering.call(outputs[name], f"{name}_answered")
        lowering.call(value.unknown, f"{name}_open")
        something = n.true if value.applies else n.either(value.unknown, n.known(value.node))
        missing = n.either(n.every(allowed, value.unknown), n.every(unsure, something))
        lowering.call(missing, f"{name}_undecided")
        undecided.append((missing, name))
    outputs["blockers"] = _or_null(n, invalid, _blockers(lowering, intent, checks))
    outputs["unknown"] = _or_null(n, invalid, n.listed(*undecided))
    outputs["error"] = error
    return outputs


def _kept(
    lowering: Lowering,
    allowed: Value,
    kept: Value,
    checks: list[tuple[str, Node]],
    invalid: Node,
    kind: Kind,
) -> tuple[Node, Node]:
    """An output that *nothing to do* tells as well, and where it is not decided."""
    n, may = lowering.n, dict[str, Node]()
    left = n.negate(invalid)
    for verdict, holds in checks:
        may[verdict] = n.every(left, n.is_not_false(holds))
        left = n.every(left, n.negate(n.is_true(holds)))
    idle, refused = may.pop("nothing_to_do", n.false), n.either(*may.values())
    same = n.every(left, idle, lowering.same(allowed, kept))
    only_allowed, only_idle = n.every(left, n.negate(idle)), n.every(idle, n.negate(left))
    branches = [(only_allowed, allowed), (only_idle, kept), (same, allowed)]
    known = [
        (n.every(when, n.negate(refused), n.negate(value.unknown)), value.node)
        for when, value in branches
    ]
    node = n.case(*known, otherwise=n.null(kind))
    tells = [
        n.every(when, n.either(value.unknown, n.known(value.node)))
        for when, value in ((left, allowed), (idle, kept))
    ]
    decided = n.either(*(when for when, _ in known))
    return node, n.every(n.either(left, idle), n.either(*tells), n.negate(decided))


def _first(n: Nodes, errors: Iterable[tuple[Node, str]]) -> Node:
    """What is wrong with a row, null where nothing is."""
    said = ((when, n.literal(why)) for when, why in errors)
    return n.case(*said, otherwise=n.null(Kind.CODE))


def _or_null(n: Nodes, invalid: Node, text: Node) -> Node:
    return n.case((invalid, n.null(Kind.CODE)), otherwise=text)


def _verdict(n: Nodes, checks: list[tuple[str, Node]], invalid: Node) -> Node:
    branches = [(invalid, n.null(Kind.CODE))]
    for verdict, holds in checks:
        branches.append((holds, n.literal(verdict)))
        branches.append((n.negate(n.known(holds)), n.literal("unknown")))
    return n.case(*branches, otherwise=n.literal("allowed"))


def _open(n: Nodes, checks: list[tuple[str, Node]]) -> Node:
    """The verdict is not decided: a check is open, and none before it holds."""
    found, before = n.false, n.true
    for _, holds in checks:
        found = n.either(found, n.every(before, n.negate(n.known(holds))))
        before = n.every(before, n.negate(n.is_not_false(holds)))
    return found


def _blockers(lowering: Lowering, intent: Intent, checks: list[tuple[str, Node]]) -> Node:
    """The codes of all that blocks, or may; none where an earlier verdict is certain."""
    n = lowering.n
    reached, before = n.true, n.true
    for verdict, holds in checks:
        if verdict != "blocked":
            reached = n.every(reached, n.negate(n.every(before, n.is_true(holds))))
            before = n.every(before, n.negate(n.is_not_false(holds)))
    found = []
    for row in intent.blockers:
        holds = lowering.condition(row.when)
        lowering.call(holds, row.code, row.cites)
        found.append((n.every(reached, n.is_not_false(holds)), row.code))
    return n.listed(*found)


def _not_offered(n: Nodes, errors: Iterable[tuple[Node, str]]) -> dict[str, Node]:
    errors = list(errors)
    invalid = n.either(*(when for when, _ in errors))
    outputs = {name: n.null(kind) for name, kind in OUTPUTS.items()}
    outputs["verdict"] = _or_null(n, invalid, n.literal("blocked"))
    outputs["blockers"] = _or_null(n, invalid, n.literal("intent_not_offered"))
    outputs["unknown"] = _or_null(n, invalid, n.literal(""))
    outputs["error"] = _first(n, errors)
    return outputs
