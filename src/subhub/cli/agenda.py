"""``subhub agenda``: many subscriptions on one screen, and what to do by when."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import click

from subhub.cli import request_options as shared
from subhub.cli.options import Taught, output_options

if TYPE_CHECKING:
    from subhub.model.agenda import Agenda, Deadline
    from subhub.model.cancellation import Cancellation

A_MONTH = timedelta(days=31)


@click.command("agenda", cls=Taught, no_args_is_help=True)
@click.argument("paths", metavar="FOLDER...", nargs=-1, required=True, type=click.Path())
@click.option("--on", metavar="DATE", help="The day it would be done; by default today.")
@click.option("--until", metavar="DATE", help="The last day to show; by default a month ahead.")
@shared.ics
@shared.ui_lang
@output_options("text", "json", "markdown")
def command(
    paths: tuple[str, ...],
    on: str | None,
    until: str | None,
    ics: str | None,
    form: str,
    color: str,
) -> int:
    """What is there to do, for all subscriptions together?

    Shows what cancelling each would give today, the sums of refunds, what is blocked,
    the coming deadlines in order, and the order to cancel in where one depends on another
    (`depends_on`).

    \b
      subhub agenda subscriptions/
      subhub agenda subscriptions/ --until 2027-06-30 --ics deadlines.ics
    """
    from subhub.cli.agenda_files import gather
    from subhub.cli.agenda_page import agenda_parts
    from subhub.cli.saving import save_calendar
    from subhub.cli.showing import dump, show, show_json
    from subhub.hub import Hub

    hub = Hub()
    requests, code = gather(hub, paths, on)
    if not requests:
        return code
    made = hub.agenda(requests)
    last = _last_day(made.on, until)
    if ics:
        found = [(each, _days_of(each, made)) for each in made.answers]
        save_calendar(ics, hub, found, decide=True)
    if form == "json":
        show_json(dump(hub, made))
    else:
        show(form, color, *agenda_parts(made, hub, last))
    return code


def _days_of(answer: Cancellation, made: Agenda) -> list[Deadline]:
    """The deadlines of one answer."""
    whose = answer.platform, answer.subscription
    return [each for each in made.deadlines if (each.platform, each.subscription) == whose]


def _last_day(on: date, until: str | None) -> date:
    from subhub.errors import RequestError
    from subhub.model.calendar import as_day, counted_from_today

    if until is None:
        return on + A_MONTH
    last = as_day(counted_from_today(until, "UTC"), "until")
    if last < on:
        raise RequestError("before_first_day", field="until", day=last, first=on)
    return last
