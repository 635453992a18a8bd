"""Many subscriptions: sums, order and deadlines."""

from __future__ import annotations

from datetime import date

import pytest

from documents import ACCOUNT, ON, PLAN, UNPAID
from subhub import DocumentError, Hub

HUB = Hub()


SITE = {
    "platform": "squarespace",
    "id": "site",
    "product": "website",
    "status": "active",
    "billing_interval": "month",
    "current_period_end": "2026-12-05",
    "auto_renew": True,
}


def test_sums_order_and_deadlines_of_many():
    made = HUB.agenda([PLAN | {"depends_on": ["site"]}, SITE, ACCOUNT, UNPAID], on=ON)
    assert {currency: str(total) for currency, total in made.refundable.items()} == {
        "USD": "316.00 USD"
    }
    assert made.order.index("dp") < made.order.index("site")
    assert [(each.subscription, each.on) for each in made.warnings] == [("dp", "site")]
    assert list(made.deadlines) == sorted(made.deadlines, key=lambda each: each.day)
    acts = {(each.subscription, each.code): each.day for each in made.deadlines if each.action}
    assert acts["dp", "refund_window_closes"] == date(2026, 11, 26)
    assert acts["site", "act_before_charge"] == date(2026, 12, 4)
    assert acts["acct", "full_refund_ends"] == date(2026, 11, 30)


def test_a_circle_is_shown():
    with pytest.raises(DocumentError, match=r"circle: (dp → site → dp|site → dp → site)"):
        HUB.agenda([PLAN | {"depends_on": ["site"]}, SITE | {"depends_on": ["dp"]}], on=ON)


def test_a_dependency_nobody_has_is_named():
    with pytest.raises(DocumentError, match="`dp` depends on `nope`"):
        HUB.agenda([PLAN | {"depends_on": ["nope"]}], on=ON)
