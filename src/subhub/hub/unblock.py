"""Ways out: sets of changes after which the rules allow it and of which no part is enough."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import chain
from typing import Any

from subhub.hub.answer import answer_question
from subhub.hub.question import Question
from subhub.hub.remedies import apply
from subhub.model.cancellation import Cancellation
from subhub.model.choices import Move, Unblocking
from subhub.policies.analysis.timeline import find_breakpoints
from subhub.policies.engines.evaluate import Evaluation
from subhub.policies.language.policy import RemedyRow

#: more changes than this at once are no way out that anybody would take
MOST_MOVES = 3
WAIT = timedelta(days=366)
#: moves that only ask differently
_REQUESTS = frozenset({"other_mode", "other_actor", "wait"})


@dataclass(frozen=True, slots=True)
class State:
    """A question after some changes."""

    question: Question
    facts: Mapping[str, Any]
    moves: tuple[Move, ...]


def unblock(
    question: Question, wanted: Callable[[Cancellation], bool] | None = None
) -> tuple[Unblocking, ...]:
    """Every set of changes that makes it allowed, or ``wanted`` true, and holds none to spare.

    Searched breadth first, so one change comes before two, and nothing is added to what is
    enough. Where it is so already there is one entry without moves; where no set of up to
    three changes helps there is none.
    """
    reached = wanted or (lambda answer: answer.verdict == "allowed")
    found: list[Unblocking] = []
    states = [State(question, question.facts(), ())]
    seen: set[Any] = set()
    by_remedy: set[Any] = set()
    for size in range(MOST_MOVES + 1):
        left = []
        for state in states:
            if any(_holds(state.moves, each.moves) for each in found):
                continue
            if reached(made := _answer(state)):
                found.append(_way(state, made))
            else:
                left.append(state)
        if size < MOST_MOVES:
            states = _unseen(chain.from_iterable(map(_next, left)), seen, by_remedy)
    return tuple(found)


def _holds(more: tuple[Move, ...], enough: tuple[Move, ...]) -> bool:
    """Whether ``more`` does all that is enough."""
    return all(any(_covers(made, move) for made in more) for move in enough)


def _covers(made: Move, move: Move) -> bool:
    """Whether it is the same change; waiting longer is waiting, too."""
    if made.until is not None and move.until is not None:
        return made.until >= move.until
    return (made.code, made.actor, made.mode) == (move.code, move.actor, move.mode)


def _way(state: State, made: Cancellation) -> Unblocking:
    sure = all(move.certainty == "certain" for move in state.moves)
    return Unblocking(moves=state.moves, answer=made, certainty="certain" if sure else "possible")


def _unseen(states: Iterable[State], seen: set[Any], by_remedy: set[Any]) -> list[State]:
    """States not come to yet; what a remedy leads to needs no second name for it."""
    keyed = [(state, _key(state)) for state in states]
    by_remedy |= {key for state, key in keyed if state.moves[-1].code not in _REQUESTS}
    fresh = []
    for state, key in keyed:
        if key in by_remedy and state.moves[-1].code in _REQUESTS:
            continue
        named = key, frozenset(move.code for move in state.moves)
        if named not in seen:
            seen.add(named)
            fresh.append(state)
    return fresh


def _answer(state: State) -> Cancellation:
    q = state.question
    changed = type(q.subscription).model_construct(
        **{name: state.facts.get(name, value) for name, value in q.subscription.__dict__.items()}
    )
    asked = replace(q, subscription=changed)
    return answer_question(asked)


def _next(state: State) -> Iterator[State]:
    yield from _by_remedy(state)
    yield from _by_request(state)
    yield from _by_waiting(state)


def _by_remedy(state: State) -> Iterator[State]:
    q = state.question
    assert q.intent is not None  # noqa: S101
    run = Evaluation(q.intent, state.facts)
    for blocker in q.intent.blockers:
        if run.value(blocker.when) is False:
            continue
        for remedy in blocker.remedies:
            if run.value(remedy.when) is not False:
                asked, facts = apply(q, state.facts, remedy)
                move = Move(
                    code=remedy.code,
                    actor=remedy.actor or q.actor,
                    count=_settled(remedy, state.facts, facts),
                    certainty=remedy.certainty,
                )
                yield State(asked, facts, (*state.moves, move))


def _settled(remedy: RemedyRow, before: Mapping[str, Any], after: Mapping[str, Any]) -> int | None:
    """How many of the same kind it takes care of at once, where it is more than one."""
    fewer = [
        before[name] - after[name]
        for name in remedy.sets
        if type(before.get(name)) is int and type(after[name]) is int
    ]
    most = max(fewer, default=0)
    return most if most > 1 else None


def _by_request(state: State) -> Iterator[State]:
    q = state.question
    assert q.intent is not None  # noqa: S101
    for mode in q.intent.modes:
        if mode != q.mode:
            yield _asked(state, Move(code="other_mode", mode=mode), mode=mode)
    for actor in q.intent.actors:
        if actor != q.actor:
            yield _asked(state, Move(code="other_actor", actor=actor), actor=actor)


def _by_waiting(state: State) -> Iterator[State]:
    q = state.question
    assert q.intent is not None  # noqa: S101
    for day in sorted(find_breakpoints(q.intent, state.facts, q.on, q.on + WAIT)):
        yield _asked(state, Move(code="wait", until=day), on=day)


def _asked(state: State, move: Move, **changes: Any) -> State:
    if any(made.code == move.code for made in state.moves):
        return state
    asked = replace(state.question, **changes)
    return State(asked, {**state.facts, **changes}, (*state.moves, move))


def _key(state: State) -> Any:
    q = state.question
    told = tuple(sorted((name, str(value)) for name, value in state.facts.items()))
    return q.intent_name, q.mode, q.actor, q.on, told
