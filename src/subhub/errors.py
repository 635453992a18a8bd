"""Every error subhub raises on purpose.

::

    SubhubError
    ├── DocumentError        a subscription document that cannot be used; lists every problem
    ├── RequestError         an intent, mode, actor or day that cannot be asked for
    ├── UnknownPlatform      no installed adapter answers for the platform
    ├── PolicyError          a policy that is not sound; raised when it is loaded
    ├── NotInForce           the day lies before the first edition of a policy
    ├── AdapterConflict      two packages claim one platform
    ├── AdapterBroken        an adapter that could not be loaded
    └── MissingExtra         a part that an optional dependency provides

Each has a stable ``code``, one plain sentence (``str(error)``) that shows what the
user wrote in backticks, and a ``hint`` saying what would be right. All survive pickling.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong in a document.

    ``field`` is the dotted path (``invoices.0.amount``), empty for the document as a
    whole; ``value`` is what was written, shortened; ``line`` counts from 1 where known;
    ``code`` names the kind of problem and never changes.
    """

    message: str
    field: str = ""
    value: str = ""
    hint: str = ""
    file: str = ""
    line: int | None = None
    code: str = "invalid"

    def __str__(self) -> str:
        """``FILE:LINE: field: message; hint``, leaving out what is not known."""
        place = self.file + (f":{self.line}" if self.line else "")
        parts = [part for part in (place, self.field, self.message) if part]
        return ": ".join(parts) + (f"; {self.hint}" if self.hint else "")


class SubhubError(Exception):
    """The root: catch this to catch everything subhub raises on purpose."""

    code: ClassVar[str] = "error"

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint

    def __reduce__(self) -> tuple[Any, ...]:
        # The default would call __init__ with positional arguments only.
        return _rebuild, (type(self), self.args, self.__dict__.copy())


class DocumentError(SubhubError):
    """A document that cannot be used. ``problems`` holds all of them, not the first."""

    code = "invalid_document"

    def __init__(self, problems: list[Problem] | tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = tuple(problems)


class RequestError(SubhubError):
    """An intent, mode, actor, day or option that cannot be asked for."""

    code = "invalid_request"


class UnknownPlatform(SubhubError):
    """No installed adapter answers for the platform."""

    code = "unknown_platform"


class PolicyError(SubhubError):
    """A policy that is not sound; raised when it is loaded."""

    code = "invalid_policy"


class NotInForce(SubhubError):
    """The day lies before the first edition of the policy: nothing is extrapolated."""

    code = "not_in_force"


class AdapterConflict(SubhubError):
    """Two packages claim one platform."""

    code = "adapter_conflict"


class AdapterBroken(SubhubError):
    """An adapter that could not be loaded; the others go on."""

    code = "adapter_broken"


class MissingExtra(SubhubError):
    """A part that an optional dependency provides is asked for and not installed."""

    code = "missing_extra"

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(
            f"{what} needs the extra `{extra}`", hint=f"pip install 'subhub-cancel[{extra}]'"
        )


def did_you_mean(word: object, known: Iterable[str], *, cutoff: float = 0.6) -> str:
    """A hint that names the known word nearest to what was written; empty where none is near.

    >>> did_you_mean("gim", ["gym", "pool"]), did_you_mean("x", ["gym"])
    ('did you mean `gym`?', '')
    """
    from difflib import get_close_matches

    near = get_close_matches(str(word), list(known), n=1, cutoff=cutoff)
    return f"did you mean `{near[0]}`?" if near else ""


def _rebuild(kind: type[SubhubError], args: tuple[Any, ...], state: dict[str, Any]) -> SubhubError:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error
