"""What people type: refused, with the one suggestion that fits."""

from __future__ import annotations

import pytest

from subhub import DocumentError, Hub, RequestError
from subhub.model.calendar import today

HUB = Hub()
PLAN = {"platform": "squarespace", "product": "digital_products", "status": "active"}


def hint(**facts: object) -> str:
    with pytest.raises(DocumentError) as raised:
        HUB.preview(PLAN | facts, on="2026-11-21")
    (problem,) = raised.value.problems
    return str(problem.hint)


@pytest.mark.parametrize(
    "written", ["USD 216", "216 usd", "usd 216.00", "216USD", "US$216", "216.00usd"]
)
def test_an_amount_written_another_way(written):
    assert hint(price=written) == "did you mean `216.00 USD`?"


def test_a_sign_of_several_currencies_is_never_taken_for_one():
    assert hint(price="$1,216") == (
        "did you mean `1216.00 USD`? `$` may be another currency: write its code"
    )
    assert "`1980 JPY`? `¥` may be" in hint(price="¥1980")
    assert hint(price="1980円") == "did you mean `1980 JPY`?"


@pytest.mark.parametrize("written", ["216", "lots", "USD 216 EUR", "216 xyz", "USD 1.234"])
def test_what_fits_no_suggestion_gets_none(written):
    assert "did you mean" not in hint(price=written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [("annual", "year"), ("Yearly", "year"), ("monthly", "month"), ("MONTH", "month")],
)
def test_other_words_for_a_code(written, meant):
    assert hint(billing_interval=written).startswith(f"did you mean `{meant}`?")


def test_keys_and_codes_in_another_case():
    assert hint(STARTED_ON="2026-11-12") == "did you mean `started_on`?"
    assert hint(status="ACTIVE").startswith("did you mean `active`?")


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ({"Platform": "Squarespace"}, "write `platform` instead of `Platform`"),
        ({"platform": "SquareSpace"}, "did you mean `squarespace`?"),
    ],
)
def test_a_platform_in_another_case(document, said):
    with pytest.raises(Exception) as raised:
        HUB.preview(document, on="2026-11-21")
    problems = getattr(raised.value, "problems", [raised.value])
    assert said in str(problems[0].hint)


def test_a_day_that_may_be_two_days_is_ambiguous_not_impossible():
    with pytest.raises(DocumentError, match="`11/10/2026` is ambiguous") as raised:
        HUB.preview(PLAN | {"started_on": "11/10/2026"}, on="2026-11-21")
    assert "`2026-10-11` or `2026-11-10`" in str(raised.value.problems[0].hint)
    with pytest.raises(RequestError, match="ambiguous"):
        HUB.preview(PLAN, on="11/10/2026")


@pytest.mark.parametrize(
    ("written", "meant"),
    [("2026/11/10", "2026-11-10"), ("25.12.2025", "2025-12-25"), ("12/25/2025", "2025-12-25")],
)
def test_a_day_in_another_order(written, meant):
    assert hint(started_on=written) == f"did you mean `{meant}`?"


@pytest.mark.parametrize(("told", "later"), [("today", 0), ("tomorrow", 1), ("+7d", 7)])
def test_days_counted_from_today(told, later):
    """In the zone of the subscription, as the day that is taken where none is given."""
    for zone in ("Pacific/Kiritimati", "Pacific/Niue"):
        document = PLAN | {"timezone": zone}
        made = HUB.preview(document, on=told)
        assert (made.on - HUB.preview(document).on).days == later
        assert (made.on - today(zone)).days == later
        assert HUB.timeline(document, since=told).since == made.on
        assert HUB.advise(document, goal="refund", by=told).by == made.on


def test_a_document_holds_no_days_counted_from_today():
    assert "2026-11-21" in hint(started_on="today")
