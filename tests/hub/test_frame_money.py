"""Amounts of frames are held to what documents are held to: digits, decimals, currencies."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import polars as pl
import pytest
from rows import HUB

from subhub import DocumentError

DAY = date(2026, 11, 21)
ENGINES = ["polars", "polars lazy", "pyarrow", "duckdb"]


def errors(engine: str, columns: dict[str, Any], schema: dict[str, Any] | None = None) -> list[Any]:
    frame = pl.DataFrame(columns, schema_overrides=schema)
    asked = {"platform": "impact", "on": DAY}
    if engine == "duckdb":
        duckdb = pytest.importorskip("duckdb")
        relation = duckdb.connect().from_arrow(frame.to_arrow())
        found = HUB.preview_table(relation, **asked).to_arrow_table()
        return list(found.column("error").to_pylist())
    if engine == "pyarrow":
        return list(HUB.preview_table(frame.to_arrow(), **asked).column("error").to_pylist())
    if engine == "polars lazy":
        return HUB.preview_table(frame.lazy(), **asked).collect()["error"].to_list()
    return HUB.preview_table(frame, **asked)["error"].to_list()


AMOUNTS = [
    ("12.50", "USD"), ("12.505", "USD"), ("1.5", "JPY"), ("100", "JPY"), ("1.234", "KWD"),
    ("1.2345", "KWD"), ("5", "XXQ"), ("5", "usd"), (None, "XXQ"), ("5.123", None), (None, None),
]  # fmt: skip


def of_a_document(amount: str | None, currency: str | None) -> str | None:
    """The code a document with this amount is refused with."""
    if amount is None or currency is None:
        return None
    try:
        HUB.preview({"platform": "impact", "balance": f"{amount} {currency}"}, on=DAY)
    except DocumentError as error:
        return error.problems[0].code
    return None


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("dtype", [pl.String, pl.Decimal(24, 6), pl.Decimal(38, 9)], ids=str)
def test_a_row_is_refused_where_its_document_is(engine: str, dtype: Any) -> None:
    text = pl.Series([amount for amount, _ in AMOUNTS], dtype=pl.String)
    columns = {"balance": text.cast(dtype), "currency": [code for _, code in AMOUNTS]}
    got = [error and error.partition(": ")[2] for error in errors(engine, columns)]
    assert got == [of_a_document(*each) for each in AMOUNTS]


@pytest.mark.parametrize("engine", ENGINES)
def test_cents_of_a_currency_without_them(engine: str) -> None:
    columns = {"balance": [Decimal("1.50"), Decimal("2.00")], "currency": ["JPY", "JPY"]}
    assert errors(engine, columns) == ["balance: too_many_decimals", None]


@pytest.mark.parametrize("engine", ENGINES)
def test_amounts_too_wide_for_the_scale_of_the_others_are_refused(engine: str) -> None:
    columns = {
        "balance": [Decimal(10**36), Decimal(5)], "card_charged": [Decimal("0.1"), Decimal("0.1")],
    }  # fmt: skip
    schema = {"balance": pl.Decimal(38, 0), "card_charged": pl.Decimal(38, 20)}
    wide, fits = errors(engine, columns, schema)
    assert wide.startswith("balance: not_") and fits is None
