"""Calendars, parsed back."""

from __future__ import annotations

import sys
from datetime import date, timedelta

import pytest
from icalendar import Calendar

from subhub import Hub
from subhub.errors import MissingExtra
from subhub.render.ics import Event, calendar, of_advice, of_answers, of_timelines
from subhub.words import LANGUAGES, words

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
}
ACCOUNT = {
    "platform": "impact",
    "id": "acct",
    "status": "active",
    "started_on": "2026-03-02",
    "trial_ends_on": "2026-03-31",
    "locked_actions": 2,
    "pending_actions": 3,
    "last_lock_on": "2027-01-02",
    "balance": "620.00 USD",
    "open_invoices": "0.00 USD",
    "pending_payouts": "0.00 USD",
}


def made(document, *, on=ON, lang="en") -> bytes:
    question = HUB.question(document, on=on)
    said = words(lang, question.adapter, "subhub.render")
    return of_answers([(HUB.answer(question), HUB.deadlines(question), said)], "mine")


def events(content: bytes):
    return Calendar.from_ical(content).walk("VEVENT")


def days(content: bytes) -> dict[date, str]:
    return {each.decoded("dtstart"): str(each["summary"]) for each in events(content)}


def test_due_dates_of_an_answer_are_all_day_events():
    found = days(made(ACCOUNT))
    assert found == {
        date(2027, 1, 2): "acct: If done on 21 Nov 2026 (cancel): The subscription ends.",
        date(2027, 1, 15): "acct: If done on 21 Nov 2026 (cancel): The refund is due.",
    }
    first = events(made(ACCOUNT))[0]
    assert first.decoded("dtend") - first.decoded("dtstart") == timedelta(days=1)
    assert "VALUE=DATE:20270102" in made(ACCOUNT).decode()


def test_the_summary_speaks_the_language():
    found = days(made(ACCOUNT, lang="ja"))
    assert found[date(2027, 1, 15)] == "acct:2026年11月21日に手続きした場合(解約):返金の期日です。"


def test_deadlines_ring_three_days_before_and_other_days_only_then():
    by_day = {each.decoded("dtstart"): each for each in events(made(PLAN))}
    window = by_day[date(2026, 11, 26)]
    rings = [alarm.decoded("trigger") for alarm in window.walk("VALARM")]
    assert rings == [timedelta(days=-3, hours=9), timedelta(hours=9)]
    ends = by_day[date(2026, 11, 21)]
    assert ends.walk("VALARM") == []  # nobody has to be told on the day it is done
    later = events(made(ACCOUNT))[0]
    assert [a.decoded("trigger") for a in later.walk("VALARM")] == [timedelta(hours=9)]
    assert window["categories"].to_ical() != ends["categories"].to_ical()


def test_importing_a_later_answer_moves_events_and_adds_none():
    before = {str(each["uid"]) for each in events(made(ACCOUNT))}
    later = made(ACCOUNT | {"last_lock_on": "2027-02-01"}, on="2026-12-01")
    assert {str(each["uid"]) for each in events(later)} == before
    assert date(2027, 2, 1) in days(later)
    stamps = {each.decoded("dtstamp").date() for each in events(later)}
    assert stamps == {date(2026, 12, 1)}


def test_the_same_answer_gives_the_same_bytes():
    assert made(PLAN) == made(PLAN)


def test_names_are_unique_even_where_one_code_has_two_days():
    said = words("en", None, "subhub.render")
    who = ("somewhere", "x")
    twice = [Event(date(2026, 12, day), who, "mail", f"mail {day}") for day in (1, 2)]
    found = events(calendar(twice, date(2026, 11, 21), said, "mine"))
    assert len({str(each["uid"]) for each in found}) == 2


