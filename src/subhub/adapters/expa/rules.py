"""Expa: how a buyer, and how a seller, ends an order.

Two paths with two actors (A-EX5): the buyer cancels a continuing product or a salon once
everything due is paid; the seller terminates those whatever is paid, and cancels of the
one-off orders what is not settled yet.
"""

from __future__ import annotations

from subhub.adapters.expa import steps
from subhub.adapters.expa.facts import ExpaOrder
from subhub.adapters.expa.sources import cite
from subhub.policies import (
    ON,
    BlockerRow,
    ConsequenceRow,
    Expr,
    Intent,
    Reading,
    RefundTerms,
    RemedyRow,
    Ruling,
    choose,
    facts,
    known_or,
    maximum,
    otherwise,
    request_fact,
    row,
    table,
)

f = facts(ExpaOrder)
ACTORS = ("buyer", "seller")
actor = request_fact("actor", *ACTORS)

buyer, seller = actor == "buyer", actor == "seller"
lasting = f.product.isin("continuing", "online_salon")
one_off = f.product.isin("download", "shipped")
unpaid = f.unpaid_invoices > 0

BY_AGREEMENT = RefundTerms("by_agreement", to="bank_account")
#: money that is under way may still arrive, and is then money paid (A-EX2)
money_under_way = f.transfers_pending > 0
NOTHING_PAID = RefundTerms(
    choose(money_under_way, "by_agreement", "none"),
    to=choose(money_under_way, "bank_account", None),
)
left_magazine_on = choose(unpaid, ON, f.current_period_end)
#: cancelled already, and still to be used (A-EX11)
period_runs = (f.status == "canceled") & lasting & (f.current_period_end > ON)

CLOSURE = table(
    "closure",
    row(
        "ends_at_period_end",
        when=buyer,
        ends_on=f.current_period_end,
        access_until=f.current_period_end,
        billing_stops_on=ON,
        refund=BY_AGREEMENT,
        cites=cite("EX-B1", "EX-B3", "EX-B9", "EX-S11", "EX-R1"),
        assumes=["A-EX1", "A-EX5", "A-EX7", "A-EX9"],
    ),
    row(
        "terminated",
        when=lasting,
        ends_on=left_magazine_on,
        access_until=left_magazine_on,
        billing_stops_on=ON,
        refund=BY_AGREEMENT,
        cites=cite("EX-S7", "EX-S10", "EX-S11", "EX-R1"),
        assumes=["A-EX5", "A-EX6"],
    ),
    row(
        "order_cancelled",
        when=f.paid_invoices == 0,
        ends_on=ON,
        access_until=None,
        billing_stops_on=ON,
        refund=NOTHING_PAID,
        cites=cite("EX-S1"),
    ),
    otherwise(
        "remaining_cancelled",
        ends_on=ON,
        access_until=None,
        billing_stops_on=ON,
        refund=BY_AGREEMENT,
        cites=cite("EX-S1", "EX-S2", "EX-R1"),
    ),
)
by_buyer = CLOSURE.decided("ends_at_period_end")
terminated = CLOSURE.decided("terminated")
order = CLOSURE.decided("order_cancelled", "remaining_cancelled")
leaves = CLOSURE.decided("ends_at_period_end", "terminated")
final = CLOSURE.decided("terminated", "order_cancelled", "remaining_cancelled")
agreed = CLOSURE["refund_kind"] == "by_agreement"

UNDOING = table(
    "undoing",
    row(
        "not_stated",
        when=by_buyer,
        possible=None,
        until=None,
        how="not_stated",
        cites=cite("EX-B3"),
    ),
    row(
        "termination_final",
        when=terminated,
        possible=False,
        until=None,
        how=None,
        cites=cite("EX-S8"),
    ),
    otherwise("cancellation_final", possible=False, until=None, how=None, cites=cite("EX-S3")),
)

PAID = {
    "unpaid_invoices": 0,
    "unpaid_by_card": 0,
    "unpaid_by_transfer": 0,
    "transfers_pending": 0,
}


def left_unpaid(settled: Expr, other: Expr) -> Expr:
    """What stays unpaid once the invoices of one payment method are settled.

    At least those of the other method, and all that are not of this one; where no method
    is known at all, settling is taken to be about all of them.
    """
    return maximum(known_or(f.unpaid_invoices - settled, 0), known_or(other, 0))


TRANSFERS_PAID = {
    "unpaid_invoices": left_unpaid(f.unpaid_by_transfer, f.unpaid_by_card),
    "unpaid_by_transfer": 0,
    "transfers_pending": 0,
}
CARD_PAID = {
    "unpaid_invoices": left_unpaid(f.unpaid_by_card, f.unpaid_by_transfer),
    "unpaid_by_card": 0,
}

