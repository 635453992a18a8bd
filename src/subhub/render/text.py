"""Text on a grid of columns: how wide it is, and where a line may end.

Japanese characters are two columns wide and lines may end between most of them, but none
begins with a closing mark or ends with an opening one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

#: the width that pages are laid out for where nobody says otherwise
COLUMNS = 80

_CLOSING = (
    "、。，．・：；！？」』）】〕〉》〟’”ー々ゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"
    ",.:;!?)]}…%％\xa0"
)
_OPENING = "「『（【〔〈《〝‘“([{"


@cache
def _atom() -> re.Pattern[str]:
    """What is kept together in Japanese text: a date, a word in katakana or kanji, a verb's
    ending, one other wide character, or a run of anything else without a space."""
    wide = "\u3001-\u30ff\u4e00-\u9fff\uff01-\uff60"
    return re.compile(
        r" +"
        r"|\d+[年月日件回円](?:\d+[月日])*(?:\([月火水木金土日]\))?"
        r"|[ァ-ヺー]{1,12}|[一-鿿々]{1,4}|ます|ました|ません|ください|です"
        rf"|[{wide}]|[^ {wide}]+"
    )


@cache
def _columns(char: str) -> int | None:
    """How wide a usual character is; none where the tables of widths have to tell.

    They are imported for such text only: that takes as long as everything else done here.
    """
    if " " <= char <= "~" or char in "\xa0·–—‘’“”…→↑↓✔✘éè":
        return 1
    wide = "ぁ" <= char <= "ゖ" or "゠" <= char <= "ヿ" or "一" <= char <= "鿿"
    return 2 if wide or "、" <= char <= "】" or "！" <= char <= "｠" else None


def width(text: str) -> int:
    """How many columns the text takes.

    >>> width("cancel"), width("解約"), width("Café ☕")
    (6, 4, 7)
    """
    if text.isascii():
        return len(text)
    each = [_columns(char) for char in text]
    if None not in each:
        return sum(columns or 0 for columns in each)
    from wcwidth import wcswidth

    return max(wcswidth(text), 0)


def pad(text: str, columns: int) -> str:
    """The text with spaces behind it up to so many columns."""
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
    """The text in lines of at most so many columns; only what cannot be parted is longer.

    >>> wrap("返金は、ありません。", 12)
    ['返金は、あり', 'ません。']
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
    lines += [line.rstrip()] if line.strip() or not lines else []
    return [line.replace("\xa0", " ") for line in lines]


def table(rows: Sequence[Sequence[str]], *, gap: int = 2) -> Iterator[str]:
    """Columns as wide as their widest cell; the last one is not filled up.

    >>> list(table([("解約", "2027"), ("stop", "–")]))
    ['解約  2027', 'stop  –']
    """
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        cells = [pad(cell, columns) for cell, columns in zip(row, widths, strict=True)]
        yield (" " * gap).join(cells).rstrip()


def _atoms(text: str) -> Iterator[str]:
    """The pieces between which a line may end."""
    if max(text, default="") < "\u2e80":
        yield from re.findall(r" +|[^ ]+", text)
        return
    piece = ""
    for found in _atom().finditer(text):
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
