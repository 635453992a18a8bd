"""The kinds of dataframe: how each comes in, and how its own kind goes out again."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from subhub.errors import MissingExtra, RequestError
from subhub.hub.arrow_types import is_readable
from subhub.hub.frame_money import currencies_of

Decide = Callable[[Any, frozenset[str] | None], Any]


def answer(frame: Any, native: Any, wanted: list[str], decide: Decide) -> Any:
    """``native`` with the wanted columns, in its own kind.

    ``decide`` works on lazy frames; it is told the currencies in them where rows are at hand.
    """
    import narwhals as nw

    if isinstance(frame, nw.LazyFrame):
        return nw.to_native(decide(frame, None))
    if frame.implementation.is_polars():
        return native.hstack(_in_polars(native, wanted, decide))
    if frame.implementation.is_pandas():
        return _pandas(native, wanted, decide)
    if frame.implementation.is_pyarrow():
        _check_types(native)
    found = _in_polars(frame.to_polars(), wanted, decide)
    if frame.implementation.is_pyarrow():
        for name, column in zip(wanted, found.to_arrow().columns, strict=True):
            native = native.append_column(name, column)
        return native
    raise RequestError("unknown_frame", type=frame.implementation.name.lower())


def _check_types(native: Any) -> None:
    """Raise :class:`RequestError` for a column of Arrow that cannot be worked with."""
    for column in native.schema:
        if not is_readable(column.type):
            raise RequestError("column_not_read", name=column.name, type=column.type)


def _in_polars(frame: Any, wanted: list[str], decide: Decide) -> Any:
    """The wanted columns alone, as a Polars frame."""
    import narwhals as nw

    lazy = nw.to_native(decide(nw.from_native(frame.lazy()), currencies_of(frame)))
    return lazy.select(wanted).collect()


def _pandas(native: Any, wanted: list[str], decide: Decide) -> Any:
    """pandas: over to Polars and back; what was there keeps its types, its index too."""
    try:
        import polars as pl

        pd, pa = import_module("pandas"), import_module("pyarrow")
    except ImportError as error:
        raise MissingExtra("pandas_needs_extra", "tables") from error
    columns = {}
    for name in native.columns:
        if isinstance(name, str):
            columns[name] = _column(name, native[name], pa, pd)
    found = _in_polars(pl.DataFrame(columns), wanted, decide)
    back = found.to_pandas(use_pyarrow_extension_array=True).set_axis(native.index, axis=0)
    return pd.concat([native, back], axis=1)


def _column(name: str, column: Any, pa: Any, pd: Any) -> Any:
    """One column as Polars has it. pandas writes days as timestamps, counts with gaps as floats."""
    import polars as pl

    if pd.api.types.is_datetime64_any_dtype(column.dtype):
        days = pl.Series(name, pa.array(column, from_pandas=True))
        local = getattr(days.dtype, "time_zone", None) is None
        midnight = (days.dt.date().cast(days.dtype) == days).all()
        return days.dt.date() if local and midnight else days
    try:
        array = pl.Series(name, pa.Array.from_pandas(column))
    except (pa.ArrowInvalid, pa.ArrowTypeError):
        return pl.Series(name, [str(type(each)) for each in column])
    if array.dtype.is_float() and len(array) and (array.drop_nulls() % 1 == 0).all():
        return array.cast(pl.Int64)
    return array
