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
#: what need not be asked then
WHO = ("--mode", "immediate", "--actor", "administrator")
SUBHUB = Path(sys.executable).parent / "subhub"


@pytest.fixture
def interview(run, monkeypatch):
    """Runs it in this process with answers."""

    def ask(*arguments: str, answers: str):
        monkeypatch.setattr("sys.stdin", io.StringIO("\n".join(answers.split("|")) + "\n"))
        who = () if arguments[:1] != ("squarespace",) else WHO
        return run("ask", *arguments, *who, *ON)

    return ask


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "en",
            [
                "What happens if you cancel Squarespace?",
                "How would it end?",
                "Who would do it?",
                "Status?",
                "subhub compare ",
                "That settles it",
                "216.00 USD is refunded",
            ],
        ),
        ("ja", ["Squarespaceを解約すると", "状態は?", "これで決まりました", "216.00 USDが返金"]),
    ],
)
def test_installed(installed, tmp_path, lang, said):
    file = tmp_path / "mine.yaml"
    answers = "1\n\nactive\nyear\n2026-11-12\ndigital_products\nactive\n216.00 USD\n"
    code, out, err = installed(
        "ask", "squarespace", "-o", file, *ON, "--lang", lang, stdin=answers.encode()
    )
    assert (code, err) == (0, "")
    assert [text for text in said if text not in out] == []
    assert read(file).data == {
        "platform": "squarespace",
        "request": {"mode": "immediate", "actor": "administrator"},
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


def refunds(out: str) -> list[str]:
    lines = (line for line in out.splitlines() if "://" not in line)
    return [line.split("Refund")[1].strip() for line in lines if "  Refund  " in line]


def test_the_range_of_money_narrows(interview, tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text("platform: squarespace\nstatus: active\nprice: 216.00 USD\n")
    out = interview("squarespace", str(file), answers="year|2026-11-12|website").out
    money = [
        line.split("Refund")[1].strip()
        for line in out.splitlines()
        if "  Refund  " in line and "://" not in line
    ]
    assert money == ["nothing, or up to 216.00 USD"] * 2 + [
        "between 196.00 USD and 216.00 USD", "between 196.00 USD and 216.00 USD",
    ]  # fmt: skip
    out = interview("squarespace", str(file), answers="month|website").out
    money = [
        line.split("Refund")[1].strip()
        for line in out.splitlines()
        if "  Refund  " in line and "://" not in line
    ]
    assert money == ["nothing, or up to 216.00 USD", "none"]


def test_what_is_skipped_stays_unknown_and_the_rest_goes_on(interview):
    out = interview("squarespace", answers="active||?|website|?|?|?").out
    assert "stays open below" in out
    assert "billing_interval" not in out.split("platform: squarespace")[1].split("\n\n")[0]


def test_a_wrong_answer_is_asked_again(interview):
    out = interview("squarespace", answers="asleep|active|year|2026-13-45|2026-11-12").out
    assert "`asleep` is not known here" in out
    assert "`2026-13-45` cannot be read as a day" in out
    assert "started_on: 2026-11-12" in out


def test_a_day_that_contradicts_the_question_is_asked_again(interview):
    out = interview("squarespace", answers="active|year|2030-01-01|2026-11-12").out
    assert "lies before `started_on`" in out and "started_on: 2026-11-12" in out


def test_answers_in_full_width_and_by_label(interview):
    out = interview("squarespace", "--lang", "ja", answers="2|年払い|2026-11-12").out
    assert "status: active" in out and "billing_interval: year" in out


def test_without_a_file_no_command_on_a_file_is_named(interview):
    out = interview("squarespace", answers="quit").out
    assert "It is not certain yet" in out and "subhub ask" not in out


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
    assert ran.code == 1 and "already exists" in ran.err
    assert file.read_text() == "precious"
    assert interview("squarespace", "-o", str(file), "--force", answers="canceled").code == 0
    assert read(file).data["status"] == "canceled"


def interrupted(*arguments: object, said: bytes, until: str, cwd: Path):
    """What is left after Ctrl-C at the question ``until``."""
    surroundings = {**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"}
    process = subprocess.Popen(
        [SUBHUB, "ask", *arguments, *ON, "--lang", "en"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=surroundings,
        cwd=cwd,
    )
    with process:
        process.stdin.write(said)
        process.stdin.flush()
        while until not in (line := process.stdout.readline().decode()):
            assert line, f"it ended before it asked {until}"
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"Traceback" not in err + out
    return err.decode()


def test_ctrl_c_keeps_what_was_answered_and_says_where(tmp_path):
    file = tmp_path / "mine.yaml"
    err = interrupted("squarespace", "-o", file, *WHO, said=b"active\n",
                      until="Billing interval", cwd=tmp_path)  # fmt: skip
    assert str(file) in err
    assert read(file).data == {"platform": "squarespace", "status": "active"}


def test_ctrl_c_keeps_it_in_a_new_file_where_none_is_named(tmp_path):
    (tmp_path / "squarespace-answers.yaml").write_text("precious")
    err = interrupted(said=b"squarespace\n2\n", until="Who would do it", cwd=tmp_path)
    assert "squarespace-answers-2.yaml" in err
    kept = read(tmp_path / "squarespace-answers-2.yaml").data
    assert kept == {"platform": "squarespace", "request": {"mode": "period_end"}}
    assert (tmp_path / "squarespace-answers.yaml").read_text() == "precious"


def test_ctrl_c_before_any_answer_leaves_nothing(tmp_path):
    interrupted("squarespace", said=b"", until="How would it end", cwd=tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_without_a_platform_there_is_a_menu(interview):
    ran = interview(answers="9|3|2|billing|canceled")
    assert "Which platform is it?" in ran.out and "“9” is none of these." in ran.out
    assert "platform: squarespace" in ran.out
    assert "mode: period_end" in ran.out and "actor: billing" in ran.out


def test_back_takes_an_answer_back(interview):
    out = interview(answers="expa|back|squarespace|2|back|1||active|back|6").out
    written = out[out.rindex("platform:") :]
    assert written.startswith("platform: squarespace")
    assert "mode: immediate" in written and "status: expired" in written
    assert "This is the first question." in interview(answers="back|1|quit").out


def test_quit_shows_what_is_known_so_far(interview):
    ran = interview("squarespace", answers="active|quit")
    assert (ran.code, ran.err) == (0, "")
    assert "status: active" in ran.out and "subhub compare mine.yaml" in ran.out


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        ("active", "the answers ended before the questions did"),
        ("asleep|canceled", "an answer did not fit"),
    ],
)
def test_answers_that_end_early_or_do_not_fit_are_an_error(interview, answers, said):
    ran = interview("squarespace", answers=answers)
    assert ran.code == 1 and said in ran.err
    assert "platform: squarespace" in ran.out


def test_a_file_alone_says_its_platform(interview, tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text("platform: squarespace\nrequest: {mode: period_end, actor: billing}\n")
    out = interview(str(file), answers="canceled").out
    assert "Which platform" not in out and "How would it end" not in out
    assert "mode: period_end" in out and "status: canceled" in out


def test_nothing_at_all_is_an_error(run, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    assert run("ask").code == 1


def test_a_platform_nobody_knows(run):
    ran = run("ask", "gym")
    assert ran.code == 1 and "`gym`" in ran.err


def test_a_file_about_another_platform(run, tmp_path):
    file = tmp_path / "mine.yaml"
    file.write_text("platform: impact\n")
    ran = run("ask", "squarespace", str(file))
    assert ran.code == 1 and "is about `impact`, not `squarespace`" in ran.err
