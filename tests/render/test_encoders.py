"""Encoders: whatever stands in a page, real parsers find it as text and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from subhub.inert import CONTROLS, inert, shortened, spelled, whole_number
from subhub.render import encoders, html, mail, markdown, terminal
from subhub.render.fitting import fit
from subhub.render.page import Line, Page, Section

MARKER = "Zq7"
PIECES = [
    "<img src=x onerror=alert(1)>", "`", "``", "```", "`` ` <b> ` ``", "\\", "\\`", "*", "_",
    "~~", "~~~", "#", "# ", "- ", "+ ", "---", "1. ", "1) ", "> ", "|",
    "[a](javascript:alert(1))", "![", "](", ")", "<https://x>", "&lt;", "&#60;", "<!--",
    "<![CDATA[", "</article>", "\"",
    "'", "\n", "\r\n", "\r", "\t",
    "\x1b[2J", "\x9b31m", "\x07", "\x00", "\u202e", "\u2066", "\u2028",
    "\ud800", "\ufffe", "    ", "\xa0", "=", "===", "解約", "👩‍👩‍👧", MARKER,
]  # fmt: skip
HOSTILE = st.lists(st.sampled_from(PIECES), max_size=12).map("".join) | st.text(max_size=20)


def page(text: str, link: str = "") -> Page:
    """A page with the text wherever one can stand."""
    inner = [Line(text, mark="→", link=link, inner=[Line(text, notes=(text, text))])]
    lines = [
        Line(text, day=text, mark="3", notes=(text,), link=link, inner=inner),
        Line(text, mark="+"),
        Line(text, mark="--mode"),
        Line(text, mark=text, open=True),
        Line(text),
    ]
    sections = [Section(text, lines), Section(text, lines, small=True)]
    return Page(text, text, sections, last=text)


def tokens(found: list[Token]) -> Iterator[Token]:
    for each in found:
        yield each
        yield from tokens(each.children or [])


def shapes(text: str, link: str = "") -> list[str]:
    """What Markdown makes of the page, its text left out: lists, headings, links."""
    parsed = MarkdownIt("commonmark").enable("table").enable("strikethrough")
    ignored = ("text", "code_inline", "softbreak", "text_special", "em_open", "em_close",
               "strong_open", "strong_close")  # fmt: skip
    found = tokens(parsed.parse(markdown.render(page(text, link))))
    return [each.type for each in found if each.type not in ignored]


USUAL = shapes("x")
LINKED = shapes("x", "https://example.com/")


@given(HOSTILE)
def test_markdown_has_the_same_shape_whatever_stands_in_it(text: str) -> None:
    assert shapes(f"x{text}") == USUAL
    assert shapes(f"{text}x") == USUAL


@given(HOSTILE)
def test_a_link_goes_where_it_says_or_is_no_link(text: str) -> None:
    assert shapes("x", f"javascript:{text}") == USUAL
    assert shapes("x", f"https://example.com/{text}") == LINKED


@given(HOSTILE)
def test_markdown_says_what_was_written(text: str) -> None:
    parsed = MarkdownIt("commonmark").renderInline(encoders.markdown(text))
    seen = _Text()
    seen.feed(parsed)
    told = inert(text.replace("\xa0", " ")).replace("`", "")
    assert "".join(seen.text.replace("`", "").split()) == "".join(told.split())


class _Text(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text, self.tags = "", list[str]()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


@given(HOSTILE)
def test_html_has_the_same_tags_whatever_stands_in_it(text: str) -> None:
    def tags(text: str, link: str) -> list[str]:
        seen = _Text()
        seen.feed(html.document([[("en", page(text, link))]]))
        return seen.tags

    assert tags(f"x{text}", f"javascript:{text}") == tags("x", "y")
    assert tags("x", f"https://x/{text}") == tags("x", "https://x/")


@given(HOSTILE, st.integers(40, 100))
def test_a_terminal_gets_no_sign_of_its_own_and_no_line_but_ours(text: str, room: int) -> None:
    text = f"{MARKER}\n{MARKER} {text}"
    shown = terminal.render(page(text), terminal.Paint(colours=False), room)
    assert CONTROLS.search(shown) is None
    assert "\t" not in shown and "\r" not in shown
    assert "\x1b" not in "".join(fit([["", text], [text, text]], room))
    coloured = terminal.render(page(text), terminal.Paint(colours=True), room)
    for style in ("0", *terminal._STYLES.values()):
        coloured = coloured.replace(f"\x1b[{style}m", "")
    assert CONTROLS.search(coloured) is None


@given(HOSTILE)
def test_a_mail_has_the_headers_it_had(text: str) -> None:
    from email import message_from_string, policy

    made = message_from_string(mail.message([page(f"x{text}")]), policy=policy.default)
    assert sorted(made.keys()) == [
        "Content-Transfer-Encoding", "Content-Type", "MIME-Version", "Subject",
    ]  # fmt: skip
    assert CONTROLS.search(made.get_content()) is None


@given(st.dictionaries(HOSTILE, HOSTILE))
def test_json_reads_back_as_it_was_and_holds_no_sign_of_a_terminal(
    document: dict[str, str],
) -> None:
    text = encoders.json_text(document)
    assert json.loads(text) == document
    assert CONTROLS.search(text) is None
    text.encode()


@given(HOSTILE)
def test_lines_in_a_fence_stay_in_it(text: str) -> None:
    made = markdown.fenced((text, f"  {text}", "x")) + "\n# after"
    types = [each.type for each in MarkdownIt("commonmark").parse(made)]
    assert types == ["fence", "heading_open", "inline", "heading_close"]


@given(st.text())
def test_inert_text_is_inert_already(text: str) -> None:
    once = inert(text)
    assert inert(once) == once
    assert CONTROLS.search(once) is None and not set("\t\r\n") & set(once)
    assert len(shortened(text, 10)) <= 10 * len("\\U00000000")


@pytest.mark.parametrize("text", ["²", "３", "", "-1", "+1", "1_0", " 1", "9" * 10, "९", "1.0"])
def test_what_is_no_number(text: str) -> None:
    assert whole_number(text) is None


def test_what_cannot_be_spelled_is_called_by_its_type() -> None:
    class Odd:
        def __str__(self) -> str:
            raise RuntimeError

    assert spelled(Odd()) == "Odd"
    assert spelled([10**5000]) == "list"
    assert spelled(-(10**5000)).startswith("-0x")
