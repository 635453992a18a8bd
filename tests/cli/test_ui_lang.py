"""``--ui-lang``: what stands on the platform's screens, in the language of who reads those."""

from __future__ import annotations

import io
import json
import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from sys import executable
from typing import Any

import pytest

Run = Callable[..., Any]
EXAMPLES = Path(__file__).parents[2] / "examples"
PLAN = str(EXAMPLES / "squarespace-annual-now.yaml")
SALON = str(EXAMPLES / "expa-unpaid-card.yaml")
JAPANESE = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff]")


@pytest.mark.parametrize("detail", ["--explain", "--for=customer"])
def test_an_english_answer_is_english_where_the_screens_are(run: Run, detail: str) -> None:
    said = run("preview", PLAN, "--lang", "en", detail).out

    assert "Cancel subscription" in said
    assert not JAPANESE.search(said)


def test_screens_are_called_as_they_are_read(run: Run) -> None:
    def said(lang: str, ui: str) -> str:
        shown = run("preview", PLAN, "--lang", lang, "--ui-lang", ui, "--format", "json").out
        return {each["code"]: each["sentence"] for each in json.loads(shown)["steps"]}[
            "choose_cancel_subscription"
        ]

    assert said("en", "ja") == "Choose “サブスクリプションをキャンセル”."
    assert said("en", "both") == "Choose “Cancel subscription” (サブスクリプションをキャンセル)."
    assert said("ja", "en") == "「Cancel subscription」を選びます。"
    assert (
        said("ja", "both") == "「サブスクリプションをキャンセル」(Cancel subscription)を選びます。"
    )


def test_one_run_says_nothing_to_the_next(run: Run) -> None:
    first = run("preview", PLAN, "--lang", "en").out
    run("preview", PLAN, "--lang", "en", "--ui-lang", "both")

    assert run("preview", PLAN, "--lang", "en").out == first


@pytest.mark.parametrize(
    "arguments",
    [
        ("preview", PLAN),
        ("timeline", PLAN),
        ("compare", PLAN),
        ("best", PLAN, "--goal", "refund"),
        ("unblock", PLAN),
        ("agenda", PLAN),
    ],
)
def test_every_command_that_answers_knows_it(run: Run, arguments: tuple[str, ...]) -> None:
    asked = (*arguments, "--on", "2026-11-21") if arguments[0] != "timeline" else arguments
    said = run(*asked, "--format", "json", "--lang", "en", "--ui-lang", "ja").out

    assert "サブスクリプションをキャンセル" in said or arguments[0] == "unblock"
    assert (
        "サブスクリプションをキャンセル" not in run(*asked, "--format", "json", "--lang", "en").out
    )


def test_the_interview_names_places_as_they_are_read(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    def said(*more: str) -> str:
        monkeypatch.setattr("sys.stdin", io.StringIO(""))
        told = run("ask", "squarespace", "--on", "2026-11-21", "--lang", "en", *more)
        return str(told.out + told.err)

    assert not JAPANESE.search(said())
    assert JAPANESE.search(said("--ui-lang", "both"))


def test_screens_in_japanese_alone_keep_it_beside_english(run: Run) -> None:
    for ui in ("en", "ja", "both"):
        said = run("preview", SALON, "--lang", "en", "--ui-lang", ui, "--explain").out
        assert said == run("preview", SALON, "--lang", "en", "--explain").out
    assert JAPANESE.search(said)


def test_another_language_is_refused(run: Run) -> None:
    failed = run("preview", PLAN, "--ui-lang", "fr")

    assert failed.code == 2
    assert "--ui-lang" in failed.err


def test_titles_and_links_are_those_of_the_reader(run: Run) -> None:
    english, japanese = (
        run("preview", PLAN, "--format", "markdown", "--lang", lang).out for lang in ("en", "ja")
    )

    assert "[Canceling your Digital Products plan]" in english
    assert "/hc/en-us/articles/360050367612" in english
    assert "[Digital Productsプランのキャンセル]" in japanese
    assert "/hc/ja-jp/articles/360050367612" in japanese
    expa = run("preview", SALON, "--format", "markdown", "--lang", "ja").out
    assert "[ヘルプ記事一覧" in expa
    assert "Expa Help" not in expa


def test_english_without_japanese_looks_for_no_phrases() -> None:
    code = (
        "import sys\nfrom contextlib import suppress\nfrom subhub.cli import main\n"
        "with suppress(SystemExit):\n"
        f"    main(['preview', {PLAN!r}, '--lang', 'en', '--on', '2026-11-21'])\n"
        "print('budoux' in sys.modules, file=sys.stderr)"
    )
    found = subprocess.run([executable, "-c", code], capture_output=True, text=True, check=True)

    assert found.stderr.splitlines()[-1] == "False"
