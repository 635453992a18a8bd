"""What to ask next: only what can still change the answer."""

from __future__ import annotations

from random import Random

import pytest

from documents import ACCOUNT, ON
from subhub import DocumentError, Hub
from subhub.hub.open_facts import open_facts

HUB = Hub()


def asked(document):
    return [each.fact for each in HUB.open_facts(document, on=ON)]


def test_idle_and_old_is_asked_about_open_invoices_but_no_lock_date():
    known = {
        "platform": "impact",
        "status": "active",
        "started_on": "2026-01-01",
        "locked_actions": 0,
        "pending_actions": 0,
    }
    assert not {"pending_payouts", "last_lock_on"} & set(asked(known))
    assert {"balance", "open_invoices"} <= set(asked(known))


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
        questions = HUB.open_facts(document, on=ON)
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


def test_every_code_has_its_case():
    facts = HUB.open_facts({"platform": "squarespace", "product": "digital_products"}, on=ON)
    codes = [each for each in facts if each.kind == "code"]
    assert {"status", "billing_interval"} <= {each.fact for each in codes}
    for fact in codes:
        assert sorted(v for case in fact.cases for v in case.values) == sorted(fact.options)
