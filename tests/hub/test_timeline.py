"""The timeline is found from the expressions, and is what trying every day would find."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subhub import Hub, RequestError
from subhub.testing import random_facts
from subhub.testing.agreement import check_timeline

ON = date(2026, 11, 21)
HUB = Hub()
INTENTS = {
    f"{platform}-{policy.edition.name}-{intent.name}": intent
    for platform in HUB.registry.platforms()
    for policy in HUB.registry.adapter(platform).editions()
    for intent in policy.intents
}
PLAN = {
    "platform": "squarespace",
    "product": "digital_products",
    "status": "active",
    "billing_interval": "year",
    "price": "216.00 USD",
    "started_on": "2026-11-12",
    "current_period_end": "2027-11-12",
    "auto_renew": True,
    "site_status": "active",
}
ACCOUNT = {
    "platform": "impact",
    "status": "active",
    "started_on": "2026-11-01",
    "trial_ends_on": "2026-11-25",
    "card_charged": "0.00 USD",
    "partner_costs": "0.00 USD",
    "locked_actions": 0,
    "pending_actions": 2,
    "last_lock_on": "2026-12-20",
    "balance": "500.00 USD",
    "open_invoices": "10.00 USD",
    "pending_payouts": "0.00 USD",
    "active_contracts": 1,
}


@pytest.mark.parametrize("intent", INTENTS.values(), ids=INTENTS)
@given(seed=st.integers(0, 2**32), nulls=st.sampled_from([0.0, 0.2, 0.6]))
def test_spans_are_those_of_trying_every_day(intent, seed, nulls):
    facts = random_facts(intent, Random(seed), nulls=nulls, on=ON)
    check_timeline(intent, facts, ON, ON + timedelta(75))


def edges(document, **asked):
    made = HUB.timeline(document, since=ON, **asked)
    return [(span.since.isoformat(), span.answer.outcome, span.facts) for span in made.spans]


def test_last_day_of_the_full_refund_is_an_edge_with_its_fact_and_rule():
    made = HUB.timeline(PLAN, since=ON, mode="immediate")
    first, second = made.spans
    assert (first.until, second.since) == (date(2026, 11, 27), date(2026, 11, 27))
    assert second.facts == ("started_on",)
    assert "SQ-11" in second.rules
    changed = {change.key: (change.before, change.after) for change in second.changes}
    assert changed["refund.amount"] == ("216.00 USD", None)
    assert changed["outcome"] == ("ended_now_refunded", "ended_now")


def test_days_that_move_along_are_one_span_and_say_so():
    made = HUB.timeline(PLAN, since=ON, mode="immediate")
    assert {"ends_on", "access_until"} <= set(made.spans[0].moving)


def test_trial_tier_and_lock_date_each_give_an_edge():
    assert edges(ACCOUNT) == [
        ("2026-11-21", "trial_cancelled", ()),
        ("2026-11-26", "delayed", ("trial_ends_on",)),
        ("2026-12-01", "delayed", ("started_on",)),
        ("2026-12-20", "delayed", ("last_lock_on",)),
    ]


def test_after_the_renewal_the_old_renewal_date_says_nothing():
    made = HUB.timeline(PLAN, since="2027-10-01", until="2028-01-01", mode="period_end")
    last = made.spans[-1]
    assert last.since == date(2027, 11, 13)
    assert last.answer.unknown["ends_on"] == ("current_period_end",)
    assert last.answer.stale == ("current_period_end",)


def test_spans_cover_the_whole_time_without_gap_or_overlap():
    made = HUB.timeline(ACCOUNT, since=ON, until="2028-01-01")
    assert made.spans[0].since == ON
    assert made.spans[-1].until == date(2028, 1, 1)
    for before, after in zip(made.spans, made.spans[1:], strict=False):
        assert before.until == after.since


def test_a_thousand_years_are_answered():
    made = HUB.timeline(PLAN, since=ON, until="3026-11-21")
    assert made.spans[-1].until == date(3026, 11, 21)


@pytest.mark.parametrize("until", ["2026-11-21", "2026-11-20", "2020-01-01"])
def test_an_end_that_does_not_come_after_the_start_is_refused(until):
    with pytest.raises(RequestError, match=f"until: `{until}`"):
        HUB.timeline(PLAN, since=ON, until=until)
