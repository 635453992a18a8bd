"""What to do at Squarespace, in order: first the preparations, then the steps."""

from __future__ import annotations

from subhub.adapters.squarespace.sources import cite
from subhub.policies import Expr, StepRow

PANEL = "billing_panel"


def prepare(digital: Expr) -> tuple[StepRow, ...]:
    """Before the member list is out of reach."""
    return (
        StepRow(
            "export_member_contacts",
            where="lists_and_segments",
            when=digital,
            cites=cite("SQ-4"),
        ),
    )


def cancel(*, now: Expr, digital: Expr) -> tuple[StepRow, ...]:
    """Two ways: cancel at once, or switch auto-renew off. From a computer only."""
    plan, site = cite("SQ-7"), cite("SQ-X1")
    return (
        StepRow("use_a_computer", where="computer", when=digital, cites=cite("SQ-3")),
        StepRow(
            "open_digital_products_billing",
            where=PANEL,
            when=digital,
            cites=cite("SQ-7", "SQ-8"),
        ),
        StepRow("open_website_billing", where=PANEL, when=~digital, cites=site),
        StepRow("choose_cancel_subscription", where=PANEL, when=now & digital, cites=plan),
        StepRow("confirm_cancellation", where=PANEL, when=now & digital, cites=plan),
        StepRow("cancel_website", where=PANEL, when=now & ~digital, cites=site),
        StepRow(
            "switch_auto_renew_off",
            where=PANEL,
            when=~now,
            cites=cite("SQ-8", "SQ-X3"),
        ),
    )


def resume() -> tuple[StepRow, ...]:
    """Choose a plan again."""
    return (
        StepRow("open_billing_panel", where=PANEL, cites=cite("SQ-12")),
        StepRow("choose_a_plan", where="products_panel", cites=cite("SQ-12")),
    )
