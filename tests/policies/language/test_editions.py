"""Editions: which rules answer for which day."""

from __future__ import annotations

import dataclasses
import os
import re
import subprocess
import sys
from datetime import date, timedelta

import pytest

from subhub import Hub
from subhub.adapters.impact import ImpactAdapter
from subhub.adapters.impact.rules import CANCEL, EDITIONS
from subhub.adapters.squarespace import SquarespaceAdapter
from subhub.errors import NotInForce, RequestError
from subhub.policies.language.facts import ON
from subhub.policies.language.functions import days_between
from subhub.policies.language.policy import Edition, Intent, Policy, in_force
from subhub.policies.language.tables import Row, Table, otherwise, table

OLD = EDITIONS[0]
CHANGED = date(2027, 3, 1)
ACCOUNT = {
    "platform": "impact", "product": "starter", "status": "active", "started_on": "2026-01-01",
    "card_charged": "30.00 USD", "locked_actions": 0, "pending_actions": 0,
    "balance": "12.00 USD", "timezone": "America/Los_Angeles",
}  # fmt: skip


def newer() -> Policy:
    """The same rules, but that nothing is refunded after 60 days instead of 30."""
    rows = list(CANCEL.decides.rows)
    started = CANCEL.facts["started_on"]
    rows[1] = dataclasses.replace(rows[1], when=_idle(rows[2]) & (days_between(started, ON) < 60))
    last = rows.pop()
    decides = table("closure_2027", *rows, otherwise(
        last.code, cites=last.cites, assumes=last.assumes, **last.outputs))  # fmt: skip
    intent = Intent(
        "cancel", CANCEL.actors, decides, CANCEL.reversible, one_way=CANCEL.one_way,
        nothing_to_do=CANCEL.nothing_to_do,
    )  # fmt: skip
    edition = Edition("2027-03", in_force=CHANGED, published=None, checked=CHANGED)
    return Policy("impact", edition, (intent,))


def _idle(row: Row):  # type: ignore[no-untyped-def]
    return row.when


class TwoEditions(ImpactAdapter):
    def editions(self) -> tuple[Policy, ...]:
        return OLD, newer()


HUB = Hub([TwoEditions(), SquarespaceAdapter()])


def age(days: int, on: date) -> dict[str, object]:
    return ACCOUNT | {"started_on": on - timedelta(days)}


def test_the_day_chooses_the_edition() -> None:
    before, after = CHANGED - timedelta(1), CHANGED
    answers = [HUB.preview(age(45, on), on=on) for on in (before, after)]
    assert [each.outcome for each in answers] == ["balance_refund", "full_refund"]
    assert [each.policy.edition for each in answers] == ["2026-11", "2027-03"]
    assert answers[0].policy.digest != answers[1].policy.digest


def test_an_edition_of_another_day_can_be_asked_for() -> None:
    on = CHANGED - timedelta(1)
    answer = HUB.preview(age(45, on), on=on, policy_as_of=CHANGED)
    assert (answer.outcome, answer.policy.edition, answer.on) == ("full_refund", "2027-03", on)
    back = HUB.preview(age(45, CHANGED), on=CHANGED, policy_as_of="2026-12-01")
    assert (back.outcome, back.policy.edition) == ("balance_refund", "2026-11")


def test_the_order_of_editions_does_not_matter() -> None:
    both = OLD, newer()
    for day in (date.min, CHANGED - timedelta(1), CHANGED, date(2040, 1, 1)):
        assert in_force(both, day).edition == in_force(both[::-1], day).edition


def test_before_the_first_edition_nothing_is_extrapolated() -> None:
    assert in_force((OLD, newer()), date.min) is OLD  # no start is known: nothing lies before
    first = CHANGED
    with pytest.raises(NotInForce) as caught:
        in_force((newer(),), first - timedelta(1))
    assert f"`{first - timedelta(1)}` lies before the first known rules" in str(caught.value)
    assert str(first) in caught.value.hint


def test_policy_as_of_before_the_first_edition() -> None:
    with pytest.raises(NotInForce):
        HUB.preview({"platform": "squarespace"}, on=CHANGED, policy_as_of="1999-12-31")


def test_policy_as_of_that_is_no_day() -> None:
    with pytest.raises(RequestError, match="policy_as_of: `soon` cannot be read as a day"):
        HUB.preview(ACCOUNT, on=CHANGED, policy_as_of="soon")


def changed(**parts: object) -> str:
    """The digest where a part of the first intent is another."""
    return dataclasses.replace(
        OLD, intents=(dataclasses.replace(CANCEL, **parts), *OLD.intents[1:])
    ).digest


def test_the_digest_is_a_whole_sha_256() -> None:
    assert re.fullmatch("[0-9a-f]{64}", OLD.digest)


def test_the_digest_changes_with_a_row_a_condition_an_output_or_a_cited_rule() -> None:
    first, *others = CANCEL.consequences
    *rows, last = CANCEL.decides.rows
    moved = dataclasses.replace(rows[0], outputs={**rows[0].outputs, "ends_on": ON + 1})
    cites = (first.cites[0]._replace(id="other"),)
    digests = {
        OLD.digest,
        changed(consequences=tuple(others)),
        changed(consequences=(dataclasses.replace(first, when=date(2026, 1, 1) > ON), *others)),
        changed(consequences=(dataclasses.replace(first, cites=cites), *others)),
        changed(decides=Table(CANCEL.decides.name, (moved, *rows[1:], last))),
        dataclasses.replace(OLD, intents=OLD.intents[:1]).digest,
    }
    assert len(digests) == 6


def test_the_digest_stays_when_a_page_is_only_read_again() -> None:
    edition = OLD.edition._replace(name="later", checked=date(2027, 1, 1))
    first, *others = CANCEL.consequences
    again = tuple(each._replace(checked_on=date(2027, 1, 1)) for each in first.cites)
    read = (dataclasses.replace(first, cites=again), *others)
    assert dataclasses.replace(OLD, edition=edition).digest == OLD.digest
    assert changed(consequences=read) == OLD.digest


def test_the_digest_is_the_same_in_another_process() -> None:
    code = (
        "from subhub import Hub\n"
        "registry = Hub().registry\n"
        "print([p.digest for n in registry.platforms() for p in registry.adapter(n).editions()])"
    )
    runs = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(runs) == 1
