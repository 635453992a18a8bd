"""A catalogue as text: where its messages begin, and those that are said as they stand."""

from __future__ import annotations

import re
from itertools import pairwise

_START = re.compile(r"^(-?[A-Za-z][\w-]*) *=", re.MULTILINE)
#: how a brace is written that is nothing to fill in, and what holds its place meanwhile
_BRACES = (('{"{"}', "\ue000"), ('{"}"}', "\ue001"))
#: a message of one line, or of several, with nothing to fill in
_PLAIN = re.compile(r"[\w-]+ *= *(\S[^{}\n]*?)\s*(?:\n#.*)?", re.DOTALL)
_BLOCK = re.compile(r"[\w-]+ *=\n((?:(?: +[^\s{}.*\[#][^{}\n]*)?\n)+)(?:#.*)?", re.DOTALL)


def split(text: str) -> dict[str, str]:
    """The source of every message and term of a catalogue, by id; terms begin with ``-``.

    >>> split("# greetings\\nhello = Hello\\nbye =\\n    Bye\\n")
    {'hello': 'hello = Hello\\n', 'bye': 'bye =\\n    Bye\\n'}
    """
    starts = list(_START.finditer(text))
    ends = [*(start.start() for start in starts), len(text)]
    return {
        start[1]: text[since:until]
        for start, (since, until) in zip(starts, pairwise(ends), strict=True)
    }


def plain(source: str) -> str | None:
    """A message with nothing to fill in: said as it stands, and never parsed.

    >>> plain("bye = Bye\\n"), plain("bye =\\n    Bye,\\n      you\\n"), plain("bye = { $name }\\n")
    ('Bye', 'Bye,\\n  you', None)
    """
    for written, held in _BRACES:
        source = source.replace(written, held)
    said = _line_or_block(source)
    for written, held in _BRACES:
        said = said and said.replace(held, written[2])
    return said


def _line_or_block(source: str) -> str | None:
    if line := _PLAIN.fullmatch(source):
        return line[1]
    block = _BLOCK.fullmatch(source)
    if block is None:
        return None
    from textwrap import dedent

    return dedent(block[1]).strip("\n")
