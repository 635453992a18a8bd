"""The generated code and the plain evaluation say the same, however much is missing."""

from __future__ import annotations

import dataclasses
import random
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import pytest

from subhub.errors import PolicyError
from subhub.hub.registry import Registry
from subhub.model.money import Money
from subhub.policies.engines.evaluate import Evaluation
from subhub.policies.engines.python.compiled import compile_intent
from subhub.policies.language.expressions import Fact, Kind
from subhub.policies.language.policy import NO_MODE, BlockerRow, Intent
from subhub.policies.language.tables import otherwise, row, table

INTENTS = [
    pytest.param(intent, id=f"{policy.platform}-{intent.name}")
    for adapter in Registry().working()[0]
    for policy in adapter.editions()
    for intent in policy.intents
]
ONS = [date(2026, 11, 21), date(2026, 2, 28), date(2028, 2, 29), date(2026, 12, 31)]
#: on and around every limit of the three platforms, and far away
STEPS = (-400, -45, -31, -30, -29, -16, -15, -14, -13, -1, 0, 1, 14, 30, 400)
AMOUNTS = ("0", "0.01", "5", "87.50", "500")
#: of one document; what is fixed in the first does not apply in the other
CURRENCIES = ("USD", "CAD")


def value(rng: random.Random, fact: Fact, on: date, currency: str) -> Any:
    match fact.kind:
        case Kind.CODE:
            return rng.choice(fact.domain)
        case Kind.BOOL:
            return rng.random() < 0.5
        case Kind.COUNT:
            return rng.choice((0, 0, 1, 2, 30))
        case Kind.MONEY:
            return Money.parse(f"{rng.choice(AMOUNTS)} {currency}")
    return on + timedelta(rng.choice(STEPS))


def facts(rng: random.Random, intent: Intent, nulls: float) -> dict[str, Any]:
    on, currency = rng.choice(ONS), rng.choice(CURRENCIES)
    told = {
        fact.name: None if rng.random() < nulls else value(rng, fact, on, currency)
        for fact in intent.facts.values()
        if not fact.given
    }
    mode = rng.choice(intent.modes or (NO_MODE, NO_MODE, "immediate"))
    return {**told, "on": on, "mode": mode, "actor": rng.choice(intent.actors)}


def agree(intent: Intent, told: dict[str, Any]) -> None:
    functions, reference = compile_intent(intent), Evaluation(intent, told)
    asked = SimpleNamespace(**told), told["on"], told["mode"], told["actor"]
    assert functions.decide(*asked) == tuple(reference.decision()), told
    assert functions.details(*asked) == tuple(reference.details()), told


@pytest.mark.parametrize("nulls", [0.0, 0.15, 0.5, 0.9])
@pytest.mark.parametrize("intent", INTENTS)
def test_generated_code_says_what_the_law_says(intent: Intent, nulls: float) -> None:
    rng = random.Random(f"{intent.name} {nulls}")
    for _ in range(150):
        agree(intent, facts(rng, intent, nulls))


@pytest.mark.nightly
@pytest.mark.parametrize("intent", INTENTS)
def test_generated_code_says_what_the_law_says_at_length(intent: Intent) -> None:
    rng = random.Random(f"nightly {intent.name}")
    for _ in range(20_000):
        agree(intent, facts(rng, intent, rng.choice((0.0, 0.05, 0.15, 0.5, 0.9))))


def test_a_wrong_answer_would_be_noticed() -> None:
    (intent,) = (each.values[0] for each in INTENTS if each.id == "impact-cancel")
    told = facts(random.Random(1), intent, 0.0)
    other = {**told, "pending_actions": None}
    functions, reference = compile_intent(intent), Evaluation(intent, other)
    asked = SimpleNamespace(**told), told["on"], told["mode"], told["actor"]
    assert functions.details(*asked) != tuple(reference.details())


def test_a_table_that_reads_another_is_generated_too() -> None:
    (intent,) = (each.values[0] for each in INTENTS if each.id == "impact-cancel")
    rich = table(
        "rich",
        row("rich", when=intent.facts["locked_actions"] > 1, cites=intent.one_way, x=1),
        otherwise("poor", cites=intent.one_way, x=2),
    )
    blocker = BlockerRow(
        "too_rich", when=rich.decided("rich") & (rich["x"] == 1), cites=intent.one_way
    )
    both = dataclasses.replace(intent, blockers=(blocker,))
    rng = random.Random(3)
    for _ in range(200):
        agree(both, facts(rng, both, rng.choice((0.0, 0.3))))
    told = facts(rng, both, 0.0) | {"locked_actions": 2, "status": "active"}
    assert Evaluation(both, told).decision().verdict == "blocked"


def test_two_tables_of_one_name_are_refused() -> None:
    (intent,) = (each.values[0] for each in INTENTS if each.id == "impact-cancel")
    namesake = table("closure", otherwise("any", cites=intent.one_way, x=1))
    both = dataclasses.replace(
        intent, blockers=(BlockerRow("never", when=namesake["x"] == 2, cites=intent.one_way),)
    )
    with pytest.raises(PolicyError, match="two tables called `closure`"):
        compile_intent(both)
