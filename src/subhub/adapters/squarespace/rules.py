"""Squarespace: ending the Digital Products plan or the website, and coming back.

Two ways to end (at once, or at the end of the billing period), one refund window, and a
pause of the digital products that begins the day the *website* ends.
"""

from __future__ import annotations

from typing import Any

from subhub.adapters.squarespace import steps
from subhub.adapters.squarespace.facts import SquarespaceSubscription
from subhub.adapters.squarespace.sources import CHECKED, PUBLISHED, cite
from subhub.policies import (
    NO_MONEY_QUESTION,
    NO_REFUND,
    ON,
    BlockerRow,
    ConsequenceRow,
    Edition,
    Intent,
    Policy,
    Reading,
    RefundTerms,
    RemedyRow,
    Ruling,
    Severity,
    choose,
    days_between,
    facts,
    less,
    otherwise,
    request_fact,
    row,
    table,
)

f = facts(SquarespaceSubscription)
MODES = ("immediate", "period_end")
ACTORS = ("administrator", "billing", "contributor")
mode = request_fact("mode", *MODES)
actor = request_fact("actor", *ACTORS)

now = mode == "immediate"
digital = f.product == "digital_products"
website = f.product == "website"
yearly = f.billing_interval == "year"
age = days_between(f.started_on, ON)
in_window = age <= 14
renews_itself = f.auto_renew
# the registration of a free domain is kept back, and what it costs is told in one currency (A-SQ9)
took_domain = website & f.free_domain

ON_THE_DAY: dict[str, Any] = {"ends_on": ON, "access_until": ON, "billing_stops_on": ON}
PERIOD_END: dict[str, Any] = dict.fromkeys(ON_THE_DAY, f.current_period_end)
NO_END: dict[str, Any] = {**dict.fromkeys(ON_THE_DAY), "refund": NO_MONEY_QUESTION}

CLOSURE = table(
    "closure",
    row(
        "ended_now_refunded",
        when=now & yearly & in_window,
        **ON_THE_DAY,
        refund=RefundTerms(
            choose(took_domain, "partial", "full"),
            amount=choose(took_domain, less(f.price, "20 USD"), f.price),
            # of a website whatever is told of the domain: so it is known before that is
            at_most=choose(website, f.price, None),
            automatic=True,
        ),
        cites=cite("SQ-2", "SQ-11", "SQ-X2"),
        assumes=["A-SQ1"],
    ),
    row(
        "ended_now",
        when=now,
        **ON_THE_DAY,
        refund=NO_REFUND,
        cites=cite("SQ-2", "SQ-5", "SQ-11", "SQ-X2"),
    ),
    otherwise(
        "ends_at_period_end",
        **PERIOD_END,
        refund=NO_REFUND,
        cites=cite("SQ-2", "SQ-8", "SQ-X3"),
    ),
)
refunded = CLOSURE.decided("ended_now_refunded")
at_period_end = CLOSURE.decided("ends_at_period_end")
ends_on = CLOSURE["ends_on"]

# The pause follows the website. For the website itself both facts are the answer, unless it is
# past due and cannot be ended in this way.
website_goes = website & (now | (f.status != "past_due"))
site_ends = f.site_status.isin("ending", "ended")
site_end = choose(website, ends_on, f.site_ends_on)
pause_over = site_end + 30
site_pauses = site_ends & (f.site_ends_on + 30 > ON)
# with a website, what the pause does matters only where it has digital products (A-SQ8)
paused = website_goes | site_pauses
pauses_products = (website_goes & f.has_digital_products) | (digital & site_pauses)

UNDOING = table(
    "undoing",
    row(
        "switch_or_pause",
        when=paused & at_period_end,
        possible=True,
        until=pause_over,
        how="switch_on_again_or_all_restored",
        cites=cite("SQ-8", "SQ-12"),
    ),
    row(
        "in_pause",
        when=paused,
        possible=True,
        until=pause_over,
        how="choose_a_plan_all_restored",
        cites=cite("SQ-12"),
        assumes=["A-SQ5"],
    ),
    row(
        "after_pause",
        when=site_ends,
        possible=True,
        until=None,
        how="choose_a_plan_members_sign_up_again",
        cites=cite("SQ-13"),
    ),
    row(
        "switch",
        when=at_period_end,
        possible=True,
        until=None,
        how="switch_on_again_or_choose_a_plan",
        cites=cite("SQ-8", "SQ-12"),
    ),
    otherwise("plan_alone", possible=True, until=None, how="choose_a_plan", cites=cite("SQ-12")),
)


