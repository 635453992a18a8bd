"""What changed between two editions, told on the terminal."""

from __future__ import annotations

import json

import pytest
from editions import ACCOUNT, Twice, only_idle


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_with_one_edition_there_is_nothing_to_compare(run, lang):
    ran = run("diff", "impact", "--lang", lang)
    assert (ran.code, ran.err) == (0, "") and "2026-11" in ran.out


def test_the_command_prints_what_the_hub_gives(run):
    made = json.loads(run("diff", "impact", "examples/portfolio", "--format", "json").out)
    assert made["rows"] == [] and made["answers"] == [] and made["asked"] > 0


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_rows_and_answers_are_told(monkeypatch, run, lang, tmp_path):
    import subhub.hub

    real = subhub.hub.Hub
    monkeypatch.setattr(subhub.hub, "Hub", lambda: real([Twice(only_idle)]))
    old = {**ACCOUNT, "id": "old", "started_on": "2026-01-01", "trial_ends_on": "2026-01-08"}
    (tmp_path / "old.json").write_text(json.dumps(old))
    said = run("diff", "impact", str(tmp_path), "--on", "2026-11-21", "--lang", lang).out
    assert "`full_refund`" in said and "+ `balance_refund`" in said
    assert "500.00 USD → 412.50 USD" in said and "old" in said
