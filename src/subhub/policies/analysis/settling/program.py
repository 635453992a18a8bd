"""Everything one intent can be asked about missing facts, lowered once and kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from subhub.policies.analysis.settling.graph import FALSE, TRUE, Graph
from subhub.policies.analysis.settling.lowering import GraphLowering
from subhub.policies.analysis.settling.terms import Cases, Fixed, Variable
from subhub.policies.engines.evaluate import Decision, Details
from subhub.policies.language import expressions as ex
from subhub.policies.language.contradictions import Contradiction
from subhub.policies.language.policy import CLOSURE_OUTPUTS, Intent

#: the fields of :class:`Details` for which an answer names what they need
DETAILS = ("consequences", "days", "prepare", "steps", "settlements", "terms")
#: a field of :class:`Decision`, or a field of :class:`Details` and the place in it
OutputKey = str | tuple[str, int]


@dataclass(frozen=True, eq=False)
class LoweredOutput:
    """One thing that is asked: its cases, and every node and fact they are made of, in order."""

    asked: OutputKey
    kind: ex.Kind
    cases: Cases
    nodes: tuple[int, ...]
    facts: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Program:
    """``row_facts`` are, by output, the facts that the deciding rows themselves read for it.

    ``contradictions`` are nodes that hold where a document could not say so, each with the facts
    it reads; ``cannot_be`` are these nodes and all that they are made of.
    """

    graph: Graph
    variables: dict[str, Variable]
    questions: dict[OutputKey, LoweredOutput]
    row_facts: dict[OutputKey, frozenset[str]]
    #: facts that business days are counted from: only days of the known calendar fill them in
    business: frozenset[str]
    contradictions: tuple[tuple[int, frozenset[str]], ...] = ()
    cannot_be: tuple[int, ...] = ()


@lru_cache(maxsize=64)
def program(intent: Intent, contradictions: tuple[Contradiction, ...] = ()) -> Program:
    """Lower an intent: its outputs, and the conditions and days of what follows from them.

    The contradictions are those of the documents that it is asked of.
    """
    low = GraphLowering()
    allowed, idle, cases = _verdict(low, intent)
    first = dict.fromkeys(name for _, when in intent.refusals for name in when.facts())
    found: dict[OutputKey, LoweredOutput] = {
        "verdict": _question(low, "verdict", ex.Kind.CODE, cases, first)
    }
    for field, pick in intent.outputs.items():
        ways = [(low.graph.all((allowed, node)), term) for node, term in low.cases(pick)]
        kept = intent.kept[field]
        ways += [(low.graph.all((idle, node)), term) for node, term in low.cases(kept)]
        refused = low.graph.all((-allowed, -idle))
        cases = low.merged([(refused, Fixed(None)), *ways])
        facts = first | pick.facts() | kept.facts()
        found[field] = _question(low, field, pick.kind, cases, facts)
    of_details = Details.of(intent)
    for field in DETAILS:
        for index, expr in enumerate(of_details[field]):
            asked = field, index
            found[asked] = _question(low, asked, expr.kind, low.cases(expr), expr.facts())
    against = tuple((low.condition(each.when), frozenset(each.facts)) for each in contradictions)
    return Program(
        low.graph, low.variables, found, _row_facts(intent),
        _business((*intent.expressions(), *(each.when for each in contradictions))),
        against, low.graph.reach(node for node, _ in against),
    )  # fmt: skip


def _verdict(low: GraphLowering, intent: Intent) -> tuple[int, int, Cases]:
    """The nodes of *allowed* and of *nothing to do*, and the cases of the verdict."""
    left, idle, cases = TRUE, FALSE, []
    for verdict, rows in (
        ("not_covered", intent.not_covered),
        ("nothing_to_do", intent.nothing_to_do),
        ("blocked", intent.blockers),
    ):
        holds = low.graph.any(low.condition(row.when) for row in rows)
        here = low.graph.all((left, holds))
        cases.append((here, Fixed(verdict)))
        idle = here if verdict == "nothing_to_do" else idle
        left = low.graph.all((left, -holds))
    return left, idle, low.merged([*cases, (left, Fixed("allowed"))])


def _question(
    low: GraphLowering, asked: OutputKey, kind: ex.Kind, cases: Cases, facts: Iterable[str]
) -> LoweredOutput:
    nodes = low.graph.reach(node for node, _ in cases)
    return LoweredOutput(asked, kind, cases, nodes, tuple(facts))


def _row_facts(intent: Intent) -> dict[OutputKey, frozenset[str]]:
    fields = Decision._fields[2 : 2 + len(CLOSURE_OUTPUTS)]
    return {
        field: frozenset(
            name for row in intent.decides.rows for name in row.outputs[output].facts()
        )
        for field, output in zip(fields, CLOSURE_OUTPUTS, strict=True)
    }


def _business(exprs: Iterable[ex.Expr]) -> frozenset[str]:
    return frozenset(
        name
        for expr in exprs
        for node in expr.walk()
        if isinstance(node, ex.AddBusinessDays)
        for name in node.facts()
    )
