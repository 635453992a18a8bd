"""Engines that a SELECT is run on: rows in, the result of a statement out."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from engines import Rows, polars_frame, spark, spark_frame

from subhub.policies.engines.columns.outputs import OUTPUTS
from subhub.policies.language.expressions import Kind

Run = Callable[[str, Rows, str], Rows]


def on_duckdb(platform: str, rows: Rows, statement: str) -> Rows:
    import duckdb

    connection = duckdb.connect()
    connection.register("subscriptions", polars_frame(platform, rows).to_arrow())
    return connection.sql(statement).to_arrow_table().to_pylist()


def on_spark(platform: str, rows: Rows, statement: str) -> Rows:
    spark_frame(platform, rows).createOrReplaceTempView("subscriptions")
    return [row.asDict() for row in spark().sql(statement).collect()]


def on_sqlite(platform: str, rows: Rows, statement: str) -> Rows:
    """SQLite keeps days as text, amounts as numbers, yes and no as 1 and 0."""
    connection = sqlite3.connect(":memory:")
    names = list(polars_frame(platform, []).schema)
    listed = ", ".join(f'"{name}"' for name in names)
    connection.execute(f"CREATE TABLE subscriptions ({listed})")
    marks = ", ".join("?" * len(names))
    connection.executemany(
        f"INSERT INTO subscriptions VALUES ({marks})",
        [[_to_sqlite(row[name]) for name in names] for row in rows],
    )
    cursor = connection.execute(statement)
    heads = [each[0] for each in cursor.description]
    return [
        {name: _from_sqlite(name, value) for name, value in zip(heads, row, strict=True)}
        for row in cursor
    ]


def _to_sqlite(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    return value.isoformat() if isinstance(value, date) else value


def _from_sqlite(name: str, value: Any) -> Any:
    kind = OUTPUTS.get(name)
    if value is None or kind is None:
        return value
    if kind is Kind.DAY:
        return date.fromisoformat(value)
    if kind is Kind.MONEY:
        return Decimal(str(value)).quantize(Decimal("0.01"))
    return bool(value) if kind is Kind.BOOL else value


@contextmanager
def postgres() -> Iterator[Any]:
    """A PostgreSQL of its own for as long as the test lasts; skips where there is none."""
    psycopg = pytest.importorskip("psycopg", reason="psycopg is not installed")
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    initdb = shutil.which("initdb") or (str(found[-1]) if found else None)
    if initdb is None:
        pytest.skip("PostgreSQL is not installed on this machine")
    tools = Path(initdb).resolve().parent
    # PostgreSQL refuses to run as root
    as_user = ["runuser", "-u", "postgres", "--"] if _is_root() else []
    with tempfile.TemporaryDirectory(prefix="subhub-pg-") as folder:
        Path(folder).chmod(0o777)
        data = f"{folder}/data"
        quiet: dict[str, Any] = {"check": True, "stdout": subprocess.DEVNULL, "cwd": folder}
        subprocess.run([*as_user, tools / "initdb", "-A", "trust", "-U", "test", data], **quiet)
        start = [*as_user, tools / "pg_ctl", "-D", data, "-w", "-l", f"{folder}/log"]
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
        subprocess.run([*start, "-o", options, "start"], **quiet)
        try:
            with psycopg.connect(f"host={folder} user=test dbname=postgres") as connection:
                yield connection
        finally:
            subprocess.run([*start, "-m", "immediate", "stop"], **quiet)


def _is_root() -> bool:
    import os

    return os.geteuid() == 0


_POSTGRES = {
    "Date": "date", "Int64": "bigint", "Boolean": "boolean", "String": "text",
}  # fmt: skip


def on_postgres(connection: Any, platform: str, rows: Rows, statement: str) -> Rows:
    schema = polars_frame(platform, []).schema
    columns = ", ".join(
        f'"{name}" {_POSTGRES.get(str(dtype), "numeric(18,2)")}' for name, dtype in schema.items()
    )
    with connection.cursor() as cursor:
        cursor.execute(
            f"DROP TABLE IF EXISTS subscriptions; CREATE TABLE subscriptions ({columns})"
        )
        marks = ", ".join(["%s"] * len(schema))
        cursor.executemany(
            f"INSERT INTO subscriptions VALUES ({marks})",
            [[row[name] for name in schema] for row in rows],
        )
        cursor.execute(statement)
        heads = [each.name for each in cursor.description]
        return [dict(zip(heads, row, strict=True)) for row in cursor.fetchall()]
