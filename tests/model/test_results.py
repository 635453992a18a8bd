"""Every result: frozen to the bottom, hashable, a traveller, the same keys in every dump."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from subhub import Hub
from subhub.model.cancellation import Cancellation
from subhub.model.frozen import FrozenDict
from subhub.model.money import Money
from subhub.model.part import Part
from subhub.model.timeline import Timeline
from subhub.model.value import told

HUB, ON = Hub(), "2026-11-21"
COURSE = {
    "platform": "squarespace", "id": "course", "product": "digital_products", "status": "active",
    "billing_interval": "year", "price": "216.00 USD", "started_on": "2026-11-10",
    "current_period_end": "2027-11-10", "auto_renew": True,
}  # fmt: skip
BOOK_CLUB = {"platform": "expa", "id": "club", "product": "continuing", "status": "active",
             "unpaid_invoices": 1}  # fmt: skip
SPARSE = {"platform": "impact", "status": "active", "card_charged": "30.00 USD"}
MADE: dict[str, Any] = {
    "answer": HUB.preview(COURSE, on=ON),
    "blocked": HUB.preview(BOOK_CLUB, on=ON),
    "unknown": HUB.preview(SPARSE, on=ON),
    "spoken": HUB.say(HUB.preview(SPARSE, on=ON), "ja"),
    "not offered": HUB.preview(COURSE, on=ON, intent="stop_sales"),
    "timeline": HUB.timeline(COURSE, since=ON),
    "comparison": HUB.compare(COURSE, on=ON),
    "advice": HUB.advise(COURSE, goal="refund", on=ON),
    "agenda": HUB.agenda([COURSE, BOOK_CLUB, SPARSE], on=ON),
    "questions": HUB.open_facts(SPARSE, on=ON),
    "explanation": HUB.explain(COURSE, on=ON),
    "ways out": HUB.unblock(BOOK_CLUB, on=ON),
    "spoken timeline": HUB.say(HUB.timeline(COURSE, since=ON)),
}
made = pytest.mark.parametrize("name", MADE)


def parts(value: Any) -> list[Part]:
    """Every part of a result, itself included."""
    if isinstance(value, Part):
        return [value, *(each for _, inner in vars(value).items() for each in parts(inner))]
    if isinstance(value, Mapping):
        return [each for inner in value.values() for each in parts(inner)]
    return [each for inner in value for each in parts(inner)] if isinstance(value, tuple) else []


def keys(dump: Any) -> Any:
    """The keys of a dump, however deep, without the values."""
    if isinstance(dump, dict):
        return {key: keys(value) for key, value in dump.items()}
    return [keys(each) for each in dump] if isinstance(dump, list | tuple) else None


@made
def test_it_can_be_hashed_and_equal_ones_are_one(name: str) -> None:
    value = MADE[name]
    assert len({value, copy.deepcopy(value), pickle.loads(pickle.dumps(value))}) == 1
    assert parts(value)


@made
def test_no_part_of_it_can_be_changed(name: str) -> None:
    for part in parts(MADE[name]):
        for field, value in vars(part).items():
            assert not isinstance(value, list | dict | set), (type(part), field)
            with pytest.raises(ValidationError, match="frozen"):
                setattr(part, field, None)


@made
def test_its_dumps_have_the_same_keys(name: str) -> None:
    for part in parts(MADE[name]):
        assert keys(part.model_dump()) == keys(part.model_dump(mode="json"))


@made
def test_it_comes_back_from_a_dump_and_from_json(name: str) -> None:
    value = MADE[name]
    for each in value if isinstance(value, tuple) else (value,):
        assert type(each).model_validate(each.model_dump()) == each
        assert type(each).model_validate_json(each.model_dump_json()) == each


@made
def test_nothing_is_hidden_beside_its_fields(name: str) -> None:
    for part in parts(MADE[name]):
        assert not part.__private_attributes__
        assert vars(part).keys() == type(part).model_fields.keys()


def test_its_schema_names_every_key() -> None:
    schema = Cancellation.model_json_schema(mode="serialization")
    assert schema["required"] == list(Cancellation.model_fields)
    assert schema["properties"]["unknown"]["additionalProperties"]["type"] == "array"


def test_a_timeline_is_a_sequence_of_its_spans() -> None:
    timeline = MADE["timeline"]
    assert isinstance(timeline, Timeline) and isinstance(timeline, Sequence)
    assert len(timeline) == len(timeline.spans) > 1
    assert list(timeline) == list(timeline.spans) == list(reversed(list(reversed(timeline))))
    assert (timeline[0], timeline[-1]) == (timeline.spans[0], timeline.spans[-1])
    assert timeline[1:] == timeline.spans[1:]
    assert timeline.spans[1] in timeline and timeline.index(timeline.spans[1]) == 1
    assert MADE["answer"] not in timeline
    with pytest.raises(IndexError):
        timeline[len(timeline)]


def test_a_frozen_mapping() -> None:
    one = FrozenDict({"a": 1, "b": 2})
    assert one == {"b": 2, "a": 1} == dict(one)
    assert (len(one), "a" in one, one.get("c"), list(one)) == (2, True, None, ["a", "b"])
    assert hash(one) == hash(FrozenDict({"b": 2, "a": 1}))
    assert repr(one) == "FrozenDict({'a': 1, 'b': 2})"
    for change in (
        lambda: one.__setitem__("a", 2),  # type: ignore[attr-defined]
        lambda: one.__delitem__("a"),  # type: ignore[attr-defined]
        lambda: setattr(one, "_items", {}),
        lambda: one.update(a=2),  # type: ignore[attr-defined]
    ):
        with pytest.raises(AttributeError):
            change()
    with pytest.raises(TypeError):
        MADE["answer"].unknown["x"] = ()


def test_a_frozen_mapping_does_not_follow_what_it_was_made_of() -> None:
    source = {"a": 1}
    one = FrozenDict(source)
    source["a"] = 2
    assert one["a"] == 1


def test_an_answer_tells_the_single_facts_it_was_given() -> None:
    facts = MADE["answer"].facts
    assert facts["price"] == Money(Decimal("216.00"), "USD")
    assert facts["started_on"] == date(2026, 11, 10)
    assert facts["auto_renew"] is True
    assert {"platform", "id", "site_status"}.isdisjoint(facts)
    assert told({"a": None, "b": (1,), "c": timedelta(1), "d": 0, "e": False}) == {
        "d": 0,
        "e": False,
    }
    assert (MADE["answer"].timezone, MADE["blocked"].timezone) == ("America/New_York", "Asia/Tokyo")


def test_facts_come_back_from_json_as_what_they_were() -> None:
    answer = MADE["answer"]
    back = Cancellation.model_validate_json(answer.model_dump_json())
    assert {name: type(value) for name, value in back.facts.items()} == {
        name: type(value) for name, value in answer.facts.items()
    }
