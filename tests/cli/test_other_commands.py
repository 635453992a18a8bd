"""platforms, rules, init, schema, completion, and help in both languages."""

from __future__ import annotations

import json

import pytest

PLATFORMS = ["expa", "impact", "squarespace"]
COMMANDS = ["preview", "platforms", "rules", "init", "schema", "completion"]


def test_platforms(run):
    ran = run("platforms")
    assert (ran.code, ran.err) == (0, "")
    for part in ("Squarespace", "`digital_products`", "--mode `period_end`", "--actor `buyer`"):
        assert part in " ".join(ran.out.split())
    assert ran.out.count("a person does every step") == 3


def test_platforms_as_json(run):
    found = {
        each["platform"]: each for each in json.loads(run("platforms", "--format", "json").out)
    }
    assert sorted(found) == PLATFORMS
    assert found["squarespace"]["intents"][0] == {
        "intent": "cancel",
        "modes": ["immediate", "period_end"],
        "actors": ["administrator", "billing", "contributor"],
    }
    assert found["impact"]["automated"] == []


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("form", ["text", "markdown"])
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_rules_show_every_rule_row_and_reading(run, platform, form, lang):
    dump = json.loads(run("rules", platform, "--format", "json").out)
    ran = run("rules", platform, "--format", form, "--lang", lang)
    assert (ran.code, ran.err) == (0, "")
    said = ran.out.replace("\\", "")
    for each in dump["rules"]:
        assert each["id"] in said and each["url"] in said
    for intent in dump["intents"]:
        for part in ("not_covered", "nothing_to_do", "blockers", "outcomes", "consequences",
                     "prepare", "steps"):  # fmt: skip
            for row in intent[part]:
                assert f"`{row['code']}`" in said
                assert row["rules"]
    for reading in dump["readings"]:
        assert reading in said


def test_rules_of_one_intent(run):
    said = run("rules", "squarespace", "--intent", "resume").out
    assert "resumed_in_pause" in said and "ended_now" not in said


def test_rules_before_the_first_edition(run):
    ran = run("rules", "squarespace", "--policy-as-of", "2020-01-01")
    assert ran.code == 1
    assert "2020-01-01" in ran.err


@pytest.mark.parametrize("command", ["rules", "init", "schema"])
def test_an_unknown_platform_names_the_nearest(run, command):
    ran = run(command, "squarspace")
    assert (ran.code, ran.out) == (1, "")
    assert "`squarespace`" in ran.err


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_blank_document_can_be_asked_about(run, tmp_path, platform, lang):
    path = tmp_path / "mine.yaml"
    assert run("init", platform, "-o", str(path), "--lang", lang).code == 0
    text = path.read_text(encoding="utf-8")
    model = json.loads(run("schema", platform).out)
    for key in model["properties"]:
        assert f"\n{key}:" in text
    ran = run("preview", str(path), "--on", "2026-11-21", "--lang", lang)
    assert (ran.code, ran.err) == (4, "")
    assert "`ui-" not in text + ran.out


def test_init_writes_over_nothing(run, tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("mine")
    ran = run("init", "impact", "-o", str(path))
    assert ran.code == 1
    assert "--force" in ran.err
    assert path.read_text() == "mine"
    assert run("init", "impact", "-o", str(path), "--force").code == 0
    assert "platform: impact" in path.read_text(encoding="utf-8")


def test_init_where_nothing_can_be_written(run, tmp_path):
    ran = run("init", "impact", "-o", str(tmp_path / "no" / "such" / "folder.yaml"))
    assert ran.code == 1
    assert len(ran.err.splitlines()) == 1


def test_schema(run):
    schema = json.loads(run("schema", "impact").out)
    assert schema["properties"]["platform"]["const"] == "impact"
    assert schema["additionalProperties"] is False


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_script(run, shell):
    ran = run("completion", shell)
    assert ran.code == 0
    assert "_SUBHUB_COMPLETE" in ran.out


@pytest.mark.parametrize(
    "words, begun, offered",
    [
        (["pre"], "pre", {"preview"}),
        (["rules", "s"], "s", {"squarespace"}),
        (["preview", "x.yaml", "--mode", "p"], "p", {"period_end"}),
        (["preview", "x.yaml", "--lang", ""], "", {"en", "ja"}),
    ],
)
def test_completion_offers_values(installed, words, begun, offered):
    ran = installed(
        _SUBHUB_COMPLETE="bash_complete", COMP_WORDS=" ".join(["subhub", *words]),
        COMP_CWORD=str(len(words)),
    )  # fmt: skip
    assert {line.partition(",")[2] for line in ran.out.splitlines()} == offered


# Help


@pytest.mark.parametrize("command", COMMANDS)
def test_help_teaches_with_an_example(run, command):
    ran = run(command, "--help")
    assert ran.code == 0
    assert f"\n    subhub {command} " in ran.out or f"$(subhub {command} " in ran.out


@pytest.mark.parametrize("command", COMMANDS)
def test_help_in_japanese_leaves_no_english_sentence(run, command):
    from wcwidth import wcswidth

    said = run(command, "--help", "--lang", "ja").out
    english = run(command, "--help").out
    assert "使い方:" in said and "オプション" in said
    shared = set(said.splitlines()) & set(english.splitlines())
    assert not [line for line in shared if line.rstrip().endswith(".")]
    assert max(wcswidth(line) for line in said.splitlines()) <= 80


def test_help_speaks_the_language_of_the_locale(run, monkeypatch):
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    assert "コマンド" in run("--help").out
    monkeypatch.setenv("LC_ALL", "C")
    assert "Commands" in run("--help").out


def test_every_command_of_this_part_is_listed(run):
    said = run("--help").out
    for command in COMMANDS:
        assert f"\n  {command} " in said
