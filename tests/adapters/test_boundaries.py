"""The days on which an answer turns: windows, tiers, trials, periods, midnights."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subhub import Cancellation, Hub
from subhub.model.calendar import is_business_day

HUB = Hub()
DAY = timedelta(1)
PLAN = {
    "platform": "squarespace", "product": "digital_products", "status": "active",
    "billing_interval": "year", "price": "216.00 USD", "auto_renew": True,
    "site_status": "active", "timezone": "America/New_York",
}  # fmt: skip
ACCOUNT = {
    "platform": "impact", "product": "starter", "status": "active", "card_charged": "30.00 USD",
    "partner_costs": "0.00 USD", "locked_actions": 0, "pending_actions": 0,
    "balance": "12.00 USD", "open_invoices": "0.00 USD", "pending_payouts": "0.00 USD",
    "timezone": "America/Los_Angeles",
}  # fmt: skip
ORDER = {
    "platform": "expa", "product": "continuing", "status": "active", "unpaid_invoices": 0,
    "paid_invoices": 1, "timezone": "Asia/Tokyo",
}  # fmt: skip
#: days on which the rules are in force, and business days are known
days = st.dates(date(2025, 6, 1), date(2060, 12, 31))
LEAP = [date(2028, 2, 28), date(2028, 2, 29), date(2028, 3, 1), date(2027, 12, 31)]


def ask(document: dict[str, Any], on: date, **request: Any) -> Cancellation:
    return HUB.preview(document, on=on, **request)


@given(days, st.integers(0, 400))
def test_a_yearly_plan_is_refunded_up_to_the_14th_day(on: date, age: int) -> None:
    answer = ask(PLAN | {"started_on": on - age * DAY}, on)
    assert answer.refund is not None
    assert (answer.refund.kind == "full") is (age <= 14)
    assert (answer.refund.amount is not None) is (age <= 14)


@pytest.mark.parametrize("age, outcome", [
    (13, "ended_now_refunded"), (14, "ended_now_refunded"), (15, "ended_now"),
])  # fmt: skip
@pytest.mark.parametrize("on", LEAP)
def test_the_window_over_leap_days_and_year_ends(on: date, age: int, outcome: str) -> None:
    assert ask(PLAN | {"started_on": on - age * DAY}, on).outcome == outcome


@given(days, st.integers(0, 400))
def test_the_tiers_turn_at_30_days(on: date, age: int) -> None:
    answer = ask(ACCOUNT | {"started_on": on - age * DAY, "trial_ends_on": None}, on)
    assert answer.outcome == ("full_refund" if age < 30 else "balance_refund")


@pytest.mark.parametrize("age, outcome", [
    (29, "full_refund"), (30, "balance_refund"), (31, "balance_refund"),
])  # fmt: skip
@pytest.mark.parametrize("on", LEAP)
def test_the_tiers_over_leap_days_and_year_ends(on: date, age: int, outcome: str) -> None:
    assert ask(ACCOUNT | {"started_on": on - age * DAY}, on).outcome == outcome


@given(days, st.integers(-40, 40))
def test_the_last_day_of_the_trial_belongs_to_it(on: date, left: int) -> None:
    told = {
        "card_charged": "0.00 USD",
        "started_on": on - 60 * DAY,
        "trial_ends_on": on + left * DAY,
    }
    answer = ask(ACCOUNT | told, on)
    assert (answer.outcome == "trial_cancelled") is (left >= 0)
    assert ("A-IM7" in answer.assumptions) is (left == 0)


@given(days, st.integers(-40, 40))
def test_a_pause_lasts_30_days(on: date, ends_in: int) -> None:
    ends = on + ends_in * DAY
    answer = ask(
        PLAN | {"started_on": on - 90 * DAY, "site_status": "ended", "site_ends_on": ends}, on
    )
    codes = {each.code: each.on for each in answer.consequences}
    if ends_in > -30:
        assert codes["pause_ends_memberships_cancelled"] == ends + 30 * DAY
        assert answer.reversible.until == ends + 30 * DAY
    else:
        assert "products_paused" not in codes
        assert answer.reversible.until is None


@given(days, st.integers(-30, 30), st.booleans())
def test_closure_waits_for_the_last_lock_and_never_lies_behind(
    on: date, lock_in: int, locked: bool
) -> None:
    told = {"pending_actions": 1, "last_lock_on": on + lock_in * DAY, "locked_actions": int(locked)}
    answer = ask(ACCOUNT | told | {"started_on": on - 5 * DAY}, on)
    assert answer.outcome == "delayed"
    assert answer.ends_on == answer.access_until == max(on, on + lock_in * DAY)


@given(days, st.integers(0, 60))
def test_money_is_due_on_the_tenth_business_day_after_closure(on: date, lock_in: int) -> None:
    told = {"pending_actions": 1, "last_lock_on": on + lock_in * DAY, "started_on": on}
    answer = ask(ACCOUNT | told, on)
    assert answer.refund is not None and answer.refund.due_by is not None
    assert answer.ends_on is not None
    walked, day = 0, answer.ends_on
    while walked < 10:
        day += DAY
        walked += is_business_day(day)
    assert answer.refund.due_by == day


@pytest.mark.parametrize("on, due", [
    (date(2026, 11, 20), date(2026, 12, 7)),  # Thanksgiving in between
    (date(2026, 12, 23), date(2027, 1, 8)),  # Christmas and New Year, both on Fridays
    (date(2026, 6, 19), date(2026, 7, 6)),  # Independence Day on a Saturday: the Friday before
    (date(2028, 2, 18), date(2028, 3, 6)),  # Presidents' Day and the 29th of February
    (date(2027, 1, 2), date(2027, 1, 15)),  # a Saturday
])  # fmt: skip
def test_holidays_move_the_day_money_is_due(on: date, due: date) -> None:
    refund = ask(ACCOUNT | {"started_on": on - 90 * DAY}, on).refund
    assert refund is not None and refund.due_by == due


@given(days, st.integers(-60, 400))
def test_a_renewal_date_counts_until_it_has_passed(on: date, ahead: int) -> None:
    end = on + ahead * DAY
    answer = ask(ORDER | {"current_period_end": end}, on)
    if ahead >= 0:
        assert (answer.ends_on, answer.stale, answer.unknown) == (end, (), {})
    else:
        assert (answer.ends_on, answer.stale) == (None, ("current_period_end",))
        assert answer.unknown == dict.fromkeys(("ends_on", "access_until"), ("current_period_end",))


# Timestamps are days in the document's own time zone


@pytest.mark.parametrize("stamp, zone, day", [
    ("2026-11-07T04:59:59Z", "America/New_York", date(2026, 11, 6)),
    ("2026-11-07T05:00:00Z", "America/New_York", date(2026, 11, 7)),
    ("2026-11-06T15:00:00Z", "Asia/Tokyo", date(2026, 11, 7)),
    ("2026-11-06T14:59:59Z", "Asia/Tokyo", date(2026, 11, 6)),
    ("2026-07-01T06:59:59+00:00", "America/Los_Angeles", date(2026, 6, 30)),
    ("2026-12-31T23:30:00-10:00", "Pacific/Kiritimati", date(2027, 1, 1)),
])  # fmt: skip
def test_a_timestamp_is_a_day_where_the_subscription_lives(
    stamp: str, zone: str, day: date
) -> None:
    document = PLAN | {"started_on": stamp, "timezone": zone}
    assert HUB.subscription(document).started_on == day


def test_a_timestamp_is_read_in_the_platform_s_zone_where_none_is_told() -> None:
    stamp = "2026-11-06T15:30:00Z"
    assert HUB.subscription({**ORDER, "timezone": None, "started_on": stamp}).started_on == date(
        2026, 11, 7
    )
    assert HUB.subscription({**PLAN, "timezone": None, "started_on": stamp}).started_on == date(
        2026, 11, 6
    )


def test_a_second_at_midnight_decides_about_a_refund() -> None:
    on = date(2026, 11, 21)
    refunded = [
        ask(PLAN | {"started_on": stamp}, on).outcome
        for stamp in ("2026-11-06T23:59:59-05:00", "2026-11-07T00:00:00-05:00")
    ]
    assert refunded == ["ended_now", "ended_now_refunded"]


@given(st.datetimes(datetime(2025, 6, 1), datetime(2040, 1, 1)), st.integers(-12, 14))
def test_the_offset_a_timestamp_is_written_in_does_not_matter(moment: datetime, hours: int) -> None:
    utc = moment.replace(tzinfo=UTC, microsecond=0)
    there = utc.astimezone(timezone(timedelta(hours=hours)))
    read = [HUB.subscription(ORDER | {"started_on": each.isoformat()}).started_on
            for each in (utc, there)]  # fmt: skip
    assert read == [utc.astimezone(ZoneInfo("Asia/Tokyo")).date()] * 2
