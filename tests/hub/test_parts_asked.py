"""What is asked of many rows: a value, or a column that is said to be one; alike at both doors."""

from __future__ import annotations

from datetime import date
from typing import Any

import polars as pl
import pytest

from subhub import Column, Hub, RequestError, UnknownPlatform
from subhub.cli.options import value_or_column

pytest.importorskip("sqlglot")

HUB = Hub()
DAY = date(2026, 11, 21)
ROWS = pl.DataFrame(
    {
        "status": ["active", "canceled"],
        "immediate": ["period_end", "immediate"],  # a column that is called like a value
        "on": [DAY, DAY],
        "asked_on": [DAY, date(2026, 11, 22)],
        "shop": ["squarespace", "impact"],
        "mode": ["immediate", "period_end"],
    }
)


def frame(**asked: Any) -> pl.DataFrame:
    options: dict[str, Any] = {"platform": "squarespace", "on": DAY} | asked
    return HUB.preview_table(ROWS, **options)


def select(**asked: Any) -> str:
    options: dict[str, Any] = {"platform": "squarespace", "on": DAY} | asked
    return HUB.sql(options.pop("platform"), "duckdb", **options)


DOORS = {"frame": frame, "sql": select}


def test_plain_text_is_a_value_whatever_columns_there_are() -> None:
    by_value = frame(mode="immediate")
    assert by_value["outcome"].to_list() == frame()["outcome"].to_list()
    by_column = frame(mode=Column("immediate"))
    assert by_column["outcome"][0] == frame(mode="period_end")["outcome"][0]


def test_a_column_of_any_name_tells_each_part() -> None:
    found = frame(platform=Column("shop"), on=Column("asked_on"), mode=Column("mode"))
    assert found["error"].to_list() == [None, None]
    assert "asked_on" in select(on=Column("asked_on"))
    assert "whose" in select(actor=Column("whose"))


def test_the_own_name_of_a_part_is_short_for_its_column() -> None:
    short, long = frame(on="on", mode="mode"), frame(on=Column("on"), mode=Column("mode"))
    assert short.equals(long)
    assert select(on="on", mode="mode") == select(on=Column("on"), mode=Column("mode"))


@pytest.mark.parametrize("door", DOORS)
@pytest.mark.parametrize(
    ("part", "value", "near"),
    [
        ("mode", "imediate", "`immediate`"),
        ("actor", "bill", "billing"),
        ("on", "asked_on", "2026-11-21"),
        ("on", "2026-13-01", "2026-11-21"),
    ],
)
def test_text_that_is_no_value_says_how_a_column_is_named(
    door: str, part: str, value: str, near: str
) -> None:
    with pytest.raises(RequestError) as caught:
        DOORS[door](**{part: value})
    assert f"`{value}`" in str(caught.value)
    assert near in caught.value.hint
    assert f'`Column("{value}")`' in caught.value.hint and f"`{{{value}}}`" in caught.value.hint


@pytest.mark.parametrize("door", DOORS)
def test_an_intent_nobody_knows_is_an_error_and_no_blocked_rows(door: str) -> None:
    with pytest.raises(RequestError, match="cancle") as caught:
        DOORS[door](intent="cancle")
    assert "did you mean `cancel`?" in caught.value.hint
    with pytest.raises(RequestError, match="one for all rows"):
        DOORS[door](intent=Column("intent"))


def test_the_hint_is_said_in_japanese_too() -> None:
    from subhub.words.errors import tell

    with pytest.raises(RequestError) as caught:
        frame(mode="imediate")
    (said,) = tell(caught.value, "ja")
    assert "`immediate`のことですか?" in said.hint
    assert '`Column("imediate")`' in said.hint and "`{imediate}`" in said.hint


def test_a_platform_nobody_knows_is_an_error() -> None:
    for door in DOORS.values():
        with pytest.raises(UnknownPlatform, match="squarspace"):
            door(platform="squarspace")


def test_a_column_that_is_not_there_names_the_nearest() -> None:
    with pytest.raises(RequestError, match="there is no column `askd_on`") as caught:
        frame(on=Column("askd_on"))
    assert "`asked_on`" in caught.value.hint
    with pytest.raises(RequestError, match="no column `platform`"):
        HUB.preview_table(ROWS, on=DAY)


def test_the_command_line_writes_a_column_in_braces() -> None:
    assert value_or_column(None, None, "{asked_on}") == Column("asked_on")  # type: ignore[arg-type]
    assert value_or_column(None, None, "asked_on") == "asked_on"  # type: ignore[arg-type]
    assert value_or_column(None, None, None) is None  # type: ignore[arg-type]
