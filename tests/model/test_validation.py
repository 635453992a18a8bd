"""Bad documents: every problem in one go, each with what was written and what would be right."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from subhub import Hub
from subhub.errors import DocumentError, Problem, UnknownPlatform

HUB = Hub()
BASE: dict[str, dict[str, Any]] = {
    "squarespace": {"platform": "squarespace", "product": "digital_products"},
    "impact": {"platform": "impact", "product": "starter"},
    "expa": {"platform": "expa", "product": "continuing"},
}


def problems(platform: str, **told: Any) -> tuple[Problem, ...]:
    with pytest.raises(DocumentError) as caught:
        HUB.subscription({**BASE[platform], **told})
    return caught.value.problems


CASES = [
    ("squarespace", {"prize": "216.00 USD"}, "prize", "unknown_key", "unknown key `prize`",
     "did you mean `price`?"),
    ("squarespace", {"autorenew": True}, "autorenew", "unknown_key", "unknown key",
     "did you mean `auto_renew`?"),
    ("impact", {"zzz": 1}, "zzz", "unknown_key", "unknown key `zzz`", "known keys: platform, id"),
    ("expa", {"site_status": "active"}, "site_status", "unknown_key", "unknown key", ""),
    ("squarespace", {"product": "digital_product"}, "product", "unknown_value",
     "`digital_product` is not known", "did you mean `digital_products`?"),
    ("squarespace", {"status": "cancelled"}, "status", "unknown_value", "`cancelled`",
     "did you mean `canceled`?"),
    ("expa", {"billing_interval": "monthly"}, "billing_interval", "unknown_value", "`monthly`",
     "month"),
    ("squarespace", {"price": 216}, "price", "not_money", "`216` is not money", '"216.00 USD"'),
    ("squarespace", {"price": 216.5}, "price", "not_money", "`216.5` is not money", "write"),
    ("squarespace", {"price": "216.005 USD"}, "price", "too_many_decimals",
     "more decimals than USD", ""),
    ("expa", {"price": "33.5 JPY"}, "price", "too_many_decimals",
     "more decimals than JPY has (0)", ""),
    ("squarespace", {"price": {"amount": 216, "currency": "USD"}}, "price", "amount_not_text",
     "must be quoted text", ""),
    ("squarespace", {"price": "216.00 DOLLARS"}, "price", "not_a_currency", "ISO 4217", ""),
    ("squarespace", {"price": "-216.00 USD"}, "price", "negative", "is below zero",
     "write 0 or more"),
    ("impact", {"balance": "-1.00 USD"}, "balance", "negative", "is below zero", ""),
    ("squarespace", {"started_on": "21.11.2026"}, "started_on", "not_a_day",
     "cannot be read as a day", "`2026-11-21`"),
    ("squarespace", {"started_on": "2026-02-30"}, "started_on", "not_a_day", "`2026-02-30`", ""),
    ("squarespace", {"started_on": 20261121}, "started_on", "not_a_day", "`20261121`", ""),
    ("squarespace", {"started_on": "2026-11-21T09:00:00"}, "started_on", "no_offset",
     "has no offset from UTC", "+09:00"),
    ("squarespace", {"started_on": "0001-01-01T00:00:00Z", "timezone": "America/Lima"},
     "started_on", "not_a_day", "cannot be read as a day", ""),
    ("squarespace", {"timezone": "Tokyo"}, "timezone", "not_a_timezone", "`Tokyo` is not an IANA",
     "Asia/Tokyo"),
    ("squarespace", {"auto_renew": "yes"}, "auto_renew", "not_yes_or_no", "`yes` is not yes or no",
     "write true or false"),
    ("squarespace", {"auto_renew": 1}, "auto_renew", "not_yes_or_no", "`1`", ""),
    ("impact", {"pending_actions": -1}, "pending_actions", "not_a_count", "`-1`",
     "write 0 or more"),
    ("impact", {"pending_actions": "2"}, "pending_actions", "not_whole", "`2` is not a whole",
     "without quotes"),
    ("impact", {"pending_actions": 2.0}, "pending_actions", "not_whole", "`2.0`", ""),
    ("impact", {"pending_actions": True}, "pending_actions", "not_whole", "`True`", ""),
    ("expa", {"invoices": [{"status": "payed"}]}, "invoices.0.status", "unknown_value",
     "`payed`", "did you mean `paid`?"),
    ("expa", {"invoices": [{"status": "paid"}, {"sum": "1 JPY"}]}, "invoices.1.sum",
     "unknown_key", "unknown key `sum`", "id, amount, status, method"),
    ("expa", {"invoices": "none"}, "invoices", "not_a_list", "`none` is not a list", ""),
    ("expa", {"magazine": {"registered_at": "2026-11-01T10:00:00+09:00",
                           "steps": [{"name": "a", "after_days": 1, "at": "25:00"}]}},
     "magazine.steps.0.at", "not_a_time", "`25:00`", '"19:00"'),
    ("expa", {"magazine": {"steps": []}}, "magazine.registered_at", "missing", "is missing", ""),
    # what cannot all be true
    ("squarespace", {"site_status": "active", "site_ends_on": "2026-12-01"}, "site_ends_on",
     "site_goes_on", "`site_status` is `active`", ""),
    ("impact", {"pending_actions": 0, "last_lock_on": "2026-12-01"}, "last_lock_on",
     "nothing_to_lock",
     "`pending_actions` is 0", "leave `last_lock_on` out"),
    ("impact", {"started_on": "2026-11-01", "trial_ends_on": "2026-10-31"}, "trial_ends_on",
     "trial_ends_early", "lies before `started_on`", ""),
    ("impact", {"card_charged": "1.00 USD", "balance": "1.00 EUR"}, "card_charged, balance",
     "two_currencies", "two currencies in one account: EUR, USD", ""),
    ("expa", {"price": "1 JPY", "invoices": [{"amount": "1.00 USD"}]},
     "price, invoices.0.amount", "two_currencies", "JPY, USD", ""),
    ("expa", {"invoices": [{"status": "open"}], "unpaid_invoices": 0}, "unpaid_invoices",
     "counts_disagree", "`0` disagrees with `invoices`, which says 1", "correct one of the two"),
    ("expa", {"unpaid_invoices": 1, "unpaid_by_card": 2}, "unpaid_by_card",
     "more_than_unpaid",
     "more than `unpaid_invoices`", ""),
    ("expa", {"unpaid_invoices": 1, "unpaid_by_card": 1, "unpaid_by_transfer": 1},
     "unpaid_by_transfer", "more_than_unpaid", "more than `unpaid_invoices`", ""),
]  # fmt: skip


@pytest.mark.parametrize("platform, told, field, code, says, hint", CASES)
def test_one_problem(
    platform: str, told: dict[str, Any], field: str, code: str, says: str, hint: str
) -> None:
    (problem,) = problems(platform, **told)
    assert (problem.field, problem.code) == (field, code)
    assert says in problem.message
    assert hint in problem.hint


def test_all_problems_at_once_contradictions_included() -> None:
    found = problems(
        "impact",
        prise="1 USD",
        status="activ",
        pending_actions=0,
        last_lock_on="2026-12-01",
        balance=12,
        started_on="soon",
        active_contracts=-3,
        card_charged="1.00 USD",
        open_invoices="1.00 EUR",
    )
    assert {problem.code for problem in found} == {
        "unknown_key", "unknown_value", "not_money", "not_a_day", "not_a_count", "nothing_to_lock",
        "two_currencies",
    }  # fmt: skip
    assert len(found) == 7


def test_the_error_names_file_and_line_and_survives_pickling() -> None:
    with pytest.raises(DocumentError) as caught:
        HUB.subscription(
            {**BASE["expa"], "prize": 1}, file="order.yaml", line_of=lambda path: len(path) + 6
        )
    error = pickle.loads(pickle.dumps(caught.value))
    assert str(error) == str(caught.value)
    assert error.problems == caught.value.problems
    assert str(error).startswith("order.yaml:7: prize: unknown key `prize`; did you mean `price`?")


def test_null_is_a_fact_that_is_not_known() -> None:
    nothing = dict.fromkeys(HUB.subscription(BASE["impact"]).model_dump())
    told = {**nothing, **BASE["impact"], "depends_on": ()}
    assert HUB.subscription(told) == HUB.subscription(BASE["impact"])


@pytest.mark.parametrize("document, says", [
    ({}, "`platform` is missing"),
    ({"platform": None}, "`platform` is missing"),
    ({"platform": 5}, "`platform` `5` is not text"),
])  # fmt: skip
def test_no_platform(document: dict[str, Any], says: str) -> None:
    with pytest.raises(DocumentError, match=says) as caught:
        HUB.subscription(document)
    assert caught.value.problems[0].hint == "one of expa, impact, squarespace"


def test_an_unknown_platform() -> None:
    with pytest.raises(UnknownPlatform, match="no adapter for the platform `squarspace`") as caught:
        HUB.subscription({"platform": "squarspace"})
    assert "did you mean `squarespace`?" in caught.value.hint


def test_counts_may_know_more_than_a_list_with_gaps() -> None:
    listed = {"invoices": [{"status": "open", "method": "card"}, {}], "unpaid_invoices": 2}
    assert HUB.subscription({**BASE["expa"], **listed})
    (problem,) = problems("expa", **{**listed, "unpaid_invoices": 0, "unpaid_by_card": 0})[:1]
    assert "disagrees with `invoices`, which says 1" in problem.message
