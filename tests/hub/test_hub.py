"""A hub: no state between questions, shared by threads and tasks; answers that travel."""

from __future__ import annotations

import asyncio
import copy
import pickle
import random
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from typing import Any

import pytest
from pydantic import ValidationError

from subhub import Cancellation, Hub
from subhub.errors import (
    DocumentError,
    MissingExtra,
    NotInForce,
    RequestError,
    SubhubError,
    UnknownPlatform,
)  # fmt: skip
from subhub.hub import answer as hub_answer

ON = date(2026, 11, 21)


def documents(count: int) -> list[dict[str, Any]]:
    rng = random.Random(count)
    return [rng.choice((_account, _order, _plan))(rng) for _ in range(count)]


def _account(rng: random.Random) -> dict[str, Any]:
    return {
        "platform": "impact", "product": "starter", "status": "active",
        "started_on": str(ON - timedelta(rng.randint(0, 60))), "card_charged": "30.00 USD",
        "balance": rng.choice(("12.00 USD", None)), "locked_actions": rng.choice((0, 1, None)),
        "pending_actions": rng.choice((0, None)),
    }  # fmt: skip


def _order(rng: random.Random) -> dict[str, Any]:
    return {
        "platform": "expa", "product": rng.choice(("continuing", "download", None)),
        "status": "active", "unpaid_invoices": rng.choice((0, 1, None)), "paid_invoices": 1,
        "current_period_end": rng.choice(("2026-12-10", "2026-11-01", None)),
    }  # fmt: skip


def _plan(rng: random.Random) -> dict[str, Any]:
    return {
        "platform": "squarespace", "product": "digital_products", "status": "active",
        "billing_interval": "year", "price": "216.00 USD",
        "started_on": str(ON - timedelta(rng.randint(0, 30))),
        "site_status": rng.choice(("active", None)),
    }  # fmt: skip


def asked(hub: Hub, document: dict[str, Any]) -> Cancellation:
    return hub.preview(document, on=ON)


def test_eight_threads_get_the_answers_of_one() -> None:
    many = documents(120)
    alone = [asked(Hub(), document) for document in many]
    hub = Hub()
    with ThreadPoolExecutor(8) as pool:
        together = list(pool.map(lambda document: asked(hub, document), many * 3))
    assert together == alone * 3


def test_it_can_be_asked_from_async_code() -> None:
    hub, many = Hub(), documents(40)

    async def ask_all() -> list[Cancellation]:
        here = asked(hub, many[0])  # nothing blocks: a plain call is fine in a task
        there = await asyncio.gather(*(asyncio.to_thread(asked, hub, each) for each in many))
        assert there[0] == here
        return there

    assert asyncio.run(ask_all()) == [asked(hub, each) for each in many]


def test_both_ways_of_deciding_give_the_same_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    many = documents(150)
    monkeypatch.setattr(hub_answer, "PAYS_FROM", 0)
    compiled = [asked(Hub(), document) for document in many]
    monkeypatch.setattr(hub_answer, "PAYS_FROM", len(many))
    assert [asked(Hub(), document) for document in many] == compiled


def test_code_is_generated_only_where_many_are_asked_about() -> None:
    """Writing it takes longer than some dozens of answers; counted in a process of its own."""
    script = """
from subhub import Hub
from subhub.hub.answer import PAYS_FROM
from subhub.policies.engines.python.compiled import compile_intent
hub, document = Hub(), {"platform": "impact", "status": "canceled"}
made = []
for _ in range(PAYS_FROM + 1):
    hub.preview(document, on="2026-11-21")
    made.append(compile_intent.cache_info().currsize)
print(made.index(1), PAYS_FROM)
"""
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    first, pays_from = ran.stdout.split()
    assert first == pays_from


def test_no_question_changes_the_next() -> None:
    hub, many = Hub(), documents(30)
    first = [asked(hub, each) for each in many]
    assert [asked(hub, each) for each in reversed(many)] == first[::-1]


def test_a_document_is_left_as_it_was() -> None:
    document = {"platform": "expa", "invoices": [{"status": "open", "method": "card"}]}
    before = copy.deepcopy(document)
    asked(Hub(), document)
    assert document == before


