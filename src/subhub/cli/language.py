"""The language to speak: ``--lang`` wherever it stands, else the locale, else English."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

LANGUAGES = ("en", "ja")
_chosen = "en"


def choose(arguments: Sequence[str], environ: Mapping[str, str] = os.environ) -> str:
    """Set and return the language of this run.

    The arguments are looked through before they are parsed, because help and the errors
    of parsing speak it too.

    >>> choose(["preview", "--lang", "ja", "--help"], {})
    'ja'
    >>> choose([], {"LANG": "ja_JP.UTF-8"}), choose([], {"LANG": "ja_JP.UTF-8", "LC_ALL": "C"})
    ('ja', 'en')
    """
    global _chosen
    _chosen = _asked(arguments) or _locale(environ)
    return _chosen


def chosen() -> str:
    """The language of this run."""
    return _chosen


def _asked(arguments: Sequence[str]) -> str | None:
    given = None
    for index, argument in enumerate(arguments):
        if argument == "--":
            break
        name, _, value = argument.partition("=")
        if name == "--lang":
            given = value or next(iter(arguments[index + 1 :]), "")
    return given if given in LANGUAGES else None


def _locale(environ: Mapping[str, str]) -> str:
    names = (environ.get(name) for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    first = next((name for name in names if name), "")
    return "ja" if first.lower().startswith("ja") else "en"
