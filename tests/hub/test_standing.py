"""How an answer stands while facts are missing: certain, possible, and the range of money."""

from __future__ import annotations

import pytest

from subhub import Hub, Money
from subhub.model.standing import Standing

HUB = Hub()
PLAN = {"platform": "squarespace", "product": "digital_products", "status": "active",
        "price": "216.00 USD"}  # fmt: skip
FIXED = {"billing_interval": "year", "started_on": "2026-11-12",
         "site_status": "active"}  # fmt: skip


def stands(**facts: object) -> Standing:
    return HUB.standing({**PLAN, **facts}, on="2026-11-21")


def test_what_can_still_come_out_narrows_with_every_fact() -> None:
    nothing = HUB.standing({"platform": "squarespace"}, on="2026-11-21")
    assert {"allowed", "nothing_to_do"} <= set(nothing.verdicts)
    assert "verdict" not in nothing.certain
    some = stands()
    assert (some.verdicts, some.certain["verdict"]) == (("allowed",), "allowed")
    assert set(some.outcomes) == {"ended_now_refunded", "ended_now"}
    assert "outcome" not in some.certain and str(some.certain["ends_on"]) == "2026-11-21"
    all_told = stands(**FIXED)
    assert all_told.outcomes == ("ended_now_refunded",)
    assert all_told.certain["refund.amount"] == Money.parse("216.00 USD")


def test_the_range_of_money_narrows() -> None:
    wide, none = stands().money, stands(billing_interval="month").money
    assert wide is not None and none is not None
    assert (wide.least, wide.most, wide.bounded) == (None, Money.parse("216.00 USD"), True)
    assert (none.least, none.most, none.by_agreement) == (None, None, False)
    sure = stands(**FIXED).money
    assert sure is not None and sure.least == sure.most == Money.parse("216.00 USD")


def test_without_the_price_there_is_no_bound() -> None:
    money = stands(price=None).money
    assert money is not None
    assert (money.bounded, money.least, money.most) == (False, None, None)


def test_where_it_cannot_be_allowed_there_is_no_money() -> None:
    assert stands(status="canceled").money is None
    foreign = HUB.standing(PLAN, on="2026-11-21", intent="stop_sales")
    assert (foreign.verdicts, foreign.outcomes, foreign.money) == (("blocked",), (), None)


def test_what_may_be_agreed_on_is_said() -> None:
    order = {"platform": "expa", "product": "continuing", "status": "active",
             "unpaid_invoices": 0}  # fmt: skip
    money = HUB.standing(order, on="2026-11-21").money
    assert money is not None and money.by_agreement


@pytest.mark.parametrize("facts", [{}, {"status": None}, FIXED])
def test_it_is_hashed_and_comes_back_from_json(facts: dict[str, object]) -> None:
    made = stands(**facts)
    again = Standing.model_validate_json(made.model_dump_json())
    assert again == made and hash(again) == hash(made)
