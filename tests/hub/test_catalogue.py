"""The rules of a platform as a result: every row, typed, in both languages."""

from __future__ import annotations

import json

import pytest

from subhub import Hub, NotInForce, RequestError, UnknownPlatform
from subhub.model.catalogue import Catalogue

HUB = Hub()
PLATFORMS = HUB.registry.platforms()


@pytest.mark.parametrize("platform", PLATFORMS)
def test_it_holds_every_row_of_the_policy(platform: str) -> None:
    made = HUB.catalogue(platform)
    policy = HUB.registry.adapter(platform).editions()[-1]
    assert made.digest == policy.digest
    assert [each.intent for each in made.intents] == [each.name for each in policy.intents]
    for ours, rules in zip(made.intents, policy.intents, strict=True):
        for name in ("not_covered", "nothing_to_do", "blockers", "consequences", "prepare",
                     "steps"):  # fmt: skip
            codes = [row.code for row in getattr(rules, name)]
            assert [row.code for row in getattr(ours, name)] == codes
        assert [row.code for row in ours.outcomes] == [row.code for row in rules.decides.rows]
        assert all(row.when for row in ours.outcomes)
    assert {each.id for each in made.rules} == {each.id for each in policy.sources}


@pytest.mark.parametrize("platform", PLATFORMS)
def test_it_is_hashed_and_comes_back_from_json(platform: str) -> None:
    made = HUB.catalogue(platform)
    again = Catalogue.model_validate_json(made.model_dump_json())
    assert again == made and hash(again) == hash(made)


def test_only_sentences_depend_on_the_language() -> None:
    english, japanese = (HUB.catalogue(PLATFORMS[0], lang=lang) for lang in ("en", "ja"))
    assert english.intents == japanese.intents
    assert english.readings.keys() == japanese.readings.keys()
    assert english.rules[0].sentence != japanese.rules[0].sentence


def test_the_command_line_prints_it_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    from subhub.cli import main

    with pytest.raises(SystemExit):
        main(["rules", PLATFORMS[0], "--format", "json", "--lang", "en"])
    dump = HUB.catalogue(PLATFORMS[0]).model_dump(mode="json")
    assert json.loads(capsys.readouterr().out) == dump


def test_what_cannot_be_shown() -> None:
    with pytest.raises(NotInForce):
        HUB.catalogue("squarespace", policy_as_of="2001-01-01")
    with pytest.raises(UnknownPlatform, match="squarspace"):
        HUB.catalogue("squarspace")
    with pytest.raises(RequestError, match="`fr`"):
        HUB.catalogue(PLATFORMS[0], lang="fr")