def pause(
    code: str, rule: str, severity: Severity = "warning", *, over: bool = False
) -> ConsequenceRow:
    """Something that begins with the pause, or with its end."""
    return ConsequenceRow(
        code,
        cites=cite(rule, "SQ-X1"),
        when=pauses_products,
        severity=severity,
        on=pause_over if over else site_end,
    )


CONSEQUENCES = (
    ConsequenceRow("plan_ends", cites=cite("SQ-2"), when=digital, on=ends_on, severity="loss"),
    ConsequenceRow("website_ends", cites=cite("SQ-X1"), when=website, on=ends_on, severity="loss"),
    ConsequenceRow(
        "rest_of_period_lost",
        cites=cite("SQ-5"),
        when=CLOSURE.decided("ended_now"),
        severity="loss",
    ),
    ConsequenceRow(
        "free_domain_offer_lost",
        cites=cite("SQ-X5"),
        when=refunded & took_domain,
        severity="loss",
    ),
    ConsequenceRow(
        "refund_window_closes",
        cites=cite("SQ-11", "SQ-X2"),
        when=yearly & in_window,
        on=f.started_on + 15,
        deadline=True,
        severity="warning",
    ),
    ConsequenceRow(
        "no_refund_for_auto_renew_off",
        cites=cite("SQ-8", "SQ-11"),
        when=at_period_end & yearly & in_window,
        severity="loss",
    ),
    ConsequenceRow(
        "act_a_day_before_renewal",
        cites=cite("SQ-X3"),
        when=at_period_end,
        on=f.current_period_end,
        deadline=True,
        severity="warning",
    ),
    ConsequenceRow(
        "transaction_fee_9_percent", cites=cite("SQ-6"), when=digital, on=ends_on, severity="loss"
    ),
    ConsequenceRow(
        "video_storage_30_minutes", cites=cite("SQ-6"), when=digital, on=ends_on, severity="loss"
    ),
    ConsequenceRow(
        "member_list_unreachable", cites=cite("SQ-4"), when=digital, on=ends_on, severity="loss"
    ),
    ConsequenceRow(
        "customers_and_subscribers_stay_visible", cites=cite("SQ-4"), when=digital, on=ends_on
    ),
    ConsequenceRow(
        "no_pause_read_here",
        cites=cite("SQ-9", "SQ-10"),
        when=digital & (f.site_status == "active"),
        severity="warning",
    ),
    ConsequenceRow(
        "store_ends",
        cites=cite("SQ-X1"),
        when=website,
        on=ends_on,
        severity="loss",
    ),
    ConsequenceRow("other_subscriptions_go_on", cites=cite("SQ-X1", "SQ-X2"), when=website),
    ConsequenceRow(
        "past_due_site_expires",
        cites=cite("SQ-X4"),
        when=website & (f.status == "past_due"),
        severity="warning",
    ),
    pause("products_paused", "SQ-9", "loss"),
    pause("pricing_plans_stay", "SQ-9", "info"),
    pause("new_visitors_cannot_subscribe", "SQ-9"),
    pause("gated_content_links_hidden", "SQ-9"),
    pause("memberships_shown_inactive", "SQ-9"),
    pause("membership_charges_stop", "SQ-9"),
    pause("pause_ends_memberships_cancelled", "SQ-10", "loss", over=True),
    pause("members_told_by_email", "SQ-10", "info", over=True),
)

PERMISSION = BlockerRow(
    "permission_required",
    when=actor == "contributor",
    cites=cite("SQ-1"),
    remedies=(
        RemedyRow("ask_administrator", "contributor", cites=cite("SQ-1"), as_actor="administrator"),
        RemedyRow(
            "get_billing_permission", "administrator", cites=cite("SQ-1"), as_actor="billing"
        ),
    ),
)

