"""The best day: which day and which mode serve a goal, and what a day too late costs.

Nothing is tried day by day: inside a span of the timeline the answer keeps its form, so
only its first and last day can be best.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from subhub.errors import RequestError, one_of
from subhub.hub.goals import DECIDES, hope, score
from subhub.hub.question import Question
from subhub.hub.timeline import timeline
from subhub.model.cancellation import Cancellation
from subhub.model.choices import GOALS, Advice, Goal
from subhub.policies.language.policy import NO_MODE

Answering = Callable[[Question], Cancellation]
ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One day in one mode, how well it serves the goal or may, and up to when that lasts."""

    score: Any
    hope: Any
    on: date
    last_day: date
    mode: str
    answer: Cancellation


def advise(question: Question, goal: Goal, by: date, answer: Answering) -> Advice:
    """The best day from the question's day to ``by`` (both included).

    Raises :class:`RequestError` for an unknown goal or ``by`` before the first day.
    """
    if goal not in GOALS:
        raise RequestError("unknown_value", field="goal", value=goal, hint=one_of(GOALS))
    charge = question.next_charge(question.on)
    act_by = charge - ONE_DAY if charge and charge > question.on else None
    horizon = _horizon(question, goal, by)
    found = [
        candidate
        for mode in _modes(question)
        for candidate in _candidates(replace(question, mode=mode), goal, horizon, answer)
    ]
    scored = [each for each in found if each.score is not None]
    first = {each.mode: each.answer.access_until or date.min for each in reversed(scored)}
    # of ways that serve the goal alike: the mode that keeps access longest, then the earliest day
    best = max(scored, key=lambda it: (it.score, first[it.mode], -it.on.toordinal()), default=None)
    needs = dict.fromkeys(_needs(found, goal))
    open_ = any(_may_be_better(each, best, first, goal) for each in found)
    if by > question.on and charge is None and _before_charge(question, goal):
        # how long one may wait is not known, unless no way leads there at all
        needs["current_period_end"] = None
        open_ = open_ or any(each.hope is not None for each in found)
    base: dict[str, Any] = {
        "goal": goal,
        "reachable": best is not None,
        "certain": not open_,
        "charge_on": charge,
        "act_by": act_by,
        "needs": tuple(needs),
        "since": question.on,
        "by": by,
    }
    if best is None or open_:
        return Advice(**base)
    equal = [each for each in scored if each.score == best.score]
    last = max(each.last_day for each in equal if each.mode == best.mode)
    missed = None
    if last < by:
        missed = answer(replace(question, mode=best.mode, on=last + ONE_DAY))
    return Advice(
        **base,
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


def _may_be_better(
    one: Candidate, best: Candidate | None, first: dict[str, date], goal: Goal
) -> bool:
    """Whether missing facts leave it open that this day and mode do better than the best."""
    made = one.answer
    if not any(key in made.unknown for key in ("verdict", *DECIDES[goal])):
        return False
    if best is None or one.hope is None or one.hope > best.score:
        return one.hope is not None
    if one.hope < best.score or one.mode == best.mode or goal == "soonest":
        return False
    longest = date.max if "access_until" in made.unknown else made.access_until or date.min
    return longest > first[best.mode]


def _horizon(question: Question, goal: Goal, by: date) -> date:
    """The last day worth asking about: where a charge is to be avoided, the day before it."""
    if by < question.on:
        raise RequestError("before_first_day", field="by", day=by, first=question.on)
    charge = question.next_charge(question.on)
    if charge is None or not _before_charge(question, goal):
        return by
    return min(by, max(charge - ONE_DAY, question.on))


def _before_charge(question: Question, goal: Goal) -> bool:
    """Whether it serves the goal only before the next charge, and one is to be expected."""
    return goal in ("access", "no-renewal") and question.adapter.charges_go_on(
        question.subscription
    )


def _candidates(question: Question, goal: Goal, by: date, answer: Answering) -> list[Candidate]:
    found = []
    charge = question.next_charge(question.on)
    for span in timeline(question, by + ONE_DAY, answer).spans:
        last = span.until - ONE_DAY
        for day, made in ((span.since, span.answer), (last, None)):
            if made is None:
                if last == span.since or not span.moving:
                    continue
                made = answer(replace(question, on=last))
            stays = last if made is span.answer and not _moves(goal, span.moving) else day
            serves = score(made, goal, charge), hope(made, goal, charge)
            found.append(Candidate(*serves, day, stays, question.mode, made))
    return found


def _moves(goal: Goal, moving: tuple[str, ...]) -> bool:
    return any(key in moving for key in DECIDES[goal])


def _needs(found: list[Candidate], goal: Goal) -> tuple[str, ...]:
    """The facts that leave it open how well some day serves the goal."""
    names: dict[str, None] = {}
    for each in found:
        if each.hope is None:  # whatever turns out, it does not serve the goal
            continue
        for key in ("verdict", *DECIDES[goal]):
            names |= dict.fromkeys(each.answer.unknown.get(key, ()))
    return tuple(names)


def _modes(question: Question) -> tuple[str, ...]:
    intent = question.intent
    return intent.modes if intent is not None and intent.modes else (NO_MODE,)


def _shown(mode: str) -> str | None:
    return None if mode == NO_MODE else mode
