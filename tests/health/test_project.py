"""The files around the source say what is so: extras, version, checks, targets of make."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml

import subhub

ROOT = Path(__file__).parents[2]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")
HOOKS = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"]


def test_the_version_stands_in_one_place():
    assert "version" not in PYPROJECT["project"]
    source = ROOT / PYPROJECT["tool"]["hatch"]["version"]["path"]
    assert f'__version__ = "{subhub.__version__}"' in source.read_text(encoding="utf-8")


def test_all_extras_are_in_all():
    extras = dict(PYPROJECT["project"]["optional-dependencies"])
    (everything,) = extras.pop("all")
    named = re.fullmatch(r"subhub-cancel\[(.+)\]", everything)
    assert named and named[1].split(",") == sorted(extras)


def test_every_hook_is_a_check_of_make_check():
    (repo,) = HOOKS
    assert repo["repo"] == "local"  # nothing is downloaded from elsewhere
    checks = re.search(r"^check:.*\n((?:\t.+\n)+)", MAKEFILE, re.MULTILINE)
    assert checks
    entries = {hook["entry"].removeprefix(".venv/bin/").split(" --")[0] for hook in repo["hooks"]}
    wanted = {
        line.strip().removeprefix("$(BIN)/").split(" --")[0].removesuffix(" .")
        for line in checks[1].splitlines()
    }
    assert entries == wanted


def test_help_of_make_lists_every_target():
    targets = set(re.search(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)[1].split())
    for target in targets - {"help", "anew"}:
        assert f"echo 'make {target} " in MAKEFILE


@pytest.mark.parametrize("page", ["CONTRIBUTING.md", "SECURITY.md", "CODE_OF_CONDUCT.md"])
def test_the_source_archive_has_the_pages_for_people(page):
    assert (ROOT / page).exists()
    assert page in PYPROJECT["tool"]["hatch"]["build"]["targets"]["sdist"]["include"]


def test_the_folders_of_tests_are_those_of_the_source():
    """But for cases, examples, documentation, fuzzing, faults, and the house as a whole."""
    tests, source = ROOT / "tests", ROOT / "src" / "subhub"
    folders = {each.parent.relative_to(tests) for each in tests.rglob("test_*.py")}
    others = {Path(each) for each in ("cases", "examples", "docs", "faults", "fuzz", "health")}
    assert others < folders
    assert [str(each) for each in folders - others if not (source / each).is_dir()] == []


def test_the_changelog_keeps_rules_and_api_apart():
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## (.+)$", text, re.MULTILINE) == ["Rules", "API"]
    assert f"### {subhub.__version__}" in text
