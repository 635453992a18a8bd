"""What the documentation shows is what the program prints; links lead somewhere."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r'^```(console|\w+ title="[^"]+")\n(.*?)^```', re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\[[^\]]*\]\((?!https?:)([^)#]+)[^)]*\)")
#: programs that a page may run beside ours
PROGRAMS = {"subhub", "printf", "grep"}
#: pages that are made when the site is built (tools/site_pages.py)
MADE = {"cli.md", "cli.ja.md", "python.md", "changes.md", "contributing.md", "security.md"}


class Shown(NamedTuple):
    """A file that a page tells to write, or a command and what the page shows below it."""

    kind: str
    head: str
    text: str


def shown(page: Path) -> list[Shown]:
    found = []
    for kind, body in BLOCK.findall(page.read_text(encoding="utf-8")):
        if kind != "console":
            found.append(Shown("file", kind.split('"')[1], body))
            continue
        for part in body.split("$ ")[1:]:
            command, _, below = part.partition("\n")
            found.append(Shown("command", command, below))
    return found


def runs(command: str) -> bool:
    """Whether all of its programs are here (a page may also show SQL clients)."""
    return all(shlex.split(part)[0] in {*PROGRAMS, "head"} for part in command.split(" | "))


def with_commands() -> list[Path]:
    return [
        page
        for page in PAGES
        if any(each.kind == "command" and runs(each.head) for each in shown(page))
    ]


@pytest.mark.parametrize("page", with_commands(), ids=lambda page: page.stem)
def test_a_page_from_top_to_bottom_prints_what_it_shows(page, tmp_path):
    (tmp_path / "examples").symlink_to(ROOT / "examples")  # what is written lands elsewhere
    scripts = Path(sys.executable).parent
    surroundings = {
        "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "80",
        "NO_COLOR": "1",
    }
    for kind, head, text in shown(page):
        if kind == "file":
            (tmp_path / head).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / head).write_text(text, encoding="utf-8")
        elif runs(head):
            ran = subprocess.run(
                ["bash", "-c", head],
                cwd=tmp_path,
                env=surroundings,
                text=True,
                capture_output=True,
                check=False,
            )
            assert ran.returncode in (0, 3, 4, 5), ran.stderr
            compare(page, head, text, ran.stdout + ran.stderr)


def compare(page: Path, command: str, wanted: str, said: str) -> None:
    """All of ``wanted`` in its order; where it has no `…` line, nothing else either."""
    pieces = re.split(r"^…\n", wanted, flags=re.MULTILINE)
    if len(pieces) == 1 and wanted:
        assert said == wanted, f"{page.name}: `{command}`"
    rest = said
    for piece in pieces:
        part = piece.strip("\n")
        assert part in rest, f"{page.name} shows\n{part}\nbut `{command}` prints\n{said}"
        rest = rest[rest.index(part) + len(part) :]


def test_a_wrong_page_would_be_noticed():
    with pytest.raises(AssertionError, match="but `x` prints"):
        compare(ROOT / "README.md", "x", "✔ Yes\n…\n", "✘ No\n")
    with pytest.raises(AssertionError):
        compare(ROOT / "README.md", "x", "✔ Yes\n", "✔ Yes\nmore\n")


def test_the_pages_show_commands():
    pages = {page.stem for page in with_commands()}
    assert {"README", "agenda", "calendar", "interview", "timeline", "ja"} <= pages
    assert sum(each.kind == "command" for page in PAGES for each in shown(page)) >= 15


@pytest.mark.parametrize("page", ["README.md", "docs/reference/answer.md"])
def test_the_python_of_a_page_runs(page):
    failed, tried = doctest.testfile(str(ROOT / page), module_relative=False)
    assert tried >= 5
    assert failed == 0


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_lead_somewhere(page):
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists() or Path(target).name in MADE, target


@pytest.mark.parametrize("target", ["reference", "picture"])
def test_what_was_made_from_the_program_is_what_it_says_now(target):
    script = ROOT / "tools" / f"make_{target}.py"
    ran = subprocess.run(
        [sys.executable, script, "--check"], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, f"run `make {target}`: {ran.stdout}{ran.stderr}"


def test_the_picture_fetches_nothing_and_can_be_heard():
    root = ElementTree.parse(ROOT / "docs" / "answer.svg").getroot()
    tags = {each.tag.rpartition("}")[2] for each in root.iter()}
    assert not tags & {"image", "script", "a", "use", "foreignObject"}
    assert "url(http" not in (ROOT / "docs" / "answer.svg").read_text(encoding="utf-8")
    assert root.get("role") == "img"
    assert len(root.findtext("{http://www.w3.org/2000/svg}desc")) > 500


def test_every_page_of_the_site_is_in_its_menu():
    menu = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("\nnav:")[2]
    for page in (ROOT / "docs").rglob("*.md"):
        assert f"{page.relative_to(ROOT / 'docs').as_posix()}\n" in menu
