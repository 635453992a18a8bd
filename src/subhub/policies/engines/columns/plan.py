"""The plan of a frame: what is asked, what makes a row invalid, and every output column.

A row that cannot be asked about (a day before ``started_on``, a code that does not exist)
says so in the column ``error`` and has no other output: nothing is answered from a fact
that is wrong, and no row is dropped.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from subhub.errors import RequestError, one_of
from subhub.model.calendar import FIRST_DAY, LAST_DAY
from subhub.model.column import Column
from subhub.policies.engines.columns.business_days import last_day_before
from subhub.policies.engines.columns.lower import Lowering
from subhub.policies.engines.columns.nodes import Node, Nodes
from subhub.policies.language import expressions as ex
from subhub.policies.language.expressions import Fact, Kind
from subhub.policies.language.policy import NO_MODE, Intent, Policy, Ruling
from subhub.policies.language.tables import Row

#: every output column in the order in which they are written, and its kind
OUTPUTS: dict[str, Kind] = {
    "verdict": Kind.CODE,
    "outcome": Kind.CODE,
    "ends_on": Kind.DAY,
    "access_until": Kind.DAY,
    "billing_stops_on": Kind.DAY,
    "refund_kind": Kind.CODE,
    "refund_amount": Kind.MONEY,
    "refund_at_most": Kind.MONEY,
    "refund_automatic": Kind.BOOL,
    "refund_to": Kind.CODE,
    "refund_due_by": Kind.DAY,
    "reversible": Kind.BOOL,
    "reversible_until": Kind.DAY,
    "reversible_how": Kind.CODE,
    "blockers": Kind.CODE,
    "unknown": Kind.CODE,
    "error": Kind.CODE,
}


@dataclass(frozen=True)
class Asked:
    """What is asked of every row: a value, or the column that holds it."""

    on: date | Column
    mode: str | Column | None = None
    actor: str | Column | None = None
    intent: str = "cancel"
    #: the days whose holidays are known
    calendar: tuple[date, date] = (FIRST_DAY, LAST_DAY)
    #: for a reader rather than for speed: say first what is wrong with a row
    explained: bool = False
    #: look in each row for what cannot be; without, the frame is taken to hold no such row
    checked: bool = True


@dataclass(frozen=True)
class BoundColumns:
    """The facts that the columns of a frame are bound to, and what they imply.

    ``columns`` names the column of a fact where it is not the fact's own name; ``implied``
    maps a fact to another and a code: where the first is not told and the second is, the
    first has that code. ``texts`` maps facts that were read from text to the column they
    were read from.
    """

    facts: Mapping[str, Fact]
    columns: Mapping[str, str] = field(default_factory=dict)
    implied: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)

    def node(self, n: Nodes, name: str) -> Node:
        """The column of a fact."""
        return n.column(self.columns.get(name, name))


@dataclass
class Plan:
    """``outputs`` by name; the rest says what a node, or an output, is to a reader."""

    n: Nodes
    outputs: dict[str, Node]
    names: dict[Node, str]
    cites: dict[Node, str]
    notes: dict[str, list[str]] = field(default_factory=dict)


def plan(policy: Policy, bound: BoundColumns, asked: Asked, n: Nodes | None = None) -> Plan:
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
    lowering.facts.update(_facts(lowering, bound, request["on"]))
    errors = [
        *_request_errors(n, policy, request, asked, modes, rules.actors),
        *_fact_errors(n, bound, _reads(intent), request["on"]),
    ]
    errors = errors if asked.checked else []
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


def _reads(intent: Intent | None) -> set[str]:
    """The facts that take part in any output."""
    if intent is None:
        return set()
    exprs = [*(when for _, when in intent.refusals), *intent.outputs.values()]
    return {name for expr in exprs for name in expr.facts()}


def either_of(n: Nodes, column: Node, plans: Mapping[str, Plan]) -> Plan:
    """One plan for rows of several platforms, told apart by ``column``."""
    known = [(n.compare("==", column, n.literal(name)), each) for name, each in plans.items()]
    foreign = n.case(
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


def _facts(lowering: Lowering, bound: BoundColumns, on: Node) -> dict[str, Node]:
    n, found = lowering.n, dict[str, Node]()
    for name, fact in bound.facts.items():
        node = bound.node(n, name)
        if fact.lapses:  # a day that says nothing any more once it has passed
            node = n.case((n.compare("<=", on, node), node), otherwise=n.null(Kind.DAY))
            lowering.call(node, f"{name}_to_come")
        found[name] = node
    for name, (other, code) in bound.implied.items():
        if other in found:
            implied = n.case((n.known(found[other]), n.literal(code)), otherwise=n.null(Kind.CODE))
            own = found.get(name)
            found[name] = implied if own is None else n.case((n.known(own), own), otherwise=implied)
            lowering.call(found[name], f"{name}_told_or_implied")
    return found


# ---- what makes a row invalid ------------------------------------------------------------------


def _request_errors(
    n: Nodes,
    policy: Policy,
    request: Mapping[str, Node],
    asked: Asked,
    modes: tuple[str, ...],
    actors: tuple[str, ...],
) -> Iterator[tuple[Node, str]]:
    on = request["on"]
    if isinstance(asked.on, Column):
        yield n.negate(n.known(on)), f"{asked.on.name}: missing"
        first = n.literal(policy.edition.in_force)
        yield n.is_true(n.compare("<", on, first)), f"{asked.on.name}: not_in_force"
    for value, options in ((asked.mode, modes), (asked.actor, actors)):
        if isinstance(value, Column) and options:
            yield _foreign(n, n.column(value.name), options), f"{value.name}: unknown_value"


_A = {Kind.MONEY: "an_amount", Kind.DAY: "a_day", Kind.COUNT: "a_count", Kind.BOOL: "a_yes_or_no"}


def _fact_errors(
    n: Nodes, bound: BoundColumns, reads: set[str], on: Node
) -> Iterator[tuple[Node, str]]:
    for name, fact in bound.facts.items():
        if fact.past:
            before = n.is_true(n.compare("<", on, bound.node(n, name)))
            yield before, f"{name}: after_the_day_asked"
    taking_part = reads | {other for name, (other, _) in bound.implied.items() if name in reads}
    for name, fact in bound.facts.items():
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


def _off_calendar(lowering: Lowering, intent: Intent, calendar: tuple[date, date]) -> Node:
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


# ---- the outputs -------------------------------------------------------------------------------


def _decide(
    lowering: Lowering, intent: Intent, errors: list[tuple[Node, str]], asked: Asked
) -> dict[str, Node]:
    n = lowering.n
    checks = [(verdict, lowering.condition(when)) for verdict, when in intent.refusals]
    for verdict, holds in checks:
        lowering.call(holds, f"is_{verdict}")
    open_ = n.every(*(n.negate(n.is_true(holds)) for _, holds in checks))
    off = n.false
    if asked.checked:
        off = n.every(open_, _off_calendar(lowering, intent, asked.calendar))
    lowering.call(off, "is_off_calendar")
    error = _first(n, [*errors, (off, "on: no_known_holidays")])
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
        value = lowering.value(pick)
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
