"""Terms of a platform's screens, in the language of who reads those."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from subhub import Hub
from subhub.errors import RequestError
from subhub.plugin import Adapter
from subhub.words import LANGUAGES, Words, words
from subhub.words.catalogue import read
from subhub.words.complete import missing_terms, unused_terms
from subhub.words.terms import read_terms

ADAPTERS = Hub().registry.working()[0]
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")

adapters = pytest.mark.parametrize("adapter", ADAPTERS, ids=lambda each: each.platform)
languages = pytest.mark.parametrize("lang", LANGUAGES)


@pytest.fixture
def locale(tmp_path: Path) -> Path:
    for name, text in {
        "en": "step-confirm = Confirm with { term-yes }.\nstep-open = Open { term-my_page }.\n"
        "step-pay = { $n ->\n    [one] Choose { term-yes }.\n   *[other] Go on.\n }\n",
        "ja": "step-confirm = { term-yes }で確定します。\n"
        "step-open = { term-my_page }を開きます。\n"
        "step-pay = { term-yes }を選びます。\n",
        "terms.en": "# screens\nterm-yes = “Yes”\n# in Japanese alone\n"
        "term-my_page = My Page (会員)\n",
        "terms.ja": "term-yes = 「はい」\nterm-my_page = 「会員」\n",
    }.items():
        (tmp_path / f"{name}.ftl").write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("lang", "ui", "said"),
    [
        ("en", None, "Confirm with “Yes”."),
        ("en", "en", "Confirm with “Yes”."),
        ("en", "ja", "Confirm with “はい”."),
        ("en", "both", "Confirm with “Yes” (はい)."),
        ("ja", None, "「はい」で確定します。"),
        ("ja", "en", "「Yes」で確定します。"),
        ("ja", "both", "「はい」(Yes)で確定します。"),
    ],
)
def test_a_sentence_says_what_stands_on_the_screen(
    locale: Path, lang: str, ui: str | None, said: str
) -> None:
    assert Words(lang, locale, ui=ui).say("step-confirm") == said


@pytest.mark.parametrize("ui", ["en", "ja", "both"])
def test_a_screen_in_one_language_is_said_alike_whatever_is_asked_for(
    locale: Path, ui: str
) -> None:
    assert Words("en", locale, ui=ui).say("step-open") == "Open My Page (会員)."
    assert Words("ja", locale, ui=ui).say("step-open") == "「会員」を開きます。"


def test_terms_stand_in_sentences_that_select_too(locale: Path) -> None:
    said = Words("en", locale, ui="both")

    assert said.say("step-pay", n=1) == "Choose “Yes” (はい)."
    assert said.say("step-pay", n=2) == "Go on."


def test_a_term_that_is_missing_or_idle_is_noticed(locale: Path) -> None:
    assert missing_terms(locale, "en") == missing_terms(locale, "ja") == set()
    assert unused_terms(locale, "en") == unused_terms(locale, "ja") == []

    (locale / "terms.ja.ftl").write_text("term-yes = 「はい」\nterm-idle = 「空き」\n", "utf-8")

    assert missing_terms(locale, "en") == {"term-idle"}
    assert missing_terms(locale, "ja") == {"term-my_page"}
    assert unused_terms(locale, "ja") == ["term-idle"]


@adapters
@languages
def test_every_term_of_a_platform_is_there_and_said(adapter: Adapter, lang: str) -> None:
    assert missing_terms(adapter.locale(), lang) == set()
    assert unused_terms(adapter.locale(), lang) == []
    assert read_terms(adapter.locale(), lang)


@adapters
def test_english_terms_hold_japanese_only_where_the_screens_do(adapter: Adapter) -> None:
    english, japanese = (read_terms(adapter.locale(), lang) for lang in ("en", "ja"))
    both = {name for name, said in english.items() if JAPANESE.search(said)}

    assert both in (set(), set(english))
    assert all(japanese[name].strip("「」") in english[name] for name in both)


@pytest.mark.parametrize("platform", ["squarespace", "impact"])
def test_english_sentences_are_english_where_the_screens_are(platform: str) -> None:
    adapter = Hub().registry.adapter(platform)
    said = words("en", adapter)

    assert [
        name for name in read(adapter.locale(), "en") if JAPANESE.search(said.sources[name])
    ] == []
    assert JAPANESE.search(words("en", adapter, ui="both").say("step-choose_cancel_subscription"))
    assert words("en", adapter, ui="both") is not said


def test_an_answer_names_what_stands_on_the_screen(tmp_path: Path) -> None:
    known = Hub().registry.adapter("impact")

    class Screened(type(known.own)):  # type: ignore[misc]
        def locale(self) -> Path:
            return tmp_path

    for name in ("en", "ja"):
        told = (known.locale() / f"{name}.ftl").read_text(encoding="utf-8")
        screen = "step-open_subscription_page = { term-page }\n"
        (tmp_path / f"{name}.ftl").write_text(told + screen, encoding="utf-8")
    (tmp_path / "terms.en.ftl").write_text("term-page = “Plan”\n", encoding="utf-8")
    (tmp_path / "terms.ja.ftl").write_text("term-page = 「プラン」\n", encoding="utf-8")
    hub = Hub([Screened()])
    trial = {"platform": "impact", "status": "trialing", "started_on": "2026-11-01",
             "trial_ends_on": "2026-12-01", "card_charged": "0.00 USD",
             "partner_costs": "0.00 USD"}  # fmt: skip
    answer = hub.preview(trial, on="2026-11-21")

    assert [hub.say(answer, ui=ui).steps[0].sentence for ui in (None, "ja", "both")] == [
        "“Plan”", "“プラン”", "“Plan” (プラン)",
    ]  # fmt: skip


def test_a_language_screens_are_not_in_is_refused() -> None:
    with pytest.raises(RequestError) as caught:
        words("en", ui="fr")

    assert caught.value.field == "ui"
    assert str(caught.value.hint) == "one of en, ja, both"


def test_pages_are_named_as_readers_of_the_language_find_them() -> None:
    hub = Hub()
    document = {"platform": "squarespace", "product": "digital_products", "status": "active"}
    answer = hub.preview(document, on="2026-11-21")
    english, japanese = (hub.say(answer, lang).rules[0] for lang in LANGUAGES)

    assert english.page.title == english.title == "Canceling your Digital Products plan"
    assert japanese.title == english.title and japanese.url == english.url
    assert japanese.page.title == "Digital Productsプランのキャンセル"
    assert japanese.page.url is not None and "/ja-jp/" in japanese.page.url
