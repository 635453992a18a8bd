"""Whatever a row is, it alone is rejected; whatever a file is, the error names it."""

from __future__ import annotations

import csv
import datetime as dt
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from rows import HUB

from subhub import DocumentError, RequestError
from subhub.frames.csv_text import as_csv
from subhub.frames.lines import blocks
from subhub.frames.scanning import Scan, scan
from subhub.model import limits

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")
ASKED = {"platform": "impact", "on": "2026-11-21"}


def rejected(source: Path, out: str = "out.csv", **more: Any) -> tuple[int, dict[int, str]]:
    """How many rows were answered, and why the others were not, by their numbers."""
    bad = source.with_name("bad.csv")
    summary = scan(HUB, Scan(str(source), source.with_name(out), ASKED, rejects=bad, **more))
    with bad.open(encoding="utf-8", newline="") as file:
        return summary.rows, {int(row["row"]): row["reason"] for row in csv.DictReader(file)}


def refused(source: Path, out: str = "out.csv") -> str:
    """The error about a file; nothing is written then."""
    with pytest.raises(RequestError) as error:
        scan(HUB, Scan(str(source), source.with_name(out), ASKED))
    assert not source.with_name(out).exists()
    assert source.name in str(error.value) or out in str(error.value)
    assert error.value.hint
    return str(error.value)


LINES = [
    (b'{"status": "active", "x": "\\ud800"}', "holds the control character U+D800"),
    (b"[" * 100_000, "nested deeper"),
    (b'{"x": ' + b"[" * 100_000, "nested deeper"),
    (b'{"status": "active", "status": "canceled"}', "two keys `status`"),
    (b'{"x": {"a": 1, "a": 2}}', "two keys `a`"),
    (b'{"x": 1e999}', "not a finite number"),
    (b'{"x": NaN}', "not a finite number"),
    (b'{"x": ' + b"9" * 5_000 + b"}", "too large a number"),
    (b'{"pending_actions": 1' + b"0" * 30 + b"}", "pending_actions: "),
    (b'{"status": "\xff"}', "not UTF-8: byte 13"),
    (b"null", "not an object"),
    (b'"active"', "not an object"),
    (b'{"x": "' + b"a" * 1_100_000 + b'"}', "longer than 1048576 bytes"),
    (b'{"balance": {"amount": 1, "currency": "USD"}}', "balance: "),
    (b'{"balance": "12.345 USD"}', "balance: `12.345 USD` has more decimals than USD has (2)"),
    (b'{"balance": "12.3 XXQ"}', "currency: `XXQ` is not an ISO 4217 currency"),
    (b'{"auto_renew": 1}', "auto_renew: `1` is not yes or no"),
    (b'{"id": 5}', "id: `5` is not text"),
    (b'{"id": "\\u001b[2J"}', "id: `\\x1b[2J` holds the control character U+001B"),
    (b'{"status": "active"} {}', "not valid JSON"),
]


@pytest.mark.parametrize("out", ["out.csv", "out.jsonl", "out.parquet"])
def test_a_line_of_json_that_cannot_be_read_is_alone_in_it(tmp_path: Path, out: str) -> None:
    source = tmp_path / "in.jsonl"
    good = b'{"status": "active", "other": [1.5, null]}'
    source.write_bytes(b"\n".join([good, *(line for line, _ in LINES), b"", b"  ", good]))
    answered, reasons = rejected(source, out)
    assert answered == 2
    assert len(reasons) == len(LINES)
    for number, (_, why) in enumerate(LINES, 2):
        assert why in reasons[number], number


ROWS = [
    (b"active,5\x00", "id: `5\\x00` holds the control character U+0000"),
    (b"active," + b"x" * 200_000, "longer than"),
    (b"active," + b"x" * 3_000_000, "the row is longer than 1048576 bytes"),
    (b'active,"a\rb"', "holds a CR"),
    (b"active,c\rd", "holds a CR"),
    (b'active,"a', "not valid CSV"),
    (b"active,\xc3", "not UTF-8: byte 8"),
    (b"active,1,2", "3 values where there are 2 columns"),
    (b"active", "1 values where there are 2 columns"),
]


