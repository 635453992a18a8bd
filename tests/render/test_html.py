"""A page as HTML: it stands alone, and no text of a user's becomes markup."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from subhub.render.html import document
from subhub.render.page import Line, Page, Section

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>\x1b[31m`&amp;"


class Seen(HTMLParser):
    """Gathers tags, attributes and text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []
        self.open: list[str] = []
        self.text = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]
        assert not [name for name, _ in attrs if name.startswith("on")]
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data


def page(text: str, link: str = "") -> Page:
    inner = [Line(text, mark="→")]
    lines = [
        Line(text, day=text, mark="3", notes=(text,), link=link, inner=inner),
        Line(text, mark="4"),
        Line(text, mark=text),
    ]
    return Page(text, text, [Section(text, lines), Section(text, lines, small=True)], last=text)


@given(st.text(max_size=30) | st.just(HOSTILE))
def test_text_stays_text(text):
    seen = Seen(document([[("en", page(text))]]))
    assert not seen.open
    assert set(seen.tags) <= {
        "html", "head", "meta", "title", "style", "body", "main", "div", "article", "section",
        "footer", "h1", "h2", "p", "ul", "ol", "li", "span", "small",
    }  # fmt: skip
    assert "\x1b" not in seen.text


def test_only_addresses_of_the_web_become_links():
    for link in ("javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"):
        assert Seen(document([[("en", page("a", link))]])).links == []
    assert (
        "https://example.com/a"
        in Seen(document([[("en", page("a", "https://example.com/a"))]])).links
    )


def test_nothing_is_fetched_and_it_can_be_read_aloud():
    text = document([[("en", page("a")), ("ja", page("解約"))]])
    assert "@import" not in text and "url(" not in text and "<script" not in text
    assert '<html lang="en">' in text and '<article lang="ja">' in text
    assert '<ol start="3">' in text and "@media print" in text
