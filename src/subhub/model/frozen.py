"""FrozenDict: a mapping that does not change, so that what holds it can be hashed and shared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar, get_args

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

V = TypeVar("V", covariant=True)


class FrozenDict(Mapping[str, V]):
    """An immutable mapping by name; equal to any mapping of the same items, an object in JSON.

    >>> open_ = FrozenDict({"ends_on": ("last_lock_on",)})
    >>> open_["ends_on"], open_ == {"ends_on": ("last_lock_on",)}, hash(open_) == hash(open_)
    (('last_lock_on',), True, True)
    >>> open_["ends_on"] = ()
    Traceback (most recent call last):
    ...
    TypeError: 'FrozenDict' object does not support item assignment
    """

    __slots__ = ("_items",)
    _items: dict[str, V]

    def __init__(self, items: Mapping[str, V] | Iterable[tuple[str, V]] = ()) -> None:
        object.__setattr__(self, "_items", dict(items))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("FrozenDict is immutable")

    def __getitem__(self, name: str) -> V:
        return self._items[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __hash__(self) -> int:
        return hash(frozenset(self._items.items()))

    def __repr__(self) -> str:
        return f"FrozenDict({self._items!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        return FrozenDict, (self._items.copy(),)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema as cs

        (values,) = get_args(source) or (Any,)
        return cs.no_info_after_validator_function(
            cls,
            cs.dict_schema(cs.str_schema(), handler.generate_schema(values)),
            serialization=cs.wrap_serializer_function_ser_schema(lambda it, write: write(dict(it))),
        )


#: what there is nothing of
NOTHING: FrozenDict[Any] = FrozenDict()