def test_two_hubs_share_nothing_but_what_is_installed() -> None:
    one, other = Hub(), Hub()
    assert one.registry is not other.registry
    assert not [value for value in vars(one).values() if value in vars(other).values()
                and not isinstance(value, bool)]  # fmt: skip
    assert asked(one, documents(1)[0]) == asked(other, documents(1)[0])


@pytest.mark.parametrize("copied", [
    lambda value: pickle.loads(pickle.dumps(value)),
    copy.deepcopy,
    lambda value: Cancellation.model_validate(value.model_dump()),
])  # fmt: skip
def test_an_answer_travels(copied: Any) -> None:
    for document in documents(30):
        answer = asked(Hub(), document)
        assert copied(answer) == answer


def test_an_answer_still_speaks_after_travelling() -> None:
    answer = asked(Hub(), documents(1)[0])
    for lang in ("en", "ja"):
        again = pickle.loads(pickle.dumps(answer))
        assert Hub().say(again, lang) == Hub().say(answer, lang)


def test_an_answer_does_not_change() -> None:
    answer = asked(Hub(), documents(1)[0])
    with pytest.raises(ValidationError, match="frozen"):
        answer.verdict = "blocked"  # type: ignore[misc]


def test_nothing_in_the_document_of_an_answer_depends_on_the_language_but_sentences() -> None:
    for document in documents(20):
        answer = asked(Hub(), document)
        english, japanese = (
            Hub().say(answer, lang).model_dump(mode="json") for lang in ("en", "ja")
        )
        assert _codes(english) == _codes(japanese)


def _codes(value: Any) -> Any:
    """Everything but the sentences."""
    if isinstance(value, dict):
        return {key: _codes(each) for key, each in value.items() if not _is_sentence(key)}
    return [_codes(each) for each in value] if isinstance(value, list) else value


def _is_sentence(key: str) -> bool:
    return key.endswith(("sentence", "sentences", "page"))


ERRORS = [
    (lambda hub: hub.preview({"platform": "expa", "prize": 1}), DocumentError),
    (lambda hub: hub.preview({"platform": "expa"}, on="soon"), RequestError),
    (lambda hub: hub.preview({"platform": "expa"}, on=ON, actor="me"), RequestError),
    (lambda hub: hub.preview({"platform": "squarespace"}, on="1999-01-01"), NotInForce),
    (lambda hub: hub.preview({"platform": "espa"}), UnknownPlatform),
]


@pytest.mark.parametrize("ask, kind", ERRORS)
def test_errors_travel_with_their_hint(ask: Any, kind: type[SubhubError]) -> None:
    with pytest.raises(kind) as caught:
        ask(Hub())
    again = pickle.loads(pickle.dumps(caught.value))
    assert (type(again), str(again), again.hint, again.code) == (
        kind, str(caught.value), caught.value.hint, caught.value.code,
    )  # fmt: skip
    assert pickle.loads(pickle.dumps(MissingExtra("sql_needs_extra", "sql"))).hint


def test_the_day_is_today_where_the_subscription_lives(monkeypatch: pytest.MonkeyPatch) -> None:
    from subhub.hub import question

    seen = []
    monkeypatch.setattr(question, "today", lambda zone: seen.append(zone) or ON)
    answer = Hub().preview({"platform": "expa", "product": "event"})
    told = Hub().preview({"platform": "expa", "product": "event", "timezone": "Asia/Seoul"})
    assert (answer.on, told.on, seen) == (ON, ON, ["Asia/Tokyo", "Asia/Seoul"])
    assert ("A-TZ" in answer.assumptions, "A-TZ" in told.assumptions) == (True, False)


def test_a_checked_subscription_is_taken_as_well() -> None:
    hub, document = Hub(), documents(5)[3]
    assert hub.preview(hub.subscription(document), on=ON) == hub.preview(document, on=ON)


@pytest.mark.parametrize("document", ["hello", None, 3, ["platform"]])
def test_what_is_no_document_is_refused(document):
    with pytest.raises(DocumentError, match="is not a document"):
        Hub().preview(document)
