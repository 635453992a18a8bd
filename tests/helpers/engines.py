"""Every engine a frame can live in: how rows get in, and how they come out."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cache
from typing import Any

import polars as pl
import pytest
from rows import told

from subhub.policies.language.expressions import Kind

Rows = list[dict[str, Any]]
DTYPES = {
    Kind.DAY: pl.Date(), Kind.MONEY: pl.Decimal(18, 2), Kind.COUNT: pl.Int64(),
    Kind.BOOL: pl.Boolean(), Kind.CODE: pl.String(),
}  # fmt: skip
_SPARK = {pl.Date: "date", pl.Int64: "bigint", pl.Boolean: "boolean", pl.String: "string"}


def polars_frame(platform: str, rows: Rows) -> pl.DataFrame:
    kinds = {name: DTYPES[fact.kind] for name, fact in told(platform).items()}
    return pl.DataFrame(rows, schema={"on": pl.Date(), **kinds})


@cache
def spark() -> Any:
    """A Spark of two threads on this machine; skips where there is none."""
    pytest.importorskip("pyspark", reason="pyspark is not installed")
    if shutil.which("java") is None:
        pytest.skip("there is no Java on this machine")
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        from pyspark.sql import SparkSession

        builder = SparkSession.builder.master("local[2]").appName("subhub tests")
        session = builder.config("spark.ui.enabled", "false").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return session


def spark_frame(platform: str, rows: Rows) -> Any:
    schema = polars_frame(platform, []).schema
    columns = ", ".join(
        f"`{name}` {_SPARK.get(type(dtype), 'decimal(18,2)')}" for name, dtype in schema.items()
    )
    return spark().createDataFrame([tuple(row[name] for name in schema) for row in rows], columns)


def _pandas_in(platform: str, rows: Rows) -> Any:
    return pytest.importorskip("pandas").DataFrame(rows)


def _pandas_out(frame: Any) -> Rows:
    import pandas as pd

    assert isinstance(frame, pd.DataFrame)
    return [
        {name: None if pd.isna(value) else value for name, value in row.items()}
        for row in frame.to_dict("records")
    ]


def _duckdb_in(platform: str, rows: Rows) -> Any:
    import duckdb

    table = polars_frame(platform, rows).to_arrow()
    return duckdb.connect().from_arrow(table)


def _ibis_in(platform: str, rows: Rows) -> Any:
    import duckdb

    ibis = pytest.importorskip("ibis")
    connection = duckdb.connect()
    table = polars_frame(platform, rows).to_arrow()
    connection.register("arrow", table)
    connection.execute("CREATE TABLE subscriptions AS FROM arrow")
    return ibis.duckdb.from_connection(connection).table("subscriptions")


ENGINES: dict[str, tuple[Callable[[str, Rows], Any], Callable[[Any], Rows]]] = {
    "polars": (polars_frame, lambda frame: frame.to_dicts()),
    "polars lazy": (
        lambda platform, rows: polars_frame(platform, rows).lazy(),
        lambda frame: frame.collect().to_dicts(),
    ),
    "polars streaming": (
        lambda platform, rows: polars_frame(platform, rows).lazy(),
        lambda frame: frame.collect(engine="streaming").to_dicts(),
    ),
    "pyarrow": (
        lambda platform, rows: polars_frame(platform, rows).to_arrow(),
        lambda table: table.to_pylist(),
    ),
    "pandas": (_pandas_in, _pandas_out),
    "duckdb": (_duckdb_in, lambda relation: relation.to_arrow_table().to_pylist()),
    "ibis": (_ibis_in, lambda table: table.to_pyarrow().to_pylist()),
    "spark": (spark_frame, lambda frame: [row.asDict() for row in frame.collect()]),
}
