"""The language to speak: ``--lang`` wherever it stands, else the locale, else English."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from subhub.plugin.guarded import Guarded
    from subhub.words import Words

LANGUAGES = ("en", "ja")
#: two languages beside each other, where a command offers that
BOTH = ("en,ja", "ja,en")
_chosen: tuple[str, ...] = ("en",)
#: the language of platforms' screens, where it is not that of the answer
_ui: str | None = None


def choose(arguments: Sequence[str], environ: Mapping[str, str] = os.environ) -> str:
    """Set and return the language of this run.

    The arguments are looked through before they are parsed, because help and the errors
    of parsing speak it too.

    >>> choose(["preview", "--lang", "ja", "--help"], {})
    'ja'
    >>> choose([], {"LANG": "ja_JP.UTF-8"}), choose([], {"LANG": "ja_JP.UTF-8", "LC_ALL": "C"})
    ('ja', 'en')
    """
    global _chosen, _ui
    _chosen, _ui = _asked(arguments) or (_locale(environ),), None
    return chosen()


def chosen() -> str:
    """The language of this run; the first of two."""
    return _chosen[0]


def all_chosen() -> tuple[str, ...]:
    """Every language that answers are asked for in, in order."""
    return _chosen


def ui() -> str | None:
    """The language of platforms' screens (``--ui-lang``); ``None`` for that of the answer."""
    return _ui


def choose_ui(lang: str | None) -> None:
    """Set the language of platforms' screens for this run."""
    global _ui
    _ui = lang


@contextmanager
def speaking(lang: str) -> Iterator[None]:
    """Speak one language inside, whatever was chosen for the run."""
    global _chosen
    before, _chosen = _chosen, (lang,)
    try:
        yield
    finally:
        _chosen = before


def said_by(adapter: Guarded | None = None) -> Words:
    """The words of the platform and of everything shown, in the language of this run."""
    from subhub.words import words

    return words(chosen(), adapter, "subhub.render", "subhub.cli", ui=ui())


def _asked(arguments: Sequence[str]) -> tuple[str, ...] | None:
    given = ""
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        name, _, value = argument.partition("=")
        if name == "--lang":
            given = value or next(iter(arguments[index + 1 :]), "")
    return tuple(given.split(",")) if given in (*LANGUAGES, *BOTH) else None


def _locale(environ: Mapping[str, str]) -> str:
    names = (environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    first = next((name for name in names if name), "")
    return "ja" if first.lower().startswith("ja") else "en"
