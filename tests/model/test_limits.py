"""Limits: one mistake each, with field, value and what would be right, whatever the door."""

from __future__ import annotations

import tracemalloc
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from subhub import DocumentError, Hub, Money, Request, RequestError, SubhubError
from subhub.documents import parse
from subhub.model import limits

HUB = Hub()
ON = date(2026, 11, 21)
NESTED: Any = "x"
for _ in range(limits.LEVELS):
    NESTED = [NESTED]

BEYOND = [
    ("expa", {"invoices": [1] * 400_000}, "invoices", "too_many_items"),
    ("expa", {"depends_on": ["a"] * (limits.ITEMS + 1)}, "depends_on", "too_many_items"),
    ("expa", {"id": "x" * 1_000_000}, "id", "text_too_long"),
    ("expa", {"x" * 1_000_000: 1}, "", "key_too_long"),
    ("expa", {"magazine": NESTED}, "magazine" + ".0" * (limits.LEVELS - 1), "too_deep"),
    ("expa", {f"k{n}": 1 for n in range(limits.ITEMS + 1)}, "", "too_many_items"),
    ("impact", {"pending_actions": 10**30}, "pending_actions", "number_too_large"),
    ("impact", {"pending_actions": 10**5000}, "pending_actions", "number_too_large"),
    ("impact", {"pending_actions": limits.COUNT + 1}, "pending_actions", "count_too_large"),
    ("impact", {"id": 10**5000}, "id", "number_too_large"),
    ("impact", {"balance": float("nan")}, "balance", "not_finite"),
    ("impact", {"balance": Money(Decimal("NaN"), "USD")}, "balance", "not_money"),
    ("impact", {"balance": Money(Decimal("1E+1000000"), "USD")}, "balance", "not_money"),
    ("impact", {"balance": "1E+1000000 USD"}, "balance", "not_money"),
    ("impact", {"started_on": "0001-01-01"}, "started_on", "outside_days"),
    ("impact", {"started_on": date.min}, "started_on", "outside_days"),
    ("impact", {"trial_ends_on": date.max}, "trial_ends_on", "outside_days"),
    ("impact", {"started_on": "\ud800"}, "started_on", "control_in_value"),
    ("impact", {"timezone": "\ud800"}, "timezone", "control_in_value"),
    ("impact", {"timezone": "../../etc/passwd"}, "timezone", "not_a_timezone"),
    ("impact", {"timezone": "America"}, "timezone", "not_a_timezone"),
    ("impact", {"id": "a\x1b[2J"}, "id", "control_in_value"),
    ("impact", {"id": "a\u202eb"}, "id", "control_in_value"),
    ("impact", {"²": 1}, "²", "unknown_key"),
    (
        "expa",
        {"magazine": {"registered_at": "9999-12-31T00:00:00Z"}},
        "magazine.registered_at",
        "outside_days",
    ),
    (
        "expa",
        {
            "magazine": {
                "registered_at": "2026-11-01T00:00:00Z",
                "steps": [{"name": "a", "at": "19:00", "after_days": 3_000_000}],
            }
        },
        "magazine.steps.0.after_days",
        "too_many_days",
    ),
]


@pytest.mark.parametrize(
    "platform, told, field, code", BEYOND, ids=[f"{n}-{each[3]}" for n, each in enumerate(BEYOND)]
)
def test_what_is_beyond_a_limit_is_one_short_mistake(platform, told, field, code) -> None:
    for ask in (
        lambda document: HUB.preview(document, on=ON),
        lambda document: HUB.preview(Request(document=document, on=ON)),
        lambda document: (
            HUB.registry.adapter(platform).subscription()(**document)
            and HUB.preview(document, on=ON)
        ),
    ):
        with pytest.raises((DocumentError, ValueError)) as caught:
            ask({"platform": platform, **told})
        assert len(str(caught.value)) < 2000 or not isinstance(caught.value, DocumentError)
    with pytest.raises(DocumentError) as caught:
        HUB.preview({"platform": platform, **told}, on=ON)
    (problem,) = caught.value.problems
    assert (problem.field, problem.code) == (field, code)
    assert problem.hint or code == "text_too_long"
    assert len(str(problem)) < 1000


