"""Shows pages, pictures and JSON on standard output: the one way to print a result."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from subhub.cli import language

if TYPE_CHECKING:
    from subhub.hub import Hub
    from subhub.render.page import Page


@dataclass(frozen=True, slots=True)
class Picture:
    """Lines that are shown as they are, between pages."""

    lines: tuple[str, ...]


def show(form: str, color: str, *parts: Page | Picture) -> None:
    """Print pages and pictures one below the other, as text or Markdown."""
    from subhub.render import terminal
    from subhub.render.page import Page

    paint, room = terminal.Paint(colours=terminal.wants_colours(color)), terminal.columns()
    for number, part in enumerate(parts):
        if form == "markdown":
            click.echo(_markdown(part, 2 if number else 1))
            continue
        shown = (
            terminal.render(part, paint, room) if isinstance(part, Page) else "\n".join(part.lines)
        )
        shown = shown.replace("\n\n\n", "\n\n").strip("\n")
        # color=True keeps click from taking the colours out again: it is decided already
        click.echo(("\n" if number else "") + shown, color=True)


def _markdown(part: Page | Picture, level: int) -> str:
    """Pages from a heading of that level on; pictures as they are."""
    if isinstance(part, Picture):
        return "\n".join(["```text", *part.lines, "```", ""])
    from subhub.render import markdown

    return markdown.render(part, level).removeprefix(f"{'#' * level} \n\n")


def show_json(document: Any) -> None:
    """Print what other programs read."""
    import json

    click.echo(json.dumps(document, ensure_ascii=False, indent=2))


def dump(hub: Hub, made: Any) -> Any:
    """The JSON document of what the hub made, sentences in the language of this run."""
    return hub.say(made, language.chosen(), ui=language.ui()).model_dump(mode="json")


def can_draw(characters: str = "█░▓▒×·│▼") -> bool:
    """Whether standard output can show the characters pictures are made of."""
    try:
        characters.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return False
    return True
