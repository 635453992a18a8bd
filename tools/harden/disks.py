"""Where files are: broken ones, faults of every operation, full disks, kills, too little memory."""

from __future__ import annotations

import resource
import shutil
import signal
import subprocess
import sys
import time
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

from areas import Tries, area

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "impact-delayed.yaml"
COMMAND = [sys.executable, "-m", "subhub"]
ASKED = ["--platform", "impact", "--on", "2026-11-21"]
FORMATS = ("csv", "jsonl", "parquet")
BEFORE = b"what was there before"


def _each(tally: Any, count: int) -> Tries:
    """One try each, of a tally that counts checks: its failures, then what held."""
    yield from tally.failures
    yield from [None] * (count - len(tally.failures))


@area(
    "files cut off, bytes flipped and put in: named in an error, or read whole", full=262, quick=20
)
def files(most: int, seed: int) -> Tries:
    """Broken files of rows."""
    from scans import broken_files

    yield from _each(broken_files(Path.cwd() / "files", count=most, seed=seed), most)


@area(
    "tables of random defects: rows in = rows out + rejects, inputs untouched", full=335, quick=20
)
def tables(most: int, seed: int) -> Tries:
    """Rows are conserved."""
    from scans import conserved_scans

    yield from _each(conserved_scans(Path.cwd() / "tables", count=most, seed=seed), most)


@area("every n-th read, write, open, rename, fsync, … of a scan fails, in checks", full=9, quick=0)
def faults(most: int, _seed: int) -> Tries:
    """Nine pairs of formats; a fault of each operation of each kind, with each of three codes."""
    from scans import CODES, failing_scans

    pairs = list(product(FORMATS, FORMATS))[:most]
    for pair in pairs:
        done = failing_scans(Path.cwd() / "faults", pairs=[pair], codes=CODES)
        yield from _each(done, done.tried)


def _rows(path: Path, count: int) -> Path:
    import polars as pl

    frame = pl.DataFrame({"id": [f"a{n}" for n in range(count)], "status": ["active"] * count})
    frame.write_parquet(path) if path.suffix == ".parquet" else frame.write_csv(path)
    return path


@area("`kill -9` of a scan at a random moment, then the next run of the same", full=56, quick=3)
def kills(most: int, seed: int) -> Tries:
    """No half of a result, ever; what was left goes with the next run."""
    rng = Random(seed)
    for number in range(most):
        folder = _anew("kills")
        source = _rows(folder / f"in.{('csv', 'parquet')[number % 2]}", 150_000)
        out = folder / f"out.{FORMATS[number % 3]}"
        out.write_bytes(BEFORE)
        untouched = source.read_bytes()
        run = [*COMMAND, "scan", str(source), "-o", str(out), *ASKED]
        process = subprocess.Popen(run, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(rng.uniform(0.1, 2.5))
        process.send_signal(signal.SIGKILL)
        killed = process.wait(60) == -signal.SIGKILL
        if source.read_bytes() != untouched:
            yield f"{number}: the input was touched"
        elif killed and out.read_bytes() != BEFORE and not _whole(out, 150_000):
            yield f"{number}: half of {out.name} is there"
        else:
            _rows(source, 10)
            yield _next_run(run, folder, {source.name, out.name}, out)


def _next_run(run: list[str], folder: Path, names: set[str], out: Path) -> str | None:
    done = subprocess.run(run, capture_output=True, timeout=120, check=False)
    left = {each.name for each in folder.iterdir()} - names
    if done.returncode or left or not _whole(out, 10):
        return f"the next run: exit code {done.returncode}, left {left}, {done.stderr[-500:]!r}"
    return None


def _whole(path: Path, rows: int) -> bool:
    import polars as pl

    read = {".csv": pl.read_csv, ".jsonl": pl.read_ndjson, ".parquet": pl.read_parquet}[path.suffix]
    try:
        return len(read(path)) == rows
    except pl.exceptions.PolarsError:
        return False


@area("a full disk under what is written: scans, calendars, documents; a full standard output",
      full=10, quick=10)  # fmt: skip
def full_disks(most: int, _seed: int) -> Tries:
    """The system takes no more bytes; what was there before stays, and one line says why."""
    folder = _anew("disks")
    source = _rows(folder / "in.csv", 5_000)
    writing = {
        **{f"out.{form}": ["scan", str(source), "-o", "{}", *ASKED] for form in FORMATS},
        "out.ics": ["preview", str(EXAMPLE), "--ics", "{}"],
        "out.yaml": ["init", "impact", "-o", "{}", "--force"],
        "out.svg": ["timeline", str(EXAMPLE), "--since", "2026-11-21", "--svg", "{}"],
    }
    for name, arguments in list(writing.items())[:most]:
        out = folder / name
        out.write_bytes(BEFORE)
        done = _limited([each.replace("{}", str(out)) for each in arguments], "RLIMIT_FSIZE", 64)
        kept = out.read_bytes() == BEFORE
        left = {each.name for each in folder.iterdir()} - {source.name, *writing}
        lines = done.stderr.decode().count("\n")
        held = kept and not left and done.returncode == 1 and lines == 1
        yield (
            None
            if held
            else f"{name}: {done.returncode}, kept {kept}, left {left}, {done.stderr!r}"
        )
    for arguments in (["preview", str(EXAMPLE)], ["rules", "impact"], ["platforms"], ["--help"]):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [*COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, check=False
            )
        held = done.returncode == 1 and done.stderr.count(b"\n") == 1
        yield None if held else f"{arguments}: {done.returncode}, {done.stderr!r}"


@area("a scan with too little memory: whole, or what was there before", full=12, quick=2)
def memory(most: int, _seed: int) -> Tries:
    """From hardly enough to start Python up to enough."""
    folder = _anew("memory")
    source = _rows(folder / "in.parquet", 200_000)
    for number in range(most):
        out = folder / f"out.{FORMATS[number % 3]}"
        out.write_bytes(BEFORE)
        arguments = ["scan", str(source), "-o", str(out), *ASKED]
        done = _limited(arguments, "RLIMIT_AS", (200 + 250 * number) << 20)
        held = _whole(out, 200_000) if done.returncode == 0 else out.read_bytes() == BEFORE
        yield (
            None if held else f"{200 + 250 * number} MiB: {done.returncode}, {done.stderr[-300:]!r}"
        )


def _limited(arguments: list[str], what: str, most: int) -> subprocess.CompletedProcess[bytes]:
    def limit() -> None:
        resource.setrlimit(getattr(resource, what), (most, most))

    return subprocess.run(
        [*COMMAND, *arguments],
        capture_output=True,
        timeout=300,
        check=False,
        preexec_fn=limit,
    )


def _anew(name: str) -> Path:
    folder = Path.cwd() / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    return folder
