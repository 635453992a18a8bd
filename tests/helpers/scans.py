"""Scans put to the test: faults of the disk, random tables of random defects, broken files.

Each function works in a folder of its own and gives a :class:`faults.Tally`; how much is tried
is told by the caller, so that a short form runs with the tests and a long one by itself.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import io
import json
import random
import shutil
import tempfile
from collections.abc import Iterable
from datetime import date
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
from rows import HUB

from faults import KINDS, Tally, failing
from subhub import RequestError
from subhub.cli import main
from subhub.frames.scanning import Scan, scan

FORMATS = ("csv", "jsonl", "parquet")
ASKED = {"platform": "impact", "on": "2026-11-21"}
CODES = (errno.ENOSPC, errno.EIO, errno.EACCES)


# ---- faults of the disk ------------------------------------------------------------------------


def failing_scans(
    folder: Path, *, pairs: Iterable[tuple[str, str]], kinds: Iterable[str] = KINDS,
    codes: Iterable[int] = CODES, most: int = 1_000,
) -> Tally:  # fmt: skip
    """Fail the n-th operation of each kind, for n = 1, 2, … until a scan passes untouched.

    After each: both results whole, or what was there before; a code of exit and a sentence that
    tell which; the input untouched; and the next run finds nothing in its way.
    """
    tally = Tally("scan, a failing disk")
    for (source, out), kind, code in product(pairs, kinds, codes):
        here = folder / f"{source}-{out}"
        for number in range(1, most):
            if not _fail(tally, here, source, out, kind, number, code):
                break
    return tally


def _fail(
    tally: Tally, folder: Path, source: str, out: str, kind: str, number: int, code: int
) -> bool:
    """One fault; whether it struck."""
    given, places, arguments, whole = _healthy(folder, source, out)
    before = [b"before", b"before too"] if number % 2 else [None, None]
    for path, content in zip(places, before, strict=True):
        path.unlink(missing_ok=True) if content is None else path.write_bytes(content)
    untouched = given.read_bytes()
    with failing(folder, kind, number, code) as fault:
        exit_code, told = _run(arguments)
    if not fault.fired:
        return False
    case = f"{source}>{out} {kind} {number} {errno.errorcode[code]}: {exit_code} {told[:200]!r}"
    after = [path.read_bytes() if path.exists() else None for path in places]
    failed = "cannot be" in told
    tally.check(after == (before if failed else whole), f"{case}: half of it is there")
    tally.check(not failed or exit_code == 1, f"{case}: the code of exit")
    tally.check(told.count("\n") <= 1 and "Traceback" not in told, f"{case}: what is told")
    tally.check(not failed or str(folder) in told, f"{case}: which file")
    tally.check(given.read_bytes() == untouched, f"{case}: the input was touched")
    if any(folder.glob(".*.part")):  # could not be taken away then: the next run does it
        _run(arguments)
    left = {path.name for path in folder.iterdir()} - {path.name for path in places}
    tally.check(left == {given.name}, f"{case}: left {left}")
    return True


@cache
def _healthy(
    folder: Path, source: str, out: str
) -> tuple[Path, list[Path], list[str], list[bytes]]:
    """A scan that nothing happens to: input, results, arguments, and what the results hold."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    given = _three_rows(folder / f"in.{source}")
    places = [folder / f"out.{out}", folder / "bad.csv"]
    arguments = [
        "scan", str(given), "-o", str(places[0]), "--rejects", str(places[1]),
        "--platform", "impact", "--on", "2026-11-21",
    ]  # fmt: skip
    assert _run(arguments)[0] in (0, 1)
    return given, places, arguments, [path.read_bytes() for path in places]


def _three_rows(path: Path) -> Path:
    if path.suffix == ".csv":
        path.write_text("status,n\nactive,1\ncanceled,2\nbroken\n", encoding="utf-8")
    elif path.suffix == ".jsonl":
        path.write_text('{"status": "active"}\n{"status": "canceled"}\n[]\n', encoding="utf-8")
    else:
        far = pa.array([0, 1, 2**31 - 1], pa.int32()).view(pa.date32())
        pq.write_table(pa.table({"status": ["active", "canceled", "active"], "day": far}), path)
    return path


def _run(arguments: list[str]) -> tuple[int, str]:
    """The command in this process: its code of exit, and what it told on standard error."""
    told = io.StringIO()
    with (
        tempfile.TemporaryFile("w+") as out, contextlib.redirect_stderr(told),
        contextlib.redirect_stdout(out),
    ):  # fmt: skip
        try:
            main(arguments)
        except SystemExit as end:
            return int(end.code or 0), told.getvalue()
    return 0, told.getvalue()


# ---- random tables of random defects -------------------------------------------------------------


