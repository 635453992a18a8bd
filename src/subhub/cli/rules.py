"""``subhub rules``: a platform's policy, readable, with a source for every row."""

from __future__ import annotations

import click

from subhub.cli import language
from subhub.cli.options import Taught, complete, output_options, platform_argument


@click.command("rules", cls=Taught)
@platform_argument
@click.option("--intent", shell_complete=complete("intents"), help="Only the rules for one intent.")
@click.option(
    "--policy-as-of", metavar="DATE", help="The rules in force on a day; else the latest."
)
@output_options("text", "json", "markdown")
def command(platform: str, intent: str | None, policy_as_of: str | None, form: str,
            color: str) -> int:  # fmt: skip
    """Every rule of PLATFORM as a table: condition, result, and where it says so.

    \b
      subhub rules PLATFORM
      subhub rules PLATFORM --intent cancel
      subhub rules PLATFORM --format markdown > rules.md
    """
    from subhub.cli.misuse import Misuse
    from subhub.cli.showing import show, show_json
    from subhub.errors import one_of
    from subhub.hub import Hub

    hub = Hub()
    made = hub.catalogue(platform, policy_as_of=policy_as_of, lang=language.chosen())
    names = [each.intent for each in made.intents]
    if intent is not None and intent not in names:
        raise Misuse("unknown_value", field="--intent", value=intent, hint=one_of(names, intent))
    if intent is not None:
        chosen = tuple(each for each in made.intents if each.intent == intent)
        made = made.model_copy(update={"intents": chosen})
    if form == "json":
        show_json(made.model_dump(mode="json"))
        return 0
    from subhub.cli.rules_page import rules_page

    said = language.said_by(hub.registry.adapter(platform))
    show(form, color, rules_page(made, said, whole=intent is None))
    return 0
