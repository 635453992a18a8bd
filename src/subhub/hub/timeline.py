"""Timelines: how an answer develops, span by span, with what changes at each edge and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

from subhub.errors import RequestError, one_of
from subhub.hub.answer import KEYS
from subhub.hub.question import Question
from subhub.model.cancellation import Cancellation
from subhub.model.timeline import Change, Timeline, TimelineSpan
from subhub.policies.analysis.timeline import Span, SymbolicAnswer, find_moving, find_spans
from subhub.policies.engines.evaluate import UNKNOWN, Decision
from subhub.policies.language.policy import NO_MODE, Intent, Policy, first_day, in_force

#: where the codes of each field of the details stand in an intent
_ROWS = ("not_covered", "nothing_to_do", "blockers", "consequences", "prepare", "steps")


def timeline(
    question: Question, until: date, answer: Callable[[Question], Cancellation]
) -> Timeline:
    """The timeline of a question from its day until before ``until``.

    Raises :class:`RequestError` where ``until`` does not come after the first day.
    """
    since = question.on
    if until <= since:
        raise RequestError("not_after_first_day", field="until", day=until, first=since)
    spans = []
    before: tuple[Intent, Span] | None = None
    for policy, span in _spans(question, since, until):
        intent = policy.intent(question.intent_name)
        assert intent is not None  # noqa: S101 - only such editions come this far
        asked = replace(question, policy=policy, intent=intent, on=span.since)
        changes = list(_changes(before, (intent, span)))
        spans.append(
            TimelineSpan(
                since=span.since,
                until=span.until,
                answer=answer(asked),
                moving=tuple(KEYS[field] for field in find_moving(span.symbolic)),
                changes=tuple(changes),
                facts=span.edge,
                rules=tuple(_why(before, (intent, span), changes)),
            )
        )
        before = intent, span
    return Timeline(
        platform=question.policy.platform,
        subscription=question.subscription.id,
        intent=question.intent_name,
        mode=None if question.mode == NO_MODE else question.mode,
        actor=question.actor,
        since=since,
        until=until,
        spans=tuple(spans),
    )


def _spans(question: Question, since: date, until: date) -> Iterator[tuple[Policy, Span]]:
    """The spans of every edition that is in force in the span."""
    editions = (question.policy,) if question.pinned else question.adapter.editions()
    starts = [first_day(each) for each in editions if since < first_day(each) < until]
    bounds = [since, *sorted(starts), until]
    for first, last in pairwise(bounds):
        policy = question.policy if question.pinned else in_force(editions, first)
        intent = policy.intent(question.intent_name)
        if intent is None:
            raise RequestError(
                "intent_not_offered",
                field="intent",
                value=question.intent_name,
                platform=policy.platform,
                hint=one_of(each.name for each in policy.intents),
            )
        for span in find_spans(intent, question.facts(), first, last):
            yield policy, span


def _changes(before: tuple[Intent, Span] | None, now: tuple[Intent, Span]) -> Iterator[Change]:
    if before is None:
        return
    (_, old), (intent, new) = before, now
    for field, left, right in zip(
        Decision._fields, old.symbolic.outputs, new.symbolic.outputs, strict=True
    ):
        if left != right:
            yield Change(key=KEYS[field], before=_written(left), after=_written(right))
    for name in _ROWS:
        yield from _row_changes(intent, name, _part(old.symbolic, name), _part(new.symbolic, name))


def _row_changes(
    intent: Intent, name: str, old: tuple[Any, ...], new: tuple[Any, ...]
) -> Iterator[Change]:
    rows = getattr(intent, name)
    nothing = (False,) * len(rows)
    for row, left, right in zip(rows, old or nothing, new or nothing, strict=True):
        if left is not right:
            yield Change(
                key=f"{name}.{row.code}", before=_takes_part(left), after=_takes_part(right)
            )


def _why(
    before: tuple[Intent, Span] | None, now: tuple[Intent, Span], changes: list[Change]
) -> Iterator[str]:
    """The rules of the rows that decided on either side, else of the rows that come or go."""
    if before is None:
        return
    seen: dict[str, None] = {}
    outputs = {KEYS[field] for field in Decision._fields}
    if any(change.key in outputs for change in changes):
        for intent, span in (before, now):
            for row in intent.decides.rows:
                if row.code == span.symbolic.outputs.outcome:
                    seen |= dict.fromkeys(each.id for each in row.cites)
    for change in () if seen else changes:
        name, _, code = change.key.partition(".")
        for row in getattr(now[0], name, ()) if name in _ROWS else ():
            if row.code == code:
                seen |= dict.fromkeys(each.id for each in row.cites)
    yield from seen


def _part(answer: SymbolicAnswer, name: str) -> tuple[Any, ...]:
    part: tuple[Any, ...] = getattr(answer.details, name)
    return part


def _takes_part(held: Any) -> str | None:
    if held is False:
        return None
    return "certain" if held is True else "possible"


def _written(value: Any) -> Any:
    if value is UNKNOWN:
        return "unknown"
    if isinstance(value, tuple):
        word, days, *rest = value
        base = "on" if not rest else _written(rest[0])
        if word.startswith("business"):
            calendar = word.partition(" ")[2]
            return f"{base} + {days} business days" + (f" ({calendar})" if calendar else "")
        if word.startswith("months "):
            return f"{base} + {days} months ({word.removeprefix('months ')})"
        return base if days == 0 else f"{base} + {days} days"
    if value is None or isinstance(value, bool | str):
        return value
    return str(value)
