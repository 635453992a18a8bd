"""``subhub unblock``: the sets of changes that make it possible and hold none to spare."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from subhub.cli import request_options as shared
from subhub.cli.misuse import Choice
from subhub.cli.options import Taught, output_options

if TYPE_CHECKING:
    from subhub.model.cancellation import Cancellation

_GOALS = ("possible", "refund", "full-refund", "at-once")
NO_WAY_OUT, NOT_CERTAIN = 3, 4


@click.command("unblock", cls=Taught, no_args_is_help=True)
@click.argument("file", metavar="FILE", type=click.Path())
@click.option("--goal", type=Choice(_GOALS), default="possible",
              help="What is to be reached; by default that it is possible at all.")  # fmt: skip
@shared.on
@shared.mode
@shared.actor
@shared.intent
@shared.what_if
@shared.ui_lang
@output_options("text", "json", "markdown")
def command(
    file: str, goal: str, changes: tuple[str, ...], form: str, color: str, **request: Any
) -> int:
    """What has to change so that it is possible?

    Shows every set of changes (pay, wait, do it another way, have it done) of which
    none can be left out, and what the rules say after each. The goals: `possible`, `refund`
    (a refund is certain), `full-refund`, `at-once` (it ends on the day it is done).

    Exit code 3 where no set of up to three changes reaches it, 4 where facts are missing to
    tell.

    \b
      subhub unblock mine.yaml
      subhub unblock mine.yaml --goal full-refund
    """
    from subhub.cli.asking import ask_about
    from subhub.cli.language import said_by
    from subhub.cli.showing import dump, show, show_json
    from subhub.cli.unblock_page import is_open, unblock_page
    from subhub.hub import Hub

    hub = Hub()
    asked = ask_about(hub, file, changes, **request)
    found = hub.unblock(asked.request, wanted=_wanted(goal))
    if form == "json":
        show_json([dump(hub, each) for each in found])
    else:
        said = said_by(asked.question.adapter)
        show(form, color, unblock_page(found, asked, said, plain=goal == "possible"))
    if not found and is_open(asked.answer):
        return NOT_CERTAIN
    return 0 if found else NO_WAY_OUT


def _wanted(goal: str) -> Callable[[Cancellation], bool] | None:
    """Whether an answer reaches the goal; ``None`` for that it is allowed."""

    def reached(answer: Cancellation) -> bool:
        if answer.verdict != "allowed":
            return False
        refund = answer.refund
        if goal == "at-once":
            return answer.ends_on == answer.on
        if refund is None:
            return False
        full = refund.kind == "full"
        return (
            full if goal == "full-refund" else full or bool(refund.amount and refund.amount.amount)
        )

    return None if goal == "possible" else reached
