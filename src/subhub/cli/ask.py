"""``subhub ask``: an interview that asks only what matters, and writes the document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from subhub.cli import outlook_options as shared
from subhub.cli.options import Taught, lang_option, platform_argument


@click.command("ask", cls=Taught, no_args_is_help=True)
@platform_argument
@click.argument("file", metavar="[FILE]", required=False, type=click.Path())
@click.option("-o", "--output", metavar="FILE",
              help="Where to write the document; by default to the screen.")  # fmt: skip
@click.option("--force", is_flag=True, help="Write over a file that is there already.")
@shared.on
@shared.mode
@shared.actor
@shared.intent
@lang_option
def command(
    platform: str, file: str | None, output: str | None, force: bool, **request: Any
) -> None:
    """Answer questions about a subscription on PLATFORM, and see what cancelling gives.

    Asks the fact that settles most, then the next, and nothing that cannot change the
    answer. FILE holds what is known already. Press Enter (or ?) where you do not know.

    \b
      subhub ask PLATFORM
      subhub ask PLATFORM -o mine.yaml
      subhub ask PLATFORM mine.yaml -o mine.yaml
    """
    from subhub.cli import outlook
    from subhub.cli.asking import Asking
    from subhub.cli.interview import Interview, written
    from subhub.cli.showing import page_of
    from subhub.documents import read
    from subhub.errors import RequestError
    from subhub.hub import Hub

    hub = Hub()
    hub.registry.adapter(platform)
    if file == "-":
        raise RequestError("answers_come_from_there")
    known = read(file).data if file else {"platform": platform}
    if known.setdefault("platform", platform) != platform:
        other = known["platform"]
        raise RequestError("other_platform", path=file, other=other, platform=platform)
    if output and output != file and not force and Path(output).exists():
        raise RequestError("path_exists", path=output)
    interview = Interview(hub, known, request)
    interview.run()
    text = written(interview.document)
    if output:
        outlook.save(output, text.encode())
        click.echo(interview.said.say("ask-written", file=output) + "\n")
    else:
        click.echo(text)
    outlook.show("text", "auto", page_of(interview.asked(), Asking(request)))