CANCEL = Intent(
    "cancel",
    actors=ACTORS,
    modes=MODES,
    nothing_to_do=(
        Ruling("already_ended", when=f.status.isin("canceled", "expired"), cites=cite("SQ-12")),
        Ruling("auto_renew_already_off", when=~now & ~renews_itself, cites=cite("SQ-8")),
    ),
    blockers=(
        PERMISSION,
        BlockerRow(
            "past_due_auto_renew",
            when=~now & website & (f.status == "past_due"),
            cites=cite("SQ-X4"),
            remedies=(
                RemedyRow(
                    "cancel_immediately", "billing", cites=cite("SQ-X4"), in_mode="immediate"
                ),
                RemedyRow(
                    "pay_past_due", "billing", cites=cite("SQ-X4"), sets={"status": "active"}
                ),
            ),
        ),
        BlockerRow(
            "too_late_for_this_renewal",
            when=~now & (f.current_period_end == ON),
            cites=cite("SQ-X3"),
            remedies=(
                RemedyRow(
                    "cancel_immediately", "billing", cites=cite("SQ-2", "SQ-5"), in_mode="immediate"
                ),
                # any day after this one: once renewed, the switch is in time for the next
                RemedyRow(
                    "let_it_renew_and_switch_off",
                    "billing",
                    cites=cite("SQ-8", "SQ-X3"),
                    sets={"current_period_end": ON + 2},
                ),
            ),
        ),
    ),
    decides=CLOSURE,
    reversible=UNDOING,
    consequences=CONSEQUENCES,
    prepare=steps.prepare(digital),
    steps=steps.cancel(now=now, digital=digital),
    readings=(
        Reading("A-SQ1", at_period_end & yearly & in_window),
        Reading("A-SQ1", yearly & (age == 14), decides=True),
        Reading("A-SQ2", now & yearly & ~in_window, decides=True),
        Reading("A-SQ3", at_period_end & yearly & in_window, decides=True),
        Reading("A-SQ4", digital, decides=True),
        Reading("A-SQ5", paused),
        Reading("A-SQ6", ~now & (f.current_period_end == ON), "blocked", decides=True),
        Reading("A-SQ7", at_period_end),
        Reading("A-SQ8", website),
        Reading("A-SQ9", refunded & took_domain),
    ),
)

RESUMING = table(
    "resuming",
    row(
        "resumed_without_pause",
        when=digital & (f.site_status == "active"),
        **NO_END,
        cites=cite("SQ-12"),
        assumes=["A-SQ4"],
    ),
    row(
        "resumed_in_pause",
        when=f.site_ends_on + 30 > ON,
        **NO_END,
        cites=cite("SQ-12", "SQ-X1"),
        assumes=["A-SQ5"],
    ),
    otherwise("resumed_after_pause", **NO_END, cites=cite("SQ-13"), assumes=["A-SQ5"]),
)
in_pause = RESUMING.decided("resumed_in_pause")

RESUME = Intent(
    "resume",
    actors=ACTORS,
    one_way=cite("SQ-12"),
    nothing_to_do=(
        Ruling(
            "already_running",
            when=f.status.isin("trialing", "active") & renews_itself,
            cites=cite("SQ-12"),
        ),
    ),
    blockers=(PERMISSION,),
    decides=RESUMING,
    reversible=table(
        "resuming_undone",
        otherwise(
            "cancel_again", possible=True, until=None, how="cancel_again", cites=cite("SQ-2")
        ),
    ),
    consequences=(
        ConsequenceRow("all_restored", cites=cite("SQ-12"), when=in_pause, on=ON),
        ConsequenceRow(
            "members_charged_for_pause",
            cites=cite("SQ-12", "SQ-X1"),
            when=in_pause,
            on=ON,
            severity="warning",
        ),
        ConsequenceRow(
            "members_sign_up_again",
            cites=cite("SQ-13"),
            when=RESUMING.decided("resumed_after_pause"),
            on=ON,
            severity="loss",
        ),
    ),
    steps=steps.resume(),
)

EDITIONS = (
    Policy(
        "squarespace",
        Edition("2024-12", in_force=PUBLISHED, published=PUBLISHED, checked=CHECKED),
        (CANCEL, RESUME),
        sources=cite(*cite.ids()),
    ),
)
