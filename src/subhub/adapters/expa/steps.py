"""What to do at Expa, in order: the buyer's path, the seller's two, the product operations."""

from __future__ import annotations

from subhub.adapters.expa.sources import cite
from subhub.policies import ALWAYS, Expr, Facts, StepRow

SALES = "product_sales"


def _path(actor: str, rule: str, when: Expr, *steps: tuple[str, str]) -> tuple[StepRow, ...]:
    return tuple(
        StepRow(code, when=when, actor=actor, where=where, cites=cite(rule))
        for code, where in steps
    )


def prepare(order: Expr) -> tuple[StepRow, ...]:
    """Before the buyer's data is deleted."""
    return (
        StepRow(
            "export_customer_data",
            actor="seller",
            where="customer_data",
            when=order,
            cites=cite("EX-S4"),
        ),
    )


def buyer(f: Facts, when: Expr) -> tuple[StepRow, ...]:
    """The buyer's own path; a salon has a manual of its own that these sources only name."""
    return (
        *_path(
            "buyer",
            "EX-B2",
            when & (f.product == "continuing"),
            ("log_in", "expa_login"),
            ("open_continuing_products", "buyer_my_page"),
            ("choose_product", "continuing_products"),
            ("follow_link_at_the_bottom", "product_page"),
            ("read_and_cancel", "product_page"),
            ("confirm", "product_page"),
        ),
        StepRow(
            "leave_salon",
            when=when & (f.product == "online_salon"),
            actor="buyer",
            where="salon_manual",
            cites=cite("EX-B9"),
        ),
    )


def terminate(when: Expr) -> tuple[StepRow, ...]:
    """The seller ends a continuing product or a salon."""
    return _path(
        "seller",
        "EX-S13",
        when,
        ("open_buyer_search", SALES),
        ("search_by_conditions", "buyer_search"),
        ("click_terminate", "payment_status_column"),
        ("choose_reason", "cancel_window"),
        ("choose_whether_mail_is_sent", "cancel_window"),
        ("execute", "cancel_window"),
    )


def cancel_order(f: Facts, when: Expr) -> tuple[StepRow, ...]:
    """The seller cancels what is not settled: a first transfer, or instalments."""
    first_transfer = when & (f.paid_invoices == 0) & (f.unpaid_by_transfer > 0)
    return (
        *_path(
            "seller",
            "EX-S5",
            first_transfer,
            ("open_buyer_search", SALES),
            ("tick_unpaid_first_transfer", "buyer_search"),
            ("click_cancel", "buyer_search"),
            ("choose_reason", "cancel_window"),
            ("choose_whether_mail_is_sent", "cancel_window"),
            ("execute", "cancel_window"),
        ),
        *_path(
            "seller",
            "EX-S6",
            when & ~first_transfer,
            ("open_buyer_search", SALES),
            ("search_by_any_detail", "buyer_search"),
            ("click_cancel", "buyer_search"),
            ("choose_reason", "cancel_window"),
            ("choose_whether_mail_is_sent", "cancel_window"),
            ("execute", "cancel_window"),
        ),
    )


def refund(when: Expr, data_deleted: Expr) -> tuple[StepRow, ...]:
    """Where the buyer asked for one: between the two, and noted by hand where a note can be."""
    return (
        StepRow(
            "agree_and_transfer_refund",
            actor="seller",
            where="outside_expa",
            channel="mail",
            when=when,
            cites=cite("EX-R1"),
        ),
        StepRow(
            "note_refund_in_memo",
            actor="seller",
            where="customer_details",
            when=when & ~data_deleted,
            cites=cite("EX-R2"),
        ),
        StepRow(
            "keep_refund_record_elsewhere",
            actor="seller",
            where="outside_expa",
            when=when & data_deleted,
            cites=cite("EX-R2", "EX-S4"),
        ),
    )


def product(*steps: str) -> tuple[StepRow, ...]:
    """One of the seller's three product operations."""
    return _path("seller", "EX-P6", ALWAYS, *((step, "product_list") for step in steps))
