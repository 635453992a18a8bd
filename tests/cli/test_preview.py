"""``subhub preview`` in this process: exit codes, what-if, formats, several files."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

import pytest

from subhub import Hub
from subhub.documents import read
from subhub.policies.analysis import settling
from subhub.render.terminal import FEWEST

ON = ("--on", "2026-11-21")
EXAMPLES = Path(__file__).parents[2] / "examples"


def document(tmp_path: Path, name: str, text: str) -> str:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.fixture
def blocked(tmp_path):
    return document(tmp_path, "blocked.yaml", "platform: expa\nproduct: continuing\n"
                    "status: active\nunpaid_by_card: 1\nunpaid_invoices: 1\n")  # fmt: skip


@pytest.fixture
def unknown(tmp_path):
    return document(tmp_path, "unknown.yaml", "platform: expa\nproduct: continuing\n"
                    "status: active\n")  # fmt: skip


@pytest.fixture
def event(tmp_path):
    return document(tmp_path, "event.toml", 'platform = "expa"\nproduct = "event"\n')


# Exit codes


def test_exit_codes(run, delayed, blocked, unknown, event):
    assert run("preview", str(delayed), *ON).code == 0
    assert run("preview", str(delayed), "--set", "status=canceled", *ON).code == 0
    assert run("preview", blocked, *ON).code == 3
    assert run("preview", unknown, *ON).code == 4
    assert run("preview", event, *ON).code == 5


def test_the_highest_exit_code_of_several(run, delayed, blocked, unknown, event):
    assert run("preview", str(delayed), blocked, *ON).code == 3
    assert run("preview", unknown, blocked, *ON).code == 4
    assert run("preview", event, unknown, str(delayed), *ON).code == 5


# What if


def test_set_takes_the_place_of_a_fact(run, delayed):
    said = run("preview", str(delayed), "--set", "last_lock_on=2027-03-01", *ON).out
    assert "1 Mar 2027" in said.splitlines()[0]


@pytest.mark.parametrize("nothing", ["last_lock_on=", "last_lock_on=null", "last_lock_on=~"])
def test_set_makes_a_fact_unknown(run, delayed, nothing):
    dump = json.loads(run("preview", str(delayed), "--set", nothing, "--format", "json", *ON).out)
    assert dump["ends_on"] is None
    assert dump["unknown"]["ends_on"] == ["last_lock_on"]


def test_set_reads_numbers_yes_and_no_and_leaves_money(run, delayed):
    changes = ["pending_actions=0", "locked_actions=0", "balance=99.00 USD", "auto_renew=true",
               "open_invoices=0.00 USD",
               "last_lock_on="]  # fmt: skip
    options = [part for change in changes for part in ("--set", change)]
    dump = json.loads(run("preview", str(delayed), *options, "--format", "json", *ON).out)
    assert (dump["outcome"], dump["refund"]["amount"]) == ("balance_refund", "99.00 USD")


def test_set_reaches_into_lists(run, tmp_path):
    path = document(tmp_path, "x.yaml", "platform: expa\nproduct: continuing\nstatus: active\n"
                    "current_period_end: 2026-12-05\n"
                    "invoices:\n  - {status: open, method: card}\n")  # fmt: skip
    assert run("preview", path, *ON).code == 3
    assert run("preview", path, "--set", "invoices.0.status=paid", *ON).code == 0


# Request


def test_mode_actor_and_intent(run, tmp_path):
    path = document(tmp_path, "s.yaml", "platform: squarespace\nproduct: website\nstatus: active\n"
                    "current_period_end: 2027-01-01\nauto_renew: true\n")  # fmt: skip
    options = ["--mode", "period_end", "--actor", "billing", "--format", "json"]
    dump = json.loads(run("preview", path, *options, *ON).out)
    assert (dump["mode"], dump["actor"], dump["ends_on"]) == ("period_end", "billing", "2027-01-01")
    assert json.loads(run("preview", path, "--intent", "resume", "--format", "json", *ON).out)[
        "intent"
    ] == "resume"  # fmt: skip


# Formats


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_json_is_the_dump_of_the_answer(run, delayed, lang):
    said = run("preview", str(delayed), "--format", "json", "--lang", lang, *ON).out
    answer = Hub().preview(read(delayed).data, on="2026-11-21")
    assert json.loads(said) == Hub().say(answer, lang).model_dump(mode="json")


def test_json_of_several_is_a_list(run, delayed, blocked):
    said = run("preview", str(delayed), blocked, "--format", "json", *ON).out
    assert [each["verdict"] for each in json.loads(said)] == ["allowed", "blocked"]


def test_json_of_a_folder_with_one_document_is_a_list(run, delayed):
    assert len(json.loads(run("preview", str(delayed.parent), "--format", "json", *ON).out)) == 1


def test_markdown(run, delayed):
    said = run("preview", str(delayed), "--format", "markdown", *ON).out
    assert said.startswith("# You can cancel")
    assert "\n## When\n" in said
    assert "\n- **Sat 2 Jan 2027**: " in said
    assert "](https://help.impact.com" in said
    assert "\n1. Expire all active partner contracts" in said


def test_several_files_end_with_a_summary(run, delayed, blocked):
    said = run("preview", str(delayed), blocked, *ON).out
    assert said.splitlines()[-1] == ("2 subscriptions: Possible 1 · Not possible as things stand 1")
    assert "delayed.yaml" in "".join(said.split())  # a long path may be wrapped


# What the text says


def test_every_way_out_says_what_it_leads_to(run, blocked):
    said = run("preview", blocked, *ON).out
    assert said.startswith("✘ ")
    assert said.count("→ ") == 3
    assert said.count("afterwards: ") == 2
    # how the seller withdraws an invoice is open
    assert said.count("afterwards, perhaps: ") == 1
    assert "→ Register another card." in said


def test_an_open_answer_says_what_would_settle_it(run, unknown):
    said = run("preview", unknown, *ON).out
    assert said.startswith("? ")
    assert "Still needed" in said and "`unpaid_invoices`" in said


@pytest.mark.parametrize(
    "lang, note", [("en", "may turn out not to matter"), ("ja", "結果に影響しないもの")]
)
def test_an_answer_says_where_it_names_facts_without_a_proof(run, monkeypatch, lang, note):
    asked = "preview", str(EXAMPLES / "impact-facts-missing.yaml"), "--lang", lang, *ON
    assert note not in run(*asked).out
    spent = partial(settling.Settling, budget=settling.Budget(0, 0, 0, 0, 0))
    monkeypatch.setattr(settling, "Settling", spent)
    assert note in run(*asked).out


def test_each_value_of_a_missing_code_says_where_it_leads(run, delayed):
    said = " ".join(run("preview", str(delayed), "--set", "status=", *ON).out.split())
    assert "→ if in trial / active / payment overdue / paused: The account closes later" in said
    assert "→ if cancelled / expired: Nothing to do" in said


def test_possible_lines_are_marked(run, delayed):
    open_ = ("--set", "pending_actions=", "--set", "last_lock_on=")
    said = run("preview", str(delayed), *open_, *ON).out
    assert "may apply; depends on: number of pending actions" in " ".join(said.split())


def test_a_lock_date_says_that_something_is_pending(run, delayed):
    said = run("preview", str(delayed), "--set", "pending_actions=", *ON).out
    assert "may apply" not in said


def test_explain_names_conditions_values_and_rules(run, delayed):
    said = run("preview", str(delayed), "--explain", *ON).out
    assert "✘ locked_actions == 0  locked_actions = 6" in said
    assert "`delayed` · IM-8" in said


def test_explain_in_json(run, delayed):
    dump = json.loads(run("preview", str(delayed), "--explain", "--format", "json", *ON).out)
    (decided,) = [
        each for each in dump["explanation"] if each["part"] == "outcome" and each["decides"]
    ]
    assert decided["code"] == dump["outcome"]
    checks = [check for each in dump["explanation"] for check in each["checks"]]
    assert {
        "text": "locked_actions == 0",
        "holds": False,
        "values": {"locked_actions": 6},
    } in checks


def test_a_long_id_is_broken_to_fit(run, delayed):
    said = run("preview", str(delayed), "--set", f"id={'x' * 300}", *ON).out
    assert max(len(line) for line in said.splitlines() if "://" not in line) <= 80


def test_the_narrowest_terminal_is_still_wide_enough():
    assert FEWEST >= 40


# How much is told


@pytest.mark.parametrize("example", [
    "expa-free-to-cancel.yaml", "impact-delayed.yaml", "impact-full-refund.yaml",
    "squarespace-annual-now.yaml", "squarespace-monthly.yaml", "squarespace-site-ends-too.yaml",
])  # fmt: skip
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_what_to_do_first_stands_near_the_top(run, example, lang):
    first = run("preview", str(EXAMPLES / example), "--lang", lang, *ON).out
    step = next(n for n, line in enumerate(first.splitlines(), 1) if "  1 " in line)
    assert step <= 12


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.yaml")), ids=lambda path: path.name)
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_brief_is_five_lines(run, path, lang):
    said = run("preview", str(path), "--brief", "--lang", lang, *ON).out
    full = run("preview", str(path), "--lang", lang, *ON).out
    assert len(said.splitlines()) <= 5
    assert said.splitlines()[0] == full.splitlines()[0]


def test_rules_and_readings_wait_for_explain(run, delayed):
    usual = run("preview", str(delayed), *ON).out
    assert "IM-8" not in usual and "A-IM3" not in usual
    full = run("preview", str(delayed), "--explain", *ON).out
    assert "IM-8" in full and "A-IM3" in full


def test_with_almost_nothing_known_the_facts_to_find_come_first(run, tmp_path):
    said = run("preview", document(tmp_path, "a.yaml", "platform: impact\n"), *ON).out
    assert said.index("Still needed") < said.index("When")
    assert "and 5 more facts" in said or "more facts" in said
    assert "possible; depends on" not in said


def test_what_to_ask_next_is_one_line(run, blocked, unknown):
    last = "".join(run("preview", blocked, *ON).out.split())  # a long path may be wrapped
    assert last.endswith("blocked.yaml--on2026-11-21")
    assert "subhub unblock" in run("preview", blocked, *ON).out
    assert "subhub ask" in run("preview", unknown, *ON).out
    assert "subhub ask" not in run("preview", unknown, blocked, *ON).out


def test_brief_and_explain_exclude_each_other(run, delayed):
    assert run("preview", str(delayed), "--brief", "--explain").code == 2


# For whom, in which form


def test_for_a_customer_there_are_no_codes_readings_or_permissions(run, delayed):
    said = run("preview", str(delayed), "--for", "customer", *ON).out
    assert "Assumptions" not in said and "IM-" not in said and "account owner" not in said
    assert "Sources" in said and "You " in said


def test_two_languages_stand_below_or_beside_each_other(run, delayed):
    said = run("preview", str(delayed), "--lang", "ja,en", *ON).out
    assert said.index("解約できますが") < said.index("You can cancel")
    html = run("preview", str(delayed), "--lang", "en,ja", "--format", "html", *ON).out
    assert '<article lang="en">' in html and '<article lang="ja">' in html
    refused = run("preview", str(delayed), "--lang", "en,ja", "--format", "json", *ON)
    assert refused.code == 2 and refused.out == ""


def test_several_answers_are_one_html_document(run, delayed, blocked):
    html = run("preview", str(delayed), blocked, "--format", "html", *ON).out
    assert html.count("<html") == 1 and html.count("<article") == 2


def test_a_mail_has_a_subject(run, delayed):
    said = run("preview", str(delayed), "--format", "mail", *ON).out
    assert said.startswith("Subject: You can cancel, but the account closes on")


def test_the_day_of_several_consequences_is_told_once(run):
    said = run("preview", str(EXAMPLES / "squarespace-monthly.yaml"), *ON).out
    lost = said[said.index("Lost") : said.index("Careful" if "Careful" in said else "Assumptions")]
    assert lost.count("21 Nov 2026") == 1 and lost.count("· ") >= 3


@pytest.mark.parametrize("example", [
    "expa-free-to-cancel.yaml", "impact-delayed.yaml", "impact-full-refund.yaml",
    "squarespace-annual-now.yaml", "squarespace-monthly.yaml", "expa-unpaid-card.yaml",
])  # fmt: skip
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_assumptions_and_sources_are_a_line_each(run, example, lang):
    said = run("preview", str(EXAMPLES / example), "--lang", lang, *ON).out
    foot = said[said.index("Assumptions" if lang == "en" else "  前提") :].split("\n\n")[0]
    folded = [line for line in foot.splitlines() if "://" not in line]
    assert len(foot.splitlines()) <= 6 and len(folded) <= 3


def test_an_assumption_stands_in_the_answer_where_it_decides_something(run):
    example = str(EXAMPLES / "squarespace-annual-now.yaml")  # begun on 10 November
    for day, told in (("2026-11-23", False), ("2026-11-24", True)):
        assert ("Day 14 still counts" in run("preview", example, "--on", day).out) is told


def test_what_to_ask_next_goes_on_with_the_question(run):
    example = str(EXAMPLES / "squarespace-website.yaml")
    said = run("preview", example, *ON, "--mode", "period_end", "--set", "price=30.00 USD").out
    asked = " ".join(said.split()).partition("subhub unblock ")[2]
    assert asked.endswith("--on 2026-11-21 --mode period_end --set 'price=30.00 USD'")


def test_asking_for_something_else_is_no_way_to_what_was_asked(run):
    said = run("preview", str(EXAMPLES / "impact-balance.yaml"), "--intent", "delete_product").out
    assert "afterwards: you can cancel" in said and "subhub unblock" not in said
