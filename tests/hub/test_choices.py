"""Which way, which day, what to ask, and how to get unblocked: each from the same rules."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import pytest

from subhub import DocumentError, Hub, RequestError
from subhub.hub.questions import open_facts
from subhub.model.choices import GOALS

ON = "2026-11-21"
HUB = Hub()
PLAN = {
    "platform": "squarespace",
    "id": "dp",
    "product": "digital_products",
    "status": "active",
    "billing_interval": "year",
    "price": "216.00 USD",
    "started_on": "2026-11-12",
    "current_period_end": "2027-11-12",
    "auto_renew": True,
    "site_status": "active",
}
OLD_PLAN = PLAN | {"started_on": "2025-11-12"}
ACCOUNT = {
    "platform": "impact",
    "id": "acct",
    "status": "active",
    "started_on": "2026-11-01",
    "trial_ends_on": "2026-11-05",
    "card_charged": "100.00 USD",
    "partner_costs": "5.00 USD",
    "locked_actions": 0,
    "pending_actions": 0,
    "balance": "60.00 USD",
    "open_invoices": "10.00 USD",
    "pending_payouts": "0.00 USD",
    "active_contracts": 1,
}
UNPAID = {
    "platform": "expa",
    "id": "ex",
    "product": "continuing",
    "status": "active",
    "current_period_end": "2026-12-01",
    "invoices": [{"status": "open", "method": "card"}],
}


# ---- compare ------------------------------------------------------------------------------


def test_auto_renew_off_inside_the_window_forgoes_the_refund():
    made = HUB.compare(PLAN, on=ON)
    by_name = {way.name: way for way in made.ways}
    forgone = {each.code: each for each in by_name["cancel period_end"].forgoes}
    assert str(forgone["refund"].money) == "216.00 USD"
    assert forgone["refund"].against == "cancel immediate"
    assert "SQ-11" in forgone["refund"].rules
    kept = {each.code: each for each in by_name["cancel period_end"].gains}
    assert kept["access"].days == 356


def test_after_the_window_no_money_is_between_the_two():
    made = HUB.compare(OLD_PLAN, on=ON)
    assert all(each.code != "refund" for way in made.ways for each in (*way.gains, *way.forgoes))


def test_every_intent_and_mode_is_there():
    assert [way.name for way in HUB.compare(PLAN, on=ON).ways] == [
        "cancel immediate",
        "cancel period_end",
        "resume",
    ]


# ---- best day -----------------------------------------------------------------------------


def test_refund_until_the_fourteenth_day():
    advice = HUB.advise(PLAN, goal="refund", on=ON)
    assert (advice.mode, advice.on, advice.last_day) == (
        "immediate",
        date(2026, 11, 21),
        date(2026, 11, 26),
    )
    assert advice.missed is not None and advice.missed.outcome == "ended_now"
    assert advice.act_by == date(2027, 11, 11)


def test_access_is_longest_by_letting_it_expire():
    advice = HUB.advise(PLAN, goal="access", on=ON)
    assert (advice.mode, advice.answer.access_until) == ("period_end", date(2027, 11, 12))
    assert advice.last_day == date(2027, 11, 11)


def test_soonest_is_today_and_now():
    advice = HUB.advise(PLAN, goal="soonest", on=ON)
    assert (advice.mode, advice.on, advice.answer.ends_on) == (
        "immediate",
        date(2026, 11, 21),
        date(2026, 11, 21),
    )


def test_no_renewal_has_the_day_before_the_charge_as_deadline_and_a_tie():
    advice = HUB.advise(PLAN, goal="no-renewal", on=ON)
    assert advice.last_day == date(2027, 11, 11)
    assert {advice.mode, *advice.ties} == {"immediate", "period_end"}


@pytest.mark.parametrize("goal", ["no-renewal", "access"])
def test_without_the_day_of_the_next_charge_only_today_is_certain(goal):
    unsure = {key: value for key, value in ACCOUNT.items() if key != "current_period_end"}
    advice = HUB.advise(unsure, goal=goal, on=ON)
    assert (advice.on, advice.last_day) == (date(2026, 11, 21), date(2026, 11, 21))
    assert "current_period_end" in advice.needs


def test_on_the_renewal_day_the_next_one_is_not_known():
    advice = HUB.advise(PLAN | {"current_period_end": ON}, goal="no-renewal", on=ON)
    assert advice.last_day == date(2026, 11, 21)
    assert "current_period_end" in advice.needs


def test_a_trial_that_was_never_charged_is_left_before_it_ends():
    trial = ACCOUNT | {
        "card_charged": "0.00 USD",
        "partner_costs": "0.00 USD",
        "trial_ends_on": "2026-11-24",
    }
    advice = HUB.advise(trial, goal="no-renewal", on=ON)
    assert (advice.charge_on, advice.last_day) == (date(2026, 11, 25), date(2026, 11, 24))
    days = {each.code: each.day for each in HUB.agenda([trial], on=ON).deadlines}
    assert days["act_before_charge"] == date(2026, 11, 24)


def test_no_refund_to_be_had_is_an_answer():
    advice = HUB.advise(OLD_PLAN, goal="refund", on=ON)
    assert not advice.reachable and advice.on is None and advice.needs == ()


def test_blocked_all_along_is_not_reachable():
    assert not HUB.advise(UNPAID, goal="soonest", on=ON).reachable


def test_missing_facts_are_named():
    unsure = {key: value for key, value in PLAN.items() if key != "started_on"}
    assert "started_on" in HUB.advise(unsure, goal="refund", on=ON).needs


def test_balance_does_not_run_away_so_waiting_makes_no_difference():
    settled = ACCOUNT | {"started_on": "2026-01-01", "trial_ends_on": "2026-01-20"}
    assert HUB.advise(settled, goal="refund", on=ON).no_difference


@pytest.mark.parametrize("goal", GOALS)
@pytest.mark.parametrize("document", [PLAN, OLD_PLAN, ACCOUNT])
def test_no_single_day_does_better_than_the_best(goal, document):
    advice = HUB.advise(document, goal=goal, on=ON, by="2027-02-01")
    assert advice.answer is not None or goal == "refund"
    rng = Random(3)
    for _ in range(12):
        day = date(2026, 11, 21) + timedelta(rng.randrange(72))
        after_charge = day > (advice.act_by or advice.since)
        if goal in ("access", "no-renewal") and after_charge:
            continue  # a charge comes first, or may come
        for mode in ("immediate", "period_end") if "dp" in document["id"] else (None,):
            other = HUB.preview(document, on=day, mode=mode)
            assert not better(other, advice.answer, goal), (day, mode)


def better(other, best, goal) -> bool:
    if best is None:
        return goal == "refund" and bool(other.refund.amount and other.refund.amount.amount > 0)
    if goal == "refund":
        return bool(other.refund.amount) and other.refund.amount > best.refund.amount
    if goal == "access":
        return other.access_until > best.access_until
    return goal == "soonest" and other.ends_on < best.ends_on


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ({"goal": "fun"}, "goal: `fun`"),
        ({"goal": "refund", "by": "2020-01-01"}, "by: `2020"),
    ],
)
def test_bad_requests_name_what_is_wrong(asked, named):
    with pytest.raises(RequestError, match=named):
        HUB.advise(PLAN, on=ON, **asked)


# ---- what to ask ---------------------------------------------------------------------------


def asked(document):
    return [each.fact for each in HUB.questions(document, on=ON)]


def test_idle_and_old_is_never_asked_about_invoices():
    known = {
        "platform": "impact",
        "status": "active",
        "started_on": "2026-01-01",
        "locked_actions": 0,
        "pending_actions": 0,
    }
    assert not {"open_invoices", "pending_payouts", "last_lock_on"} & set(asked(known))
    assert "balance" in asked(known)


def test_the_first_question_can_decide_the_verdict():
    assert asked({"platform": "impact"})[0] == "status"


def test_nothing_is_asked_where_all_is_settled():
    assert asked(ACCOUNT) == []


@pytest.mark.parametrize("platform", HUB.registry.platforms())
def test_answering_one_question_after_another_settles_everything(platform):
    """Only questions that are asked are answered, and then nothing is unknown."""
    rng = Random(11)
    finished = 0
    for _ in range(25):
        document = interview(platform, rng)
        if document is not None:
            finished += 1
            assert HUB.preview(document, on=ON).unknown == {}
    assert finished >= 5


def interview(platform, rng):
    """Answer what is asked until nothing is; None where two answers contradict each other."""
    document = {"platform": platform}
    for _ in range(30):
        questions = HUB.questions(document, on=ON)
        if not questions:
            return document
        first = questions[0]
        value = rng.choice(rng.choice(first.cases).values)
        document[first.fact] = str(value) if first.kind in ("day", "money") else value
        try:
            HUB.subscription(document)
        except DocumentError:
            return None
    return pytest.fail(f"still asking after thirty answers: {document}")


def test_cases_tell_where_each_answer_leads():
    question = HUB.question(
        {
            "platform": "expa",
            "product": "continuing",
            "status": "active",
            "current_period_end": "2026-12-01",
        },
        on=ON,
    )
    (only,) = open_facts(question)
    assert only.fact == "unpaid_invoices"
    assert {case.verdict for case in only.cases} == {"allowed", "blocked"}


# ---- ways out ------------------------------------------------------------------------------


def moves(found):
    return [[move.code for move in each.moves] for each in found]


def test_every_smallest_way_out_is_found_and_verified():
    found = HUB.unblock(UNPAID, on=ON)
    assert moves(found) == [
        ["fix_card"],
        ["register_other_card"],
        ["ask_seller_to_withdraw"],
        ["other_actor"],
    ]
    assert {each.answer.verdict for each in found} == {"allowed"}


def test_two_kinds_of_debt_take_two_payments_or_one_favour():
    both = UNPAID | {
        "invoices": [
            {"status": "open", "method": "card"},
            {"status": "transfer_pending", "method": "bank_transfer"},
        ]
    }
    assert moves(HUB.unblock(both, on=ON)) == [["ask_seller_to_withdraw"], ["other_actor"]]


def test_a_stated_goal_is_reached_by_another_mode():
    found = HUB.unblock(
        PLAN,
        on=ON,
        mode="period_end",
        wanted=lambda answer: answer.refund is not None and answer.refund.kind == "full",
    )
    assert [(m.code, m.mode) for each in found for m in each.moves] == [("other_mode", "immediate")]


def test_nothing_to_change_where_it_is_allowed():
    assert moves(HUB.unblock(PLAN, on=ON)) == [[]]


def test_settled_orders_have_no_way_out():
    settled = {
        "platform": "expa",
        "product": "download",
        "status": "active",
        "unpaid_invoices": 0,
        "paid_invoices": 2,
    }
    assert HUB.unblock(settled, on=ON) == ()


def test_what_a_remedy_does_is_not_offered_twice():
    past_due = {
        "platform": "squarespace",
        "product": "website",
        "status": "past_due",
        "auto_renew": True,
    }
    assert moves(HUB.unblock(past_due, on=ON, mode="period_end")) == [
        ["cancel_immediately"],
        ["pay_past_due"],
    ]


@pytest.mark.parametrize("document", ["hello", None, 3, ["platform"]])
def test_what_is_no_document_is_refused(document):
    with pytest.raises(DocumentError, match="is no document"):
        HUB.preview(document)


# ---- agenda --------------------------------------------------------------------------------

SITE = {
    "platform": "squarespace",
    "id": "site",
    "product": "website",
    "status": "active",
    "billing_interval": "month",
    "current_period_end": "2026-12-05",
    "auto_renew": True,
}


def test_sums_order_and_deadlines_of_many():
    made = HUB.agenda([PLAN | {"depends_on": ["site"]}, SITE, ACCOUNT, UNPAID], on=ON)
    assert {currency: str(total) for currency, total in made.refundable.items()} == {
        "USD": "316.00 USD"
    }
    assert made.order.index("dp") < made.order.index("site")
    assert [(each.subscription, each.on) for each in made.warnings] == [("dp", "site")]
    assert list(made.deadlines) == sorted(made.deadlines, key=lambda each: each.day)
    acts = {(each.subscription, each.code): each.day for each in made.deadlines if each.action}
    assert acts["dp", "refund_window_closes"] == date(2026, 11, 26)
    assert acts["site", "act_before_charge"] == date(2026, 12, 4)
    assert acts["acct", "full_refund_ends"] == date(2026, 11, 30)


def test_a_circle_is_shown():
    with pytest.raises(DocumentError, match=r"circle: (dp → site → dp|site → dp → site)"):
        HUB.agenda([PLAN | {"depends_on": ["site"]}, SITE | {"depends_on": ["dp"]}], on=ON)


def test_a_dependency_nobody_has_is_named():
    with pytest.raises(DocumentError, match="`dp` depends on `nope`"):
        HUB.agenda([PLAN | {"depends_on": ["nope"]}], on=ON)
