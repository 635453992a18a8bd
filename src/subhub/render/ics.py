"""Calendars (RFC 5545): days to decide by, and what follows, as all-day events with alarms.

What follows *if* it is done is no fact yet: it says so, and is tentative.

Importing a newer calendar replaces the events of an older one: an event is known by the
subscription and by what happens, not by its day.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING, Any, TypeAlias

from subhub.errors import MissingExtra
from subhub.hub.agenda import deadlines
from subhub.inert import inert
from subhub.render.days import Entry, group
from subhub.render.decisions import first_steps, headline
from subhub.render.encoders import lines
from subhub.render.phrases import outcome

if TYPE_CHECKING:
    from subhub.model.agenda import Deadline
    from subhub.model.cancellation import Cancellation
    from subhub.model.choices import Advice
    from subhub.model.timeline import Timeline
    from subhub.words import Words

#: when alarms ring, counted from midnight of the day
_BEFORE = (timedelta(days=-3, hours=9), timedelta(hours=9))
_ON_THE_DAY = (timedelta(hours=9),)
_DOMAIN = "subhub-cancel"
#: an answer, the days that matter for it, and who speaks for it
Answered: TypeAlias = "tuple[Cancellation, Iterable[Deadline], Words]"


@dataclass(frozen=True, slots=True)
class Event:
    """One all-day event; ``who`` and ``code`` say which one it is, whatever its day."""

    day: date
    who: tuple[str, ...]
    code: str
    summary: str
    notes: tuple[str, ...] = ()
    action: bool = False
    certain: bool = True


def of_answers(answered: Iterable[Answered], name: str, *, decide: bool = False) -> bytes:
    """The calendar of one answer or many, each with its days and who speaks for it.

    With ``decide`` only the days to decide by; else also what follows if it is done.

    Raises :class:`MissingExtra` where ``icalendar`` is not installed.
    """
    answered = list(answered)
    events = [event for answer, days, said in answered
              for event in _of_answer(answer, days, said)
              if event.action or not decide]  # fmt: skip
    first, _, said = answered[0]
    return calendar(events, first.on, said, name)


def of_timelines(
    made: Sequence[Timeline], charge: Callable[[date], date | None], said: Words, title: str
) -> bytes:
    """The days to act by, and the days from which the answer of some mode is another.

    ``charge`` is the next charge from a day on.
    """
    found: dict[tuple[str, date], Event] = {}
    for timeline in made:
        first = timeline.spans[0].answer
        events = [
            *(e for e in _of_answer(first, deadlines(first, charge), said) if e.action),
            *_edges(timeline, said),
        ]
        found |= {(event.code, event.day): event for event in events}
    # where one mode says more of the last day before a charge, that is enough
    said_more = {e.day for e in found.values() if e.action and e.code != "act_before_charge"}
    events = [e for e in found.values() if e.code != "act_before_charge" or e.day not in said_more]
    return calendar(events, made[0].since, said, said.say("ics-name", what=title))


def of_advice(advice: Advice, said: Words, title: str) -> bytes:
    """The last day that serves the goal; none where that is not certain."""
    events = []
    if advice.answer is not None and advice.last_day is not None:
        made = advice.answer
        money = made.refund.amount if made.refund and advice.goal == "refund" else None
        events.append(
            Event(
                advice.last_day,
                _who(made),
                f"best-{advice.goal}",
                headline(advice.last_day, made, said, money=money),
                (
                    said.say("ics-best", goal=said.say(f"goal-{advice.goal}")),
                    *((said.say(f"mode-{advice.mode}"),) if advice.mode else ()),
                    *first_steps(made, said),
                ),
                action=True,
            )
        )
    return calendar(events, advice.since, said, said.say("ics-name", what=title))


def calendar(events: Iterable[Event], asked_on: date, said: Words, name: str) -> bytes:
    """An iCalendar file; the same events give the same bytes.

    Raises :class:`MissingExtra` where ``icalendar`` is not installed.
    """
    try:
        from icalendar import Calendar
    except ImportError:
        raise MissingExtra("calendar_needs_extra", "calendar") from None
    made = Calendar()
    made.add("prodid", f"-//{_DOMAIN}//{said.lang}")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("x-wr-calname", inert(name))
    seen: Counter[tuple[Any, ...]] = Counter()
    for event in sorted(events, key=lambda each: (each.day, not each.action, each.code)):
        key = *event.who, event.code
        made.add_component(_component(event, seen[key], asked_on, said))
        seen[key] += 1
    return bytes(made.to_ical())


def _component(event: Event, again: int, asked_on: date, said: Words) -> Any:
    from icalendar import Alarm
    from icalendar import Event as Component

    made = Component()
    name = "\0".join((*event.who, event.code, *([str(again)] if again else [])))
    known_by = sha256(name.encode(errors="surrogatepass")).hexdigest()[:32]
    made.add("uid", f"{known_by}@{_DOMAIN}")
    made.add("dtstamp", datetime.combine(asked_on, time(), UTC))
    made.add("dtstart", event.day)
    made.add("dtend", event.day + timedelta(days=1))
    summary = inert(event.summary)
    made.add("summary", summary)
    made.add("description", lines(*event.notes, said.say("ics-asked", on=asked_on)))
    kind = said.say("ics-deadline" if event.action else "ics-subscription")
    made.add("categories", [inert(kind)])
    made.add("transp", "TRANSPARENT")
    if not event.certain:
        made.add("status", "TENTATIVE")
    # what follows on the day it is done needs no reminding
    rings = _BEFORE if event.action else _ON_THE_DAY if event.day > asked_on else ()
    for trigger in rings:
        alarm = Alarm()
        alarm.add("action", "DISPLAY")
        alarm.add("description", summary)
        alarm.add("trigger", trigger)
        made.add_component(alarm)
    return made


def _of_answer(answer: Cancellation, days: Iterable[Deadline], said: Words) -> Iterator[Event]:
    for entry in group(days, [answer], said):
        made = _decision if entry.action else _if_done
        yield made(entry, answer, said)


def _decision(entry: Entry, answer: Cancellation, said: Words) -> Event:
    """A day to act by."""
    sure = entry.certain and answer.verdict != "unknown"
    told = headline(entry.day, answer, said, code=entry.code, money=entry.money)
    notes = (entry.sentence, *entry.others, *first_steps(answer, said))
    return Event(
        entry.day,
        _who(answer),
        entry.code,
        told if sure else f"{told} {said.say('ics-perhaps')}",
        notes,
        action=True,
        certain=sure,
    )


def _if_done(entry: Entry, answer: Cancellation, said: Words) -> Event:
    """What follows if it is done: no fact, as long as it is not."""
    done = said.say(
        "ics-if", intent=said.say(f"intent-{answer.intent}"), on=answer.on, sentence=entry.sentence
    )
    summary = _summary(_who(answer), done, said, certain=entry.certain)
    return Event(entry.day, _who(answer), entry.code, summary, entry.others, certain=False)


def _edges(timeline: Timeline, said: Words) -> Iterator[Event]:
    """The days from which the outcome is another one."""
    mode = said.say(f"mode-{timeline.mode}") if timeline.mode else ""
    before = outcome(timeline.spans[0].answer, said)
    for span in timeline.spans[1:]:
        sentence = outcome(span.answer, said)
        if sentence != before:
            who = _who(span.answer)
            event = Event(span.since, who, f"from-{timeline.mode}-{span.answer.outcome}", "")
            told = said.say("ics-from", sentence=sentence)
            notes = tuple(part for part in (mode, " ".join(span.rules)) if part)
            yield replace(event, summary=_summary(who, told, said), notes=notes)
        before = sentence


def _who(answer: Cancellation) -> tuple[str, ...]:
    return answer.platform, answer.subscription or answer.product or ""


def _summary(who: tuple[str, ...], sentence: str, said: Words, *, certain: bool = True) -> str:
    summary = said.say("ics-event", who=who[1] or who[0], sentence=sentence)
    return summary if certain else f"{summary} {said.say('ics-perhaps')}"
