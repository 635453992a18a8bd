"""Every catalogue parses, is complete in both languages, and says nothing to nobody."""

from __future__ import annotations

import re
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast

from subhub import Hub
from subhub.cli.teaching import help_locale
from subhub.plugin import Adapter
from subhub.words import LANGUAGES, Words
from subhub.words.catalogue import core_locale, read, variables
from subhub.words.complete import find_missing, find_needed, find_unused, of_mistakes, shared
from subhub.words.errors import error_locales
from subhub.words.say import ARGUMENTS
from subhub.words.source import plain, split
from subhub.words.terms import placed, read_terms

ADAPTERS, BROKEN = Hub().registry.working()
LOCALES = {"core": core_locale()} | {each.platform: each.locale() for each in ADAPTERS}
OWN = [files(each) / "locale" for each in ("subhub.cli", "subhub.render")]
NEEDED = shared().union(*(find_needed(each) for each in ADAPTERS))

adapters = pytest.mark.parametrize("adapter", ADAPTERS, ids=lambda each: each.platform)
languages = pytest.mark.parametrize("lang", LANGUAGES)
locales = pytest.mark.parametrize("locale", LOCALES.values(), ids=LOCALES.keys())

JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")
#: arguments that are there whatever is known
ALWAYS = {
    "asked": "cancel",
    "intent": "cancel",
    "actor": "buyer",
    "actor_name": "buyer",
    "zone": "Asia/Tokyo",
    "blocker_count": 1,
    "output": "refund amount",
    "subject": "day 3",
    "subscription": "acct-1",
    "on": "acct-2",
}


def text(locale: Traversable, lang: str) -> str:
    return (locale / f"{lang}.ftl").read_text(encoding="utf-8")


def answers(locale: Traversable, lang: str) -> dict[str, str]:
    """The messages about answers; those of errors stand in English with the errors."""
    found = read(locale, lang)
    return {name: s for name, s in found.items() if not name.startswith(("error-", "hint-"))}


def said(locale: Traversable, lang: str) -> dict[str, str]:
    """The messages with their terms written out."""
    terms = read_terms(locale, lang)
    return {name: placed(source, terms) for name, source in read(locale, lang).items()}


def test_the_adapters_are_there() -> None:
    assert len(ADAPTERS) >= 3
    assert BROKEN == []


@locales
@languages
def test_the_cheap_split_finds_what_the_parser_finds(locale: Traversable, lang: str) -> None:
    body = FluentParser().parse(text(locale, lang)).body
    parsed = [each for each in body if isinstance(each, ast.Message | ast.Term)]
    ids = ["-" * isinstance(each, ast.Term) + each.id.name for each in parsed]

    assert [each.content for each in body if isinstance(each, ast.Junk)] == []
    assert len(ids) == len(set(ids)) > 50
    assert list(split(text(locale, lang))) == ids


@languages
def test_what_is_said_unparsed_is_what_fluent_says(lang: str) -> None:
    folders = [*LOCALES.values(), *error_locales(), help_locale(), *OWN]
    for folder in folders:
        sources = read(folder, lang)
        bundle = FluentBundle([lang])
        bundle.add_resource(FluentResource("".join(sources.values())))
        for name, source in sources.items():
            if (said := plain(source)) is not None and not name.startswith("-"):
                assert bundle.format_pattern(bundle.get_message(name).value)[0] == said


def test_the_cheap_split_survives_blocks_comments_and_terms() -> None:
    source = (
        "# one = two\n-brand = Gym\n\na = { $n ->\n  [one] x = y\n *[other] z\n}\nb =\n    line\n"
    )

    assert split(source) == {
        "-brand": "-brand = Gym\n\n",
        "a": "a = { $n ->\n  [one] x = y\n *[other] z\n}\n",
        "b": "b =\n    line\n",
    }


@adapters
@languages
def test_no_message_is_missing(adapter: Adapter, lang: str) -> None:
    assert find_missing(adapter, lang) == []


@adapters
def test_a_message_that_is_missing_is_noticed(adapter: Adapter, tmp_path: Path) -> None:
    class Silent(type(adapter.own)):  # type: ignore[misc]
        def locale(self) -> Traversable:
            return tmp_path

    found = find_missing(Silent(), "en")
    assert set(found) == (find_needed(adapter) | shared()) - read(core_locale(), "en").keys()
    assert any(each.startswith("rule-") for each in found)


@adapters
@languages
def test_no_message_is_there_for_nobody(adapter: Adapter, lang: str) -> None:
    wanted = find_needed(adapter) | shared() | of_mistakes(adapter, lang).keys()
    assert find_unused(adapter.locale(), lang, wanted) == []


@languages
def test_no_shared_message_is_there_for_nobody(lang: str) -> None:
    assert find_unused(core_locale(), lang, NEEDED) == []


def test_a_message_nobody_uses_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "en.ftl").write_text("used = { helper }\nhelper = a\nidle = b\n", encoding="utf-8")

    assert find_unused(tmp_path, "en", {"used"}) == ["idle"]


@locales
def test_both_languages_have_the_same_messages_with_the_same_variables(locale: Traversable) -> None:
    used = {
        lang: {name: variables(source) for name, source in answers(locale, lang).items()}
        for lang in LANGUAGES
    }

    assert used["en"] == used["ja"]


@adapters
@languages
def test_every_variable_is_one_that_sentences_are_given(adapter: Adapter, lang: str) -> None:
    given = ARGUMENTS | adapter.subscription().model_fields.keys()
    said = Words(lang, adapter.locale())

    mistakes = of_mistakes(adapter, lang)
    odd = {n: variables(s) - mistakes.get(n, given) for n, s in said.sources.items()}
    assert {name: unknown for name, unknown in odd.items() if unknown} == {}


@adapters
@languages
def test_a_fact_that_is_not_known_leaves_a_whole_sentence(adapter: Adapter, lang: str) -> None:
    said = Words(lang, adapter.locale())
    names = said.sources.keys() - {"refund-way"} - of_mistakes(adapter, lang).keys()
    spoken = {name: said.say(name, **ALWAYS) for name in names}

    assert {n: s for n, s in spoken.items() if re.search(r"\bunknown\b|[{}$`]|^\s*$", s)} == {}
    assert {n: s for n, s in spoken.items() if s != s.strip() or "  " in s} == {}


@locales
def test_japanese_is_japanese_and_english_names_it_in_brackets_only(locale: Traversable) -> None:
    quoting = re.compile(r"\([^()]*(?:\([^()]*\)[^()]*)*\)")
    english = {name: quoting.sub("", source) for name, source in said(locale, "en").items()}
    comments = re.compile(r"^#.*$", re.MULTILINE)

    assert {n for n, s in english.items() if JAPANESE.search(comments.sub("", s))} == set()
    plain = {n for n, s in said(locale, "ja").items() if not JAPANESE.search(s)}
    assert plain <= {"product-starter", "fact-active_contracts-where"}


@locales
def test_japanese_sentences_are_polite(locale: Traversable) -> None:
    endings = re.compile(r"(?<=[^\s。])。")
    polite = re.compile(r"(ます|です|ません|ください)$")
    rude = {
        name: part
        for name, source in read(locale, "ja").items()
        for part in endings.split(source)[:-1]
        if not polite.search(re.sub(r"\([^()]*\)$", "", part)) and "->" not in part
    }

    assert rude == {}
