"""The types users see: mypy reads a file of calls and agrees with every line of it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("mypy")
HERE = Path(__file__).parent


def test_calls_have_the_types_they_promise() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", HERE / "typed_calls.py"],
        cwd=HERE.parents[1], capture_output=True, text=True,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr
