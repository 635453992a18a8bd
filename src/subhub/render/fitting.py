"""Tables that fit: as wide as what is in them, shortened where they must, else block by block."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from subhub.inert import inert
from subhub.render.text import cut, table, width

GAP, LEAST = 2, 10


def fit(rows: Sequence[Sequence[str]], room: int, *, down: bool = False) -> Iterator[str]:
    """The rows, the first of them the headings, in at most ``room`` columns.

    Cells of the widest columns are shortened first. Where even short cells have no room side
    by side, each row is a block of its own below its first cell; with ``down`` each column.

    >>> list(fit([["", "ends"], ["dp", "12 Nov 2027"]], 30))
    ['    ends', 'dp  12 Nov 2027']
    >>> list(fit([["", "ends", "back"], ["dp", "12 Nov 2027", "216.00 USD"]], 20))
    ['dp', '  ends  12 Nov 2027', '  back  216.00 USD']
    """
    rows = [[inert(cell) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    gaps = GAP * (len(widths) - 1)
    if sum(min(each, LEAST) for each in widths) + gaps > room:
        return _blocks(list(zip(*rows, strict=True)) if down else rows, room)
    while sum(widths) + gaps > room:
        widths[widths.index(max(widths))] -= 1
    return table([[cut(cell, wide) for cell, wide in zip(row, widths, strict=True)]
                  for row in rows])  # fmt: skip


def _blocks(rows: Sequence[Sequence[str]], room: int) -> Iterator[str]:
    """Each row below its first cell, with the headings before its other cells."""
    _, *labels = rows[0]
    rest = room - GAP * 2 - max(map(width, labels))
    for first, *cells in rows[1:]:
        yield cut(first, room)
        told = [(label, cut(cell, rest)) for label, cell in zip(labels, cells, strict=True)]
        yield from (" " * GAP + line for line in table(told))
