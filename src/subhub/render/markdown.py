"""A page as Markdown, for a ticket, a mail or a wiki."""

from __future__ import annotations

import re
from collections.abc import Iterator

from subhub.render.page import Line, Page


def render(page: Page, level: int = 1) -> str:
    """The page; headings begin at ``level``."""
    mark = "#" * level
    out = [f"{mark} {_plain(page.headline)}", ""]
    out += [f"*{_plain(page.about)}*", ""] if page.about else []
    for section in page.sections:
        out += [f"{mark}# {_plain(section.title)}", "", *_lines(section.lines, ""), ""]
    out += [f"*{_plain(page.last)}*", ""] if page.last else []
    return "\n".join(out)


def _lines(lines: list[Line], indent: str) -> Iterator[str]:
    for line in lines:
        numbered = line.mark.rstrip(".").isdigit()
        bullet = f"{line.mark.rstrip('.')}." if numbered else "-"
        day = f"**{_plain(line.day)}**: " if line.day else ""
        mark = "" if numbered or not line.mark.strip("·-") else f"{_plain(line.mark)} "
        text = f"[{_plain(line.text)}]({line.link})" if line.link else _plain(line.text)
        notes = f" ({_plain(' · '.join(line.notes))})" if line.notes else ""
        yield f"{indent}{bullet} {day}{mark}{text}{notes}"
        yield from _lines(line.inner, indent + " " * (len(bullet) + 1))


def _plain(text: str) -> str:
    """The text with what Markdown would read as its own signs escaped; code stays code."""
    parts = re.split(r"(`[^`]*`)", text.replace("\xa0", " "))
    return "".join(
        part if part.startswith("`") else re.sub(r"([\\*_\[\]<>#|])", r"\\\1", part)
        for part in parts
    )
