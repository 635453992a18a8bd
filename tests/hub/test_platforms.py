"""What is installed, as a result."""

from __future__ import annotations

import json

import pytest

from subhub import Hub
from subhub.model.platform import Platform

HUB = Hub()


def test_every_platform_with_what_can_be_asked() -> None:
    found = {each.platform: each for each in HUB.platforms()}
    assert sorted(found) == HUB.registry.platforms()
    squarespace = found["squarespace"]
    assert "digital_products" in squarespace.products
    cancel = squarespace.intents[0]
    assert (cancel.intent, cancel.modes) == ("cancel", ("immediate", "period_end"))
    assert {each.intent for each in squarespace.intents} <= set(HUB.registry.intents())


def test_only_the_adapters_that_were_given() -> None:
    alone = Hub([HUB.registry.adapter("impact")])
    assert [each.platform for each in alone.platforms()] == ["impact"]


def test_it_is_hashed_and_the_command_line_prints_it(capsys: pytest.CaptureFixture[str]) -> None:
    from subhub.cli import main

    made = HUB.platforms()
    assert len({*made, *HUB.platforms()}) == len(made)
    assert Platform.model_validate_json(made[0].model_dump_json()) == made[0]
    with pytest.raises(SystemExit):
        main(["platforms", "--format", "json"])
    printed = json.loads(capsys.readouterr().out)
    assert printed == [each.model_dump(mode="json") for each in made]
