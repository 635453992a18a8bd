"""A page as text for a terminal: eighty columns, headings on the left, colours where wanted."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping

from subhub.inert import inert
from subhub.render.encoders import Encoded
from subhub.render.page import Line, Page, Section, join
from subhub.render.text import cut, pad, width, wrap

COLUMNS, FEWEST, WIDEST = 80, 40, 200
_MARGIN = "  "
#: a longer heading stands on a line of its own
LONGEST_TITLE = 16
_STYLES = {"good": "1;32", "bad": "1;31", "open": "1;33", "plain": "1", "faint": "2", "day": "36"}
_SIGNS = {"good": "✔ ", "bad": "✘ ", "open": "? ", "plain": ""}


class Paint:
    """Puts a style on text, or leaves it plain."""

    def __init__(self, *, colours: bool) -> None:
        self.colours = colours

    def __call__(self, style: str, text: str) -> str:
        """The text in a style."""
        return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if self.colours and text else text


def wants_colours(choice: str, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether to colour: as asked, else NO_COLOR, FORCE_COLOR, and whether it is a terminal."""
    if choice != "auto":
        return choice == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return True
    return sys.stdout.isatty() and environ.get("TERM") != "dumb"


def columns(most: int = COLUMNS) -> int:
    """The width to fill: eighty columns, fewer on a narrower terminal.

    Tables may fill more, up to ``most``, where there is room. COLUMNS says how much there is.
    """
    if not sys.stdout.isatty() and "COLUMNS" not in os.environ:
        return COLUMNS
    return max(FEWEST, min(most, shutil.get_terminal_size().columns))


def render(page: Page, paint: Paint, room: int) -> Encoded:
    """The page as lines of at most ``room`` columns."""
    page = page.encoded(inert, inert)
    return Encoded(_tight(page, paint, room) if page.tight else _usual(page, paint, room))


def _usual(page: Page, paint: Paint, room: int) -> str:
    sign = _SIGNS[page.tone]
    out = _headline(page, paint, room)
    out += [
        (_MARGIN if n else " " * len(sign)) + paint("faint", line)
        for n, line in enumerate(wrap(page.about, room - len(_MARGIN)))
    ]
    for section in page.sections:
        alike = (width(each.title) for each in page.sections if each.small == section.small)
        label = max((each for each in alike if each <= LONGEST_TITLE), default=0)
        out += [] if section.near else [""]
        out += _section(section, paint, label + 2, room)
    if page.last:
        out += ["", *(_MARGIN + paint("faint", line) for line in wrap(page.last, room - 2))]
    return "\n".join(out) + "\n"


def _headline(page: Page, paint: Paint, room: int) -> list[str]:
    sign = _SIGNS[page.tone]
    room -= len(_MARGIN)
    # no line but the first begins at the edge: it could be taken for one of another kind
    return [
        paint(page.tone, (_MARGIN if n else sign) + line)
        for n, line in enumerate(wrap(page.headline, room))
    ]


def _tight(page: Page, paint: Paint, room: int) -> str:
    """The headline whole, everything else cut to one line; what it is about where it fits."""
    head = _headline(page, paint, room)
    label = max((width(each.title) for each in page.sections), default=0) + 2
    rows = [
        _MARGIN
        + paint(section.tone, pad(section.title if n == 0 else "", label))
        + cut(line.text, room - label - len(_MARGIN))
        for section in page.sections
        for n, line in enumerate(section.lines)
    ]
    about = cut(page.about.replace("\xa0", " "), room - len(_MARGIN))
    return (
        "\n".join([*head, *([_MARGIN + paint("faint", about)] if len(head) == 1 else []), *rows])
        + "\n"
    )


def _section(section: Section, paint: Paint, label: int, room: int) -> Iterator[str]:
    rest = " " * (len(_MARGIN) + label)
    first = _MARGIN + paint(section.tone, pad(section.title, label))
    if width(section.title) > label:
        yield first.rstrip()
        first = rest
    for line in _lines(section.lines, paint, room - len(rest), beside=section.small):
        yield (first + line).rstrip()
        first = rest


def _lines(lines: list[Line], paint: Paint, room: int, *, beside: bool = False) -> Iterator[str]:
    """Lines with their days and marks in columns of their own; addresses below, or ``beside``."""
    day = max((width(line.day) for line in lines), default=0)
    day += 2 if day else 0
    mark = max((width(line.mark) for line in lines), default=0)
    mark += 1 if mark else 0
    indent = " " * (day + mark)
    for line in lines:
        lead = paint("day", pad(line.day, day)) + paint("faint", pad(line.mark, mark))
        parts = list(_said(line, paint, room - day - mark))
        if line.link and beside:
            parts[-1] += "  " + paint("faint", line.link)
        for part in parts:
            yield lead + part
            lead = indent
        if line.link and not beside:
            yield indent + paint("faint", line.link)
        for part in _lines(line.inner, paint, room - len(indent)):
            yield indent + part


def _said(line: Line, paint: Paint, room: int) -> Iterator[str]:
    """The sentence, and its notes behind it where they fit, else below."""
    style = "open" if line.open else ""
    parts = wrap(line.text, room)
    notes = join(line.notes)
    if notes and width(parts[-1]) + 2 + width(notes) <= room:
        yield from (_styled(paint, style, part) for part in parts[:-1])
        yield _styled(paint, style, parts[-1]) + "  " + paint("faint", notes.replace("\xa0", " "))
        return
    yield from (_styled(paint, style, part) for part in parts)
    yield from (paint("faint", part) for part in wrap(notes, room) if notes)


def _styled(paint: Paint, style: str, text: str) -> str:
    return paint(style, text) if style else text
