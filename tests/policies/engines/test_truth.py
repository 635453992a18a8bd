"""Row by row ≡ every engine: for all platforms, all requests, few nulls and many."""

from __future__ import annotations

from typing import Any

import pytest
from engines import ENGINES, polars_frame
from rows import HUB, PLATFORMS, differences, intent, reference, rows

QUESTIONS = [
    (platform, each.name, mode, actor)
    for platform in PLATFORMS
    for each in HUB.registry.adapter(platform).editions()[-1].intents
    for mode in (each.modes or (None,))
    for actor in each.actors
]


def wanted(platform: str, given: list[dict[str, Any]], *asked: Any) -> list[dict[str, Any]]:
    name, mode, actor = asked or ("cancel", None, None)
    rules = intent(platform, name)
    assert rules is not None
    model = HUB.registry.adapter(platform).subscription()
    return [reference(rules, row, model, mode, actor) for row in given]


@pytest.mark.parametrize("nulls", [0, 0.1, 0.5, 0.9])
@pytest.mark.parametrize("question", QUESTIONS, ids=lambda each: "-".join(filter(None, each)))
def test_every_question_on_polars(question: tuple[str, str, str | None, str], nulls: float) -> None:
    platform, name, mode, actor = question
    given = rows(platform, 150, nulls)
    got = HUB.preview_table(
        polars_frame(platform, given), platform=platform, on="on", mode=mode, actor=actor,
        intent=name,
    )  # fmt: skip
    expected = wanted(platform, given, name, mode, actor)
    assert list(differences(expected, got.to_dicts(), given)) == []


@pytest.mark.parametrize("nulls", [0, 0.3, 0.9])
@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning")  # the engines'
def test_every_engine(engine: str, platform: str, nulls: float) -> None:
    into, out = ENGINES[engine]
    given = rows(platform, 120, nulls, seed=1)
    got = out(HUB.preview_table(into(platform, given), platform=platform, on="on"))
    assert list(differences(wanted(platform, given), got, given)) == []


@pytest.mark.nightly
@pytest.mark.parametrize("nulls", [0, 0.1, 0.3, 0.6, 0.9])
@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_many_rows(engine: str, platform: str, nulls: float) -> None:
    into, out = ENGINES[engine]
    given = rows(platform, 10_000, nulls, seed=2)
    got = out(HUB.preview_table(into(platform, given), platform=platform, on="on"))
    assert list(differences(wanted(platform, given), got, given)) == []


@pytest.mark.parametrize("platform", PLATFORMS)
def test_the_comparison_would_notice(platform: str) -> None:
    """One fact changed in one row, or one output, is a difference."""
    given = rows(platform, 40, 0)
    expected = wanted(platform, given)
    spoilt = [dict(row) for row in expected]
    spoilt[7]["ends_on"], spoilt[8]["unknown"] = "never", "verdict"
    assert len(list(differences(expected, spoilt, given))) == 2
    assert len({row["verdict"] for row in expected}) > 1
