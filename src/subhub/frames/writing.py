"""Frames written to an open file, one after another, in the format of its name."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from importlib import import_module
from math import isfinite
from pathlib import Path
from typing import Any, BinaryIO, Protocol, Self

import polars as pl

from subhub.errors import RequestError
from subhub.frames.csv_text import Cells, as_csv
from subhub.frames.files import format_of
from subhub.frames.piece import Rejected
from subhub.frames.together import writing_to
from subhub.words.errors import say


class Sink(Protocol):
    """Takes frames, one after another; the first has the columns and their types."""

    def write(self, frame: pl.DataFrame) -> None:
        """Append some rows."""
        ...

    def close(self) -> None:
        """Write what ends the file, which stays open."""
        ...

    def abandon(self) -> None:
        """Write no more: the file is thrown away."""
        ...


def open_sink(place: Path, file: BinaryIO, *, cells: Cells, spread: str | None) -> Sink:
    """What writes frames to ``file``, which will be ``place``.

    JSON Lines has the keys again that stand as JSON text in the column ``spread``.
    """
    form = format_of(place)
    if form == "parquet":
        return _Parquet(place, file)
    return _Csv(place, file, cells) if form == "csv" else _JsonLines(place, file, spread)


def check_types(place: Path, frame: pl.DataFrame) -> None:
    """Raise :class:`RequestError` for a column that the format of ``place`` cannot hold."""
    form = format_of(place)
    for name, kind in frame.schema.items():
        binary = _has_bytes(kind)
        if (form == "csv" and (kind.is_nested() or binary)) or (form == "jsonl" and binary):
            raise RequestError("column_unwritable", path=place, name=name, type=kind)


def _has_bytes(kind: Any) -> bool:
    inner = getattr(kind, "inner", None)
    fields = [each.dtype for each in getattr(kind, "fields", ())]
    parts = [part for part in (inner, *fields) if part is not None]
    return kind in (pl.Binary, pl.Object) or any(map(_has_bytes, parts))


@contextmanager
def _writing(place: Path) -> Iterator[None]:
    pa = import_module("pyarrow")
    try:
        with writing_to(place):
            yield
    except (pa.ArrowException, pl.exceptions.PolarsError, ValueError) as error:
        if isinstance(error, RequestError):
            raise
        reason = " ".join(str(error).split())[:200]
        raise RequestError("path_unwritable", path=place, reason=reason) from None


class _Parquet:
    def __init__(self, place: Path, file: BinaryIO) -> None:
        self.place, self.file = place, file
        self.writer: Any = None

    def write(self, frame: pl.DataFrame) -> None:
        pq = import_module("pyarrow.parquet")
        with _writing(self.place):
            table = frame.to_arrow()
            if self.writer is None:
                self.writer = pq.ParquetWriter(self.file, table.schema, compression="snappy")
            if table.num_rows:
                self.writer.write_table(table.cast(self.writer.schema))

    def close(self) -> None:
        if self.writer is not None:
            with _writing(self.place):
                self.writer.close()

    def abandon(self) -> None:
        if self.writer is not None:
            with suppress(Exception):  # it writes what ends the file, wherever it is let go
                self.writer.close()
            self.writer.is_open = False


class _Csv:
    def __init__(self, place: Path, file: BinaryIO, cells: Cells) -> None:
        self.place, self.file, self.cells = place, file, cells
        self.header = True

    def write(self, frame: pl.DataFrame) -> None:
        with _writing(self.place):
            self.file.write(as_csv(frame, header=self.header, cells=self.cells))
        self.header = False

    def close(self) -> None:
        pass

    def abandon(self) -> None:
        pass


class _JsonLines:
    def __init__(self, place: Path, file: BinaryIO, spread: str | None) -> None:
        self.place, self.file, self.spread = place, file, spread

    def write(self, frame: pl.DataFrame) -> None:
        with _writing(self.place):
            rows = _in_json_types(frame).iter_rows(named=True)
            self.file.write("".join(map(self._line, rows)).encode())

    def _line(self, row: dict[str, Any]) -> str:
        if self.spread is not None:
            more: dict[str, Any] = json.loads(row.pop(self.spread) or "{}")
            for key, value in more.items():
                row.setdefault(key, value)
        try:
            text = json.dumps(row, ensure_ascii=False, allow_nan=False, default=str)
        except ValueError:
            text = json.dumps(_finite(row), ensure_ascii=False, default=str)
        return text + "\n"

    def close(self) -> None:
        pass

    def abandon(self) -> None:
        pass


def _finite(value: Any) -> Any:
    """The same with null for every number that JSON has no sign for."""
    if isinstance(value, dict):
        return {key: _finite(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_finite(each) for each in value]
    return None if isinstance(value, float) and not isfinite(value) else value


def _in_json_types(frame: pl.DataFrame) -> pl.DataFrame:
    """Spans of time are text, as in CSV."""
    spans = [name for name, kind in frame.schema.items() if isinstance(kind, pl.Duration)]
    return frame.with_columns(pl.col(name).dt.to_string("iso") for name in spans)


class Results:
    """Both files of a scan: answers, and the rows that could not be read."""

    def __init__(
        self, out: Path, opened: Mapping[str, BinaryIO], *, cells: Cells, spread: str | None,
        rejects: Path | None, lang: str,
    ) -> None:  # fmt: skip
        self.answers = open_sink(out, opened["out"], cells=cells, spread=spread)
        self.rejects = _Csv(rejects, opened["rejects"], "guard") if rejects else None
        self.lang = lang

    def write(self, answered: pl.DataFrame, rejected: Sequence[Rejected]) -> None:
        """Append some rows of each."""
        self.answers.write(answered)
        if self.rejects is not None:
            rows = [_as_row(each, self.lang) for each in rejected]
            self.rejects.write(pl.DataFrame(rows, schema=_REJECTS, orient="row"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *rest: object) -> None:
        """Write what ends the files, which stay open."""
        if kind is None:
            self.answers.close()
        else:
            self.answers.abandon()


_REJECTS = {"file": pl.String, "row": pl.Int64, "reason": pl.String}


def _as_row(each: Rejected, lang: str) -> tuple[str, int, str]:
    # the name of a file may be bytes that are no text
    file = each.file.encode(errors="backslashreplace").decode()
    about = f"{each.column}: " if each.column else ""
    return file, each.row, about + say(each.reason, lang)
