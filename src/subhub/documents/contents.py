"""The text of a file or of standard input, never more of it than a document may have."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO, Final

from subhub.documents.trouble import excerpt
from subhub.errors import DocumentError, Problem

LIMIT: Final = 1024 * 1024
STDIN: Final = "-"


def name(path: str | Path) -> str:
    """The file as shown to the user."""
    return "<stdin>" if str(path) == STDIN else excerpt(str(path), width=4096)


def text(path: str | Path, stdin: BinaryIO | None = None) -> str:
    """What the file holds, or standard input for ``-``."""
    file = name(path)
    try:
        return _decoded(_bytes(path, stdin, file), file)
    except (OSError, ValueError) as error:
        raise DocumentError([unreadable(error, file)]) from None


def too_large(file: str) -> Problem:
    """Refuses a file that cannot be a subscription, however its text goes on."""
    hint = "one document holds one subscription"
    return Problem("is larger than 1 MiB", hint=hint, file=file, code="too_large")


def unreadable(error: OSError | ValueError, file: str) -> Problem:
    """Says why the system would not hand out a file."""
    match error:
        case FileNotFoundError() | NotADirectoryError():
            found = "no such file or folder", "check the name and where it is", "missing_file"
        case IsADirectoryError():
            found = "is a folder, not a file", "name a file in it", "is_folder"
        case PermissionError():
            found = "may not be read", "check who is permitted to read it", "unreadable"
        case OSError():
            reason = excerpt(error.strerror or type(error).__name__)
            found = f"cannot be read: {reason}", "", "unreadable"
        case _:  # a name that no file can have, or a stream that was closed
            found = f"cannot be read: {excerpt(str(error))}", "", "unreadable"
    message, hint, code = found
    return Problem(message, hint=hint, file=file, code=code)


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
    while chunk := stream.read(LIMIT + 1 - len(taken)):  # a pipe hands out less than asked
        taken += chunk
        if len(taken) > LIMIT:
            raise DocumentError([too_large(file)])
    return bytes(taken)


def _decoded(content: bytes, file: str) -> str:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        byte = f"0x{content[error.start]:02x}"
        message = f"is not UTF-8: byte `{byte}` at offset {error.start}"
        line = content.count(b"\n", 0, error.start) + 1
        hint = "save the file as UTF-8"
        problem = Problem(message, "", byte, hint, file, line, "not_utf8")
        raise DocumentError([problem]) from None
