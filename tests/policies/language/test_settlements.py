"""A row says every movement of money; what its charges come to is an output of the table."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from subhub.errors import PolicyError
from subhub.model.money import Money
from subhub.policies.engines.evaluate import UNKNOWN, Decision, Evaluation
from subhub.policies.engines.python.compiled import compile_intent
from subhub.policies.language.amounts import amount
from subhub.policies.language.expressions import Fact, Kind
from subhub.policies.language.facts import ON
from subhub.policies.language.policy import NO_MODE, Intent
from subhub.policies.language.settlements import Movement, charge, credit, refund
from subhub.policies.language.sources import Source
from subhub.policies.language.tables import NO_REFUND, Table, otherwise, row

TODAY = date(2026, 11, 21)
CITES = (Source("T", "P", "https://x.example", TODAY, {"X-1": "s"})["X-1"],)
PRICE, FEE, LATE = Fact("price", Kind.MONEY), Fact("fee", Kind.MONEY), Fact("late", Kind.BOOL)
DAYS = {"ends_on": ON, "access_until": None, "billing_stops_on": None}


def intent(*settles: Movement) -> Intent:
    first = row("early", when=LATE | (FEE > PRICE), cites=CITES, settles=settles, **DAYS)
    rest = otherwise("rest", cites=CITES, refund=NO_REFUND, **DAYS)
    undo = Table("undo", (otherwise("v", cites=CITES, possible=False, until=None, how=None),))
    return Intent("cancel", ("owner",), Table("closure", (first, rest)), undo, one_way=CITES)


def gbp(value: int) -> Money:
    return Money(Decimal(value), "GBP")


def decided(made: Intent, **told: Any) -> Decision:
    """As the evaluator has it; generated code says the same."""
    facts = {"price": None, "fee": None, "late": None, **told}
    run = Evaluation(made, {**facts, "on": TODAY, "mode": NO_MODE, "actor": "owner"})
    decision, functions = run.decision(), compile_intent(made)
    asked = (SimpleNamespace(**facts), TODAY, NO_MODE, "owner")
    assert Decision(*functions.decide(*asked)) == decision
    assert functions.details(*asked) == tuple(run.details())
    return decision


def test_the_first_refund_is_the_refund_and_charges_are_summed() -> None:
    made = intent(
        charge("fee", FEE),
        refund("partial", PRICE, automatic=True, to="original_card"),
        charge("device", amount("20 GBP"), when=LATE),
        credit("voucher", PRICE * 2),
    )
    found = decided(made, price=gbp(10), fee=gbp(30), late=True)
    assert (found.refund_kind, found.refund_amount, found.refund_to) == (
        "partial", gbp(10), "original_card",
    )  # fmt: skip
    assert found.charge_amount == gbp(50)
    assert decided(made, price=gbp(10), fee=gbp(30), late=False).charge_amount == gbp(30)
    assert [each.code for each in made.settlements] == ["fee", "device", "voucher"]


def test_other_rows_owe_nothing() -> None:
    found = decided(intent(charge("fee", FEE)), price=gbp(40), fee=gbp(30), late=False)
    assert (found.outcome, found.charge_amount, found.charge_at_most) == ("rest", None, None)


def test_a_charge_settled_later_is_bounded() -> None:
    made = intent(charge("usage", at_most=PRICE), charge("fee", FEE))
    found = decided(made, price=gbp(10), fee=gbp(30), late=True)
    assert (found.charge_amount, found.charge_at_most) == (None, gbp(40))


def test_what_is_not_told_is_not_known() -> None:
    made = intent(charge("fee", FEE), charge("late", PRICE, when=LATE))
    assert decided(made, fee=gbp(30), late=True).charge_amount is UNKNOWN
    assert decided(made, price=gbp(10), fee=gbp(30)).charge_amount is UNKNOWN


def test_a_table_in_which_nothing_is_owed_stays_as_it_was() -> None:
    made = intent(refund("full", PRICE))
    assert "charge_amount" not in made.decides.kinds and made.settlements == ()
    assert decided(made, price=gbp(10), late=True).charge_amount is None


def test_what_cannot_be_meant() -> None:
    with pytest.raises(PolicyError, match="`early`: its first refund, `full`, has a condition"):
        intent(refund("full", PRICE, when=LATE))
    with pytest.raises(PolicyError, match="amount"):
        charge("fee", ON)
    with pytest.raises(PolicyError, match="not an amount of money"):
        charge("fee", 20)  # type: ignore[arg-type]
