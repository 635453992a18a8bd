"""The closure rules of one policy as a careful programmer would write them by hand.

The yardstick of ``decide.py``: plain ``if``/``else`` while every fact is known, three-valued
by hand where one is missing. It gives the same fourteen outputs as the policy, which the
benchmark checks before it measures.
"""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from subhub.model.calendar import add_business_days
from subhub.model.money import Money
from subhub.policies.engines.evaluate import UNKNOWN as U

DAYS_30 = timedelta(days=30)
ZERO = Decimal(0)
NOTHING_TO_DO = ("nothing_to_do", *(None,) * 13)


def decide(s, on):
    status = s.status
    if status is None:
        return unsure(s, on)
    if status == "canceled" or status == "expired":
        return NOTHING_TO_DO
    trial_ends_on = s.trial_ends_on
    if trial_ends_on is None:
        return unsure(s, on)
    if on <= trial_ends_on:
        if s.card_charged is None or s.partner_costs is None:
            return unsure(s, on)
        if not s.card_charged.amount and not s.partner_costs.amount:
            return (
                "allowed",
                "trial_cancelled",
                on,
                on,
                on,
                "none",
                None,
                None,
                False,
                None,
                None,
                True,
                None,
                "contact_support",
            )
    locked, pending = s.locked_actions, s.pending_actions
    if locked is None or pending is None:
        return unsure(s, on)
    if locked == 0 and pending == 0:
        if s.started_on is None:
            return unsure(s, on)
        due = add_business_days(on, 10)
        if on - s.started_on < DAYS_30:
            if s.card_charged is None:
                return unsure(s, on)
            return (
                "allowed",
                "full_refund",
                on,
                on,
                on,
                "full",
                s.card_charged,
                None,
                True,
                "original_card",
                due,
                True,
                None,
                "reopen_any_time",
            )
        if s.balance is None or s.open_invoices is None:
            return unsure(s, on)
        amount, at_most = balance_refunded(s)
        return (
            "allowed",
            "balance_refund",
            on,
            on,
            on,
            "balance",
            amount,
            at_most,
            True,
            "original_card",
            due,
            True,
            None,
            "reopen_any_time",
        )
    ends_on = on
    if pending > 0:
        if s.last_lock_on is None:
            return unsure(s, on)
        if s.last_lock_on > on:
            ends_on = s.last_lock_on
    if s.balance is None or s.open_invoices is None:
        return unsure(s, on)
    left = s.balance.amount - s.open_invoices.amount
    at_most = Money(left if left > 0 else ZERO, s.balance.currency)
    return (
        "allowed",
        "delayed",
        ends_on,
        ends_on,
        ends_on,
        "remaining_balance",
        None,
        at_most,
        True,
        "original_card",
        add_business_days(ends_on, 10),
        True,
        None,
        "reopen_any_time",
    )


def unsure(s, on):
    """Some fact is missing: which rows are still possible, and what do they agree on?"""
    status = s.status
    if status == "canceled" or status == "expired":
        return NOTHING_TO_DO
    trial, idle, young = in_trial(s, on), is_idle(s), None
    if s.started_on is not None:
        young = on - s.started_on < DAYS_30
    rows = []
    if trial is not False:
        rows.append("trial_cancelled")
    if trial is not True:
        full = False if idle is False or young is False else None if None in (idle, young) else True
        if full is not False:
            rows.append("full_refund")
        if full is not True:
            if idle is not False:
                rows.append("balance_refund")
            if idle is not True:
                rows.append("delayed")
    values = [one_row(row, s, on) for row in rows]
    first = values[0]
    if len(values) > 1:
        first = tuple(
            U if any(other is U or other != value for other in column) else value
            for value, *column in zip(*values, strict=True)
        )
    if status is None:
        return (U, *(None if value is None else U for value in first))
    return ("allowed", *first)


def in_trial(s, on):
    """True, False or None."""
    inside = None if s.trial_ends_on is None else on <= s.trial_ends_on
    free = None if s.card_charged is None else not s.card_charged.amount
    cheap = None if s.partner_costs is None else not s.partner_costs.amount
    if inside is False or free is False or cheap is False:
        return False
    return None if inside is None or free is None or cheap is None else True


def is_idle(s):
    """True, False or None."""
    locked, pending = s.locked_actions, s.pending_actions
    if (locked is not None and locked != 0) or (pending is not None and pending != 0):
        return False
    return None if locked is None or pending is None else True


def one_row(row, s, on):
    """The thirteen outputs after the verdict, as one row gives them."""
    if row == "trial_cancelled":
        return (
            row,
            on,
            on,
            on,
            "none",
            None,
            None,
            False,
            None,
            None,
            True,
            None,
            "contact_support",
        )
    if row != "delayed":
        kind, amount, at_most = "full", U if s.card_charged is None else s.card_charged, None
        if row == "balance_refund":
            kind, (amount, at_most) = "balance", balance_refunded(s)
        return (
            row,
            on,
            on,
            on,
            kind,
            amount,
            at_most,
            True,
            "original_card",
            add_business_days(on, 10),
            True,
            None,
            "reopen_any_time",
        )
    ends_on = closing_day(s, on)
    due = U if ends_on is U else add_business_days(ends_on, 10)
    at_most = U
    if None not in (s.balance, s.open_invoices):
        left = s.balance.amount - s.open_invoices.amount
        at_most = Money(left if left > 0 else ZERO, s.balance.currency)
    return (
        row,
        ends_on,
        ends_on,
        ends_on,
        "remaining_balance",
        None,
        at_most,
        True,
        "original_card",
        due,
        True,
        None,
        "reopen_any_time",
    )


def balance_refunded(s):
    """The amount where no invoice is open, else only the most that can come."""
    if s.open_invoices is None:
        return U, U
    if s.open_invoices.amount == 0:
        return U if s.balance is None else s.balance, None
    if s.balance is None:
        return None, U
    left = s.balance.amount - s.open_invoices.amount
    return None, Money(left if left > 0 else ZERO, s.balance.currency)


def closing_day(s, on):
    """The later of today and the last lock date, where actions are pending."""
    if s.pending_actions == 0:
        return on
    later = U if s.last_lock_on is None else max(on, s.last_lock_on)
    if s.pending_actions is None and later is not U:
        return on if later == on else U
    return later
