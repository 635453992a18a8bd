"""Facts drawn round a policy's own constants: on every boundary, and one step to either side."""

from __future__ import annotations

from contextlib import suppress
from datetime import date, timedelta
from decimal import Decimal
from functools import lru_cache
from random import Random
from typing import Any, NamedTuple

from subhub.errors import InvalidValue
from subhub.model.currency import decimals
from subhub.model.durations import Duration
from subhub.model.money import Money
from subhub.policies.language import expressions as ex
from subhub.policies.language.policy import NO_MODE, Intent

#: distances from the day asked that a policy may not name
_NEAR = (0, 1, 2, 31, 60, 400)
#: all amounts of a document are in one of them
_CURRENCIES = ("USD", "CAD")
_COUNTS = (0, 0, 1, 2, 5)
_AMOUNTS = tuple(map(Decimal, ("0.00", "0.00", "0.01", "12.50", "100.00", "412.50")))
_MONTHS, _DAYS = (0, 0, 1, 3, 12, 24), (0, 0, 14, 30)
_CENT = Decimal("0.01")
#: beyond this a number of a policy is no distance that a calendar has room for
_FARTHEST = 20_000


class Boundaries(NamedTuple):
    """The numbers that a policy names, each with its neighbours, by what they are compared with."""

    days: tuple[int, ...]
    counts: tuple[int, ...]
    amounts: tuple[Decimal, ...]
    currencies: tuple[str, ...]


@lru_cache(maxsize=64)
def boundaries(intent: Intent) -> Boundaries:
    """The numbers in every expression of the intent, whatever it is made of."""
    whole: set[int] = set()
    amounts: set[Decimal] = set()
    codes: set[str] = set()
    for node in {id(each): each for top in intent.expressions() for each in top.walk()}.values():
        for mark in node.marks:
            match getattr(node, mark):
                case bool():
                    pass
                case int(number):
                    whole |= {number - 1, number, number + 1}
                case Decimal() as amount if amount:
                    amounts |= {max(amount + step, _CENT) for step in (-_CENT, 0 * _CENT, _CENT)}
                case str(code) if _is_currency(code):
                    codes.add(code)
    near = {abs(number) for number in whole if abs(number) < _FARTHEST}
    return Boundaries(
        tuple(sorted({sign * n for n in near.union(_NEAR) for sign in (-1, 1)})),
        tuple(sorted(near.union(_COUNTS))),
        tuple(sorted(amounts.union(_AMOUNTS))),
        tuple(sorted(codes.union(_CURRENCIES))),
    )


def random_facts(intent: Intent, rng: Random, *, nulls: float, on: date) -> dict[str, Any]:
    """Facts of document and request by name; each of the document is ``None`` at rate ``nulls``.

    Values lie on and beside the numbers that the intent's own rules name.

    >>> from subhub import Hub
    >>> intent = Hub().registry.adapter("squarespace").editions()[0].intent("cancel")
    >>> facts = random_facts(intent, Random(1), nulls=0.5, on=date(2026, 11, 21))
    >>> facts["mode"] in intent.modes
    True
    """
    own = {name: fact for name, fact in intent.facts.items() if not fact.given}
    return {
        **draw(intent, own, rng, nulls=nulls, on=on),
        "on": on,
        "mode": rng.choice(intent.modes or (NO_MODE,)),
        "actor": rng.choice(intent.actors),
    }


def draw(
    intent: Intent, facts: dict[str, ex.Fact], rng: Random, *, nulls: float, on: date,
    currency: str = "",
) -> dict[str, Any]:  # fmt: skip
    """A value for each fact, or ``None`` at rate ``nulls``; some lie close to another.

    Amounts are all in one currency, a drawn one where none is given.
    """
    near = boundaries(intent)
    currency = currency or rng.choice(near.currencies)
    found: dict[str, Any] = {}
    for name, fact in facts.items():
        if rng.random() < nulls:
            found[name] = None
        else:
            found[name] = value(fact, rng, on, currency, near, tuple(found.values()))
    return found


def value(
    fact: ex.Fact, rng: Random, on: date, currency: str, near: Boundaries, beside: tuple[Any, ...]
) -> Any:
    """One value of a fact; ``beside`` are those of others, which it may come close to."""
    match fact.kind:
        case ex.Kind.BOOL:
            return rng.random() < 0.5
        case ex.Kind.CODE:
            return rng.choice(fact.domain) if fact.domain else None
        case ex.Kind.COUNT:
            return _sign(fact, rng) * rng.choice(near.counts)
        case ex.Kind.DURATION:
            return Duration(rng.choice(_MONTHS), rng.choice(_DAYS))
        case ex.Kind.MONEY:
            others = [each.amount for each in beside if isinstance(each, Money)]
            amount = rng.choice(others if others and rng.random() < 0.3 else near.amounts)
            return Money(_sign(fact, rng) * _rounded(abs(amount), currency), currency)
        case ex.Kind.DAY:
            return _day(fact, rng, on, near, [each for each in beside if type(each) is date])
    return None


def _day(fact: ex.Fact, rng: Random, on: date, near: Boundaries, others: list[date]) -> date:
    day = on + timedelta(rng.choice(near.days))
    if others and rng.random() < 0.3:
        day = rng.choice(others) + timedelta(rng.choice((-1, 0, 1)))
    return min(day, on) if fact.past else day


def _is_currency(code: str) -> bool:
    with suppress(InvalidValue):
        return bool(code.isupper() and len(code) == 3 and decimals(code) >= 0)
    return False


def _rounded(amount: Decimal, currency: str) -> Decimal:
    return amount.quantize(Decimal(1).scaleb(-decimals(currency)))


def _sign(fact: ex.Fact, rng: Random) -> int:
    return rng.choice((-1, 1)) if fact.signed else 1
