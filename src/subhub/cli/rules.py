"""``subhub rules``: a platform's policy, readable, with a source for every row."""

from __future__ import annotations

import click

from subhub.cli.options import Taught, offered, output_options, platform_argument


@click.command("rules", cls=Taught)
@platform_argument
@click.option("--intent", shell_complete=offered("intents"), help="Only the rules for one intent.")
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
    from subhub.errors import one_of
    from subhub.hub.registry import Registry
    from subhub.model.calendar import as_day
    from subhub.policies.language.policy import in_force

    adapter = Registry().adapter(platform)
    editions = adapter.editions()
    policy = in_force(editions, as_day(policy_as_of, "policy_as_of")) if policy_as_of else max(
        editions, key=lambda each: each.edition.in_force
    )  # fmt: skip
    names = [each.name for each in policy.intents]
    if intent is not None and intent not in names:
        raise Misuse("unknown_value", field="--intent", value=intent, hint=one_of(names, intent))
    if form == "json":
        import json

        from subhub.cli.rules_json import as_json

        click.echo(json.dumps(as_json(policy, adapter, intent), ensure_ascii=False, indent=2))
        return 0
    from subhub.cli.page_printer import printer
    from subhub.cli.rules_page import rules_page

    printer(form, color)(rules_page(policy, adapter, intent))
    return 0
