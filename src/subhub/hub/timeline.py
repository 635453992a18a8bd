"""Timelines: how an answer develops, span by span, with what changes at each edge and why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

from subhub.errors import RequestError
from subhub.hub.answer import KEYS
from subhub.hub.question import Question
from subhub.model.cancellation import Cancellation
from subhub.model.timeline import Change, Timeline, TimelineSpan
from subhub.policies.analysis.timeline import Form, Stretch, moving, stretches
from subhub.policies.engines.evaluate import UNKNOWN, Decision
from subhub.policies.language.policy import NO_MODE, Intent, Policy, in_force

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
        raise RequestError(
            f"until: `{until}` does not come after the first day (`{since}`)",
            hint="give a later day",
        )
    spans = []
    before: tuple[Intent, Stretch] | None = None
    for policy, stretch in _stretches(question, since, until):
        intent = policy.intent(question.intent_name)
        assert intent is not None  # noqa: S101 - only such editions come this far
        asked = replace(question, policy=policy, intent=intent, on=stretch.since)
        changes = list(_changes(before, (intent, stretch)))
        spans.append(
            TimelineSpan(
                since=stretch.since,
                until=stretch.until,
                answer=answer(asked),
                moving=tuple(KEYS[field] for field in moving(stretch.form)),
                changes=tuple(changes),
                facts=stretch.edge,
                rules=tuple(_why(before, (intent, stretch), changes)),
            )
        )
        before = intent, stretch
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


def _stretches(question: Question, since: date, until: date) -> Iterator[tuple[Policy, Stretch]]:
    """The stretches of every edition that is in force in the span."""
    editions = (question.policy,) if question.pinned else question.adapter.editions()
    starts = [p.edition.in_force for p in editions if since < p.edition.in_force < until]
    bounds = [since, *sorted(starts), until]
    for first, last in pairwise(bounds):
        policy = question.policy if question.pinned else in_force(editions, first)
        intent = policy.intent(question.intent_name)
        if intent is None:
            raise RequestError(
                f"intent: `{question.intent_name}` is not offered by `{policy.platform}`",
                hint=f"one of {', '.join(each.name for each in policy.intents)}",
            )
        for stretch in stretches(intent, question.facts(), first, last):
            yield policy, stretch


def _changes(
    before: tuple[Intent, Stretch] | None, now: tuple[Intent, Stretch]
) -> Iterator[Change]:
    if before is None:
        return
    (_, old), (intent, new) = before, now
    for field, left, right in zip(
        Decision._fields, old.form.outputs, new.form.outputs, strict=True
    ):
        if left != right:
            yield Change(key=KEYS[field], before=_written(left), after=_written(right))
    for name in _ROWS:
        yield from _row_changes(intent, name, _part(old.form, name), _part(new.form, name))


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
    before: tuple[Intent, Stretch] | None, now: tuple[Intent, Stretch], changes: list[Change]
) -> Iterator[str]:
    """The rules of the rows that decided on either side, else of the rows that come or go."""
    if before is None:
        return
    seen: dict[str, None] = {}
    outputs = {KEYS[field] for field in Decision._fields}
    if any(change.key in outputs for change in changes):
        for intent, stretch in (before, now):
            for row in intent.decides.rows:
                if row.code == stretch.form.outputs.outcome:
                    seen |= dict.fromkeys(each.id for each in row.cites)
    for change in () if seen else changes:
        name, _, code = change.key.partition(".")
        for row in getattr(now[0], name, ()) if name in _ROWS else ():
            if row.code == code:
                seen |= dict.fromkeys(each.id for each in row.cites)
    yield from seen


def _part(form: Form, name: str) -> tuple[Any, ...]:
    part: tuple[Any, ...] = getattr(form.details, name)
    return part


def _takes_part(held: Any) -> str | None:
    if held is False:
        return None
    return "certain" if held is True else "possible"


def _written(form: Any) -> Any:
    if form is UNKNOWN:
        return "unknown"
    if isinstance(form, tuple):
        word, days, *rest = form
        base = "on" if not rest else _written(rest[0])
        if word == "business":
            return f"{base} + {days} business days"
        return base if days == 0 else f"on + {days} days"
    if form is None or isinstance(form, bool | str):
        return form
    return str(form)
