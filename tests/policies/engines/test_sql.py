"""The SELECT says what the reference says, row by row, wherever it runs; elsewhere it parses."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

import pytest
from databases import Run, on_duckdb, on_postgres, on_spark, on_sqlite, postgres
from rows import HUB, PLATFORMS, intent, reference, rows

from subhub import RequestError
from subhub.policies.engines.columns.outputs import OUTPUTS

pytest.importorskip("sqlglot")


def sql(platform: str, dialect: str, **asked: Any) -> str:
    asked = {"on": "on", "keep": ("row",), "years": (2025, 2029)} | asked
    return HUB.sql(platform, dialect, **asked)


def check(run: Run, dialect: str, platform: str, nulls: float, count: int, **asked: Any) -> None:
    rules = intent(platform, asked.get("intent", "cancel"))
    assert rules is not None
    given = rows(platform, count, nulls, seed=5)
    model = HUB.registry.adapter(platform).subscription()
    # engines give rows in any order: the input's own columns tell them apart
    keep = tuple(given[0])
    got = run(platform, given, sql(platform, dialect, keep=keep, **asked))
    request = {name: asked.get(name) for name in ("mode", "actor")}
    expected = [row | reference(rules, row, model, **request) for row in given]
    names = [name for name in expected[0] if name in OUTPUTS or name in keep]
    assert len(got) == len(expected)
    wanted_lines = sorted(repr([_plain(row[name]) for name in names]) for row in expected)
    assert sorted(repr([_plain(row[name]) for name in names]) for row in _own(got, given)) \
        == wanted_lines  # fmt: skip


def _own(got: list[dict[str, Any]], given: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Input columns come back as the engine keeps them; read as they went in where it matters."""
    kinds = {name: type(value) for row in given for name, value in row.items() if value is not None}
    return [
        {name: _back(value, kinds.get(name)) if name in kinds else value
         for name, value in row.items()}
        for row in got
    ]  # fmt: skip


def _back(value: Any, kind: type | None) -> Any:
    if value is None or kind is None or isinstance(value, kind):
        return value
    if kind is date:
        return date.fromisoformat(value)
    from decimal import Decimal

    return Decimal(str(value)).quantize(Decimal("0.01")) if kind is Decimal else kind(value)


def _plain(value: Any) -> Any:
    from decimal import Decimal

    return value.quantize(Decimal("0.01")) if isinstance(value, Decimal) else value


RUNS = {"duckdb": on_duckdb, "sqlite": on_sqlite}


@pytest.mark.parametrize("nulls", [0, 0.3, 0.9])
@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("dialect", RUNS)
def test_row_by_row_and_select_agree(dialect: str, platform: str, nulls: float) -> None:
    check(RUNS[dialect], dialect, platform, nulls, 150)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_on_spark(platform: str) -> None:
    check(on_spark, "spark", platform, 0.3, 60)


@pytest.fixture(scope="module")
def server() -> Iterator[Any]:
    with postgres() as connection:
        yield connection


@pytest.mark.parametrize("nulls", [0, 0.3, 0.9])
@pytest.mark.parametrize("platform", PLATFORMS)
def test_on_postgres(server: Any, platform: str, nulls: float) -> None:
    check(partial(on_postgres, server), "postgres", platform, nulls, 150)


@pytest.mark.parametrize("name", ["resume", "stop_sales", "resume_sales", "delete_product"])
def test_other_intents(name: str) -> None:
    for platform in PLATFORMS:
        if intent(platform, name):
            check(on_duckdb, "duckdb", platform, 0.3, 60, intent=name)


@pytest.mark.parametrize("mode", ["immediate", "period_end"])
def test_a_fixed_mode(mode: str) -> None:
    check(on_duckdb, "duckdb", "squarespace", 0.3, 100, mode=mode, actor="billing")


@pytest.mark.nightly
@pytest.mark.parametrize("nulls", [0, 0.1, 0.3, 0.6, 0.9])
@pytest.mark.parametrize("platform", PLATFORMS)
def test_many_rows(platform: str, nulls: float) -> None:
    check(on_duckdb, "duckdb", platform, nulls, 10_000)


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize(
    "dialect", ["bigquery", "databricks", "duckdb", "postgres", "redshift", "snowflake", "spark",
                "sqlite", "trino"],
)  # fmt: skip
def test_it_is_one_statement_that_carries_its_rules(dialect: str, platform: str) -> None:
    import sqlglot
    from sqlglot import exp

    text = sql(platform, dialect)
    (tree,) = sqlglot.parse(text, dialect=dialect)
    assert isinstance(tree, exp.Select)
    assert [each.alias_or_name for each in tree.selects] == ["row", *OUTPUTS]
    rules = intent(platform)
    assert rules is not None
    for row in rules.decides.rows:
        assert all(each.id in text for each in row.cites), row.code


def test_the_day_may_be_fixed_or_the_day_the_query_runs() -> None:
    fixed = sql("squarespace", "duckdb", on="2026-11-21", columns=["status"])
    assert "2026-11-21" in fixed
    assert "CURRENT_DATE" in sql("squarespace", "duckdb", on=None, columns=["status"])


def test_columns_that_are_not_there_are_not_read() -> None:
    import duckdb

    text = sql("impact", "duckdb", columns=["status"], keep=("id",), on="2026-11-21")
    connection = duckdb.connect()
    connection.execute("CREATE TABLE subscriptions AS SELECT 1 AS id, 'canceled' AS status")
    assert connection.sql(text).fetchall()[0][:2] == (1, "nothing_to_do")


def test_a_day_outside_the_written_calendar_says_so() -> None:
    import duckdb

    text = sql("impact", "duckdb", years=(2025, 2026), keep=("id",))
    connection = duckdb.connect()
    names = ["started_on", "trial_ends_on", "last_lock_on", "current_period_end"]
    given = rows("impact", 1, 1.0)[0] | {"locked_actions": 0, "pending_actions": 0}
    columns = ", ".join(
        f"CAST(NULL AS DATE) AS {name}" if name in names
        else f"CAST({value} AS BIGINT) AS {name}" if isinstance(value, int)
        else f"NULL::TEXT AS {name}" if name in ("status", "product", "billing_interval")
        else f"NULL::DECIMAL(18,2) AS {name}"
        for name, value in given.items() if name != "on"
    )  # fmt: skip
    days = "(VALUES (DATE '2026-11-21'), (DATE '2026-12-24')) AS t(d)"
    connection.execute(
        f'CREATE TABLE subscriptions AS SELECT 1 AS id, {columns}, d AS "on" FROM {days}'
    )
    found = {row[0] for row in connection.sql(f"SELECT error FROM ({text})").fetchall()}
    assert found == {None, "on: outside_holidays"}


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"columns": ["statsu"]}, "statsu"),
        ({"mode": "sideways"}, "sideways"),
        ({"years": (1990, 2000)}, "1990"),
        ({"on": "2026-13-01"}, "2026-13-01"),
    ],
)
def test_what_cannot_be_asked(asked: dict[str, Any], said: str) -> None:
    with pytest.raises(RequestError, match=said):
        sql("squarespace", "duckdb", **asked)
    with pytest.raises(RequestError, match="klingon"):
        sql("squarespace", "klingon")


def test_without_sqlglot_the_extra_is_named() -> None:
    script = """
import sys
sys.modules["sqlglot"] = None
from subhub import Hub
from subhub.errors import MissingExtra
hub = Hub()
try:
    hub.sql(hub.registry.platforms()[0], "duckdb")
except MissingExtra as error:
    print(error.hint)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.stdout.startswith("pip install 'subhub-cancel[sql]', or in a checkout")
