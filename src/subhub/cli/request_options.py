"""The options of a request, and others that several commands share."""

from __future__ import annotations

import click

from subhub.cli import language
from subhub.cli.misuse import Choice
from subhub.cli.options import complete

actor = click.option(
    "--actor", metavar="ACTOR", shell_complete=complete("actors"), help="Who would do it."
)
mode = click.option(
    "--mode",
    metavar="MODE",
    shell_complete=complete("modes"),
    help="How it would end, where the platform offers a choice.",
)
intent = click.option(
    "--intent",
    metavar="INTENT",
    shell_complete=complete("intents"),
    help="What would be done; by default cancel.",
)
on = click.option("--on", metavar="DATE", help="The day it would be done; by default today.")
what_if = click.option(
    "--set",
    "changes",
    metavar="FACT=VALUE",
    multiple=True,
    help="What if? Take VALUE for a fact of the document; `FACT=` makes it unknown.",
)
ics = click.option("--ics", metavar="FILE", help="Also write the days as a calendar.")


def _screens_in(_ctx: click.Context, _param: click.Parameter, value: str | None) -> None:
    language.choose_ui(value)


ui_lang = click.option(
    "--ui-lang",
    type=Choice((*language.LANGUAGES, "both")),
    callback=_screens_in,
    expose_value=False,
    help="Language of the platform's own screens, or both; by default the answer's.",
)
