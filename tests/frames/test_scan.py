"""Files in, files out: formats, rows that cannot be read, the summary, interruptions."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from engines import polars_frame
from rows import HUB, PLATFORMS, differences, intent, reference, refused, rows

from subhub import RequestError
from subhub.frames.scanning import Scan, scan
from subhub.policies.engines.columns.outputs import OUTPUTS

GIVEN = [each for each in rows("impact", 400, 0.3, seed=8) if not refused("impact", each)][:300]


def write(path: Path, given: list[dict[str, Any]], platform: str = "impact") -> Path:
    frame = polars_frame(platform, given)
    if path.suffix == ".parquet":
        frame.write_parquet(path)
    elif path.suffix == ".csv":
        frame.write_csv(path)
    else:
        lines = [json.dumps({k: _plain(v) for k, v in row.items()}) for row in given]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _plain(value: Any) -> Any:
    return value if isinstance(value, bool | int | None) else str(value)


def read(path: Path) -> pl.DataFrame:
    days = ("ends_on", "refund_due_by", "reversible_until")
    if path.suffix == ".parquet":
        return pl.read_parquet(path)
    if path.suffix == ".csv":
        return pl.read_csv(path, infer_schema=False)
    types = dict.fromkeys(days, pl.String)
    return pl.read_ndjson(path, schema_overrides=types, infer_schema_length=None)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_parquet_agrees_with_the_law(tmp_path: Path, platform: str) -> None:
    given = rows(platform, 300, 0.3, seed=8)
    out = tmp_path / "out.parquet"
    source = write(tmp_path / "in.parquet", given, platform)
    scan(HUB, Scan(str(source), out, {"platform": platform, "on": "on"}))
    rules = intent(platform)
    assert rules is not None
    model = HUB.registry.adapter(platform).subscription()
    wanted = [reference(rules, row, model) for row in given]
    assert list(differences(wanted, read(out).to_dicts(), given)) == []


@pytest.mark.parametrize("into", [".parquet", ".csv", ".jsonl"])
@pytest.mark.parametrize("from_", [".parquet", ".csv", ".jsonl"])
def test_every_format_gives_the_same_answers(tmp_path: Path, from_: str, into: str) -> None:
    frame = HUB.preview_table(polars_frame("impact", GIVEN), platform="impact", on="on")
    out = tmp_path / f"out{into}"
    source = write(tmp_path / f"in{from_}", GIVEN)
    summary = scan(HUB, Scan(str(source), out, {"platform": "impact", "on": "on"}))
    found = read(out)
    for name in ("verdict", "outcome", "ends_on", "refund_due_by", "unknown"):
        got = [str(value or "") for value in found[name].to_list()]
        assert got == [str(value or "") for value in frame[name].to_list()], name
    assert summary.rows == summary.written == len(GIVEN)
    assert summary.rejected == 0
    assert sum(summary.verdicts.values()) == len(GIVEN)


CSV = """\
id,on,status,locked_actions,balance,note
1,2026-11-21,active,0,12.50,fine
2,2026-13-01,active,0,12.50,no such month
3,2026-11-21,active,zero,12.50,no count
4,2026-11-21,active,0,12.5.0,no amount
5,2026-11-21,active,0
6,2026-11-21,active,0,"12.50,an open quote
7,2026-11-21,activ,0,12.50,read but wrong
8,2026-11-21,,,,"commas, and ""quotes"" too"
9,2026-11-21,active,0,12.50 USD,with its currency
"""


def test_rows_that_cannot_be_read_are_named_and_counted(tmp_path: Path) -> None:
    source, out, bad = tmp_path / "in.csv", tmp_path / "out.csv", tmp_path / "bad.csv"
    source.write_bytes(CSV.encode() + b"10,2026-11-21,active,0,1.00,\xff\n")
    summary = scan(
        HUB, Scan(str(source), out, {"platform": "impact", "on": "on"}, rejects=bad)
    )  # fmt: skip
    rejected = pl.read_csv(bad)
    assert sorted(rejected["row"].to_list()) == [2, 3, 4, 5, 6, 10]
    assert all(rejected["reason"].to_list())
    assert (
        "`2026-13-01` cannot be read as a day" in rejected.filter(pl.col("row") == 2)["reason"][0]
    )
    assert summary.rejected == 6
    found = read(out)
    assert found["id"].to_list() == ["1", "7", "8", "9"]
    assert found["error"].to_list() == [None, "status: unknown_value", None, None]
    assert found["note"][2] == 'commas, and "quotes" too'
    assert found["currency"].to_list() == [None, None, None, "USD"]
    assert summary.rows == 4
    assert summary.errors == {"status: unknown_value": 1}


def test_json_lines_that_cannot_be_read(tmp_path: Path) -> None:
    source, out, bad = tmp_path / "in.jsonl", tmp_path / "out.jsonl", tmp_path / "bad.csv"
    source.write_text(
        '{"status": "canceled", "extra": [1, {"a": 2}]}\n'
        '{"status": "canceled"\n'
        "[1]\n"
        '{"balance": 12.5}\n'
        '{"balance": {"amount": "12.50", "currency": "USD"}, "card_charged": "1.00 EUR"}\n'
        '{"locked_actions": true}\n'
        '{"auto_renew": true, "balance": {"amount": "12.50", "currency": "USD"}}\n'
    )
    job = Scan(str(source), out, {"platform": "impact", "on": "2026-11-21"}, rejects=bad)
    summary = scan(HUB, job)
    reasons = dict(pl.read_csv(bad).select("row", "reason").iter_rows())
    assert sorted(reasons) == [2, 3, 4, 5, 6]
    assert "12.5" in reasons[4] and "two currencies" in reasons[5]
    lines = [json.loads(line) for line in out.read_text().splitlines()]
    assert lines[0]["extra"] == [1, {"a": 2}]
    assert lines[0]["verdict"] == "nothing_to_do"
    assert lines[1]["currency"] == "USD"
    assert summary.rows == 2


def test_pieces_small_and_large_give_the_same(tmp_path: Path) -> None:
    source = write(tmp_path / "in.parquet", GIVEN)
    request = {"platform": "impact", "on": "on"}
    scan(HUB, Scan(str(source), tmp_path / "whole.parquet", request))
    seen: list[tuple[int, float]] = []
    job = Scan(str(source), tmp_path / "small.parquet", request, size=7,
               progress=lambda done, part: seen.append((done, part)))  # fmt: skip
    scan(HUB, job)
    assert len(seen) == 43
    assert seen[-1] == (300, 1.0)
    assert read(tmp_path / "small.parquet").equals(read(tmp_path / "whole.parquet"))


def test_a_folder_and_a_pattern(tmp_path: Path) -> None:
    folder = tmp_path / "exports"
    folder.mkdir()
    for number in range(3):
        write(folder / f"{number}.parquet", GIVEN[number * 100 : number * 100 + 100])
    request = {"platform": "impact", "on": "on"}
    for where in (str(folder), str(folder / "*.parquet")):
        out = tmp_path / "out.parquet"
        assert scan(HUB, Scan(where, out, request)).rows == 300
        assert read(out)["on"].to_list() == [row["on"] for row in GIVEN]
    for where in (str(tmp_path / "nothing*.csv"), str(tmp_path / "no.parquet"), str(tmp_path)):
        if where == str(tmp_path):
            (tmp_path / "other.csv").write_text("id\n")
        with pytest.raises(RequestError):
            scan(HUB, Scan(where, tmp_path / "x.parquet", request))
    with pytest.raises(RequestError, match="files that are read"):
        scan(HUB, Scan(str(folder), folder / "0.parquet", request))


def test_only_some_verdicts(tmp_path: Path) -> None:
    source, out = write(tmp_path / "in.parquet", GIVEN), tmp_path / "out.parquet"
    request = {"platform": "impact", "on": "on"}
    summary = scan(HUB, Scan(str(source), out, request, where=("delayed", "unknown")))
    found = read(out)
    assert summary.rows == 300
    assert 0 < summary.written == found.height < 300
    assert all(v == "unknown" or o == "delayed" for v, o in found["verdict", "outcome"].rows())


def subhub(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    code = "from subhub.cli import main; main()"
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, cwd=cwd,
        env={**os.environ, "LC_ALL": "C.UTF-8"},
    )  # fmt: skip


def test_the_command(tmp_path: Path) -> None:
    (tmp_path / "in.csv").write_text(CSV)
    asked = ["scan", "in.csv", "-o", "out.csv", "--platform", "impact", "--on", "2026-11-21"]
    done = subhub(*asked, "--stats", "json", "--rejects", "bad.csv", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    stats = json.loads(done.stdout)
    assert (stats["rows"], stats["rejected"]) == (5, 4)
    assert stats["deadlines"]["within_days"] == 30
    assert set(OUTPUTS) <= set(read(tmp_path / "out.csv").columns)
    told = subhub(*asked, cwd=tmp_path)
    assert "4 rows could not be read" in told.stdout
    clean = subhub(*asked, "--where", "blocked", cwd=tmp_path)
    assert "0 written" in clean.stdout
    wrong = subhub("scan", "no.csv", "-o", "out.csv", "--platform", "impact", cwd=tmp_path)
    assert wrong.returncode == 1 and wrong.stderr.startswith("subhub: `no.csv`")


def test_the_sql_command(tmp_path: Path) -> None:
    done = subhub("sql", "impact", "--dialect", "duckdb", "--on", "{asked}", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "IM-8" in done.stdout
    assert done.stdout.startswith("-- impact.com")


def test_an_interrupted_run_leaves_no_half_file(tmp_path: Path) -> None:
    pl.concat([polars_frame("impact", GIVEN)] * 20_000).write_parquet(tmp_path / "in.parquet")
    (tmp_path / "out.parquet").write_text("what was there before")
    code = "from subhub.cli import main; main()"
    run = subprocess.Popen(
        [sys.executable, "-c", code, "scan", "in.parquet", "-o", "out.parquet", "--platform",
         "impact", "--on", "on"], cwd=tmp_path, stdout=subprocess.DEVNULL,
    )  # fmt: skip
    begun = time.monotonic()
    while time.monotonic() - begun < 30:  # wait until something is written aside
        if any(each.stat().st_size for each in tmp_path.glob(".out.parquet.*")):
            break
        time.sleep(0.01)
    else:
        pytest.fail("nothing was written aside")
    run.send_signal(signal.SIGTERM)
    assert run.wait(30) != 0
    assert sorted(each.name for each in tmp_path.iterdir()) == ["in.parquet", "out.parquet"]
    assert (tmp_path / "out.parquet").read_text() == "what was there before"


@pytest.mark.parametrize(
    ("price", "why"),
    [
        ("216.005 USD", "has more decimals than USD has"),
        ("1.5 JPY", "has more decimals than JPY has"),
        ("5 XXQ", "is not an ISO 4217 currency"),
        ("1e3 USD", "`1e3 USD` is not money"),
    ],
)
def test_money_is_held_to_what_a_document_is_held_to(tmp_path: Path, price: str, why: str) -> None:
    source, rejects = tmp_path / "in.csv", tmp_path / "rejects.csv"
    source.write_text(f"product,price\ndigital_products,{price}\ndigital_products,216.00 USD\n")
    out = tmp_path / "out.csv"
    request = {"platform": "squarespace", "on": "2026-11-21"}
    summary = scan(HUB, Scan(str(source), out, request, rejects=rejects))
    assert (summary.rejected, summary.written) == (1, 1)
    assert why in rejects.read_text()


def test_where_names_a_verdict_or_an_outcome(tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text("product\ndigital_products\n")
    script = Path(sys.executable).with_name("subhub")
    ran = subprocess.run(
        [script, "scan", source, "-o", tmp_path / "out.csv", "--platform", "squarespace",
         "--where", "blockd"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 1
    assert "did you mean `blocked`?" in ran.stderr
    assert not (tmp_path / "out.csv").exists()


def test_where_names_what_the_platforms_asked_can_give(tmp_path: Path) -> None:
    source = tmp_path / "in.csv"
    source.write_text("status\nactive\n", encoding="utf-8")
    other = "ended_now_refunded"  # of another platform
    request = {"platform": "impact", "on": "2026-11-21"}
    job = Scan(str(source), tmp_path / "out.csv", request, ("allowed", other))
    with pytest.raises(RequestError, match=f"where: `{other}` is neither a verdict nor an outcome"):
        scan(HUB, job)
    assert not job.out.exists()


@pytest.mark.parametrize("form", ["csv", "jsonl", "parquet"])
def test_columns_that_nearly_have_the_name_of_a_fact_are_told(tmp_path: Path, form: str) -> None:
    source, out = tmp_path / f"in.{form}", tmp_path / "out.csv"
    frame = pl.DataFrame(
        {"status": ["active"], "balnce": ["1.00"], "statuss": ["x"], "note": ["y"]}
    )
    getattr(frame, {"csv": "write_csv", "jsonl": "write_ndjson"}.get(form, "write_parquet"))(source)
    summary = scan(HUB, Scan(str(source), out, {"platform": "impact", "on": "2026-11-21"}))
    # in JSON Lines any row may have either key
    assert summary.misspelt == {"balnce": "balance"} | (
        {"statuss": "status"} if form == "jsonl" else {}
    )
    assert summary.plain()["misspelt"] == summary.misspelt
    asked = ["scan", str(source), "-o", str(out), "--platform", "impact", "--on", "2026-11-21"]
    told = subhub(*asked, cwd=tmp_path)
    assert "`balnce` is no fact and passes through as it is; did you mean `balance`?" in told.stdout
    assert told.returncode == 0
    assert "`balnce`列は判定の項目ではない" in subhub(*asked, "--lang", "ja", cwd=tmp_path).stdout
