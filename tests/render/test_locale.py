"""The catalogues of these pages: complete in both languages, and nothing said for nobody."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest

from subhub.cli.agenda_page import _COLUMNS
from subhub.model.cancellation import Verdict
from subhub.model.choices import OpenFact
from subhub.model.difference import RowChange
from subhub.model.refund import RefundKind
from subhub.model.verification import Invariant
from subhub.render import picture
from subhub.render.phrases import DAYS
from subhub.words import LANGUAGES
from subhub.words.catalogue import core_locale, read, variables

SOURCE = Path(picture.__file__).parents[1]
LOCALE = files("subhub.render") / "locale"
PAGES = [
    *(SOURCE / "render").glob("*.py"),
    *(SOURCE / "cli" / f"{name}.py" for name in (
        "saving", "timeline", "timeline_page", "compare", "compare_page", "best", "best_page",
        "unblock", "unblock_page", "agenda", "agenda_files", "agenda_page", "audit_page", "ask",
        "verify_page", "diff_page",
        "interview", "prompts", "standing", "values",
    )),
]  # fmt: skip
FAMILIES = "fill|value|back|tl|cmp|best|un|au|ask|ag|ics|day|vf|df"
#: names that are put together when they are said
PUT_TOGETHER = {
    *(f"fill-{fill}" for fill in get_args(picture.Fill)),
    *(f"back-{kind}" for kind in get_args(RefundKind)),
    *(f"tl-{key}" for key in DAYS),
    *(f"cmp-{key}" for key in ("verdict", *DAYS, "money", "losses", "undo")),
    *(f"best-{key}" for key in ("today", "window", "from")),
    *(f"ag-{key}" for key in (*_COLUMNS, "yes", *get_args(Verdict)) if key != "allowed"),
    *(f"vf-{code.replace('_', '-')}" for code in get_args(Invariant)),
    *(f"vf-{state}" for state in ("proved", "refuted", "open", "state-never", "state-open")),
    *(f"df-{change}" for change in get_args(RowChange)),
    *(f"ask-{name}" for name in ("platform", "mode", "actor")),
    *(f"ask-{kind}" for kind in get_args(OpenFact.model_fields["kind"].annotation)),
}


def used() -> set[str]:
    text = "".join(path.read_text(encoding="utf-8") for path in PAGES)
    return set(re.findall(rf"""["']((?:{FAMILIES})-[\w-]+)["']""", text)) | PUT_TOGETHER


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_message_that_is_said_is_there(lang):
    assert len(used()) > 40
    assert used() - set(read(LOCALE, lang)) - set(read(core_locale(), lang)) == set()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_message_is_left_over(lang):
    assert set(read(LOCALE, lang)) - used() == set()


def test_both_languages_have_the_same_messages_and_use_no_strange_variable():
    english, japanese = (read(LOCALE, lang) for lang in LANGUAGES)
    assert english.keys() == japanese.keys()
    for name in english:
        assert variables(japanese[name]) <= variables(english[name]), name
