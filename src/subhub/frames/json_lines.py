"""JSON Lines: an object a line. Keys that are no facts come out as JSON text in a column."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from math import isfinite
from pathlib import Path
from typing import Any

import polars as pl

from subhub.documents.trouble import excerpt
from subhub.errors import RequestError, Sentence
from subhub.frames.casting import NOT, cast
from subhub.frames.lines import BOM, blocks, split
from subhub.frames.piece import Piece, ReadAs, Rejected, Text
from subhub.model.limits import DEPTH, DIGITS, ROW, VALUE
from subhub.policies.engines.columns.outputs import is_computed
from subhub.policies.language.expressions import Kind


class _Wrong(ValueError):
    """What is wrong with a line, or with the key ``column`` of it."""

    def __init__(self, code: str, /, column: str = "", **values: object) -> None:
        self.reason = Sentence(code, **values)
        self.column = column


def head(path: Path, read_as: ReadAs) -> pl.DataFrame:
    """The columns without their rows: any line may have any key."""
    return pl.DataFrame(schema=dict.fromkeys((*read_as.kinds, read_as.other), pl.String))


def pieces(path: Path, read_as: ReadAs) -> Iterator[Piece]:
    """The rows, block by block, with those that cannot be read."""
    total, number = max(path.stat().st_size, 1), 0
    with path.open("rb") as file:
        for block in blocks(file, read_as.size * 64):
            if not number:
                block = block.removeprefix(BOM)
                if b"\n" not in block and b"\r" in block:
                    raise RequestError("lines_end_in_cr", path=path)
            keys: set[str] = set()
            text = _read(block, number, str(path), read_as, keys)
            number += block.count(b"\n")
            piece = cast(text, read_as.kinds, str(path), min(file.tell() / total, 1.0))
            piece.keys = keys
            yield piece


def _read(block: bytes, before: int, file: str, read_as: ReadAs, keys: set[str]) -> Text:
    """The rows of a block; ``keys`` takes in those that are no facts."""
    numbers: list[int] = []
    rows: list[list[str | None]] = []
    rejected: list[Rejected] = []
    for number, line in enumerate(split(block), before + 1):
        if not line.strip():
            continue
        try:
            rows.append(_object(line, read_as, keys))
        except _Wrong as error:
            rejected.append(Rejected(file, number, error.column, error.reason))
        else:
            numbers.append(number)
    schema = head(Path(file), read_as).schema
    return Text(pl.DataFrame(rows, schema=schema, orient="row"), numbers, rejected)


def _object(line: bytes, read_as: ReadAs, keys: set[str]) -> list[str | None]:
    """The facts of one line as text, and the rest as JSON. Raises :class:`_Wrong`."""
    found = _loaded(line)
    if not isinstance(found, dict):
        raise _Wrong("row_not_object")
    kinds = read_as.kinds
    facts = [_as_text(name, found.pop(name, None), kind) for name, kind in kinds.items()]
    for key in found:
        if is_computed(key, read_as.prefix):
            raise _Wrong("column_taken", name=excerpt(key))
    keys.update(found)
    return [*facts, json.dumps(found, ensure_ascii=False) if found else None]


def _loaded(line: bytes) -> Any:
    if len(line) > ROW:
        raise _Wrong("row_too_long", most=ROW)
    # Python's own reader goes down as deep as a line does
    if line.count(b"[") + line.count(b"{") > DEPTH and _depth(line) > DEPTH:
        raise _Wrong("too_deep", levels=DEPTH)
    try:
        found = json.loads(
            line.decode(), object_pairs_hook=_mapping, parse_int=_integer, parse_float=_number,
            parse_constant=_number,
        )  # fmt: skip
    except UnicodeDecodeError as error:
        raise _Wrong("row_not_utf8", byte=error.start + 1) from None
    except json.JSONDecodeError as error:
        reason = error.msg[0].lower() + error.msg[1:]
        raise _Wrong("row_not_json", reason=reason, at=error.colno) from None
    if b"\\u" in line:
        _check_characters(found)
    return found


def _depth(line: bytes) -> int:
    """How deep brackets stand in each other; what stands in quotes does not count."""
    deepest = depth = 0
    quoted = escaped = False
    for sign in line:
        if quoted:
            quoted, escaped = escaped or sign != 0x22, not escaped and sign == 0x5C
        elif sign == 0x22:
            quoted = True
        elif sign in b"[{":
            depth += 1
            deepest = max(deepest, depth)
        elif sign in b"]}":
            depth -= 1
    return deepest


def _mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) < len(pairs):
        twice, _ = Counter(key for key, _ in pairs).most_common(1)[0]
        raise _Wrong("row_key_twice", key=excerpt(twice))
    return made


def _integer(written: str) -> int:
    if len(written) > DIGITS:
        raise _Wrong("number_too_large", value=excerpt(written))
    return int(written)


def _number(written: str) -> float:
    number = float(written)
    if not isfinite(number):
        raise _Wrong("not_finite", value=excerpt(written))
    return number


def _check_characters(found: Any) -> None:
    """Half a character (a surrogate by itself) cannot be written out again."""
    try:
        json.dumps(found, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        sign = f"U+{ord(error.object[error.start]):04X}"
        value = excerpt(error.object[max(error.start - 10, 0) : error.start + 1])
        raise _Wrong("control_in_value", value=value, sign=sign) from None


def _as_text(name: str, value: Any, kind: Kind) -> str | None:
    if value is None:
        return None
    if kind is Kind.MONEY and isinstance(value, dict) and set(value) == {"amount", "currency"}:
        if not all(isinstance(part, str) for part in value.values()):
            raise _Wrong("amount_not_text", column=name, amount=excerpt(value["amount"]))
        value = f"{value['amount']} {value['currency']}"
    fits = {Kind.BOOL: bool, Kind.COUNT: int}.get(kind, str)
    if type(value) is not fits:
        raise _Wrong(NOT[kind], column=name, value=excerpt(value))
    if isinstance(value, str) and len(value) > VALUE:
        raise _Wrong("value_too_long", column=name, most=VALUE)
    return str(value).lower() if kind is Kind.BOOL else str(value)
