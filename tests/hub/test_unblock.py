"""The smallest ways out, each tried by the same rules."""

from __future__ import annotations

import pytest

from documents import ON, PLAN, UNPAID
from subhub import Hub

HUB = Hub()


def moves(found):
    return [[move.code for move in each.moves] for each in found]


def test_every_way_out_is_found_and_verified():
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
    assert moves(HUB.unblock(both, on=ON)) == [
        ["ask_seller_to_withdraw"],
        ["other_actor"],
        ["pay_by_transfer_and_wait", "fix_card"],
        ["pay_by_transfer_and_wait", "register_other_card"],
    ]


def test_one_payment_settles_all_invoices_of_its_kind():
    three = UNPAID | {"invoices": [{"status": "open", "method": "card"}] * 3}
    found = HUB.unblock(three, on=ON)
    assert [(each.moves[0].code, each.moves[0].count) for each in found] == [
        ("fix_card", 3),
        ("register_other_card", 3),
        ("ask_seller_to_withdraw", 3),
        ("other_actor", None),
    ]
    assert HUB.unblock(UNPAID, on=ON)[0].moves[0].count is None


@pytest.mark.parametrize("actor", ["administrator", "contributor"])
def test_no_part_of_a_way_out_is_a_way_out(actor):
    """And none needs a second day of waiting where the first is enough."""
    past_due = PLAN | {"product": "website", "status": "past_due", "current_period_end": ON}
    found = moves(HUB.unblock(past_due, on=ON, mode="period_end", actor=actor))
    assert len(found) == (2 if actor == "administrator" else 4)
    sets = [frozenset(each) for each in found]
    assert not [(a, b) for a in sets for b in sets if a < b]


def test_a_way_out_is_as_certain_as_its_changes():
    from subhub.hub.unblock import State, _way
    from subhub.model.choices import Move

    sure, unsure = Move(code="pay"), Move(code="ask", certainty="possible")
    made, question = HUB.preview(PLAN, on=ON), HUB.question(PLAN, on=ON)
    assert _way(State(question, {}, (sure,)), made).certainty == "certain"
    assert _way(State(question, {}, (sure, unsure)), made).certainty == "possible"


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
        "current_period_end": "2027-03-10",
    }
    assert moves(HUB.unblock(past_due, on=ON, mode="period_end")) == [
        ["cancel_immediately"],
        ["pay_past_due"],
    ]
