"""What to do at impact.com, in order: first the preparations, then the steps."""

from __future__ import annotations

from subhub.adapters.impact.sources import cite
from subhub.policies import Expr, Facts, StepRow

OWNER = "owner"


def prepare(f: Facts, *, trial: Expr, delayed: Expr) -> tuple[StepRow, ...]:
    """Before closing: contracts ended, invoices settled, payouts covered."""
    return (
        StepRow(
            "expire_partner_contracts",
            actor=OWNER,
            where="partners_page",
            when=~trial & (f.active_contracts > 0),
            cites=cite("IM-10", "IM-X2", "IM-X4"),
        ),
        StepRow(
            "look_up_last_lock_date",
            actor=OWNER,
            where="pending_actions_report",
            when=delayed & (f.pending_actions > 0),
            cites=cite("IM-9"),
        ),
        StepRow(
            "settle_open_invoices",
            actor=OWNER,
            where="billing_page",
            when=~trial & (f.open_invoices > 0),
            cites=cite("IM-11", "IM-X2"),
        ),
        StepRow(
            "cover_pending_payouts",
            actor=OWNER,
            where="billing_page",
            when=~trial & (f.pending_payouts > 0),
            cites=cite("IM-8", "IM-X2"),
        ),
    )


def close(*, trial: Expr, delayed: Expr, waits: Expr, pays_out: Expr) -> tuple[StepRow, ...]:
    """A button in the trial, a support ticket after it."""
    return (
        StepRow(
            "open_subscription_page",
            actor=OWNER,
            where="subscription_page",
            when=trial,
            cites=cite("IM-3"),
        ),
        StepRow(
            "choose_cancel_subscription",
            actor=OWNER,
            where="subscription_page",
            when=trial,
            cites=cite("IM-3"),
        ),
        StepRow(
            "confirm_with_yes",
            actor=OWNER,
            where="subscription_page",
            when=trial,
            cites=cite("IM-3"),
        ),
        StepRow(
            "ask_support_to_close",
            actor=OWNER,
            where="support_ticket",
            channel="support",
            when=~trial,
            cites=cite("IM-X1"),
        ),
        StepRow(
            "wait_for_last_lock_date",
            actor=OWNER,
            where="pending_actions_report",
            when=waits,
            cites=cite("IM-9", "IM-12"),
        ),
        StepRow(
            "settle_last_invoices",
            actor=OWNER,
            where="billing_page",
            when=delayed,
            cites=cite("IM-11", "IM-12"),
        ),
        StepRow(
            "expect_refund_on_card",
            actor=OWNER,
            where="card_statement",
            channel="mail",
            when=pays_out,
            cites=cite("IM-7", "IM-12"),
        ),
    )


def reopen() -> tuple[StepRow, ...]:
    """Three ways back; after a cancelled trial, support."""
    return (
        StepRow(
            "reopen_account", actor=OWNER, where="website_mail_or_app_listing", cites=cite("IM-13")
        ),
        StepRow(
            "contact_support_after_trial",
            actor=OWNER,
            where="support_ticket",
            channel="support",
            cites=cite("IM-2"),
        ),
    )
