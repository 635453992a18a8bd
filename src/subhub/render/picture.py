"""Picture: what there is to draw of timelines, before it is known how it will be drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from subhub.model.cancellation import Cancellation
    from subhub.model.timeline import Timeline

#: what a span is filled with: money that comes back, else what stands in the way
Fill = Literal["money", "agreement", "open", "none", "blocked", "unknown", "nothing", "not_covered"]
_VERDICTS: dict[str, Fill] = {
    "blocked": "blocked",
    "unknown": "unknown",
    "nothing_to_do": "nothing",
    "not_covered": "not_covered",
}


@dataclass(frozen=True, slots=True)
class DrawnSpan:
    """The days ``[since, until)`` drawn alike, and the number they have in the list below."""

    since: date
    until: date
    fill: Fill
    number: int


@dataclass(frozen=True, slots=True)
class Bar:
    """One way through time."""

    label: str
    spans: tuple[DrawnSpan, ...]


def bar(timeline: Timeline, label: str) -> Bar:
    """The timeline as a bar."""
    return Bar(
        label,
        tuple(
            DrawnSpan(span.since, span.until, choose_fill(span.answer), number)
            for number, span in enumerate(timeline.spans, 1)
        ),
    )


def choose_fill(answer: Cancellation) -> Fill:
    """What the span of an answer is filled with."""
    if answer.verdict != "allowed":
        return _VERDICTS[answer.verdict]
    refund = answer.refund
    if "refund.kind" in answer.unknown or "refund.amount" in answer.unknown:
        return "open"
    if refund is None or refund.kind in (None, "none"):
        return "none"
    if refund.kind == "by_agreement":
        return "agreement"
    amount = refund.amount or refund.at_most
    return "none" if amount is not None and amount.amount == 0 else "money"


def find_fills(bars: Sequence[Bar]) -> list[Fill]:
    """The fills that are drawn, in the order they come."""
    return list(dict.fromkeys(each.fill for bar in bars for each in bar.spans))


def edges(bars: Sequence[Bar]) -> list[date]:
    """Every day on which a span of some bar begins, in order."""
    return sorted({each.since for bar in bars for each in bar.spans})


def places(bars: Sequence[Bar], room: int, least: int) -> dict[date, int]:
    """Where each edge, and the end, stands on an axis of ``room`` units, common to all bars.

    Long spans are drawn shorter than they are (by the square root), so that a window of
    days can be seen beside a year; none is shorter than ``least``.
    """
    days = [*edges(bars), max(each.until for bar in bars for each in bar.spans)]
    weights = [sqrt((later - day).days) for day, later in pairwise(days)]
    spare = max(0, room - least * len(weights))
    at, found = 0.0, {}
    for day, weight in zip(days, weights, strict=False):
        found[day] = round(at)
        at += least + spare * weight / sum(weights)
    found[days[-1]] = round(at)
    return found


def place(day: date, at: dict[date, int]) -> int:
    """Where a day between two edges stands.

    >>> place(date(2026, 1, 6), {date(2026, 1, 1): 0, date(2026, 1, 11): 100})
    50
    """
    before = max(edge for edge in at if edge <= day)
    later = min((edge for edge in at if edge > day), default=before)
    share = (day - before) / (later - before) if later > before else 0
    return round(at[before] + share * (at[later] - at[before]))


def stack(labels: Sequence[tuple[int, int]], room: int, gap: int) -> list[tuple[int, int]]:
    """The row (0 = lowest) and the start of labels, each given by its place and its width.

    Labels that would overlap stand in rows above each other. They are placed from the
    right, so what stands lower always begins further right, and no line down from a label
    meets a word.

    >>> stack([(0, 11), (4, 6), (40, 11)], 78, 1)
    [(1, 0), (0, 4), (0, 40)]
    """
    bounds: list[int] = []  # where each row is still free, from the left
    found = []
    last = room
    for place, wide in reversed(labels):
        start = last = max(0, min(place, room - wide, last - 2 * gap))
        row = next(
            (n for n, bound in enumerate(bounds) if start + wide + gap <= bound), len(bounds)
        )
        bounds += [room] if row == len(bounds) else []
        bounds[: row + 1] = [start] * (row + 1)
        found.append((row, start))
    return found[::-1]
