"""Lines are broken in steps that grow with the text, whatever it is made of; counted, not timed."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import Any

import budoux
import pytest

import subhub.render
from subhub.render import html, markdown, terminal
from subhub.render.fitting import fit
from subhub.render.page import Line, Page, Section, join, together
from subhub.render.text import cut, wrap

ROOMS = str(Path(subhub.render.__file__).parent), str(Path(budoux.__file__).parent)
UNITS = [
    "a ", "a", " ", "a\xa0", "\xa0", "a-b/", "(", ")(", "://", "https://x ", "`", "\n", "あ", "あ ",
    "、", "「", "」「", "a、", "解約すると",
    "2026年1月 ", "1 年", "\u3000", "☕ ", "👩‍👩‍👧", "a\u0301",
]  # fmt: skip


def steps(call: Callable[[], Any]) -> int:
    """How many lines of our pages and of the line breaker run."""
    count = 0

    def trace(frame: FrameType, event: str, arg: object) -> Any:
        nonlocal count
        if not frame.f_code.co_filename.startswith(ROOMS):
            return None
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        call()
    finally:
        sys.settrace(before)
    return count


def page(text: str) -> Page:
    """A page with a long text wherever one can stand."""
    about = join([together(text), together(text)])
    lines = [Line(text, day="1 May", mark="1", notes=(text, text), inner=[Line(text)])]
    return Page(text, about, [Section(text, lines), Section("", lines, small=True)], last=text)


PLAIN = terminal.Paint(colours=False)
LAID_OUT: dict[str, Callable[[str], Any]] = {
    "wrap": lambda text: wrap(text, 80),
    "wrap together": lambda text: wrap(together(text), 80),
    "cut": lambda text: cut(text, 30),
    "table": lambda text: list(fit([["", "x"], [text, text]], 60)),
    "blocks": lambda text: list(fit([["", "x", "y"], [text, text, text]], 30)),
    "terminal": lambda text: terminal.render(page(text), PLAIN, 80),
    "markdown": lambda text: markdown.render(page(text)),
    "html": lambda text: html.document([[("en", page(text))]]),
}


@pytest.mark.parametrize("name", LAID_OUT)
@pytest.mark.parametrize("unit", UNITS)
def test_four_times_the_text_takes_about_four_times_the_steps(unit: str, name: str) -> None:
    lay_out = LAID_OUT[name]
    lay_out(unit)  # what is loaded once is loaded
    short, long = ((unit * length)[:length] for length in (1_000, 4_000))
    few, many = steps(lambda: lay_out(short)), steps(lambda: lay_out(long))
    assert many <= few * 5 + 200
