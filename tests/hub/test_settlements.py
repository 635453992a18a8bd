"""Settlements: every movement of money that follows, and how sure it is."""

from __future__ import annotations

from typing import Any

import pytest

from subhub import Hub
from subhub.model.money import Money

COURSE = {
    "platform": "squarespace", "product": "digital_products", "status": "active",
    "billing_interval": "year", "price": "216.00 USD", "started_on": "2026-11-10",
}  # fmt: skip
ACCOUNT = {
    "platform": "impact", "status": "active", "started_on": "2026-01-07", "locked_actions": 0,
    "pending_actions": 0, "trial_ends_on": "2026-01-20", "card_charged": "30.00 USD",
    "open_invoices": "0.00 USD", "balance": "12.00 USD",
}  # fmt: skip
ORDER = {"platform": "expa", "product": "continuing", "status": "active", "unpaid_invoices": 0}


def settled(document: dict[str, Any], **request: Any) -> Any:
    return Hub().preview(document, on="2026-11-21", **request)


def test_the_refund_is_the_first_of_them() -> None:
    answer = settled(COURSE)
    (one,) = answer.settlements
    assert (one.direction, one.kind, one.amount) == ("refund", "full", Money.parse("216 USD"))
    assert (one.certainty, one.rules) == ("certain", ("SQ-2", "SQ-11", "SQ-X2"))
    for name in ("kind", "amount", "at_most", "to", "due_by"):
        assert getattr(one, name) == getattr(answer.refund, name)


@pytest.mark.parametrize(
    ("document", "kind", "certainty"),
    [
        ({**COURSE, "price": None}, "full", "certain"),
        (ACCOUNT, "balance", "certain"),
        ({**ACCOUNT, "balance": None}, "balance", "possible"),
        ({**ACCOUNT, "locked_actions": 3}, "remaining_balance", "possible"),
        (ORDER, "by_agreement", "possible"),
        ({**COURSE, "billing_interval": None}, None, "possible"),
    ],
)
def test_what_may_not_come_is_only_possible(document, kind, certainty) -> None:
    (one,) = settled(document).settlements
    assert (one.kind, one.certainty) == (kind, certainty)
    assert one.rules


@pytest.mark.parametrize(
    "document",
    [
        {**COURSE, "billing_interval": "month"},
        {**COURSE, "status": "canceled"},
        {"platform": "expa", "product": "event"},
        {**ORDER, "unpaid_invoices": 1},
    ],
)
def test_where_nothing_moves_there_is_none(document) -> None:
    assert settled(document).settlements == ()


def test_each_is_said() -> None:
    hub = Hub()
    for lang in ("en", "ja"):
        spoken = hub.say(settled(COURSE), lang)
        assert spoken.refund is not None
        assert spoken.settlements[0].sentence == spoken.refund.sentence


def test_the_rules_of_the_platform_decide_and_are_proved() -> None:
    answer = settled(ACCOUNT)
    assert (answer.decided_by, answer.settled, answer.schema_version) == ("platform", True, 1)
    assert len(answer.policy.digest) == 64


def test_a_way_out_whose_end_is_open_is_only_possible() -> None:
    (blocker,) = settled({**ORDER, "unpaid_invoices": 1, "unpaid_by_card": 1,
                          "unpaid_by_transfer": 0}).blockers  # fmt: skip
    assert {each.code: each.certainty for each in blocker.remedies} == {
        "fix_card": "certain",
        "register_other_card": "certain",
        "ask_seller_to_withdraw": "possible",
    }
