"""Side by side: every intent and mode the platform offers, on one day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal

from subhub.hub.question import Question
from subhub.model.cancellation import Cancellation
from subhub.model.choices import Comparison, Difference, Way
from subhub.model.money import Money
from subhub.model.settlement import charges, net, owed
from subhub.policies.language.policy import NO_MODE

Answering = Callable[[Question], Cancellation]


def compare(question: Question, answer: Answering) -> Comparison:
    """Answer every way on the question's day, and say what each gains and forgoes."""
    answers = {name: answer(each) for name, each in ways(question)}
    found = [
        Way(
            name=name,
            intent=made.intent,
            mode=made.mode,
            answer=made,
            gains=tuple(_all_gains(made, others)),
            forgoes=tuple(
                gain.model_copy(update={"against": other})
                for other, theirs in others.items()
                for gain in gains(theirs, made, name)
            ),
        )
        for name, made in answers.items()
        for others in [{k: v for k, v in answers.items() if k != name and v.intent == made.intent}]
    ]
    return Comparison(on=question.on, actor=question.actor, ways=tuple(found))


def ways(question: Question) -> Iterator[tuple[str, Question]]:
    """Every intent in every mode, by name (``cancel immediate``)."""
    for intent in question.policy.intents:
        for mode in intent.modes or (NO_MODE,):
            name = intent.name if mode == NO_MODE else f"{intent.name} {mode}"
            yield name, replace(question, intent=intent, intent_name=intent.name, mode=mode)


def gains(one: Cancellation, other: Cancellation, against: str) -> Iterator[Difference]:
    """What ``one`` gives that ``other`` does not."""
    # where facts are missing the other way may be possible, too
    if one.verdict == "allowed" and other.verdict not in ("allowed", "unknown"):
        yield Difference(code="verdict", against=against, rules=_rules(other))
    if one.verdict != "allowed" or other.verdict != "allowed":
        return
    if charges(one.settlements) or charges(other.settlements):
        yield from _cheaper(one, other, against)
    elif _more_money(one, other):
        assert one.refund is not None  # noqa: S101 - _more_money looked
        yield Difference(code="refund", against=against, money=one.refund.amount, rules=_rules(one))
    if one.access_until and other.access_until and one.access_until > other.access_until:
        yield Difference(
            code="access",
            against=against,
            rules=_rules(one),
            days=(one.access_until - other.access_until).days,
        )
    kept = [
        c.code
        for c in other.consequences
        if c.severity == "loss"
        and c.certainty == "certain"
        and c.code not in {mine.code for mine in one.consequences}
    ]
    if kept:
        yield Difference(code="losses", against=against, losses=tuple(kept))
    if one.reversible.possible and other.reversible.possible is False:
        yield Difference(code="undo", against=against, rules=_rules(one))


def _all_gains(made: Cancellation, others: dict[str, Cancellation]) -> Iterator[Difference]:
    for name, other in others.items():
        yield from gains(made, other, name)


def _cheaper(one: Cancellation, other: Cancellation, against: str) -> Iterator[Difference]:
    """What comes back less what is owed is certain to be more."""
    ours, theirs = (_left(each) for each in (one, other))
    if ours is None or theirs is None:
        return
    (here, mine), (there, yours) = ours, theirs
    if mine > yours and (here == there or None in (here, there)):
        money = Money(mine - yours, here or there or "")
        yield Difference(code="charge", against=against, money=money, rules=_rules(one))


def _left(answer: Cancellation) -> tuple[str | None, Decimal] | None:
    """The currency, and what comes back less what is owed; no currency where nothing moves."""
    refund, due = answer.refund, charges(answer.settlements)
    nothing = refund is None or refund.kind == "none"
    back = None if refund is None else refund.amount
    if back is None and not nothing:
        return None
    if back is None and not due:
        return None, Decimal(0)
    total = owed(due)
    if back is None and total is not None:
        back = Money(Decimal(0), total.currency)
    left = net(due, back)
    return None if left is None else (left.currency, left.amount)


def _more_money(one: Cancellation, other: Cancellation) -> bool:
    """More is certain to come back; kinds that are settled later are no certain amount."""
    if one.refund is None or one.refund.amount is None:
        return (
            one.refund is not None
            and one.refund.kind == "full"
            and (other.refund is None or other.refund.kind == "none")
        )
    if other.refund is None or other.refund.amount is None:
        return other.refund is None or other.refund.kind == "none"
    return one.refund.amount > other.refund.amount


def _rules(answer: Cancellation) -> tuple[str, ...]:
    return tuple(rule.id for rule in answer.rules[:2])
