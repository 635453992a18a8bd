"""Frames and SQL on random policies: never more certain than a preview, and counted where less."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import narwhals as nw
import polars as pl
import pytest
from random_policies import TODAY, Inventor, Told, large

from subhub.model.money import Money
from subhub.policies.analysis.settling import Settling
from subhub.policies.engines.columns.outputs import OUTPUTS
from subhub.policies.engines.columns.plan import AskedOfRows, BoundColumns, Plan, plan
from subhub.policies.engines.columns.run import with_outputs
from subhub.policies.engines.evaluate import UNKNOWN, Evaluation
from subhub.policies.engines.sql.emit import Relation, select
from subhub.policies.language.expressions import Fact, Kind
from subhub.policies.language.policy import Edition, Intent, Policy

TYPES: dict[Kind, Any] = {
    Kind.DAY: pl.Date, Kind.COUNT: pl.Int64, Kind.MONEY: pl.Decimal(38, 2),
    Kind.CODE: pl.String, Kind.BOOL: pl.Boolean,
}  # fmt: skip
Rows = list[dict[str, Any]]


def frame(facts: dict[str, Fact], told: list[Told]) -> pl.DataFrame:
    columns = {
        name: pl.Series(name, [plain(each[name]) for each in told], dtype=TYPES[fact.kind])
        for name, fact in facts.items()
    }
    return pl.DataFrame({**columns, "currency": ["USD"] * len(told)})


def plain(value: Any) -> Any:
    return value.amount if isinstance(value, Money) else value


def on_polars(made: Plan, rows: pl.DataFrame) -> Rows:
    lazy = nw.from_native(rows.lazy())
    done = nw.to_native(with_outputs(lazy, made, list(OUTPUTS), nw.Decimal(38, 2)))
    collected: Rows = done.collect().to_dicts()
    return collected


def on_duckdb(made: Plan, rows: pl.DataFrame) -> Rows:
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect() as connection:
        connection.register("subscriptions", rows.to_arrow())
        statement = select(made, Relation("subscriptions"), "duckdb", list(OUTPUTS))
        answered: Rows = connection.sql(statement).to_arrow_table().to_pylist()
    return answered


def certain(intent: Intent, told: Told) -> dict[str, Any]:
    """The outputs of a preview: what is known, proved or evaluated."""
    decided = Evaluation(intent, told).decision()._asdict()
    open_ = [field for field, value in decided.items() if value is UNKNOWN]
    found = Settling(intent, told).find(open_)
    return decided | {field: found[field].value for field in open_}


def compare(
    run: Callable[[Plan, pl.DataFrame], Rows],
    seeds: range,
    *,
    business: float = 0.0,
    time: float = 0.0,
    rows: int = 4,
) -> Counter[str]:
    """Count the outputs by whether both know, none does, or only one."""
    count: Counter[str] = Counter()
    for seed in seeds:
        inventor = Inventor(seed, business=business, time=time)
        intent = inventor.intent(rows)
        policy = Policy("random", Edition("1", TODAY, None, TODAY), (intent,))
        told = [inventor.told(intent, known=0.5) for _ in range(8)]
        facts = {name: fact for name, fact in intent.facts.items() if not fact.given}
        made = plan(policy, BoundColumns(facts), AskedOfRows(on=TODAY, actor="owner"))
        for each, row in zip(told, run(made, frame(facts, told)), strict=True):
            assert row["error"] is None, (seed, row)
            open_ = set((row["unknown"] or "").split(","))
            for field, value in certain(intent, each).items():
                there = field in open_ or row[field] == "unknown"
                if there:
                    count["neither" if value is UNKNOWN else "only the preview"] += 1
                else:
                    count["both"] += 1
                    assert row[field] == plain(value), (seed, field, each)
    return count


@pytest.mark.parametrize("run", [on_polars, on_duckdb])
def test_never_more_certain_than_a_preview(run: Callable[[Plan, pl.DataFrame], Rows]) -> None:
    count = compare(run, range(100, 112))
    assert count["both"] > 300 and count["neither"] > 100
    # three-valued logic does not see that two comparisons hang together
    assert 0 < count["only the preview"] < 0.25 * count.total()


@pytest.mark.parametrize("run", [on_polars, on_duckdb])
def test_rows_that_are_taken_together_in_blocks_answer_alike(
    run: Callable[[Plan, pl.DataFrame], Rows],
) -> None:
    assert compare(run, range(300, 306), rows=60)["both"] > 100


def test_statements_grow_as_the_rows_do() -> None:
    def size(rows: int) -> float:
        intent = large(1, rows)
        policy = Policy("random", Edition("1", TODAY, None, TODAY), (intent,))
        facts = {name: fact for name, fact in intent.facts.items() if not fact.given}
        made = plan(policy, BoundColumns(facts), AskedOfRows(on=TODAY, actor="owner"))
        return len(select(made, Relation("subscriptions"), "duckdb", list(OUTPUTS))) / rows

    assert size(400) < 1.3 * size(100)


@pytest.mark.parametrize("run", [on_polars, on_duckdb])
def test_nor_where_time_is_reckoned_with(run: Callable[[Plan, pl.DataFrame], Rows]) -> None:
    assert compare(run, range(300, 312), time=0.5)["both"] > 300


@pytest.mark.nightly
@pytest.mark.parametrize("start", range(1000, 2000, 100))
@pytest.mark.parametrize("run", [on_polars, on_duckdb])
def test_never_in_a_thousand_policies(
    run: Callable[[Plan, pl.DataFrame], Rows], start: int
) -> None:
    assert compare(run, range(start, start + 100), business=0.2)["both"] > 1000
