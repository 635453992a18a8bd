"""Durations as documents say them: read whole or refused, and said again in one form."""

from __future__ import annotations

import pickle
from typing import Any

import pytest
from pydantic import TypeAdapter

from subhub.errors import InvalidValue
from subhub.model.durations import Duration


@pytest.mark.parametrize(
    "text, months, days, said",
    [
        ("24 months", 24, 0, "24 months"),
        ("1 month", 1, 0, "1 month"),
        ("14 days", 0, 14, "14 days"),
        ("2 weeks", 0, 14, "14 days"),
        ("1 year 6 months", 18, 0, "18 months"),
        ("1 year, 6 months and 3 days", 18, 3, "18 months 3 days"),
        ("P24M", 24, 0, "24 months"),
        ("P1Y6M", 18, 0, "18 months"),
        ("P2W", 0, 14, "14 days"),
        ("P1Y2M3W4D", 14, 25, "14 months 25 days"),
        (" 1 day ", 0, 1, "1 day"),
        ("0 days", 0, 0, "0 days"),
        ("P0D", 0, 0, "0 days"),
    ],
)
def test_what_a_document_says(text: str, months: int, days: int, said: str) -> None:
    found = Duration.parse(text)
    assert (found.months, found.days, str(found)) == (months, days, said)
    assert Duration.parse(said) == found == pickle.loads(pickle.dumps(found))
    assert TypeAdapter(Duration).dump_json(found) == f'"{said}"'.encode()


@pytest.mark.parametrize(
    "value",
    [
        "", "24", 24, 1.5, True, "two weeks", "-1 month", "1.5 months", "P", "PT24H", "P1YT1H",
        "p1m", "1 month 2 months", "3 hours", "P-1M", "1 months of notice", "1000000 days",
        "\uff11 month", None, "14days", ["14 days"],
    ],
)  # fmt: skip
def test_anything_else_is_refused(value: Any) -> None:
    with pytest.raises(InvalidValue, match="is not a duration"):
        Duration.parse(value)


def test_it_never_changes_and_has_no_order() -> None:
    month = Duration(months=1)
    with pytest.raises(AttributeError):
        month.months = 2
    with pytest.raises(TypeError):
        _ = month < Duration(days=30)  # type: ignore[operator]
    assert len({month, Duration.parse("1 month"), Duration(days=30)}) == 2
