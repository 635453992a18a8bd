"""The check is a class to subclass, a plug-in of pytest and a function; right adapters pass it."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from wrong import a_remedy_that_changes_nothing, asks_the_program_to_exit

from subhub import Hub
from subhub.testing import SCENARIOS, AdapterConformance, Report, check_adapter
from subhub_gym import GymAdapter

ROOT = Path(__file__).parents[2]
GYM = ROOT / "examples" / "gym-adapter" / "src"
OURS = Hub().registry.working()[0]
ROUNDS = 60


@pytest.mark.parametrize("adapter", [GymAdapter(), *OURS], ids=lambda each: each.platform)
def test_a_right_adapter_passes_every_scenario_and_skips_none(adapter: Any) -> None:
    report = check_adapter(adapter, rounds=ROUNDS)
    assert (report.failed, report.skipped) == ((), ())
    assert len(report.outcomes) == len(SCENARIOS)


def test_a_report_lists_every_scenario_with_what_came_of_it(tmp_path: Path) -> None:
    with pytest.raises(AssertionError) as raised:
        check_adapter(a_remedy_that_changes_nothing(tmp_path), rounds=ROUNDS)
    first, *lines = str(raised.value).splitlines()
    assert first == f"adapter `gym`: {len(SCENARIOS) - 1} passed, 1 failed, 0 skipped"
    assert " 1 passed   It loads" in lines[0]
    (told,) = (line for line in lines if line.startswith("   - "))
    assert "the remedy `move_away` never helps" in told


def test_what_does_not_load_is_tried_no_further(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="SystemExit: no licence") as raised:
        check_adapter(asks_the_program_to_exit(tmp_path))
    assert f"0 passed, 1 failed, {len(SCENARIOS) - 1} skipped" in str(raised.value)
    assert "skipped because scenario 1 failed" in str(raised.value)


def test_the_same_is_drawn_every_time() -> None:
    from subhub.testing.checking import AdapterCheck

    one, other = (
        [each.document for each in AdapterCheck(GymAdapter(), 20).rounds] for _ in range(2)
    )
    assert one == other
    assert one != [each.document for each in AdapterCheck(GymAdapter(), 20, seed=1).rounds]


def test_scenarios_are_numbered_and_say_what_to_do() -> None:
    assert [each.number for each in SCENARIOS] == list(range(1, len(SCENARIOS) + 1))
    assert len({each.name for each in SCENARIOS}) == len(SCENARIOS) >= 26
    for each in SCENARIOS:
        assert each.title and not each.title.endswith(".")
        assert f"test_{each.id}" in dir(AdapterConformance)
        assert "def " not in each.about


def test_a_report_without_failures_is_given_back() -> None:
    report = check_adapter(GymAdapter(), rounds=5)
    assert isinstance(report, Report)
    assert str(report).startswith(f"adapter `gym`: {len(SCENARIOS)} passed, 0 failed, 0 skipped\n")


# pytest


def pytest_in(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Run pytest as if this package and the gym were installed, their entry points too."""
    for name, points in (
        ("subhub_cancel", "[pytest11]\nsubhub = subhub.testing.pytest_plugin\n"),
        ("subhub_gym", "[subhub]\ngym = subhub_gym\n"),
    ):
        info = folder / f"{name}-0.1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 0.1.0\n")
        (info / "entry_points.txt").write_text(points)
    paths = [str(folder), str(GYM), str(ROOT / "src"), str(Path(__file__).parent)]
    environ = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    environ.pop("PYTEST_XDIST_WORKER", None)
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", "-c", os.devnull,
         "--rootdir", folder, folder, *options],
        env=environ, capture_output=True, text=True, check=False, cwd=folder,
    )  # fmt: skip


def test_pytest_tries_an_installed_adapter_scenario_by_scenario(tmp_path: Path) -> None:
    ran = pytest_in(tmp_path, "-v", "--subhub-adapter", "gym", "--subhub-rounds", "10")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert f"{len(SCENARIOS)} passed" in ran.stdout
    assert "subhub::gym::08_one_rule_one_page PASSED" in ran.stdout


def test_pytest_tells_what_is_wrong_without_a_traceback(tmp_path: Path) -> None:
    (tmp_path / "clumsy.py").write_text(
        "from subhub_gym import GymAdapter\n\nclass Clumsy(GymAdapter):\n    title = ''\n"
    )
    ran = pytest_in(tmp_path, "--subhub-adapter", "clumsy:Clumsy", "--subhub-rounds", "5")
    assert ran.returncode == 1, ran.stdout + ran.stderr
    assert "`title` is '': say how people call the platform" in ran.stdout
    assert "Traceback" not in ran.stdout and "hold(" not in ran.stdout


@pytest.mark.parametrize("name, said", [
    ("gim", "no adapter for the platform `gim` is installed; did you mean `gym`?"),
    ("subhub_gym:GimAdapter", "has no attribute 'GimAdapter'"),
])  # fmt: skip
def test_pytest_says_which_adapter_it_does_not_find(tmp_path: Path, name: str, said: str) -> None:
    ran = pytest_in(tmp_path, "--subhub-adapter", name)
    assert ran.returncode == 4
    assert said in ran.stderr


def test_pytest_without_the_option_adds_nothing_and_imports_nothing(tmp_path: Path) -> None:
    (tmp_path / "test_plain.py").write_text(
        "import sys\n\ndef test():\n    assert 'subhub.testing.pytest_plugin' in sys.modules\n"
        "    assert not {'pydantic', 'subhub.plugin', 'subhub.hub'} & sys.modules.keys()\n"
    )
    ran = pytest_in(tmp_path, "-p", "no:hypothesispytest")
    assert ran.returncode == 0, ran.stdout
    assert "1 passed" in ran.stdout


def test_the_plug_in_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert project["entry-points"]["pytest11"] == {"subhub": "subhub.testing.pytest_plugin"}


def test_a_class_skips_where_a_scenario_is_skipped(tmp_path: Path) -> None:
    (tmp_path / "test_exits.py").write_text(
        "from pathlib import Path\nfrom subhub.testing import AdapterConformance\n"
        "from wrong import asks_the_program_to_exit\n\nclass TestExits(AdapterConformance):\n"
        "    adapter = asks_the_program_to_exit(Path())\n"
    )
    ran = pytest_in(tmp_path, "-rs")
    assert f"1 failed, {len(SCENARIOS) - 1} skipped" in ran.stdout, ran.stdout
    assert "scenario 1 failed" in ran.stdout
