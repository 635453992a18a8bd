"""Errors in words: every code that can be raised has them, with what it is raised with."""

from __future__ import annotations

import ast
import pickle
import re
from collections.abc import Iterator
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Formatter
from typing import ClassVar

import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk

import subhub
from subhub import Hub
from subhub.errors import DocumentError, Hint, Problem, RequestError, Sentence
from subhub.errors.english import ERRORS, HINTS
from subhub.plugin import Adapter
from subhub.testing import check_adapter
from subhub.words import LANGUAGES
from subhub.words.catalogue import read
from subhub.words.complete import find_missing, find_unused, of_errors, of_mistakes, strange
from subhub.words.errors import RAISED_IN, error_locales, tell
from subhub.words.source import split

SOURCE = Path(subhub.__file__).parent
ADAPTERS = Hub().registry.working()[0]
OTHERS = [lang for lang in LANGUAGES if lang != RAISED_IN]
#: what takes a code as its first argument, the keywords that are not values, and its table
RAISERS = {
    "RequestError": ERRORS, "UnknownPlatform": ERRORS, "NotInForce": ERRORS,
    "PolicyError": ERRORS, "Misuse": ERRORS,
    "AdapterConflict": ERRORS, "AdapterBroken": ERRORS, "InvalidValue": ERRORS,
    "MissingExtra": ERRORS, "Problem": ERRORS, "SubhubError": ERRORS, "Hint": HINTS,
}  # fmt: skip
ALWAYS = {"field", "value", "extra", "hint", "file", "line"}

others = pytest.mark.parametrize("lang", OTHERS)
adapters = pytest.mark.parametrize("adapter", ADAPTERS, ids=lambda each: each.platform)


def named(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name}


def calls() -> Iterator[tuple[str, str, set[str], bool]]:
    """Every error that is made in the sources: who makes it, its code, and what it is given."""
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or getattr(node.func, "id", "") not in RAISERS:
                continue
            first = node.args[0] if node.args else None
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                given = {each.arg or "**" for each in node.keywords}
                own_hint = "hint" in given
                yield node.func.id, first.value, given, own_hint  # type: ignore[attr-defined]


