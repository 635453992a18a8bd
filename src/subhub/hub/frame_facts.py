"""The facts of a frame: which columns they are, of which types, and what has to be cast first."""

from __future__ import annotations

from typing import Any

from subhub.errors import RequestError
from subhub.hub.parts_asked import PartsAsked
from subhub.policies.engines.columns.bound import CURRENCY, BoundColumns
from subhub.policies.language.expressions import Fact, Kind

#: how columns begin that are only there while a frame is decided
PREFIX = "_subhub_"
#: text that reads as an amount, as in a document
AMOUNT = r"^-?[0-9]{1,15}(\.[0-9]{1,6})?$"


def read(
    frame: Any, schema: dict[str, Any], known: dict[str, dict[str, Fact]], parts: PartsAsked
) -> tuple[BoundColumns, Any, Any]:
    """What the frame tells, the frame with what had to be cast, and the dtype of money.

    Raises :class:`RequestError` for a column of a wrong type.
    """
    import narwhals as nw

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
    decimals = [t for name, t in schema.items() if name in present and isinstance(t, nw.Decimal)]
    texts = {
        name: name for name, fact in present.items()
        if fact.kind is Kind.MONEY and schema[name] == nw.String
    }  # fmt: skip
    scale = max([t.scale for t in decimals] + ([6] if texts else []), default=2)
    money = nw.Decimal(38 if decimals else 24, scale)
    columns, casts = {}, {}
    for name, fact in present.items():
        cast = _cast(nw.col(name), schema[name], fact, money, scale)
        if cast is not None:
            columns[name] = f"{PREFIX}{name}"
            casts[columns[name]] = cast
    if casts:
        frame = frame.with_columns(**casts)
    has = {name: fact for name, fact in present.items() if name in kinds}
    return BoundColumns(has, columns, texts=texts), frame, money


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


def _cast(column: Any, dtype: Any, fact: Fact, money: Any, scale: int) -> Any:
    import narwhals as nw

    if fact.kind is Kind.MONEY and isinstance(dtype, nw.String):
        return nw.when(column.str.contains(AMOUNT)).then(column).cast(money)
    if fact.kind is Kind.MONEY and dtype.scale != scale:
        return column.cast(money)
    if fact.kind is Kind.CODE and not isinstance(dtype, nw.String):
        return column.cast(nw.String)
    return None
