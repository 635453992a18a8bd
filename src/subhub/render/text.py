"""Text by display width: a Chinese or Japanese character takes two columns."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

#: the width pictures are drawn for where nobody says otherwise
COLUMNS = 80
# what must not begin a line stays with what stands before it
_PIECE = re.compile(r"\s+|(?:[!-~]+|\S)[、。,.)」』:;!?ー・々…%]*")


def width(text: str) -> int:
    """How many columns ``text`` takes.

    >>> width("plan"), width("解約")
    (4, 4)
    """
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth

    return max(0, wcswidth(text))


def pad(text: str, columns: int) -> str:
    """``text`` filled up with blanks to so many columns."""
    return text + " " * (columns - width(text))


def cut(text: str, columns: int) -> str:
    """``text``, shortened with ``…`` where it takes more columns.

    >>> cut("monthly plan", 8), cut("月払いプラン", 8)
    ('monthly…', '月払い…')
    """
    if width(text) <= columns:
        return text
    kept = ""
    for char in text:
        if width(kept + char) > columns - 1:
            break
        kept += char
    return kept.rstrip() + "…"


def wrap(text: str, columns: int) -> list[str]:
    """Lines of at most so many columns; Japanese breaks between any two characters.

    >>> wrap("the plan ends", 9), wrap("解約はできます。", 10)
    (['the plan', 'ends'], ['解約はでき', 'ます。'])
    """
    lines, line = [], ""
    for piece in _PIECE.findall(text):
        if line and width(line + piece.rstrip()) > columns:
            lines.append(line.rstrip())
            line = ""
        line += piece if line or not piece.isspace() else ""
    return [*lines, line.rstrip()]


def table(rows: Sequence[Sequence[str]], *, gap: int = 2) -> Iterator[str]:
    """Columns as wide as their widest cell; the last one is not filled up.

    >>> list(table([("解約", "2027"), ("stop", "–")]))
    ['解約  2027', 'stop  –']
    """
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [pad(cell, columns) for cell, columns in zip(row, widths, strict=True)]
        yield (" " * gap).join(cells).rstrip()
