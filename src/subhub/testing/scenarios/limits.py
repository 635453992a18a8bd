"""Bounds of sense: ways out lead out, money was paid before it comes back, days lie ahead."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from random import Random
from typing import TYPE_CHECKING

from subhub.errors import DocumentError
from subhub.hub.remedies import apply
from subhub.model.cancellation import Cancellation
from subhub.model.money import Money
from subhub.once import lazy
from subhub.policies.engines.evaluate import Values
from subhub.policies.language.policy import BlockerRow, Intent, Policy, RemedyRow
from subhub.testing.drawing import draw
from subhub.testing.scenario import scenario
from subhub.testing.scenarios.answers import answered_or_skip

if TYPE_CHECKING:
    from subhub.hub.question import Question
    from subhub.testing.checking import AdapterCheck

#: so many sets of facts are drawn until a blocker stands in the way, and so many cases are tried
_DRAWN, _CASES = 3000, 40


@scenario(22)
def remedies_help(check: AdapterCheck) -> Iterable[str]:
    """Every blocker can be met, and every way out of one helps in some case.

    The rules are run again with what the remedy changes (`sets`, `as_actor`, `in_mode`,
    `as_intent`): in some case at least, its blocker is then gone. One that leaves it in the way is
    declared in the adapter's `instead`.
    """
    answered_or_skip(check)
    for policy, intent in check.intents:
        for blocker in intent.blockers:
            where = f"edition `{policy.edition.name}`, intent `{intent.name}`, `{blocker.code}`"
            cases = _Cases(check, policy, intent, blocker)
            if not any(True for _ in cases):
                yield f"{where}: no document of {_DRAWN} drawn meets this blocker: mend its `when`"
                continue
            for remedy in blocker.remedies:
                helps = (_helps(each, remedy, blocker) for each in cases if _fits(each, remedy))
                if remedy.code not in check.adapter.instead and not any(helps):
                    yield (
                        f"{where}: the remedy `{remedy.code}` never helps: say with `sets=`, "
                        f"`as_actor=`, `in_mode=` or `as_intent=` what is otherwise once it is done"
                    )


@dataclass
class _Cases:
    """Questions in which a blocker stands in the way: of the rounds, then drawn for it."""

    check: AdapterCheck
    policy: Policy
    intent: Intent
    blocker: BlockerRow

    def __iter__(self) -> Iterator[Question]:
        yield from self._of_rounds
        yield from self._drawn

    @lazy
    def _of_rounds(self) -> list[Question]:
        own = [each.question for each in self.check.rounds if each.intent is self.intent]
        return [each for each in own if _stands(each, self.blocker)][:_CASES]

    @lazy
    def _drawn(self) -> list[Question]:
        rng = Random(f"{self.check.seed} {self.blocker.code}")  # noqa: S311 - test data
        asked = self.check, self.policy, self.intent, self.blocker
        drawn = (_drawn(*asked, rng) for _ in range(_DRAWN))
        return list(islice((each for each in drawn if each is not None), _CASES))


def _stands(question: Question, blocker: BlockerRow) -> bool:
    return Values(question.facts()).value(blocker.when) is True


def _drawn(
    check: AdapterCheck, policy: Policy, intent: Intent, blocker: BlockerRow, rng: Random
) -> Question | None:
    on = check.day(policy, rng)
    told = draw(intent, check.facts, rng, nulls=0.0, on=on)
    mode = rng.choice(intent.modes or ("none", "immediate"))
    asked = {**told, "on": on, "mode": mode, "actor": rng.choice(intent.actors)}
    if Values(asked).value(blocker.when) is not True:
        return None
    try:
        question, _, _ = check.ask(policy, intent, told, on, rng)
    except DocumentError:
        return None
    question = replace(question, mode=asked["mode"], actor=asked["actor"])
    return question if _stands(question, blocker) else None


def _fits(question: Question, remedy: RemedyRow) -> bool:
    return Values(question.facts()).value(remedy.when) is not False


def _helps(question: Question, remedy: RemedyRow, blocker: BlockerRow) -> bool:
    """Whether the blocker is gone once the remedy is done."""
    asked, facts = apply(question, question.facts(), remedy)
    if asked.intent is None:
        return False
    standing = [row.when for row in asked.intent.blockers if row.code == blocker.code]
    return all(Values(facts).value(when) is not True for when in standing)


@scenario(23)
def no_more_than_was_paid(check: AdapterCheck) -> Iterable[str]:
    """No refund is above what was paid, and none is below zero, unless that is declared.

    What was paid, or is held, are the amounts of the document that the adapter names in `paid`
    (`price` where it says nothing); a refund is at most the greatest of them. `paid = ()`
    declares that a platform gives more.
    """
    for each, answer in answered_or_skip(check):
        for name, given in (
            ("amount", _part(answer, "amount")),
            ("at_most", _part(answer, "at_most")),
        ):
            if given is None:
                continue
            if given.amount < 0:
                yield f"refund.{name} is {given}, below zero: `maximum(…, 0)`; for {each}"
            held = [each.question.facts().get(fact) for fact in check.adapter.paid]
            if held and all(each is not None for each in held) and given > max(held):
                named = ", ".join(f"`{fact}`" for fact in check.adapter.paid)
                yield (
                    f"outcome `{answer.outcome}`: refund.{name} is {given}, more than {named} "
                    f"({max(held)}): mend the row, or name what else was paid in `paid`; for {each}"
                )


def _part(answer: Cancellation, name: str) -> Money | None:
    return getattr(answer.refund, name) if answer.refund else None


@scenario(24)
def no_day_before_the_day_asked(check: AdapterCheck) -> Iterable[str]:
    """No day of an answer lies before the day asked about, unless that is declared.

    What is cancelled today did not end yesterday: write `maximum(ON, …)`, or mark the fact with
    `Lapses()` so that a day that has passed is not known. Outputs and consequences whose days
    may lie behind are named in the adapter's `past_days`.
    """
    for each, answer in answered_or_skip(check):
        if answer.verdict not in ("allowed", "unknown"):
            continue
        for name, day in _days(answer):
            if day is not None and day < answer.on and name not in check.adapter.past_days:
                yield (
                    f"outcome `{answer.outcome}`: `{name}` is {day}, before the day asked: write "
                    f"`maximum(ON, …)` or mark the fact `Lapses()`, or declare it in `past_days`; "
                    f"for {each}"
                )


def _days(answer: Cancellation) -> Iterator[tuple[str, date | None]]:
    for name in ("ends_on", "access_until", "billing_stops_on"):
        yield name, getattr(answer, name)
    yield "refund.due_by", answer.refund.due_by if answer.refund else None
    yield "reversible.until", answer.reversible.until
    yield from ((each.code, each.on) for each in answer.consequences)
