"""Every rule, row and reading of a platform, with its source."""

from __future__ import annotations

import json

import pytest

from subhub import Hub
from subhub.words import words

PLATFORMS = ["expa", "impact", "squarespace"]


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("form", ["text", "markdown"])
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_rules_show_every_rule_row_and_reading(run, platform, form, lang):
    dump = json.loads(run("rules", platform, "--format", "json").out)
    ran = run("rules", platform, "--format", form, "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    said = ran.out.replace("\\", "")
    known = Hub().registry.adapter(platform)
    pages = {each.id: words(lang, known).page(each) for each in known.editions()[-1].sources}
    for each in dump["rules"]:
        assert each["id"] in said and (pages[each["id"]].url or each["section"]) in said
    for intent in dump["intents"]:
        for part in ("not_covered", "nothing_to_do", "blockers", "outcomes", "consequences",
                     "prepare", "steps"):  # fmt: skip
            for row in intent[part]:
                assert f"`{row['code']}`" in said
                assert row["rules"]
    for reading in dump["readings"]:
        assert reading in said


def test_rules_of_one_intent(run):
    said = run("rules", "squarespace", "--intent", "resume").out
    assert "resumed_in_pause" in said and "ended_now" not in said


def test_rules_before_the_first_edition(run):
    ran = run("rules", "squarespace", "--policy-as-of", "2020-01-01")
    assert ran.code == 1
    assert "2020-01-01" in ran.err
