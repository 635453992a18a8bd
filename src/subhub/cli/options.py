"""What the commands have in common: options, help in two languages, completion of values."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

import click

from subhub.cli import language
from subhub.cli.misuse import Choice
from subhub.cli.teaching import option_message, teach

if TYPE_CHECKING:
    from subhub.errors import AdapterBroken, AdapterConflict
    from subhub.plugin.guarded import Guarded

F = TypeVar("F", bound=Callable[..., Any])


def value_or_column(_ctx: click.Context, _param: click.Parameter, value: Any) -> Any:
    """The text as it is written, or for ``{name}`` the :class:`subhub.Column`."""
    if isinstance(value, str) and value[:1] == "{" and value[-1:] == "}":
        from subhub.model.column import Column

        return Column(value[1:-1])
    return value


def row_option(name: str, told: str, values: str = "") -> Callable[[F], F]:
    """A part of what is asked of every row; ``values`` are completed as :func:`complete` does."""
    completer = complete(values) if values else None
    return click.option(name, callback=value_or_column, shell_complete=completer, help=told)


class Taught(click.Command):
    """A command whose help speaks the language of this run."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Click's own, which tells some mistakes without the command or in a text alone."""
        single = not isinstance(self, click.Group) and not ctx.resilient_parsing
        if single:
            ctx.allow_extra_args = True
        try:
            left = super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise
        if single and left:
            from subhub.cli.misuse import Misuse

            raise Misuse("too_many_arguments", arguments=" ".join(left))
        return left

    def get_usage(self, ctx: click.Context) -> str:
        """The usage line."""
        return super().get_usage(ctx).replace("Usage:", teach("help-usage", "Usage:"), 1)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The usage line."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=teach("help-usage", "Usage:") + " ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """What the command does, and examples."""
        import inspect

        english = inspect.cleandoc(self.help or "")
        text = teach(f"help-{self.name}", english)
        if text is not english:  # click would wrap it by the number of characters
            text = "\b\n" + text.replace("\n\n", "\n\n\b\n")
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(text)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options; the ones every command has are looked up under their own name."""
        rows = []
        for param in self.get_params(ctx):
            record = param.get_help_record(ctx) if isinstance(param, click.Option) else None
            if record is None:
                continue
            shared = teach(option_message("any", param), record[1])
            rows.append((record[0], teach(option_message(self.name, param), shared)))
        with formatter.section(teach("help-options", "Options")):
            write_rows(formatter, rows)
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)


def write_rows(formatter: click.HelpFormatter, rows: list[tuple[str, str]]) -> None:
    """Names and what they are for, in two columns that also fit wide characters."""
    from subhub.render.text import pad, wrap

    margin = " " * formatter.current_indent
    first = max(len(name) for name, _ in rows) + 2
    for name, told in rows:
        lead = margin + pad(name, first)
        for line in wrap(" ".join(told.split()), formatter.width - len(lead)):
            formatter.write(lead + line + "\n")
            lead = " " * len(lead)


def output_options(*formats: str, languages: bool = False) -> Callable[[F], F]:
    """``--format``, ``--lang`` (with ``languages`` also two at once) and ``--color``."""

    def add(command: F) -> F:
        command = click.option(
            "--color",
            type=Choice(["auto", "always", "never"]),
            default="auto",
            help="Colours; by default on a terminal only. NO_COLOR and FORCE_COLOR are honoured.",
        )(command)
        command = lang_option(command, both=languages)
        return click.option(
            "--format",
            "form",
            type=Choice(formats),
            default=formats[0],
            help=f"How to print it; by default {formats[0]}.",
        )(command)

    return add


def lang_option(command: F, *, both: bool = False) -> F:
    """``--lang``; it was read before the other options, see :mod:`subhub.cli.language`."""
    return click.option(
        "--lang",
        type=Choice((*language.LANGUAGES, *(language.BOTH if both else ()))),
        expose_value=False,
        help="Language; by default the locale's.",
    )(command)


def load_adapters() -> tuple[list[Guarded], list[AdapterBroken | AdapterConflict]]:
    """The adapters that can be loaded, and an error for each that cannot."""
    from subhub.hub.registry import Registry

    return Registry().working()


def complete_platforms(_ctx: click.Context, _param: click.Parameter, begun: str) -> list[str]:
    """Completes the name of a platform."""
    from subhub.hub.registry import Registry

    return [name for name in Registry().platforms() if name.startswith(begun)]


platform_argument = click.argument("platform", shell_complete=complete_platforms)


def complete(what: str) -> Callable[[click.Context, click.Parameter, str], list[str]]:
    """A completer of ``intents``, ``modes`` or ``actors``, with those of any platform."""

    def completer(_ctx: click.Context, _param: click.Parameter, begun: str) -> list[str]:
        names: dict[str, None] = {}
        for adapter in load_adapters()[0]:
            for intent in adapter.editions()[-1].intents:
                found = (intent.name,) if what == "intents" else getattr(intent, what)
                names |= dict.fromkeys(found)
        return [name for name in names if name.startswith(begun)]

    return completer
