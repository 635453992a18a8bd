"""Scans that meet a failing disk, broken rows and broken files, in a short form of each.

The long form is the same functions with other counts.
"""

from __future__ import annotations

import errno
import os
import resource
import signal
import subprocess
import sys
import time
from pathlib import Path

import polars as pl
import pytest
from rows import HUB
from scans import broken_files, conserved_scans, failing_scans

from subhub import RequestError
from subhub.frames.scanning import Scan, scan
from subhub.frames.together import written_together

ASKED = {"platform": "impact", "on": "2026-11-21"}
COMMAND = [sys.executable, "-m", "subhub", "scan"]


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_a_failing_disk_leaves_both_results_or_what_was_there(tmp_path: Path, form: str) -> None:
    kinds = ["open", "write", "flush", "fsync", "replace", "link"]
    done = failing_scans(tmp_path / "w", pairs=[(form, form)], kinds=kinds, codes=[errno.ENOSPC])
    assert done.failures == []
    assert done.tried > 50


def test_rows_in_are_rows_out_and_rows_rejected(tmp_path: Path) -> None:
    done = conserved_scans(tmp_path / "w", count=18)
    assert (done.tried, done.failures) == (54, [])


def test_broken_files_are_named_or_read_whole(tmp_path: Path) -> None:
    done = broken_files(tmp_path / "w", count=30)
    assert (done.tried, done.failures) == (30, [])


def many_rows(path: Path, count: int = 200_000) -> Path:
    frame = pl.DataFrame({"status": ["active"] * count, "note": [str(n) for n in range(count)]})
    frame.write_parquet(path) if path.suffix == ".parquet" else frame.write_csv(path)
    return path


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_a_disk_that_is_full_at_any_point(tmp_path: Path, form: str) -> None:
    """The system itself refuses to write more than so many bytes."""
    source, out = many_rows(tmp_path / "in.csv", 20_000), tmp_path / f"out.{form}"
    for most in (0, 4_096, 300_000):
        out.write_text("before")
        run = subprocess.run(
            [*COMMAND, source, "-o", out, "--platform", "impact", "--on", "2026-11-21"],
            capture_output=True, text=True, check=False,
            preexec_fn=lambda size=most: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
        )  # fmt: skip
        if run.returncode == 0:
            assert most == 300_000 and form == "parquet"
            continue
        told = f"subhub: `{out}` cannot be written: the file would be too large\n"
        assert (run.returncode, run.stderr) == (1, told)
        assert out.read_text() == "before"
    assert {each.name for each in tmp_path.iterdir()} == {source.name, out.name}


def test_what_a_killed_run_left_is_taken_away_by_the_next(tmp_path: Path) -> None:
    source, out = many_rows(tmp_path / "in.parquet", 2_000_000), tmp_path / "out.csv"
    asked = [*COMMAND, str(source), "-o", str(out), "--platform", "impact", "--on", "2026-11-21"]
    run = subprocess.Popen(asked, stdout=subprocess.DEVNULL)
    begun = time.monotonic()
    while not any(each.stat().st_size for each in tmp_path.glob(".out.csv.*.part")):
        assert time.monotonic() - begun < 60 and run.poll() is None
        time.sleep(0.01)
    run.send_signal(signal.SIGKILL)
    run.wait(30)
    assert len(list(tmp_path.glob(".out.csv.*.part"))) == 1
    many_rows(tmp_path / "in.parquet", 10)
    scan(HUB, Scan(str(source), out, ASKED))
    assert sorted(each.name for each in tmp_path.iterdir()) == ["in.parquet", "out.csv"]


def test_what_another_run_is_writing_is_left_alone(tmp_path: Path) -> None:
    source, out = many_rows(tmp_path / "in.csv", 3), tmp_path / "out.csv"
    with written_together({"out": out}) as opened:
        opened["out"].write(b"mine")
        scan(HUB, Scan(str(source), out, ASKED))
        assert len(list(tmp_path.glob(".out.csv.*.part"))) == 1
    assert out.read_bytes() == b"mine"
    assert list(tmp_path.glob("*.part")) == []


def test_where_files_cannot_be_locked_age_tells(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("subhub.frames.together.fcntl", None)
    source, out = many_rows(tmp_path / "in.csv", 3), tmp_path / "out.csv"
    old, young = tmp_path / ".out.csv.aa.part", tmp_path / ".out.csv.bb.part"
    for path in (old, young):
        path.write_text("x")
    os.utime(old, (1, 1))
    scan(HUB, Scan(str(source), out, ASKED))
    assert (old.exists(), young.exists()) == (False, True)


def test_what_is_no_part_of_ours_stays(tmp_path: Path) -> None:
    source, out = many_rows(tmp_path / "in.csv", 3), tmp_path / "out.csv"
    others = [".out.csv", ".out.csv.bak", "out.csv.part", ".other.csv.aa.part"]
    for name in others:
        (tmp_path / name).write_text("x")
    scan(HUB, Scan(str(source), out, ASKED))
    assert all((tmp_path / name).exists() for name in others)


def test_what_cannot_be_moved_into_place_brings_back_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rejects were moved already when the answers could not be."""
    source, out, bad = many_rows(tmp_path / "in.csv", 3), tmp_path / "out.csv", tmp_path / "bad.csv"
    bad.write_text("before")
    real = Path.replace

    def replace(self: Path, target: Path) -> Path:
        if Path(target) == out:
            raise OSError(errno.EACCES, "no")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with pytest.raises(RequestError, match=r"out.csv` cannot be written: permission denied"):
        scan(HUB, Scan(str(source), out, ASKED, rejects=bad))
    assert (bad.read_text(), out.exists()) == ("before", False)
    assert sorted(each.name for each in tmp_path.iterdir()) == ["bad.csv", "in.csv"]
