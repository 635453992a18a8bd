"""Saves files: the days of answers as a calendar, and whatever else is to be kept."""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from subhub.cli.language import said_by

if TYPE_CHECKING:
    from subhub.cli.asking import Asked
    from subhub.hub import Hub
    from subhub.model.agenda import Deadline
    from subhub.model.cancellation import Cancellation


@contextmanager
def saving_calendar(path: str, show: Callable[..., None]) -> Iterator[Callable[..., None]]:
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
    """Write a file as a whole or not at all; ``-`` is standard output.

    Raises :class:`RequestError` where it cannot be written.
    """
    if path == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        return
    from subhub.frames.together import writing_to, written_together

    place = Path(path)
    with writing_to(place):
        if place.is_symlink() and place.exists():
            place = place.resolve()  # the link stays one
        if not place.parent.is_dir():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT))
        if place.exists() and not place.is_file():  # a device, a pipe; a folder refuses
            place.write_bytes(content)
            return
    with written_together({"out": place}) as files, writing_to(place):
        files["out"].write(content)
