"""Prints a page in the form that was asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from subhub.render.page import Page


def printer(form: str, color: str) -> Callable[[Page], None]:
    """What prints pages as ``text`` (in ``color`` auto, always or never) or ``markdown``."""
    if form == "markdown":
        from subhub.render import markdown

        return lambda page: click.echo(markdown.render(page))
    from subhub.render import terminal

    paint, room = terminal.Paint(colours=terminal.wants_colours(color)), terminal.columns()
    # color=True keeps click from taking the colours out again: it is decided already
    return lambda page: click.echo(terminal.render(page, paint, room), nl=False, color=True)
