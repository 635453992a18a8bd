"""Which types of Arrow can be worked with: what Polars cannot take in must not reach it."""

from __future__ import annotations

from importlib import import_module
from typing import Any


def is_readable(kind: Any) -> bool:
    """Whether a column of this PyArrow type can be worked with, or pass through."""
    types = import_module("pyarrow").types
    if types.is_nested(kind):
        lists = types.is_list, types.is_large_list, types.is_fixed_size_list, types.is_struct
        inner = (kind.field(number).type for number in range(kind.num_fields))
        known = types.is_map(kind) or any(each(kind) for each in lists)
        return known and all(map(is_readable, inner))
    if types.is_dictionary(kind):
        return is_text(kind.value_type)
    if types.is_decimal(kind):
        return bool(kind.bit_width <= 128 and kind.scale >= 0)
    plain = (
        types.is_boolean, types.is_integer, types.is_floating, types.is_date, types.is_time,
        types.is_timestamp, types.is_duration, types.is_null, types.is_binary,
        types.is_large_binary, types.is_fixed_size_binary, types.is_binary_view, is_text,
    )  # fmt: skip
    return any(each(kind) for each in plain)


def is_text(kind: Any) -> bool:
    """Whether a PyArrow type is text, in one of its three layouts."""
    types = import_module("pyarrow").types
    layouts = types.is_string, types.is_large_string, types.is_string_view
    return any(each(kind) for each in layouts)
