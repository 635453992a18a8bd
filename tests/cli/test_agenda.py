"""``subhub agenda``: many subscriptions on one screen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from icalendar import Calendar

from subhub.render.text import width

PORTFOLIO = Path(__file__).parents[2] / "examples" / "portfolio"
ON = ("--on", "2026-11-21")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            [
                "6 subscriptions on 21 Nov 2026",
                "online-course  squarespace  yes            21 Nov 2026  216.00 USD",
                "316.00 USD for certain",
                "book-club: One invoice is unpaid",
                "26 Nov 2026  online-course: Last day for a refund.",
                "affiliates → online-course → studio-site",
            ],
        ),
        (
            "ja",
            ["契約6件", "確実な返金は316.00 USD", "2026年11月26日  online-course", "→ studio-site"],
        ),
    ],
)
def test_installed(installed, lang, said):
    code, out, err = installed("agenda", PORTFOLIO, *ON, "--lang", lang)
    assert (code, err) == (0, "")
    assert [text for text in said if text not in out] == []
    assert max(map(width, out.splitlines())) <= 80


def test_a_dozen_fits_on_a_screen(run, tmp_path):
    for number in range(2):
        for file in PORTFOLIO.iterdir():
            text = file.read_text(encoding="utf-8").replace("\nid: ", f"\nid: {number}-")
            text = text.replace("depends_on: [", f"depends_on: [{number}-")
            (tmp_path / f"{number}-{file.name}").write_text(text, encoding="utf-8")
    out = run("agenda", tmp_path, *ON).out
    assert "12 subscriptions" in out
    table = out.split("\n\n")[1].splitlines()
    assert len(table) == 13
    assert len(out.splitlines()) < 80


def test_actions_come_in_the_order_of_their_days_one_line_each(run):
    made = json.loads(run("agenda", PORTFOLIO, *ON, "--format", "json").out)
    out = run("agenda", PORTFOLIO, *ON, "--until", "2027-12-31").out
    section = out.split("To do")[1].split("If you cancel")[0]
    names = [each["subscription"] for each in made["deadlines"] if each["action"]]
    assert section.count(": ") >= len(set(names))
    positions = [section.index(day) for day in ("26 Nov 2026", "30 Nov 2026", "11 Nov 2027")]
    assert positions == sorted(positions)
    assert "later day" not in out


def test_later_days_are_only_counted(run):
    assert "One more day: 11 Nov 2027 (--until 2027-11-11)" in run("agenda", PORTFOLIO, *ON).out


def test_calendar_of_all(run, tmp_path):
    file = tmp_path / "all.ics"
    assert run("agenda", PORTFOLIO, *ON, "--ics", file).code == 0
    events = Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    assert len({str(each["uid"]) for each in events}) == len(events) == 6
    told = [str(each["summary"]) for each in events]
    assert all(summary.startswith("Decide by ") for summary in told)
    assert "Decide by 30 Nov 2026: cancel second-brand for 100.00 USD back" in told


def written(folder: Path, **documents: str) -> Path:
    for name, text in documents.items():
        (folder / f"{name}.yaml").write_text(f"platform: squarespace\n{text}", encoding="utf-8")
    return folder


def test_a_circle_is_shown(run, tmp_path):
    folder = written(tmp_path, a="id: a\ndepends_on: [b]\n", b="id: b\ndepends_on: [a]\n")
    ran = run("agenda", folder)
    assert (ran.code, ran.out) == (1, "")
    assert "in a circle: a → b → a" in ran.err or "in a circle: b → a → b" in ran.err


def test_a_name_nobody_has(run, tmp_path):
    ran = run("agenda", written(tmp_path, a="id: a\ndepends_on: [c]\n"))
    assert ran.code == 1 and "`a` depends on `c`" in ran.err


def test_a_name_two_have_is_no_name_to_depend_on(run, tmp_path):
    folder = written(tmp_path, a="id: x\n", b="id: x\n", c="id: c\ndepends_on: [x]\n")
    ran = run("agenda", folder)
    assert ran.code == 1 and "`x` is the id of 2 documents" in ran.err


def test_a_document_without_id_goes_by_its_file(run, tmp_path):
    folder = written(tmp_path, shop="status: active\n", extra="depends_on: [shop]\n")
    ran = run("agenda", folder, *ON)
    assert ran.code == 0 and "extra → shop" in ran.out


def test_one_broken_file_does_not_hide_the_others(run, tmp_path):
    folder = written(tmp_path, good="status: active\n", bad="statos: active\n")
    ran = run("agenda", folder, *ON)
    assert ran.code == 1
    assert "bad.yaml:2: statos: unknown key" in ran.err and "One subscription" in ran.out


def test_until_before_the_first_day(run):
    ran = run("agenda", PORTFOLIO, *ON, "--until", "2026-11-20")
    assert ran.code == 1 and "until: `2026-11-20` lies before" in ran.err


def test_preview_writes_a_calendar_too(run, tmp_path):
    file = tmp_path / "preview.ics"
    ran = run("preview", PORTFOLIO / "affiliates.yaml", *ON, "--ics", file)
    assert ran.code == 0 and "You can cancel" in ran.out
    found = {
        str(each.decoded("dtstart"))
        for each in Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    }
    assert found == {"2027-01-02", "2027-01-15"}


@pytest.mark.parametrize(("lang", "title"), [("en", "6 subscriptions"), ("ja", "契約6件")])
def test_a_summary_is_one_table_with_the_sums(installed, lang, title):
    code, out, err = installed("preview", PORTFOLIO, *ON, "--summary", "--lang", lang)
    assert (code, err) == (4, "")
    assert title in out
    assert "316.00 USD" in out
    assert len(out.splitlines()) < 16


def test_a_summary_for_programs(installed):
    code, out, _ = installed("preview", PORTFOLIO, *ON, "--summary", "--format", "json")
    made = json.loads(out)
    assert (code, made["count"], made["refundable"]) == (4, 6, {"USD": "316.00 USD"})
