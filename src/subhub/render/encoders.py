"""Encoders: one for each channel, and the only way on which text leaves.

Whatever a user or an adapter wrote may stand in any text: ids, modes, file names, sentences,
exceptions. What has passed an encoder is :data:`Encoded`; nothing else can be printed, and the
type checker says so.

==========  =====================================================  =============================
channel     what could do something there                           encoder
==========  =====================================================  =============================
terminal    control characters, line ends, turned direction         :func:`subhub.inert.inert`
Markdown    its signs, unpaired backticks, HTML, entities           :func:`markdown`
HTML        markup, addresses that run scripts                      :func:`html`, :func:`address`
JSON        what a terminal would take for its own                  :func:`json_text`
calendar    line ends of every kind                                 :func:`lines`, `icalendar`
SVG         what XML has no place for                               :func:`inert`, `ElementTree`
==========  =====================================================  =============================

CSV has its own beside the files that are written, in ``subhub.frames``.
"""

from __future__ import annotations

import re
from typing import Any, NewType

from subhub.inert import CONTROLS, inert

#: text that may be printed as it is
Encoded = NewType("Encoded", str)

_WEB = ("https://", "http://")
#: what an address may hold as it is; brackets are not among it, they would end a link
_IN_ADDRESSES = "%/:?#@!$&'*+,;=~-._"
_MARKDOWN = re.compile(r"[\\`*_\[\]<>#|~]|&(?=#?\w+;)")
_CODE = re.compile("(`[^`]*`)")
#: what begins a list, a line or a heading where it stands first
_BULLET = re.compile(r"[-+](?=\s|$)|-(?=[-\s]*$)")
_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


def plain(text: str) -> Encoded:
    r"""Several lines of our own, each of them inert.

    >>> plain("id: a\x1b[2J\n")
    'id: a\\x1b[2J\n'
    """
    return Encoded("\n".join(inert(line) for line in text.split("\n")))


def lines(*texts: str) -> str:
    """Texts of which each is one line, whatever is in them."""
    return "\n".join(inert(text) for text in texts)


def html(text: str) -> str:
    """The text in HTML, between tags or between double quotes.

    >>> html('<img onerror="x">')
    '&lt;img onerror=&quot;x&quot;&gt;'
    """
    from html import escape

    return escape(inert(_spaced(text)))


def markdown(text: str) -> str:
    r"""The text in Markdown; what is paired in single backticks stays code.

    >>> markdown("`id` <b>"), markdown("`` ` <b> ` ``")
    ('`id` \\<b\\>', '\\`\\` \\` \\<b\\> \\` \\`\\`')
    >>> markdown("- not a list"), markdown("1. nor this")
    ('\\- not a list', '1\\. nor this')
    """
    text = inert(_spaced(text)).strip()
    runs = re.findall("`+", text)
    paired = len(runs) % 2 == 0 and all(len(run) == 1 for run in runs)
    parts = _CODE.split(text) if paired else [text]
    told = "".join(
        part if paired and part.startswith("`") else _MARKDOWN.sub(r"\\\g<0>", part)
        for part in parts
    )
    return _NUMBER.sub(r"\1\\\2", told, count=1) if _NUMBER.match(told) else (
        "\\" + told if _BULLET.match(told) else told
    )  # fmt: skip


def address(link: str) -> str:
    """An address of the web that stands in a link; empty for any other.

    >>> address("https://example.com/a b(c)"), address("javascript:alert(1)")
    ('https://example.com/a%20b%28c%29', '')
    """
    if not link.startswith(_WEB):
        return ""
    from urllib.parse import quote

    return quote(inert(link), safe=_IN_ADDRESSES)


def json_text(document: Any) -> Encoded:
    """The document as JSON; what a terminal would take for its own is escaped.

    >>> json_text({"id": "a\\x9b"})
    '{\\n  "id": "a\\\\u009b"\\n}'
    """
    import json

    text = json.dumps(document, ensure_ascii=False, indent=2)
    return Encoded(CONTROLS.sub(lambda found: f"\\u{ord(found[0]):04x}", text))


def _spaced(text: str) -> str:
    """Without the marks that keep a line of a terminal together."""
    return text.replace("\xa0", " ")