def conserved_scans(folder: Path, *, count: int, seed: int = 0) -> Tally:
    """Rows in = rows out + rejected rows, each once, and the input stays as it was."""
    tally = Tally("scan, random defects of rows")
    for number in range(count):
        rng = random.Random(f"{seed} {number}")
        source, out = FORMATS[number % 3], FORMATS[number // 3 % 3]
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        given = folder / f"in.{source}"
        ids = {"csv": _csv, "jsonl": _json_lines, "parquet": _parquet}[source](given, rng)
        told = f"{number} {source}>{out}"
        _conserve(tally, given, folder / f"out.{out}", ids, told, size=rng.choice([20, 1000]))
    return tally


def _conserve(tally: Tally, given: Path, out: Path, ids: list[int], told: str, size: int) -> None:
    """``ids`` are the numbers of the rows of ``given``; each row holds its own as ``n``."""
    before, bad = _digest(given), out.with_name("bad.csv")
    try:
        summary = scan(HUB, Scan(str(given), out, ASKED, rejects=bad, size=size))
    except Exception as error:
        tally.check(False, f"{told}: {type(error).__name__} {str(error)[:300]}")
        return
    rejected = pl.read_csv(bad)["row"].to_list()
    written = [_number(row) for row in read_back(out)]
    tally.check(sorted(written + rejected) == ids, f"{told}: {len(ids)} in, {written} {rejected}")
    counts = (summary.rows, summary.written, summary.rejected)
    tally.check(counts == (len(written), len(written), len(rejected)), f"{told}: {counts}")
    tally.check(_digest(given) == before, f"{told}: the input was touched")


def _number(row: dict[str, Any]) -> int:
    """The number of a row; what came as a key of JSON Lines may stand among the others."""
    return int(row["n"] if "n" in row else json.loads(row["other"])["n"])


def read_back(path: Path) -> list[dict[str, Any]]:
    """What was written, read by another reader; raises for what is not whole."""
    if path.suffix == ".parquet":
        table = pq.read_table(path)
        table.validate(full=True)
        return list(
            table.select([n for n in ("n", "other") if n in table.column_names]).to_pylist()
        )
    text = path.read_bytes().decode()
    if path.suffix == ".jsonl":
        return [json.loads(line, parse_constant=_no_constant) for line in text.split("\n") if line]
    import csv

    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


ODD = [
    "active", "activ", "", "12.50 USD", "12.345 USD", "1e3 USD", "-1", "9" * 30, "²", "true",
    "2026-02-30", "0001-01-01", "9999-12-31", "=1+1", "\x1b[2J", "\x00", "\u2028", "é", "USD",
    "XXQ", "5 JPY", " 5", "x" * 2_000, "'", "\t", "0.1", "{}", "null", "\ufeff",
]  # fmt: skip
NAMES = [
    "n", "status", "started_on", "balance", "card_charged", "currency", "locked_actions", "id",
    "auto_renew", "note",
]  # fmt: skip


def _csv(path: Path, rng: random.Random) -> list[int]:
    lines, ids = [",".join(NAMES).encode()], []
    for number in range(1, rng.randrange(2, 40)):
        values = [str(number), *(rng.choice(ODD) for _ in NAMES[1:])]
        line = ",".join(f'"{v}"' if rng.random() < 0.1 else v for v in values).encode()
        if rng.random() < 0.3:
            line = _broken(line, rng, b'",\xff\x00\r\\ \xc3')
        if rng.random() < 0.005:
            line += b"y" * 1_100_000
        lines.append(line)
        if line.removesuffix(b"\r"):
            ids.append(number)
    end = rng.choice([b"\n", b"\n", b"\r\n"])
    path.write_bytes(end.join(lines) + rng.choice([b"", end]))
    return ids


def _broken(line: bytes, rng: random.Random, signs: bytes) -> bytes:
    """A sign put in, taken out or replaced, behind the number that the line begins with."""
    first = line.find(b",") + 1
    at = rng.randrange(first, len(line) + 1)
    sign = bytes([rng.choice(signs)])
    return line[:at] + rng.choice([sign, b""]) + line[at + rng.choice([0, 1]) :]


def _json_lines(path: Path, rng: random.Random) -> list[int]:
    lines = []
    values: list[Any] = [
        *ODD,
        1,
        -1,
        2**70,
        1.5,
        True,
        None,
        [],
        {},
        {"amount": "1", "currency": 2},
    ]
    keys = [*NAMES[1:], "verdict", "other", "refund_x", "", "é"]
    for number in range(1, rng.randrange(2, 40)):
        row = {"n": number} | {
            rng.choice(keys): rng.choice(values) for _ in range(rng.randrange(6))
        }
        line = json.dumps(row, ensure_ascii=rng.random() < 0.5).encode()
        what = rng.random()
        if what < 0.2 and b"," in line:
            line = _broken(line, rng, b'",\xff\x00\\ {}[]:\xc3')
        elif what < 0.3:
            more = [b'"a":1,"a":2', b'"a":"\\ud800"', b'"a":NaN', b'"a":1e999',
                    b'"a":' + b"9" * 5_000, b'"a":' + b"[" * 50_000]  # fmt: skip
            line = line[:-1] + b"," + rng.choice(more) + b"}"
        lines.append(line)
    path.write_bytes(b"\n".join(lines))
    return list(range(1, len(lines) + 1))


def _parquet(path: Path, rng: random.Random) -> list[int]:
    count = rng.randrange(1, 40)
    days = pa.array([rng.choice([0, 20_000, None, 2**31 - 1, -(2**31)]) for _ in range(count)],
                    pa.int32()).view(pa.date32())  # fmt: skip
    texts = [rng.choice(ODD).encode() + rng.choice([b"", b"", b"", b"\xff"]) for _ in range(count)]
    ends = [0]
    for text in texts:
        ends.append(ends[-1] + len(text))
    note = pa.StringArray.from_buffers(
        count, pa.array(ends, pa.int32()).buffers()[1], pa.py_buffer(b"".join(texts))
    )
    amounts = [rng.choice([None, "0.01", "-1.000000", "9999999999999999.99"]) for _ in range(count)]
    shares = [rng.choice([None, 0.5, float("nan"), float("inf")]) for _ in range(count)]
    moments = [rng.choice([None, 0, 2**62]) for _ in range(count)]
    table = pa.table({
        "n": list(range(1, count + 1)), "started_on": days, "note": note, "id": note,
        "balance": pa.array(amounts).cast(pa.decimal128(38, 9)),
        "card_charged": pa.array(amounts).cast(pa.decimal128(20, 2)),
        "seen_at": pa.array(moments, pa.timestamp("us")),
        "share": pa.array(shares),
    })  # fmt: skip
    pq.write_table(table, path, row_group_size=rng.choice([20, 1000]))
    return list(range(1, count + 1))


# ---- broken files --------------------------------------------------------------------------------


def broken_files(folder: Path, *, count: int, seed: int = 0) -> Tally:
    """Bytes flipped, cut off and put in anywhere: an error that names the file, or a whole result.

    Whatever comes out can be read by others, and holds no more rows than went in.
    """
    tally = Tally("scan, broken files")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for number in range(count):
        rng = random.Random(f"{seed} {number}")
        source, out = FORMATS[number % 3], folder / f"out.{FORMATS[number // 3 % 3]}"
        given = folder / f"in.{source}"
        {"csv": _csv, "jsonl": _json_lines, "parquet": _sound_parquet}[source](given, rng)
        given.write_bytes(_flipped(given.read_bytes(), rng))
        out.unlink(missing_ok=True)
        told = f"{number} {source}>{out.name}"
        try:
            summary = scan(HUB, Scan(str(given), out, ASKED))
        except RequestError as error:
            named = given.name in str(error) or "column" in str(error)
            tally.check(named and not out.exists(), f"{told}: {error}")
        except BaseException as error:
            tally.check(False, f"{told}: {type(error).__name__} {str(error)[:300]}")
        else:
            tally.check(len(_lines(out)) == summary.written, f"{told}: {summary.written} written")
    return tally


def _lines(path: Path) -> list[Any]:
    if path.suffix == ".parquet":
        table = pq.read_table(path)
        table.validate(full=True)
        return list(range(table.num_rows))
    return read_back(path)


def _sound_parquet(path: Path, rng: random.Random) -> None:
    rows = rng.randrange(1, 300)
    table = pa.table({
        "n": list(range(rows)), "status": ["active"] * rows, "note": [str(n) for n in range(rows)],
        "started_on": [date(2026, 1, 1)] * rows,
    })  # fmt: skip
    pq.write_table(table, path, compression=rng.choice(["snappy", "none", "zstd"]))


def _flipped(content: bytes, rng: random.Random) -> bytes:
    """One or some bytes changed, lost or put in; now and then all from one on lost."""
    changed = bytearray(content)
    for _ in range(rng.choice([1, 1, 2, 8])):
        at = rng.randrange(len(changed) + 1)
        match rng.randrange(4):
            case 0 if at < len(changed):
                changed[at] ^= 1 << rng.randrange(8)
            case 1:
                del changed[at : at + rng.randrange(1, 20)]
            case 2:
                changed.insert(at, rng.randrange(256))
            case 3 if rng.random() < 0.2:
                del changed[at:]
    return bytes(changed)
