"""``subhub timeline``: how the answer changes with the day it is asked about."""

from __future__ import annotations

from typing import Any

import click

from subhub.cli import request_options as shared
from subhub.cli.options import Taught, complete, output_options


@click.command("timeline", cls=Taught, no_args_is_help=True)
@click.argument("file", metavar="FILE", type=click.Path())
@click.option("--since", metavar="DATE", help="The first day; by default today.")
@click.option("--until", metavar="DATE", help="The day to stop before; by default a year later.")
@click.option("--mode", shell_complete=complete("modes"),
              help="How it would end; by default every way, below each other.")  # fmt: skip
@shared.actor
@shared.intent
@shared.what_if
@click.option("--svg", metavar="FILE", help="Also write the picture as SVG, for a page or a mail.")
@shared.ics
@shared.ui_lang
@output_options("text", "json", "markdown")
def command(
    file: str,
    since: str | None,
    until: str | None,
    mode: str | None,
    changes: tuple[str, ...],
    svg: str | None,
    ics: str | None,
    form: str,
    color: str,
    **request: Any,
) -> None:
    """When does the answer change, and why?

    Shows the spans of days in which it stays the same: a bar for each way to end it,
    then what changes on which day, because of which fact and by which rule.

    \b
      subhub timeline mine.yaml
      subhub timeline mine.yaml --until 2027-12-31 --mode immediate
      subhub timeline mine.yaml --svg mine.svg --ics mine.ics
    """
    from subhub.cli.asking import ask_about
    from subhub.cli.language import said_by
    from subhub.cli.saving import save
    from subhub.cli.showing import dump, show, show_json
    from subhub.cli.timeline_page import timeline_parts
    from subhub.cli.values import about
    from subhub.hub import Hub

    hub = Hub()
    named = None if mode == "all" else mode
    asked = ask_about(hub, file, changes, on=since, mode=named, **request)
    question = asked.question
    modes = question.intent.modes if question.intent is not None else ()
    if mode != "all" and asked.request.mode:
        modes = (asked.request.mode,)
    made = [hub.timeline(asked.request, until=until, mode=each) for each in modes or (None,)]
    said = said_by(question.adapter)
    if svg:
        from subhub.render.svg import draw

        renewal = question.next_charge(made[0].since)
        title = about(asked, said)
        save(svg, draw(made, said, title=title, renewal=renewal))
    if ics:
        from subhub.render.ics import of_timelines

        save(ics, of_timelines(made, question.next_charge, said, asked.question.adapter.title))
    if form == "json":
        show_json([dump(hub, each) for each in made])
    else:
        show(form, color, *timeline_parts(made, asked, said))
