"""A page as Markdown, for a ticket, a mail or a wiki."""

from __future__ import annotations

from collections.abc import Iterator

from subhub.inert import inert, whole_number
from subhub.render.encoders import Encoded, address, markdown
from subhub.render.page import Line, Page


def render(page: Page, level: int = 1) -> Encoded:
    """The page; headings begin at ``level``."""
    page = page.encoded(markdown, lambda link: address(link) or markdown(link))
    mark = "#" * level
    out = [f"{mark} {page.headline}", ""]
    out += [f"*{page.about}*", ""] if page.about else []
    for section in page.sections:
        out += [f"{mark}# {section.title}", "", *_lines(section.lines, ""), ""]
    out += [f"*{page.last}*", ""] if page.last else []
    return Encoded("\n".join(out))


def fenced(lines: tuple[str, ...]) -> Encoded:
    """Lines as they are, in a fence that none of them ends.

    >>> print(fenced(("```", "# not a heading")))
    ````text
    ```
    # not a heading
    ````
    <BLANKLINE>
    """
    fence = "```"
    while any(fence in line for line in lines):
        fence += "`"
    return Encoded("\n".join([f"{fence}text", *map(inert, lines), fence, ""]))


def _lines(lines: list[Line], indent: str) -> Iterator[str]:
    for line in lines:
        numbered = whole_number(line.mark) is not None
        bullet = f"{line.mark}." if numbered else "-"
        day = f"**{line.day}**: " if line.day else ""
        mark = "" if numbered or not line.mark.strip("·-") else f"{line.mark} "
        text = line.text if not line.link else _linked(line)
        notes = f" ({' · '.join(line.notes)})" if line.notes else ""
        yield f"{indent}{bullet} {day}{mark}{text}{notes}"
        yield from _lines(line.inner, indent + " " * (len(bullet) + 1))


def _linked(line: Line) -> str:
    """A link where a browser may follow it, else both as they are."""
    return f"[{line.text}]({line.link})" if address(line.link) else f"{line.text} {line.link}"
