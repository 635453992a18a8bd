"""What cannot be worked with is named before it is used."""

from __future__ import annotations

import pytest
from rows import HUB

from subhub import RequestError

ASKED = {"platform": "impact", "on": "2026-11-21"}
pa = pytest.importorskip("pyarrow")


@pytest.mark.parametrize("name", ["balance", "note"])
@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (pa.decimal256(50, 2), 1),
        (pa.decimal256(9, 2), 1),
        (pa.month_day_nano_interval(), (1, 2, 3)),
    ],
    ids=str,
)
def test_types_of_arrow_that_cannot_be_read_are_named(
    name: str, kind: object, value: object
) -> None:
    frame = pa.table({"status": ["active"], name: pa.array([value], kind)})
    with pytest.raises(RequestError, match=f"the column `{name}` holds"):
        HUB.preview_table(frame, **ASKED)


def test_two_columns_of_one_name() -> None:
    frame = pa.Table.from_arrays([pa.array(["active"]), pa.array(["x"])], names=["status"] * 2)
    with pytest.raises(RequestError, match="two columns of one name"):
        HUB.preview_table(frame, **ASKED)
