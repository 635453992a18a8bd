"""Time says the same everywhere: every engine against the reference, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from databases import postgres
from timed import (
    EXPRESSIONS,
    asked_for,
    check,
    in_duckdb,
    in_postgres,
    in_spark,
    in_sqlite,
    on_duckdb,
    on_ibis,
    on_polars,
    on_spark,
    rows,
)

ENGINES = {
    "polars": on_polars, "duckdb relation": on_duckdb, "ibis": on_ibis, "spark frame": on_spark,
    "duckdb": in_duckdb, "sqlite": in_sqlite, "spark": in_spark,
}  # fmt: skip


@pytest.mark.parametrize("name", EXPRESSIONS)
@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning")  # the engines'
def test_every_engine_says_what_the_law_says(engine: str, name: str) -> None:
    intent = asked_for(*EXPRESSIONS[name]())
    check(ENGINES[engine], intent, rows(60 if "spark" in engine else 600, seed=1))


@pytest.fixture(scope="module")
def server() -> Iterator[Any]:
    with postgres() as connection:
        yield connection


@pytest.mark.parametrize("name", EXPRESSIONS)
def test_so_does_postgres(server: Any, name: str) -> None:
    check(partial(in_postgres, server), asked_for(*EXPRESSIONS[name]()), rows(600, seed=2))
