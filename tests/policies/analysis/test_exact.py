"""An output is known exactly when every way of filling in what is missing agrees on it.

By brute force: the missing facts of random documents are filled in with every combination of
values from the hand-written lists below, chosen to lie on and around every boundary of the
pages. Nothing of the engine's own way of choosing values takes part.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest

from subhub.hub.registry import Registry
from subhub.model.money import Money
from subhub.policies.analysis.settling import Settling
from subhub.policies.engines.evaluate import UNKNOWN, Decision, Evaluation
from subhub.policies.language.policy import NO_MODE, Intent

INTENTS = [
    pytest.param(policy.platform, intent, id=f"{policy.platform}-{intent.name}")
    for adapter in Registry().working()[0]
    for policy in adapter.editions()
    for intent in policy.intents
]
ONS = [date(2026, 11, 21), date(2026, 12, 31), date(2028, 2, 29)]
#: days counted from the day asked about
DAYS = {
    "started_on": (0, -1, -14, -15, -29, -30, -31, -400),
    "current_period_end": (0, 1, 30, 200),
    "trial_ends_on": (-31, -1, 0, 1, 20),
    "last_lock_on": (-40, -1, 0, 1, 42),
    "site_ends_on": (-45, -31, -30, -29, -1, 0, 1, 30),
}
AMOUNTS = tuple(Money.parse(f"{amount} USD") for amount in ("0", "5", "120.50"))
STATUS = ("trialing", "active", "past_due", "paused", "canceled", "expired")
CODES = {
    "status": STATUS,
    "billing_interval": ("month", "year", "once"),
    "site_status": ("active", "ending", "ended"),
    "product_state": ("provisional", "on_sale", "stopped"),
}
PRODUCTS = {
    "expa": ("continuing", "online_salon", "download", "shipped", "event"),
    "impact": ("starter",),
    "squarespace": ("digital_products", "website"),
}
YES_OR_NO = ("auto_renew", "mail_feature", "refund_requested", "has_digital_products",
             "free_domain")  # fmt: skip
COUNTS = (
    "unpaid_invoices", "paid_invoices", "unpaid_by_card", "unpaid_by_transfer",
    "transfers_pending", "locked_actions", "pending_actions", "active_contracts",
)  # fmt: skip
#: the one output that may be more cautious
CAUTIOUS = "refund_at_most"
#: what an answer shows beside the outputs and is to be exact as well
EXACT = ("not_covered", "nothing_to_do", "blockers", "consequences", "days", "prepare")


def values(platform: str, fact: str, on: date) -> tuple[Any, ...]:
    """What a fact can be, as the pages tell one value from another."""
    if fact == "product":
        return PRODUCTS[platform]
    if fact in DAYS:
        return tuple(on + timedelta(days) for days in DAYS[fact])
    if fact in CODES:
        return CODES[fact]
    if fact in YES_OR_NO:
        return (True, False)
    return (0, 1, 2) if fact in COUNTS else AMOUNTS


def document(rng: random.Random, platform: str, intent: Intent, most: int) -> dict[str, Any]:
    """A random document and request; up to four facts are missing or have lapsed."""
    on = rng.choice(ONS)
    names = [fact.name for fact in intent.facts.values() if not fact.given]
    told = {name: rng.choice(values(platform, name, on)) for name in names}
    if rng.random() < 0.8 and told.get("status") in ("canceled", "expired"):
        told["status"] = "active"  # mostly something that goes on
    ways = 1
    for name in rng.sample(names, min(len(names), rng.randint(1, 4))):
        ways *= len(values(platform, name, on))
        if ways > most:
            break
        told[name] = None
        if name == "current_period_end" and rng.random() < 0.5:
            told[name] = on - timedelta(rng.choice((1, 2, 400)))  # it says nothing any more
    mode = rng.choice(intent.modes or (NO_MODE, NO_MODE, NO_MODE, "immediate"))
    return {**told, "on": on, "mode": mode, "actor": rng.choice(intent.actors)}


def is_missing(told: dict[str, Any], name: str) -> bool:
    value = told[name]
    return value is None or (name == "current_period_end" and value < told["on"])


def completions(platform: str, intent: Intent, told: dict[str, Any]) -> Iterator[tuple[Any, ...]]:
    names = missing(told)
    yield from product(*(values(platform, name, told["on"]) for name in names))


def missing(told: dict[str, Any]) -> list[str]:
    return [name for name in told if name not in ("on", "mode", "actor") and is_missing(told, name)]


def check(platform: str, intent: Intent, told: dict[str, Any]) -> None:
    decided = Evaluation(intent, told).decision()
    names = missing(told)
    results = {
        filled: Evaluation(intent, {**told, **dict(zip(names, filled, strict=True))}).decision()
        for filled in completions(platform, intent, told)
    }
    settling = Settling(intent, told)
    for field, value in decided._asdict().items():
        outcomes = {filled: getattr(result, field) for filled, result in results.items()}
        assert UNKNOWN not in outcomes.values(), f"{field} is open with every fact known: {told}"
        agree = len(set(outcomes.values())) == 1
        if value is not UNKNOWN:
            assert agree, f"{field} is said to be {value}: {told}"
            assert value == next(iter(outcomes.values())), f"{field}: {told}"
        elif field != CAUTIOUS:
            assert not agree, f"{field} is said to be open: {told}"
            found = settling.output(field)
            assert set(found.facts) == matter(names, outcomes), f"{field}: {told}"
            assert found.settled, f"{field} is not proved: {told}"


def check_details(platform: str, intent: Intent, told: dict[str, Any]) -> None:
    """What follows is certain only if it always does; and then it is certain."""
    names = missing(told)
    open_ = Evaluation(intent, told).details()
    every = [
        Evaluation(intent, {**told, **dict(zip(names, filled, strict=True))}).details()
        for filled in completions(platform, intent, told)
    ]
    for field, found in open_._asdict().items():
        for index, value in enumerate(found):
            outcomes = {getattr(each, field)[index] for each in every}
            if value is not (UNKNOWN if field == "days" else None):
                assert outcomes == {value}, f"{field} {index} is said to be {value}: {told}"
            elif field in EXACT:
                assert len(outcomes) > 1, f"{field} {index} is said to be open: {told}"


def matter(names: list[str], outcomes: dict[tuple[Any, ...], Any]) -> set[str]:
    """The facts for which two completions that differ only there give different values."""
    found = set()
    for index, name in enumerate(names):
        seen: dict[tuple[Any, ...], Any] = {}
        for filled, value in outcomes.items():
            rest = filled[:index] + filled[index + 1 :]
            if seen.setdefault(rest, value) != value:
                found.add(name)
                break
    return found


@pytest.mark.parametrize("platform, intent", INTENTS)
def test_known_exactly_when_every_completion_agrees(platform: str, intent: Intent) -> None:
    rng = random.Random(f"{platform} {intent.name}")
    for _ in range(150):
        check(platform, intent, document(rng, platform, intent, most=120))


@pytest.mark.parametrize("platform, intent", INTENTS)
def test_certain_exactly_when_every_completion_agrees(platform: str, intent: Intent) -> None:
    rng = random.Random(f"details {platform} {intent.name}")
    for _ in range(60):
        check_details(platform, intent, document(rng, platform, intent, most=60))


@pytest.mark.nightly
@pytest.mark.parametrize("platform, intent", INTENTS)
def test_known_exactly_over_many_more(platform: str, intent: Intent) -> None:
    rng = random.Random(f"nightly {platform} {intent.name}")
    for _ in range(4000):
        told = document(rng, platform, intent, most=800)
        check(platform, intent, told)
        check_details(platform, intent, told)


def test_every_fact_has_hand_written_values() -> None:
    known = {*DAYS, *CODES, *YES_OR_NO, *COUNTS, "product"}
    amounts = {"price", "card_charged", "partner_costs", "balance", "open_invoices"}
    read = {name for each in INTENTS for name in each.values[1].facts}
    assert read - {"on", "mode", "actor"} <= known | amounts | {"pending_payouts"}


def test_the_decision_has_the_fields_of_the_contract() -> None:
    assert CAUTIOUS in Decision._fields
