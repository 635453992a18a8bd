"""Errors in words: each by its code and what it was raised with, in any language.

English stands with the error itself, so that it costs no catalogue. Other languages look up
``error-<code>`` and ``hint-<code>``: ours in ``locale/errors``, those of an adapter in its own
``locale``. A sentence that has no words in a language is said in English.
"""

from __future__ import annotations

import sys
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from subhub.errors import DocumentError, Problem, Sentence, SubhubError, in_a_line
from subhub.once import Kept
from subhub.words.catalogue import Words

if TYPE_CHECKING:
    from subhub.plugin.folder import Catalogues

#: the language of the sentences that errors are raised with
RAISED_IN = "en"


class Told(NamedTuple):
    """One thing that is wrong, said in one language; what is not known is empty or ``None``."""

    code: str
    field: str
    value: str
    message: str
    hint: str
    file: str
    line: int | None

    def __str__(self) -> str:
        """``FILE:LINE: field: message; hint``, leaving out what is not known."""
        return in_a_line(self)


def tell(
    error: SubhubError, lang: str = RAISED_IN, locale: Catalogues | None = None, file: str = ""
) -> list[Told]:
    """Everything that is wrong, in ``lang``; ``locale`` has the words of an adapter.

    A :class:`DocumentError` tells each of its problems, in the order of their lines; any other
    error is one, about ``file``.

    >>> from subhub.errors import RequestError
    >>> print(tell(RequestError("not_a_day", field="on", value="soon"), "ja")[0])
    on: `soon`は日付として読み取れません; `2026-11-21`のように書いてください
    """
    if isinstance(error, DocumentError):
        placed = sorted(error.problems, key=lambda each: (each.file, each.line or sys.maxsize))
        return [_problem(each, lang, locale) for each in placed]
    message, hint = say(error.message, lang, locale), say(error.hint, lang, locale)
    value = error.message.values.get("value", "")
    return [Told(error.code, error.field, value, message, hint, file, None)]


def say(sentence: str, lang: str, locale: Catalogues | None = None) -> str:
    """A sentence of an error, or a hint, in ``lang``; text without a code stays as it is."""
    if lang == RAISED_IN or not isinstance(sentence, Sentence):
        return str(sentence)
    message = f"{sentence.kind}-{sentence.code}"
    words = _words(lang, locale)
    if not words.has(message):
        return str(sentence)
    values = {name: say(value, lang, locale) for name, value in sentence.values.items()}
    return words.fill(message, values)


def error_locales() -> tuple[Catalogues, ...]:
    """The folders of the catalogues of our own errors; those of writing rules are apart."""
    errors = files("subhub.words") / "locale" / "errors"
    return errors, errors / "rules"


def _problem(problem: Problem, lang: str, locale: Catalogues | None) -> Told:
    return Told(
        problem.code,
        problem.field,
        problem.value,
        say(problem.message, lang, locale),
        say(problem.hint, lang, locale),
        problem.file,
        problem.line,
    )


_KNOWN: Kept[tuple[str, str], Words] = Kept()


def _words(lang: str, locale: Catalogues | None) -> Words:
    return _KNOWN.get(
        (lang, str(locale or "")),
        lambda: Words(lang, *error_locales(), *([locale] if locale else [])),
    )
