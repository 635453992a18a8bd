"""What a frame may look like at the door, and how it comes back."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import polars as pl
import pytest
from engines import ENGINES, polars_frame
from rows import HUB, PLATFORMS, differences, intent, reference, rows, told

from subhub import Column, RequestError
from subhub.policies.engines.columns.outputs import OUTPUTS

DAY = date(2026, 11, 21)


def preview(columns: dict[str, Any], **asked: Any) -> pl.DataFrame:
    asked.setdefault("on", DAY)
    asked.setdefault("platform", "impact")
    found = HUB.preview_table(pl.DataFrame(columns, strict=False), **asked)
    assert isinstance(found, pl.DataFrame)
    return found


def test_extra_columns_and_the_input_stay_as_they_are() -> None:
    frame = pl.DataFrame({"note": ["a", "b"], "locked_actions": [0, 1], "x": [1.5, None]})
    before = frame.clone()
    found = HUB.preview_table(frame, platform="impact", on=DAY)
    assert found.columns == ["note", "locked_actions", "x", *OUTPUTS]
    assert found.select(frame.columns).equals(before)
    assert frame.equals(before)


def test_a_frame_without_facts_answers_unknown_for_every_row() -> None:
    found = preview({"note": ["a", "b", "c"]})
    assert found["verdict"].to_list() == ["unknown"] * 3


def test_a_frame_without_rows_has_every_column() -> None:
    found = preview({"balance": []} | {"on": []}, on=DAY)
    assert found.height == 0
    assert set(OUTPUTS) <= set(found.columns)


def test_some_outputs() -> None:
    found = preview({"locked_actions": [0]}, outputs=["verdict", "ends_on"])
    assert found.columns == ["locked_actions", "verdict", "ends_on"]


@pytest.mark.parametrize(
    ("columns", "named"),
    [
        ({"balance": [1.5]}, ("balance", "Float64")),
        ({"balance": [1]}, ("balance", "Int64")),
        ({"started_on": ["2026-01-01"]}, ("started_on", "String")),
        ({"started_on": [datetime(2026, 1, 1)]}, ("started_on", "Datetime")),
        ({"locked_actions": [0.5]}, ("locked_actions", "Float64")),
        ({"auto_renew": ["yes"]}, ("auto_renew", "String")),
        ({"status": [3]}, ("status", "Int64")),
        ({"verdict": ["allowed"]}, ("verdict", "computed")),
    ],
)
def test_a_wrong_type_is_named_before_any_work(
    columns: dict[str, Any], named: tuple[str, ...]
) -> None:
    with pytest.raises(RequestError) as error:
        HUB.preview_table(pl.LazyFrame(columns), platform="impact", on=DAY)
    assert all(part in str(error.value) for part in named)
    assert error.value.hint


def test_amounts_as_text_count_exactly() -> None:
    columns = {
        "started_on": [date(2026, 11, 1)] * 3, "locked_actions": [0] * 3,
        "pending_actions": [0] * 3, "trial_ends_on": [date(2026, 11, 1)] * 3,
        "status": ["active"] * 3,
        "card_charged": ["0.10", "12 USD", None],
    }  # fmt: skip
    found = preview(columns)
    assert found["refund_amount"].to_list() == [Decimal("0.1"), None, None]
    assert found["error"].to_list() == [None, "card_charged: not_money", None]
    assert found["unknown"][2] == "refund_amount"


@pytest.mark.parametrize(
    ("columns", "error"),
    [
        ({"started_on": [date(2026, 11, 22)]}, "on: before_start"),
        ({"status": ["activ"]}, "status: unknown_value"),
        ({"locked_actions": [-1]}, "locked_actions: not_a_count"),
        ({"balance": [Decimal("-0.01")]}, "balance: negative"),
    ],
)
def test_a_wrong_row_says_so_and_answers_nothing(columns: dict[str, Any], error: str) -> None:
    for engine in ("polars", "duckdb"):
        into, out = ENGINES[engine]
        row = dict.fromkeys(told("impact")) | {name: each[0] for name, each in columns.items()}
        (found,) = out(HUB.preview_table(into("impact", [row | {"on": DAY}]), platform="impact",
                                         on="on"))  # fmt: skip
        assert {name: found[name] for name in OUTPUTS} == dict.fromkeys(OUTPUTS) | {"error": error}


@pytest.mark.parametrize("engine", ["polars", "pandas", "duckdb"])
def test_what_is_fixed_in_dollars_hangs_on_the_currency_of_the_row(engine: str) -> None:
    row = dict.fromkeys(told("squarespace")) | {
        "on": DAY, "product": "website", "status": "active", "billing_interval": "year",
        "started_on": DAY, "free_domain": True, "price": Decimal("192.00"),
    }  # fmt: skip
    into, out = ENGINES[engine]
    given = [row | {"currency": currency} for currency in ("USD", "CAD", None)]
    got = out(HUB.preview_table(into("squarespace", given), platform="squarespace", on="on"))
    assert [each["refund_amount"] for each in got] == [Decimal("172.00"), None, None]
    assert [each["refund_at_most"] for each in got] == [Decimal("192.00")] * 3
    assert ["refund_amount" in each["unknown"] for each in got] == [False, False, True]


def test_a_frame_without_a_currency_does_not_know_what_is_fixed_in_one() -> None:
    given = pl.DataFrame({
        "product": ["website"], "status": ["active"], "billing_interval": ["year"],
        "started_on": [DAY], "free_domain": [True], "price": ["192.00"],
    })  # fmt: skip
    (got,) = HUB.preview_table(given, platform="squarespace", on=DAY).to_dicts()
    assert (got["refund_kind"], got["refund_amount"]) == ("partial", None)
    assert "refund_amount" in got["unknown"].split(",")


@pytest.mark.parametrize(
    ("on", "error"),
    [
        (None, "on: missing"),
        (date(2100, 12, 20), "on: outside_holidays"),
        (DAY, None),
    ],
)
def test_a_day_that_cannot_be_asked_about(on: date | None, error: str | None) -> None:
    idle = {"locked_actions": [0, 0], "pending_actions": [0, 0], "status": ["active"] * 2}
    found = preview(idle | {"on": [on, DAY]}, on="on")
    assert found["error"].to_list() == [error, None]
    assert (found["verdict"][0] is None) is (error is not None)


def test_a_day_before_rules_with_a_known_start() -> None:
    frame = pl.DataFrame({"status": ["active"] * 2, "on": [date(2023, 12, 31), DAY]})
    found = HUB.preview_table(frame, platform="squarespace", on="on")
    assert found["error"].to_list() == ["on: not_in_force", None]


def test_the_last_days_of_the_calendar_are_answered_as_by_the_reference() -> None:
    last = date(2100, 12, 14)
    found = preview({"locked_actions": [0, 0], "pending_actions": [0, 0], "status": ["active"] * 2,
                     "trial_ends_on": [date(2026, 1, 1)] * 2, "on": [last, date(2100, 12, 31)]},
                    on="on")  # fmt: skip
    assert found["refund_due_by"].to_list() == [date(2100, 12, 29), None]
    assert found["error"].to_list() == [None, "on: outside_holidays"]


@pytest.mark.parametrize("engine", ["polars", "polars lazy", "duckdb"])
def test_mixed_platforms_come_back_in_order(engine: str) -> None:
    frames, given, expected = [], [], []
    for platform in PLATFORMS:
        some = rows(platform, 30, 0.3, seed=4)
        rules = intent(platform)
        assert rules is not None
        model = HUB.registry.adapter(platform).subscription()
        expected += [reference(rules, row, model) for row in some]
        given += [row | {"platform": platform} for row in some]
        frames.append(polars_frame(platform, some).with_columns(platform=pl.lit(platform)))
    mixed = pl.concat(frames, how="diagonal")
    shuffled = [(index * 37) % len(given) for index in range(len(given))]
    mixed = mixed[shuffled]
    if engine == "duckdb":
        import duckdb

        found = HUB.preview_table(duckdb.connect().from_arrow(mixed.to_arrow()), on="on")
        got = found.to_arrow_table().to_pylist()
    else:
        frame = mixed.lazy() if "lazy" in engine else mixed
        got = HUB.preview_table(frame, on="on").lazy().collect().to_dicts()
    wanted = [expected[index] for index in shuffled]
    assert list(differences(wanted, got, [given[index] for index in shuffled])) == []


def test_a_platform_that_does_not_exist_is_an_error_of_its_row() -> None:
    found = preview({"platform": ["impakt", None, "impact"]}, platform=None)
    assert found["error"].to_list() == ["platform: unknown_value", "platform: missing", None]


def test_without_a_platform_there_is_no_answer() -> None:
    with pytest.raises(RequestError, match="platform"):
        preview({"balance": ["1.00"]}, platform=None)


def test_mode_and_actor_from_columns() -> None:
    columns = {
        "how": ["immediate", "period_end", None, "sideways"],
        "who": ["contributor", "billing", None, "billing"],
        "status": ["active"] * 4, "auto_renew": [True] * 4, "product": ["website"] * 4,
        "current_period_end": [date(2026, 12, 1)] * 4, "billing_interval": ["month"] * 4,
    }  # fmt: skip
    found = preview(columns, platform="squarespace", mode=Column("how"), actor=Column("who"))
    assert found["verdict"].to_list() == ["blocked", "allowed", "allowed", None]
    assert found["blockers"].to_list() == ["permission_required", "", "", None]
    assert found["ends_on"].to_list() == [None, date(2026, 12, 1), DAY, None]
    assert found["error"][3] == "how: unknown_value"


def test_a_mode_or_actor_that_does_not_exist_is_refused() -> None:
    for asked in ({"mode": "sideways"}, {"actor": "nobody"}):
        with pytest.raises(RequestError, match="not known here"):
            preview({"status": ["active"]}, platform="squarespace", **asked)


def test_an_intent_that_is_not_offered_is_blocked_as_for_one() -> None:
    found = preview({"status": ["active"]}, intent="stop_sales")
    one = HUB.preview({"platform": "impact"}, on=DAY, intent="stop_sales")
    assert found["verdict"][0] == one.verdict == "blocked"
    assert found["blockers"][0] == one.blockers[0].code


def test_categories_and_empty_columns_are_read() -> None:
    frame = pl.DataFrame({"status": ["canceled", "active"], "balance": [None, None]})
    frame = frame.cast({"status": pl.Categorical})
    found = HUB.preview_table(frame, platform="impact", on=DAY)
    assert found["verdict"].to_list() == ["nothing_to_do", "allowed"]


def test_text_that_is_implied_by_a_day() -> None:
    found = preview({"product": ["digital_products"], "site_ends_on": [date(2026, 12, 1)]},
                    platform="squarespace")  # fmt: skip
    assert found["reversible_until"].to_list() == [None]
    one = HUB.preview({"platform": "squarespace", "product": "digital_products",
                       "site_ends_on": "2026-12-01"}, on=DAY)  # fmt: skip
    assert found["reversible_how"][0] == one.reversible.how


def test_pandas_keeps_its_index_and_its_nulls_mean_not_known() -> None:
    pd = pytest.importorskip("pandas")
    frame = pd.DataFrame(
        {"started_on": pd.to_datetime(["2026-11-10", None]), "locked_actions": [0.0, float("nan")],
         "pending_actions": [0, 0], "status": ["active", None]},
        index=["x", "y"],
    )  # fmt: skip
    found = HUB.preview_table(frame, platform="impact", on=DAY)
    assert list(found.index) == ["x", "y"]
    assert found["verdict"].to_list() == ["allowed", "unknown"]
    assert pd.isna(found.loc["y", "outcome"])
    assert "outcome" in found.loc["y", "unknown"]
    assert found.dtypes["started_on"] == frame.dtypes["started_on"]
    for wrong in (pd.to_datetime(["2026-11-10 10:00", None]), ["2026-11-10", "x"]):
        with pytest.raises(RequestError, match="started_on"):
            HUB.preview_table(frame.assign(started_on=wrong), platform="impact", on=DAY)


def test_something_that_is_no_frame() -> None:
    with pytest.raises(RequestError, match="list"):
        HUB.preview_table([1, 2], platform="impact", on=DAY)


def test_without_narwhals_the_extra_is_named() -> None:
    script = """
import sys
sys.modules["narwhals"] = None
from subhub import Hub
from subhub.errors import MissingExtra
try:
    Hub().preview_table([], platform="impact")
except MissingExtra as error:
    print(error.hint)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.stdout.strip() == (
        "pip install 'subhub-cancel[tables]', or in a checkout pip install '.[tables]'"
    )
