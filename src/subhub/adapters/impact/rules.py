"""impact.com Starter Edition: when an account can be closed, and what comes back.

Reads like the page: the trial, then three tiers, the first that fits.
"""

from __future__ import annotations

from typing import Any

from subhub.adapters.impact import steps
from subhub.adapters.impact.facts import ImpactAccount
from subhub.adapters.impact.sources import CHECKED, cite
from subhub.policies import (
    NO_MONEY_QUESTION,
    NO_REFUND,
    ON,
    ConsequenceRow,
    Edition,
    Intent,
    Policy,
    Reading,
    RefundTerms,
    Ruling,
    add_business_days,
    choose,
    days_between,
    facts,
    maximum,
    otherwise,
    row,
    table,
)

f = facts(ImpactAccount)

in_trial = f.trial_ends_on >= ON
idle = (f.locked_actions == 0) & (f.pending_actions == 0)
age = days_between(f.started_on, ON)
waits_for_lock = f.pending_actions > 0
last_lock = maximum(ON, f.last_lock_on)
closable_on = choose(waits_for_lock, last_lock, ON)
# worked out for both ways, since two days can lead to one business day
due_by = choose(waits_for_lock, add_business_days(last_lock, 10), add_business_days(ON, 10))
# what is not owed yet may not be taken off an upper bound (A-IM9)
# of nothing nothing is left, whatever is owed: said, or rows of tables would leave it open
left_over = choose(f.balance == 0, f.balance, maximum(f.balance - f.open_invoices, 0))
all_settled = f.open_invoices == 0

CARD = "original_card"
ON_THE_DAY: dict[str, Any] = {"ends_on": ON, "access_until": ON, "billing_stops_on": ON}

CLOSURE = table(
    "closure",
    row(
        "trial_cancelled",
        when=in_trial & (f.card_charged == 0) & (f.partner_costs == 0),
        **ON_THE_DAY,
        refund=NO_REFUND,
        cites=cite("IM-1"),
        assumes=["A-IM5"],
    ),
    row(
        "full_refund",
        when=idle & (age < 30),
        **ON_THE_DAY,
        refund=RefundTerms(
            "full", amount=f.card_charged, automatic=True, to=CARD, due_by=add_business_days(ON, 10)
        ),
        cites=cite("IM-4", "IM-7"),
        assumes=["A-IM3", "A-IM4", "A-IM8"],
    ),
    row(
        "balance_refund",
        when=idle,
        **ON_THE_DAY,
        refund=RefundTerms(
            "balance",
            amount=choose(all_settled, f.balance, None),
            at_most=choose(all_settled, None, left_over),
            automatic=True,
            to=CARD,
            due_by=add_business_days(ON, 10),
        ),
        cites=cite("IM-6", "IM-7", "IM-11"),
        assumes=["A-IM2", "A-IM3", "A-IM4", "A-IM8"],
    ),
    otherwise(
        "delayed",
        ends_on=closable_on,
        access_until=closable_on,
        billing_stops_on=closable_on,
        refund=RefundTerms(
            "remaining_balance",
            at_most=left_over,
            automatic=True,
            to=CARD,
            due_by=due_by,
        ),
        cites=cite("IM-8", "IM-9", "IM-12"),
        assumes=["A-IM3", "A-IM8"],
    ),
)
trial, delayed = CLOSURE.decided("trial_cancelled"), CLOSURE.decided("delayed")
full_refund, balance = CLOSURE.decided("full_refund"), CLOSURE.decided("balance_refund")
nothing_charged = full_refund & (f.card_charged == 0)
pays_out = delayed | (full_refund & ~(f.card_charged == 0)) | (balance & ~(f.balance == 0))
ends_on = CLOSURE["ends_on"]

REOPENING = table(
    "reopening",
    row(
        "by_support",
        when=trial,
        possible=True,
        until=None,
        how="contact_support",
        cites=cite("IM-2"),
    ),
    otherwise("any_time", possible=True, until=None, how="reopen_any_time", cites=cite("IM-13")),
)

