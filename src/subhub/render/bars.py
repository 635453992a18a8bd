"""Timelines as a picture of characters: a bar for each way, its edges dated, no colour needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from subhub.render.picture import Bar, Kind, Stretch, edges, kinds, places, stacked
from subhub.render.text import COLUMNS, pad, width

_FILLS: dict[Kind, tuple[str, str]] = {  # with blocks, and where only ASCII can be shown
    "money": ("█", "$"),
    "agreement": ("▓", "%"),
    "open": ("▒", "~"),
    "none": ("░", "="),
    "blocked": ("×", "x"),
    "unknown": ("?", "?"),
    "nothing": ("·", "."),
    "not_covered": ("-", "-"),
}
_LEAST, _MARGIN = 3, "  "


def bars(
    drawn: Sequence[Bar],
    *,
    day: Callable[[date], str],
    legend: Callable[[Kind], str],
    columns: int = COLUMNS,
    ascii_only: bool = False,
) -> list[str]:
    """Lines of at most ``columns`` columns: dates, a line for each bar, and a legend.

    ``day`` and ``legend`` give the words. Each stretch begins with its number, so that it
    can be looked up in a list.
    """
    room = columns - len(_MARGIN)
    at = places(drawn, room, _LEAST)
    signs = ("|", "v") if ascii_only else ("│", "▼")
    lines = list(_dates(edges(drawn), at, day, room, *signs))
    for bar in drawn:
        lines += [bar.label] if bar.label else []
        lines.append("".join(_stretch(each, at, ascii_only=ascii_only) for each in bar.stretches))
    lines += ["", *_legend(kinds(drawn), legend, room, ascii_only=ascii_only)]
    return [(_MARGIN + line).rstrip() for line in lines]


def _stretch(stretch: Stretch, at: dict[date, int], *, ascii_only: bool) -> str:
    columns = at[stretch.until] - at[stretch.since]
    fill = _FILLS[stretch.kind][ascii_only]
    return (str(stretch.number) + fill * columns)[:columns]


def _dates(
    days: list[date],
    at: dict[date, int],
    day: Callable[[date], str],
    room: int,
    line: str,
    tip: str,
) -> Iterator[str]:
    """Dates above their edges; those that would overlap move up, with a line down."""
    said = [day(edge) for edge in days]
    found = stacked([(at[d], width(s)) for d, s in zip(days, said, strict=True)], room, 1)
    for row in range(max(row for row, _ in found), -1, -1):
        text = ""
        for words, (stands, start) in zip(said, found, strict=True):
            if stands >= row:
                text = pad(text, start) + (words if stands == row else line)
        yield text
    tips = {at[edge] for edge in days}
    yield "".join(tip if n in tips else " " for n in range(room))


def _legend(
    found: list[Kind], legend: Callable[[Kind], str], room: int, *, ascii_only: bool
) -> Iterator[str]:
    line = ""
    for kind in found:
        said = f"{_FILLS[kind][ascii_only] * 2} {legend(kind)}"
        if line and width(line) + 3 + width(said) > room:
            yield line
            line = ""
        line += ("   " if line else "") + said
    yield line
