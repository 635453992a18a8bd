"""Random facts for an intent, with days near the boundaries that its rules draw."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from subhub.model.money import Money
from subhub.policies.language import expressions as ex
from subhub.policies.language.policy import NO_MODE, Intent

#: distances from the day asked that windows, trials and pauses are made of
_NEAR = (-400, -60, -45, -31, -30, -29, -16, -15, -14, -13, -7, -2, -1)
_DISTANCES = (*_NEAR, 0, *(-days for days in _NEAR))
#: all amounts of a document are in one of them
_CURRENCIES = ("USD", "CAD")
_AMOUNTS = ("0.00", "0.00", "0.01", "12.50", "100.00", "412.50")


def random_facts(intent: Intent, rng: Random, *, nulls: float, on: date) -> dict[str, Any]:
    """Facts of document and request by name; each of the document is ``None`` at rate ``nulls``.

    >>> from subhub import Hub
    >>> intent = Hub().registry.adapter("squarespace").editions()[0].intent("cancel")
    >>> facts = random_facts(intent, Random(1), nulls=0.5, on=date(2026, 11, 21))
    >>> facts["mode"] in intent.modes
    True
    """
    currency = rng.choice(_CURRENCIES)
    facts: dict[str, Any] = {
        name: None if rng.random() < nulls else _value(fact, rng, on, currency)
        for name, fact in intent.facts.items()
        if not fact.given
    }
    return facts | {
        "on": on,
        "mode": rng.choice(intent.modes or (NO_MODE,)),
        "actor": rng.choice(intent.actors),
    }


def _value(fact: ex.Fact, rng: Random, on: date, currency: str) -> Any:
    match fact.kind:
        case ex.Kind.BOOL:
            return rng.random() < 0.5
        case ex.Kind.CODE:
            return rng.choice(fact.domain)
        case ex.Kind.COUNT:
            return _sign(fact, rng) * rng.choice((0, 0, 1, 2, 5))
        case ex.Kind.MONEY:
            return Money(_sign(fact, rng) * Decimal(rng.choice(_AMOUNTS)), currency)
    distances = [d for d in _DISTANCES if d <= 0] if fact.past else _DISTANCES
    return on + timedelta(rng.choice(distances))


def _sign(fact: ex.Fact, rng: Random) -> int:
    return rng.choice((-1, 1)) if fact.signed else 1
