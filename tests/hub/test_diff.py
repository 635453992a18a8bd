"""What changed between two editions of a platform's rules, and whose answer with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from editions import ACCOUNT, Twice, only_idle

from subhub import Hub, NotInForce, RequestError
from subhub.model.difference import PolicyDifference
from subhub.policies.language.tables import Row

ON = date(2026, 11, 21)


def compared(
    change: Callable[[tuple[Row, ...]], tuple[Row, ...]], *documents: Any
) -> PolicyDifference:
    return Hub([Twice(change)]).diff("impact", documents=documents)


def test_rows_that_came_and_changed_are_told_with_what_they_say() -> None:
    made = compared(only_idle)
    assert (made.before.name, made.after.name) == ("2025-01", "2026-11")
    found = {(row.part, row.code): row for row in made.rows}
    changed = found["outcomes", "full_refund"]
    assert (changed.change, set(changed.before)) == ("changed", {"when"})
    assert "30" in changed.after["when"] and "30" not in changed.before["when"]
    added = found["outcomes", "balance_refund"]
    assert added.change == "added" and "IM-6" in added.rules and not added.before
    assert made.asked == 0 and made.answers == ()


def test_rows_that_only_changed_places_are_told_as_that() -> None:
    made = compared(lambda rows: (rows[1], rows[0], *rows[2:]))
    assert {(row.code, row.change) for row in made.rows} == {
        ("trial_cancelled", "moved"), ("full_refund", "moved"),
    }  # fmt: skip


def test_who_is_answered_differently_and_in_what() -> None:
    old = {**ACCOUNT, "id": "old", "started_on": "2026-01-01", "trial_ends_on": "2026-01-08"}
    other = {"platform": "impact", "id": "empty", "status": "canceled"}
    hub = Hub([Twice(only_idle)])
    asked = [hub.request(each, on=ON) for each in (ACCOUNT, old, other)]
    made = hub.diff("impact", documents=asked)
    assert made.asked == 3
    (answer,) = made.answers
    changes = {each.key: (each.before, each.after) for each in answer.changes}
    assert answer.subscription == "old"
    assert changes["outcome"] == ("full_refund", "balance_refund")
    assert changes["refund.amount"] == ("500.00 USD", "412.50 USD")
    assert "verdict" not in changes and "ends_on" not in changes
    again = PolicyDifference.model_validate_json(made.model_dump_json())
    assert again == made and hash(again) == hash(made)


def test_editions_go_by_name_or_by_a_day_in_force() -> None:
    hub = Hub([Twice(only_idle)])
    by_name = hub.diff("impact", "2025-01", "2026-11")
    assert hub.diff("impact", "2025-06-30", "2026-12-01") == by_name
    assert not hub.diff("impact", "2026-11", "2026-11").rows
    with pytest.raises(NotInForce):
        hub.diff("impact", "1999-12-31")
    with pytest.raises(RequestError, match="`banana` is neither an edition nor a day") as error:
        hub.diff("impact", "banana")
    assert "2025-01" in str(error.value.hint)
