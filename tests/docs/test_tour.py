"""``make demo``: four stops, each fits a screen, in both languages."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCREEN = 45


@pytest.mark.parametrize(
    "lang, first", [("en_US.UTF-8", "✔ You can cancel"), ("ja_JP.UTF-8", "✔ 解約")]
)
def test_the_tour_is_four_screens(lang, first):
    environ = {**os.environ, "LC_ALL": lang, "PYTHONUTF8": "1", "NO_COLOR": "1"}
    ran = subprocess.run([sys.executable, ROOT / "tools" / "tour.py"], env=environ, text=True,
                         encoding="utf-8", capture_output=True, check=False)  # fmt: skip
    assert (ran.returncode, ran.stderr) == (0, "")
    stops = ran.stdout.split("\n── ")[1:]
    assert [len(stop.splitlines()) <= SCREEN for stop in stops] == [True] * 4
    assert first in stops[0]
