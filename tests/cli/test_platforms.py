"""What is installed, and what each platform offers."""

from __future__ import annotations

import json

PLATFORMS = ["expa", "impact", "squarespace"]


def test_platforms(run):
    ran = run("platforms")
    assert (ran.code, ran.err) == (0, "")
    for part in ("Squarespace", "`digital_products`", "--mode `period_end`", "--actor `buyer`"):
        assert part in " ".join(ran.out.split())
    assert ran.out.count("people do every step") == 3


def test_platforms_as_json(run):
    found = {
        each["platform"]: each for each in json.loads(run("platforms", "--format", "json").out)
    }
    assert sorted(found) == PLATFORMS
    assert found["squarespace"]["intents"][0] == {
        "intent": "cancel",
        "modes": ["immediate", "period_end"],
        "actors": ["administrator", "billing", "contributor"],
    }
    assert found["impact"]["automated"] == []
