"""Expressions about time, rows to ask them of, and every engine that can be asked."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Callable
from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

import narwhals as nw
import polars as pl
import pytest

from subhub.model.column import Column
from subhub.model.months import last_day
from subhub.policies.engines.columns.bound import AskedOfRows, BoundColumns
from subhub.policies.engines.columns.plan import OUTPUTS, Plan, plan
from subhub.policies.engines.columns.run import with_outputs
from subhub.policies.engines.evaluate import UNKNOWN, Evaluation
from subhub.policies.engines.python.compiled import compile_intent
from subhub.policies.language.expressions import DOES_NOT_APPLY, Expr, Fact, Kind
from subhub.policies.language.facts import ON
from subhub.policies.language.policy import Edition, Intent, Policy
from subhub.policies.language.sources import Source
from subhub.policies.language.tables import RefundTerms, Table, otherwise

TODAY = date(2026, 11, 21)
CITES = (Source("T", "P", "https://x.example", TODAY, {"X-1": "s"})["X-1"],)
ONE, OTHER = Fact("one", Kind.DAY), Fact("other", Kind.DAY)
NUMBER = Fact("number", Kind.COUNT, signed=True)
FACTS = {each.name: each for each in (ONE, OTHER, NUMBER)}
#: where a decision has days
DAYS = ("ends_on", "access_until", "billing_stops_on", "refund_due_by", "reversible_until")
Rows = list[dict[str, Any]]
SCHEMA = {"on": pl.Date, "one": pl.Date, "other": pl.Date, "number": pl.Int64}


def asked_for(*days: Expr) -> Intent:
    """An intent that gives up to five days."""
    out = dict(zip(DAYS, (*days, *[DOES_NOT_APPLY] * (5 - len(days))), strict=True))
    terms = RefundTerms("none", due_by=out.pop("refund_due_by"))
    until = out.pop("reversible_until")
    closure = Table("closure", (otherwise("all", cites=CITES, refund=terms, **out),))
    undo = otherwise("undone", cites=CITES, possible=True, until=until, how=None)
    return Intent("cancel", ("owner",), closure, Table("undo", (undo,)), one_way=CITES)


def planned(intent: Intent) -> Plan:
    policy = Policy("timed", Edition("1", None, None, TODAY), (intent,))
    return plan(
        policy, BoundColumns(FACTS), AskedOfRows(on=Column("on"), actor="owner", checked=False)
    )


def rows(count: int, seed: int, nulls: float = 0.05) -> Rows:
    """Days where months are short and where the calendar ends; numbers small, large and below 0."""
    rng = random.Random(seed)

    def day(ends: bool) -> date:
        year = (
            rng.choice((1, 1900, 9999, rng.randint(1, 9999))) if ends else rng.randint(2023, 2029)
        )
        first = date(year, rng.choice((1, 2, 2, 3, 4, 12, rng.randint(1, 12))), 1)
        return min(last_day(first, 1), first + timedelta(rng.choice((0, 14, 27, 28, 29, 30))))

    def number() -> int:
        huge = (-(10**15), -5_000_000, -120_000, 120_000, 5_000_000, 10**15)
        usual = (0, 1, 1, 2, 3, 12, 24, 30, -1, -13, rng.randint(-40, 99))
        return rng.choice((*usual, rng.choice(huge)))

    found = []
    for _ in range(count):
        ends = rng.random() < 0.2
        given: dict[str, Any] = {"one": day(ends), "other": day(ends), "number": number()}
        told = {name: None if rng.random() < nulls else value for name, value in given.items()}
        found.append({"on": day(ends), **told})
    return found


def by_the_law(intent: Intent, given: Rows) -> Rows:
    found = []
    for row in given:
        decided = Evaluation(intent, {**row, "mode": "none", "actor": "owner"}).decision()
        made = compile_intent(intent).decide(SimpleNamespace(**row), row["on"], "none", "owner")
        assert made == tuple(decided), row
        found.append(decided._asdict())
    return found


def check(run: Callable[[Plan, Rows], Rows], intent: Intent, given: Rows) -> None:
    """The engine answers each row as the reference does, and knows as much."""
    got = run(planned(intent), given)
    for asked, want, have in zip(given, by_the_law(intent, given), got, strict=True):
        open_ = set(filter(None, (have["unknown"] or "").split(",")))
        for field in DAYS:
            wanted = None if want[field] is UNKNOWN else want[field]
            assert _day(have[field]) == wanted, (field, asked)
            assert (field in open_) == (want[field] is UNKNOWN), (field, asked)


def _day(value: Any) -> Any:
    return date.fromisoformat(value) if isinstance(value, str) else value


def frame(given: Rows) -> pl.DataFrame:
    return pl.DataFrame(given, schema=SCHEMA)


def _lazily(native: Any, made: Plan) -> Any:
    lazy = nw.from_native(native).lazy()
    return nw.to_native(with_outputs(lazy, made, list(OUTPUTS), nw.Decimal(24, 2)))


def answered(engine: str, made: Plan, rows: pl.DataFrame) -> Rows:
    """What an engine that is always there answers."""
    numbered = rows.with_row_index("row_id")
    if engine == "polars":
        found: Rows = _lazily(rows, made).collect().to_dicts()
        return found
    if engine == "sqlite":
        return _by_sqlite(numbered, statement(made, "sqlite"))
    import duckdb

    with duckdb.connect() as connection:
        connection.register("subscriptions", numbered.to_arrow())
        made_of: Rows = connection.sql(statement(made, "duckdb")).to_arrow_table().to_pylist()
    return made_of


def _by_sqlite(rows: pl.DataFrame, query: str) -> Rows:
    connection = sqlite3.connect(":memory:")
    connection.execute(f"CREATE TABLE subscriptions ({', '.join(map(repr, rows.columns))})")
    marks = ", ".join("?" * rows.width)
    texts = [tuple(map(_text, row)) for row in rows.iter_rows()]
    connection.executemany(f"INSERT INTO subscriptions VALUES ({marks})", texts)
    cursor = connection.execute(query)
    names = [each[0] for each in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor]


def on_polars(made: Plan, given: Rows) -> Rows:
    return answered("polars", made, frame(given))


def on_duckdb(made: Plan, given: Rows) -> Rows:
    import duckdb

    with duckdb.connect() as connection:
        relation = connection.from_arrow(frame(given).with_row_index("row_id").to_arrow())
        found: Rows = _lazily(relation, made).order("row_id").to_arrow_table().to_pylist()
    return found


def on_ibis(made: Plan, given: Rows) -> Rows:
    ibis = pytest.importorskip("ibis")
    table = ibis.memtable(frame(given).with_row_index("row_id").to_arrow())
    found: Rows = _lazily(table, made).order_by("row_id").to_pyarrow().to_pylist()
    return found


def on_spark(made: Plan, given: Rows) -> Rows:
    done = _lazily(_to_spark(given), made).orderBy("row_id")
    return [row.asDict() for row in done.collect()]


def _to_spark(given: Rows) -> Any:
    from engines import spark

    numbered = [(at, *row.values()) for at, row in enumerate(given)]
    return spark().createDataFrame(
        numbered, "row_id int, `on` date, one date, other date, number bigint"
    )


def statement(made: Plan, dialect: str) -> str:
    from subhub.policies.engines.sql.emit import Relation, select

    text = select(made, Relation("subscriptions", keep=("row_id",)), dialect, list(OUTPUTS))
    return f"SELECT * FROM ({text}\n) AS answered ORDER BY row_id"


def in_duckdb(made: Plan, given: Rows) -> Rows:
    return answered("duckdb", made, frame(given))


def in_sqlite(made: Plan, given: Rows) -> Rows:
    return answered("sqlite", made, frame(given))


def _text(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def in_spark(made: Plan, given: Rows) -> Rows:
    from engines import spark

    _to_spark(given).createOrReplaceTempView("subscriptions")
    return [row.asDict() for row in spark().sql(statement(made, "spark")).collect()]


def in_postgres(connection: Any, made: Plan, given: Rows) -> Rows:
    with connection.cursor() as cursor:
        cursor.execute(
            "DROP TABLE IF EXISTS subscriptions; CREATE TABLE subscriptions"
            ' (row_id int, "on" date, one date, other date, number bigint)'
        )
        listed = [(at, *row.values()) for at, row in enumerate(given)]
        cursor.executemany("INSERT INTO subscriptions VALUES (%s, %s, %s, %s, %s)", listed)
        cursor.execute(statement(made, "postgres"))
        names = [each.name for each in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


#: five at a time are asked of every engine
EXPRESSIONS: dict[str, Callable[[], tuple[Expr, ...]]] = {}


def _listed() -> None:
    from subhub.policies.language.durations import (
        day_of_month,
        month_end,
        months,
        months_between,
        next_after,
        on_or_after,
        quarter_end,
        weeks,
        year_end,
        years,
    )
    from subhub.policies.language.functions import choose, days_between, maximum, minimum

    between = days_between(ONE, OTHER)
    EXPRESSIONS.update(
        {
            "days": lambda: (
                ONE + NUMBER, ONE - NUMBER, ON + weeks(NUMBER), ON + between,
                ONE + (NUMBER + NUMBER - 3),
            ),
            "numbers of days": lambda: (
                choose(days_between(ONE, ON) < days_between(ON, OTHER), ONE, OTHER),
                choose(between <= NUMBER, ONE, OTHER),
                choose(between + 7 == NUMBER - 1, ONE, OTHER),
                ONE + maximum(between, 30), ON - minimum(between, NUMBER),
            ),
            "months": lambda: (
                ONE + months(NUMBER, round="down"), ONE + months(NUMBER, round="up"),
                ONE + months(NUMBER, round="refuse"), ON - months(1, round="down"),
                ON - months(NUMBER, round="up"),
            ),
            "years and so many months": lambda: (
                ONE + years(1, round="up"), ON + years(NUMBER, round="down"),
                ONE + months(6, round="refuse"), ONE + months(1, round="up") + 14,
                TODAY_PLUS() ,
            ),
            "ends of periods": lambda: (
                month_end(ONE), quarter_end(ONE), year_end(ONE),
                month_end(ON + months(3, round="down")), quarter_end(ON + NUMBER),
            ),
            "months between": lambda: (
                choose(months_between(ONE, OTHER, round="down") < 12, ONE, OTHER),
                choose(
                    months_between(ONE, ON, round="up") == months_between(ON, OTHER, round="down"),
                    ONE, OTHER,
                ),
                ONE + months(months_between(ONE, OTHER, round="down"), round="down"),
                ONE + months(months_between(ONE, OTHER, round="up"), round="up"),
                choose(day_of_month(ONE) > 15, ONE, OTHER),
            ),
            "recurrences of months": lambda: (
                next_after(ON, start=ONE, every=months(12)),
                next_after(ON, start=ONE, every=months(NUMBER)),
                next_after(ON, start=ONE, every=months(1, round="up")),
                on_or_after(ON, start=ONE, every=months(1)),
                on_or_after(ON, start=ONE, every=years(NUMBER, round="up")) - 30,
            ),
            "recurrences of days": lambda: (
                next_after(ON, start=ONE, every=weeks(2)), next_after(ON, start=ONE, every=NUMBER),
                on_or_after(OTHER, start=ONE, every=10),
                month_end(next_after(ON, start=ONE, every=3)),
                next_after(ON, start=ONE, every=1),
            ),
        }
    )  # fmt: skip


def TODAY_PLUS() -> Expr:  # noqa: N802
    """A fixed day, moved by a fact."""
    from subhub.policies.language.durations import months
    from subhub.policies.language.expressions import Const

    return Const(Kind.DAY, date(2028, 2, 29)) + months(NUMBER, round="down")


_listed()
