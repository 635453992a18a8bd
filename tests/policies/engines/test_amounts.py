"""Sums, differences and multiples of amounts, beside fixed ones: every engine says the same."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import product
from typing import Any

import pytest
from one_output import ENGINES, TODAY, Rows, Run, intent_of, on_evaluator, postgres_engine, told

from subhub.errors import PolicyError
from subhub.model.money import Money
from subhub.policies.analysis.settling import Settling
from subhub.policies.engines.evaluate import UNKNOWN
from subhub.policies.language.amounts import amount, currency_of, less
from subhub.policies.language.expressions import Expr, Fact, Kind
from subhub.policies.language.functions import choose, maximum, minimum
from subhub.policies.language.policy import NO_MODE

PRICE, FEE = Fact("price", Kind.MONEY), Fact("fee", Kind.MONEY)
MONTHS, SEATS = Fact("months", Kind.COUNT), Fact("seats", Kind.COUNT)
Oracle = Callable[[dict[str, Any]], Any]
NOTHING = None


def usd(row: dict[str, Any], value: Decimal) -> Decimal | None:
    return value if row["currency"] == "USD" else NOTHING


D = Decimal
CASES: dict[str, tuple[Expr, Oracle]] = {
    "twice": (PRICE * 2, lambda r: r["price"] * 2),
    "for the months left": (
        PRICE * MONTHS, lambda r: r["price"] * r["months"]
    ),
    "months of a difference": (
        MONTHS * (PRICE - FEE),
        lambda r: (r["price"] - r["fee"]) * r["months"],
    ),
    "less a fixed amount": (
        PRICE - amount("50 USD"), lambda r: usd(r, r["price"] - 50)
    ),
    "a fixed amount less it": (
        amount("50 USD") - PRICE, lambda r: usd(r, 50 - r["price"])
    ),
    "less, not below zero": (
        less(PRICE, "50 USD"), lambda r: usd(r, max(r["price"] - 50, D(0)))
    ),
    "two fixed amounts, one after the other": (
        maximum(PRICE - amount("50 USD"), FEE) + amount("0.05 USD"),
        lambda r: usd(r, max(r["price"] - 50, r["fee"]) + D("0.05")),
    ),
    "capped": (
        minimum(PRICE * MONTHS, amount("200 USD")),
        lambda r: usd(r, min(r["price"] * r["months"], D(200))),
    ),
    "chosen by a limit": (
        choose(amount("50 USD") < PRICE, PRICE, FEE),
        lambda r: r["price"] if r["currency"] == "USD" and r["price"] > 50 else r["fee"],
    ),
    "chosen by a limit of its currency": (
        choose((currency_of(PRICE) == "JPY") & (amount("50 JPY") <= PRICE), PRICE * 3, FEE),
        lambda r: r["price"] * 3 if r["currency"] == "JPY" and r["price"] >= 50 else r["fee"],
    ),
}  # fmt: skip
#: amounts of the policy's own currency, whatever a row is in
FIXED: dict[str, tuple[Expr, Oracle]] = {
    "fixed": (amount("50 USD"), lambda r: D(50)),
    "fixed, for months, capped": (
        minimum(amount("50 USD") * MONTHS, amount("200 USD")),
        lambda r: min(D(50) * r["months"], D(200)),
    ),
    "fixed or not": (
        choose(MONTHS > 1, amount("50 USD"), PRICE),
        lambda r: D(50) if r["months"] > 1 else r["price"],
    ),
}  # fmt: skip
PLACES = {"JPY": 0, "USD": 2, "KWD": 3}


def rows(count: int = 60, most: int = 10**15 - 1) -> Rows:
    rng = random.Random(4)
    found = []
    for _ in range(count):
        currency = rng.choice(list(PLACES))
        step = D(1).scaleb(-PLACES[currency])
        near = [D(0), D(50), D(50) - step, D(50) + step, D("1834078465653") * step,
                most * step, (most - 1) * step, step * rng.randrange(10**6)]  # fmt: skip
        told = {"price": rng.choice(near), "fee": rng.choice(near),
                "months": rng.choice([0, 1, 2, 7, 24]), "seats": rng.randrange(9)}  # fmt: skip
        missing = {name for name in told if rng.random() < 0.15}
        found.append(
            {"currency": currency, **{n: None if n in missing else v for n, v in told.items()}}
        )
    return found


@pytest.fixture(scope="module")
def server() -> Iterator[Run]:
    with postgres_engine() as run:
        yield run


def agree(run: Run, expr: Expr, oracle: Oracle, given: Rows, *, fixed: bool = False) -> None:
    """As the oracle has it where all is told; elsewhere as the evaluator has it."""
    intent = intent_of(expr)
    law = on_evaluator(intent, given)
    for row, got, want in zip(given, run(intent, given), law, strict=True):
        if all(value is not None for value in row.values()):
            assert want == oracle(row), row
        if fixed and got is UNKNOWN and row["currency"] != "USD":
            continue  # a column holds amounts of the currency of the row only
        assert got == want or got is want, (row, got, want)


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("engine", ENGINES)
def test_every_engine(engine: str, name: str) -> None:
    most = 10**11 if engine == "sqlite" else 10**15 - 1
    agree(ENGINES[engine], *CASES[name], rows(most=most))


@pytest.mark.parametrize("name", FIXED)
@pytest.mark.parametrize("engine", ENGINES)
def test_in_a_currency_of_their_own(engine: str, name: str) -> None:
    agree(ENGINES[engine], *FIXED[name], rows(most=10**11), fixed=True)


def test_on_postgres(server: Run) -> None:
    for expr, oracle in CASES.values():
        agree(server, expr, oracle, rows())
    for expr, oracle in FIXED.values():
        agree(server, expr, oracle, rows(), fixed=True)


MANY = {
    "price": [D(0), D("49.99"), D(50), D("50.01"), D(10**6)], "fee": [D(0), D(7), D(10**7)],
    "months": [0, 1, 2, 9],
}  # fmt: skip


@pytest.mark.parametrize("name", [*CASES, *FIXED])
def test_what_is_called_known_is_so_however_the_rest_is_filled_in(name: str) -> None:
    expr, oracle = (CASES | FIXED)[name]
    intent = intent_of(expr)
    for row in rows(30):
        found = Settling(intent, told(intent, row)).output("refund_amount")
        choices = [MANY.get(n, [v]) if v is None else [v] for n, v in row.items()]
        if row["price"] is row["fee"] is None:  # no amount says what the currency is
            choices[0] = list(PLACES)
        ways = (dict(zip(row, each, strict=True)) for each in product(*choices))
        seen = {oracle(each) for each in ways}
        if not found.facts:
            assert seen == {getattr(found.value, "amount", found.value)}, (row, found)
        else:
            assert len(seen) > 1 or not found.settled, (row, found)


def test_a_fixed_amount_keeps_its_currency() -> None:
    intent = intent_of(amount("50 USD") * MONTHS)
    facts = {"months": 3, "price": None, "on": TODAY, "mode": NO_MODE, "actor": "owner"}
    for paid in (None, Money(D(1), "EUR")):
        found = Settling(intent, {**facts, "paid": paid}).output("refund_amount")
        assert str(found.value) == "150.00 USD"


@pytest.mark.parametrize(
    ("build", "says"),
    [
        (lambda: amount("5 USD") + amount("5 EUR"), "is in two currencies: EUR, USD"),
        (lambda: amount("5 USD") < amount("5 EUR"), "is in two currencies: EUR, USD"),
        (lambda: maximum(amount("5 USD"), amount("5 EUR")), "is in two currencies"),
        (lambda: choose(SEATS > 1, amount("5 USD"), PRICE) + FEE, "hangs on a choice"),
        (lambda: PRICE * PRICE, "an amount of money cannot be taken an amount of money times"),
        (lambda: PRICE * 1.5, "`1.5` cannot stand in an expression"),
        (lambda: PRICE * True, "cannot be taken"),
        (lambda: PRICE + 5, "mixes an amount of money with a count"),
        (lambda: currency_of(SEATS), "is a count, not an amount"),
    ],
)
def test_what_cannot_be_meant(build: Callable[[], Expr], says: str) -> None:
    with pytest.raises(PolicyError, match=says):
        build()
