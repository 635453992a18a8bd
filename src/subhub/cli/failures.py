"""Errors on standard error: one line each, or, for who asked for JSON, one document of all.

``subhub: FILE:LINE: field: message; hint``, or ``{"errors": [{"code": …, "message": …}]}``.
Standard output holds the answer alone, in the one form as in the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from subhub.cli import language
from subhub.cli.showing import put, put_lines
from subhub.render.encoders import json_text

if TYPE_CHECKING:
    from subhub.errors import SubhubError
    from subhub.plugin.folder import Catalogues
    from subhub.words.errors import Told

ERROR, USAGE = 1, 2
#: what is still to be printed as one document; ``None`` where lines are printed at once
_kept: list[Told] | None = None


def listen(arguments: Sequence[str]) -> None:
    """Set for this run whether errors are printed as JSON.

    The arguments are looked through before they are parsed: parsing has errors of its own.
    """
    global _kept
    wanted = "--format=json" in arguments or ("--format", "json") in pairwise(arguments)
    _kept = [] if wanted else None


def report(error: SubhubError, *, file: str = "") -> int:
    """Print every problem of ``error``, with the file it is about; the exit code."""
    from subhub.cli.misuse import Misuse

    for each in tell(error, file=file):
        if _kept is None:
            put_lines("subhub: " + " ".join(str(each).split()), err=True)
        else:
            _kept.append(each)
    return USAGE if isinstance(error, Misuse) else ERROR


def tell(error: SubhubError, *, file: str = "") -> list[Told]:
    """Everything that is wrong, in the language of this run."""
    from subhub.words.errors import RAISED_IN
    from subhub.words.errors import tell as tell_in

    lang = language.chosen()
    locale = None if lang == RAISED_IN else _locale(getattr(error, "platform", ""))
    return tell_in(error, lang, locale, file)


def finish() -> None:
    """Print the document of all errors, if there are any and JSON was asked for."""
    if _kept:
        put(json_text({"errors": [each._asdict() for each in _kept]}), err=True)


def _locale(platform: str) -> Catalogues | None:
    """The catalogues of the platform that the document is for, if there is such a platform."""
    from subhub.errors import SubhubError
    from subhub.hub.registry import Registry

    try:
        return Registry().adapter(platform).locale() if platform else None
    except SubhubError:
        return None
