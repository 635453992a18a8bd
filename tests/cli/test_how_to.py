"""What the how-to pages show is what the commands print."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = ("timeline", "calendar", "interview", "agenda")
SHOWN = re.compile(r"```console\n\$ (.+)\n((?:.*\n)*?)```")


def shown() -> list[tuple[str, str]]:
    texts = (ROOT / "docs" / "how-to" / f"{page}.md" for page in PAGES)
    return [found for text in texts for found in SHOWN.findall(text.read_text(encoding="utf-8"))]


@pytest.mark.parametrize(("command", "expected"), shown())
def test_the_output_on_the_page_is_real(installed, tmp_path, monkeypatch, command, expected):
    monkeypatch.chdir(ROOT)
    piped, _, rest = command.rpartition("printf ")[2].partition(" | ")
    answers, asked = (piped, rest) if "printf " in command else ("", command)
    asked, _, lines = asked.partition(" | head -")
    arguments = [
        str(tmp_path / each) if each.endswith(".ics") else each for each in shlex.split(asked)[1:]
    ]
    stdin = "".join(shlex.split(answers)).replace("\\n", "\n").encode()
    out = installed(*arguments, stdin=stdin).out
    if lines:
        out = "".join(out.splitlines(keepends=True)[: int(lines)])
    assert out == expected


def test_every_page_shows_something():
    assert len(shown()) >= 6
