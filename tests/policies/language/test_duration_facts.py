"""Durations that a document tells: read, added to days, asked of every engine."""

from __future__ import annotations

import random
from datetime import date
from typing import Annotated, Any, Literal

import polars as pl
import pytest
import timed
from timed import asked_for

from subhub.errors import DocumentError, PolicyError
from subhub.hub import Hub
from subhub.model.column import Column
from subhub.model.durations import Duration
from subhub.model.validation import read_subscription
from subhub.plugin import Adapter, Rounds, Subscription
from subhub.policies import ON, choose, facts, months, next_after, rounded
from subhub.policies.analysis.settling import Settling
from subhub.policies.engines.columns.bound import AskedOfRows, BoundColumns
from subhub.policies.engines.columns.plan import OUTPUTS, plan
from subhub.policies.engines.evaluate import UNKNOWN, Evaluation, value_of
from subhub.policies.language.policy import Edition, Policy
from subhub.testing.agreement import check_generated, check_timeline
from subhub.testing.drawing import random_facts


class Contract(Subscription):
    platform: Literal["contract"]
    minimum_term: Annotated[Duration | None, Rounds("down")] = None
    renews_by: Duration | None = None


f = facts(Contract)
TODAY = date(2027, 1, 31)
INTENT = asked_for(
    f.started_on + f.minimum_term, ON - f.minimum_term, f.started_on + rounded(f.renews_by, "up"),
    next_after(ON, start=f.started_on, every=f.renews_by),
    choose(f.started_on + f.minimum_term <= ON, ON, f.started_on + f.minimum_term),
)  # fmt: skip


def told(**given: Any) -> dict[str, Any]:
    request = {"on": TODAY, "mode": "none", "actor": "owner"}
    document = {"started_on": None, "minimum_term": None, "renews_by": None}
    return document | given | request


def test_a_document_tells_durations() -> None:
    said = {"platform": "contract", "minimum_term": "1 year 6 months", "renews_by": "P14D"}
    read = read_subscription(Contract, said)
    assert (read.minimum_term, read.renews_by) == (Duration(18), Duration(0, 14))
    assert read.model_dump(mode="json")["minimum_term"] == "18 months"
    with pytest.raises(DocumentError, match="`24` is not a duration") as caught:
        read_subscription(Contract, {"platform": "contract", "minimum_term": 24})
    assert "24 months" in str(caught.value.problems[0].hint)


@pytest.mark.parametrize(
    "term, ends",
    [("1 month", "2027-02-28"), ("1 month 1 day", "2027-03-01"), ("30 days", "2027-03-02"),
     ("1 year", "2028-01-31"), ("13 months 1 day", "2028-03-01"), ("0 days", "2027-01-31"),
     ("99999 years", None)],
)  # fmt: skip
def test_months_come_first_then_days_with_one_rounding(term: str, ends: str | None) -> None:
    wanted = UNKNOWN if ends is None else date.fromisoformat(ends)
    assert value_of(ON + f.minimum_term, told(minimum_term=Duration.parse(term))) == wanted


@pytest.mark.parametrize("every, wanted", [("1 month", "2027-02-28"), ("2 weeks", "2027-02-14")])
def test_recurrences_by_a_duration(every: str, wanted: str) -> None:
    following = next_after(ON, start=f.started_on, every=f.renews_by)
    given = told(started_on=TODAY, renews_by=Duration.parse(every))
    assert value_of(following, given) == date.fromisoformat(wanted)
    given = told(started_on=TODAY, renews_by=Duration(1, 1))
    assert value_of(following, given) is UNKNOWN


@pytest.mark.parametrize(
    "make, said",
    [
        (lambda: ON + f.renews_by, "not every month has every day"),
        (lambda: f.minimum_term < f.renews_by, "only ever added to a day"),
        (lambda: f.minimum_term == months(12), "only ever added to a day"),
        (lambda: choose(f.auto_renew, f.minimum_term, f.renews_by), "only ever added to a day"),
        (lambda: rounded(f.renews_by, "half"), "no way to round months"),  # type: ignore[arg-type]
        (lambda: rounded(f.started_on, "up"), "is a day, not a duration"),  # type: ignore[arg-type]
    ],
)
def test_refused_when_it_is_written(make: Any, said: str) -> None:
    with pytest.raises(PolicyError, match=said):
        make()


