"""Results into a file: written beside its place, and moved there when all of it is there."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TextIO

from subhub.frames.files import format_of

if TYPE_CHECKING:
    import polars as pl

    from subhub.frames.reading import Rejected


class Sink(Protocol):
    """Takes frames, one after another."""

    def write(self, frame: pl.DataFrame) -> None:
        """Append some rows."""
        ...

    def close(self) -> None:
        """Finish the file."""
        ...


@contextmanager
def aside(path: Path) -> Iterator[Path]:
    """A place beside ``path`` to write to; it becomes ``path`` only if all goes well."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    os.close(handle)
    part = Path(name)
    try:
        yield part
        part.chmod(0o666 & ~_umask())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0o022)
    os.umask(mask)
    return mask


@contextmanager
def sink(path: Path) -> Iterator[Sink]:
    """Write frames to ``path`` in the format its name says."""
    kinds: dict[str, Callable[[Path], Sink]]
    kinds = {"parquet": _Parquet, "csv": _Csv, "jsonl": _JsonLines}
    kind = kinds[format_of(path)]
    with aside(path) as part:
        into = kind(part)
        try:
            yield into
        finally:
            into.close()


class _Parquet:
    def __init__(self, path: Path) -> None:
        self.path = path
        self.writer: Any = None

    def write(self, frame: pl.DataFrame) -> None:
        pq = import_module("pyarrow.parquet")
        table = frame.to_arrow()
        if self.writer is None:
            self.writer = pq.ParquetWriter(self.path, table.schema, compression="snappy")
        self.writer.write_table(table.cast(self.writer.schema))

    def close(self) -> None:
        if self.writer is not None:
            self.writer.close()


class _Csv:
    def __init__(self, path: Path) -> None:
        self.file = path.open("wb")
        self.head = True

    def write(self, frame: pl.DataFrame) -> None:
        frame.write_csv(self.file, include_header=self.head)
        self.head = False

    def close(self) -> None:
        self.file.close()


class _JsonLines:
    def __init__(self, path: Path) -> None:
        self.file = path.open("w", encoding="utf-8")

    def write(self, frame: pl.DataFrame) -> None:
        for row in frame.iter_rows(named=True):
            row |= json.loads(row.pop("other", None) or "{}")
            self.file.write(json.dumps(row, ensure_ascii=False, default=str) + "\n")

    def close(self) -> None:
        self.file.close()


def reject(into: TextIO, rejected: list[Rejected]) -> None:
    """Rejected rows as CSV: file, row, reason."""
    import csv

    csv.writer(into).writerows(rejected)