CONSEQUENCES = (
    ConsequenceRow("access_ends", cites=cite("IM-1"), when=trial, on=ON, severity="loss"),
    ConsequenceRow(
        "account_closes",
        cites=cite("IM-X1"),
        when=~trial,
        on=ends_on,
        severity="loss",
    ),
    ConsequenceRow("account_not_deleted", cites=cite("IM-1"), when=trial),
    ConsequenceRow(
        "full_refund_ends",
        cites=cite("IM-4", "IM-5"),
        when=full_refund,
        on=f.started_on + 30,
        deadline=True,
        severity="warning",
    ),
    ConsequenceRow(
        "fees_not_refundable", cites=cite("IM-5"), when=~trial & (age >= 30), severity="loss"
    ),
    ConsequenceRow(
        "fees_owed_until_closure", cites=cite("IM-11"), when=delayed, on=ends_on, severity="warning"
    ),
    ConsequenceRow(
        "partner_costs_owed",
        cites=cite("IM-11"),
        when=nothing_charged & (f.partner_costs > 0),
        severity="warning",
    ),
    ConsequenceRow(
        "pending_payouts_come_off",
        cites=cite("IM-8", "IM-X5"),
        when=delayed & (f.pending_payouts > 0),
        severity="warning",
    ),
    ConsequenceRow(
        "pending_actions_are_invoiced",
        cites=cite("IM-X5"),
        when=delayed & (f.pending_actions > 0),
        severity="info",
    ),
    ConsequenceRow(
        "new_actions_delay_closure",
        cites=cite("IM-10"),
        when=delayed & (f.pending_actions > 0),
        severity="warning",
    ),
    ConsequenceRow("uninstalling_does_not_cancel", cites=cite("IM-X3"), severity="warning"),
)

CANCEL = Intent(
    "cancel",
    actors=("owner",),
    one_way=cite("IM-3", "IM-X1"),
    nothing_to_do=(
        Ruling("already_ended", when=f.status.isin("canceled", "expired"), cites=cite("IM-13")),
    ),
    decides=CLOSURE,
    reversible=REOPENING,
    consequences=CONSEQUENCES,
    prepare=steps.prepare(f, trial=trial, delayed=delayed),
    steps=steps.close(
        trial=trial,
        delayed=delayed,
        waits=delayed & (f.pending_actions > 0),
        pays_out=pays_out,
    ),
    readings=(
        Reading("A-IM1", idle & (age == 30) & ~trial, decides=True),
        Reading("A-IM5", in_trial & ~trial),
        Reading("A-IM6", delayed & (f.locked_actions > 0) & (f.pending_actions == 0)),
        Reading("A-IM7", f.trial_ends_on == ON, decides=True),
        Reading("A-IM8", ~trial, decides=True),
        Reading("A-IM9", delayed & (f.pending_payouts > 0)),
        Reading("A-IM10", nothing_charged),
    ),
)

RESUME = Intent(
    "resume",
    actors=("owner",),
    one_way=cite("IM-13"),
    nothing_to_do=(
        Ruling(
            "already_running",
            when=f.status.isin("trialing", "active", "past_due"),
            cites=cite("IM-13"),
        ),
    ),
    decides=table(
        "resuming",
        otherwise(
            "reopened", **dict.fromkeys(ON_THE_DAY), refund=NO_MONEY_QUESTION, cites=cite("IM-13")
        ),
    ),
    reversible=table(
        "resuming_undone",
        otherwise(
            "cancel_again", possible=True, until=None, how="cancel_again", cites=cite("IM-8")
        ),
    ),
    steps=steps.reopen(),
)

EDITIONS = (
    Policy(
        "impact",
        Edition("2026-11", in_force=None, published=None, checked=CHECKED),
        (CANCEL, RESUME),
        sources=cite(*cite.ids()),
    ),
)
