"""A stranger's adapter in forty lines, handed to the hub, is answered like the built-in ones."""

from __future__ import annotations

import random
from datetime import date
from typing import Literal

import pytest

from subhub import Hub, Subscription, UnknownPlatform
from subhub.errors import AdapterConflict, DocumentError, RequestError
from subhub.plugin import Adapter, Bool, Count
from subhub.policies import (
    NO_REFUND,
    ON,
    BlockerRow,
    ConsequenceRow,
    Edition,
    Intent,
    Library,
    Policy,
    RefundTerms,
    RemedyRow,
    Source,
    StepRow,
    facts,
    otherwise,
    row,
    table,
)
from subhub.testing import check_generated


class Membership(Subscription):
    default_timezone = "Europe/Berlin"
    platform: Literal["gym"]
    months_paid: Count | None = None
    doctor_s_note: Bool | None = None


f = facts(Membership)
cite = Library(
    Source("Terms", "Gym", "https://gym.example/terms", date(2026, 1, 1),
           {"G-1": "Ending", "G-2": "Minimum term", "G-3": "Illness"})
)  # fmt: skip
ENDING = table(
    "ending",
    row("ended_ill", when=f.doctor_s_note, ends_on=ON, access_until=ON, billing_stops_on=ON,
        refund=RefundTerms("full", amount=f.price), cites=cite("G-3")),
    otherwise("ended", ends_on=ON + 30, access_until=ON + 30, billing_stops_on=ON + 30,
              refund=NO_REFUND, cites=cite("G-1")),
)  # fmt: skip
TERM = BlockerRow(
    "minimum_term", when=(f.months_paid < 12) & ~f.doctor_s_note, cites=cite("G-2"),
    remedies=(
        RemedyRow("bring_a_note", "member", cites=cite("G-3"), sets={"doctor_s_note": True}),
    ),
)  # fmt: skip
CANCEL = Intent(
    "cancel", ("member",), ENDING,
    table("coming_back",
          otherwise("join", possible=True, until=None, how="join", cites=cite("G-1"))),
    one_way=cite("G-1"), blockers=(TERM,),
    consequences=(ConsequenceRow("card_stops", cites=cite("G-1"), on=ENDING["access_until"]),),
    steps=(StepRow("write_to_the_gym", cites=cite("G-1"), actor="member", where="post",
                   channel="mail"),),
)  # fmt: skip


class Gym(Adapter):
    platform = "gym"
    title = "Gym"

    def subscription(self) -> type[Subscription]:
        return Membership

    def editions(self) -> tuple[Policy, ...]:
        edition = Edition("2026", date(2026, 1, 1), None, date(2026, 1, 1))
        return (Policy("gym", edition, (CANCEL,), cite(*cite.ids())),)


HUB = Hub(adapters=[Gym()])
TODAY = date(2026, 11, 21)


def test_it_is_answered() -> None:
    answer = HUB.preview({"platform": "gym", "months_paid": 14, "doctor_s_note": False}, on=TODAY)
    assert (answer.verdict, answer.outcome, answer.actor) == ("allowed", "ended", "member")
    assert answer.ends_on == date(2026, 12, 21)
    assert [rule.id for rule in answer.rules] == ["G-1"]
    assert [step.code for step in answer.steps] == ["write_to_the_gym"]


def test_its_answers_are_written_with_codes_where_it_brings_no_words() -> None:
    answer = HUB.preview({"platform": "gym", "months_paid": 14, "doctor_s_note": False}, on=TODAY)
    for lang in ("en", "ja"):
        dump = HUB.say(answer, lang).model_dump(mode="json")
        assert (dump["outcome"], dump["ends_on"]) == ("ended", "2026-12-21")


def test_its_blockers_have_remedies() -> None:
    answer = HUB.preview({"platform": "gym", "months_paid": 3, "doctor_s_note": False}, on=TODAY)
    (blocker,) = answer.blockers
    assert answer.verdict == "blocked"
    assert [(each.code, each.then) for each in blocker.remedies] == [("bring_a_note", "allowed")]


def test_its_unknowns_are_exact() -> None:
    answer = HUB.preview({"platform": "gym", "doctor_s_note": True}, on=TODAY)
    assert (answer.verdict, answer.outcome) == ("allowed", "ended_ill")
    assert answer.unknown == {"refund.amount": ("price",)}
    open_ = HUB.preview({"platform": "gym", "months_paid": 12, "price": "20 EUR"}, on=TODAY)
    assert open_.verdict == "allowed"
    assert set(open_.unknown.values()) == {("doctor_s_note",)}


def test_its_generated_code_agrees() -> None:
    rng = random.Random(0)
    for _ in range(200):
        told = {
            "months_paid": rng.choice((None, 0, 11, 12)), "price": None,
            "doctor_s_note": rng.choice((None, True, False)),
        }  # fmt: skip
        request = {"on": TODAY, "mode": "none", "actor": "member"}
        check_generated(CANCEL, told | request)


def test_its_documents_are_checked() -> None:
    with pytest.raises(DocumentError, match="unknown key `month_paid`"):
        HUB.preview({"platform": "gym", "month_paid": 3}, on=TODAY)
    with pytest.raises(RequestError, match="actor: `owner` is not known"):
        HUB.preview({"platform": "gym"}, on=TODAY, actor="owner")


def test_given_adapters_stand_alone_and_do_not_meet() -> None:
    with pytest.raises(UnknownPlatform):
        HUB.preview({"platform": "impact"}, on=TODAY)
    with pytest.raises(AdapterConflict, match="both claim the platform `gym`"):
        Hub(adapters=[Gym(), Gym()])
    assert Hub().preview({"platform": "expa", "product": "event"}, on=TODAY).verdict