@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
@pytest.mark.parametrize("size", [300, 262_144])
def test_a_line_of_csv_that_cannot_be_read_is_alone_in_it(
    tmp_path: Path, end: bytes, size: int
) -> None:
    source = tmp_path / "in.csv"
    lines = [b"\xef\xbb\xbfstatus,id", b"active,1", *(line for line, _ in ROWS), b"", b"active,2"]
    source.write_bytes(end.join(lines))
    answered, reasons = rejected(source, size=size)
    assert answered == 2
    assert len(reasons) == len(ROWS)
    for number, (_, why) in enumerate(ROWS, 2):
        assert why in reasons[number], number
    assert pl.read_csv(tmp_path / "out.csv")["id"].to_list() == [1, 2]


@pytest.mark.parametrize(
    ("value", "why"),
    [("9" * 5_000, "is not a count"), ("²", "`²` is not a count"), ("1" + "0" * 30, "not a count")],
)  # fmt: skip
def test_numbers_that_are_none(tmp_path: Path, value: str, why: str) -> None:
    source = tmp_path / "in.csv"
    source.write_text(f"status,pending_actions\nactive,{value}\nactive,1\n", encoding="utf-8")
    answered, reasons = rejected(source)
    assert answered == 1
    assert why in reasons[1] and len(reasons[1]) < 300


def test_what_no_document_may_say_no_row_may(tmp_path: Path) -> None:
    rows = {
        "active,,1899-12-31,": "started_on: `1899-12-31` lies outside the days",
        "active,,9900-01-01,": "started_on: `9900-01-01` lies outside the days",
        "active,1000000000,,": "pending_actions: `1000000000` is too large a count",
        f"active,,,{'x' * 1_001}": "has 1001 characters; at most 1000 are read",
    }
    source = tmp_path / "in.csv"
    good = f"active,999999999,1900-01-01,{'x' * 1_000}"
    lines = ["status,pending_actions,started_on,id", good, *rows]
    source.write_text("\n".join(lines), encoding="utf-8")
    answered, reasons = rejected(source)
    assert answered == 1
    assert [why in reasons[number] for number, why in enumerate(rows.values(), 2)] == [True] * 4
    for row in rows:
        told = dict(zip(lines[0].split(","), row.split(","), strict=True))
        document = {name: value for name, value in told.items() if value}
        if "pending_actions" in document:
            document |= {"pending_actions": int(document["pending_actions"])}
        with pytest.raises(DocumentError):
            HUB.preview({"platform": "impact", **document}, on="2026-11-21")


def test_no_line_is_held_whole(tmp_path: Path) -> None:
    (tmp_path / "long").write_bytes(b"a\n" + b"x" * (5 * limits.ROW) + b"\nb\n" + b"y" * 10)
    with (tmp_path / "long").open("rb") as file:
        found = list(blocks(file, 1 << 16))
    assert max(map(len, found)) < 2 * limits.ROW
    lines = b"".join(found).split(b"\n")
    assert [line[:1] for line in lines] == [b"a", b"x", b"b", b"y"]
    assert len(lines[1]) > limits.ROW


TEXTS = [
    ("in.csv", b"", "has no first line"),
    ("in.csv", b"status\ractive\r", "lines that end in CR alone"),
    ("in.csv", b"status,id\ractive,1", "lines that end in CR alone"),
    ("in.csv", b"a" * 200_000 + b"\n1\n", "longer than 65536 bytes"),
    ("in.csv", b"\xff\xfes\x00", "not UTF-8: byte 1"),
    ("in.csv", b"status,status\n1,2\n", "distinct names"),
    ("in.csv", b'status,"a\nactive,1\n', "distinct names"),
    ("in.csv", b"status,\nactive,1\n", "distinct names"),
    ("in.jsonl", b'{"a": 1}\r{"a": 2}\r', "lines that end in CR alone"),
    ("in.parquet", b"", "cannot be read as Parquet"),
    ("in.parquet", b"status\nactive\n", "cannot be read as Parquet"),
]


@pytest.mark.parametrize(("name", "content", "why"), TEXTS)
def test_a_file_that_is_no_table_is_named(
    tmp_path: Path, name: str, content: bytes, why: str
) -> None:
    (tmp_path / name).write_bytes(content)
    assert why in refused(tmp_path / name)


def parquet(path: Path, **columns: Any) -> Path:
    pq.write_table(pa.table({"status": ["active"] * len(next(iter(columns.values()))), **columns}),
                   path)  # fmt: skip
    return path


