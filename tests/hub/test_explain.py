"""The explanation of an answer as a result."""

from __future__ import annotations

from subhub import Hub
from subhub.model.explanation import Explanation

HUB = Hub()
PLAN = {"platform": "squarespace", "product": "digital_products", "status": "active",
        "billing_interval": "year", "price": "216.00 USD", "started_on": "2026-11-10"}  # fmt: skip


def test_the_row_that_decides_is_the_outcome() -> None:
    made = HUB.explain(PLAN, on="2026-11-21")
    (row,) = [each for each in made.findings if each.part == "outcome" and each.decides]
    assert row.code == HUB.preview(PLAN, on="2026-11-21").outcome
    assert "billing_interval" in {name for check in row.checks for name in check.values}
    assert all(check.holds for check in row.checks)


def test_it_is_hashed_and_comes_back_from_json() -> None:
    made = HUB.explain(PLAN, on="2026-11-21")
    again = Explanation.model_validate_json(made.model_dump_json())
    assert again == made and hash(again) == hash(made)


def test_an_intent_that_is_not_offered_has_no_rows() -> None:
    made = HUB.explain(PLAN, on="2026-11-21", intent="stop_sales")
    assert (made.intent, made.findings) == ("stop_sales", ())
