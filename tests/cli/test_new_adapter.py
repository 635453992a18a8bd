"""A new adapter's package: its tests pass at once, and the door lets it in."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def environment(folder: Path, name: str, tmp_path: Path) -> dict[str, str]:
    """As if both packages were installed; nothing is fetched."""
    module = f"subhub_{name.replace('-', '_')}"
    for package, points in (
        ("subhub_cancel", "[pytest11]\nsubhub = subhub.testing.pytest_plugin\n"),
        (module, f"[subhub]\n{name} = {module}\n"),
    ):
        info = tmp_path / "site" / f"{package}-0.1.0.dist-info"
        info.mkdir(parents=True)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {package}\nVersion: 0.1.0\n")
        (info / "entry_points.txt").write_text(points)
    paths = [str(tmp_path / "site"), str(folder / "src"), str(ROOT / "src")]
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(paths), "LC_ALL": "C.UTF-8"}
    environ.pop("PYTEST_XDIST_WORKER", None)
    return environ


def test_the_tests_of_a_new_package_pass_at_once(run, tmp_path):
    name, folder = "iron-gym2", tmp_path / "made"
    ran = run("new-adapter", name, "--into", folder)
    assert (ran.code, ran.err) == (0, "")
    tests = subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-q", "-W", "error",
         "--subhub-rounds", "20"],
        env=environment(folder, name, tmp_path), cwd=folder, capture_output=True, text=True,
        check=False,
    )  # fmt: skip
    assert tests.returncode == 0, tests.stdout + tests.stderr
    assert "29 passed" in tests.stdout  # 26 scenarios and three cases


def test_what_was_made_is_answered_for(run, tmp_path):
    folder = tmp_path / "made"
    run("new-adapter", "gym", "--into", folder)
    document = tmp_path / "mine.yaml"
    document.write_text("platform: gym\nstatus: active\ntrial_ends_on: 2026-11-30\n")
    asked = subprocess.run(
        [sys.executable, "-m", "subhub", "preview", document, "--on", "2026-11-21"],
        env=environment(folder, "gym", tmp_path), capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "You can cancel at once; the trial ends and nothing is charged." in asked.stdout
    assert asked.returncode == 0


def test_every_file_is_listed_and_the_next_steps_are_told(run, tmp_path):
    folder = tmp_path / "made"
    ran = run("new-adapter", "gym", "--into", folder, "--lang", "ja")
    listed = set(ran.out.splitlines())
    there = {str(path) for path in folder.rglob("*") if path.is_file()}
    assert there <= listed
    assert len(there) == 13
    assert f"何をどの順に書き換えるかは{folder / 'README.md'}にあります。" in ran.out
    assert not [path for path in there if re.search("@[A-Z]+@", Path(path).read_text("utf-8"))]


@pytest.mark.parametrize("name", ["Gym", "gym_2", "-gym", "7gym", "gym/..", ""])
def test_a_name_no_platform_can_have(run, tmp_path, name):
    ran = run("new-adapter", "--into", tmp_path / "made", "--", name)
    assert ran.code == 1
    assert f"NAME: `{name}` cannot be the name of a platform; write small letters" in ran.err
    assert not (tmp_path / "made").exists()


def test_nothing_is_written_over(run, tmp_path):
    (tmp_path / "mine.txt").write_text("mine")
    ran = run("new-adapter", "gym", "--into", tmp_path)
    assert ran.code == 1
    assert "is not an empty folder; name a folder that is not there yet" in ran.err
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
