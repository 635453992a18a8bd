"""Two ways to run the command: as users have it, and in this process where that is enough."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from subhub.cli import main

SUBHUB = Path(sys.executable).parent / "subhub"
DELAYED = """\
platform: impact
id: acct-77
product: starter
status: active
started_on: 2026-03-02
trial_ends_on: 2026-03-31
card_charged: 840.00 USD
partner_costs: 412.50 USD
locked_actions: 6
pending_actions: 9
last_lock_on: 2027-01-02
balance: 620.00 USD
open_invoices: 87.50 USD
pending_payouts: 120.00 USD
active_contracts: 3
"""


class Ran(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Ran]


@pytest.fixture(autouse=True)
def plain_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    """No language, no colours asked for, whatever this machine is set to."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG", "NO_COLOR", "FORCE_COLOR", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    """Runs the command in this process."""

    def run(*arguments: str) -> Ran:
        with pytest.raises(SystemExit) as ended:
            main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Ran(int(ended.value.code or 0), out, err)

    return run


@pytest.fixture
def installed() -> Run:
    """Runs the installed command in a process of its own."""

    def run(*arguments: str, stdin: bytes = b"", **environ: str) -> Ran:
        surroundings = {**os.environ, "PYTHONIOENCODING": "utf-8", **environ}
        done = subprocess.run(
            [SUBHUB, *map(str, arguments)], input=stdin, capture_output=True, env=surroundings,
            timeout=60,
        )  # fmt: skip
        return Ran(done.returncode, done.stdout.decode(), done.stderr.decode())

    return run


@pytest.fixture
def delayed(tmp_path: Path) -> Path:
    """A document that is allowed, with a date, money, preparations and steps."""
    path = tmp_path / "delayed.yaml"
    path.write_text(DELAYED, encoding="utf-8")
    return path