def test_parquet_cut_short_or_damaged_is_named(tmp_path: Path) -> None:
    source = parquet(tmp_path / "in.parquet", id=[str(n) * 9 for n in range(1_000)])
    whole = source.read_bytes()
    for content in (whole[:-10], whole[: len(whole) // 2], whole[:100] + bytes(50) + whole[150:]):
        source.write_bytes(content)
        assert "cannot be read as Parquet" in refused(source)


def test_two_columns_of_one_name(tmp_path: Path) -> None:
    source = tmp_path / "in.parquet"
    table = pa.Table.from_arrays([pa.array(["active"]), pa.array(["x"])], names=["status"] * 2)
    pq.write_table(table, source)
    assert "two columns `status`" in refused(source)


WIDE = [
    pa.array([Decimal("1.5")], pa.decimal256(50, 2)),
    pa.array([Decimal("1.5")], pa.decimal256(9, 2)),
]
NO_CSV = [
    pa.array([[1]]), pa.array([{"a": 1}]), pa.array([b"\xff"]), pa.array([[b"a"]]),
    pa.array([[("a", 1)]], pa.map_(pa.string(), pa.int64())),
]  # fmt: skip


@pytest.mark.parametrize("column", WIDE, ids=str)
def test_decimals_that_are_too_wide_are_named(tmp_path: Path, column: Any) -> None:
    assert "the column `x` holds decimal256" in refused(parquet(tmp_path / "in.parquet", x=column))


@pytest.mark.parametrize("column", NO_CSV, ids=str)
def test_what_csv_cannot_hold_is_told_before_any_work(tmp_path: Path, column: Any) -> None:
    source = parquet(tmp_path / "in.parquet", x=column)
    assert "`x` holds" in refused(source)
    assert rejected(source, "out.parquet") == (1, {})


@pytest.mark.parametrize(
    ("column", "as_csv", "as_json"),
    [
        (pa.array([dt.timedelta(days=1, seconds=3)]), "P1DT3S", "P1DT3S"),
        (pa.array([float("nan")]), "NaN", None),
        (pa.array([dt.time(1)]), "01:00:00.000000000", "01:00:00"),
        (pa.nulls(1), "", None),
    ],
    ids=["span", "no number", "time", "nothing"],
)
def test_values_that_pass_through(tmp_path: Path, column: Any, as_csv: str, as_json: Any) -> None:
    source = parquet(tmp_path / "in.parquet", x=column)
    for out in ("out.csv", "out.jsonl", "out.parquet"):
        assert rejected(source, out) == (1, {})
    (row,) = csv.DictReader((tmp_path / "out.csv").read_text().splitlines())
    assert row["x"] == as_csv
    assert json.loads((tmp_path / "out.jsonl").read_text())["x"] == as_json


def test_numbers_that_json_has_no_sign_for_are_null_in_lists_too(tmp_path: Path) -> None:
    source = parquet(tmp_path / "in.parquet", x=pa.array([[1.5, float("inf")]]))
    assert rejected(source, "out.jsonl") == (1, {})
    assert json.loads((tmp_path / "out.jsonl").read_text())["x"] == [1.5, None]


@pytest.mark.parametrize("out", ["out.csv", "out.jsonl", "out.parquet"])
def test_rows_of_parquet_that_cannot_be_written_again(tmp_path: Path, out: str) -> None:
    ends = pa.py_buffer(b"".join(n.to_bytes(4, "little") for n in (0, 1, 2, 3, 4)))
    text = pa.StringArray.from_buffers(4, ends, pa.py_buffer(b"a\xffbc"))
    far = pa.array([0, 0, 2**31 - 1, 0], pa.int32()).view(pa.date32())
    moment = pa.array([0, 0, 0, 2**62], pa.timestamp("us"))
    source = parquet(tmp_path / "in.parquet", note=text, day=far, seen_at=moment)
    assert rejected(source, out) == (1, {
        2: "note: a value is not UTF-8", 3: "day: a day lies outside the years 1 to 9999",
        4: "seen_at: a day lies outside the years 1 to 9999",
    })  # fmt: skip


def test_files_that_do_not_go_together_are_named(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.csv").write_text("status,id\nactive,1\n")
    (folder / "b.csv").write_text("status,idd\nactive,1\n")
    with pytest.raises(RequestError, match=r"b\.csv` and .*a\.csv` have not the same columns"):
        scan(HUB, Scan(str(folder), tmp_path / "out.csv", ASKED))
    (folder / "b.csv").write_text("id,status\n2,canceled\n")
    scan(HUB, Scan(str(folder), tmp_path / "out.csv", ASKED))
    found = pl.read_csv(tmp_path / "out.csv")["id", "status"].rows()
    assert found == [(1, "active"), (2, "canceled")]


def test_files_of_several_types_are_written_in_one_that_takes_all_in(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for name, scale in (("a", 2), ("b", 9)):
        amounts = pa.array([Decimal("1.50")], pa.decimal128(18, scale))
        parquet(folder / f"{name}.parquet", balance=amounts)
    scan(HUB, Scan(str(folder), tmp_path / "out.parquet", ASKED))
    assert pl.read_parquet(tmp_path / "out.parquet")["balance"].to_list() == [Decimal("1.5")] * 2
    parquet(folder / "b.parquet", balance=pa.array([True]))
    with pytest.raises(RequestError, match=r"b\.parquet` .*`balance` holds"):
        scan(HUB, Scan(str(folder), tmp_path / "out.parquet", ASKED))


@pytest.mark.parametrize("pattern", ["**x.csv", "***", "a/**b/*.csv"])
def test_a_pattern_that_is_none(tmp_path: Path, pattern: str) -> None:
    with pytest.raises(RequestError) as error:
        scan(HUB, Scan(str(tmp_path / pattern), tmp_path / "out.csv", ASKED))
    assert error.value.code in ("not_a_pattern", "no_file_of_rows")  # newer Pythons read them


@pytest.mark.parametrize("within", [-1, 36_501, 10**12])
def test_a_span_beyond_all_deadlines(tmp_path: Path, within: int) -> None:
    with pytest.raises(RequestError, match="within: "):
        scan(HUB, Scan("no.csv", tmp_path / "out.csv", ASKED, within=within))


def test_reasons_are_told_in_japanese(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text("status,balance\nactive,1.234 USD\nactive\n")
    _, reasons = rejected(tmp_path / "in.csv", lang="ja")
    assert reasons[1] == "balance: `1.234 USD`は小数の桁が多すぎます(USDは2桁まで)"
    assert reasons[2] == "列は2個ですが、値が1個あります"


FORMULAS = {
    "=1+1": "'=1+1", "@SUM(A1)": "'@SUM(A1)", "+1+1": "'+1+1", "-2+3": "'-2+3", "\tx": "'\tx",
    "＝1": "'＝1", "-5.00": "-5.00", "+12": "+12", "a=1": "a=1", "\x1b[2J": "\\x1b[2J",
    "a\u202eb": "a\\u202eb", "\r=1": "'\\r=1", "": "",
}  # fmt: skip


def test_formulas_and_control_characters_are_guarded_against() -> None:
    frame = pl.DataFrame({"=name": list(FORMULAS), "n": [-1] * len(FORMULAS)})
    kept, guarded = (
        as_csv(frame, header=True, cells=cells).decode() for cells in ("keep", "guard")
    )
    read = [list(csv.reader(text.splitlines(keepends=True))) for text in (kept, guarded)]
    assert [row[0] for row in read[0]] == ["=name", *FORMULAS]
    assert [row[0] for row in read[1]] == ["'=name", *FORMULAS.values()]
    assert {row[1] for row in read[1][1:]} == {"-1"}


def test_rejects_are_always_guarded_and_answers_where_asked(tmp_path: Path) -> None:
    source = tmp_path / "=in.csv"
    source.write_text("status,note\nactive,=1+1\nactive\n")
    rejected(source)
    assert pl.read_csv(tmp_path / "out.csv")["note"].to_list() == ["=1+1"]
    rejected(source, cells="guard")
    assert pl.read_csv(tmp_path / "out.csv")["note"].to_list() == ["'=1+1"]


def test_all_csv_is_written_by_one_function() -> None:
    """``as_csv`` is the encoder of the channel: nothing else makes CSV of anything."""
    import subhub

    package = Path(subhub.__file__).parent
    found = [
        str(path.relative_to(package))
        for path in package.rglob("*.py")
        if "write_csv" in (text := path.read_text(encoding="utf-8")) or "csv.writer" in text
    ]
    assert found == ["frames/csv_text.py"]
