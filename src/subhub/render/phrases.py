"""Phrases about timelines: what an answer comes to, what changes at an edge, and why."""

from __future__ import annotations

from collections.abc import Container, Iterator
from datetime import date
from typing import TYPE_CHECKING

from subhub.model.settlement import charges, owed
from subhub.model.spoken import SpokenBlocker, SpokenCancellation, SpokenConsequence
from subhub.words.say import say

if TYPE_CHECKING:
    from subhub.model.cancellation import Cancellation
    from subhub.model.subscription import Subscription
    from subhub.model.timeline import Change, Timeline, TimelineSpan
    from subhub.words import Words

#: outputs whose change is told, and what they are called; the rest the sentences tell
_LABELS = {
    "ends_on": "tl-ends_on",
    "access_until": "tl-access_until",
    "billing_stops_on": "tl-billing_stops_on",
    "refund.due_by": "tl-due_by",
    "reversible.possible": "tl-undo",
    "reversible.until": "tl-undo_until",
}
#: rows that a reader can act on, in the order they are told
_ROWS = ("blockers", "consequences")
DAYS = ("ends_on", "access_until", "billing_stops_on")


def outcome(answer: Cancellation, said: Words) -> str:
    """What an answer comes to, in a sentence without the days that move along."""
    told = say(answer, said)
    if answer.verdict == "blocked":
        return " ".join(dict.fromkeys(each.sentence for each in told.blockers))
    return told.outcome_sentence or told.reason_sentence or told.sentence


def dates(answer: Cancellation, said: Words, moving: Container[str] = ()) -> str:
    """The days an answer names, those that fall together in one; without the ``moving`` ones."""
    found: dict[date, list[str]] = {}
    for key in DAYS:
        day = getattr(answer, key)
        if day is not None and key not in moving:
            found.setdefault(day, []).append(said.say(f"tl-{key}"))
    return " · ".join(
        said.say("tl-on", day=day, what=said.together(what)) for day, what in found.items()
    )


def money(answer: Cancellation, said: Words) -> str:
    """What comes back and what there is to pay, in a few words."""
    back, due = _back(answer, said), charges(answer.settlements)
    if not due:
        return back
    total = owed(due)
    open_ = said.say("value-owed_open")
    pay = said.say("value-owed", money=total) if total is not None else open_
    if answer.refund is None or answer.refund.kind == "none":
        return pay
    return said.say("value-back_and_owed", back=back, owed=pay)


def _back(answer: Cancellation, said: Words) -> str:
    """The amount that comes back where it is known, else what kind of refund it is."""
    refund = answer.refund
    if refund is None:
        return said.say("value-unknown" if "refund.kind" in answer.unknown else "value-nothing")
    if "refund.kind" in answer.unknown or "refund.amount" in answer.unknown:
        return said.say("value-unknown")
    if refund.amount is not None:
        return said.money(refund.amount)
    if refund.at_most is not None:
        return said.say("value-at_most", money=refund.at_most)
    return said.say(f"back-{refund.kind or 'none'}")


def changes(timeline: Timeline, index: int, said: Words) -> Iterator[str]:
    """What is different in a span from the one before: money, days, then what follows."""
    span, before = timeline.spans[index], timeline.spans[max(0, index - 1)]
    back = money(before.answer, said), money(span.answer, said)
    if back[0] != back[1]:
        yield said.say("tl-output", output=said.say("tl-money"), before=back[0], after=back[1])
    days: dict[tuple[str, str], list[str]] = {}
    for change in span.changes:
        if change.key in _LABELS:
            values = _value(change.before, said), _value(change.after, said)
            days.setdefault(values, []).append(said.say(_LABELS[change.key]))
    for (old, new), labels in days.items():
        yield said.say("tl-output", output=said.together(labels), before=old, after=new)
    for group in _ROWS:
        for change in span.changes:
            if change.key.startswith(f"{group}."):
                tells = before.answer if change.after is None else span.answer
                yield _row(change, say(tells, said), said)


def because(span: TimelineSpan, subscription: Subscription, said: Words) -> str:
    """The facts that put the edge where it is, and their days."""
    facts = []
    for name in span.facts:
        value = getattr(subscription, name, None)
        label = said.say(f"fact-{name}")
        known = isinstance(value, date)
        facts.append(said.say("tl-fact", fact=label, value=value) if known else label)
    return said.say("tl-because", facts=said.together(facts)) if facts else ""


def _row(change: Change, told: SpokenCancellation, said: Words) -> str:
    """A row that comes, goes, or turns certain or merely possible."""
    _, _, code = change.key.partition(".")
    rows: tuple[SpokenBlocker | SpokenConsequence, ...] = (*told.blockers, *told.consequences)
    found = next((each for each in rows if each.code == code), None)
    sentence = found.sentence if found else f"`{code}`"
    if change.after is None:
        if isinstance(found, SpokenConsequence) and found.deadline:
            return said.say("tl-passed", deadline=said.say(f"deadline-{code}"))
        return said.say("tl-ceases", sentence=sentence)
    return said.say("tl-begins" if change.after == "certain" else "tl-perhaps", sentence=sentence)


def _value(value: object, said: Words) -> str:
    """A day or yes or no as the timeline writes it; a day may follow from the day asked."""
    if value is None or value == "unknown":
        return said.say("value-nothing" if value is None else "value-unknown")
    if isinstance(value, bool):
        return said.say("value-yes" if value else "value-no")
    base, later, rest = str(value).partition(" + ")
    start = said.say("value-on") if base == "on" else said.day(date.fromisoformat(base))
    if not later:
        return start
    number, _, unit = rest.partition(" ")
    kind = "value-business" if unit.startswith("business") else "value-days"
    return said.say(kind, base=start, days=int(number))
