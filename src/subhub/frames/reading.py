"""Files of rows, piece by piece: typed columns, and every row that could not be read.

Each format is a module with ``head`` (the columns, without rows) and ``pieces``. Parquet has
types already. In CSV and JSON Lines everything is text first: what cannot be read as its fact
rejects the row, with the reason; no value is guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import polars as pl

from subhub.errors import RequestError
from subhub.frames import csv_rows, json_lines, parquet_rows
from subhub.frames.casting import cast
from subhub.frames.files import format_of, readable
from subhub.frames.piece import Piece, ReadAs, Text

_FORMATS: dict[str, Any] = {"parquet": parquet_rows, "csv": csv_rows, "jsonl": json_lines}


def read_head(files: Sequence[Path], read_as: ReadAs) -> pl.DataFrame:
    """The columns that all ``files`` have, without rows.

    Raises :class:`RequestError` for a file that is none of its format, and where they have not
    the same columns.
    """
    heads = []
    for path in files:
        with readable(path):
            head: pl.DataFrame = _FORMATS[format_of(path)].head(path, read_as)
            heads.append(head)
    whole = heads[0]
    for path, head in zip(files, heads, strict=True):
        for name in set(whole.columns) ^ set(head.columns):
            raise RequestError("columns_differ", path=path, other=files[0], name=name)
    for path, head in zip(files, heads, strict=True):
        # asked for once a file: making a schema anew takes as long as there are columns
        first, other = whole.schema, head.schema
        for name in [name for name, type_ in first.items() if other[name] != type_]:
            whole = _widened(whole, head, name, path, files[0])
    return whole


def _widened(
    whole: pl.DataFrame, head: pl.DataFrame, name: str, path: Path, first: Path
) -> pl.DataFrame:
    """``whole`` with a type for the column ``name`` that takes in that of another file."""
    try:
        both = pl.concat([whole.select(name), head.select(name)], how="vertical_relaxed")
    except pl.exceptions.PolarsError:
        raise RequestError(
            "types_differ", path=path, other=first, name=name, type=head.schema[name],
            first=whole.schema[name],
        ) from None  # fmt: skip
    return whole.with_columns(both)


def read_pieces(
    files: Sequence[Path], read_as: ReadAs, head: pl.DataFrame
) -> Iterator[tuple[Piece, float]]:
    """Every piece of every file with the columns of ``head``, and which part of all is read."""
    sizes = [_size(path) for path in files]
    total, before = max(sum(sizes), 1), 0
    for path, size in zip(files, sizes, strict=True):
        with readable(path):
            for piece in _FORMATS[format_of(path)].pieces(path, read_as):
                piece.frame = _fitted(piece.frame, head, path)
                yield piece, (before + piece.done * size) / total
        before += size


def empty(head: pl.DataFrame, read_as: ReadAs, path: Path) -> pl.DataFrame:
    """No rows, in columns as those of a piece: a file without rows is answered as well."""
    if format_of(path) == "parquet":
        return head
    return cast(Text(head, [], []), read_as.kinds, str(path), 0.0).frame


def _fitted(frame: pl.DataFrame, head: pl.DataFrame, path: Path) -> pl.DataFrame:
    """The columns in the order, and where they have types of the file, in the types of ``head``."""
    told = set(head.columns)
    more = [name for name in frame.columns if name not in told]
    frame = frame.select(*head.columns, *more)
    if format_of(path) != "parquet" or frame.schema == head.schema:
        return frame
    try:
        return frame.cast(head.schema)
    except pl.exceptions.PolarsError as error:
        reason = " ".join(str(error).split())[:200]
        raise RequestError("not_parquet", path=path, reason=reason) from None


def _size(path: Path) -> int:
    with readable(path):
        return parquet_rows.row_count(path) if format_of(path) == "parquet" else path.stat().st_size
