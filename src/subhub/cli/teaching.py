"""Help in the language of this run: ``help-…`` messages over the English in the commands.

``help-<command>`` says what a command does, ``help-line-<command>`` the same in a line,
``help-<command>-<option>`` what an option is for, ``help-any-<option>`` one that many have.
English stands with the command, so that its help needs no catalogue.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from subhub.cli import language
from subhub.once import once

if TYPE_CHECKING:
    from pathlib import Path

    import click

#: the language that stands in the commands themselves
WRITTEN_IN = "en"


def teach(message: str, english: str) -> str:
    """The help of a message id, or the English where the catalogue of this run has none."""
    lang = language.chosen()
    if lang == WRITTEN_IN:
        return english
    from subhub.words.source import plain

    return plain(_messages(lang).get(message, "")) or english


def option_message(command: str | None, option: click.Parameter) -> str:
    """The message that says what an option is for, by the longest of its names."""
    return f"help-{command}-{max(option.opts, key=len).lstrip('-')}"


def help_locale() -> Path:
    """The folder of the catalogues of help: apart, for other runs need none of it."""
    from pathlib import Path

    return Path(__file__).parent / "locale" / "help"


@once
def _messages(lang: str) -> dict[str, str]:
    from subhub.words.source import split

    return split((help_locale() / f"{lang}.ftl").read_text(encoding="utf-8"))
