"""Every error subhub raises on purpose.

::

    SubhubError
    ├── DocumentError        a subscription document that cannot be used; lists every problem
    ├── RequestError         an intent, mode, actor or day that cannot be asked for
    ├── InvalidValue         a value that cannot be read; a ValueError as well
    ├── UnknownPlatform      no installed adapter answers for the platform
    ├── PolicyError          a policy that is not sound; raised when it is loaded
    ├── NotInForce           the day lies before the first edition of a policy
    ├── AdapterConflict      two packages claim one platform
    ├── AdapterBroken        an adapter that raises, or does not give what it promised
    └── MissingExtra         a part that an optional dependency provides

Each has a stable ``code``, one plain sentence (``message``) that shows what the user wrote in
backticks, and a ``hint`` saying what would be right; ``str(error)`` is both. All survive pickling.
The sentences stand in :mod:`subhub.errors.english`, by their codes; other languages say
them from the catalogues.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from subhub.errors.sentence import Hint, Sentence
from subhub.inert import PATH_SHOWN, SHOWN, shortened, spelled

NoHint = Literal[""]

__all__ = [
    "AdapterBroken",
    "AdapterConflict",
    "DocumentError",
    "Hint",
    "InvalidValue",
    "MissingExtra",
    "NotInForce",
    "PolicyError",
    "Problem",
    "RequestError",
    "Sentence",
    "SubhubError",
    "UnknownPlatform",
    "did_you_mean",
    "in_a_line",
    "one_of",
]


@dataclass(frozen=True, slots=True, init=False)
class Problem:
    """One thing that is wrong in a document.

    ``field`` is the dotted path (``invoices.0.amount``), empty for the document as a
    whole; ``value`` is what was written, shortened; ``line`` counts from 1 where known;
    ``code`` names the kind of problem and never changes. What else the sentence says is
    given by name; the hint of the same code goes with it unless another is given.

    >>> print(Problem("unknown_key", field="balnce", key="balnce", file="mine.yaml", line=2))
    mine.yaml:2: balnce: unknown key `balnce`
    """

    message: Sentence
    field: str
    value: str
    hint: Hint | NoHint
    file: str
    line: int | None
    code: str

    def __init__(
        self, code: str, /, *, field: str = "", value: object = "", hint: Hint | None = None,
        file: str = "", line: int | None = None, **values: object,
    ) -> None:  # fmt: skip
        field, shown, file = shortened(field), spelled(value), shortened(file, PATH_SHOWN)
        told = {"field": field, "value": shown, **values}
        message = code if isinstance(code, Sentence) else Sentence(code, **told)
        given = message, field, shown, hint or Hint.beside(message) or "", file, line, message.code
        for name, each in zip(self.__slots__, given, strict=True):
            object.__setattr__(self, name, each)

    def at(self, file: str, line: int | None, field: str) -> Problem:
        """The same problem in its place."""
        hint = self.hint or None
        return Problem(self.message, field=field, value=self.value, hint=hint, file=file, line=line)

    def __str__(self) -> str:
        """``FILE:LINE: field: message; hint``, leaving out what is not known."""
        return in_a_line(self)


def in_a_line(told: Any) -> str:
    """What is wrong, where, and what would be right; ``told`` has the fields of a problem."""
    place = told.file + (f":{told.line}" if told.line else "")
    parts = [part for part in (place, told.field, told.message) if part]
    return ": ".join(parts) + (f"; {told.hint}" if told.hint else "")


class SubhubError(Exception):
    """The root: catch this to catch everything subhub raises on purpose.

    ``code`` is that of a sentence; what the sentence says is given by name. ``field`` is the
    argument or option it is about, where it is about one.
    """

    def __init__(
        self, code: str, /, *, field: str = "", hint: Hint | None = None, **values: object
    ) -> None:
        message = code if isinstance(code, Sentence) else Sentence(code, **values)
        field = shortened(field)
        self.message = message
        self.code = message.code
        self.field = field
        self.hint: Hint | NoHint = hint or Hint.beside(message) or ""
        text = f"{field}: {message}" if field else str(message)
        super().__init__(f"{text}; {self.hint}" if self.hint else text)

    def __reduce__(self) -> tuple[Any, ...]:
        # The default would call __init__ with positional arguments only.
        return _rebuild, (type(self), self.args, self.__dict__.copy())


class DocumentError(SubhubError):
    """A document that cannot be used. ``problems`` holds all of them, not the first.

    ``platform`` is the one whose adapter has the words for them, where that is known.
    """

    def __init__(self, problems: Iterable[Problem], *, platform: str = "") -> None:
        self.problems = tuple(problems)
        self.platform = platform
        super().__init__("invalid_document")
        self.args = ("\n".join(map(str, self.problems)),)


class RequestError(SubhubError):
    """An intent, mode, actor, day or option that cannot be asked for."""


class InvalidValue(SubhubError, ValueError):
    """A value that cannot be read, such as an amount without its currency.

    A validator of a document raises it, and the problem has its code, sentence and hint.
    """


class UnknownPlatform(SubhubError):
    """No installed adapter answers for the platform."""


class PolicyError(SubhubError):
    """A policy that is not sound; raised when it is loaded."""


class NotInForce(SubhubError):
    """The day lies before the first edition of the policy: nothing is extrapolated."""


class AdapterConflict(SubhubError):
    """Two packages claim one platform."""


class AdapterBroken(SubhubError):
    """An adapter that raises or gives something else than it promised; the others go on."""


class MissingExtra(SubhubError):
    """A part that an optional dependency provides is asked for and not installed."""

    def __init__(self, code: str, extra: str) -> None:
        super().__init__(code, extra=extra, hint=Hint("install", extra=extra))


def did_you_mean(word: object, known: Iterable[str], *, cutoff: float = 0.6) -> Hint | None:
    """A hint that names the known word nearest to what was written; none where none is near.

    >>> did_you_mean("gim", ["gym", "pool"]), did_you_mean("x", ["gym"])
    ('did you mean `gym`?', None)
    """
    near = _nearest(word, known, cutoff)
    return Hint("did_you_mean", near=near) if near else None


def one_of(options: Iterable[str], word: object = "") -> Hint:
    """A hint that names every option, the one nearest to ``word`` first.

    >>> one_of(["gym", "pool"]), one_of(["gym", "pool"], "gim")
    ('one of gym, pool', 'did you mean `gym`? one of gym, pool')
    """
    options = list(options)
    near = _nearest(word, options, 0.6)
    code = "near_or_one_of" if near else "one_of"
    return Hint(code, options=options, **({"near": near} if near else {}))


def _nearest(word: object, known: Iterable[str], cutoff: float) -> str | None:
    from difflib import get_close_matches

    folded = {each.casefold(): each for each in known}
    near = get_close_matches(spelled(word, SHOWN).casefold(), folded, n=1, cutoff=cutoff)
    return folded[near[0]] if near else None


def _rebuild(kind: type[SubhubError], args: tuple[Any, ...], state: dict[str, Any]) -> SubhubError:
    error = kind.__new__(kind, *args)
    error.args = args
    error.__dict__.update(state)
    return error
