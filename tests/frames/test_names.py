"""Names and paths: nothing that comes in passes for what is computed, nothing read is written."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from rows import HUB

from subhub import Column, RequestError
from subhub.frames.scanning import Scan, scan
from subhub.policies.engines.columns.outputs import OUTPUTS, is_computed
from subhub.policies.language.facts import facts

ASKED = {"platform": "impact", "on": "2026-11-21"}


def scanned(source: Path, out: Path, **more: Any) -> list[dict[str, Any]]:
    scan(HUB, Scan(str(source), out, ASKED, **more))
    if out.suffix == ".jsonl":
        return [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    return pl.read_csv(out, infer_schema=False).to_dicts()


@pytest.mark.parametrize(
    "name", [*OUTPUTS, "Verdict", "refund_note", "reversible_by", "reason", "stale"]
)
def test_a_column_named_like_a_computed_one_is_refused_everywhere(
    tmp_path: Path, name: str
) -> None:
    frame = pl.DataFrame({"status": ["active"], name: ["allowed"]})
    with pytest.raises(RequestError, match=f"`{name}` has the name of a computed one"):
        HUB.preview_table(frame, outputs=["ends_on"], **ASKED)
    frame.write_csv(tmp_path / "in.csv")
    frame.write_parquet(tmp_path / "in.parquet")
    for source in ("in.csv", "in.parquet"):
        with pytest.raises(RequestError, match=name):
            scan(HUB, Scan(str(tmp_path / source), tmp_path / "out.csv", ASKED))
    with pytest.raises(RequestError, match=name):
        HUB.sql("impact", "duckdb", keep=["id", name])
    assert not (tmp_path / "out.csv").exists()


def test_what_is_echoed_and_what_is_a_fact_is_not_computed() -> None:
    for name in ("platform", "product", "intent", "mode", "actor", "on", "id", "unknown_key"):
        assert not is_computed(name)
    for adapter in HUB.registry.working()[0]:
        names = facts(adapter.subscription()).all()
        assert [name for name in names if is_computed(name, facts=names)] == []


def test_a_prefix_makes_room_for_both() -> None:
    frame = pl.DataFrame({"status": ["canceled"], "verdict": ["allowed"], "refund_note": ["x"]})
    found = HUB.preview_table(frame, prefix="new_", **ASKED)
    assert found.columns == [*frame.columns, *(f"new_{name}" for name in OUTPUTS)]
    assert found.select(frame.columns).equals(frame)
    assert found["new_verdict"].to_list() == ["nothing_to_do"]
    with pytest.raises(RequestError, match="`new_verdict`"):
        HUB.preview_table(found, prefix="new_", **ASKED)
    with pytest.raises(RequestError, match="prefix: `_subhub_x`"):
        HUB.preview_table(frame, prefix="_subhub_x", **ASKED)


@pytest.mark.parametrize("kind", ["pandas", "pyarrow", "duckdb"])
def test_a_prefix_in_other_kinds_of_frames(kind: str) -> None:
    pytest.importorskip(kind)
    frame = pl.DataFrame({"status": ["canceled"], "verdict": ["allowed"]})
    if kind == "duckdb":
        import duckdb

        found = HUB.preview_table(
            duckdb.connect().from_arrow(frame.to_arrow()), prefix="p_", **ASKED
        )
        row = found.to_arrow_table().to_pylist()[0]
    else:
        native = frame.to_pandas() if kind == "pandas" else frame.to_arrow()
        found = HUB.preview_table(native, prefix="p_", **ASKED)
        row = pl.DataFrame(found).to_dicts()[0]
    assert (row["verdict"], row["p_verdict"]) == ("allowed", "nothing_to_do")


@pytest.mark.parametrize("out", ["out.jsonl", "out.csv"])
def test_keys_of_json_lines_forge_nothing(tmp_path: Path, out: str) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text(
        '{"status": "active", "verdict": "allowed", "refund_amount": "999.00"}\n'
        '{"status": "canceled", "other": {"verdict": "allowed"}}\n'
    )
    rejects = tmp_path / "bad.csv"
    (row,) = scanned(source, tmp_path / out, rejects=rejects)
    assert row["verdict"] == "nothing_to_do"
    other = row["other"] if out == "out.jsonl" else json.loads(row["other"])["other"]
    assert other == {"verdict": "allowed"}
    assert "the column `verdict` has the name of a computed one" in rejects.read_text()


def test_keys_of_json_lines_with_a_prefix(tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    source.write_text(
        '{"status": "canceled", "verdict": "x"}\n{"status": "canceled", "p_verdict": 1}'
    )
    (row,) = scanned(source, tmp_path / "out.jsonl", prefix="p_", where=("nothing_to_do",))
    assert (row["verdict"], row["p_verdict"]) == ("x", "nothing_to_do")


def test_a_column_called_other_is_a_column(tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    text = '{"verdict": "allowed"}'
    pl.DataFrame({"status": ["canceled"], "other": [text]}).write_csv(source)
    (row,) = scanned(source, tmp_path / "out.jsonl")
    assert (row["verdict"], row["other"]) == ("nothing_to_do", text)


SPELLINGS = ["same", "symlink", "hard link", "relative", "folder link"]


def spelt(path: Path, how: str) -> Path:
    other = path.with_name(f"other{path.suffix}")
    if how == "symlink":
        other.symlink_to(path)
    elif how == "hard link":
        other.hardlink_to(path)
    elif how == "relative":
        return Path(os.path.relpath(path))
    elif how == "folder link":
        path.parent.with_name("beside").symlink_to(path.parent)
        return path.parent.with_name("beside") / path.name
    return path if how == "same" else other


@pytest.mark.parametrize("how", SPELLINGS)
@pytest.mark.parametrize("option", ["out", "rejects"])
def test_what_is_read_is_never_written(tmp_path: Path, how: str, option: str) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    source = folder / "in.csv"
    source.write_text("status\nactive\nbroken,row\n")
    before = source.read_bytes()
    written = {"out": folder / "out.csv", "rejects": None} | {option: spelt(source, how)}
    with pytest.raises(RequestError, match=f"{option}: .*one of the files that are read"):
        scan(HUB, Scan(str(source), request=ASKED, **written))
    assert source.read_bytes() == before
    assert not (folder / "out.csv").exists()


@pytest.mark.parametrize("how", [*SPELLINGS, "case"])
def test_answers_and_rejects_are_two_files(tmp_path: Path, how: str) -> None:
    folder = tmp_path / "data"
    folder.mkdir()
    source, out = folder / "in.csv", folder / "out.csv"
    source.write_text("status\nactive\nbroken,row\n")
    if how not in ("same", "case", "folder link", "relative"):
        out.write_text("before")
    rejects = folder / "OUT.csv" if how == "case" else spelt(out, how)
    with pytest.raises(RequestError, match="is the file of `rejects` as well"):
        scan(HUB, Scan(str(source), out, ASKED, rejects=rejects))
    assert not out.exists() or out.read_text() == "before"


def test_what_is_no_file_is_not_replaced(tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text("status\nactive\n")
    (tmp_path / "folder.csv").mkdir()
    with pytest.raises(RequestError, match="out: is a folder"):
        scan(HUB, Scan(str(source), tmp_path / "folder.csv", ASKED))
    os.mkfifo(tmp_path / "pipe.csv")
    with pytest.raises(RequestError, match="is not a file that can be replaced"):
        scan(HUB, Scan(str(source), tmp_path / "pipe.csv", ASKED))


@pytest.mark.parametrize(
    "name", ["", " ", "read_csv('x.csv')", "(select 1)", "a; drop table b", "a b", "a--b c", "a..b"]
)
def test_a_table_name_stays_a_name(name: str) -> None:
    with pytest.raises(RequestError, match=r"table: .*is not the name of a table"):
        HUB.sql("impact", "duckdb", table=name)


@pytest.mark.parametrize(
    ("name", "written"),
    [("crm.accounts", "crm.accounts"), ('"My data".t', '"My data".t'), ("order", '"order"'),
     ("my-project.a.b", '"my-project".a.b'), ("read_csv", "read_csv"), ("契約", "契約")],
)  # fmt: skip
def test_tables_are_named_as_they_are(name: str, written: str) -> None:
    assert f"FROM {written}\n" in HUB.sql("impact", "duckdb", table=name, on=Column("asked_on"))


def test_columns_that_are_kept_have_names_and_are_kept_once() -> None:
    with pytest.raises(RequestError, match="keep: a name is missing"):
        HUB.sql("impact", "duckdb", keep=[""])
    once, twice = (HUB.sql("impact", "duckdb", keep=keep) for keep in (["id"], ["id", "id"]))
    assert once == twice
