"""Frames from files, piece by piece: typed columns, and every row that could not be read.

Parquet has types already. In CSV and JSON Lines everything is text first: what cannot be
read as its fact rejects the row, with the reason; no value is guessed.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from subhub.errors import RequestError
from subhub.frames.files import format_of
from subhub.policies.language.expressions import Kind

if TYPE_CHECKING:
    import polars as pl

#: rows that are held at a time
PIECE = 262_144
AMOUNT = r"^(-?[0-9]{1,15}(?:\.[0-9]{1,6})?)(?: ([A-Z]{3}))?$"


class Rejected(NamedTuple):
    """A row that could not be read. ``row`` counts the rows of data in the file from 1."""

    file: str
    row: int
    reason: str


@dataclass
class Piece:
    """Some rows of one file; ``done`` is how far the file is read, from 0 to 1."""

    frame: pl.DataFrame
    rejected: list[Rejected] = field(default_factory=list)
    done: float = 1.0


def pieces(path: Path, kinds: Mapping[str, Kind], size: int = PIECE) -> Iterator[Piece]:
    """The rows of a file; ``kinds`` says which columns are facts, and of which kind."""
    reader = {"parquet": _parquet, "csv": _csv, "jsonl": _jsonl}[format_of(path)]
    return reader(path, kinds, size)


def row_count(path: Path) -> int | None:
    """How many rows a file holds, where it says so without being read."""
    if format_of(path) != "parquet":
        return None
    pq = import_module("pyarrow.parquet")
    return int(pq.read_metadata(path).num_rows)


def _parquet(path: Path, kinds: Mapping[str, Kind], size: int) -> Iterator[Piece]:
    import polars as pl

    pa, pq = import_module("pyarrow"), import_module("pyarrow.parquet")

    try:
        with pq.ParquetFile(path, memory_map=False, pre_buffer=False) as file:
            total, seen = file.metadata.num_rows or 1, 0
            if not file.metadata.num_rows:
                yield Piece(pl.DataFrame(pl.from_arrow(file.schema_arrow.empty_table())))
            for batch in file.iter_batches(size):
                seen += batch.num_rows
                yield Piece(pl.DataFrame(pl.from_arrow(batch)), done=seen / total)
    except pa.ArrowInvalid as error:
        raise RequestError("not_parquet", path=path, reason=str(error)) from error


def _csv(path: Path, kinds: Mapping[str, Kind], size: int) -> Iterator[Piece]:
    """CSV with a first line of names. A line is a row: a value may not hold a line break."""
    import csv

    import polars as pl

    total = max(path.stat().st_size, 1)
    with path.open("rb") as file:
        head = file.readline()
        names = next(csv.reader([_text(head, path)]), [])
        if not names or len(set(names)) < len(names):
            raise RequestError("no_header", path=path)
        number, done = 0, len(head)
        while lines := file.readlines(size * 64):
            done += sum(map(len, lines))
            text, rows, rejected = _quick(lines, names, number) or _careful(
                lines, names, number, str(path)
            )
            number += len(lines)
            text = text.with_columns(pl.all().replace("", None))
            yield cast(text, rows, kinds, str(path), rejected, min(done / total, 1.0))
        if not number:
            empty = pl.DataFrame(schema=dict.fromkeys(names, pl.String))
            yield cast(empty, [], kinds, str(path), [], 1.0)


_Lines = tuple["pl.DataFrame", Sequence[int], list[Rejected]]


def _quick(lines: list[bytes], names: list[str], before: int) -> _Lines | None:
    """Lines with no quotes, all of the right length and in UTF-8, as most are; None otherwise."""
    import polars as pl

    commas = len(names) - 1
    whole = b"".join(lines)
    if not commas or b'"' in whole or any(line.count(b",") != commas for line in lines):
        return None
    try:
        whole.decode()
    except UnicodeDecodeError:
        return None
    text = pl.read_csv(
        whole, has_header=False, new_columns=names, infer_schema=False, quote_char=None,
    )  # fmt: skip
    return (
        (text, range(before + 1, before + 1 + len(lines)), []) if len(text) == len(lines) else None
    )


def _careful(lines: list[bytes], names: list[str], before: int, file: str) -> _Lines:
    """Lines one by one: what is wrong with one is its own."""
    import csv

    import polars as pl

    rows: list[int] = []
    columns: list[list[str]] = []
    rejected: list[Rejected] = []
    for number, line in enumerate(lines, before + 1):
        if line in (b"\n", b"\r\n"):
            continue
        try:
            values = next(csv.reader([line.decode()], strict=True))
        except (UnicodeDecodeError, csv.Error) as error:
            rejected.append(Rejected(file, number, _why(error)))
            continue
        if len(values) != len(names):
            why = f"{len(values)} values where there are {len(names)} columns"
            rejected.append(Rejected(file, number, why))
            continue
        columns.append(values)
        rows.append(number)
    text = pl.DataFrame(columns, schema=dict.fromkeys(names, pl.String), orient="row")
    return text, rows, rejected


def _text(line: bytes, path: Path) -> str:
    try:
        return line.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RequestError("file_not_utf8", path=path, byte=error.start + 1) from error


def _why(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return f"not UTF-8 at byte {error.start + 1} of the line"
    return str(error)


def _jsonl(path: Path, kinds: Mapping[str, Kind], size: int) -> Iterator[Piece]:
    """JSON Lines: one object a line. Keys that are no facts come out as JSON text in ``other``."""
    import polars as pl

    total, number, done = max(path.stat().st_size, 1), 0, 0
    schema = {**dict.fromkeys(kinds, pl.String), "other": pl.String}
    with path.open("rb") as file:
        while lines := file.readlines(size * 64):
            done += sum(map(len, lines))
            rows: list[int] = []
            columns: list[list[str | None]] = []
            rejected: list[Rejected] = []
            for line in lines:
                number += 1
                if not line.strip():
                    continue
                try:
                    columns.append(_object(line, kinds))
                except ValueError as error:
                    rejected.append(Rejected(str(path), number, _why(error)))
                else:
                    rows.append(number)
            text = pl.DataFrame(columns, schema=schema, orient="row")
            yield cast(text, rows, kinds, str(path), rejected, min(done / total, 1.0))
        if not number:
            yield cast(pl.DataFrame(schema=schema), [], kinds, str(path), [], 1.0)


def _object(line: bytes, kinds: Mapping[str, Kind]) -> list[str | None]:
    """The facts of one line as text, and the rest as JSON. Raises ``ValueError``."""
    found = json.loads(line)
    if not isinstance(found, dict):
        raise ValueError("not an object")
    facts = [_as_text(name, found.pop(name, None), kind) for name, kind in kinds.items()]
    return [*facts, json.dumps(found, ensure_ascii=False) if found else None]


def _as_text(name: str, value: Any, kind: Kind) -> str | None:
    if value is None:
        return None
    if kind is Kind.MONEY and isinstance(value, dict) and set(value) == {"amount", "currency"}:
        value = " ".join(map(str, (value["amount"], value["currency"])))
    fits = {Kind.BOOL: bool, Kind.COUNT: int}.get(kind, str)
    if type(value) is not fits:
        raise ValueError(f"{name}: `{value}` is not {kind.value}")
    return str(value).lower() if kind is Kind.BOOL else str(value)


def cast(
    text: pl.DataFrame, rows: Sequence[int], kinds: Mapping[str, Kind], file: str,
    rejected: list[Rejected], done: float,
) -> Piece:  # fmt: skip
    """Columns of text as the facts they are; rows with anything else are rejected."""
    import polars as pl

    casts: dict[str, pl.Expr] = {}
    wrong: list[pl.Expr] = []
    for name in text.columns:
        kind = kinds.get(name)
        if kind is None or kind is Kind.CODE:
            continue
        casts[name] = _read(pl.col(name), kind)
        said = pl.lit(f"{name}: `") + pl.col(name) + pl.lit(f"` is not {kind.value}")
        wrong.append(pl.when(casts[name].is_null() & pl.col(name).is_not_null()).then(said))
    money = [name for name in casts if kinds[name] is Kind.MONEY]
    if money:
        told = [pl.col(name).str.extract(AMOUNT, 2) for name in money]
        if "currency" in text.columns:
            told.append(pl.col("currency"))
        casts["currency"] = pl.coalesce(told)
        differ = pl.any_horizontal(*((each != casts["currency"]).fill_null(False) for each in told))
        wrong.append(pl.when(differ).then(pl.lit("two currencies in one row")))
        wrong.extend(_no_money(money, casts["currency"]))
    if not wrong:
        return Piece(text, rejected, done)
    why = text.select(pl.coalesce(wrong)).to_series()
    for index in why.is_not_null().arg_true().to_list():
        rejected.append(Rejected(file, rows[index], str(why[index])))
    return Piece(text.with_columns(**casts).filter(why.is_null()), rejected, done)


def _no_money(money: Sequence[str], currency: pl.Expr) -> Iterator[pl.Expr]:
    """What is wrong where a currency is none, or has fewer decimals than an amount."""
    import polars as pl

    known = _decimals()
    none = currency.is_not_null() & ~currency.is_in(list(known))
    yield pl.when(none).then(
        pl.lit("currency: `") + currency + pl.lit("` is not an ISO 4217 currency")
    )
    places = currency.replace_strict(known, default=None, return_dtype=pl.Int64)
    for name in money:
        written = pl.col(name).str.extract(r"\.([0-9]+)", 1).str.len_chars().cast(pl.Int64)
        said = pl.lit(f"{name}: `") + pl.col(name) + pl.lit("` has more decimals than ") + currency
        yield pl.when(written > places).then(said + pl.lit(" has"))


@cache
def _decimals() -> dict[str, int]:
    from babel.numbers import get_currency_precision, list_currencies

    return {code: get_currency_precision(code) for code in sorted(list_currencies())}


def _read(column: pl.Expr, kind: Kind) -> pl.Expr:
    import polars as pl

    if kind is Kind.DAY:
        # strptime alone would take 2026-1-5 as well
        day = column.str.strptime(pl.Date, "%Y-%m-%d", strict=False)
        return pl.when(column.str.len_bytes() == 10).then(day)
    if kind is Kind.MONEY:
        return column.str.extract(AMOUNT, 1).cast(pl.Decimal(24, 6), strict=False)
    if kind is Kind.COUNT:
        return column.cast(pl.Int64, strict=False)
    small = column.str.to_lowercase()
    return pl.when(small == "true").then(True).when(small == "false").then(False)
