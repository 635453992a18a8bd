"""``subhub diff``: which rules changed, and which subscriptions are answered differently."""

from __future__ import annotations

import click

from subhub.cli.options import Taught, output_options, platform_argument


@click.command("diff", cls=Taught)
@platform_argument
@click.argument("paths", metavar="[FOLDER]...", nargs=-1, type=click.Path())
@click.option("--from", "since", metavar="EDITION", help="An edition, or a day it was in force.")
@click.option("--to", "until", metavar="EDITION", help="Another one; by default the latest.")
@click.option("--on", metavar="DATE", help="The day it would be done; by default today.")
@output_options("text", "json", "markdown")
def command(platform: str, paths: tuple[str, ...], since: str | None, until: str | None,
            on: str | None, form: str, color: str) -> int:  # fmt: skip
    """Which rules of PLATFORM changed from one edition to another, and for whom?

    Without --from it is the edition before. Of the documents in FOLDER, those of the platform
    are asked about under both editions; the ones that are answered differently are listed.

    \b
      subhub diff PLATFORM --from 2024-12 --to 2026-11
      subhub diff PLATFORM subscriptions/ --from 2025-06-30
    """
    from subhub.cli.agenda_files import gather
    from subhub.cli.diff_page import diff_page
    from subhub.cli.language import said_by
    from subhub.cli.showing import show, show_json
    from subhub.hub import Hub

    hub = Hub()
    requests, code = gather(hub, paths, on) if paths else ([], 0)
    made = hub.diff(platform, since, until, documents=requests)
    if form == "json":
        show_json(made.model_dump(mode="json"))
    else:
        show(form, color, diff_page(made, said_by(hub.registry.adapter(platform))))
    return code
