"""The guide to an adapter shows a whole one: what stands on the page is enough to build it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from fill_guide import EXAMPLE, PAGE, files

ROOT = Path(__file__).parents[2]


def test_an_adapter_built_from_the_page_alone_passes_its_tests(tmp_path: Path) -> None:
    shown = files(PAGE.read_text(encoding="utf-8"))
    for name, text in shown.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join([f"{tmp_path}/src", f"{ROOT}/src"])}
    environ.pop("PYTEST_XDIST_WORKER", None)
    ran = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-c", os.devnull,
         "--rootdir", tmp_path, tmp_path / "tests"],
        env=environ, cwd=tmp_path, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ran.returncode == 0, ran.stdout + ran.stderr


def test_the_page_shows_every_file_of_the_example() -> None:
    there = {
        path.relative_to(EXAMPLE).as_posix()
        for path in EXAMPLE.rglob("*")
        if path.is_file() and path.suffix in (".py", ".ftl", ".toml")
    }
    assert files(PAGE.read_text(encoding="utf-8")).keys() == there