def test_two_subscriptions_do_not_share_events():
    one, other = made(ACCOUNT), made(ACCOUNT | {"id": "second"})
    assert not {str(e["uid"]) for e in events(one)} & {str(e["uid"]) for e in events(other)}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_timeline_has_the_days_to_act_by_and_the_edges(lang):
    adapter = HUB.registry.adapter("squarespace")
    subscription = HUB.subscription(PLAN)
    timelines = [HUB.timeline(PLAN, since=ON, mode=m) for m in ("immediate", "period_end")]
    said = words(lang, adapter, "subhub.render")
    found = days(of_timelines(timelines, subscription.next_charge, said, adapter.title))
    # the last day of the window, the day from which nothing comes back, the day before the charge
    # the renewal day, too late for the switch, and the day after it, of which nothing is known
    assert set(found) == {
        date(2026, 11, 26), date(2026, 11, 27), date(2027, 11, 11), date(2027, 11, 12),
        date(2027, 11, 13),
    }  # fmt: skip


def test_what_follows_is_no_fact_before_it_is_done():
    assert {str(each.get("status")) for each in events(made(ACCOUNT))} == {"TENTATIVE"}


@pytest.mark.parametrize(
    ("lang", "on", "said"),
    [
        ("en", ON, "Decide by 26 Nov 2026: cancel dp for 216.00 USD back"),
        ("en", "2026-11-26", "Decide by today: cancel dp for 216.00 USD back"),
        ("ja", ON, "2026年11月26日までに判断:dpの解約(216.00 USDの返金あり)"),
    ],
)
def test_a_day_to_decide_by_says_what_for_and_how_to_begin(lang, on, said):
    window = next(e for e in events(made(PLAN, on=on, lang=lang)) if str(e["summary"]) == said)
    assert window.decoded("dtstart") == date(2026, 11, 26)
    told = str(window["description"])
    assert "1. " in told and "2. " in told
    assert "https://support.squarespace.com/" in told
    assert window.get("status") is None


def test_a_day_before_a_charge_names_the_charge():
    found = days(made(ACCOUNT | {"current_period_end": "2026-12-05"}))
    assert found[date(2026, 12, 4)] == (
        "Decide by 4 Dec 2026: cancel acct before the charge of 5 Dec 2026"
    )


def test_decisions_of_many_are_all_there_is_in_an_agenda():
    agenda = HUB.agenda([PLAN, ACCOUNT], on=ON)
    plan = agenda.answers[0]
    said = words("en", HUB.registry.adapter("squarespace"), "subhub.render")
    mine = [each for each in agenda.deadlines if each.subscription == "dp"]
    found = days(of_answers([(plan, mine, said)], "mine", decide=True))
    assert found == {
        date(2026, 11, 26): "Decide by 26 Nov 2026: cancel dp for 216.00 USD back",
        date(2027, 11, 11): "Decide by 11 Nov 2027: cancel dp before the charge of 12 Nov 2027",
    }


def test_a_decision_that_is_only_possible_is_tentative():
    unsure = {**PLAN, "started_on": None, "auto_renew": None}
    question = HUB.question(unsure, on=ON, mode="period_end")
    answer = HUB.answer(question)
    assert answer.verdict == "unknown"
    said = words("en", question.adapter, "subhub.render")
    found = events(of_answers([(answer, HUB.deadlines(question), said)], "mine", decide=True))
    assert found and {str(each.get("status")) for each in found} == {"TENTATIVE"}
    assert "not certain yet" in str(found[0]["description"])


def test_the_best_day_is_the_only_event():
    said = words("en", HUB.registry.adapter("squarespace"), "subhub.render")
    advice = HUB.advise(PLAN, goal="refund", on=ON)
    (best,) = events(of_advice(advice, said, "Squarespace"))
    assert best.decoded("dtstart") == date(2026, 11, 26)
    assert str(best["summary"]) == "Decide by 26 Nov 2026: cancel dp for 216.00 USD back"
    assert "Last day to get the largest refund" in str(best["description"])
    none = HUB.advise(PLAN | {"started_on": "2025-01-01"}, goal="refund", on=ON)
    assert events(of_advice(none, said, "Squarespace")) == []


def test_without_icalendar_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "icalendar", None)
    with pytest.raises(MissingExtra, match="calendar") as raised:
        made(PLAN)
    assert raised.value.hint.startswith("pip install 'subhub-cancel[calendar]', or in a checkout")
