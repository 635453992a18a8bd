"""Timelines as a picture of characters: a bar for each way, its edges dated, no colour needed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from subhub.inert import inert
from subhub.render.picture import Bar, DrawnSpan, Fill, edges, find_fills, places, stack
from subhub.render.text import COLUMNS, pad, width

_FILLS: dict[Fill, tuple[str, str]] = {  # with blocks, and where only ASCII can be shown
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
T = TypeVar("T")


def bars(
    drawn: Sequence[Bar],
    *,
    day: Callable[[date], str],
    legend: Callable[[Fill], str],
    columns: int = COLUMNS,
    ascii_only: bool = False,
) -> list[str]:
    """Lines of at most ``columns`` columns: dates, a line for each bar, and a legend.

    ``day`` and ``legend`` give the words. Each span begins with its number, so that it
    can be looked up in a list.
    """
    day, legend = _inert(day), _inert(legend)
    room = columns - len(_MARGIN)
    at = places(drawn, room, _LEAST)
    signs = ("|", "v") if ascii_only else ("│", "▼")
    lines = list(_dates(edges(drawn), at, day, room, *signs))
    for bar in drawn:
        lines += [inert(bar.label)] if bar.label else []
        lines.append("".join(_line_of(each, at, ascii_only=ascii_only) for each in bar.spans))
    lines += ["", *_legend(find_fills(drawn), legend, room, ascii_only=ascii_only)]
    return [(_MARGIN + line).rstrip() for line in lines]


def _inert(say: Callable[[T], str]) -> Callable[[T], str]:
    return lambda each: inert(say(each))


def _line_of(span: DrawnSpan, at: dict[date, int], *, ascii_only: bool) -> str:
    columns = at[span.until] - at[span.since]
    sign = _FILLS[span.fill][ascii_only]
    return (str(span.number) + sign * columns)[:columns]


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
    found = stack([(at[d], width(s)) for d, s in zip(days, said, strict=True)], room, 1)
    for row in range(max(row for row, _ in found), -1, -1):
        text = ""
        for words, (stands, start) in zip(said, found, strict=True):
            if stands >= row:
                text = pad(text, start) + (words if stands == row else line)
        yield text
    tips = {at[edge] for edge in days}
    yield "".join(tip if n in tips else " " for n in range(room))


def _legend(
    found: list[Fill], legend: Callable[[Fill], str], room: int, *, ascii_only: bool
) -> Iterator[str]:
    line = ""
    for fill in found:
        said = f"{_FILLS[fill][ascii_only] * 2} {legend(fill)}"
        if line and width(line) + 3 + width(said) > room:
            yield line
            line = ""
        line += ("   " if line else "") + said
    yield line
