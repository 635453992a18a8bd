"""A request: built once, hashed, stored, sent, and the same on the other side."""

from __future__ import annotations

import copy
import pickle
from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from subhub import DocumentError, Hub, Request, RequestError

DOCUMENT = {
    "platform": "expa", "product": "continuing", "status": "active",
    "invoices": [{"id": "a", "amount": "9800 JPY", "status": "open", "method": "card"}],
    "magazine": {"registered_at": "2026-11-01T10:00:00+09:00",
                 "steps": [{"name": "one", "after_days": 1, "at": "19:00"}]},
    "started_on": "2026-01-10",
}  # fmt: skip
OPTIONS = {"intent": "cancel", "actor": "seller", "on": "2026-11-21", "policy_as_of": "2026-11-20"}


@pytest.fixture(params=["mapping", "subscription"])
def asked(request: pytest.FixtureRequest) -> Request:
    document: Any = DOCUMENT
    if request.param == "subscription":
        document = Hub().subscription(DOCUMENT)
    return Request(document=document, **OPTIONS)


def test_it_comes_back_from_json_as_it_was(asked: Request) -> None:
    again = Request.model_validate_json(asked.model_dump_json())
    assert again == asked and hash(again) == hash(asked)
    assert Request.model_validate(asked.model_dump()) == asked


def test_it_is_answered_alike_before_and_after(asked: Request) -> None:
    again = Request.model_validate_json(asked.model_dump_json())
    hub = Hub()
    assert hub.preview(again) == hub.preview(asked) == hub.preview(DOCUMENT, **OPTIONS)


def test_it_travels_and_does_not_change(asked: Request) -> None:
    assert pickle.loads(pickle.dumps(asked)) == asked == copy.deepcopy(asked)
    assert len({asked, copy.deepcopy(asked)}) == 1
    with pytest.raises(ValidationError, match="frozen"):
        asked.mode = "immediate"  # type: ignore[misc]


def test_another_day_is_another_request(asked: Request) -> None:
    other = asked.model_copy(update={"on": date(2026, 11, 22)})
    assert other != asked and len({other, asked}) == 2
    assert asked != asked.document


def test_the_block_of_a_document_fills_in_what_is_not_given() -> None:
    block = {"intent": "resume", "actor": "billing", "on": date(2026, 11, 21)}
    document = {"platform": "squarespace", "request": block}
    made = Request(document=document, actor="administrator", intent=None)
    assert (made.intent, made.actor, made.on) == ("resume", "administrator", date(2026, 11, 21))
    assert dict(made.document) == {"platform": "squarespace"}
    assert "request" in document, "the document given is left as it was"
    assert Request(document={"platform": "expa", "request": None}).intent == "cancel"


@pytest.mark.parametrize(
    ("block", "field", "said"),
    [
        ({"mod": "immediate"}, "request.mod", "`mode`"),
        ({"on": "soon"}, "request.on", "`soon`"),
        ({"on": "2026-11-21T10:00:00Z"}, "request.on", "2026-11-21"),
        ({"actor": 3}, "request.actor", "`3`"),
        (["cancel"], "request", "mapping"),
        ("cancel", "request", "mapping"),
    ],
)
def test_a_block_that_cannot_be_used_is_named(block: Any, field: str, said: str) -> None:
    with pytest.raises(DocumentError) as caught:
        Request(document={"platform": "expa", "request": block})
    (problem,) = caught.value.problems
    assert problem.field == field
    assert said in str(problem)


@pytest.mark.parametrize("given", [{"on": "soon"}, {"policy_as_of": "2026-13-01"}, {"intent": 3}])
def test_what_cannot_be_asked_for_is_an_error_when_it_is_built(given: dict[str, Any]) -> None:
    with pytest.raises(RequestError):
        Request(document=DOCUMENT, **given)


@pytest.mark.parametrize("document", [None, 5, "expa", [DOCUMENT]])
def test_what_is_no_document_is_an_error(document: Any) -> None:
    with pytest.raises(DocumentError, match="is not a document"):
        Request(document=document)


def test_its_schema_says_what_can_be_sent() -> None:
    schema = Request.model_json_schema()
    assert set(schema["properties"]) == {"document", "intent", "mode", "actor", "on",
                                         "policy_as_of"}  # fmt: skip
    assert schema["required"] == ["document"]
