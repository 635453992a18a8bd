"""Threads that start at once in a cold process say what one alone says, in both languages.

The long form, some twenty thousand answers: ``python tests/helpers/threads.py 40``.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from threads import try_threads

from subhub.model.deferred import Deferred
from subhub.once import Kept, lazy, once
from subhub.words import LANGUAGES
from subhub.words.catalogue import Words

THREADS = 8


@pytest.fixture(autouse=True)
def adversarial() -> Iterator[None]:
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(before)


def at_once(ask: Callable[[int], Any]) -> list[Any]:
    """What so many threads are told that ask at the same moment."""
    waiting = Barrier(THREADS)

    def go(number: int) -> Any:
        waiting.wait()
        return ask(number)

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(go, range(THREADS)))


def test_cold_starts_say_what_one_thread_says() -> None:
    tried = try_threads(2, each=16)
    assert (tried.answers, tried.failures) == (2 * 8 * 16, [])


@pytest.mark.nightly
def test_twenty_thousand_answers() -> None:
    tried = try_threads(40)
    assert tried.answers >= 20_000
    assert tried.failures == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_bundle_that_takes_its_time_is_made_once(
    lang: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The window in which a second bundle was made, held open: sentences were codes from then."""
    import fluent.runtime

    made = []

    class Slow(fluent.runtime.FluentBundle):
        def __init__(self, *args: Any, **options: Any) -> None:
            made.append(self)
            time.sleep(0.02)
            super().__init__(*args, **options)

        def add_resource(self, *args: Any, **options: Any) -> None:
            time.sleep(0.001)
            super().add_resource(*args, **options)

    monkeypatch.setattr(fluent.runtime, "FluentBundle", Slow)
    said = Words(lang)
    messages = [name for name, source in said.sources.items() if "{ $" in source][:12]
    told = at_once(lambda number: [said.say(each, output="x") for each in messages])
    assert len(made) == 1
    assert all(each == told[0] for each in told)
    assert not any(sentence.startswith("`") for sentence in told[0])


def test_a_failure_is_not_kept() -> None:
    kept: Kept[str, int] = Kept()
    with pytest.raises(ZeroDivisionError):
        kept.get("a", lambda: 1 // 0)
    assert kept.get("a", lambda: 7) == 7


def test_everyone_gets_what_was_kept_first() -> None:
    @once
    def slow(name: str) -> object:
        time.sleep(0.001)
        return object()

    class Page:
        @lazy
        def words(self) -> object:
            time.sleep(0.001)
            return object()

    for number in range(20):
        page = Page()
        assert len({id(each) for each in at_once(lambda _, n=number: slow(str(n)))}) == 1
        assert len({id(each) for each in at_once(lambda _, page=page: page.words)}) == 1


def test_a_slow_maker_holds_nobody_else_up() -> None:
    """Nothing is locked while something is worked out: makers may ask for each other."""
    kept: Kept[str, Any] = Kept()
    both = Barrier(2, timeout=10)

    def make(name: str) -> str:
        both.wait()
        return name

    def ask(number: int) -> str:
        return str(kept.get(f"{number}", lambda: make(f"{number}")))

    with ThreadPoolExecutor(2) as pool:
        assert list(pool.map(ask, range(2))) == ["0", "1"]


def test_a_model_is_built_by_one_thread() -> None:
    built = []

    class Member(Deferred):
        visits: int

        @classmethod
        def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
            built.append(source)
            time.sleep(0.01)
            return handler(source)

    found = at_once(lambda number: Member.model_validate({"visits": number}))
    assert [each.visits for each in found] == list(range(THREADS))
    assert len(built) == 1
