"""One amount of a policy, worked out over rows on every engine there is."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from functools import partial
from types import SimpleNamespace
from typing import Any

import narwhals as nw
import polars as pl
import pytest
from databases import postgres
from engines import spark

from subhub.model.column import Column
from subhub.model.money import Money
from subhub.policies.engines.columns.bound import CURRENCY
from subhub.policies.engines.columns.plan import AskedOfRows, BoundColumns, Plan, plan
from subhub.policies.engines.columns.run import with_outputs
from subhub.policies.engines.evaluate import UNKNOWN, Decision, Evaluation
from subhub.policies.engines.python.compiled import compile_intent
from subhub.policies.engines.sql.emit import Relation, select
from subhub.policies.language.expressions import Expr, Kind
from subhub.policies.language.facts import ON
from subhub.policies.language.policy import NO_MODE, Edition, Intent, Policy
from subhub.policies.language.sources import Source
from subhub.policies.language.tables import NO_REFUND, RefundTerms, Table, otherwise, row

TODAY = date(2026, 11, 21)
CITES = (Source("T", "P", "https://x.example", TODAY, {"X-1": "s"})["X-1"],)
Rows = list[dict[str, Any]]
Run = Callable[[Intent, Rows], list[Any]]
TYPES: dict[Kind, Any] = {
    Kind.DAY: pl.Date, Kind.COUNT: pl.Int64, Kind.MONEY: pl.Decimal(20, 3),
    Kind.CODE: pl.String, Kind.BOOL: pl.Boolean,
}  # fmt: skip


def intent_of(amount: Expr, when: Expr | None = None) -> Intent:
    """An intent that refunds ``amount``, and only where ``when`` holds, if that is given."""
    days = {"ends_on": ON, "access_until": None, "billing_stops_on": None}
    paid = RefundTerms("partial", amount=amount)
    rows = [otherwise("paid", cites=CITES, refund=paid, **days)]
    if when is not None:
        rows = [
            row("paid", when=when, cites=CITES, refund=paid, **days),
            otherwise("not", cites=CITES, refund=NO_REFUND, **days),
        ]
    undo = Table("undo", (otherwise("v", cites=CITES, possible=False, until=None, how=None),))
    return Intent("cancel", ("owner",), Table("closure", tuple(rows)), undo, one_way=CITES)


def told(intent: Intent, row: dict[str, Any]) -> dict[str, Any]:
    """A row as a document tells it: amounts in the currency of the row."""
    told: dict[str, Any] = dict.fromkeys(intent.facts)
    for name, value in row.items():
        told[name] = Money(value, row["currency"]) if isinstance(value, Decimal) else value
    return told | {"on": row.get("on", TODAY), "mode": NO_MODE, "actor": "owner"}


def _plain(decision: Any) -> Any:
    value = decision.refund_amount
    return value.amount if isinstance(value, Money) else value


def on_evaluator(intent: Intent, rows: Rows) -> list[Any]:
    return [_plain(Evaluation(intent, told(intent, row)).decision()) for row in rows]


def on_generated(intent: Intent, rows: Rows) -> list[Any]:
    decide = compile_intent(intent).decide
    found = []
    for each in rows:
        row_told = told(intent, each)
        made = decide(SimpleNamespace(**row_told), row_told["on"], NO_MODE, "owner")
        found.append(_plain(Decision(*made)))
    return found


def _frame(intent: Intent, rows: Rows) -> pl.DataFrame:
    facts = {name: fact for name, fact in intent.facts.items() if not fact.given}
    columns = [
        pl.Series(name, [row.get(name) for row in rows], dtype=TYPES[fact.kind])
        for name, fact in facts.items()
    ]
    columns.append(pl.Series("on", [row.get("on", TODAY) for row in rows], dtype=pl.Date))
    columns.append(pl.Series("currency", [row["currency"] for row in rows], dtype=pl.String))
    return pl.DataFrame(columns).with_row_index("number")


def _made(intent: Intent) -> Plan:
    policy = Policy("random", Edition("1", None, None, TODAY), (intent,))
    facts = {name: fact for name, fact in intent.facts.items() if not fact.given}
    bound = BoundColumns({**facts, "currency": CURRENCY})
    return plan(policy, bound, AskedOfRows(on=Column("on"), actor="owner"))


def _answered(rows: Rows) -> list[Any]:
    """The amounts in the order of the rows; UNKNOWN where they are said not to be known."""
    found = []
    for each in sorted(rows, key=lambda row: row["number"]):
        assert each["error"] is None, each
        open_ = "refund_amount" in each["unknown"].split(",")
        found.append(UNKNOWN if open_ else each["refund_amount"])
    return found


WANTED = ["outcome", "refund_amount", "unknown", "error"]


def _lazily(intent: Intent, frame: Any) -> Any:
    made = _made(intent)
    return nw.to_native(with_outputs(nw.from_native(frame), made, WANTED, nw.Decimal(38, 4)))


def on_polars(intent: Intent, rows: Rows) -> list[Any]:
    return _answered(_lazily(intent, _frame(intent, rows).lazy()).collect().to_dicts())


def on_narwhals(intent: Intent, rows: Rows) -> list[Any]:
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect() as connection:
        relation = connection.from_arrow(_frame(intent, rows).to_arrow())
        return _answered(_lazily(intent, relation).to_arrow_table().to_pylist())


def _statement(intent: Intent, dialect: str) -> str:
    return select(_made(intent), Relation("subscriptions", keep=("number",)), dialect, WANTED)


def on_duckdb(intent: Intent, rows: Rows) -> list[Any]:
    duckdb = pytest.importorskip("duckdb")
    with duckdb.connect() as connection:
        connection.register("subscriptions", _frame(intent, rows).to_arrow())
        done = connection.sql(_statement(intent, "duckdb"))
        return _answered(done.to_arrow_table().to_pylist())


def on_sqlite(intent: Intent, rows: Rows) -> list[Any]:
    """Days are text there, amounts floating numbers: exact as far as those are."""
    frame = _frame(intent, rows)
    with sqlite3.connect(":memory:") as connection:
        names = ", ".join(f'"{name}"' for name in frame.columns)
        connection.execute(f"CREATE TABLE subscriptions ({names})")
        marks = ", ".join("?" * frame.width)
        listed = [tuple(map(_for_sqlite, row)) for row in frame.rows()]
        connection.executemany(f"INSERT INTO subscriptions VALUES ({marks})", listed)
        cursor = connection.execute(_statement(intent, "sqlite"))
        heads = [each[0] for each in cursor.description]
        answered = _answered([dict(zip(heads, row, strict=True)) for row in cursor])
    return [Decimal(f"{v:.3f}") if isinstance(v, float | int) else v for v in answered]


def _for_sqlite(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, date) else value


_SQL = {
    pl.Date: "date", pl.Int64: "bigint", pl.UInt32: "bigint", pl.Boolean: "boolean",
    pl.String: "text", pl.Decimal: "numeric(20, 3)",
}  # fmt: skip


def on_postgres(connection: Any, intent: Intent, rows: Rows) -> list[Any]:
    frame = _frame(intent, rows)
    columns = ", ".join(f'"{name}" {_SQL[type(kind)]}' for name, kind in frame.schema.items())
    with connection.cursor() as cursor:
        cursor.execute(
            f"DROP TABLE IF EXISTS subscriptions; CREATE TABLE subscriptions ({columns})"
        )
        marks = ", ".join(["%s"] * frame.width)
        cursor.executemany(f"INSERT INTO subscriptions VALUES ({marks})", frame.rows())
        cursor.execute(_statement(intent, "postgres"))
        heads = [each.name for each in cursor.description]
        return _answered([dict(zip(heads, row, strict=True)) for row in cursor.fetchall()])


def on_spark(intent: Intent, rows: Rows) -> list[Any]:
    frame = _frame(intent, rows)
    kinds = {**_SQL, pl.String: "string", pl.Decimal: "decimal(20, 3)"}
    columns = ", ".join(f"`{name}` {kinds[type(kind)]}" for name, kind in frame.schema.items())
    spark().createDataFrame(frame.rows(), columns).createOrReplaceTempView("subscriptions")
    done = spark().sql(_statement(intent, "spark"))
    return _answered([row.asDict() for row in done.collect()])


#: by name; PostgreSQL is added by :func:`engines_with`
ENGINES: dict[str, Run] = {
    "evaluator": on_evaluator, "generated": on_generated, "polars": on_polars,
    "narwhals": on_narwhals, "duckdb": on_duckdb, "sqlite": on_sqlite, "spark": on_spark,
}  # fmt: skip


@contextmanager
def postgres_engine() -> Iterator[Run]:
    with postgres() as connection:
        yield partial(on_postgres, connection)
