"""Rows to ask about, and what the reference says of each: what every frame is compared with."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, get_args

from subhub.errors import DocumentError
from subhub.hub import Hub
from subhub.model.money import Money
from subhub.policies.engines.columns.outputs import OUTPUTS
from subhub.policies.engines.evaluate import UNKNOWN, Decision, Evaluation
from subhub.policies.language.expressions import Fact, Kind
from subhub.policies.language.facts import facts
from subhub.policies.language.policy import NO_MODE, Intent
from subhub.testing.tables import document

HUB = Hub()
PLATFORMS = ("expa", "impact", "squarespace")
#: of a row; what is fixed in one of them does not apply in the other
CURRENCIES = ("USD", "CAD")
TYPES = {Kind.DAY: date, Kind.MONEY: Decimal, Kind.COUNT: int, Kind.BOOL: bool, Kind.CODE: str}


def told(platform: str) -> dict[str, Fact]:
    """The facts a frame of the platform may have columns for."""
    found = facts(HUB.registry.adapter(platform).subscription()).all()
    told = {name: fact for name, fact in found.items() if name != "platform"}
    return told | {"currency": Fact("currency", Kind.CODE, CURRENCIES)}


def intent(platform: str, name: str = "cancel") -> Intent | None:
    return HUB.registry.adapter(platform).editions()[-1].intent(name)


def row(platform: str, rng: random.Random, nulls: float) -> dict[str, Any]:
    """One row: days cluster round the boundaries of the rules, nulls are as frequent as told."""
    # some days stand next to holidays, some anywhere
    on = date(2026, 1, 1) + timedelta(rng.choice([0, 30, 180, 320, 321, 355, rng.randrange(400)]))
    found: dict[str, Any] = {"on": on}
    for name, fact in told(platform).items():
        found[name] = None if rng.random() < nulls else _value(name, fact, on, rng)
    found["currency"] = rng.choice(CURRENCIES)
    if platform == "expa" and found["current_period_end"] and found["contract_ends_on"]:
        found["contract_ends_on"] = found["current_period_end"] - timedelta(1)
    return found


def _value(name: str, fact: Fact, on: date, rng: random.Random) -> Any:
    match fact.kind:
        case Kind.BOOL:
            return rng.random() < 0.5
        case Kind.CODE:
            return rng.choice(fact.domain)
        case Kind.COUNT:
            return rng.choice([0, 0, 0, 1, 2, 7])
        case Kind.MONEY:
            return Decimal(rng.choice(["0.00", "0.00", "0.01", "19.99", "216.00", "1250.50"]))
    steps = [0, 1, 13, 14, 15, 29, 30, 31, rng.randrange(500)]
    back = fact.past
    ahead = rng.choice([-1, 1]) * rng.choice(steps)
    return on - timedelta(abs(ahead)) if back else on + timedelta(ahead)


def rows(platform: str, count: int, nulls: float, seed: int = 0) -> list[dict[str, Any]]:
    """Random rows; one in five may say what cannot be, as a document would be refused for."""
    rng = random.Random(f"{platform} {nulls} {seed}")
    found = []
    for _ in range(count):
        made = row(platform, rng, nulls)
        while rng.random() < 0.8 and refused(platform, made):
            made = row(platform, rng, max(nulls, 0.1 * rng.random()))
        found.append(made)
    return found


def refused(platform: str, given: dict[str, Any]) -> str | None:
    """What is wrong with the document of a row, as the row says it."""
    told = {name: value for name, value in given.items() if name != "on"}
    try:
        HUB.subscription(document(told, platform))
    except DocumentError as error:
        return f"{error.problems[0].field}: {error.problems[0].code}"
    return None


def reference(
    rules: Intent, given: dict[str, Any], model: Any, mode: str | None = None,
    actor: str | None = None,
) -> dict[str, Any]:  # fmt: skip
    """The output columns as :mod:`subhub.policies.engines.evaluate` has them, row by row."""
    (platform,) = get_args(model.model_fields["platform"].annotation)
    if error := refused(platform, given):
        return dict.fromkeys(OUTPUTS) | {"error": error}
    asked = {
        name: Money(value, given["currency"]) if isinstance(value, Decimal) else value
        for name, value in given.items()
    }
    for name, implied in model.implied.items():
        if asked.get(name) is None:
            asked[name] = implied.value(asked)
    asked["mode"] = mode or (rules.modes[0] if rules.modes else NO_MODE)
    asked["actor"] = actor or rules.actors[0]
    run = Evaluation(rules, asked)
    decision, details = run.decision(), run.details()
    found: dict[str, Any] = {}
    for name, value in zip(Decision._fields, decision, strict=True):
        known = None if value is UNKNOWN else value
        found[name] = known.amount if isinstance(known, Money) else known
    found["verdict"] = found["verdict"] or "unknown"
    held = zip(rules.blockers, details.blockers, strict=True)
    codes = [each.code for each, holds in held if holds is not False]
    found["blockers"] = ",".join(codes) if found["verdict"] in ("blocked", "unknown") else ""
    found["unknown"] = ",".join(
        name for name, value in zip(Decision._fields, decision, strict=True) if value is UNKNOWN
    )
    return found | {"error": None}


def differences(
    wanted: list[dict[str, Any]], got: list[dict[str, Any]], given: list[dict[str, Any]]
) -> Iterator[str]:
    """Where two tables differ, with the row that was asked about."""
    assert len(wanted) == len(got)
    for want, have, asked in zip(wanted, got, given, strict=True):
        for name in OUTPUTS:
            if name in have and want[name] != have[name]:
                yield f"{name}: wanted {want[name]!r}, got {have[name]!r} for {asked}"
