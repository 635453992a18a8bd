"""``subhub best``: the day and the way that serve a goal."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from subhub.cli import request_options as shared
from subhub.cli.misuse import Choice
from subhub.cli.options import Taught, output_options

if TYPE_CHECKING:
    from subhub.model.choices import Goal

GOALS: tuple[Goal, ...] = ("refund", "access", "soonest", "no-renewal")
NOT_CERTAIN = 4


@click.command("best", cls=Taught, no_args_is_help=True)
@click.argument("file", metavar="FILE", type=click.Path())
@click.option("--goal", type=Choice(GOALS), required=True, help="What it is to be best for.")
@click.option("--by", metavar="DATE", help="The last day there is time; by default in a year.")
@click.option("--on", metavar="DATE", help="The first day there is time; by default today.")
@shared.actor
@shared.intent
@shared.what_if
@shared.ics
@shared.ui_lang
@output_options("text", "json", "markdown")
def command(
    file: str,
    goal: Goal,
    by: str | None,
    on: str | None,
    changes: tuple[str, ...],
    ics: str | None,
    form: str,
    color: str,
    **request: Any,
) -> int:
    """Which day and which way are best?

    The goals: `refund` (the largest refund), `access` (longest use), `soonest` (over as soon
    as possible), `no-renewal` (no further charge).

    Exit code 4 where missing facts leave it open which is best.

    \b
      subhub best mine.yaml --goal refund
      subhub best mine.yaml --goal access --by 2027-03-31
      subhub best mine.yaml --goal no-renewal --ics mine.ics
    """
    from subhub.cli.asking import ask_about
    from subhub.cli.best_page import best_page
    from subhub.cli.language import said_by
    from subhub.cli.saving import save
    from subhub.cli.showing import dump, show, show_json
    from subhub.hub import Hub

    hub = Hub()
    asked = ask_about(hub, file, changes, on=on, **request)
    question = asked.question
    made = hub.advise(asked.request, goal=goal, by=by)
    said = said_by(question.adapter)
    if ics:
        from subhub.render.ics import of_advice

        save(ics, of_advice(made, said, question.adapter.title))
    if form == "json":
        show_json(dump(hub, made))
    else:
        show(form, color, best_page(made, asked, said))
    return 0 if made.certain else NOT_CERTAIN
