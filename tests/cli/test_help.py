"""Help teaches with an example, in both languages."""

from __future__ import annotations

import pytest

from subhub.cli.app import COMMANDS as EVERY

COMMANDS = ["preview", "platforms", "rules", "init", "schema", "completion"]


@pytest.mark.parametrize("command", EVERY)
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_every_command_takes_the_short_form(run, command, lang):
    assert run(command, "-h", "--lang", lang) == run(command, "--help", "--lang", lang)


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
