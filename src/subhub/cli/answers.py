"""Answers in the form that was asked for, one after the other; several end with a summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from subhub.cli import language
from subhub.cli.answer_footer import end_page, next_line
from subhub.cli.answer_page import answer_page
from subhub.cli.answer_parts import MANY_OPEN
from subhub.cli.language import said_by
from subhub.cli.misuse import Misuse
from subhub.render.page import Line

if TYPE_CHECKING:
    from subhub.cli.asking import Asked, Asking, Show
    from subhub.render.page import Page

#: so many missing facts are named with the answer; `ask` goes on from there
FIRST_FACTS = 3


@contextmanager
def showing_answers(form: str, color: str, *, several: bool) -> Iterator[Show]:
    """What shows one answer after the other; the end of all is shown on leaving."""
    if form == "json":
        yield from _json(several)
    elif form in ("html", "mail"):
        yield from _whole(form, several)
    else:
        yield from _one_by_one(form, color, several)


def _one_by_one(form: str, color: str, several: bool) -> Iterator[Show]:
    """Each answer as soon as it is there, in each language that was asked for."""
    from subhub.cli.showing import put_lines, show
    from subhub.render.encoders import markdown

    verdicts: Counter[str] = Counter()

    def show_answer(asked: Asked, asking: Asking) -> None:
        for number, (_, page) in enumerate(_pages(asked, asking, several)):
            if (verdicts or number) and form == "text":
                put_lines()
            show(form, color, page)
        verdicts[asked.answer.verdict] += 1

    yield show_answer
    if several and verdicts:
        total = _summary(verdicts)
        put_lines("", markdown(total) if form == "markdown" else total)


def _whole(form: str, several: bool) -> Iterator[Show]:
    """All answers as one document, or as one message each."""
    rows: list[list[tuple[str, Page]]] = []
    yield lambda asked, asking: rows.append(_pages(asked, asking, several))
    if not rows:
        return
    from subhub.cli.showing import put
    from subhub.render.encoders import Encoded

    if form == "html":
        from subhub.render.html import document

        put(document(rows), end="")
    else:
        from subhub.render.mail import message

        put(Encoded("\n".join(message([page for _, page in row]) for row in rows)), end="")


def _pages(asked: Asked, asking: Asking, several: bool) -> list[tuple[str, Page]]:
    """The page of an answer in every language that was asked for."""
    pages = []
    for lang in language.all_chosen():
        with language.speaking(lang):
            pages.append((lang, page_of(asked, asking, file=asked.file if several else "")))
    return pages


def page_of(asked: Asked, asking: Asking, *, file: str = "") -> Page:
    """The page of an answer: with what would settle it, and in full why it is so."""
    said = said_by(asked.question.adapter)
    dump = asked.dump()
    page = answer_page(dump, said, asked.question.adapter.title, file, detail=asking.detail)
    if asking.detail == "brief":
        return page
    if asking.detail == "customer":
        end_page(page, dump, said, asking.detail)
        return page
    full = asking.detail == "full"
    if dump["unknown"]:
        from subhub.cli.open_page import open_lines

        lines = open_lines(asked.question, said)
        more = [] if full else [Line(said.say("ui-open-more", count=len(lines) - FIRST_FACTS))]
        told = lines if full or len(lines) <= FIRST_FACTS else lines[:FIRST_FACTS] + more
        page.add(said.say("ui-open"), told, tone="open", first=len(dump["unknown"]) >= MANY_OPEN)
    if full:
        from subhub.cli.why_page import why_lines

        page.add(said.say("ui-why"), why_lines(asked.question, dump, said))
    end_page(page, dump, said, asking.detail)
    if not file:
        modes = len(offered_modes(asked))
        page.last = next_line(dump, said, asking.written(), asked.file, modes)
    return page


def offered_modes(asked: Asked) -> tuple[str, ...]:
    """The ways the platform offers to choose from."""
    intent = asked.question.intent
    return intent.modes if intent is not None else ()


def _json(several: bool) -> Iterator[Show]:
    from subhub.cli.showing import show_json

    if len(language.all_chosen()) > 1:
        raise Misuse("one_language_only", form="--format json", known="`en`, `ja`")
    dumps: list[dict[str, Any]] = []
    yield lambda asked, asking: dumps.append(_dump(asked, asking))
    if several or dumps:
        show_json(dumps if several else dumps[0])


def _dump(asked: Asked, asking: Asking) -> dict[str, Any]:
    dump = asked.dump()
    if asking.detail == "full":
        from subhub.hub.explain import explain_question

        dump["explanation"] = explain_question(asked.question).model_dump(mode="json")["findings"]
    return dump


def _summary(verdicts: Counter[str]) -> str:
    said = said_by()
    counts = [f"{said.say(f'verdict-{verdict}')} {n}" for verdict, n in verdicts.most_common()]
    return said.say("ui-summary", count=verdicts.total(), verdicts=" · ".join(counts))
