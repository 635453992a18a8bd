"""``subhub audit``: which documents need care, and what to fill in first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from subhub.cli.options import Taught, output_options

if TYPE_CHECKING:
    from subhub.hub import Hub
    from subhub.hub.audit import Examined

FACTS_MISSING = 4


@click.command("audit", cls=Taught, no_args_is_help=True)
@click.argument("paths", metavar="FOLDER...", nargs=-1, required=True, type=click.Path())
@click.option("--on", metavar="DATE", help="The day it would be done; by default today.")
@output_options("text", "json", "markdown")
def command(paths: tuple[str, ...], on: str | None, form: str, color: str) -> int:
    """Which documents need care, and what is to be filled in first?

    Shows which documents cannot be used, which have days that have passed, and which lack
    facts that matter for some way to cancel. Then the facts to fill in, the one that settles
    most over all documents first.

    Exit code 4 where facts are missing or have passed, 1 where a document cannot be used.

    \b
      subhub audit subscriptions/
      subhub audit subscriptions/ --format markdown > to-do.md
    """
    from subhub.cli.audit_page import audit_page
    from subhub.cli.failures import ERROR
    from subhub.cli.showing import show, show_json
    from subhub.hub import Hub
    from subhub.hub.audit import sum_up

    hub = Hub()
    made = sum_up(_findings(hub, paths, on))
    if form == "json":
        show_json(made.model_dump(mode="json"))
    else:
        show(form, color, audit_page(made, hub, " · ".join(paths)))
    if made.of("unusable"):
        return ERROR
    return FACTS_MISSING if made.of("stale") or made.of("incomplete") else 0


def _findings(hub: Hub, paths: tuple[str, ...], on: str | None) -> list[Examined]:
    """Each file examined; what keeps one from being used is told at once, and is in the audit."""
    from subhub.cli.asking import Asking, ask_one
    from subhub.cli.failures import report
    from subhub.documents import find
    from subhub.errors import SubhubError
    from subhub.hub.audit import examine, unusable

    asking = Asking({"on": on})
    asking.check()
    found = []
    for path in find(paths):
        try:
            asked = ask_one(hub, path, asking)
        except SubhubError as error:
            report(error, file=str(path))
            found.append(unusable(str(path), error))
        else:
            found.append(examine(str(path), asked.question))
    return found
