"""Words: what a sentence does with its arguments, and what it does without."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from threading import Barrier

import fluent.runtime
import pytest

from subhub import Hub
from subhub.errors import RequestError
from subhub.model.money import Money
from subhub.words import LANGUAGES, Words, words

SOURCE = """
greeting = Hello { $name }
nested = { greeting }, from { -house }
-house = the house
due = { $date ->
    [unknown] some day
   *[other] on { $date }
}
sum = { $amount }
left = { $count ->
    [unknown] some are left
    [0] none is left
    [one] one is left
   *[other] { $count } are left
}
open = { $yes ->
    [true] open
   *[false] closed
}
round = { round }
broken = { $name ->
    [one] no default
}
blocker-mode_not_offered = ours wins
"""


@pytest.fixture
def said(tmp_path: Path) -> Words:
    (tmp_path / "en.ftl").write_text(SOURCE, encoding="utf-8")
    return Words("en", tmp_path)


def test_arguments_are_written_as_people_do(said: Words) -> None:
    assert said.say("due", date=date(2026, 11, 21)) == "on 21 Nov 2026"
    assert said.say("sum", amount=Money.parse("1234.5 USD")) == "1,234.50 USD"
    assert said.say("left", count=1) == "one is left"
    assert said.say("left", count=1200) == "1,200 are left"
    assert said.say("left", count=0) == "none is left"
    assert said.say("open", yes=True) == "open"
    assert said.say("open", yes=False) == "closed"


@pytest.mark.parametrize("args", [{}, {"date": None}])
def test_what_is_not_known_is_unknown(said: Words, args: dict[str, object]) -> None:
    assert said.say("due", **args) == "some day"
    assert said.say("left", count=None) == "some are left"
    assert said.say("greeting", **args) == "Hello unknown"


def test_messages_and_terms_that_are_referred_to_come_along(said: Words) -> None:
    assert said.say("nested", name="you") == "Hello you, from the house"


def test_an_adapters_message_wins(said: Words) -> None:
    assert said.say("blocker-mode_not_offered") == "ours wins"
    assert Words("en").say("blocker-mode_not_offered") != "ours wins"
    assert said.say("verdict-allowed") == Words("en").say("verdict-allowed") == "Possible"


def test_nothing_that_goes_wrong_raises(said: Words) -> None:
    assert said.say("step-open_the_door") == "`open_the_door`"
    assert said.say("fact-balance-where-else") == "`balance-where-else`"
    assert said.say("broken") == "`broken`"
    assert said.has("greeting")
    assert not said.has("step-open_the_door")
    assert said.say("round") == "`round`"


def test_a_folder_without_the_language_is_no_error(tmp_path: Path) -> None:
    assert Words("ja", tmp_path).say("verdict-allowed") == "できます"


def test_only_what_is_said_is_parsed(said: Words, monkeypatch: pytest.MonkeyPatch) -> None:
    parsed = []
    original = fluent.runtime.FluentResource
    monkeypatch.setattr(
        fluent.runtime, "FluentResource", lambda s: parsed.append(s.split(" ")[0]) or original(s)
    )
    said.say("nested")
    said.say("nested")
    said.say("left", count=2)

    assert parsed == ["nested", "greeting", "-house", "left"]


@pytest.mark.parametrize(
    "lang, day, weekday", [("en", "3 Jan 2027", "Sun 3 Jan 2027"),
                           ("ja", "2027年1月3日", "2027年1月3日(日)")]
)  # fmt: skip
def test_days(lang: str, day: str, weekday: str) -> None:
    assert words(lang).day(date(2027, 1, 3)) == day
    assert words(lang).day(date(2027, 1, 3), weekday=True) == weekday


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "amount, written",
    [("412.5 USD", "412.50 USD"), ("1500 JPY", "1,500 JPY"), ("1.234 KWD", "1.234 KWD"),
     ("0 EUR", "0.00 EUR"), ("-7 USD", "-7.00 USD")],
)  # fmt: skip
def test_amounts_look_the_same_in_every_language(lang: str, amount: str, written: str) -> None:
    assert words(lang).money(Money.parse(amount)) == written


def test_words_are_kept_per_language_and_kind_of_adapter() -> None:
    first, second = (Hub().registry.adapter("impact") for _ in range(2))

    assert first is not second
    assert words("en", first) is words("en", second)
    assert words("en", first) is not words("ja", first)
    assert words("en", first) is not words("en")


def test_a_language_there_are_no_words_in() -> None:
    with pytest.raises(RequestError, match="`fr`") as caught:
        words("fr")
    assert caught.value.hint == "one of en, ja"


def test_lists() -> None:
    assert words("en").together(["a", "b", "c"]) == "a, b, and c"
    assert words("ja").together(["a", "b", "c"]) == "a、b、c"


def test_threads_that_speak_at_once_say_the_same() -> None:
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    try:
        for _ in range(20):
            fresh, waiting = Words("ja"), Barrier(8)
            messages = [name for name, source in fresh.sources.items() if "{ $" in source][:8]

            def say(_: int, fresh: Words = fresh, waiting: Barrier = waiting,
                    messages: list[str] = messages) -> list[str]:  # fmt: skip
                waiting.wait()
                return [fresh.say(each, output="x", needed="y") for each in messages]

            with ThreadPoolExecutor(8) as pool:
                told = list(pool.map(say, range(8)))
            assert all(each == told[0] for each in told)
            assert not any(sentence.startswith("`") for sentence in told[0])
    finally:
        sys.setswitchinterval(before)
