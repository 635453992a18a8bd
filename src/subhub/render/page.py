"""Page: what a command has to say, before it is known how it will be shown.

A page is written once and rendered as text for a terminal or as Markdown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from typing import Literal

Tone = Literal["good", "bad", "open", "plain"]
#: makes text fit for one channel, see :mod:`subhub.render.encoders`
Encoder = Callable[[str], str]


@dataclass(slots=True)
class Line:
    """One thing said: a sentence, perhaps with its day or number, and what belongs to it.

    ``notes`` are short remarks behind the sentence (who, where, which rule); ``link`` is an
    address on a line of its own; ``inner`` are lines that explain this one.
    """

    text: str
    day: str = ""
    mark: str = ""
    notes: tuple[str, ...] = ()
    link: str = ""
    open: bool = False
    inner: list[Line] = field(default_factory=list)

    def encoded(self, text: Encoder, link: Encoder) -> Line:
        """The same line, all its text encoded."""
        return Line(
            text(self.text), text(self.day), text(self.mark), tuple(map(text, self.notes)),
            link(self.link), self.open, [each.encoded(text, link) for each in self.inner],
        )  # fmt: skip


@dataclass(slots=True)
class Section:
    """Lines under one short heading; ``near`` sections stand close to the one before.

    ``small`` is what stands at the foot of a page, with a column of headings of its own.
    """

    title: str
    lines: list[Line]
    tone: Tone = "plain"
    near: bool = False
    small: bool = False


@dataclass(slots=True)
class Page:
    """A headline, what it is about, sections, and perhaps a last line.

    On a ``tight`` page each but the headline is cut to one line.
    """

    headline: str
    about: str
    sections: list[Section]
    tone: Tone = "plain"
    last: str = ""
    tight: bool = False

    def add(
        self,
        title: str,
        lines: list[Line],
        *,
        tone: Tone = "plain",
        near: bool = False,
        first: bool = False,
        small: bool = False,
    ) -> None:
        """Add a section, unless there is nothing to say in it; ``first`` before all others."""
        if lines:
            place = 0 if first else len(self.sections)
            self.sections.insert(place, Section(title, lines, tone, near, small))

    def encoded(self, text: Encoder, link: Encoder) -> Page:
        """The same page, all its text encoded: what lays it out need not think of it."""
        sections = [
            replace(each, title=text(each.title),
                    lines=[line.encoded(text, link) for line in each.lines])
            for each in self.sections
        ]  # fmt: skip
        return replace(
            self, headline=text(self.headline), about=text(self.about), sections=sections,
            last=text(self.last),
        )  # fmt: skip


def together(text: str) -> str:
    """The text so that no line ends inside it."""
    return text.replace(" ", "\xa0")


def join(parts: Iterable[str]) -> str:
    """Several remarks in a row; a line may end behind a dot, not before it."""
    return "\xa0· ".join(parts)
