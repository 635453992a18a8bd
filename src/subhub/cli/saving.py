"""Saves files: the days of answers as a calendar, and whatever else is to be kept."""

from __future__ import annotations

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
    from subhub.errors import RequestError

    if path == "-":
        sys.stdout.flush()
        sys.stdout.buffer.write(content)
        return
    target = Path(path)
    try:
        if target.exists() and not target.is_file():  # a device or a pipe is not replaced
            target.write_bytes(content)
        else:
            _replace(target.resolve(), content)
    except (OSError, ValueError) as error:
        reason = (getattr(error, "strerror", None) or str(error)).lower()
        raise RequestError("path_unwritable", path=path, reason=reason) from None


def _replace(target: Path, content: bytes) -> None:
    """Beside it first, then in its place; it keeps the permissions it had."""
    import os
    from tempfile import NamedTemporaryFile

    umask = os.umask(0)
    os.umask(umask)
    mode = target.stat().st_mode & 0o777 if target.exists() else 0o666 & ~umask
    with NamedTemporaryFile(dir=target.parent, prefix=f".{target.name}.", delete=False) as made:
        temporary = Path(made.name)
        try:
            made.write(content)
            made.flush()
            temporary.chmod(mode)
            temporary.replace(target)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
