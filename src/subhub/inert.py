"""Inert text: what others wrote, made so that it does nothing where it is shown.

Documents, options, file names, the sentences and exceptions of an adapter: all of it is text that
somebody else chose. Shown raw it could move the cursor of a terminal, begin a line that reads
as ours, or turn the direction of writing. What a channel beyond that has signs of its own for
(Markdown, HTML, calendars) has an encoder in ``subhub.render.encoders``.
"""

from __future__ import annotations

import re

#: control characters but tab and line ends; with them the signs that turn the direction of
#: writing, end a line unseen, or are no characters
CONTROLS = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
_LINE_ENDS = re.compile("[\t\r\n]+")
#: characters shown of what somebody else wrote, and of the path of a file
SHOWN, PATH_SHOWN = 200, 4096
#: Python refuses to spell longer numbers
_BITS = 256


def inert(text: str) -> str:
    r"""The text on one line, every character in it visible.

    >>> inert("acct\n77\x1b[2J")
    'acct 77\\x1b[2J'
    >>> inert("解約"), inert("\ud800")
    ('解約', '\\ud800')
    """
    if text.isascii() and text.isprintable():
        return text
    return CONTROLS.sub(_escaped, _LINE_ENDS.sub(" ", text))


def shortened(text: str, width: int = SHOWN) -> str:
    """At most ``width`` characters of it, inert.

    >>> shortened("x" * 1_000_000, 5)
    'xxxx…'
    """
    return inert(text if len(text) <= width else text[: width - 1] + "…")


def spelled(value: object, width: int = SHOWN) -> str:
    """Any value as short text; one that cannot be spelled is called by its type.

    >>> spelled(True), spelled([1, 2]), spelled(2**90_000)[:5]
    ('True', '[1, 2]', '0x100')
    """
    if isinstance(value, int) and value.bit_length() > _BITS:
        return shortened(hex(value), width)
    try:
        return shortened(str(value), width)
    except Exception:  # a stranger's type, or a number in a list that is too long for Python
        return type(value).__name__


def whole_number(text: str, digits: int = 9) -> int | None:
    """The number that so many ASCII digits at most spell; ``None`` for anything else.

    ``str.isdigit`` holds for ``²`` as well, which ``int`` refuses.

    >>> whole_number("30"), whole_number("²"), whole_number("３"), whole_number("-1")
    (30, None, None, None)
    """
    short = len(text) <= digits and text.isascii() and text.isdigit()
    return int(text) if short else None


def _escaped(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode("ascii")
