"""``subhub ask``: an interview by script, and what it leaves behind."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from subhub import Hub
from subhub.documents import read

ON = ("--on", "2026-11-21")
SUBHUB = Path(sys.executable).parent / "subhub"


@pytest.fixture
def interview(run, monkeypatch):
    """Runs it in this process with answers."""

    def ask(*arguments: str, answers: str):
        monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(answers.split("|")) + "\n"))
        return run("ask", *arguments, *ON)

    return ask


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            [
                "What happens if you cancel Squarespace?",
                "Status?",
                "That settles it",
                "you get 216.00 USD back",
            ],
        ),
        ("ja", ["Squarespaceを解約すると", "状態は?", "これで決まりました", "216.00 USDが返金"]),
    ],
)
def test_installed(installed, tmp_path, lang, said):
    file = tmp_path / "mine.yaml"
    answers = "active\nyear\n2026-11-12\ndigital_products\nactive\n216.00 USD\n"
    code, out, err = installed(
        "ask", "squarespace", "-o", file, *ON, "--lang", lang, stdin=answers.encode()
    )
    assert (code, err) == (0, "")
    assert [text for text in said if text not in out] == []
    assert read(file).data == {
        "platform": "squarespace",
        "status": "active",
        "billing_interval": "year",
        "started_on": "2026-11-12",
        "product": "digital_products",
        "price": "216.00 USD",
        "site_status": "active",
    }
    assert Hub().preview(read(file).data, on="2026-11-21").unknown == {}


def test_what_cannot_change_the_answer_is_not_asked(interview):
    """A monthly plan earns no refund: neither its start nor its price matters."""
    out = interview("squarespace", answers="2|1|1|1").out
    assert "First day of the subscription?" not in out
    assert "Price?" not in out
    assert "That settles it" in out


def test_an_ended_subscription_is_one_question(interview):
    out = interview("squarespace", answers="cancelled").out
    assert out.count("?\n") == 2  # the title and the one question
    assert "status: canceled" in out


def test_each_step_shows_what_is_certain_and_what_is_open(interview):
    out = interview("squarespace", answers="active|year").out
    first, second, *_ = out.split("\n> ")
    assert "nothing yet" in first and "Nothing to do" in first
    assert "Nothing to do" not in second and "It ends at once, without a refund." in second


def test_the_range_of_money_narrows(interview, tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text("platform: squarespace\nstatus: active\nprice: 216.00 USD\n")
    out = interview("squarespace", str(file), answers="year|2026-11-12|website").out
    money = [line.split("back")[1].strip() for line in out.splitlines() if "Money back" in line]
    assert money == ["nothing, or up to 216.00 USD"] * 2 + ["216.00 USD"]
    out = interview("squarespace", str(file), answers="month|website").out
    money = [line.split("back")[1].strip() for line in out.splitlines() if "Money back" in line]
    assert money == ["nothing, or up to 216.00 USD", "none"]


def test_what_is_skipped_stays_unknown_and_the_rest_goes_on(interview):
    out = interview("squarespace", answers="active||?|website").out
    assert "stays open below" in out
    assert "billing_interval" not in out.split("platform: squarespace")[1].split("\n\n")[0]


def test_a_wrong_answer_is_asked_again(interview):
    out = interview("squarespace", answers="asleep|active|year|2026-13-45|2026-11-12").out
    assert "`asleep` is not known here" in out
    assert "`2026-13-45` is not a day of the calendar" in out
    assert "started_on: 2026-11-12" in out


def test_a_day_that_contradicts_the_question_is_asked_again(interview):
    out = interview("squarespace", answers="active|year|2030-01-01|2026-11-12").out
    assert "lies before `started_on`" in out and "started_on: 2026-11-12" in out


def test_answers_in_full_width_and_by_label(interview):
    out = interview("squarespace", "--lang", "ja", answers="2|年払い|2026-11-12").out
    assert "status: active" in out and "billing_interval: year" in out


def test_where_to_look_is_explained(interview):
    assert "not of the last renewal" in interview("squarespace", answers="active|year").out


def test_a_file_says_what_is_known_already(interview, tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text("platform: squarespace\nid: mine\nstatus: active\nprice: 10.00 EUR\n")
    out = interview("squarespace", str(file), "-o", str(file), answers="year|2026-11-12").out
    assert "Status?" not in out and "Price?" not in out
    data = read(file).data
    assert data["id"] == "mine" and data["started_on"] == "2026-11-12"


def test_amounts_take_the_currency_that_is_known(interview, tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text(
        "platform: impact\nstatus: active\nstarted_on: 2026-11-01\ntrial_ends_on: 2026-11-05\n"
        "locked_actions: 0\npending_actions: 0\nprice: 30.00 EUR\n"
    )
    assert "card_charged: 100 EUR" in interview("impact", str(file), answers="100").out


def test_a_file_that_is_there_is_not_written_over(interview, tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text("precious")
    ran = interview("squarespace", "-o", str(file), answers="active")
    assert ran.code == 1 and "is there already" in ran.err
    assert file.read_text() == "precious"
    assert interview("squarespace", "-o", str(file), "--force", answers="canceled").code == 0
    assert read(file).data["status"] == "canceled"


def test_ctrl_c_leaves_no_file(tmp_path):
    file = tmp_path / "mine.yaml"
    surroundings = {**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"}
    process = subprocess.Popen(
        [SUBHUB, "ask", "squarespace", "-o", file, *ON, "--lang", "en"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings,
    )
    with process:
        process.stdin.write(b"active\n")
        process.stdin.flush()
        while "Billing interval" not in process.stdout.readline().decode():
            pass
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"Traceback" not in err + out
    assert list(tmp_path.iterdir()) == []


def test_a_platform_nobody_knows(run):
    ran = run("ask", "gym")
    assert ran.code == 1 and "`gym`" in ran.err


def test_a_file_about_another_platform(run, tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text("platform: impact\n")
    ran = run("ask", "squarespace", str(file))
    assert ran.code == 1 and "is about `impact`, not `squarespace`" in ran.err
