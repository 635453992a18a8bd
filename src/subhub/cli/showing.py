"""Shows pages, pictures, JSON and lines: the one way to print anything.

What is printed has passed the encoder of its channel: :func:`put` takes nothing else, and no
other module of the command line prints.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from subhub.cli import language
from subhub.inert import inert
from subhub.render.encoders import Encoded, json_text, plain

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
            put(_markdown(part, 2 if number else 1))
            continue
        shown = (
            terminal.render(part, paint, room)
            if isinstance(part, Page)
            else Encoded("\n".join(map(inert, part.lines)))
        )
        shown = Encoded(shown.replace("\n\n\n", "\n\n").strip("\n"))
        put(Encoded("\n" + shown if number else shown))


def put(text: Encoded, *, end: str = "\n", err: bool = False) -> None:
    """Print what has been encoded, on standard output or standard error."""
    # color=True keeps click from taking the colours out again: it is decided already
    click.echo(text + end, nl=False, err=err, color=True)


def put_lines(*lines: str, err: bool = False) -> None:
    """Print lines, each of them one line whatever was put into it; none is an empty one."""
    put(Encoded("\n".join(map(inert, lines))), err=err)


def put_text(text: str, *, end: str = "\n") -> None:
    """Print a text of several lines that holds no more of them than we wrote."""
    put(plain(text), end=end)


def _markdown(part: Page | Picture, level: int) -> Encoded:
    """Pages from a heading of that level on; pictures as they are."""
    from subhub.render import markdown

    if isinstance(part, Picture):
        return markdown.fenced(part.lines)
    return Encoded(markdown.render(part, level).removeprefix(f"{'#' * level} \n\n"))


def show_json(document: Any) -> None:
    """Print what other programs read."""
    put(json_text(document))


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
