"""A document's way through failing disks: each file is there whole or as it was, and it is said."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from faults import KINDS, failing

DOCUMENT = """\
platform: squarespace
id: plan
product: digital_products
status: active
billing_interval: year
price: 216.00 USD
started_on: 2026-11-10
site_status: active
"""
ON = ("--on", "2026-11-21")
#: more operations of one kind than any of these commands needs
MOST = 40
WRITING = {
    "preview --ics": ("preview", "in/plan.yaml", *ON, "--ics", "out/made"),
    "timeline --svg": ("timeline", "in/plan.yaml", "--since", "2026-11-21", "--svg", "out/made"),
    "timeline --ics": ("timeline", "in/plan.yaml", "--since", "2026-11-21", "--ics", "out/made"),
    "best --ics": ("best", "in/plan.yaml", *ON, "--goal", "refund", "--ics", "out/made"),
    "agenda --ics": ("agenda", "in", *ON, "--ics", "out/made"),
    "ask -o": ("ask", "in/plan.yaml", *ON, "-o", "out/made", "--force"),
}


class Quitting:
    """Standard input of one who answers nothing."""

    def isatty(self) -> bool:
        return False

    def readline(self) -> str:
        return "quit\n"


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a document to read and one to write to; whoever is asked quits."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.stdin", Quitting())
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    (tmp_path / "in" / "plan.yaml").write_text(DOCUMENT, encoding="utf-8")
    return tmp_path


def numbers() -> Iterator[tuple[str, int, int]]:
    for kind in KINDS:
        for number in range(1, MOST):
            yield kind, number, errno.ENOSPC if number % 2 else errno.EIO


@pytest.mark.parametrize("before", [None, b"what stood there"], ids=["new", "over"])
@pytest.mark.parametrize("command", WRITING)
def test_it_is_written_whole_or_not_at_all_and_said(run, place, command, before) -> None:
    made = place / "out" / "made"
    whole = written(run, place, command)
    done: set[str] = set()
    for kind, number, code in numbers():
        if kind in done:
            continue
        made.unlink(missing_ok=True)
        if before is not None:
            made.write_bytes(before)
        with failing(Path("out"), kind, number, code) as fault:
            ran = run(*WRITING[command])
        if not fault.fired:
            done.add(kind)
        found = made.read_bytes() if made.exists() else None
        told = f"{kind} {number}: exit {ran.code}, {ran.err}"
        assert found in (whole, before), told
        assert [each.name for each in (place / "out").iterdir()] in ([], ["made"]), told
        assert "Traceback" not in ran.err
        if ran.code == 1:
            assert found == before, told
            assert re.fullmatch(r"subhub: .*cannot be (written|read).*\n", ran.err), told
        else:
            assert found == whole, told
    assert done == set(KINDS)
    assert (place / "in" / "plan.yaml").read_text(encoding="utf-8") == DOCUMENT


def written(run, place: Path, command: str) -> bytes:
    """What the command writes where nothing fails."""
    assert run(*WRITING[command]).code != 1
    return (place / "out" / "made").read_bytes()


@pytest.mark.parametrize("command", ["preview", "timeline", "audit"])
def test_a_document_that_cannot_be_read_is_said_to_be_so(run, place, command) -> None:
    on = ("--since", "2026-11-21") if command == "timeline" else ON
    done: set[str] = set()
    for kind, number, code in numbers():
        if kind in done:
            continue
        with failing(Path("in"), kind, number, code) as fault:
            ran = run(command, "in/plan.yaml", *on)
        if not fault.fired:
            done.add(kind)
        if fault.fired and ran.code == 1:
            assert "plan.yaml" in ran.err
            assert ran.err.count("\n") == 1
        assert "Traceback" not in ran.err
        assert ran.code in (0, 1, 3, 4)
    assert done == set(KINDS)


def test_a_link_stays_a_link(run, place) -> None:
    (place / "out" / "there").write_text("old", encoding="utf-8")
    (place / "out" / "made").symlink_to("there")
    assert run(*WRITING["timeline --svg"]).code == 0
    assert (place / "out" / "made").is_symlink()
    assert (place / "out" / "there").read_bytes().startswith(b"<?xml")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names here")
def test_a_pipe_stays_a_pipe(run, place) -> None:
    pipe = place / "out" / "made"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert run(*WRITING["timeline --svg"]).code == 0
        assert os.read(reader, 5) == b"<?xml"
    finally:
        os.close(reader)
    assert pipe.is_fifo()


def test_a_folder_in_the_way_is_said(run, place) -> None:
    (place / "out" / "made").mkdir()
    ran = run(*WRITING["timeline --svg"])
    assert (ran.code, ran.err.count("\n")) == (1, 1)
    assert "out/made" in ran.err and "cannot be written" in ran.err
