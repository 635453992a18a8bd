"""The best day: which day and which mode serve a goal, and what a day too late costs.

Nothing is tried day by day: inside a span of the timeline the answer keeps its form, so
only its first and last day can be best.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from subhub.errors import RequestError
from subhub.hub.question import Question
from subhub.hub.timeline import timeline
from subhub.model.cancellation import Cancellation
from subhub.model.choices import GOALS, Advice, Goal
from subhub.policies.language.policy import NO_MODE

Answering = Callable[[Question], Cancellation]
ONE_DAY = timedelta(days=1)
#: the outputs that say how well a day serves a goal
_DECIDES: dict[Goal, tuple[str, ...]] = {
    "refund": ("refund.kind", "refund.amount", "refund.at_most"),
    "access": ("access_until",),
    "soonest": ("ends_on",),
    "no-renewal": ("billing_stops_on",),
}


@dataclass(frozen=True, slots=True)
class Candidate:
    """One day in one mode, how well it serves the goal, and up to when that lasts."""

    score: Any
    on: date
    last_day: date
    mode: str
    answer: Cancellation


def advise(question: Question, goal: Goal, by: date, answer: Answering) -> Advice:
    """The best day from the question's day to ``by`` (both included).

    Raises :class:`RequestError` for an unknown goal or ``by`` before the first day.
    """
    if goal not in GOALS:
        raise RequestError(f"goal: `{goal}` is not known", hint=f"one of {', '.join(GOALS)}")
    charge = question.subscription.next_charge(question.on)
    act_by = charge - ONE_DAY if charge and charge > question.on else None
    horizon = _horizon(question, goal, by, act_by)
    found = [
        candidate
        for mode in _modes(question)
        for candidate in _candidates(replace(question, mode=mode), goal, horizon, answer)
    ]
    scored = [each for each in found if each.score is not None]
    needs = _needs(found, goal)
    if horizon < by and act_by is None:
        needs = tuple(dict.fromkeys((*needs, "current_period_end")))
    base: dict[str, Any] = {
        "goal": goal,
        "charge_on": charge,
        "act_by": act_by,
        "needs": needs,
        "since": question.on,
        "by": by,
    }
    if not scored:
        return Advice(
            **base,
            reachable=False,
            on=None,
            last_day=None,
            mode=None,
            answer=None,
            missed=None,
            ties=(),
            no_difference=False,
        )
    first = {each.mode: each.answer.access_until or date.min for each in reversed(scored)}
    # of ways that serve the goal alike: the mode that keeps access longest, then the earliest day
    best = max(scored, key=lambda it: (it.score, first[it.mode], -it.on.toordinal()))
    equal = [each for each in scored if each.score == best.score]
    last = max(each.last_day for each in equal if each.mode == best.mode)
    missed = None
    if last < by:
        missed = answer(replace(question, mode=best.mode, on=last + ONE_DAY))
    return Advice(
        **base,
        reachable=True,
        on=best.on,
        last_day=last,
        mode=_shown(best.mode),
        answer=best.answer,
        missed=missed,
        ties=tuple(
            dict.fromkeys(_shown(each.mode) or "" for each in equal if each.mode != best.mode)
        ),
        no_difference=len(equal) == len(found) and last >= by and best.on == question.on,
    )


def _horizon(question: Question, goal: Goal, by: date, act_by: date | None) -> date:
    """The last day worth asking about: where a charge is to be avoided, the day before it.

    Where the day of the next charge is not known only the first day is certain to avoid it.
    """
    if by < question.on:
        raise RequestError(
            f"by: `{by}` lies before the first day (`{question.on}`)", hint="give a later day"
        )
    if goal not in ("access", "no-renewal") or not question.subscription.charges_go_on:
        return by
    return question.on if act_by is None else min(by, act_by)


def _candidates(question: Question, goal: Goal, by: date, answer: Answering) -> list[Candidate]:
    found = []
    for span in timeline(question, by + ONE_DAY, answer).spans:
        last = span.until - ONE_DAY
        for day, made in ((span.since, span.answer), (last, None)):
            if made is None:
                if last == span.since or not span.moving:
                    continue
                made = answer(replace(question, on=last))
            stays = last if made is span.answer and not _moves(goal, span.moving) else day
            found.append(Candidate(_score(made, goal), day, stays, question.mode, made))
    return found


def _moves(goal: Goal, moving: tuple[str, ...]) -> bool:
    return any(key in moving for key in _DECIDES[goal])


def _score(made: Cancellation, goal: Goal) -> Any:
    """Higher is better; None where the way does not serve the goal or facts are missing."""
    if made.verdict != "allowed":
        return None
    if goal == "refund":
        return _money_back(made)
    if goal == "access":
        return made.access_until
    if goal == "soonest":
        return None if made.ends_on is None else -made.ends_on.toordinal()
    return None if made.billing_stops_on is None else True


def _money_back(made: Cancellation) -> Any:
    """What is certain to come back, then what may; agreements count for less than any amount."""
    refund = made.refund
    if refund is None or refund.kind is None or "refund.amount" in made.unknown:
        return None
    if refund.amount is not None:
        return (2, refund.amount.amount) if refund.amount.amount > 0 else None
    if refund.at_most is not None and refund.at_most.amount > 0:
        return 1, refund.at_most.amount
    return (0, Decimal(0)) if refund.kind == "by_agreement" else None


def _needs(found: list[Candidate], goal: Goal) -> tuple[str, ...]:
    """The facts that leave it open how well some day serves the goal."""
    names: dict[str, None] = {}
    for each in found:
        for key in ("verdict", *_DECIDES[goal]):
            names |= dict.fromkeys(each.answer.unknown.get(key, ()))
    return tuple(names)


def _modes(question: Question) -> tuple[str, ...]:
    intent = question.intent
    return intent.modes if intent is not None and intent.modes else (NO_MODE,)


def _shown(mode: str) -> str | None:
    return None if mode == NO_MODE else mode
