"""Advice, timeline and preview say the same of one day, on every platform."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from subhub import Hub
from subhub.model.choices import GOALS

HUB = Hub()
FIRST = date(2026, 11, 25)
#: around the renewal, the end of a refund's window, and the last lock
DAYS = [FIRST + timedelta(days) for days in range(15)]
COMMON = {"status": "active", "started_on": "2026-11-20", "current_period_end": "2026-12-01",
          "billing_interval": "year", "price": "216.00 USD"}  # fmt: skip
PLAN = COMMON | {"platform": "squarespace", "product": "digital_products", "auto_renew": True,
                 "site_status": "active"}  # fmt: skip
ACCOUNT = COMMON | {"platform": "impact", "card_charged": "100.00 USD",
                    "partner_costs": "5.00 USD", "trial_ends_on": "2026-11-27",
                    "balance": "60.00 USD", "open_invoices": "0.00 USD", "locked_actions": 0,
                    "pending_actions": 0}  # fmt: skip
ORDER = COMMON | {"platform": "expa", "product": "continuing", "price": None}
DOCUMENTS = {
    "plan": PLAN,
    "expiring": PLAN | {"auto_renew": False},
    "no-renewal-date": PLAN | {"current_period_end": None},
    "website": PLAN | {"product": "website", "billing_interval": "month"},
    "past-due": PLAN | {"product": "website", "status": "past_due"},
    "account": ACCOUNT,
    "pending": ACCOUNT | {"pending_actions": 2, "last_lock_on": "2026-12-04"},
    "paid": ORDER | {"unpaid_invoices": 0},
    "unpaid": ORDER | {"unpaid_invoices": 1},
    "download": ORDER | {"product": "download", "unpaid_invoices": 1, "paid_invoices": 0},
}
SHOWN = ("verdict", "outcome", "ends_on", "access_until", "billing_stops_on", "refund")


def modes(document):
    question = HUB.question(document, on=FIRST)
    return question.intent.modes or (None,)


def span_of(document, mode, day):
    made = HUB.timeline(document, since=FIRST, until=DAYS[-1] + timedelta(1), mode=mode)
    return next(span for span in made.spans if span.since <= day < span.until)


def test_every_platform_takes_part():
    assert {each["platform"] for each in DOCUMENTS.values()} == {"squarespace", "impact", "expa"}


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_day_of_the_timeline_is_what_preview_says(name):
    document = DOCUMENTS[name]
    for mode in modes(document):
        for day in DAYS:
            span, made = span_of(document, mode, day), HUB.preview(document, on=day, mode=mode)
            for key in SHOWN:
                if not any(moving.split(".")[0] == key for moving in span.moving):
                    assert getattr(span.answer, key) == getattr(made, key), (mode, day, key)


@pytest.mark.parametrize("goal", GOALS)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_what_is_advised_is_possible_on_that_day(name, goal):
    """In the mode that is named and in those as good, from its first day to its last."""
    document = DOCUMENTS[name]
    for day in DAYS[:-1]:
        advice = HUB.advise(document, goal=goal, on=day, by=DAYS[-1])
        if advice.answer is None:
            continue
        assert advice.answer == HUB.preview(document, on=advice.on, mode=advice.mode)
        for mode in (advice.mode, *advice.ties):
            assert HUB.preview(document, on=advice.on, mode=mode).verdict == "allowed", (day, mode)
        for on in (advice.on, advice.last_day):
            assert span_of(document, advice.mode, on).answer.verdict == "allowed"
            assert HUB.preview(document, on=on, mode=advice.mode).verdict == "allowed"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_renewal_that_is_avoided_is_not_charged(name):
    document = DOCUMENTS[name]
    for day in DAYS[:-1]:
        advice = HUB.advise(document, goal="no-renewal", on=day, by=DAYS[-1])
        if advice.answer is None or advice.charge_on is None:
            continue
        last = HUB.preview(document, on=advice.last_day, mode=advice.mode)
        assert last.billing_stops_on <= max(advice.charge_on, advice.last_day)
        assert advice.last_day < advice.charge_on or day == advice.charge_on


def test_where_no_way_is_advised_none_is_possible():
    document = DOCUMENTS["unpaid"]
    advice = HUB.advise(document, goal="soonest", on=FIRST, by=DAYS[-1])
    assert advice.certain and not advice.reachable
    assert {HUB.preview(document, on=day).verdict for day in DAYS} == {"blocked"}
