"""Files that come into their places together: all of them, whole, or none.

Each is written beside its place, under a name of its own that is locked as long as the writer
lives. What a killed run has left there is not locked any more: the next run that writes the same
file takes it away.
"""

from __future__ import annotations

import os
import secrets
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from subhub.errors import RequestError
from subhub.errors.system import reason_of

try:
    import fcntl
except ImportError:  # Windows, which does not remove a file that is open
    fcntl = None  # type: ignore[assignment]

#: seconds after which a part is taken for left behind where files cannot be locked
_OLD = 86_400


@contextmanager
def written_together(places: Mapping[str, Path]) -> Iterator[dict[str, BinaryIO]]:
    """A file to write for each place, by the same names; on leaving they are where they belong.

    On any error, and when the process is asked to stop, everything is as it was before. Raises
    :class:`RequestError` that names the file which could not be written.
    """
    parts: dict[str, _Part] = {}
    try:
        for name, place in places.items():
            parts[name] = _Part(place)
        yield {name: part.file for name, part in parts.items()}
        for part in parts.values():
            part.finish()
        _move(list(parts.values()))
    finally:
        for part in parts.values():
            part.discard()


@contextmanager
def writing_to(place: Path) -> Iterator[None]:
    """What the system refuses inside, as an error that names ``place``."""
    try:
        yield
    except OSError as error:
        raise RequestError("path_unwritable", path=place, reason=reason_of(error)) from None


def _move(parts: list[_Part]) -> None:
    """Every part to its place; what was there before comes back if one of them cannot go."""
    moved: list[_Part] = []
    try:
        for part in parts:
            moved.append(part)
            part.move(keep=part is not parts[-1])
    except BaseException:
        for part in reversed(moved):
            part.move_back()
        raise


class _Part:
    """One file that is being written beside its place."""

    def __init__(self, place: Path) -> None:
        self.place = place
        #: what stood in the place, kept until all is done
        self.before: Path | None = None
        self.moved = False
        with writing_to(place):
            place.parent.mkdir(parents=True, exist_ok=True)
            _clean(place)
            self.path, self.file = _create(place)

    def finish(self) -> None:
        """All of it on the disk, so that no name ever stands for half a file.

        What is written over keeps its permissions.
        """
        with writing_to(self.place):
            if self.place.exists():
                self.path.chmod(self.place.stat().st_mode & 0o777)
            self.file.flush()
            os.fsync(self.file.fileno())

    def move(self, *, keep: bool) -> None:
        """Into its place; with ``keep``, what stood there can be brought back."""
        with writing_to(self.place):
            if keep and self.place.exists():
                self.before = _name(self.place)
                _keep(self.place, self.before)
            self.path.replace(self.place)
            self.moved = True

    def move_back(self) -> None:
        """As it was before :meth:`move`."""
        with suppress(OSError):
            if self.before is not None:
                self.before.replace(self.place)
                self.before = None
            elif self.moved:
                self.place.unlink()

    def discard(self) -> None:
        """Close it, and take away whatever has not come into its place."""
        with suppress(OSError):
            self.file.close()
        for path in (self.path, self.before):
            if path is not None:
                with suppress(OSError):
                    path.unlink()


def _keep(place: Path, before: Path) -> None:
    """What stands in ``place`` under a second name, or under that alone where it must be."""
    try:
        before.hardlink_to(place)
    except OSError:
        place.replace(before)


def _name(place: Path) -> Path:
    return place.with_name(f".{place.name}.{secrets.token_hex(4)}.part")


def _create(place: Path) -> tuple[Path, BinaryIO]:
    """A new file beside ``place``, locked."""
    while True:
        path = _name(place)
        file = path.open("xb")  # closed when all files are in their places
        try:
            if not _lock(file.fileno(), wait=True) or path.exists():
                return path, file
        except BaseException:
            file.close()
            path.unlink(missing_ok=True)
            raise
        file.close()  # another run has taken it for left behind before it was locked


def _lock(descriptor: int, *, wait: bool) -> bool:
    """Lock an open file; False where files cannot be locked.

    Raises :class:`BlockingIOError` where another has locked it and there is to be no ``wait``.
    """
    if fcntl is None:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        raise
    except OSError:
        return False
    return True


def _clean(place: Path) -> None:
    """Take away what killed runs have left beside ``place``."""
    begin = f".{place.name}."
    for path in place.parent.iterdir():
        if path.name.startswith(begin) and path.name.endswith(".part"):
            with suppress(OSError):
                if _is_left_behind(path):
                    path.unlink()


def _is_left_behind(path: Path) -> bool:
    with path.open("rb") as file:
        locked = _lock(file.fileno(), wait=False)
        return locked or time.time() - path.stat().st_mtime > _OLD
