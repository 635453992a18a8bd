"""Pages as one HTML document that stands alone: no script, nothing fetched, made to be printed.

Every text of a page is encoded before anything is laid out; there is no other way into it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from subhub.inert import whole_number
from subhub.render.encoders import Encoded, address
from subhub.render.encoders import html as encode
from subhub.render.page import Line, Page, Section

_SIGNS = {"good": "✔", "bad": "✘", "open": "?", "plain": ""}
_STYLE = """
:root {
  color-scheme: light dark;
  --good: #17692f; --bad: #a3180f; --open: #7a4b00; --faint: #595959
}
@media (prefers-color-scheme: dark) {
  :root { --good: #6fd08c; --bad: #ff9a90; --open: #f2bd5c; --faint: #b4b4b4 }
}
body { font: 1rem/1.6 system-ui, "Hiragino Sans", "Noto Sans CJK JP", sans-serif; margin: 2rem auto;
  max-width: 46rem; padding: 0 1rem }
body.beside { max-width: 92rem }
.row { display: grid; gap: 0 3rem; grid-template-columns: repeat(auto-fit, minmax(20rem, 1fr)) }
article + article { margin-top: 0 }
h1 { font-size: 1.4rem; line-height: 1.35; text-wrap: balance }
h2 { font-size: 1rem; margin: 1.4rem 0 .2rem }
ul, ol { margin: 0; padding-left: 1.4rem }
ul.plain { list-style: none; padding-left: 0 }
.about, small, footer { color: var(--faint) }
.good { color: var(--good) } .bad { color: var(--bad) } .open { color: var(--open) }
.day { font-weight: 600; white-space: nowrap }
a { overflow-wrap: anywhere }
@media print {
  body { margin: 0; max-width: none } article { break-after: page }
  h2 { break-after: avoid } li { break-inside: avoid }
  a[href^="http"]::after { content: " (" attr(href) ")" }
}
"""


def document(rows: Sequence[Sequence[tuple[str, Page]]]) -> Encoded:
    """One document; each row holds the page of one answer in each language, side by side.

    >>> page = Page("You can cancel <now>.", "", [])
    >>> "You can cancel &lt;now&gt;." in document([[("en", page)]])
    True
    """
    rows = [[(encode(lang), page.encoded(encode, _link)) for lang, page in row] for row in rows]
    first_lang, first = rows[0][0]
    beside = ' class="beside"' if any(len(row) > 1 for row in rows) else ""
    body = "\n".join(
        '<div class="row">' + "\n".join(_article(page, lang) for lang, page in row) + "</div>"
        for row in rows
    )
    return Encoded(
        f'<!doctype html>\n<html lang="{first_lang}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{first.headline}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body{beside}>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def _article(page: Page, lang: str) -> str:
    sign = _SIGNS[page.tone]
    mark = f'<span aria-hidden="true">{sign}</span> ' if sign else ""
    return "\n".join([
        f'<article lang="{lang}">',
        f'<h1 class="{page.tone}">{mark}{page.headline}</h1>',
        *([f'<p class="about">{page.about}</p>'] if page.about else []),
        *(_section(section) for section in page.sections),
        *([f'<p class="about">{page.last}</p>'] if page.last else []),
        "</article>",
    ])  # fmt: skip


def _section(section: Section) -> str:
    head = f'<h2 class="{section.tone}">{section.title}</h2>' if section.title else ""
    body = "\n".join(_lists(section.lines))
    return (
        f"<footer>{head}\n{body}</footer>"
        if section.small
        else f"<section>{head}\n{body}</section>"
    )


def _lists(lines: Sequence[Line]) -> Iterator[str]:
    """Lines in lists; those with a number in a numbered one that begins where it does."""
    for numbered, group in groupby(lines, key=lambda line: whole_number(line.mark) is not None):
        found = list(group)
        opening = f'<ol start="{int(found[0].mark)}">' if numbered else '<ul class="plain">'
        yield opening
        yield from (f"<li>{_line(line, numbered=numbered)}</li>" for line in found)
        yield "</ol>" if numbered else "</ul>"


def _line(line: Line, *, numbered: bool) -> str:
    style = ' class="open"' if line.open else ""
    parts = [
        f'<span class="day">{line.day}</span>' if line.day else "",
        line.mark if line.mark and not numbered else "",
        f"<span{style}>{_linked(line)}</span>",
        f"<small>{' · '.join(line.notes)}</small>" if line.notes else "",
        *_lists(line.inner),
    ]
    return " ".join(part for part in parts if part)


def _linked(line: Line) -> str:
    """The text, as a link where it has an address that a browser may follow."""
    if line.link.startswith(("https://", "http://")):
        return f'<a href="{line.link}">{line.text}</a>'
    return line.text + (f" {line.link}" if line.link else "")


def _link(link: str) -> str:
    return encode(address(link) or link)
