"""The text of a file or of standard input, never more of it than a document may have."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO, Final

from subhub.documents.trouble import excerpt
from subhub.errors import DocumentError, Hint, Problem, did_you_mean
from subhub.model.limits import BYTES

STDIN: Final = "-"


def name(path: str | Path) -> str:
    """The file as shown to the user."""
    return "<stdin>" if str(path) == STDIN else excerpt(str(path), width=4096)


def is_folder(path: str | Path) -> bool:
    """Whether it is one; a name that no file can have is none."""
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def is_there(path: str | Path) -> bool:
    """Whether there is anything; nothing is under a name that no file can have."""
    try:
        return Path(path).exists()
    except (OSError, ValueError):
        return False


def text(path: str | Path, stdin: BinaryIO | None = None) -> str:
    """What the file holds, or standard input for ``-``."""
    check_named(path)
    file = name(path)
    try:
        return _decoded(_bytes(path, stdin, file), file)
    except (OSError, ValueError) as error:
        raise DocumentError([unreadable(error, file)]) from None


def check_named(path: str | Path) -> None:
    """Refuse a path that says nothing: Python would take it for the folder one is in."""
    if not str(path).strip():
        raise DocumentError([Problem("path_empty", value=str(path))])


def too_large(file: str) -> Problem:
    """Refuses a file that cannot be a subscription, however its text goes on."""
    return Problem("too_large", file=file)


def unreadable(error: OSError | ValueError, file: str) -> Problem:
    """Says why the system would not hand out a file."""
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return Problem("missing_file", file=file, hint=_nearest(file))
        case IsADirectoryError():
            return Problem("is_folder", file=file)
        case PermissionError():
            return Problem("not_permitted", file=file)
        case OSError():
            reason = excerpt(error.strerror or type(error).__name__)
        case _:  # a name that no file can have, or a stream that was closed
            reason = excerpt(str(error))
    return Problem("unreadable", file=file, reason=reason)


def _nearest(file: str) -> Hint | None:
    """The file that was probably meant: of another suffix, or of nearly that name."""
    folder = Path(file).parent
    try:
        names = [each.name for each in folder.iterdir() if not each.name.startswith(".")]
    except (OSError, ValueError):
        return None
    other = [name for name in names if Path(name).stem == Path(file).stem]
    hint = did_you_mean(Path(file).name, other or names, cutoff=0.0 if other else 0.6)
    return hint and Hint("did_you_mean", near=str(folder / hint.values["near"]))


def _bytes(path: str | Path, stdin: BinaryIO | None, file: str) -> bytes:
    if str(path) == STDIN:
        return _taken(stdin or _standard_input(), file)
    if Path(path).is_dir():  # Windows would speak of a missing permission
        raise IsADirectoryError
    with Path(path).open("rb") as stream:
        return _taken(stream, file)


def _standard_input() -> BinaryIO:
    stream: BinaryIO | None = getattr(sys.stdin, "buffer", None)
    if stream is None:
        raise ValueError("there is no standard input")
    return stream


def _taken(stream: BinaryIO, file: str) -> bytes:
    """All of ``stream``; refused, not read on, where that is more than the limit."""
    taken = bytearray()
    while chunk := stream.read(BYTES + 1 - len(taken)):  # a pipe hands out less than asked
        taken += chunk
        if len(taken) > BYTES:
            raise DocumentError([too_large(file)])
    return bytes(taken)


def _decoded(content: bytes, file: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        byte = f"0x{content[error.start]:02x}"
        line = content.count(b"\n", 0, error.start) + 1
        problem = Problem(
            "not_utf8", value=byte, file=file, line=line, byte=byte, offset=error.start
        )
        raise DocumentError([problem]) from None
