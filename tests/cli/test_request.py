"""A document that carries its request, and what the command line says over it."""

from __future__ import annotations

import json

import pytest

DOCUMENT = """\
platform: squarespace
product: digital_products
status: active
billing_interval: year
price: 216.00 USD
started_on: 2026-11-10
current_period_end: 2027-11-10
site_status: active
auto_renew: true
"""
BLOCK = """\
request:
  mode: period_end
  actor: billing
  on: 2026-11-21
"""


@pytest.fixture
def mine(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text(DOCUMENT + BLOCK, encoding="utf-8")
    return str(path)


def answer(run, *arguments):
    ran = run(*arguments, "--format", "json")
    assert ran.err == ""
    return json.loads(ran.out)


def test_preview_asks_what_the_document_says(run, mine):
    dump = answer(run, "preview", mine)
    assert (dump["mode"], dump["actor"], dump["on"]) == ("period_end", "billing", "2026-11-21")
    assert dump["outcome"] == "ends_at_period_end"


def test_the_command_line_wins(run, mine):
    dump = answer(run, "preview", mine, "--mode", "immediate", "--on", "2026-11-22")
    assert (dump["mode"], dump["actor"], dump["on"]) == ("immediate", "billing", "2026-11-22")
    assert answer(run, "preview", mine, "--set", "request.mode=immediate")["mode"] == "immediate"


def test_timeline_is_about_the_mode_of_the_document(run, mine):
    (one,) = answer(run, "timeline", mine)
    assert (one["mode"], one["actor"], one["since"]) == ("period_end", "billing", "2026-11-21")
    assert len(answer(run, "timeline", mine, "--mode", "all")) == 2
    (other,) = answer(run, "timeline", mine, "--mode", "immediate", "--since", "2026-12-01")
    assert (other["mode"], other["since"]) == ("immediate", "2026-12-01")


def test_compare_best_unblock_and_agenda_take_the_day_and_the_actor(run, mine):
    compared = answer(run, "compare", mine)
    assert (compared["on"], compared["actor"]) == ("2026-11-21", "billing")
    best = answer(run, "best", mine, "--goal", "access")
    assert best["since"] == "2026-11-21" and best["answer"]["actor"] == "billing"
    (way,) = answer(run, "unblock", mine)
    assert way["moves"] == [] and way["answer"]["mode"] == "period_end"
    agenda = answer(run, "agenda", mine)
    assert (agenda["on"], agenda["answers"][0]["mode"]) == ("2026-11-21", "period_end")


def test_ask_takes_it_and_writes_it_again(run, tmp_path, monkeypatch):
    import io

    from subhub.documents import read

    path = tmp_path / "mine.yaml"
    path.write_text("platform: squarespace\n" + BLOCK, encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO("canceled\n"))
    assert run("ask", "squarespace", str(path), "-o", str(path)).code == 0
    assert read(path).data["request"]["mode"] == "period_end"


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_mistake_in_it_is_told_with_its_line(run, tmp_path, lang):
    path = tmp_path / "mine.yaml"
    path.write_text(DOCUMENT + BLOCK.replace("mode", "mod"), encoding="utf-8")
    ran = run("preview", str(path), "--lang", lang)
    assert (ran.code, ran.out) == (1, "")
    (line,) = ran.err.splitlines()
    assert f"{path}:11: request.mod: " in line and "`mode`" in line


@pytest.mark.parametrize(
    "command",
    [
        ["preview"], ["timeline"], ["unblock"], ["best", "--goal", "access"],
        ["ask", "squarespace"],
    ],
)  # fmt: skip
def test_a_mistyped_intent_is_an_error_that_names_the_nearest(run, mine, command):
    ran = run(*command, mine, "--intent", "cancle")
    assert (ran.code, ran.out) == (1, "")
    (line,) = ran.err.splitlines()
    for part in ("`cancle`", "`cancel`", "stop_sales"):
        assert part in line


def test_an_intent_of_another_platform_is_blocked(run, mine):
    ran = run("preview", mine, "--intent", "stop_sales", "--format", "json")
    assert ran.code == 3
    assert json.loads(ran.out)["blockers"][0]["code"] == "intent_not_offered"


def test_the_schema_knows_the_block(run):
    block = json.loads(run("schema", "impact").out)["properties"]["request"]
    assert set(block["anyOf"][0]["properties"]) == {"intent", "mode", "actor", "on"}
    assert block["anyOf"][0]["additionalProperties"] is False