def written_codes() -> set[str]:
    """Every text in the sources outside the table that is the name of a code."""
    return {
        node.value
        for path in SOURCE.rglob("*.py")
        if path.name != "english.py"
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


@pytest.mark.parametrize("kind, code, given, own_hint", sorted(calls(), key=str))
def test_what_is_raised_is_in_the_table_with_all_it_says(
    kind: str, code: str, given: set[str], own_hint: bool
) -> None:
    assert code in RAISERS[kind]
    said = named(RAISERS[kind][code])
    if kind != "Hint" and not own_hint:
        said |= named(HINTS.get(code, ""))
    if kind not in ("Problem", "Misuse"):
        said -= {"extra"} if kind == "MissingExtra" else set()
        assert "**" in given or said <= given
    else:
        assert "**" in given or said - ALWAYS <= given


def test_no_code_is_there_for_nobody() -> None:
    made = {f"adapter_{how}" for how in ("broken", "absent", "misnamed")}
    assert (ERRORS.keys() | HINTS.keys()) - written_codes() - made - HINTS_OF_ERRORS == set()


HINTS_OF_ERRORS = HINTS.keys() & ERRORS.keys()


def said_in(lang: str) -> dict[str, str]:
    return {name: text for each in error_locales() for name, text in read(each, lang).items()}


@others
def test_every_error_has_its_words_and_no_words_are_left_over(lang: str) -> None:
    wanted = of_errors()
    assert sorted(wanted.keys() - said_in(lang).keys()) == []
    for folder in error_locales():
        assert find_unused(folder, lang, set(wanted)) == []
        assert strange(folder, lang, {name: wanted[name] for name in read(folder, lang)}) == {}


@others
def test_every_catalogue_of_errors_parses(lang: str) -> None:
    for folder in error_locales():
        text = (folder / f"{lang}.ftl").read_text(encoding="utf-8")
        body = FluentParser().parse(text).body
        assert [each.content for each in body if isinstance(each, Junk)] == []
        assert text.count("\nerror-") + text.count("\nhint-") == len(split(text))


def test_every_error_is_japanese_in_japanese() -> None:
    said = said_in("ja")
    assert [name for name, source in said.items() if not re.search("[ぁ-んァ-ヶ]", source)] == []


@adapters
@others
def test_an_adapters_mistakes_have_words_with_what_they_are_given(
    adapter: Adapter, lang: str
) -> None:
    wanted = of_mistakes(adapter, lang)
    assert wanted.keys() <= read(adapter.locale(), lang).keys()
    assert strange(adapter.locale(), lang, wanted) == {}


class TestAStranger:
    """An adapter whose mistakes have no words, or words that ask for more."""

    @pytest.fixture
    def adapter(self, tmp_path: Path) -> Adapter:
        known = ADAPTERS[0]
        model = known.subscription()

        class Clumsy(model):  # type: ignore[misc, valid-type]
            mistakes: ClassVar = {**model.mistakes, "upside_down": ("`{value}` is wrong", "turn")}

        class Stranger(type(known.own)):  # type: ignore[misc]
            def subscription(self) -> type:
                return Clumsy

            def locale(self) -> Traversable:
                return tmp_path

        for name in (*LANGUAGES, *(f"terms.{lang}" for lang in LANGUAGES)):
            text = (known.locale() / f"{name}.ftl").read_text(encoding="utf-8")
            (tmp_path / f"{name}.ftl").write_text(text, encoding="utf-8")
        stranger: Adapter = Stranger()
        return stranger

    def test_words_that_are_missing_are_noticed(self, adapter: Adapter) -> None:
        assert find_missing(adapter, "ja") == ["error-upside_down", "hint-upside_down"]
        with pytest.raises(AssertionError, match="lacks error-upside_down"):
            check_adapter(adapter, rounds=1)

    def test_a_variable_that_is_not_given_is_noticed(
        self, adapter: Adapter, tmp_path: Path
    ) -> None:
        with (tmp_path / "ja.ftl").open("a", encoding="utf-8") as file:
            file.write("\nerror-upside_down = { $way }が逆です\nhint-upside_down = 逆に\n")
        with pytest.raises(AssertionError, match=r"error-upside_down.*way"):
            check_adapter(adapter, rounds=1)

    def test_words_for_a_mistake_nobody_makes_are_noticed(
        self, adapter: Adapter, tmp_path: Path
    ) -> None:
        with (tmp_path / "ja.ftl").open("a", encoding="utf-8") as file:
            file.write("\nerror-upside_down = 逆\nhint-upside_down = 逆\nerror-gone = もうない\n")
        with pytest.raises(AssertionError, match="error-gone"):
            check_adapter(adapter, rounds=1)


def test_a_sentence_is_text_that_knows_its_code() -> None:
    said = Sentence("unknown_key", key="{oops}")
    again = pickle.loads(pickle.dumps(said))
    assert said == again == "unknown key `{oops}`"
    assert (again.code, again.values) == ("unknown_key", {"key": "{oops}"})
    with pytest.raises(KeyError):
        Sentence("no_such_code")
    with pytest.raises(KeyError):
        Sentence("unknown_key")


def test_an_error_is_told_in_each_language() -> None:
    error = RequestError(
        "unknown_value", field="mode", value="now", hint=Hint("one_of", options="a")
    )
    (english,), (japanese,) = tell(error), tell(error, "ja")
    assert str(english) == "mode: `now` is not known here; one of a"
    assert str(japanese) == "mode: `now`はここでは使えません; 次のいずれか: a"
    assert english.code == japanese.code == "unknown_value"


def test_problems_are_told_in_the_order_of_their_lines() -> None:
    error = DocumentError([
        Problem("missing", field="b", key="b", file="x", line=3),
        Problem("missing", field="a", key="a", file="x", line=2),
    ])  # fmt: skip
    assert [each.field for each in tell(error, "ja")] == ["a", "b"]


def test_what_has_no_words_is_said_in_english() -> None:
    strange_one = Sentence.of("{a} is odd", "odd", {"a": 1})
    assert tell(RequestError(strange_one), "ja")[0].message == "1 is odd"
