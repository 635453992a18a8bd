"""Deadlines of an answer, and the agenda of many: what to do this month, and in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from graphlib import CycleError, TopologicalSorter

from subhub.errors import DocumentError, Problem
from subhub.hub.question import Question
from subhub.model.agenda import Agenda, Deadline, Dependence
from subhub.model.cancellation import Cancellation
from subhub.model.frozen import FrozenDict
from subhub.model.money import Money
from subhub.model.settlement import charges, owed
from subhub.model.subscription import Subscription


def deadlines(
    answer: Cancellation,
    charge: Callable[[date], date | None] | None = None,
    later: Callable[[date], Cancellation] | None = None,
) -> tuple[Deadline, ...]:
    """The days of one answer that lie on or after the day asked, in order.

    With ``charge``, the next charge from a day on, the day before it is one of them. With
    ``later``, the answer on another day, each day to act by has the money that comes back
    only by then.
    """
    found = {(each.day, each.code): each for each in _days(answer, charge)}
    return tuple(
        sorted(
            (_priced(each, answer, later) for each in found.values() if each.day >= answer.on),
            key=lambda each: (each.day, not each.action, each.code),
        )
    )


def agenda(
    questions: Sequence[Question], answer: Callable[[Question], Cancellation], on: date
) -> Agenda:
    """All of them together.

    Raises :class:`DocumentError` for a circle of ``depends_on`` or a name nobody has.
    """
    subscriptions = [each.subscription for each in questions]
    order, warnings = _order(subscriptions)
    answers = [answer(each) for each in questions]
    days = [
        day
        for question, made in zip(questions, answers, strict=True)
        for day in deadlines_of(question, made, answer)
    ]
    refundable, at_most = totals(answers)
    allowed = [made.settlements for made in answers if made.verdict == "allowed"]
    return Agenda(
        on=on,
        answers=tuple(answers),
        deadlines=tuple(sorted(days, key=lambda each: (each.day, not each.action))),
        refundable=refundable,
        at_most=at_most,
        owed=_sums(map(owed, allowed)),
        order=order,
        warnings=warnings,
    )


def deadlines_of(
    question: Question, made: Cancellation, answer: Callable[[Question], Cancellation]
) -> tuple[Deadline, ...]:
    """The days of a question's answer, each with the money that comes back only by then."""
    return deadlines(made, question.next_charge, partial(_on, question, answer))


def _on(question: Question, answer: Callable[[Question], Cancellation], day: date) -> Cancellation:
    return answer(replace(question, on=day))


def _priced(
    deadline: Deadline, answer: Cancellation, later: Callable[[date], Cancellation] | None
) -> Deadline:
    """A day to act by with what comes back up to it and not a day later."""
    back = answer.refund.amount if answer.refund and answer.verdict == "allowed" else None
    if later is None or not deadline.action or back is None or back.amount <= 0:
        return deadline
    by_then, too_late = (later(deadline.day + timedelta(days)).refund for days in (0, 1))
    if by_then is None or by_then.amount != back or (too_late and too_late.amount == back):
        return deadline
    return deadline.model_copy(update={"money": back})


def totals(answers: Iterable[Cancellation]) -> tuple[FrozenDict[Money], FrozenDict[Money]]:
    """What comes back for certain, and what may come back besides; each by currency."""
    refunds = [made.refund for made in answers if made.verdict == "allowed" and made.refund]
    return (
        _sums(each.amount for each in refunds),
        _sums(each.at_most for each in refunds if each.amount is None),
    )


def _days(answer: Cancellation, charge: Callable[[date], date | None] | None) -> Iterator[Deadline]:
    def deadline(day: date, code: str, *, action: bool = False, certain: bool = True) -> Deadline:
        return Deadline(
            day=day,
            code=code,
            platform=answer.platform,
            action=action,
            subscription=answer.subscription,
            certain=certain,
        )

    certain = answer.verdict == "allowed"
    for code, day in (
        ("ends", answer.ends_on),
        ("access_ends", answer.access_until),
        ("refund_due", answer.refund.due_by if answer.refund else None),
        ("undo_ends", answer.reversible.until),
    ):
        if day is not None:
            yield deadline(day, code, certain=certain)
    for due in charges(answer.settlements):
        if due.due_by is not None:
            yield deadline(due.due_by, "charge_due", certain=due.certainty == "certain")
    for each in answer.consequences:
        if each.on is not None:
            # a deadline's own day is too late: the day to act by is the one before
            day = each.on - timedelta(1) if each.deadline else each.on
            certain = each.certainty == "certain"
            yield deadline(day, each.code, action=each.deadline, certain=certain)
    if charge is None or answer.verdict in ("nothing_to_do", "not_covered"):
        return
    charged = charge(answer.on)
    if charged is not None:
        yield deadline(charged - timedelta(1), "act_before_charge", action=True)


def _sums(amounts: Iterable[Money | None]) -> FrozenDict[Money]:
    totals: dict[str, Money] = {}
    for amount in amounts:
        if amount is not None:
            before = totals.get(amount.currency)
            totals[amount.currency] = amount if before is None else before + amount
    return FrozenDict(sorted(totals.items()))


def _order(
    subscriptions: Sequence[Subscription],
) -> tuple[tuple[str, ...], tuple[Dependence, ...]]:
    """What depends on another is cancelled before it; the circle is shown where there is one."""
    named = {each.id: each for each in subscriptions if each.id}
    links = [(name, on) for name, each in named.items() for on in each.depends_on]
    for name, on in links:
        if on not in named:
            raise DocumentError(
                [
                    Problem(
                        "not_among",
                        field="depends_on",
                        value=on,
                        name=name,
                        on=on,
                        ids=sorted(named),
                    )
                ]
            )
    sorter: TopologicalSorter[str] = TopologicalSorter(dict.fromkeys(named, ()))
    for name, on in links:
        sorter.add(on, name)
    try:
        order = tuple(sorter.static_order())
    except CycleError as error:
        circle = " → ".join(reversed(error.args[1]))
        problem = Problem("circle", field="depends_on", value=circle, circle=circle)
        raise DocumentError([problem]) from None
    return order, tuple(
        Dependence(code="ends_with", subscription=name, on=on) for name, on in links
    )
