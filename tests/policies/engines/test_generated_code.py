"""Generated code is code: tracebacks and debuggers show its lines."""

from __future__ import annotations

import inspect
import linecache
import traceback
from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from subhub.adapters.squarespace.rules import CANCEL
from subhub.policies.engines.python.compiled import compile_intent

ON = date(2026, 11, 21)


class Broken:
    """Facts of which one cannot be had."""

    def __getattr__(self, name: str) -> object:
        raise RuntimeError(f"no {name} today")


def raised() -> traceback.FrameSummary:
    """Where in the generated code an error came up."""
    with pytest.raises(RuntimeError) as caught:
        compile_intent(CANCEL).decide(Broken(), ON, "immediate", "administrator")
    frames = traceback.extract_tb(caught.value.__traceback__)
    return next(frame for frame in frames if frame.filename.startswith("<policy cancel "))


def test_a_traceback_shows_the_line_that_was_generated() -> None:
    frame = raised()
    assert frame.name == "decide"
    assert (frame.line or "").startswith("f_")
    assert compile_intent(CANCEL).source.splitlines()[(frame.lineno or 0) - 1].strip() == frame.line


def test_the_lines_stay_when_files_are_looked_at_again() -> None:
    linecache.checkcache()
    assert raised().line


def test_a_debugger_finds_the_source() -> None:
    made = compile_intent(CANCEL)
    assert inspect.getsource(made.decide).startswith("def decide(s, on, mode, actor):\n")
    assert inspect.getsource(made.details).strip() in made.source


def test_threads_that_generate_at_once_see_the_same_lines() -> None:
    compile_intent.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        shown = {each.line for each in pool.map(lambda _: raised(), range(32))}
    assert len(shown) == 1
