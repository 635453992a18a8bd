"""What a release stands on: bounds that are checked, actions that cannot change underneath."""

from __future__ import annotations

import re
import runpy
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOWEST = runpy.run_path(str(ROOT / "tools" / "lowest_versions.py"))
WORKFLOW = (ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8")


def test_everything_has_one_lowest_version():
    found = LOWEST["lowest"](PROJECT)
    assert found["click"] and found["polars"] and found["hypothesis"]


@pytest.mark.parametrize("lines", [["click"], ["click>=8.4", "Click>=8.5"]])
def test_a_bound_that_is_missing_or_contradicted_is_an_error(lines):
    project = {"name": "x", "dependencies": lines, "optional-dependencies": {}}
    with pytest.raises(SystemExit, match=r"lower bound|stands elsewhere"):
        LOWEST["lowest"]({"project": project, "dependency-groups": {}})


def test_every_action_is_pinned_by_commit_and_names_its_version():
    used = [line for line in WORKFLOW.splitlines() if "uses:" in line]
    assert used
    assert [line for line in used if not re.search(r"@[0-9a-f]{40} # v\d+\.\d+\.\d+$", line)] == []


def test_a_release_needs_everything_else_first_and_no_password():
    jobs = yaml.safe_load(WORKFLOW)["jobs"]
    commands = [step.get("run") for step in jobs["build"]["steps"]]
    assert {".ci/run", "make test-lowest", "make supply"} <= set(commands)
    assert jobs["publish"]["needs"] == ["build", "attest"]
    assert jobs["publish"]["permissions"] == {"id-token": "write"}
    assert "secrets." not in WORKFLOW