def test_missing_durations_are_named_and_shown_to_matter() -> None:
    found = Settling(INTENT, told(started_on=TODAY)).output("ends_on")
    assert found == (("minimum_term",), UNKNOWN, True)
    settling = Settling(INTENT, told(started_on=TODAY))
    assert set(map(type, settling.representatives("minimum_term"))) == {Duration}
    later = asked_for(choose(ON + f.minimum_term < ON - 1, ON, ON + 1))
    assert Settling(later, told()).output("ends_on").facts == ("minimum_term",)


def test_every_python_engine_and_the_timeline_agree() -> None:
    rng = random.Random(1)
    for number in range(60):
        given = random_facts(INTENT, rng, nulls=(number % 4) * 0.25, on=TODAY)
        check_generated(INTENT, given)
        if number < 12:
            check_timeline(INTENT, given, TODAY, date(2027, 4, 1))


def in_columns(row: dict[str, Any]) -> dict[str, Any]:
    found = {"on": row["on"], "started_on": row["started_on"]}
    for name in ("minimum_term", "renews_by"):
        for unit in ("months", "days"):
            found[f"{name}_{unit}"] = None if row[name] is None else getattr(row[name], unit)
    return found


@pytest.mark.parametrize("engine", ["polars", "duckdb", "sqlite"])
def test_a_frame_has_a_column_of_months_and_one_of_days(engine: str) -> None:
    rng = random.Random(2)
    given = [random_facts(INTENT, rng, nulls=0.2, on=TODAY) for _ in range(200)]
    known = {name: fact for name, fact in f.columns().items() if name in in_columns(given[0])}
    policy = Policy("contract", Edition("1", None, None, TODAY), (INTENT,))
    made = plan(policy, BoundColumns(known), AskedOfRows(on=Column("on"), actor="owner"))
    days = ("on", "started_on")
    schema = {name: pl.Date if name in days else pl.Int64 for name in in_columns(given[0])}
    frame = pl.DataFrame(list(map(in_columns, given)), schema=schema)
    got = timed.answered(engine, made, frame)
    for row, have in zip(given, got, strict=True):
        want = Evaluation(INTENT, row).decision()._asdict()
        for field in timed.DAYS:
            wanted = None if want[field] is UNKNOWN else want[field]
            assert timed._day(have[field]) == wanted, (field, row)
    assert set(OUTPUTS) <= set(got[0])


def test_where_months_alone_are_told_there_are_no_days() -> None:
    intent = asked_for(f.started_on + f.minimum_term)
    known = {name: f.columns()[name] for name in ("started_on", "minimum_term_months")}
    policy = Policy("contract", Edition("1", None, None, TODAY), (intent,))
    made = plan(policy, BoundColumns(known), AskedOfRows(on=TODAY, actor="owner"))
    frame = pl.DataFrame({"started_on": [TODAY, TODAY], "minimum_term_months": [1, None]})
    got = timed.answered("polars", made, frame)
    assert [row["ends_on"] for row in got] == [date(2027, 2, 28), None]
    assert [row["unknown"] for row in got] == ["", "ends_on"]


class OfContracts(Adapter):
    platform = "contract"
    title = "A contract"

    def subscription(self) -> type[Subscription]:
        return Contract

    def editions(self) -> tuple[Policy, ...]:
        return (Policy("contract", Edition("1", None, None, TODAY), (INTENT,)),)


def test_the_select_reads_the_two_columns() -> None:
    hub = Hub(adapters=[OfContracts()])
    text = hub.sql("contract", "duckdb", on="on")
    assert "minimum_term_months" in text and "minimum_term_days" in text
    assert "minimum_term," not in text
