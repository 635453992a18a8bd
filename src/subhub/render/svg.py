"""Timelines as SVG: for a page or a mail, readable without colour and by a screen reader.

Self-contained: no script, no style sheet, no font or picture from elsewhere. Meaning is in
words and patterns; dark on white throughout.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from subhub.inert import inert
from subhub.render import picture
from subhub.render.encoders import lines
from subhub.render.phrases import dates, money, outcome
from subhub.render.picture import Bar, DrawnSpan, Fill, edges, place, places, stack
from subhub.render.text import width, wrap

if TYPE_CHECKING:
    from subhub.model.timeline import Timeline
    from subhub.words import Words

WIDE, MARGIN, LINE, TALL, LETTER = 760, 20, 20, 28, 7.5
_LEAST = 24
_FONT = "system-ui, 'Hiragino Sans', 'Noto Sans CJK JP', 'Yu Gothic', Meiryo, sans-serif"
_INK = "#1a1a1a"
#: what a fill's pattern is made of (a path in a square of 8), and the light ground below it
_PATTERNS: dict[Fill, tuple[str, str]] = {
    "money": ("", "#bfe3c5"),
    "agreement": ("M0 8L8 0", "#e3efe4"),
    "open": ("M2 2h1M6 6h1", "#fbeec2"),
    "none": ("M0 4H8", "#f2f2f2"),
    "blocked": ("M0 0L8 8M8 0L0 8", "#f6d5d2"),
    "unknown": ("M4 1v1M4 5v1", "#fff8dd"),
    "nothing": ("", "#ffffff"),
    "not_covered": ("M4 0V8", "#eeeeee"),
}


def draw(
    made: Sequence[Timeline], said: Words, *, title: str, renewal: date | None = None
) -> bytes:
    """The SVG document of timelines that share a span; a ``renewal`` in it is marked."""
    bars = [picture.bar(each, said.say(f"mode-{each.mode}") if each.mode else "") for each in made]
    root = Element("svg", {"xmlns": "http://www.w3.org/2000/svg", "role": "img"})
    root.set("lang", said.lang)
    if renewal is not None and not made[0].since <= renewal < made[0].until:
        renewal = None
    description = _description(made, bars, renewal, said)
    # several pictures may stand on one page, where ids have to differ
    key = sha256(f"{inert(title)}\n{description}".encode()).hexdigest()[:8]
    root.set("aria-labelledby", f"title-{key} desc-{key}")
    named = inert(said.say("tl-picture", what=title))
    SubElement(root, "title", id=f"title-{key}").text = named
    SubElement(root, "desc", id=f"desc-{key}").text = description
    _patterns(SubElement(root, "defs"), picture.find_fills(bars))
    ground = SubElement(root, "rect", width="100%", height="100%", fill="#ffffff")
    body = SubElement(root, "g", {"font-family": _FONT, "font-size": "13", "fill": _INK})
    _text(body, MARGIN, MARGIN + 10, named, bold=True)
    at = places(bars, WIDE - 2 * MARGIN, _LEAST)
    top = first = _dates(body, edges(bars), at, said, MARGIN + 22)
    for each, timeline in zip(bars, made, strict=True):
        top = _bar(body, each, timeline, at, said, top)
    if renewal is not None:
        top = _renewal(body, renewal, at, said, first, top)
    top = _legend(body, picture.find_fills(bars), said, top + 10)
    _text(body, MARGIN, top + 12, said.say("tl-note"))
    top += LINE
    for timeline, each in zip(made, bars, strict=True):
        top = _list(body, timeline, each.label, said, top + 8)
    root.set("viewBox", f"0 0 {WIDE} {top + MARGIN - 8}")
    root.set("width", str(WIDE))
    ground.set("height", str(top + MARGIN - 8))
    indent(root, " ")
    drawn: str = tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{drawn}\n'.encode()


def _text(into: Element, x: float, y: float, text: str, *, bold: bool = False) -> Element:
    made = SubElement(into, "text", x=f"{x:g}", y=f"{y:g}")
    if bold:
        made.set("font-weight", "bold")
    made.text = inert(text)
    return made


def _patterns(into: Element, found: list[Fill]) -> None:
    for fill in found:
        lines, ground = _PATTERNS[fill]
        made = SubElement(
            into,
            "pattern",
            id=f"subhub-{fill}",
            width="8",
            height="8",
            patternUnits="userSpaceOnUse",
        )
        SubElement(made, "rect", width="8", height="8", fill=ground)
        if lines:
            style = {"stroke": "#555555", "stroke-width": "1", "stroke-linecap": "round"}
            SubElement(made, "path", style, d=lines, fill="none")


def _dates(into: Element, days: list[date], at: dict[date, int], said: Words, top: float) -> float:
    """Dates over their edges, each with a line down; where the first bar begins."""
    labels = [said.day(day) for day in days]
    wide = [
        (at[day], round(width(label) * LETTER)) for day, label in zip(days, labels, strict=True)
    ]
    found = stack(wide, WIDE - 2 * MARGIN, 8)
    rows = max(row for row, _ in found) + 1
    bottom = top + rows * LINE
    for day, label, (row, start) in zip(days, labels, found, strict=True):
        y = bottom - row * LINE
        x = MARGIN + at[day]
        SubElement(into, "path", d=f"M{x} {y - 12}V{bottom + 8}", stroke="#777777")
        _text(into, MARGIN + start + 3, y - 2, label)
    return bottom + 8


def _bar(
    into: Element, drawn: Bar, timeline: Timeline, at: dict[date, int], said: Words, top: float
) -> float:
    """One bar below its label; hovering over a span shows what it says."""
    if drawn.label:
        _text(into, MARGIN, top + 14, drawn.label, bold=True)
        top += LINE
    for each, span in zip(drawn.spans, timeline.spans, strict=True):
        group = SubElement(into, "g")
        SubElement(group, "title").text = inert(
            f"{_range(each, said)}: {outcome(span.answer, said)}"
        )
        x, wide = MARGIN + at[each.since], at[each.until] - at[each.since]
        frame = {"fill": f"url(#subhub-{each.fill})", "stroke": _INK}
        SubElement(group, "rect", frame, x=str(x), y=f"{top:g}", width=str(wide), height=str(TALL))
        SubElement(group, "circle", cx=str(x + 12), cy=f"{top + 14:g}", r="9", fill="#ffffff")
        number = _text(group, x + 12, top + 18.5, str(each.number), bold=True)
        number.set("text-anchor", "middle")
    return top + TALL + 6


def _renewal(
    into: Element, day: date, at: dict[date, int], said: Words, top: float, bottom: float
) -> float:
    """A broken line through all bars on the renewal date, and what it is below them."""
    x = MARGIN + place(day, at)
    line = {"stroke": _INK, "stroke-width": "2", "stroke-dasharray": "4 3"}
    SubElement(into, "path", line, d=f"M{x} {top:g}V{bottom + 4:g}")
    label = said.say("tl-renewal", day=day)
    wide = width(label) * LETTER
    _text(into, min(max(MARGIN, x - wide / 2), WIDE - MARGIN - wide), bottom + 18, label)
    return bottom + LINE


def _legend(into: Element, found: list[Fill], said: Words, top: float) -> float:
    x = float(MARGIN)
    for fill in found:
        label = said.say(f"fill-{fill}")
        wide = 32 + width(label) * LETTER + 12
        if x > MARGIN and x + wide > WIDE - MARGIN:
            x, top = float(MARGIN), top + LINE
        frame = {"fill": f"url(#subhub-{fill})", "stroke": _INK}
        SubElement(into, "rect", frame, x=f"{x:g}", y=f"{top:g}", width="24", height="14")
        _text(into, x + 30, top + 12, label)
        x += wide
    return top + LINE


def _list(into: Element, timeline: Timeline, label: str, said: Words, top: float) -> float:
    """Every span in words, so that nothing is in the picture alone."""
    if label:
        _text(into, MARGIN, top + 14, label, bold=True)
        top += LINE
    for line in _lines(timeline, said):
        for number, part in enumerate(wrap(line, int((WIDE - 2 * MARGIN - 16) / LETTER))):
            _text(into, MARGIN + (16 if number else 0), top + 14, part)
            top += LINE
    return top


def _lines(timeline: Timeline, said: Words) -> Iterator[str]:
    for each, span in zip(picture.bar(timeline, "").spans, timeline.spans, strict=True):
        told = [f"{each.number}. {_range(each, said)}", outcome(span.answer, said)]
        told += [part for part in (dates(span.answer, said, span.moving),) if part]
        if span.answer.verdict == "allowed":
            told.append(said.say("tl-on", what=said.say("tl-money"), day=money(span.answer, said)))
        yield inert(" · ".join(told))


def _description(
    made: Sequence[Timeline], bars: Sequence[Bar], renewal: date | None, said: Words
) -> str:
    """The whole picture in words."""
    ways = []
    for timeline, drawn in zip(made, bars, strict=True):
        label = drawn.label or said.say(f"intent-{timeline.intent}")
        ways.append(said.say("tl-way", label=label, spans="; ".join(_lines(timeline, said))))
    if renewal is not None:
        ways.append(said.say("tl-renewal", day=renewal))
    return lines(*ways, said.say("tl-note"))


def _range(each: DrawnSpan, said: Words) -> str:
    last = each.until - timedelta(days=1)
    if last == each.since:
        return said.day(last)
    return said.say("tl-range", since=each.since, last=last)
