"""What the documentation shows is what the program prints; links lead somewhere."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from page_commands import LEFT_OUT, PAGES, ROOT, printed, shown

LINK = re.compile(r"\[[^\]]*\]\((?!https?:)([^)#]+)[^)]*\)")
#: pages that are made when the site is built (tools/site_pages.py)
MADE = {"cli.md", "cli.ja.md", "python.md", "changes.md", "contributing.md", "security.md"}
WITH_COMMANDS = [page for page in PAGES if any(each.runs for each in shown(page))]


@pytest.mark.parametrize("page", WITH_COMMANDS, ids=lambda page: page.stem)
def test_a_page_from_top_to_bottom_prints_what_it_shows(page, tmp_path):
    for each, said in printed(page, tmp_path):
        compare(each.head, each.text, said)


def compare(command: str, wanted: str, said: str) -> None:
    """All of ``wanted`` in its order; where it has no `…` line, nothing else either."""
    pieces = LEFT_OUT.split(wanted)
    if len(pieces) == 1 and wanted:
        assert said == wanted, f"`{command}`: see tools/page_commands.py"
    rest = said
    for piece in pieces:
        part = piece.strip("\n")
        assert part in rest, f"shown is\n{part}\nbut `{command}` prints\n{said}"
        rest = rest[rest.index(part) + len(part) :]


def test_a_wrong_page_would_be_noticed():
    with pytest.raises(AssertionError, match="but `x` prints"):
        compare("x", "✔ Yes\n…\n", "✘ No\n")
    with pytest.raises(AssertionError):
        compare("x", "✔ Yes\n", "✔ Yes\nmore\n")


def test_the_pages_show_commands():
    pages = {page.stem for page in WITH_COMMANDS}
    assert {"README", "agenda", "calendar", "interview", "timeline", "ja"} <= pages
    assert sum(each.runs for page in PAGES for each in shown(page)) >= 15


WITH_PYTHON = [page for page in PAGES if ">>> " in page.read_text(encoding="utf-8")]


@pytest.mark.parametrize("page", WITH_PYTHON, ids=lambda page: page.stem)
def test_the_python_of_a_page_runs(page):
    failed, tried = doctest.testfile(str(page), module_relative=False)
    assert tried >= 1
    assert failed == 0


def test_the_readme_shows_python():
    assert ROOT / "README.md" in WITH_PYTHON


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
