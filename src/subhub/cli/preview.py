"""``subhub preview``: what happens if this is cancelled."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from subhub.cli import request_options as shared
from subhub.cli.misuse import Choice, Misuse
from subhub.cli.options import Taught, output_options
from subhub.documents.contents import is_folder

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from subhub.cli.asking import Detail, Show


@click.command("preview", cls=Taught, no_args_is_help=True)
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path())
@shared.on
@shared.mode
@shared.actor
@shared.intent
@shared.what_if
@click.option(
    "--explain",
    is_flag=True,
    help="Everything: rules, readings, which conditions held and with which values.",
)
@click.option(
    "--for",
    "reader",
    type=Choice(["customer"]),
    help="Leave out codes, readings and permissions, and say who does what.",
)
@click.option("--brief", is_flag=True, help="Five lines: the answer, when, what money, what first.")
@click.option("--policy-as-of", metavar="DATE", help="Answer by the rules of another day.")
@click.option("--summary", is_flag=True, help="One table of all in place of the answers.")
@shared.ics
@shared.ui_lang
@output_options("text", "json", "markdown", "html", "mail", languages=True)
def command(
    files: tuple[str, ...],
    changes: tuple[str, ...],
    form: str,
    color: str,
    ics: str | None,
    **options: Any,
) -> int:
    """What happens if the subscription in FILE is cancelled?

    FILE is YAML, JSON or TOML, `-` is standard input, a folder stands for the documents in
    it. Nothing is sent anywhere, and nothing is cancelled.

    \b
      subhub preview mine.yaml
      subhub preview mine.yaml --on 2026-11-21 --mode period_end
      subhub preview mine.yaml --set status=past_due --explain
      subhub preview mine.yaml --for customer --format html --lang en,ja
      cat mine.json | subhub preview - --format json
      subhub preview subscriptions/ --summary

    Exit code: 0 allowed or nothing to do, 1 error, 2 usage, 3 blocked, 4 unknown,
    5 not covered. With several files an error wins, then the highest of the others.
    """
    from subhub.cli.asking import Asking, ask_all

    summary, detail = options.pop("summary"), _detail(options)
    asking = Asking(options, changes, detail=detail)
    with _showing(form, color, summary, files) as show:
        if ics is None:
            return ask_all(files, asking, show)
        from subhub.cli.saving import saving_calendar

        with saving_calendar(ics, show) as show_and_keep:
            return ask_all(files, asking, show_and_keep)


def _detail(options: dict[str, Any]) -> Detail:
    """How much is told; takes the options that say it out of ``options``."""
    full, brief, reader = (options.pop(name) for name in ("explain", "brief", "reader"))
    if bool(full) + bool(brief) + bool(reader) > 1:
        raise Misuse("exclude_each_other", options="`--brief`, `--explain`, `--for`")
    return "full" if full else "brief" if brief else reader or "usual"


def _showing(
    form: str, color: str, summary: bool, files: tuple[str, ...]
) -> AbstractContextManager[Show]:
    if summary:
        from subhub.cli.summary import summarising

        return summarising(form, color)
    from subhub.cli.answers import showing_answers

    return showing_answers(form, color, several=len(files) > 1 or is_folder(files[0]))
