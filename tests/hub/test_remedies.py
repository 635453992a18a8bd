"""What a remedy promises is what previewing the remedied document gives."""

from __future__ import annotations

from typing import Any

import pytest

from subhub import Hub

HUB = Hub()
ON = "2026-11-21"
ORDER = {"platform": "expa", "product": "continuing", "status": "active",
         "current_period_end": "2026-12-10", "timezone": "Asia/Tokyo"}  # fmt: skip
SITE = {"platform": "squarespace", "product": "website", "status": "past_due", "auto_renew": True,
        "current_period_end": "2027-03-10",
        "billing_interval": "year", "started_on": "2025-01-01"}  # fmt: skip
CARD = {"status": "open", "method": "card"}
TRANSFER = {"status": "transfer_pending", "method": "bank_transfer"}


def invoices(*listed: dict[str, str]) -> dict[str, Any]:
    return {**ORDER, "invoices": list(listed)}


def paid(listed: list[dict[str, str]], method: str) -> list[dict[str, str]]:
    return [each | {"status": "paid"} if each["method"] == method else each for each in listed]


def then(document: dict[str, Any], blocker: str, remedy: str, **request: Any) -> str:
    (found,) = (each for each in HUB.preview(document, on=ON, **request).blockers
                if each.code == blocker)  # fmt: skip
    return next(each.then for each in found.remedies if each.code == remedy)


@pytest.mark.parametrize("listed", [[CARD], [TRANSFER], [CARD, TRANSFER], [CARD, CARD]])
def test_paying_or_withdrawing_invoices(listed: list[dict[str, str]]) -> None:
    document = invoices(*listed)
    methods = {each["method"] for each in listed}
    for code, method in (
        ("pay_by_transfer_and_wait", "bank_transfer"), ("fix_card", "card"),
        ("register_other_card", "card"),
    ):  # fmt: skip
        if method in methods:
            remedied = invoices(*paid(listed, method))
            assert then(document, "unpaid_invoice", code) == HUB.preview(remedied, on=ON).verdict
    withdrawn = invoices(*(each | {"status": "void"} for each in listed))
    assert HUB.preview(withdrawn, on=ON).verdict == "allowed"
    assert then(document, "unpaid_invoice", "ask_seller_to_withdraw") == "allowed"


@pytest.mark.parametrize("product", ["download", "shipped"])
@pytest.mark.parametrize("unpaid", [0, 1, None])
def test_asking_the_seller(product: str, unpaid: int | None) -> None:
    document = ORDER | {"product": product, "unpaid_invoices": unpaid, "paid_invoices": 0}
    promised = then(document, "seller_only", "ask_seller")
    assert promised == HUB.preview(document, on=ON, actor="seller").verdict
    assert promised == {0: "blocked", 1: "allowed", None: "unknown"}[unpaid]


@pytest.mark.parametrize("state", ["on_sale", "stopped"])
@pytest.mark.parametrize("actor", ["buyer", "seller"])
def test_stopping_sales_instead_of_deleting(state: str, actor: str) -> None:
    document = ORDER | {"product_state": state}
    request = {"actor": actor, "intent": "delete_product"}
    promised = then(document, "product_was_on_sale", "stop_sales", **request)
    assert promised == HUB.preview(document, on=ON, intent="stop_sales", actor=actor).verdict


@pytest.mark.parametrize("status", ["active", "past_due"])
@pytest.mark.parametrize("mode", ["immediate", "period_end"])
def test_another_person_asks(status: str, mode: str) -> None:
    document = SITE | {"status": status}
    for remedy, actor in (
        ("ask_administrator", "administrator"), ("get_billing_permission", "billing"),
    ):  # fmt: skip
        promised = then(document, "permission_required", remedy, mode=mode, actor="contributor")
        assert promised == HUB.preview(document, on=ON, mode=mode, actor=actor).verdict


def test_past_due() -> None:
    for remedy, changed, mode in (
        ("cancel_immediately", {}, "immediate"),
        ("pay_past_due", {"status": "active"}, "period_end"),
    ):  # fmt: skip
        promised = then(SITE, "past_due_auto_renew", remedy, mode="period_end")
        assert promised == HUB.preview(SITE | changed, on=ON, mode=mode).verdict == "allowed"


@pytest.mark.parametrize("unpaid", [0, 1, None])
def test_leaving_the_mode_out(unpaid: int | None) -> None:
    document = ORDER | {"unpaid_invoices": unpaid}
    promised = then(document, "mode_not_offered", "leave_mode_out", mode="immediate")
    assert promised == HUB.preview(document, on=ON).verdict


@pytest.mark.parametrize("status", ["active", "canceled", None])
def test_cancelling_instead_of_what_is_not_offered(status: str | None) -> None:
    document = ORDER | {"status": status, "unpaid_invoices": 0}
    promised = then(document, "intent_not_offered", "cancel_instead", intent="resume")
    assert promised == HUB.preview(document, on=ON).verdict
