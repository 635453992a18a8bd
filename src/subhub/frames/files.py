"""Which files are meant: one, a folder of them, or a pattern."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from subhub.documents.contents import is_folder, is_there
from subhub.errors import RequestError, one_of
from subhub.errors.system import reason_of

#: the format by how a file's name ends
FORMATS = {".parquet": "parquet", ".csv": "csv", ".jsonl": "jsonl", ".ndjson": "jsonl"}


def format_of(path: Path) -> str:
    """``parquet``, ``csv`` or ``jsonl``. Raises :class:`RequestError` for any other ending."""
    try:
        return FORMATS[path.suffix.lower()]
    except KeyError:
        raise RequestError("unknown_file_format", path=path, hint=one_of(FORMATS)) from None


def find_files(where: str) -> list[Path]:
    """The files that ``where`` (a file, a folder, a pattern with ``*``) stands for, sorted.

    Raises :class:`RequestError` where there are none, or not all of one format.
    """
    with readable(Path(where)):
        return _found(where)


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """What the system refuses inside, as an error that names ``path``."""
    try:
        yield
    except OSError as error:
        raise RequestError("path_unreadable", path=path, reason=reason_of(error)) from None


def _found(where: str) -> list[Path]:
    path = Path(where)
    if is_folder(path):
        files = [each for each in path.rglob("*") if each.suffix.lower() in FORMATS]
    elif is_there(path):
        files = [path]
    else:
        base = Path(path.anchor) if path.is_absolute() else Path()
        pattern = str(path.relative_to(path.anchor)) if path.is_absolute() else where
        files = _matching(base, pattern) if "*" in where else []
    if not files:
        raise RequestError("no_file_of_rows", path=where, hint=one_of(FORMATS))
    if len({format_of(each) for each in files}) > 1:
        raise RequestError("several_formats", path=where)
    return sorted(files)


def _matching(base: Path, pattern: str) -> list[Path]:
    try:
        return [each for each in base.glob(pattern) if each.is_file()]
    except (ValueError, NotImplementedError):  # `**` beside other signs, as some Pythons read it
        raise RequestError("not_a_pattern", path=pattern) from None
