"""Lines of a file, block by block: no line, however long, is held whole."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from subhub.errors import RequestError
from subhub.model.limits import HEADER, ROW

BOM = b"\xef\xbb\xbf"


def blocks(file: BinaryIO, size: int) -> Iterator[bytes]:
    """Whole lines, about ``size`` bytes at a time; the last may lack its line end.

    Of a line longer than a row may be, only so much is kept that it is seen to be.
    """
    left = b""
    while block := file.read(size):
        whole, end, rest = block.rpartition(b"\n")
        if not end:
            left = (left + rest)[: ROW + 1]
            continue
        yield left + whole + end
        left = rest[: ROW + 1]
    if left:
        yield left


def split(block: bytes) -> list[bytes]:
    """The lines of a block, without their ends."""
    lines = block.removesuffix(b"\n").split(b"\n")
    return [line.removesuffix(b"\r") for line in lines] if b"\r" in block else lines


def first_line(file: BinaryIO, path: Path) -> bytes:
    """The first line of a file; what follows is still to be read.

    Raises :class:`RequestError` where it is too long, or where lines end in CR alone.
    """
    line = file.readline(HEADER + 1)
    if b"\r" in line.rstrip(b"\r\n") or (line.endswith(b"\r") and len(line) <= HEADER):
        raise RequestError("lines_end_in_cr", path=path)
    if len(line) > HEADER:
        raise RequestError("header_too_long", path=path, most=HEADER)
    return line
