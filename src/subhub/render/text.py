"""Text on a grid of columns: how wide it is, and where a line may end.

Japanese characters are two columns wide and lines may end between most of them, but none
begins with a closing mark or ends with an opening one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from subhub.once import once

#: the width that pages are laid out for where nobody says otherwise
COLUMNS = 80

_CLOSING = (
    "、。，．・：；！？」』）】〕〉》〟’”ー々ゝゞぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ"
    ",.:;!?)]}…%％\xa0"
)
_OPENING = "「『（【〔〈《〝‘“([{"


#: so many characters are looked at together: the time grows with the square of them
_AT_ONCE = 500
#: what stands as a whole between phrases: spaces, and a date
_WHOLE = re.compile(r"( +|(?<!\d)\d{1,4}年(?:\d{1,2}月)?(?:\d{1,2}日)?(?:\([月火水木金土日]\))?)")


@lru_cache(maxsize=4096)
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

    Japanese is parted between phrases, as BudouX finds them, never inside a word.

    >>> wrap("返金は、ありません。", 12)
    ['返金は、', 'ありません。']
    """
    lines: list[str] = []
    line, taken = "", 0
    for atom in _atoms(text):
        if not atom.strip():
            line, taken = (line + " ", taken + 1) if line else ("", 0)
            continue
        room = width(atom)
        if taken + room > columns:
            lines += [line.rstrip()] if line.strip() else []
            *full, line = _parted(atom, columns)
            lines += full
            taken = width(line)
        else:
            line, taken = line + atom, taken + room
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
        return iter(re.findall(r" +|[^ ]+", text))
    return _glued(_phrases(text))


def _glued(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces, closing marks with what they close and opening ones with what they open."""
    whole = ""
    for piece in pieces:
        glued = whole and not piece.isspace() and not whole.isspace()
        if glued and (piece[0] in _CLOSING or whole[-1] in _OPENING):
            whole += piece
            continue
        if whole:
            yield whole
        whole = piece
    if whole:
        yield whole


def _phrases(text: str) -> Iterator[str]:
    """Runs of spaces, dates, words of other languages, and the phrases of Japanese text."""
    for run in filter(None, _WHOLE.split(text)):
        if max(run) < "\u2e80" or _WHOLE.fullmatch(run):
            yield run
        else:
            for start in range(0, len(run), _AT_ONCE):
                yield from _parser().parse(run[start : start + _AT_ONCE])


@once
def _parser() -> Any:
    from budoux import load_default_japanese_parser

    return load_default_japanese_parser()


def _parted(atom: str, columns: int) -> list[str]:
    """A piece that is longer than a line, cut; an address stays whole, to be clicked."""
    if width(atom) <= columns or "://" in atom:
        return [atom]
    parts, part, taken = [], "", 0
    for piece in _glued(atom) if max(atom) >= "\u2e80" else atom:
        room = width(piece)
        if part and taken + room > columns:
            parts.append(part)
            part, taken = "", 0
        part, taken = part + piece, taken + room
    return [*parts, part]
