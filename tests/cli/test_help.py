"""Help teaches with an example, in both languages."""

from __future__ import annotations

from importlib import import_module

import click
import pytest
from fluent.syntax import FluentParser
from fluent.syntax.ast import Junk

from subhub.cli.app import COMMANDS as EVERY
from subhub.cli.app import app
from subhub.cli.teaching import WRITTEN_IN, help_locale, option_message
from subhub.words import LANGUAGES
from subhub.words.catalogue import read
from subhub.words.source import plain

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


OTHERS = [lang for lang in LANGUAGES if lang != WRITTEN_IN]
HEADINGS = {"help-usage", "help-options", "help-commands"}


def options(command: click.Command) -> list[click.Parameter]:
    shown = command.get_params(click.Context(command))
    return [each for each in shown if isinstance(each, click.Option)]


def test_every_command_and_option_has_its_help_in_every_language():
    for lang in OTHERS:
        there = read(help_locale(), lang)
        said = set(HEADINGS)
        for name in ("subhub", *EVERY):
            module = f"subhub.cli.{name.replace('-', '_')}"
            command = app if name == "subhub" else import_module(module).command
            said |= {f"help-{name}"} | ({f"help-line-{name}"} if name != "subhub" else set())
            for option in options(command):
                assert option.help, (name, option.opts)
                own, shared = option_message(name, option), option_message("any", option)
                assert {own, shared} & there.keys(), own
                said |= {own if own in there else shared}
        assert sorted(said - there.keys()) == []
        assert sorted(there.keys() - said) == []
        assert [name for name, source in there.items() if plain(source) is None] == []


@pytest.mark.parametrize("lang", OTHERS)
def test_the_catalogue_of_help_parses(lang):
    body = FluentParser().parse((help_locale() / f"{lang}.ftl").read_text(encoding="utf-8")).body
    assert [each.content for each in body if isinstance(each, Junk)] == []
