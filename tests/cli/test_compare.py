"""``subhub compare``: every way side by side."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from subhub.render.text import width

PORTFOLIO = Path(__file__).parents[2] / "examples" / "portfolio"
PLAN = PORTFOLIO / "online-course.yaml"
ON = ("--on", "2026-11-21")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            [
                "You no longer get a refund of 216.00 USD.",
                "You keep access 356 days longer.",
                "against A · SQ-2",
            ],
        ),
        ("ja", ["216.00 USDの返金を受けられません。", "356日長く利用できます。", "Aと比べて"]),
    ],
)
def test_installed(installed, lang, said):
    """Turning auto-renew off inside the fourteen days forgoes the refund, and it says so."""
    code, out, err = installed("compare", PLAN, *ON, "--lang", lang)
    assert (code, err) == (0, "")
    assert [text for text in said if text not in out] == []
    assert max(map(width, out.splitlines())) <= 80


def rows(out: str) -> dict[str, list[str]]:
    """The table by its labels."""
    lines = out.split("\n\n")[2].splitlines()
    starts = [lines[0].index(letter) for letter in "ABC"]
    return {
        line[: starts[0]].strip(): [
            line[start:end].strip() for start, end in zip(starts, [*starts[1:], None], strict=True)
        ]
        for line in lines[1:]
    }


def test_the_table_has_a_column_for_each_way(run):
    found = rows(run("compare", PLAN, *ON).out)
    assert found["ends"] == ["21 Nov 2026", "12 Nov 2027", "–"]
    assert found["refund"] == ["216.00 USD", "none", "–"]
    assert found["possible"] == ["yes", "yes", "nothing to do"]


def test_the_last_day_to_undo_is_the_day_before_it_is_too_late(run):
    """The pause is over on 31 December; the day before is the last one."""
    found = rows(run("compare", PORTFOLIO.parent / "squarespace-site-ends-too.yaml", *ON).out)
    assert found["can be undone"][0] == "until 30 Dec 2026"


def test_after_the_window_no_refund_is_forgone(run):
    out = run("compare", PLAN, "--on", "2026-11-27").out
    assert "no longer get a refund" not in out and rows(out)["refund"][0] == "none"


def test_the_seller_has_four_ways(run):
    out = run("compare", PORTFOLIO / "book-club.yaml", *ON, "--actor", "seller").out
    assert "D delete the product" in out
    assert max(map(width, out.splitlines())) <= 80


def test_json(run):
    made = json.loads(run("compare", PLAN, *ON, "--format", "json").out)
    ways = {each["name"]: each for each in made["ways"]}
    forgone = {each["code"]: each for each in ways["cancel period_end"]["forgoes"]}
    assert forgone["refund"]["money"] == {"amount": "216.00", "currency": "USD"} or (
        forgone["refund"]["money"] == "216.00 USD"
    )


def test_markdown(run):
    out = run("compare", PLAN, *ON, "--format", "markdown").out
    assert "```text" in out and "## A" in out and "You no longer get a refund of 216.00 USD" in out


def test_an_actor_nobody_knows(run):
    ran = run("compare", PLAN, *ON, "--actor", "stranger")
    assert ran.code == 1 and "actor: `stranger` is not known" in ran.err


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("command", ["compare", "agenda"])
def test_a_narrow_and_a_wide_terminal(installed, command, lang):
    """Nothing is wider than forty columns there; nothing is shortened where there is room."""
    about = PORTFOLIO if command == "agenda" else PORTFOLIO / "online-course.yaml"
    narrow = installed(command, about, *ON, "--lang", lang, COLUMNS="40").out
    assert max(map(width, narrow.splitlines())) <= 40
    wide = installed(command, about, *ON, "--lang", lang, COLUMNS="200").out
    assert "…" not in wide
    assert max(map(width, wide.splitlines())) <= 200
