"""Text on a grid of columns: how wide it is, and where a line may end.

Japanese characters are two columns wide and lines may end between most of them, but none
begins with a closing mark or ends with an opening one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_CLOSING = "、。，．・：；！？」』）】〕〉》〟’”ー々ゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ,.:;!?)]}…%％"
_OPENING = "「『（【〔〈《〝‘“([{"
# one column each, so that plain English needs no table of widths
_NARROW = re.compile("[\x20-\u02ff\u2010-\u2027\u2190-\u21ff\u2713-\u2718]*")
# what is kept together: a Japanese date, a word in katakana or kanji, one other wide
# character, or a run of anything else without a space
_ATOM = re.compile(
    r"\s+"
    r"|\d+[年月日件回円](?:\d+[月日])*(?:\([月火水木金土日]\))?"
    r"|[ァ-ヺー]{1,12}|[一-鿿々]{1,4}"
    r"|[ぁ-ゖ　-〿＀-￯]"
    r"|[^\sぁ-ヿ一-鿿　-〿＀-￯]+"
)


def width(text: str) -> int:
    """How many columns the text takes.

    >>> width("cancel"), width("解約")
    (6, 4)
    """
    if _NARROW.fullmatch(text):
        return len(text)
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)


def pad(text: str, columns: int) -> str:
    """The text with spaces behind it up to so many columns."""
    return text + " " * (columns - width(text))


def wrap(text: str, columns: int) -> list[str]:
    """The text in lines of at most so many columns; only what cannot be parted is longer.

    >>> wrap("返金は、ありません。", 12)
    ['返金は、', 'ありません。']
    """
    lines, line = [], ""
    for atom in _atoms(text):
        if not atom.strip():
            line += " " if line else ""
        elif width(line) + width(atom) <= columns:
            line += atom
        else:
            lines += [line.rstrip()] if line.strip() else []
            *full, line = _parted(atom, columns)
            lines += full
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _atoms(text: str) -> Iterator[str]:
    """The pieces between which a line may end."""
    piece = ""
    for found in _ATOM.finditer(text):
        atom = found[0]
        glued = piece and not atom.isspace() and not piece.isspace()
        if glued and (atom[0] in _CLOSING or piece[-1] in _OPENING):
            piece += atom
            continue
        if piece:
            yield piece
        piece = atom
    if piece:
        yield piece


def _parted(atom: str, columns: int) -> list[str]:
    """A piece that is longer than a line, cut; an address stays whole, to be clicked."""
    parts = []
    while width(atom) > columns and "://" not in atom:
        end = next(n for n in range(len(atom), 0, -1) if n == 1 or width(atom[:n]) <= columns)
        parts.append(atom[:end])
        atom = atom[end:]
    return [*parts, atom]
