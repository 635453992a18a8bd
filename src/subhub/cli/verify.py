"""``subhub verify``: what is proved about a platform's rules, and what is not."""

from __future__ import annotations

import click

from subhub.cli.options import Taught, complete, output_options, platform_argument

REFUTED, OPEN = 3, 4


@click.command("verify", cls=Taught)
@platform_argument
@click.option("--intent", shell_complete=complete("intents"), help="Only the rules for one intent.")
@click.option(
    "--policy-as-of", metavar="DATE", help="The rules in force on a day; else the latest."
)
@click.option("--on", metavar="DATE", help="The day of the examples; by default today.")
@output_options("text", "json", "markdown")
def command(platform: str, intent: str | None, policy_as_of: str | None, on: str | None,
            form: str, color: str) -> int:  # fmt: skip
    """What is proved about the rules of PLATFORM, over all complete documents?

    Shows which cases fall to the last row of a table or are not covered, which rows hold
    together so that their order is meaning, whether some row can never decide, and whether
    days and amounts stay within what can be. Each is proved, or shown by an example. Needs
    the extra `check`.

    Exit code 3 where something is refuted, 4 where something could not be proved.

    \b
      subhub verify PLATFORM
      subhub verify PLATFORM --intent cancel --format json
    """
    from subhub.cli.language import said_by
    from subhub.cli.misuse import Misuse
    from subhub.cli.showing import show, show_json
    from subhub.errors import one_of
    from subhub.hub import Hub

    hub = Hub()
    names = [each.intent for each in hub.catalogue(platform, policy_as_of=policy_as_of).intents]
    if intent is not None and intent not in names:
        raise Misuse("unknown_value", field="--intent", value=intent, hint=one_of(names, intent))
    made = hub.verify(platform, intent=intent, policy_as_of=policy_as_of, on=on)
    if form == "json":
        show_json(made.model_dump(mode="json"))
    else:
        from subhub.cli.verify_page import verify_page

        show(form, color, verify_page(made, said_by(hub.registry.adapter(platform))))
    return REFUTED if made.refuted else 0 if made.proved else OPEN
