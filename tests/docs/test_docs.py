"""What the documentation shows is what the program prints; links lead somewhere."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
CONSOLE = re.compile(r"^```console\n(.*?)^```", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\[[^\]]*\]\((?!https?:)([^)#]+)[^)]*\)")


def commands(page: Path) -> list[tuple[str, str]]:
    """Each ``$ subhub …`` of a page with what the page shows below it."""
    found = []
    for block in CONSOLE.findall(page.read_text(encoding="utf-8")):
        for part in block.split("$ ")[1:]:
            command, _, shown = part.partition("\n")
            found.append((command, shown))
    return found


SHOWN = [(page, *each) for page in PAGES for each in commands(page)]


@pytest.mark.parametrize(
    ("page", "command", "shown"),
    SHOWN,
    ids=[f"{page.stem}: {command}" for page, command, _ in SHOWN],
)
def test_a_command_prints_what_the_page_shows(page, command, shown, tmp_path):
    words = shlex.split(command)
    if words[0] != "subhub":
        pytest.skip(f"`{words[0]}` needs more than this package")
    script = Path(sys.executable).with_name("subhub")
    (tmp_path / "examples").symlink_to(ROOT / "examples")  # what is written lands elsewhere
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "COLUMNS": "80", "NO_COLOR": "1"}
    ran = subprocess.run(
        [script, *words[1:]],
        cwd=tmp_path,
        env=environment,
        text=True,
        capture_output=True,
        check=False,
    )
    assert ran.returncode in (0, 3, 4, 5), ran.stderr
    said = ran.stdout + ran.stderr
    rest = said
    for piece in re.split(r"^…\n", shown, flags=re.MULTILINE):
        wanted = piece.strip("\n")
        assert wanted in rest, f"{page.name} shows\n{wanted}\nbut `{command}` prints\n{said}"
        rest = rest[rest.index(wanted) + len(wanted) :]


def test_the_python_of_the_readme_runs():
    failed, tried = doctest.testfile(str(ROOT / "README.md"), module_relative=False)
    assert tried >= 5
    assert failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_lead_somewhere(page):
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_readme_shows_commands():
    assert len(commands(ROOT / "README.md")) >= 3


def test_the_reference_is_what_the_rules_say():
    tool = ROOT / "tools" / "make_reference.py"
    ran = subprocess.run(
        [sys.executable, tool, "--check"], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, f"run tools/make_reference.py: {ran.stdout}{ran.stderr}"
