"""What is worked out when it is first needed: the one kind of lazy state there is.

Threads that ask at once may each work it out, and all of them get what was kept first. So
nothing is locked while it is worked out (an import or a stranger's code may run then), nothing
half made is ever seen, and a failure keeps nothing: the next who asks tries again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from functools import update_wrapper
from threading import Lock
from typing import Any, Generic, ParamSpec, TypeVar, overload

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
P = ParamSpec("P")


class Kept(Generic[K, V]):
    """Values by key, each worked out once.

    >>> kept = Kept()
    >>> kept.get("a", list) is kept.get("a", list)
    True
    """

    def __init__(self) -> None:
        self._values: dict[K, V] = {}
        self._lock = Lock()

    def get(self, key: K, make: Callable[[], V]) -> V:
        """The value of ``key``; ``make`` gives it where there is none yet."""
        try:
            return self._values[key]
        except KeyError:
            pass  # outside of the handler: what `make` raises has nothing to do with it
        made = make()
        with self._lock:
            return self._values.setdefault(key, made)

    def forget(self) -> None:
        """Start cold again, in a test."""
        with self._lock:
            self._values.clear()


class _Once(Generic[P, V]):
    def __init__(self, function: Callable[P, V]) -> None:
        self._function = function
        self._kept: Kept[tuple[Any, ...], V] = Kept()
        self.forget = self._kept.forget
        update_wrapper(self, function)

    def __call__(self, *args: P.args, **kwargs: P.kwargs) -> V:
        key = (*args, *kwargs.items())
        return self._kept.get(key, lambda: self._function(*args, **kwargs))


def once(function: Callable[P, V]) -> _Once[P, V]:
    """A function that is run once for the same arguments.

    >>> @once
    ... def name(number: int) -> object:
    ...     return object()
    >>> name(1) is name(1), name(1) is name(2)
    (True, False)
    """
    return _Once(function)


class lazy(Generic[V]):  # noqa: N801 - it is written as a decorator, like `property`
    """An attribute that is worked out when it is first read.

    >>> class Page:
    ...     @lazy
    ...     def words(self) -> list[str]:
    ...         return ["a", "b"]
    >>> page = Page()
    >>> page.words is page.words
    True
    """

    _lock = Lock()

    def __init__(self, method: Callable[[Any], V]) -> None:
        self._method = method
        self.__doc__ = method.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    @overload
    def __get__(self, instance: None, owner: type) -> lazy[V]: ...
    @overload
    def __get__(self, instance: object, owner: type) -> V: ...
    def __get__(self, instance: object | None, owner: type) -> lazy[V] | V:
        if instance is None:
            return self
        made = self._method(instance)
        with self._lock:
            kept: V = instance.__dict__.setdefault(self._name, made)
        return kept
