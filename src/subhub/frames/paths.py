"""Which paths are one file: nothing that is read may be written, nothing may be written twice."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path

from subhub.errors import RequestError
from subhub.frames.files import readable


def check_apart(reads: Iterable[Path], writes: Mapping[str, Path]) -> None:
    """Raise :class:`RequestError` where a file would be written that is read, or written twice.

    ``writes`` are the files to write by what names them (``out``, ``rejects``). Files are told
    by what they are, not by what they are called: links and other spellings are seen through.
    """
    read = set()
    for path in reads:
        with readable(path):
            read.add(_identity(path))
    written: dict[object, str] = {}
    for name, path in writes.items():
        with readable(path):
            if path.is_dir():
                raise RequestError("is_folder", field=name)
            if path.exists() and not path.is_file():
                raise RequestError("not_a_file", field=name, path=path)
            identity = _identity(path)
        if identity in read:
            raise RequestError("read_already", field=name, path=path)
        if identity in written:
            raise RequestError("written_already", field=name, path=path, other=written[identity])
        written[identity] = name


def _identity(path: Path) -> object:
    """What is equal for two paths that are one file, whether it is there yet or not."""
    try:
        found = path.stat()
    except FileNotFoundError:
        real = path.resolve()
    else:
        if found.st_ino:
            return found.st_dev, found.st_ino
        real = path.resolve()
    # two spellings in different case are taken for one: where they are not, a name is not scarce
    return _identity_of_folder(real), unicodedata.normalize("NFC", real.name).casefold()


def _identity_of_folder(path: Path) -> object:
    try:
        found = path.parent.stat()
    except FileNotFoundError:
        return str(path.parent).casefold()
    return (found.st_dev, found.st_ino) if found.st_ino else str(path.parent).casefold()
