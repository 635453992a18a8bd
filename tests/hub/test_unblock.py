"""The smallest ways out, each tried by the same rules."""

from __future__ import annotations

from subhub import Hub

ON = "2026-11-21"
HUB = Hub()
PLAN = {
    "platform": "squarespace",
    "id": "dp",
    "product": "digital_products",
    "status": "active",
    "billing_interval": "year",
    "price": "216.00 USD",
    "started_on": "2026-11-12",
    "current_period_end": "2027-11-12",
    "auto_renew": True,
    "site_status": "active",
}
UNPAID = {
    "platform": "expa",
    "id": "ex",
    "product": "continuing",
    "status": "active",
    "current_period_end": "2026-12-01",
    "invoices": [{"status": "open", "method": "card"}],
}


def moves(found):
    return [[move.code for move in each.moves] for each in found]


def test_every_smallest_way_out_is_found_and_verified():
    found = HUB.unblock(UNPAID, on=ON)
    assert moves(found) == [
        ["fix_card"],
        ["register_other_card"],
        ["ask_seller_to_withdraw"],
        ["other_actor"],
    ]
    assert {each.answer.verdict for each in found} == {"allowed"}


def test_two_kinds_of_debt_take_two_payments_or_one_favour():
    both = UNPAID | {
        "invoices": [
            {"status": "open", "method": "card"},
            {"status": "transfer_pending", "method": "bank_transfer"},
        ]
    }
    assert moves(HUB.unblock(both, on=ON)) == [["ask_seller_to_withdraw"], ["other_actor"]]


def test_a_stated_goal_is_reached_by_another_mode():
    found = HUB.unblock(
        PLAN,
        on=ON,
        mode="period_end",
        wanted=lambda answer: answer.refund is not None and answer.refund.kind == "full",
    )
    assert [(m.code, m.mode) for each in found for m in each.moves] == [("other_mode", "immediate")]


def test_nothing_to_change_where_it_is_allowed():
    assert moves(HUB.unblock(PLAN, on=ON)) == [[]]


def test_settled_orders_have_no_way_out():
    settled = {
        "platform": "expa",
        "product": "download",
        "status": "active",
        "unpaid_invoices": 0,
        "paid_invoices": 2,
    }
    assert HUB.unblock(settled, on=ON) == ()


def test_what_a_remedy_does_is_not_offered_twice():
    past_due = {
        "platform": "squarespace",
        "product": "website",
        "status": "past_due",
        "auto_renew": True,
    }
    assert moves(HUB.unblock(past_due, on=ON, mode="period_end")) == [
        ["cancel_immediately"],
        ["pay_past_due"],
    ]
