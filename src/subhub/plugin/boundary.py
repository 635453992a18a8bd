"""The boundary: every call into an adapter passes here, and what goes wrong stays beyond it.

A stranger's code may raise whatever it likes, ask the process to exit, or give back something
else than it promised. All of it becomes one error that names the package,
:class:`AdapterBroken`; only Ctrl-C goes through. What takes long is told afterwards.

What no call can hold is a process that ends at once (``os._exit``, a crash in C) and a call
that never comes back.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import copy
from time import perf_counter
from typing import Any, TypeVar

from subhub import log
from subhub.errors import AdapterBroken, SubhubError
from subhub.once import lazy

R = TypeVar("R")

#: seconds that a call may take without being told of; ours take some hundredths
SLOW = 1.0
#: characters of a stranger's own words that are repeated
_SHOWN = 200


class Boundary:
    """Between subhub and the adapter of one platform.

    ``package`` is the distribution, ``entry`` where in it the adapter is found; both are named
    in whatever is wrong. ``slow`` has the calls that took long, with their seconds.

    >>> gym = Boundary("gym", "subhub-gym", "gym = subhub_gym")
    >>> gym.call("title", "text", lambda given: isinstance(given, str), lambda: "Gym")
    'Gym'
    >>> gym.call("title", "text", lambda given: isinstance(given, str), lambda: 1)
    Traceback (most recent call last):
    ...
    subhub.errors.AdapterBroken: the adapter for `gym` of package `subhub-gym` (`gym = subhub_gym`)\
 is left out: `title` gives 1, and not `text`; update or uninstall `subhub-gym`
    """

    def __init__(self, platform: str, package: str | Callable[[], str], entry: str) -> None:
        self.platform, self.entry = platform, entry
        self.slow: dict[str, float] = {}
        self._package = package

    @lazy
    def package(self) -> str:
        """The distribution; looked up where it has to be named."""
        return self._package if isinstance(self._package, str) else self._package()

    def call(
        self, what: str, wanted: str, fits: Callable[[Any], object], hook: Callable[[], R],
        *, allowed: tuple[type[SubhubError], ...] = (),
    ) -> R:  # fmt: skip
        """What ``hook`` gives, where it fits; ``allowed`` errors are its answer as well.

        Raises :class:`AdapterBroken` for everything else but Ctrl-C.
        """
        begun = perf_counter()
        try:
            found = hook()
            sound = fits(found)
        except KeyboardInterrupt:
            raise
        except AdapterBroken:
            raise  # told already, by a call inside this one
        except allowed:
            raise
        except BaseException as error:  # SystemExit too: a stranger ends no process of ours
            raise self.broken("broken", what=what, reason=reason_of(error)) from error
        finally:
            self._time(what, perf_counter() - begun)
        if not sound:
            raise self.broken("returned", what=what, given=shown(found), wanted=wanted)
        return found

    def broken(self, how: str, **values: Any) -> AdapterBroken:
        """The error that names the package."""
        return AdapterBroken(
            f"adapter_{how}", platform=self.platform, package=self.package, entry=self.entry,
            **values,
        )  # fmt: skip

    def _time(self, what: str, took: float) -> None:
        if took > SLOW:
            self.slow[what] = took
            log.warning("adapters", "`%s` took %.1f s for `%s`", self.entry, took, what)


def attempt(make: Callable[[], R]) -> R | AdapterBroken:
    """What ``make`` gives, or why it gives nothing: to be kept, and told to all who ask."""
    try:
        return make()
    except AdapterBroken as error:
        log.warning("adapters", "%s", error)
        return error


def given(found: R | AdapterBroken) -> R:
    """What an attempt gave. Raises :class:`AdapterBroken`, a new one for each who asks."""
    if isinstance(found, AdapterBroken):
        raise copy(found)
    return found


def reason_of(error: BaseException) -> str:
    """An exception of a stranger in a line: its kind, and what it says where that can be read."""
    kind = type(error).__name__
    try:
        said = _line(str(error))
    except BaseException as worse:  # even its own words may be broken
        if isinstance(worse, KeyboardInterrupt):
            raise
        said = ""
    return f"{kind}: {said}" if said else kind


def shown(found: object) -> str:
    """What was given, as far as it can be shown without asking it.

    >>> shown(None), shown("x"), shown([1]), shown(int)
    ('None', "'x'", 'a list', 'the class int')
    """
    kind = type(found)
    if issubclass(kind, type):
        return f"the class {found.__name__}"  # type: ignore[attr-defined]
    if kind is int or kind is str or kind is bool or found is None:
        return _line(repr(found)[: 2 * _SHOWN]) if kind is not int else _number(found)
    return f"a {kind.__name__}"


def _number(found: object) -> str:
    try:
        return _line(repr(found))
    except ValueError:  # more digits than Python writes
        return "an int"


def _line(text: str) -> str:
    line = " ".join("".join(c if c.isprintable() else " " for c in text).split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
