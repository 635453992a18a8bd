"""Timelines as pages: a picture of all of them, then each span in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from subhub.cli.showing import Picture, can_draw
from subhub.cli.values import about, mode_name
from subhub.render import terminal
from subhub.render.bars import bars
from subhub.render.page import Line, Page, Section
from subhub.render.phrases import because, changes, dates, money, outcome
from subhub.render.picture import bar

if TYPE_CHECKING:
    from subhub.cli.asking import Asked
    from subhub.model.subscription import Subscription
    from subhub.model.timeline import Timeline, TimelineSpan
    from subhub.words import Words

ONE_DAY = timedelta(days=1)
#: the outputs that are amounts: some are another one each day
MONEY_MOVES = frozenset({"refund.amount", "refund.at_most", "charge.amount", "charge.at_most"})


def timeline_parts(made: Sequence[Timeline], asked: Asked, said: Words) -> Iterator[Page | Picture]:
    """What is shown, part after part."""
    first = made[0]
    days = {span.since for each in made for span in each.spans}
    last = first.until - ONE_DAY
    title = said.say("tl-title", since=first.since, last=last, count=len(days), edges=len(days) - 1)
    intent, actor = said.say(f"intent-{first.intent}"), said.say(f"actor-{first.actor}")
    yield Page(title, about(asked, said, intent, actor), [])
    drawn = [bar(each, mode_name(each.mode, said)) for each in made]
    picture = bars(
        drawn,
        day=said.day,
        legend=lambda fill: said.say(f"fill-{fill}"),
        columns=terminal.columns(),
        ascii_only=not can_draw(),
    )
    yield Picture((*picture, "  " + said.say("tl-note")))
    for each in made:
        lines = [
            _span(each, index, asked.question.subscription, said)
            for index in range(len(each.spans))
        ]
        yield Page(mode_name(each.mode, said) or intent, "", [Section("", lines)])


def _span(made: Timeline, index: int, subscription: Subscription, said: Words) -> Line:
    """One span: its days, what the answer comes to, what is different, and why."""
    span = made.spans[index]
    edge = list(changes(made, index, said))
    why = because(span, subscription, said)
    inner = [Line(outcome(span.answer, said), open=span.answer.verdict == "unknown")]
    inner += [
        Line(told) for told in (dates(span.answer, said, span.moving), _money(span, said)) if told
    ]
    inner += [Line(change, mark="≠") for change in edge]
    if why or span.rules:
        inner.append(
            Line(why or " ".join(span.rules), notes=(" ".join(span.rules),) if why else ())
        )
    return Line(span_range(span, said), mark=str(index + 1), inner=inner)


def span_range(span: TimelineSpan, said: Words) -> str:
    """The first and the last day of a span."""
    last = span.until - ONE_DAY
    if last == span.since:
        return said.day(last)
    return said.say("tl-range", since=span.since, last=last)


def _money(span: TimelineSpan, said: Words) -> str:
    if span.answer.verdict != "allowed":
        return ""
    told = money(span.answer, said)
    if not MONEY_MOVES.isdisjoint(span.moving):
        told = said.say("value-moving", money=told)
    return said.say("tl-on", what=said.say("tl-money"), day=told)
