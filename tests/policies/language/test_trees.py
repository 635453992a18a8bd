"""A tree of expressions is transformed by its own nodes, whatever they are."""

from __future__ import annotations

from datetime import date

import pytest

from subhub import Hub
from subhub.policies import ALWAYS, NEVER, ON, Expr, Intent, choose, days_between, maximum
from subhub.policies.language.expressions import Const, Fact, Kind

REGISTRY = Hub().registry
INTENTS = [
    intent
    for platform in REGISTRY.platforms()
    for policy in REGISTRY.adapter(platform).editions()
    for intent in policy.intents
]
BY_INTENT = pytest.mark.parametrize("intent", INTENTS, ids=lambda each: each.name)
SEATS, LAST, VIP = Fact("seats", Kind.COUNT), Fact("last", Kind.DAY), Fact("vip", Kind.BOOL)


def nodes(intent: Intent) -> list[Expr]:
    return [node for expr in intent.expressions() for node in expr.walk()]


@BY_INTENT
def test_a_node_rebuilt_over_its_own_arguments_says_the_same(intent: Intent) -> None:
    assert len(nodes(intent)) > 5
    for node in nodes(intent):
        if node.args:
            again = node.rebuilt(*node.args)
            assert (again.key, again.kind, repr(again)) == (node.key, node.kind, repr(node))


@BY_INTENT
def test_a_tree_in_which_nothing_changes_is_itself(intent: Intent) -> None:
    def same(node: Expr) -> Expr:
        return node.mapped(same)

    assert all(same(expr) is expr for expr in intent.expressions())


def put(value: Expr, fact: Fact, expr: Expr) -> Expr:
    """``expr`` with ``value`` wherever the fact stands."""
    if expr.key == fact.key:
        return value
    return expr.mapped(lambda arg: put(value, fact, arg))


@pytest.mark.parametrize(
    ("expr", "fact", "value", "found"),
    [
        (VIP & (SEATS > 3), VIP, ALWAYS, SEATS > 3),
        (VIP & (SEATS > 3), VIP, NEVER, NEVER),
        (~(VIP | (SEATS > 3)), VIP, ALWAYS, NEVER),
        (choose(VIP, LAST, ON), VIP, NEVER, ON),
        (maximum(LAST, ON) + 3, LAST, ON + 1, maximum(ON + 1, ON) + 3),
        (days_between(LAST, ON) < 7, LAST, ON, days_between(ON, ON) < 7),
    ],
)  # fmt: skip
def test_what_is_constant_is_folded(expr: Expr, fact: Fact, value: Expr, found: Expr) -> None:
    assert put(value, fact, expr).key == found.key


def test_the_tree_itself_stays_as_it_was() -> None:
    expr = choose(VIP, LAST, ON)
    before = expr.key
    put(Const(Kind.DAY, date(2026, 1, 1)), LAST, expr)
    assert expr.key == before
    assert expr.args[1] is LAST


def test_a_condition_knows_its_comparisons() -> None:
    condition = ~((SEATS > 3) | (VIP & (LAST < ON)))
    assert [repr(atom) for atom in condition.atoms()] == ["seats > 3", "vip", "last < on"]
    assert list(ALWAYS.atoms()) == []
