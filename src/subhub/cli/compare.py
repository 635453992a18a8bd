"""``subhub compare``: every way to do it, side by side on one day."""

from __future__ import annotations

import click

from subhub.cli import request_options as shared
from subhub.cli.options import Taught, output_options


@click.command("compare", cls=Taught, no_args_is_help=True)
@click.argument("file", metavar="FILE", type=click.Path())
@shared.on
@shared.actor
@shared.what_if
@shared.ui_lang
@output_options("text", "json", "markdown")
def command(
    file: str, on: str | None, actor: str | None, changes: tuple[str, ...], form: str, color: str
) -> None:
    """Which way gives what?

    Shows every intent and mode the platform offers side by side, then what each gains and
    forgoes against the others.

    \b
      subhub compare mine.yaml
      subhub compare mine.yaml --on 2026-11-21 --actor billing
    """
    from subhub.cli.asking import ask_about
    from subhub.cli.compare_page import compare_parts
    from subhub.cli.language import said_by
    from subhub.cli.showing import dump, show, show_json
    from subhub.hub import Hub

    hub = Hub()
    asked = ask_about(hub, file, changes, on=on, actor=actor)
    made = hub.compare(asked.request)
    if form == "json":
        show_json(dump(hub, made))
    else:
        said = said_by(asked.question.adapter)
        show(form, color, *compare_parts(made, asked, said))
