"""Parquet: rows that have types already. What is broken in the file is told before it is used."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import polars as pl

from subhub.errors import RequestError, Sentence
from subhub.frames.piece import Piece, ReadAs, Rejected
from subhub.hub.arrow_types import is_readable, is_text

pa, pc = import_module("pyarrow"), import_module("pyarrow.compute")
pq = import_module("pyarrow.parquet")

#: the days that there are: years 1 to 9999, as numbers from 1970 on
_DAYS = tuple((day - date(1970, 1, 1)).days for day in (date.min, date.max))
_SECONDS_A_DAY = 86_400


def head(path: Path, read_as: ReadAs) -> pl.DataFrame:
    """The columns without their rows. Raises :class:`RequestError` for what cannot be read."""
    with path.open("rb") as opened, _sound(path), pq.ParquetFile(opened) as file:
        schema = file.schema_arrow
        for number, column in enumerate(schema):
            if schema.names.index(column.name) < number:
                raise RequestError("column_twice", path=path, name=column.name)
            if not is_readable(column.type):
                raise RequestError(
                    "column_unreadable", path=path, name=column.name, type=column.type
                )
        return pl.DataFrame(pl.from_arrow(schema.empty_table()))


def row_count(path: Path) -> int:
    """How many rows the file says it holds."""
    with path.open("rb") as opened, _sound(path):
        return int(pq.read_metadata(opened).num_rows)


def pieces(path: Path, read_as: ReadAs) -> Iterator[Piece]:
    """The rows, batch by batch, with those that cannot be written out again."""
    with path.open("rb") as opened, _sound(path), pq.ParquetFile(opened, pre_buffer=False) as file:
        total, seen = file.metadata.num_rows or 1, 0
        for batch in file.iter_batches(read_as.size):
            sound, rejected = _checked(batch, str(path), seen)
            seen += batch.num_rows
            yield Piece(pl.DataFrame(pl.from_arrow(sound)), rejected, min(seen / total, 1.0))
        if seen != file.metadata.num_rows:
            raise RequestError("rows_missing", path=path, count=seen, said=file.metadata.num_rows)


@contextmanager
def _sound(path: Path) -> Iterator[None]:
    """Whatever the library says of a file that is broken, as an error that names the file."""
    try:
        yield
    except (pa.ArrowException, ValueError, OSError) as error:
        if isinstance(error, OSError) and error.errno:
            raise
        reason = " ".join(str(error).split())[:200]
        raise RequestError("not_parquet", path=path, reason=reason) from None


def _checked(batch: Any, file: str, before: int) -> tuple[Any, list[Rejected]]:
    """The rows that can be written out again, and those that cannot."""
    batch.validate()
    wrong: dict[int, tuple[str, Sentence]] = {}
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        if pa.types.is_date(column.type) or pa.types.is_timestamp(column.type):
            for row in _beyond_calendar(column):
                wrong.setdefault(row, (name, Sentence("day_beyond_calendar")))
        try:
            column.validate(full=True)
        except pa.ArrowInvalid:
            for row in _not_text(column):
                wrong.setdefault(row, (name, Sentence("value_not_utf8")))
    if not wrong:
        return batch, []
    rejected = [Rejected(file, before + row + 1, *wrong[row]) for row in sorted(wrong)]
    batch = batch.filter(pa.array(row not in wrong for row in range(batch.num_rows)))
    batch.validate(full=True)
    return batch, rejected


def _beyond_calendar(column: Any) -> list[int]:
    first, last = _DAYS
    if not pa.types.is_date32(column.type):
        a_second = {"s": 1, "ms": 10**3, "us": 10**6, "ns": 10**9}
        a_day = a_second[getattr(column.type, "unit", "ms")] * _SECONDS_A_DAY
        first, last = first * a_day, (last + 1) * a_day - 1
        whole = 2**63
        first, last = max(first, -whole), min(last, whole - 1)
    numbers = column.view(pa.int32() if pa.types.is_date32(column.type) else pa.int64())
    beyond = pc.or_(pc.less(numbers, first), pc.greater(numbers, last))
    return [int(row) for row in pc.indices_nonzero(beyond).to_pylist()]


def _not_text(column: Any) -> list[int]:
    """The rows whose text is not UTF-8; raises for any other fault, which is the file's."""
    if not is_text(column.type):
        column.validate(full=True)
    found = []
    for row, value in enumerate(column.cast(pa.large_binary())):
        try:
            (value.as_py() or b"").decode()
        except UnicodeDecodeError:
            found.append(row)
    return found
