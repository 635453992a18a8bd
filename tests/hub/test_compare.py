"""All ways side by side: what each gains and forgoes against the others."""

from __future__ import annotations

from documents import ON, PLAN
from subhub import Hub

HUB = Hub()
OLD_PLAN = PLAN | {"started_on": "2025-11-12"}


def test_auto_renew_off_inside_the_window_forgoes_the_refund():
    made = HUB.compare(PLAN, on=ON)
    by_name = {way.name: way for way in made.ways}
    forgone = {each.code: each for each in by_name["cancel period_end"].forgoes}
    assert str(forgone["refund"].money) == "216.00 USD"
    assert forgone["refund"].against == "cancel immediate"
    assert "SQ-11" in forgone["refund"].rules
    kept = {each.code: each for each in by_name["cancel period_end"].gains}
    assert kept["access"].days == 356


def test_after_the_window_no_money_is_between_the_two():
    made = HUB.compare(OLD_PLAN, on=ON)
    assert all(each.code != "refund" for way in made.ways for each in (*way.gains, *way.forgoes))


def test_a_way_with_facts_missing_is_not_called_impossible():
    unsure = {**PLAN, "auto_renew": None}
    made = {way.name: way for way in HUB.compare(unsure, on=ON).ways}
    assert made["cancel period_end"].answer.verdict == "unknown"
    for way in made.values():
        assert all(each.code != "verdict" for each in (*way.gains, *way.forgoes))


def test_every_intent_and_mode_is_there():
    assert [way.name for way in HUB.compare(PLAN, on=ON).ways] == [
        "cancel immediate",
        "cancel period_end",
        "resume",
    ]
