"""``subhub new-adapter``: a package for a platform of one's own, whose tests pass at once."""

from __future__ import annotations

import click

from subhub.cli.options import Taught, lang_option


@click.command("new-adapter", cls=Taught)
@click.argument("name")
@click.option("--into", metavar="FOLDER", help="Where to write it; by default subhub-NAME here.")
@lang_option
def command(name: str, into: str | None) -> int:
    """Write the package of an adapter for the platform NAME: facts, sources, rules, words, tests.

    What it says is made up and its tests pass; replace it, page in hand, in the order that
    its README tells.

    \b
      subhub new-adapter gym
      subhub new-adapter gym --into ~/adapters/gym
    """
    from pathlib import Path

    from subhub.cli.language import said_by
    from subhub.cli.showing import put_lines
    from subhub.cli.template import write_adapter

    folder = Path(into if into is not None else f"subhub-{name}")
    written = write_adapter(name, folder)
    said = said_by()
    told = said.say("ui-new-adapter", readme=str(folder / "README.md"))
    steps = (f"cd {folder}", "pip install -e '.[test]'", "pytest")
    put_lines(*map(str, written), "", told, *(f"  {step}" for step in steps))
    return 0
