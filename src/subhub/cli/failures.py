"""Errors as one line each on standard error: ``subhub: FILE:LINE: field: message; hint``."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from subhub.cli import language
from subhub.cli.options import taught

if TYPE_CHECKING:
    import click

    from subhub.errors import SubhubError

ERROR, USAGE = 1, 2


def report(error: SubhubError, *, file: str = "") -> int:
    """Print every problem of ``error``, with the file it is about; the exit code."""
    from dataclasses import replace

    from subhub.errors import DocumentError

    if isinstance(error, DocumentError):
        for problem in sorted(
            error.problems, key=lambda each: (each.file, each.line or sys.maxsize)
        ):
            said = replace(problem, message=spoken(problem.message), hint=spoken(problem.hint))
            say(str(said))
    else:
        said_so = spoken(str(error)) + (f"; {spoken(error.hint)}" if error.hint else "")
        say(f"{file}: {said_so}" if file else said_so)
    return ERROR


def usage(error: click.ClickException) -> int:
    """Print what is wrong with the command line itself; the exit code."""
    from click.exceptions import NoArgsIsHelpError

    context = getattr(error, "ctx", None)
    if isinstance(error, NoArgsIsHelpError):
        print(error.format_message(), file=sys.stderr)
        return USAGE
    said = "; ".join(spoken(part) for part in error.format_message().rstrip(".").split("; "))
    if context is not None:
        hint = taught("try", "try `{} --help`").format(context.command_path)
        said += f"; {hint}" if ";" not in said else ""
    say(said)
    return error.exit_code if context is not None or error.exit_code != 1 else USAGE


def spoken(english: str) -> str:
    """The sentence of an error in the language of this run."""
    if language.chosen() != "ja":
        return english
    from subhub.cli.errors_ja import translated

    return translated(english)


def say(message: str) -> None:
    """One line on standard error, whatever the message holds."""
    print("subhub:", " ".join(message.split()), file=sys.stderr)
