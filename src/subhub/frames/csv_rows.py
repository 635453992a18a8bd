"""CSV: a first line of names, then a row a line. A value may not hold a line break."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import polars as pl

from subhub.errors import RequestError, Sentence
from subhub.frames.casting import cast
from subhub.frames.lines import BOM, blocks, first_line, split
from subhub.frames.piece import Piece, ReadAs, Rejected, Text
from subhub.model.limits import ROW, VALUE

_LONE_CR = re.compile(rb"\r(?!\n)")


def head(path: Path, read_as: ReadAs) -> pl.DataFrame:
    """The columns without their rows. Raises :class:`RequestError` for a file without names."""
    with path.open("rb") as file:
        return pl.DataFrame(schema=dict.fromkeys(_names(file, path), pl.String))


def pieces(path: Path, read_as: ReadAs) -> Iterator[Piece]:
    """The rows, block by block, with those that cannot be read."""
    total = max(path.stat().st_size, 1)
    with path.open("rb") as file:
        names, number = _names(file, path), 0
        for block in blocks(file, read_as.size * 64):
            text = _quick(block, names, number, str(path))
            text = text or _careful(block, names, number, str(path))
            number += block.count(b"\n")
            yield cast(text, read_as.kinds, str(path), min(file.tell() / total, 1.0))


def _names(file: BinaryIO, path: Path) -> list[str]:
    line = first_line(file, path).removeprefix(BOM)
    try:
        names = next(csv.reader([line.decode()], strict=True), [])
    except UnicodeDecodeError as error:
        raise RequestError("file_not_utf8", path=path, byte=error.start + 1) from None
    except csv.Error:
        names = []
    if not names or not all(names) or len(set(names)) < len(names):
        raise RequestError("no_header", path=path)
    return names


def _quick(block: bytes, names: list[str], before: int, file: str) -> Text | None:
    """Lines with no quotes, all of the right length and in UTF-8, as most are; None otherwise."""
    lines, commas = split(block), len(names) - 1
    if not commas or b'"' in block or _LONE_CR.search(block):
        return None
    if any(line.count(b",") != commas or len(line) > VALUE for line in lines):
        return None
    try:
        block.decode()
    except UnicodeDecodeError:
        return None
    text = pl.read_csv(
        block, has_header=False, new_columns=names, infer_schema=False, quote_char=None,
    )  # fmt: skip
    if len(text) != len(lines):
        return None
    return Text(_with_nulls(text), range(before + 1, before + 1 + len(lines)), [])


def _careful(block: bytes, names: list[str], before: int, file: str) -> Text:
    """Lines one by one: what is wrong with one is its own."""
    numbers: list[int] = []
    rows: list[list[str]] = []
    rejected: list[Rejected] = []
    for number, line in enumerate(split(block), before + 1):
        if not line:
            continue
        values = _values(line, names)
        if isinstance(values, Sentence):
            rejected.append(Rejected(file, number, "", values))
            continue
        rows.append(values)
        numbers.append(number)
    text = pl.DataFrame(rows, schema=dict.fromkeys(names, pl.String), orient="row")
    return Text(_with_nulls(text), numbers, rejected)


def _values(line: bytes, names: list[str]) -> list[str] | Sentence:
    """The values of a line, or what is wrong with it."""
    if len(line) > ROW:
        return Sentence("row_too_long", most=ROW)
    try:
        text = line.decode()
    except UnicodeDecodeError as error:
        return Sentence("row_not_utf8", byte=error.start + 1)
    try:
        values = next(csv.reader([text], strict=True)) if '"' in text else text.split(",")
    except csv.Error as error:  # a value longer than it reads is told below where it has no quotes
        return Sentence("row_not_csv", reason=str(error))
    if "\r" in text:
        return Sentence("row_has_cr")
    if len(values) != len(names):
        return Sentence("row_other_length", count=len(values), columns=len(names))
    if max(map(len, values)) > VALUE:
        return Sentence("value_too_long", most=VALUE)
    return values


def _with_nulls(text: pl.DataFrame) -> pl.DataFrame:
    """Nothing between two commas is not known."""
    return text.with_columns(pl.all().replace("", None))
