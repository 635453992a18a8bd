"""What the commands about time and choice share: reading one file, and showing their pages."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from subhub.cli import language
from subhub.cli.language import said_by

if TYPE_CHECKING:
    from typing import Unpack

    from subhub.cli.asking import Asked
    from subhub.hub import Hub
    from subhub.model.agenda import Deadline
    from subhub.model.cancellation import Cancellation
    from subhub.model.request import RequestOptions
    from subhub.render.page import Page
    from subhub.words import Words


@dataclass(frozen=True, slots=True)
class Picture:
    """Lines that are shown as they are, between pages."""

    lines: tuple[str, ...]


def asked_about(
    hub: Hub, file: str, changes: Sequence[str], **request: Unpack[RequestOptions]
) -> Asked:
    """One file, read and asked about. Raises :class:`SubhubError` and usage errors."""
    from subhub.cli.asking import Asking, ask_one
    from subhub.errors import RequestError

    if file != "-" and Path(file).is_dir():
        raise RequestError("folder_given", path=file)
    return ask_one(hub, Path(file), Asking(request, changes))


def about(asked: Asked, said: Words, *more: str) -> str:
    """What was asked, in a line: platform, the user's name for it, and more."""
    parts = [asked.question.adapter.title, asked.question.subscription.id, *more]
    return " · ".join(part for part in parts if part)


def mode_name(mode: str | None, said: Words) -> str:
    """A mode as people call it; nothing where there is no choice."""
    return said.say(f"mode-{mode}") if mode else ""


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


def dumped(hub: Hub, made: Any) -> Any:
    """The JSON document of what the hub made, sentences in the language of this run."""
    return hub.say(made, language.chosen()).model_dump(mode="json")


def can_draw(characters: str = "█░▓▒×·│▼") -> bool:
    """Whether standard output can show the characters pictures are made of."""
    try:
        characters.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


@contextmanager
def showing_and_saving(path: str, show: Callable[..., None]) -> Iterator[Callable[..., None]]:
    """What shows answers as ``show`` does, and writes all of them as a calendar at the end."""
    from subhub.hub import Hub

    kept: list[Asked] = []

    def show_and_keep(asked: Asked, *more: Any) -> None:
        kept.append(asked)
        show(asked, *more)

    yield show_and_keep
    hub = Hub()
    save_calendar(path, hub, [(each.answer, hub.deadlines(each.question)) for each in kept])


def save_calendar(
    path: str,
    hub: Hub,
    found: Iterable[tuple[Cancellation, Iterable[Deadline]]],
    *,
    decide: bool = False,
) -> None:
    """Write the days of answers as a calendar, with ``decide`` only those to decide by.

    None is written where there are no answers.
    """
    from subhub.render.ics import of_answers

    answered = [(answer, days, said_by(hub.registry.adapter(answer.platform)))
                for answer, days in found]  # fmt: skip
    if not answered:
        return
    names = {hub.registry.adapter(answer.platform).title for answer, _, _ in answered}
    name = names.pop() if len(names) == 1 else said_by().say("ics-agenda")
    save(path, of_answers(answered, said_by().say("ics-name", what=name), decide=decide))


def save(path: str, content: bytes) -> None:
    """Write a file as a whole or not at all; `-` is standard output.

    Raises :class:`RequestError` where it cannot be written.
    """
    import os
    from tempfile import NamedTemporaryFile

    from subhub.errors import RequestError

    if path == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        return
    target = Path(path)
    temporary = None
    try:
        with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as made:
            temporary = Path(made.name)
            made.write(content)
        umask = os.umask(0)
        os.umask(umask)
        temporary.chmod(0o666 & ~umask)
        temporary.replace(target)
    except OSError as error:
        if temporary is not None:
            temporary.unlink(missing_ok=True)
        reason = (error.strerror or str(error)).lower()
        raise RequestError("path_unwritable", path=path, reason=reason) from None
