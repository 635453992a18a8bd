"""Mistakes in the command line itself: ours, and click's by their type instead of their text."""

from __future__ import annotations

from typing import Any

import click

from subhub.errors import Hint, SubhubError, did_you_mean, one_of
from subhub.inert import whole_number


class Misuse(SubhubError):
    """A command line that cannot be understood; ends with the exit code for wrong usage."""


class Choice(click.Choice[str]):
    """One of some words; any other names the nearest."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The word itself."""
        if value in self.choices:
            return str(value)
        raise Misuse(
            "unknown_value", field=_name(param), value=value, hint=one_of(self.choices, value)
        )


class Whole(click.ParamType[int]):
    """A whole number."""

    name = "integer"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number."""
        number = value if isinstance(value, int) else whole_number(value)
        if number is None:
            raise Misuse("not_whole", field=_name(param), value=value)
        return number


def understood(error: click.ClickException) -> Misuse:
    """What click found wrong, as one of our own mistakes."""
    context: click.Context | None = getattr(error, "ctx", None)
    help_hint = Hint("try_help", command=context.command_path if context else "subhub")
    match error:
        case click.NoSuchOption():
            known = [name for param in _params(context) for name in param.opts]
            hint = did_you_mean(error.option_name, known) or help_hint
            return Misuse("unknown_option", value=error.option_name, hint=hint)
        case click.MissingParameter():
            return _missing(error.param, help_hint)
        case click.BadOptionUsage():
            return _without_value(error.option_name, context, help_hint)
    return Misuse("wrong_usage", reason=error.format_message().rstrip("."), hint=help_hint)


def _missing(param: click.Parameter | None, hint: Hint) -> Misuse:
    if isinstance(param, click.Option):
        if isinstance(param.type, click.Choice):
            hint = one_of(param.type.choices)
        return Misuse("missing_option", field=_name(param), hint=hint)
    return Misuse("missing_argument", field=_name(param), hint=hint)


def _without_value(name: str, context: click.Context | None, hint: Hint) -> Misuse:
    option = next((each for each in _params(context) if name in each.opts), None)
    if isinstance(option, click.Option) and option.is_flag:
        return Misuse("takes_no_value", field=name, hint=hint)
    if option is not None and option.nargs > 1:
        return Misuse("needs_values", field=name, count=option.nargs, hint=hint)
    return Misuse("needs_value", field=name, hint=hint)


def _params(context: click.Context | None) -> list[click.Parameter]:
    return context.command.get_params(context) if context else []


def _name(param: click.Parameter | None) -> str:
    """As it is written: ``--format`` or ``PLATFORM``."""
    if param is None:
        return ""
    if isinstance(param, click.Option):
        return param.opts[-1]
    return param.metavar or param.human_readable_name