def test_a_long_list_costs_no_memory() -> None:
    document = {"platform": "expa", "invoices": [1] * 400_000}
    tracemalloc.start()
    try:
        with pytest.raises(DocumentError):
            HUB.preview(document, on=ON)
        assert tracemalloc.get_traced_memory()[1] < 5_000_000
    finally:
        tracemalloc.stop()


def test_of_many_problems_some_are_told_and_the_rest_counted() -> None:
    document = {"platform": "expa", "invoices": [{"status": "x"}] * limits.ITEMS}
    with pytest.raises(DocumentError) as caught:
        HUB.preview(document, on=ON)
    *told, last = caught.value.problems
    assert len(told) == limits.PROBLEMS
    assert last.code == "more_problems" and str(limits.ITEMS - limits.PROBLEMS) in last.message


def test_a_file_is_held_to_the_same_limits_with_its_lines() -> None:
    text = "platform: impact\nid: " + "x" * (limits.TEXT + 1) + "\n"
    with pytest.raises(DocumentError, match=r"mine.yaml:2: id: `x+…` has 1001 characters"):
        parse(text, kind="yaml", file="mine.yaml")


@pytest.mark.parametrize("name", ["on", "policy_as_of", "intent", "mode", "actor"])
@pytest.mark.parametrize(
    "value",
    ["x" * 1_000_000, "\x1b[2J", "\ud800", 10**5000, "²"],
    ids=["long", "control", "surrogate", "digits", "raised"],
)
def test_a_request_is_held_to_them_too(name, value) -> None:
    with pytest.raises(RequestError) as caught:
        HUB.preview({"platform": "squarespace"}, **{"on": ON, name: value})
    assert len(str(caught.value)) < 500
    assert "\x1b" not in str(caught.value)


@pytest.mark.parametrize("day", [date.min, date.max, limits.LATEST + timedelta(1), "9999-12-31"])
def test_a_day_asked_about_lies_within_the_calendar(day) -> None:
    for ask in (
        lambda: HUB.preview({"platform": "impact"}, on=day),
        lambda: HUB.timeline({"platform": "impact"}, since=day),
        lambda: HUB.timeline({"platform": "impact"}, on=ON, until=day),
        lambda: HUB.advise({"platform": "impact"}, on=ON, by=day, goal="refund"),
        lambda: HUB.agenda([{"platform": "impact", "id": "a"}], on=day),
        lambda: HUB.preview({"platform": "impact", "request": {"on": str(day)}}),
    ):
        with pytest.raises(SubhubError) as caught:
            ask()
        problems = getattr(caught.value, "problems", (caught.value,))
        assert {each.code for each in problems} == {"outside_days"}


@pytest.mark.parametrize("day", [limits.EARLIEST, limits.LATEST])
@pytest.mark.parametrize("platform", HUB.registry.platforms())
def test_on_the_first_and_the_last_day_there_is_an_answer_or_a_reason(platform, day) -> None:
    document = {"platform": platform, "id": "a", "status": "active"}
    model = HUB.registry.adapter(platform).subscription()
    days = ("current_period_end", "trial_ends_on", "last_lock_on")
    document |= {name: day for name in days if name in model.model_fields}
    for ask in (
        HUB.preview,
        HUB.timeline,
        HUB.compare,
        HUB.unblock,
        HUB.open_facts,
        HUB.standing,
        lambda each, on: HUB.agenda([each], on=on),
        lambda each, on: HUB.advise(each, on=on, goal="access"),
    ):
        try:
            made = ask(document, on=day)
        except SubhubError as error:
            assert error.code in ("outside_holidays", "holidays_end", "not_in_force")
        else:
            assert HUB.say(made, "ja") is not None


def test_nothing_owed_has_no_sign() -> None:
    assert str(Money.parse("-0.00 USD")) == "0.00 USD"


def test_the_page_of_limits_says_the_numbers() -> None:
    page = (Path(__file__).parents[2] / "docs/reference/limits.md").read_text(encoding="utf-8")
    numbers = {name: value for name, value in vars(limits).items() if name.isupper()}
    assert len(numbers) > 15
    written = {"BYTES": "1 MiB", "NUMBER": "18 digits", "EARLIEST": "1900-01-01"}
    for name, value in numbers.items():
        told = written.get(name) or (f"{value:,}" if isinstance(value, int) else str(value))
        assert told in page, f"{name} = {told}"
