"""Hostile text in every sentence, every document and every option: it arrives as text.

Each command is asked twice in each of its forms: once with a harmless word, once with signs that
mean something to a terminal, to Markdown, to HTML and to files of calendars, put into every
sentence that is said (an adapter may bring any) and every key of a document that holds text.
Real parsers must find the same structure both times.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from email import message_from_string, policy
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
import yaml
from icalendar import Calendar
from markdown_it import MarkdownIt

from subhub.adapters.expa import ExpaAdapter
from subhub.adapters.impact import ImpactAdapter
from subhub.adapters.squarespace import SquarespaceAdapter
from subhub.errors import AdapterBroken
from subhub.inert import CONTROLS
from subhub.policies.language.sources import Translation
from subhub.words import Words

HARMLESS = " word"
#: what an adapter's sentence may hold, and what a document's value may hold: no controls
SENTENCE = (
    " Zq\x1b[31m\nsubhub: forged\r\n# Zq <img src=x onerror=alert(1)> `` ` <b onclick=x> ` ``"
    " ~~~ [a](javascript:alert(1)) \u202e\u2066 &lt; \x9b2J \ud800 \"' </article> {[ * _"
)
VALUE = " Zq\nsubhub: forged\n# Zq <img src=x onerror=alert(1)> `` ` <b onclick=x> ` `` [a](b)"
ADDRESS = "javascript:alert(1)//"
ON = "2026-11-21"


def documents(word: str) -> dict[str, dict[str, Any]]:
    """One document of each platform with a word in every key that takes text."""
    return {
        "plan": {
            "platform": "squarespace", "id": f"plan{word}", "product": "digital_products",
            "status": "active", "billing_interval": "year", "price": "216.00 USD",
            "started_on": "2026-11-10", "current_period_end": "2027-11-10", "auto_renew": True,
            "site_status": "ending", "site_ends_on": "2027-01-01",
        },
        "salon": {
            "platform": "expa", "id": f"salon{word}", "product": "continuing", "status": "active",
            "current_period_end": "2026-12-10", "depends_on": [f"plan{word}"],
            "invoices": [{"id": f"i{word}", "status": "open", "method": "card"}],
            "magazine": {"registered_at": "2026-11-01T00:00:00Z", "steps": [
                {"name": f"step{word}", "after_days": 30, "at": "19:00"}]},
        },
        "brand": {
            "platform": "impact", "id": f"brand{word}", "product": "starter", "status": "active",
            "started_on": "2026-03-02", "pending_actions": 9, "locked_actions": 6,
            "last_lock_on": "2027-01-02", "balance": "620.00 USD", "open_invoices": "87.50 USD",
        },
    }  # fmt: skip


@pytest.fixture
def speak(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[str, str], Path]:
    """Puts a word into every sentence and every document; gives the folder of documents."""
    fill, title = Words.fill, SquarespaceAdapter.title
    folder = tmp_path / "documents"
    folder.mkdir()

    def speak(word: str, told: str) -> Path:
        monkeypatch.setattr(
            Words, "fill", lambda said, message, args: fill(said, message, args) + word
        )
        monkeypatch.setattr(Words, "page", lambda said, rule: Translation(
            said.lang, f"{rule.id}{word}", f"publisher{word}",
            f"{ADDRESS}{word}" if word != HARMLESS else "elsewhere"))  # fmt: skip
        for adapter in (SquarespaceAdapter, ExpaAdapter, ImpactAdapter):
            monkeypatch.setattr(adapter, "title", f"{title}{word}")
        for name, document in documents(told).items():
            (folder / f"{name}.json").write_text(json.dumps(document), encoding="utf-8")
        return folder

    return speak


# What is found in the output, its text left out


def of_text(text: str) -> object:
    return None


def of_json(text: str) -> object:
    def shape(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: shape(each) for key, each in value.items()}
        return [shape(each) for each in value] if isinstance(value, list) else type(value).__name__

    return shape(json.loads(text))


_TEXT = ("text", "code_inline", "text_special", "softbreak", "em_open", "em_close", "strong_open",
         "strong_close")  # fmt: skip


def of_markdown(text: str) -> object:
    def walk(tokens: Any) -> Iterator[str]:
        for each in tokens:
            yield each.type
            yield from walk(each.children or [])

    found = MarkdownIt("commonmark").enable("strikethrough").parse(text)
    return [each for each in walk(found) if each not in _TEXT]


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Any] = []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.found.append((tag, sorted(name for name, _ in attrs)))


def of_html(text: str) -> object:
    tags = _Tags()
    tags.feed(text)
    return tags.found


def of_mail(text: str) -> object:
    return [sorted(message_from_string(text, policy=policy.default).keys())]


def of_yaml(text: str) -> object:
    return yaml.safe_load(text)


def of_calendar(made: bytes) -> object:
    assert b"\r" not in made.replace(b"\r\n", b"") and b"\n" not in made.replace(b"\r\n", b"")
    found = Calendar.from_ical(made).walk()
    return [(each.name, sorted(each.keys())) for each in found]


def of_svg(made: bytes) -> object:
    found = ElementTree.fromstring(made).iter()
    return sorted({(each.tag, *sorted(each.attrib)) for each in found})


PAGES = [("text", of_text), ("json", of_json), ("markdown", of_markdown)]
WHOLE = [*PAGES, ("html", of_html), ("mail", of_mail)]
ASKED = [
    *((("preview", name, *more), WHOLE) for name in ("plan.json", "salon.json", "brand.json")
      for more in ((), ("--explain",))),
    (("preview", "plan.json", "salon.json", "--brief"), WHOLE),
    (("preview", "brand.json", "--for", "customer"), WHOLE),
    (("preview", ".", "--summary"), PAGES),
    (("compare", "plan.json"), PAGES),
    (("unblock", "salon.json"), PAGES),
    (("best", "plan.json", "--goal", "refund"), PAGES),
    (("best", "salon.json", "--goal", "soonest"), PAGES),
    (("agenda", "."), PAGES),
    (("audit", "."), PAGES),
]  # fmt: skip
UNDATED = [
    (("timeline", "plan.json", "--since", ON), PAGES),
    (("platforms",), PAGES),
    (("rules", "squarespace"), PAGES),
    (("init", "squarespace"), [("", of_yaml)]),
    (("init", "expa"), [("", of_yaml)]),
    (("schema", "expa"), [("", of_json)]),
]
CASES = [
    (arguments, dated, form, seen)
    for table, dated in ((ASKED, ("--on", ON)), (UNDATED, ()))
    for arguments, forms in table
    for form, seen in forms
]


def inert_lines(text: str) -> None:
    """Nothing that a terminal would take for its own, and no line that is not ours."""
    assert CONTROLS.search(text) is None
    assert "\r" not in text
    assert [line for line in text.split("\n") if line.startswith("subhub: forged")] == []


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize(
    "arguments, dated, form, seen", CASES, ids=[f"{' '.join(c[0])} {c[2]}" for c in CASES]
)
def test_it_is_text_in_every_form(run, speak, monkeypatch, arguments, dated, form, seen, lang):
    options = (*dated, "--lang", lang, *(("--format", form) if form else ()))
    shapes = []
    for word, told in ((HARMLESS, HARMLESS), (SENTENCE, VALUE)):
        monkeypatch.chdir(speak(word, told))
        ran = run(*arguments, *options)
        assert ran.code != 1 and ran.err == ""
        inert_lines(ran.out)
        shapes.append(seen(ran.out))
    assert shapes[0] == shapes[1]


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize(
    "arguments, seen",
    [
        (("preview", "plan.json", "salon.json", "--on", ON, "--ics"), of_calendar),
        (("agenda", ".", "--on", ON, "--ics"), of_calendar),
        (("timeline", "plan.json", "--since", ON, "--ics"), of_calendar),
        (("best", "plan.json", "--goal", "refund", "--on", ON, "--ics"), of_calendar),
        (("timeline", "plan.json", "--since", ON, "--svg"), of_svg),
        (("timeline", "salon.json", "--since", ON, "--mode", "x", "--svg"), of_svg),
    ],
    ids=lambda each: " ".join(each) if isinstance(each, tuple) else "",
)
def test_it_is_text_in_files_too(run, speak, monkeypatch, tmp_path, arguments, seen, lang):
    shapes = []
    for word, told in ((HARMLESS, HARMLESS), (SENTENCE, VALUE)):
        monkeypatch.chdir(speak(word, told))
        ran = run(*arguments, str(tmp_path / "made"), "--lang", lang)
        assert ran.code != 1
        inert_lines(ran.out)
        made = (tmp_path / "made").read_bytes()
        assert CONTROLS.search(made.decode().replace("\r\n", "\n")) is None
        shapes.append(seen(made))
    assert shapes[0] == shapes[1]


HOSTILE_OPTIONS = [
    "\x1b[2Jx", "a\nsubhub: forged", "\x9b31m", "\u202ex", "\udcff", "²", "x" * 100_000, "{x}",
    "`x`",
    "a\r\nsubhub: forged", "\x07", "../../etc/passwd", "-1", "9" * 5000, "NaN", "1E+1000000",
]  # fmt: skip
PLACES = [
    ("preview", "plan.json", "--set", "id={}"),
    ("preview", "plan.json", "--set", "{}=1"),
    ("preview", "plan.json", "--set", "started_on={}"),
    ("preview", "plan.json", "--set", "timezone={}"),
    ("preview", "brand.json", "--set", "pending_actions={}"),
    ("preview", "brand.json", "--set", "balance={}"),
    ("preview", "salon.json", "--set", "invoices.{}.id=1"),
    ("preview", "brand.json", "--mode", "{}"),
    ("preview", "plan.json", "--mode", "{}"),
    ("preview", "plan.json", "--actor", "{}"),
    ("preview", "plan.json", "--intent", "{}"),
    ("preview", "plan.json", "--on", "{}"),
    ("preview", "plan.json", "--policy-as-of", "{}"),
    ("preview", "{}.yaml"),
    ("timeline", "plan.json", "--until", "{}"),
    ("best", "plan.json", "--goal", "refund", "--by", "{}"),
    ("best", "plan.json", "--goal", "{}"),
    ("agenda", ".", "--until", "{}"),
    ("rules", "{}"),
    ("init", "{}"),
    ("sql", "squarespace", "--dialect", "{}"),
    ("sql", "squarespace", "--dialect", "duckdb", "--years", "{}", "2030"),
    ("scan", "{}", "-o", "out.csv"),
    ("scan", "rows.csv", "-o", "out.csv", "--platform", "squarespace", "--where", "{}"),
    ("scan", "rows.csv", "-o", "out.csv", "--platform", "squarespace", "--within", "{}d"),
    ("scan", "rows.csv", "-o", "out.csv", "--platform", "{}"),
    ("scan", "rows.csv", "-o", "out.csv", "--platform", "squarespace", "--mode", "{}"),
    ("{}",),
    ("preview", "--{}"),
]


@pytest.mark.parametrize("place", PLACES, ids=" ".join)
def test_an_option_is_answered_or_told_in_a_line(run, speak, monkeypatch, place):
    folder = speak("", "")
    monkeypatch.chdir(folder)
    (folder / "rows.csv").write_text("id,status\na,active\n", encoding="utf-8")
    for value in HOSTILE_OPTIONS:
        for more in ((), ("--lang", "ja"), ("--format", "json")):
            ran = run(*(each.replace("{}", value) for each in place), *more)
            inert_lines(ran.out + ran.err)
            assert "Traceback" not in ran.err
            assert len(ran.err) < 10_000
            assert ran.code in (0, 1, 2, 3, 4, 5)
            if more[-1:] == ("json",) and ran.code in (1, 2) and ran.err:
                assert json.loads(ran.err)["errors"]
            (folder / "out.csv").unlink(missing_ok=True)


def test_an_adapters_exception_is_told_in_a_line(capsys):
    from subhub.cli import failures

    failures.listen([])
    failures.report(
        AdapterBroken(
            "adapter_broken",
            platform=VALUE,
            package=VALUE,
            entry=VALUE,
            what=VALUE,
            reason=SENTENCE,
        )
    )
    inert_lines(capsys.readouterr().err)


def test_a_log_line_is_one_line(caplog):
    from subhub import log

    with caplog.at_level("DEBUG", "subhub"):
        log.warning("adapters", "`%s` took %.1f s", SENTENCE, 1.5)
        log.warning(
            "adapters",
            "%s",
            AdapterBroken("adapter_absent", platform=VALUE, package=VALUE, entry=VALUE),
        )
    assert len(caplog.messages) == 2
    for line in caplog.messages:
        inert_lines(line)
        assert "\n" not in line
