"""The command ``subhub`` itself: finds its commands, each a module that is imported when used."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import click

from subhub.cli import language
from subhub.cli.misuse import Choice
from subhub.cli.options import Taught

#: each command, where it lives, and what it is for in a line
COMMANDS = {
    "preview": "What happens if this is cancelled (or resumed, …)?",
    "timeline": "When does the answer change, and why?",
    "compare": "All ways side by side on one day.",
    "best": "The day and the way that serve a goal.",
    "unblock": "The changes that make it possible.",
    "agenda": "Many subscriptions: what to do, and by when.",
    "audit": "Which documents need care, and what to fill in first.",
    "ask": "An interview that asks only what matters.",
    "scan": "Every row of a Parquet, CSV or JSON Lines file answered, into another file.",
    "sql": "A platform's rules as one SELECT for your warehouse.",
    "platforms": "The platforms that are installed, and what each offers.",
    "rules": "Every rule of a platform, with its source.",
    "verify": "What is proved about a platform's rules, and what is not.",
    "diff": "Which rules changed between editions, and for which subscriptions.",
    "init": "Write a commented document to fill in.",
    "new-adapter": "Write the package of an adapter for a platform of your own.",
    "schema": "The JSON Schema of a platform's documents.",
    "completion": "Print the script that completes commands in your shell.",
}


class Commands(Taught, click.Group):
    """A group that imports a command only when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command, in the order one meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = import_module(f"subhub.cli.{cmd_name.replace('-', '_')}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command named first; an unknown one names the nearest."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-"):
            from subhub.cli.misuse import Misuse
            from subhub.errors import did_you_mean, one_of

            if name in _intents():
                intent = "" if name == "cancel" else f" --intent {name}"
                raise Misuse("intent_as_command", value=name, asked=f"subhub preview FILE{intent}")
            hint = did_you_mean(name, COMMANDS) or one_of(COMMANDS)
            raise Misuse("unknown_command", value=name, hint=hint)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without importing any of them."""
        from subhub.cli.options import write_rows
        from subhub.cli.teaching import teach

        with formatter.section(teach("help-commands", "Commands")):
            write_rows(
                formatter,
                [(name, teach(f"help-line-{name}", told)) for name, told in COMMANDS.items()],
            )


def _intents() -> list[str]:
    from subhub.hub.registry import Registry

    return Registry().intents()


def _version(ctx: click.Context, _param: click.Parameter, value: Any) -> None:
    if value and not ctx.resilient_parsing:
        from subhub import __version__
        from subhub.cli.showing import put_lines

        put_lines(f"subhub {__version__}")
        ctx.exit()


@click.group(
    cls=Commands,
    name="subhub",
    no_args_is_help=True,
    context_settings={"help_option_names": ["--help", "-h"]},  # every command inherits them
)
@click.option(
    "--version",
    "-V",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Show the version and leave.",
)
@click.option(
    "--lang",
    type=Choice(language.LANGUAGES),
    expose_value=False,
    help="Language; by default the locale's.",
)
def app() -> None:
    """What happens if I cancel this? Answered before anyone clicks, with its source.

    Write what you know about a subscription into a file, then ask:

    \b
      subhub init PLATFORM -o mine.yaml     a document to fill in
      subhub preview mine.yaml              the answer
      subhub platforms                      the platforms there are
    """
