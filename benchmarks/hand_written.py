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
NOTHING_TO_DO = ("nothing_to_do", *(None,) * 15)


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
                None,
                None,
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
                None,
                None,
            )
        if s.balance is None or s.open_invoices is None:
            return unsure(s, on)
        amount, at_most = money(s, BALANCE)
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
            None,
            None,
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
        None,
        None,
    )


TRIAL, FULL, BALANCE, DELAYED = 1, 2, 4, 8
NAMES = {TRIAL: "trial_cancelled", FULL: "full_refund", BALANCE: "balance_refund"}
KINDS = {TRIAL: "none", FULL: "full", BALANCE: "balance", DELAYED: "remaining_balance"}


def unsure(s, on):
    """Some fact is missing: which rows are still possible, and what do they agree on?"""
    status = s.status
    if status == "canceled" or status == "expired":
        return NOTHING_TO_DO
    rows = possible_rows(s, on)
    ends_on = on
    if rows & DELAYED:
        pending, lock = s.pending_actions, s.last_lock_on
        if pending != 0:
            if lock is None:
                ends_on = U
            elif lock > on:
                ends_on = lock if pending is not None else U
        if rows != DELAYED and ends_on is not on:
            ends_on = U
    amount, at_most = money(s, rows)
    outcome = kind = automatic = to = due_by = how = U
    if rows == TRIAL:
        outcome, kind, automatic, to, due_by = "trial_cancelled", "none", False, None, None
        how = "contact_support"
    elif not rows & TRIAL:
        automatic, to, how = True, "original_card", "reopen_any_time"
        if ends_on is not U:
            due_by = add_business_days(ends_on, 10)
        elif rows == DELAYED or rows & DELAYED:
            due_by = due_of_delay(s, on, rows)
        if rows == DELAYED:
            outcome, kind = "delayed", "remaining_balance"
        elif rows == FULL:
            outcome, kind = "full_refund", "full"
        elif rows == BALANCE:
            outcome, kind = "balance_refund", "balance"
    if status is not None:
        return (
            "allowed", outcome, ends_on, ends_on, ends_on, kind, amount, at_most, automatic, to,
            due_by, True, None, how, None, None,
        )  # fmt: skip
    return (
        U, U, U, U, U, U, None if amount is None else U, None if at_most is None else U, U,
        None if to is None else U, None if due_by is None else U, U, None, U, None, None,
    )  # fmt: skip


def possible_rows(s, on):
    """A bit for each row that may be the first to hold."""
    rows = 0
    trial_ends_on = s.trial_ends_on
    if trial_ends_on is None or on <= trial_ends_on:
        charged, costs = s.card_charged, s.partner_costs
        if (charged is None or not charged.amount) and (costs is None or not costs.amount):
            if trial_ends_on is not None and charged is not None and costs is not None:
                return TRIAL
            rows = TRIAL
    locked, pending = s.locked_actions, s.pending_actions
    if (locked is None or locked == 0) and (pending is None or pending == 0):
        started_on = s.started_on
        idle = locked is not None and pending is not None
        if started_on is None:
            rows |= FULL | BALANCE
        else:
            rows |= FULL if on - started_on < DAYS_30 else BALANCE
        return rows if idle else rows | DELAYED
    return rows | DELAYED


def money(s, rows):
    """The amount and the most that can come, as far as the possible rows agree."""
    balance, invoices = s.balance, s.open_invoices
    left = U
    if rows & (BALANCE | DELAYED) and balance is not None and not balance.amount:
        left = balance  # of nothing nothing is left
    elif rows & (BALANCE | DELAYED) and balance is not None and invoices is not None:
        left = balance.amount - invoices.amount
        left = Money(left if left > 0 else ZERO, balance.currency)
    amounts, most = [], []
    if rows & TRIAL:
        amounts.append(None)
        most.append(None)
    if rows & FULL:
        amounts.append(U if s.card_charged is None else s.card_charged)
        most.append(None)
    if rows & BALANCE:
        if invoices is None:
            amounts.append(U)
            most.append(U)
        elif invoices.amount == 0:
            amounts.append(U if balance is None else balance)
            most.append(None)
        else:
            amounts.append(None)
            most.append(left)
    if rows & DELAYED:
        amounts.append(None)
        most.append(left)
    return agreed(amounts), agreed(most)


def agreed(values):
    """The one value of all, or unknown."""
    first = values[0]
    for each in values:
        if each is U or each != first:
            return U
    return first


def due_of_delay(s, on, rows):
    """The two days may have one due day, round a weekend."""
    lock, pending = s.last_lock_on, s.pending_actions
    if lock is None or (rows == DELAYED and pending is not None):
        return U
    due = add_business_days(on, 10)
    return due if add_business_days(max(on, lock), 10) == due else U
