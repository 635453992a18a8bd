"""Expa: the seller's product operations, and the editions of all rules."""

from __future__ import annotations

from subhub.adapters.expa import steps
from subhub.adapters.expa.rules import ACTORS, CANCEL, buyer, f, lasting, one_off
from subhub.adapters.expa.sources import CHECKED, cite
from subhub.policies import (
    NO_MONEY_QUESTION,
    ON,
    BlockerRow,
    ConsequenceRow,
    Edition,
    Intent,
    Policy,
    RemedyRow,
    Ruling,
    otherwise,
    table,
)

NO_END = {
    "ends_on": None,
    "access_until": None,
    "billing_stops_on": None,
    "refund": NO_MONEY_QUESTION,
}
SELLER_ONLY = BlockerRow(
    "seller_only",
    when=buyer,
    cites=cite("EX-P6"),
    remedies=(RemedyRow("ask_seller", "buyer", as_actor="seller", cites=cite("EX-P6")),),
)

STOP_SALES = Intent(
    "stop_sales",
    actors=ACTORS,
    one_way=cite("EX-P6"),
    nothing_to_do=(
        Ruling("sales_already_stopped", when=f.product_state == "stopped", cites=cite("EX-P1")),
        Ruling("never_went_on_sale", when=f.product_state == "provisional", cites=cite("EX-P5")),
    ),
    blockers=(SELLER_ONLY,),
    decides=table("stopping", otherwise("sales_stopped", **NO_END, cites=cite("EX-P1"))),
    reversible=table(
        "stopping_undone",
        otherwise(
            "resume",
            possible=True,
            until=None,
            how="resume_sales_any_time",
            cites=cite("EX-P1", "EX-P4"),
        ),
    ),
    consequences=(
        ConsequenceRow("payment_link_stops", cites=cite("EX-P1"), on=ON, severity="loss"),
        ConsequenceRow("instalments_go_on", cites=cite("EX-P2"), when=one_off, severity="warning"),
        ConsequenceRow(
            "recurring_charges_go_on", cites=cite("EX-P3"), when=lasting, severity="warning"
        ),
    ),
    steps=steps.product(
        "open_product_list", "click_stop_sales", "confirm_stop_sales", "move_to_stopped_group"
    ),
)

RESUME_SALES = Intent(
    "resume_sales",
    actors=ACTORS,
    one_way=cite("EX-P6"),
    not_covered=(
        Ruling("never_went_on_sale", when=f.product_state == "provisional", cites=cite("EX-P4")),
    ),
    nothing_to_do=(
        Ruling("already_on_sale", when=f.product_state == "on_sale", cites=cite("EX-P4")),
    ),
    blockers=(SELLER_ONLY,),
    decides=table("resuming", otherwise("sales_resumed", **NO_END, cites=cite("EX-P4"))),
    reversible=table(
        "resuming_undone",
        otherwise(
            "stop", possible=True, until=None, how="stop_sales_any_time", cites=cite("EX-P1")
        ),
    ),
    consequences=(
        ConsequenceRow("buyers_join_magazine", cites=cite("EX-M1"), when=f.mail_feature),
        ConsequenceRow("buyers_join_text_list", cites=cite("EX-M7")),
    ),
    steps=steps.product(
        "open_product_list",
        "open_stopped_group",
        "click_resume_sales",
        "confirm_resume_sales",
        "move_to_main_group",
    ),
)

DELETE_PRODUCT = Intent(
    "delete_product",
    actors=ACTORS,
    one_way=cite("EX-P6"),
    blockers=(
        SELLER_ONLY,
        BlockerRow(
            "product_was_on_sale",
            when=f.product_state.isin("on_sale", "stopped"),
            cites=cite("EX-P5"),
            remedies=(
                RemedyRow("stop_sales", "seller", as_intent="stop_sales", cites=cite("EX-P5")),
            ),
        ),
    ),
    decides=table("deleting", otherwise("product_deleted", **NO_END, cites=cite("EX-P5"))),
    reversible=table(
        "deleting_undone",
        otherwise("final", possible=False, until=None, how=None, cites=cite("EX-P5")),
    ),
    consequences=(
        ConsequenceRow("product_gone_for_good", cites=cite("EX-P5"), on=ON, severity="loss"),
    ),
    steps=steps.product("open_product_list", "click_delete", "confirm_delete"),
)

EDITIONS = (
    Policy(
        "expa",
        Edition("2026-11", in_force=None, published=None, checked=CHECKED),
        (CANCEL, STOP_SALES, RESUME_SALES, DELETE_PRODUCT),
        sources=cite(*cite.ids()),
    ),
)
