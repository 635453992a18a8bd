"""``subhub audit``: documents that need care."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

PORTFOLIO = Path(__file__).parents[2] / "examples" / "portfolio"
PLAN = PORTFOLIO / "online-course.yaml"
ON = ("--on", "2026-11-21")


@pytest.fixture
def folder(tmp_path):
    for file in PORTFOLIO.glob("*.yaml"):
        text = file.read_text(encoding="utf-8").replace("2026-12-05", "2026-11-05")
        (tmp_path / file.name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            [
                "? 6 documents, 4 complete",
                "Out of date",
                "renewal date",
                "Incomplete",
                "number of unpaid invoices",
                "Fill in first",
                "Count the invoices",
            ],
        ),
        ("ja", ["文書6件のうち、4件は記入済みです", "過ぎた日付", "足りない情報", "最初に確認"]),
    ],
)
def test_installed(installed, folder, lang, said):
    code, out, err = installed("audit", folder, *ON, "--lang", lang)
    assert (code, err) == (4, "")
    assert [text for text in said if text not in out] == []


def test_complete_documents_need_nothing(run):
    ran = run("audit", PLAN, *ON)
    assert ran.code == 0 and ran.out.startswith("✔ One document, 1 complete")


def test_what_cannot_be_used_is_an_error_and_in_the_audit(run, folder):
    (folder / "broken.yaml").write_text("platform: squarespace\nstauts: active\n")
    (folder / "torn.yaml").write_text("platform: [squarespace\n")
    ran = run("audit", folder, *ON)
    assert ran.code == 1
    assert "did you mean `status`?" in ran.err and "torn.yaml" in ran.err
    assert "Cannot be used" in ran.out and "one problem · line 2" in ran.out


def test_json(run, folder):
    made = json.loads(run("audit", folder, *ON, "--format", "json").out)
    states = {Path(each["name"]).stem: each["state"] for each in made["documents"]}
    assert states["studio-site"] == "stale" and states["newsletter"] == "incomplete"
    assert {each["fact"] for each in made["wanted"]} == {"unpaid_invoices", "current_period_end"}


def test_markdown(run, folder):
    out = run("audit", folder, *ON, "--format", "markdown").out
    assert "## Fill in first" in out and "`current_period_end`" in out


@pytest.mark.parametrize(
    ("asked", "code"), [((), 2), (("nowhere/",), 1), ((PLAN, "--on", "2026-02-30"), 1)]
)
def test_bad_requests(run, asked, code):
    assert run("audit", *asked).code == code
