"""The amounts of a frame: how they are read, and what is wrong where a document is refused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import reduce
from operator import or_
from typing import Any

from subhub.model.currency import all_decimals
from subhub.policies.engines.columns.bound import CURRENCY

#: text that reads as an amount, as in a document
AMOUNT = r"^-?[0-9]{1,15}(\.[0-9]{1,6})?$"
#: an amount has at most 15 digits before the point, and a column of decimals 38 in all
_SCALE = 18
_WHOLE = 10**15


def dtype_of(schema: Mapping[str, Any], names: list[str]) -> Any:
    """The one dtype in which all amounts of a frame are worked with."""
    import narwhals as nw

    scales = [schema[name].scale if _is_decimal(schema[name]) else 6 for name in names]
    decimals = any(_is_decimal(schema[name]) for name in names)
    return nw.Decimal(38 if decimals else 24, min(max(scales, default=2), _SCALE))


def cast(name: str, dtype: Any, money: Any) -> Any:
    """A column of amounts in the dtype of all; null where there is no amount."""
    import narwhals as nw

    column = nw.col(name)
    if not _is_decimal(dtype):
        return nw.when(column.str.contains(AMOUNT)).then(column).cast(money)
    if dtype.scale == money.scale:
        return None
    # beyond, the digits would not do in the other dtype
    return nw.when((column < _WHOLE) & (column > -_WHOLE)).then(column).cast(money)


def currencies_of(frame: Any) -> frozenset[str] | None:
    """The currencies of a Polars frame whose rows are at hand.

    Most frames have one or two: what cannot be wrong with those costs nothing to look for.
    """
    if CURRENCY.name not in frame.columns:
        return None
    found = frame[CURRENCY.name].unique().drop_nulls().to_list()
    return frozenset(found) if all(isinstance(each, str) for each in found) else None


def flaws(
    schema: Mapping[str, Any], names: list[str], currencies: frozenset[str] | None
) -> dict[str, tuple[Any, str]]:
    """By fact, a column that is true where a row is wrong, and the code of what is wrong there.

    ``currencies`` are all that the frame has, where that is known. Without a column of
    currencies nothing is known of decimals.
    """
    import narwhals as nw

    if CURRENCY.name not in schema or not names:
        return {}
    known, found = all_decimals(), dict[str, tuple[Any, str]]()
    currency = nw.col(CURRENCY.name).cast(nw.String)
    if currencies is None or not currencies <= known.keys():
        told = reduce(or_, (~nw.col(name).is_null() for name in names))
        found[CURRENCY.name] = told & ~currency.is_in(list(known)), "not_a_currency"
    by_places = defaultdict(list)
    for code in known if currencies is None else sorted(currencies & known.keys()):
        by_places[known[code]].append(code)
    for name in names:
        beyond = [
            currency.is_in(codes) & _has_more(name, schema[name], places)
            for places, codes in sorted(by_places.items())
            if places < getattr(schema[name], "scale", 6)
        ]
        if beyond:
            found[name] = reduce(or_, beyond), "too_many_decimals"
    return found


def _has_more(name: str, dtype: Any, places: int) -> Any:
    """An amount has more decimals than so many; text as it is written, as in a document."""
    import narwhals as nw

    column = nw.col(name)
    if _is_decimal(dtype):
        return column != column.round(places)
    return column.str.contains(rf"\.[0-9]{{{places + 1}}}")


def _is_decimal(dtype: Any) -> bool:
    import narwhals as nw

    return isinstance(dtype, nw.Decimal)
