"""A stranger's adapter, as its own package: its tests pass, and the door lets it in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

GYM = Path(__file__).parents[2] / "examples" / "gym-adapter"
MEMBER = """platform: gym
status: active
started_on: 2026-03-01
minimum_term_ends_on: 2027-03-01
may_buy_out: false
"""


def environment(tmp_path: Path) -> dict[str, str]:
    """As if the package were installed: its modules, and the entry point it declares."""
    info = tmp_path / "subhub_gym-0.1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: subhub-gym\nVersion: 0.1.0\n")
    (info / "entry_points.txt").write_text("[subhub]\ngym = subhub_gym\n")
    paths = os.pathsep.join([str(tmp_path), str(GYM / "src")])
    return {**os.environ, "PYTHONPATH": paths, "LC_ALL": "C.UTF-8"}


def test_its_own_tests_pass(tmp_path):
    ran = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "-c",
            os.devnull,
            str(GYM / "tests"),
        ],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert ran.returncode == 0, ran.stdout
    assert " passed" in ran.stdout


def test_the_command_line_answers_for_it(tmp_path):
    document = tmp_path / "member.yaml"
    document.write_text(MEMBER)
    script = Path(sys.executable).with_name("subhub")
    ran = subprocess.run(
        [script, "preview", document, "--on", "2026-11-21"],
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 3, ran.stderr
    assert "The minimum term is not over yet." in ran.stdout


@pytest.mark.parametrize("lang, said", [
    ("en", "`2026-02-01` lies before `started_on` (2026-03-01); a minimum term ends after"),
    ("ja", "`2026-02-01`は`started_on`(2026-03-01)より前です; 最低契約期間の終わりは"),
])  # fmt: skip
def test_its_own_mistakes_are_told_in_both_languages(tmp_path, lang, said):
    document = tmp_path / "member.yaml"
    document.write_text(MEMBER.replace("2027-03-01", "2026-02-01"))
    script = Path(sys.executable).with_name("subhub")
    ran = subprocess.run(
        [script, "preview", document, "--on", "2026-11-21", "--lang", lang],
        env=environment(tmp_path) | {"LC_ALL": "C.UTF-8"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout) == (1, "")
    assert f"{document}:4: minimum_term_ends_on: {said}" in ran.stderr


def test_its_entry_point_is_the_one_declared():
    assert (
        '[project.entry-points.subhub]\ngym = "subhub_gym"' in (GYM / "pyproject.toml").read_text()
    )
