"""Parts of which there are several: a tuple that lost its comma is told, and what is not meant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from subhub.errors import PolicyError
from subhub.policies.language.sources import Citation

T = TypeVar("T")


def several(code: str, field: str, value: Any, of: type[T]) -> tuple[T, ...]:
    """The parts that ``field`` of the row or intent ``code`` was given, as a tuple.

    Raises :class:`PolicyError` for one part alone (``actors=("owner")`` is a text), for a set,
    which has no order, and for what is no ``of``.

    >>> several("cancel", "actors", ["owner"], str)
    ('owner',)
    >>> several("cancel", "actors", ("owner"), str)
    Traceback (most recent call last):
    ...
    subhub.errors.PolicyError: `cancel`: `actors` is `"owner"` alone, not several...
    """
    if isinstance(value, of | str) or not isinstance(value, Iterable):
        raise PolicyError("one_alone", code=code, part=field, given=_written(value))
    if isinstance(value, set | frozenset):
        raise PolicyError("no_order_in_a_set", code=code, part=field, given=_written(value))
    parts = tuple(value)
    for part in parts:
        if not isinstance(part, of):
            wanted = _WANTED.get(of, f"{of.__name__}(…)")
            raise PolicyError(
                "not_one_of_them", code=code, part=field, given=_written(part), wanted=wanted
            )
    return parts


#: how a part of each type is written
_WANTED: dict[type, str] = {str: '"text"', Citation: 'TERMS["…"]'}


def _written(value: Any) -> str:
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, Citation):
        return f'TERMS["{value.id}"]'
    if isinstance(value, tuple) and type(value) is tuple:
        return f"({', '.join(map(_written, value))},)"
    named = getattr(value, "code", None) or getattr(value, "name", None)
    if isinstance(named, str):
        return f'{type(value).__name__}("{named}", …)'
    return repr(value)
