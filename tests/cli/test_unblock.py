"""``subhub unblock``: the smallest ways out, each verified."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

PORTFOLIO = Path(__file__).parents[2] / "examples" / "portfolio"
UNPAID = PORTFOLIO / "book-club.yaml"
PLAN = PORTFOLIO / "online-course.yaml"
ON = ("--on", "2026-11-21")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            ["4 ways to unblock this", "+ Register another card.", "→ You can cancel and use it"],
        ),
        ("ja", ["解決方法は4通り", "+ 別のカードを登録します。", "→ 解約できます。"]),
    ],
)
def test_installed(installed, lang, said):
    code, out, err = installed("unblock", UNPAID, *ON, "--lang", lang)
    assert (code, err) == (0, "")
    assert [text for text in said if text not in out] == []


def test_each_way_out_is_allowed_afterwards(run):
    found = json.loads(run("unblock", UNPAID, *ON, "--format", "json").out)
    assert [each["answer"]["verdict"] for each in found] == ["allowed"] * 4
    assert found[-1]["moves"][0]["code"] == "other_actor"


@pytest.mark.parametrize("goal", ["full-refund", "refund", "at-once"])
def test_a_goal_is_reached_by_another_mode(run, goal):
    ran = run("unblock", PLAN, *ON, "--mode", "period_end", "--goal", goal)
    assert ran.code == 0
    assert "+ End it at once instead." in ran.out and "216.00 USD" in ran.out


def test_waiting_is_a_way_out(run):
    ran = run("unblock", PORTFOLIO / "affiliates.yaml", *ON, "--goal", "at-once")
    assert ran.code == 0 and "+ Wait until 2 Jan 2027." in ran.out


def test_nothing_has_to_change(run):
    assert "Nothing has to change" in run("unblock", PLAN, *ON).out


def test_no_way_out_has_its_own_exit_code(run):
    ran = run("unblock", PLAN, "--on", "2026-11-27", "--goal", "full-refund")
    assert ran.code == 3 and "No combination of up to three changes" in ran.out


def test_several_invoices_are_one_line(run, tmp_path):
    document = tmp_path / "three.yaml"
    document.write_text(
        "platform: expa\nproduct: continuing\nstatus: active\ninvoices:\n"
        + "- {status: open, method: card}\n" * 3
        + "- {status: transfer_pending, method: bank_transfer}\n"
    )
    out = run("unblock", document, *ON).out
    assert "+ Register another card.  all 3" in out
    assert "+ Pay" in out


def test_at_most_twenty_ways_are_shown_and_the_rest_counted(run):
    from subhub import Hub
    from subhub.cli.asking import ask_about
    from subhub.cli.language import said_by
    from subhub.cli.unblock_page import unblock_page

    hub = Hub()
    asked = ask_about(hub, str(UNPAID), (), on="2026-11-21")
    found = hub.unblock(asked.question.subscription, on="2026-11-21") * 6
    page = unblock_page(found, asked, said_by(asked.question.adapter), plain=True)
    assert len([each for each in page.sections if each.title.startswith("Way ")]) == 20
    assert page.sections[-1].lines[0].text == "There are 4 more ways."


def test_markdown(run):
    out = run("unblock", UNPAID, *ON, "--format", "markdown").out
    assert "## Way 1" in out and "- → You can cancel" in out


def test_a_goal_nobody_knows(run):
    ran = run("unblock", UNPAID, "--goal", "luck")
    assert ran.code == 2 and "`luck` is not known here" in ran.err


def test_with_facts_missing_it_is_not_called_impossible(run):
    example = Path(__file__).parents[2] / "examples" / "impact-facts-missing.yaml"
    ran = run("unblock", str(example))
    assert ran.code == 4
    assert ran.out.startswith("? It is not certain yet whether anything stands in the way")
    assert "it depends on: status" in " ".join(ran.out.split())
