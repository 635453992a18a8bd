"""``subhub timeline``: the picture, the spans, and the files beside it."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest
from icalendar import Calendar

from subhub.render.text import width

EXAMPLES = Path(__file__).parents[2] / "examples"
PLAN = EXAMPLES / "portfolio" / "online-course.yaml"
SINCE = ("--since", "2026-11-21")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            [
                "the answer changes 3 times",
                "1 21 Nov 2026 – 26 Nov 2026",
                "It ends at once, with a refund.",
                "≠ Refund: 216.00 USD → none",
                "Because of: first day of the subscription (12 Nov 2026)",
                "SQ-11",
                "at the end of the billing period (auto-renew off)",
            ],
        ),
        (
            "ja",
            [
                "結果は3回変わります",
                "1 2026年11月21日~2026年11月26日",
                "≠ 返金:216.00 USD → なし",
                "決め手:利用開始日(2026年11月12日)",
                "自動更新をオフにし、期間終了時に解約",
            ],
        ),
    ],
)
def test_installed(installed, lang, said):
    code, out, err = installed("timeline", PLAN, *SINCE, "--lang", lang)
    assert (code, err) == (0, "")
    assert [text for text in said if text not in out] == []
    assert max(map(width, out.splitlines())) <= 80
    assert "\x1b" not in out


def test_a_terminal_that_knows_ascii_only_gets_a_picture_it_can_show(installed):
    code, out, _ = installed("timeline", PLAN, *SINCE, PYTHONIOENCODING="ascii")
    assert code == 0
    assert "  1$$$" in out and "$$ refund" in out


def test_each_mode_has_its_bar_and_one_can_be_chosen(run):
    assert run("timeline", PLAN, *SINCE).out.count("\n  1") == 2
    chosen = run("timeline", PLAN, *SINCE, "--mode", "period_end").out
    assert chosen.count("\n  1") == 1 and "cancel now" not in chosen


def test_the_picture_agrees_with_the_list(run):
    """As many numbers in a bar as spans below it."""
    out = run("timeline", PLAN, *SINCE, "--mode", "period_end").out
    bar = next(line for line in out.splitlines() if line.startswith("  1"))
    assert [char for char in bar if char.isdigit()] == ["1", "2", "3", "4"]
    assert [out.count(f"\n    {number} ") for number in (1, 2, 3, 4)] == [1, 1, 1, 1]


def test_json_is_a_list_of_timelines_in_the_language(run):
    english, japanese = (
        json.loads(run("timeline", PLAN, *SINCE, "--format", "json", "--lang", lang).out)
        for lang in ("en", "ja")
    )
    assert [each["mode"] for each in english] == ["immediate", "period_end"]
    assert [span["since"] for span in english[0]["spans"]] == ["2026-11-21", "2026-11-27"]
    one, other = (made[0]["spans"][1] for made in (english, japanese))
    assert one["answer"]["outcome"] == other["answer"]["outcome"] == "ended_now"
    assert one["answer"]["sentence"] != other["answer"]["sentence"]
    assert one["facts"] == ["started_on"] and "SQ-11" in one["rules"]


def test_markdown_holds_the_picture_as_it_is(run):
    out = run("timeline", PLAN, *SINCE, "--format", "markdown").out
    assert out.startswith("# From 21 Nov 2026")
    assert "```text\n  21 Nov 2026" in out
    assert "## at once" in out


def test_svg_and_calendar_are_written(run, tmp_path):
    svg, ics = tmp_path / "t.svg", tmp_path / "t.ics"
    assert run("timeline", PLAN, *SINCE, "--svg", svg, "--ics", ics).code == 0
    assert ElementTree.parse(svg).getroot().get("role") == "img"
    events = Calendar.from_ical(ics.read_bytes()).walk("VEVENT")
    assert "2026-11-26" in {str(each.decoded("dtstart")) for each in events}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["t.ics", "t.svg"]


def test_a_thousand_years_are_no_trouble(run):
    code, out, _ = run("timeline", PLAN, *SINCE, "--until", "3026-11-21")
    assert code == 0 and "20 Nov 3026" in out
    assert max(map(width, out.splitlines())) <= 80


def test_what_is_blocked_all_along_is_one_span(run):
    code, out, _ = run("timeline", EXAMPLES / "portfolio" / "book-club.yaml", *SINCE)
    assert code == 0
    assert "the answer stays the same" in out and "1××××" in out and "One invoice is unpaid" in out


@pytest.mark.parametrize(
    ("asked", "code", "said"),
    [
        (["--until", "2026-11-21"], 1, "until: `2026-11-21` does not come after"),
        (["--until", "soon"], 1, "until: `soon` cannot be read as a day"),
        (["--since", "9999-12-31"], 1, "`9999-12-31` lies outside the days that can be"),
        (["--mode", "slowly"], 1, "mode: `slowly` is not known"),
        (["--intent", "stop_sales"], 1, "intent: `stop_sales` is not offered"),
        (["--svg", "no/such/folder/t.svg"], 1, "`no/such/folder/t.svg` cannot be written"),
        (["--set", "status"], 2, "--set: `status` is not FACT=VALUE"),
    ],
)
def test_bad_requests(run, asked, code, said):
    ran = run("timeline", PLAN, *SINCE, *asked)
    assert ran.code == code
    assert said in ran.err and ran.out == ""


def test_a_folder_is_not_one_document(run):
    ran = run("timeline", EXAMPLES / "portfolio")
    assert ran.code == 1 and "is a folder" in ran.err
