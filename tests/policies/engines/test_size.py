"""Policies may be long and expressions deep: what is generated grows with them, line by line."""

from __future__ import annotations

import random
from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from subhub.model.money import Money
from subhub.policies.engines.evaluate import Evaluation
from subhub.policies.engines.python.compiled import compile_intent
from subhub.policies.language.expressions import Expr, Fact, Kind, either, every
from subhub.policies.language.facts import ON
from subhub.policies.language.functions import choose, maximum, minimum
from subhub.policies.language.policy import NO_MODE, Intent
from subhub.policies.language.sources import Source
from subhub.policies.language.tables import NO_REFUND, RefundTerms, Table, otherwise, row

TODAY = date(2026, 11, 21)
CITES = (Source("T", "P", "https://x.example", TODAY, {"X-1": "s"})["X-1"],)
DEPTH = 200
DAYS = [Fact(f"d{number}", Kind.DAY) for number in range(DEPTH + 1)]
AMOUNTS = [Fact(f"m{number}", Kind.MONEY) for number in range(DEPTH + 1)]
FLAGS = [Fact(f"b{number}", Kind.BOOL) for number in range(DEPTH + 1)]


def intent(*conditions: Expr, **outputs: Any) -> Intent:
    """Rows ``r0``, ``r1``, …; the first gives the outputs, and undoing hangs on the last."""
    nothing: dict[str, Any] = {"ends_on": ON, "access_until": None, "billing_stops_on": None}
    nothing["refund"] = NO_REFUND
    rows = [
        row(f"r{index}", when=when, cites=CITES, **nothing | (outputs if index == 0 else {}))
        for index, when in enumerate(conditions)
    ]
    decides = Table("closure", (*rows, otherwise("rest", cites=CITES, **nothing)))
    last = row(
        "u", when=decides.decided(rows[-1].code), cites=CITES, possible=True, until=None, how="h"
    )
    never = otherwise("v", cites=CITES, possible=False, until=None, how=None)
    return Intent("cancel", ("owner",), decides, Table("undo", (last, never)), one_way=CITES)


def value(rng: random.Random, fact: Fact) -> Any:
    if fact.kind is Kind.DAY:
        return TODAY + timedelta(rng.randint(-9, 9))
    if fact.kind is Kind.MONEY:
        return Money(Decimal(rng.randint(0, 900)) / 100, "USD")
    return rng.random() < 0.5


def agree(asked: Intent, nulls: float, rounds: int = 12) -> None:
    rng = random.Random(nulls)
    for _ in range(rounds):
        told = {
            name: None if rng.random() < nulls else value(rng, fact)
            for name, fact in asked.facts.items()
            if not fact.given
        }
        reference = Evaluation(asked, {**told, "on": TODAY, "mode": NO_MODE, "actor": "owner"})
        made, request = compile_intent(asked), (TODAY, NO_MODE, "owner")
        assert made.decide(SimpleNamespace(**told), *request) == tuple(reference.decision())
        assert made.details(SimpleNamespace(**told), *request) == tuple(reference.details())


@pytest.mark.parametrize("nulls", [0, 0.01, 0.3])
@pytest.mark.parametrize("rows", [99, 100, 1000])
def test_so_many_rows(rows: int, nulls: float) -> None:
    rng = random.Random(rows)
    conditions = [every(*rng.sample(FLAGS[:12], 4)) & (DAYS[i % 9] < ON + i) for i in range(rows)]
    agree(intent(*conditions), nulls, rounds=3)


@pytest.mark.parametrize("nulls", [0, 0.05, 0.5])
@pytest.mark.parametrize("join", [every, either])
def test_so_many_parts_of_one_condition(join: Any, nulls: float) -> None:
    agree(intent(join(*FLAGS[1:])), nulls)


KINDS = (
    "choose", "choose the other way", "maximum", "minimum", "amounts", "chosen amounts",
    "days after days",
)  # fmt: skip


def nested(kind: str) -> dict[str, Any]:
    day, amount = DAYS[0], AMOUNTS[0]
    deep: Expr = day
    money: Expr = amount
    steps = {"chosen amounts": DEPTH // 2, "days after days": DEPTH // 3}.get(kind, DEPTH)
    for flag, day, amount in list(zip(FLAGS[1:], DAYS[1:], AMOUNTS[1:], strict=True))[:steps]:
        match kind:
            case "choose":
                deep = choose(flag, day, deep)
            case "choose the other way":
                deep = choose(flag, deep, day)
            case "maximum":
                deep = maximum(deep, day)
            case "minimum":
                deep = minimum(day, deep)
            case "amounts":
                money = maximum(money, amount)
            case "chosen amounts":
                money = maximum(choose(flag, money, amount), amount)
            case "days after days":
                deep = choose(flag, maximum(deep, day), ON) + 1
    if money is not AMOUNTS[0]:
        return {"refund": RefundTerms("full", amount=money)}
    return {"ends_on": deep}


@pytest.mark.parametrize("nulls", [0, 0.02, 0.5])
@pytest.mark.parametrize("kind", KINDS)
def test_so_deep(kind: str, nulls: float) -> None:
    made = intent(FLAGS[0], **nested(kind))
    assert len(compile_intent(made).source) < 400_000
    agree(made, nulls)
