"""What is proved about a platform's rules, told on the terminal."""

from __future__ import annotations

import json

import pytest

pytest.importorskip("z3")


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("form", ["text", "markdown"])
def test_every_row_and_invariant_is_told(run, form, lang):
    asked = ("verify", "impact", "--intent", "cancel", "--on", "2026-11-21")
    dump = json.loads(run(*asked, "--format", "json").out)
    ran = run(*asked, "--format", form, "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    (intent,) = dump["intents"]
    said = ran.out.replace("\\", "")
    for row in intent["rows"]:
        assert not row["last"] or f"`{row['code']}`" in said
    for pair in intent["order"]:
        assert f"`{pair['first']}`" in said and f"`{pair['second']}`" in said
    assert said.count("✔") == len(intent["invariants"]) + (form == "text")


def test_an_intent_that_is_not_there_is_named_with_the_nearest(run):
    ran = run("verify", "impact", "--intent", "cancle")
    assert ran.code == 2 and "`cancel`" in ran.err