UNPAID_INVOICE = BlockerRow(
    "unpaid_invoice",
    when=buyer & lasting & unpaid,
    cites=cite("EX-B4", "EX-B5", "EX-B9"),
    remedies=(
        RemedyRow(
            "pay_by_transfer_and_wait",
            "buyer",
            when=f.unpaid_by_transfer > 0,
            sets=TRANSFERS_PAID,
            cites=cite("EX-B5", "EX-B6"),
        ),
        RemedyRow(
            "fix_card",
            "buyer",
            when=f.unpaid_by_card > 0,
            sets=CARD_PAID,
            cites=cite("EX-B5", "EX-B7"),
        ),
        RemedyRow(
            "register_other_card",
            "buyer",
            when=f.unpaid_by_card > 0,
            sets=CARD_PAID,
            cites=cite("EX-B5", "EX-B7"),
        ),
        # the seller may carry it out as a termination: what it leads to stays open
        RemedyRow(
            "ask_seller_to_withdraw",
            "buyer",
            sets=PAID,
            certainty="possible",
            cites=cite("EX-B5", "EX-B8"),
        ),
    ),
)
ORDER_SELLER_ONLY = BlockerRow(
    "seller_only",
    when=buyer & one_off,
    cites=cite("EX-S1"),
    remedies=(RemedyRow("ask_seller", "buyer", as_actor="seller", cites=cite("EX-S1")),),
)
ALREADY_SETTLED = BlockerRow(
    "already_settled",
    when=seller & one_off & (f.unpaid_invoices == 0),
    cites=cite("EX-S1", "EX-S2"),
    remedies=(RemedyRow("refund_directly", "seller", cites=cite("EX-S2", "EX-R1")),),
)

CONSEQUENCES = (
    ConsequenceRow(
        "access_ends",
        cites=cite("EX-B3"),
        when=by_buyer,
        on=CLOSURE["access_until"],
        severity="loss",
    ),
    ConsequenceRow("contract_period_adjusted", cites=cite("EX-B3"), when=by_buyer, on=ON),
    ConsequenceRow(
        "membership_ends",
        cites=cite("EX-S7"),
        when=terminated,
        on=CLOSURE["access_until"],
        severity="loss",
    ),
    ConsequenceRow("recurring_charges_stop", cites=cite("EX-S11"), when=terminated, on=ON),
    ConsequenceRow("open_invoices_void", cites=cite("EX-S9"), when=terminated & unpaid, on=ON),
    ConsequenceRow(
        "paid_invoices_stay",
        cites=cite("EX-S10"),
        when=terminated & (f.paid_invoices > 0),
        severity="warning",
    ),
    ConsequenceRow("unsettled_part_cancelled", cites=cite("EX-S1"), when=order, on=ON),
    ConsequenceRow("buyer_data_deleted", cites=cite("EX-S4"), when=order, on=ON, severity="loss"),
    ConsequenceRow(
        "cannot_be_undone",
        cites=cite("EX-S3", "EX-S8"),
        when=final,
        severity="warning",
    ),
    ConsequenceRow(
        "transfer_may_still_arrive",
        cites=cite("EX-B6", "EX-R1"),
        when=order & money_under_way,
        severity="warning",
    ),
    ConsequenceRow("refund_is_between_the_two", cites=cite("EX-R1"), when=agreed),
    ConsequenceRow(
        "card_settlement_not_voided", cites=cite("EX-R3"), when=agreed & (f.paid_invoices > 0)
    ),
    ConsequenceRow(
        "leaves_magazine",
        cites=cite("EX-S12", "EX-M1", "EX-M5"),
        when=leaves & f.mail_feature,
        on=CLOSURE["ends_on"],
    ),
    ConsequenceRow(
        "cancellation_notice_exists",
        cites=cite("EX-M6"),
        when=by_buyer & (f.product == "continuing"),
    ),
    ConsequenceRow("text_messages_not_stated", cites=cite("EX-M7"), when=leaves),
)

CANCEL = Intent(
    "cancel",
    actors=ACTORS,
    one_way=cite("EX-B2", "EX-S5", "EX-S13"),
    not_covered=(
        Ruling("event_rules_not_published", when=f.product == "event", cites=cite("EX-M6")),
    ),
    nothing_to_do=(
        Ruling("canceled_period_runs", when=period_runs, cites=cite("EX-B3")),
        Ruling("already_ended", when=f.status.isin("canceled", "expired"), cites=cite("EX-B3")),
    ),
    keeps=dict.fromkeys(
        ("ends_on", "access_until"), choose(period_runs, f.current_period_end, None)
    ),
    blockers=(UNPAID_INVOICE, ORDER_SELLER_ONLY, ALREADY_SETTLED),
    decides=CLOSURE,
    reversible=UNDOING,
    consequences=CONSEQUENCES,
    prepare=steps.prepare(order),
    steps=(
        *steps.buyer(f, by_buyer),
        *steps.terminate(terminated),
        *steps.cancel_order(f, order),
        *steps.refund(agreed & seller & f.refund_requested, order),
    ),
    readings=(
        Reading("A-EX1", by_buyer, decides=True),
        Reading("A-EX2", f.transfers_pending > 0, "blocked", decides=True),
        Reading("A-EX2", final & money_under_way, decides=True),
        Reading("A-EX3", buyer & one_off, "blocked", decides=True),
        Reading("A-EX4", f.product == "event", "not_covered", decides=True),
        Reading("A-EX6", terminated, decides=True),
        Reading("A-EX7", by_buyer | (terminated & ~unpaid), decides=True),
        Reading("A-EX7", period_runs, "nothing_to_do", decides=True),
        Reading("A-EX8", buyer & lasting & unpaid, "blocked", decides=True),
        Reading("A-EX10", by_buyer & (f.product == "online_salon"), decides=True),
        Reading("A-EX11", period_runs, "nothing_to_do", decides=True),
    ),
)
