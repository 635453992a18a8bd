"""``subhub best``: the day and the way that serve a goal."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from icalendar import Calendar

EXAMPLES = Path(__file__).parents[2] / "examples"
PORTFOLIO = EXAMPLES / "portfolio"
PLAN = PORTFOLIO / "online-course.yaml"
ON = ("--on", "2026-11-21")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            [
                "Do it by 26 Nov 2026",
                "at once (cancel now)",
                "A day late   It ends at once, without a refund.  from 27 Nov 2026",
                "12 Nov 2027; to avoid it, act by 11 Nov 2027.",
            ],
        ),
        ("ja", ["2026年11月26日までに手続きしてください", "1日遅れると", "返金はありません。"]),
    ],
)
def test_installed(installed, lang, said):
    code, out, err = installed("best", PLAN, "--goal", "refund", *ON, "--lang", lang)
    assert (code, err) == (0, "")
    assert [text for text in said if text not in out] == []


@pytest.mark.parametrize(
    ("goal", "said"),
    [
        ("access", ["by 11 Nov 2027", "charge of 12 Nov 2027 has been made by then"]),
        ("soonest", ["Do it on 21 Nov 2026", "It ends, access ends, and charges stop: 22 Nov"]),
        ("no-renewal", ["by 11 Nov 2027", "Just as good  at once (cancel now)"]),
    ],
)
def test_goals(run, goal, said):
    out = run("best", PLAN, "--goal", goal, *ON).out
    assert [text for text in said if text not in out] == []
    assert "\n  Open " not in out  # nothing is missing in this document


@pytest.mark.parametrize("goal", ["access", "no-renewal"])
@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "? Not certain yet: it depends on renewal date."), ("ja", "? まだ判断できません。")],
)
def test_without_the_renewal_date_it_is_not_certain(run, tmp_path, goal, lang, said):
    ran = run("best", PLAN, "--goal", goal, *ON, "--set", "current_period_end=", "--lang", lang)
    assert ran.code == 4 and said in ran.out
    assert "✔" not in ran.out and "`current_period_end`" in ran.out
    file = tmp_path / "best.ics"
    run("best", PLAN, "--goal", goal, *ON, "--set", "current_period_end=", "--ics", file)
    assert Calendar.from_ical(file.read_bytes()).walk("VEVENT") == []


@pytest.mark.parametrize(
    ("file", "goal", "said"),
    [
        ("studio-site", "refund", ["No day until 21 Nov 2027", "there is no refund on any"]),
        ("book-club", "soonest", ["No day until", "One invoice is unpaid", "subhub unblock"]),
        ("newsletter", "soonest", ["Not certain yet", "number of unpaid invoices", "Count the"]),
        ("affiliates", "refund", ["Only the most that can be refunded is known"]),
    ],
)
def test_that_there_is_none_is_an_answer(run, file, goal, said):
    ran = run("best", PORTFOLIO / f"{file}.yaml", "--goal", goal, *ON)
    assert (ran.code, ran.err) == (4 if file == "newsletter" else 0, "")
    assert [text for text in said if text not in ran.out] == []


def test_by_ends_the_search(run):
    out = run("best", PLAN, "--goal", "refund", *ON, "--by", "2026-11-23").out
    assert "A day late" not in out


def test_json(run):
    made = json.loads(run("best", PLAN, "--goal", "refund", *ON, "--format", "json").out)
    assert (made["on"], made["last_day"], made["mode"]) == ("2026-11-21", "2026-11-26", "immediate")


def test_calendar(run, tmp_path):
    file = tmp_path / "best.ics"
    assert run("best", PLAN, "--goal", "refund", *ON, "--ics", file, "--lang", "ja").code == 0
    events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    (best,) = events
    assert "返金をできるだけ多く受け取る" in best["description"]
    assert "216.00 USD" in best["summary"]


@pytest.mark.parametrize(
    ("asked", "code", "said"),
    [
        (["--goal", "fun"], 2, "`fun` is not known here"),
        ([], 2, "--goal"),
        (["--goal", "refund", "--by", "2026-11-20"], 1, "by: `2026-11-20` lies before"),
        (["--goal", "refund", "--by", "9999-12-31"], 1, "lies outside the days"),
    ],
)
def test_bad_requests(run, asked, code, said):
    ran = run("best", PLAN, *ON, *asked)
    assert ran.code == code and said in ran.err


def test_equal_upper_bounds_are_not_called_equal_refunds(run):
    example = Path(__file__).parents[2] / "examples" / "impact-delayed.yaml"
    said = run("best", str(example), "--goal", "refund", "--on", "2026-11-21").out
    assert said.startswith("? Only the most that can be refunded is known")


def test_a_charge_is_avoided_by_who_is_unblocked_first(run):
    example = Path(__file__).parents[2] / "examples" / "expa-unpaid-card.yaml"
    said = run("best", str(example), "--goal", "no-renewal", "--on", "2026-11-21").out
    assert "get it unblocked and act by 4 Dec 2026" in " ".join(said.split())
