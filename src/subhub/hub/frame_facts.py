"""The facts of a frame: which columns they are, of which types, and what has to be cast first."""

from __future__ import annotations

from typing import Any

from subhub.errors import RequestError
from subhub.hub import frame_money
from subhub.hub.parts_asked import PartsAsked
from subhub.policies.engines.columns.bound import CURRENCY, BoundColumns
from subhub.policies.language.expressions import Fact, Kind

#: how columns begin that are only there while a frame is decided
PREFIX = "_subhub_"


def read(
    frame: Any,
    schema: dict[str, Any],
    known: dict[str, dict[str, Fact]],
    parts: PartsAsked,
    currencies: frozenset[str] | None,
) -> tuple[BoundColumns, Any, Any]:
    """What the frame tells, the frame with what had to be cast, and the dtype of money.

    ``currencies`` are all that the frame has, where that is known.

    Raises :class:`RequestError` for a column of a wrong type.
    """

    kinds = {name: fact for by_name in known.values() for name, fact in by_name.items()}
    kinds.pop("platform", None)
    kinds[CURRENCY.name] = CURRENCY
    asked = {
        column.name: Fact(part, Kind.DAY if part == "on" else Kind.CODE)
        for part, column in parts.columns().items()
    }
    present = {
        name: fact for name, fact in (kinds | asked).items()
        if name in schema and not _is_nothing(schema[name])
    }  # fmt: skip
    for name, fact in present.items():
        _check(name, schema[name], fact.kind)
    for name in asked:
        if name not in present:
            raise RequestError("column_empty", name=name)
    amounts = [name for name, fact in present.items() if fact.kind is Kind.MONEY]
    money = frame_money.dtype_of(schema, amounts)
    columns, made = {}, {}
    for name, fact in present.items():
        cast = _cast(name, schema[name], fact, money)
        if cast is not None:
            columns[name] = f"{PREFIX}{name}"
            made[columns[name]] = cast
    texts = {name: name for name in amounts if name in columns}
    flaws = {}
    for name, (wrong, code) in frame_money.flaws(schema, amounts, currencies).items():
        flaws[name] = f"{PREFIX}{name}_{code}", code
        made[flaws[name][0]] = wrong
    if made:
        frame = frame.with_columns(**made)
    has = {name: fact for name, fact in present.items() if name in kinds}
    return BoundColumns(has, columns, texts=texts, flaws=flaws), frame, money


def _is_nothing(dtype: Any) -> bool:
    return str(dtype) == "Unknown" or "Null" in str(dtype)


def _check(name: str, dtype: Any, kind: Kind) -> None:
    import narwhals as nw

    text = isinstance(dtype, nw.String | nw.Categorical | nw.Enum)
    fits, code = {
        Kind.DAY: (isinstance(dtype, nw.Date), "column_of_days"),
        Kind.CODE: (text, "column_of_text"),
        Kind.BOOL: (isinstance(dtype, nw.Boolean), "column_of_yes_no"),
        Kind.COUNT: (dtype.is_integer(), "column_of_counts"),
        Kind.MONEY: (isinstance(dtype, nw.Decimal | nw.String), "column_of_money"),
    }[kind]
    if not fits:
        raise RequestError(code, name=name, type=dtype)


def _cast(name: str, dtype: Any, fact: Fact, money: Any) -> Any:
    import narwhals as nw

    if fact.kind is Kind.MONEY:
        return frame_money.cast(name, dtype, money)
    if fact.kind is Kind.CODE and not isinstance(dtype, nw.String):
        return nw.col(name).cast(nw.String)
    return None
