"""Sentences that know their code: English as text, any other language by looking the code up."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, ClassVar, Self

from subhub.errors.english import ERRORS, HINTS
from subhub.inert import PATH_SHOWN, SHOWN, spelled

#: a path is of no use in part
_ROOM = dict.fromkeys(("path", "file", "options", "near"), PATH_SHOWN)


class Sentence(str):
    """An English sentence with the code it has and the values that fill it in.

    It is text like any other, so that an error costs no catalogue; ``code`` and ``values``
    (texts by name) say the same in every language.

    >>> Sentence("unknown_key", key="balnce")
    'unknown key `balnce`'
    """

    __slots__ = ("code", "values")
    kind: ClassVar[str] = "error"
    english: ClassVar[Mapping[str, str]] = ERRORS
    code: str
    values: Mapping[str, str]

    def __new__(cls, code: str, /, **values: object) -> Self:
        """The sentence of the table; :class:`KeyError` for a code or value that it lacks."""
        return cls.of(cls.english[code], code, values)

    @classmethod
    def of(cls, template: str, code: str, values: Mapping[str, object]) -> Self:
        """A sentence that is in no table here, such as one of an adapter.

        What fills it in is shortened and inert: it is what somebody else wrote.
        """
        told = {name: written(value, _ROOM.get(name, SHOWN)) for name, value in values.items()}
        self = super().__new__(cls, template.format_map(told))
        self.code, self.values = code, told
        return self

    def __reduce__(self) -> tuple[Any, ...]:
        return _again, (type(self), str(self), self.code, dict(self.values))


class Hint(Sentence):
    """What would be right.

    >>> Hint("one_of", options=["cancel", "resume"])
    'one of cancel, resume'
    """

    __slots__ = ()
    kind = "hint"
    english = HINTS

    @classmethod
    def beside(cls, sentence: Sentence) -> Hint | None:
        """The hint that always goes with an error, if it has one."""
        template = HINTS.get(sentence.code)
        return cls.of(template, sentence.code, sentence.values) if template else None


def written(value: object, width: int = SHOWN) -> str:
    """A value as short text: as a document has it, several with commas between them."""
    if isinstance(value, Sentence):
        return value
    if isinstance(value, Iterable) and not isinstance(value, str):
        return ", ".join(each if isinstance(each, Sentence) else spelled(each) for each in value)
    return spelled(value, width)


def _again(kind: type[Sentence], text: str, code: str, values: Mapping[str, str]) -> Sentence:
    sentence = str.__new__(kind, text)
    sentence.code, sentence.values = code, values
    return sentence
