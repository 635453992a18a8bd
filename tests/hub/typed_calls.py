"""What a type checker makes of calls; read by mypy in test_typing.py, and never run."""

from __future__ import annotations

from typing import assert_type

import polars as pl

from subhub import Cancellation, Column, Hub, Request

HUB = Hub()
DOCUMENT = {"platform": "gym"}


def frames(eager: pl.DataFrame, lazy: pl.LazyFrame) -> None:
    assert_type(HUB.preview_table(eager, platform="gym", on=Column("on")), pl.DataFrame)
    assert_type(HUB.preview_table(lazy, on="2026-11-21"), pl.LazyFrame)


def requests() -> None:
    assert_type(HUB.preview(DOCUMENT, on="2026-11-21", mode=None), Cancellation)
    assert_type(HUB.preview(Request(document=DOCUMENT), actor="me"), Cancellation)
    HUB.preview(DOCUMENT, mod="immediate")  # type: ignore[call-arg]
    HUB.preview(DOCUMENT, mode=3)  # type: ignore[arg-type]
    HUB.compare(DOCUMENT, mode="immediate")  # type: ignore[call-arg]
    HUB.preview_table(DOCUMENT, on=Column(3))  # type: ignore[arg-type]
