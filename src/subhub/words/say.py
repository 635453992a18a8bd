"""Say: an answer, or any result that holds answers, in the words of one language.

Every sentence may use any fact the document told by its name, the request, what the answer
says, and ``$date`` and ``$subject`` of the item it is about.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import Any, TypeVar

from subhub.model.cancellation import (
    Blocker,
    Cancellation,
    CitedRule,
    Consequence,
    Reversibility,
    Step,
)
from subhub.model.frozen import FrozenDict
from subhub.model.money import Money
from subhub.model.part import Part
from subhub.model.settlement import charges, owed
from subhub.model.spoken import (
    SpokenBlocker,
    SpokenCancellation,
    SpokenConsequence,
    SpokenPage,
    SpokenRefund,
    SpokenRemedy,
    SpokenReversibility,
    SpokenRule,
    SpokenSettlement,
    SpokenStep,
)
from subhub.words.catalogue import Words

P = TypeVar("P", bound=Part)
Args = Mapping[str, Any]

#: what ``$date`` is where the day is told already, so that a sentence can leave it out
TOLD = "told"
#: what a sentence can use beside the facts of the subscription
ARGUMENTS = frozenset({
    "on", "mode", "actor", "actor_name", "intent", "asked", "zone", "verdict", "outcome",
    "ends_on", "access_until", "billing_stops_on", "refund_kind", "refund_amount",
    "refund_at_most", "refund_automatic", "refund_to", "refund_due_by", "undo_until",
    "blocker_count", "needed", "output", "date", "subject",
    "money", "days", "against", "until", "subscription", "last_day", "age", "refund_zero",
    "ends_at_once", "checked_on", "charge_amount", "charge_at_most", "amount", "at_most", "due_by",
})  # fmt: skip


def say(answer: Cancellation, said: Words) -> SpokenCancellation:
    """The answer with a sentence beside every code; ``said`` are the words of its platform."""
    args = arguments(answer, said)
    refund = answer.refund
    return _spoken(
        SpokenCancellation,
        answer,
        refund=refund
        and _spoken(SpokenRefund, refund, sentence=_coded("refund", refund.kind, said, args)),
        settlements=tuple(
            _spoken(SpokenSettlement, each, sentence=_settlement(answer, at, said, args))
            for at, each in enumerate(answer.settlements)
        ),
        blockers=tuple(_blocker(each, said, args) for each in answer.blockers),
        consequences=tuple(_consequence(each, said, args) for each in answer.consequences),
        prepare=tuple(_step(each, said, args) for each in answer.prepare),
        steps=tuple(_step(each, said, args) for each in answer.steps),
        reversible=_spoken(
            SpokenReversibility,
            answer.reversible,
            sentence=_coded("undo", _undo(answer.reversible), said, args),
        ),
        rules=tuple(_rule(each, said, args) for each in answer.rules),
        sentence=_sentence(answer, said, args),
        outcome_sentence=_coded("outcome", answer.outcome, said, args),
        reason_sentence=_coded("reason", answer.reason, said, args),
        assumption_sentences=FrozenDict(
            {each: said.fill(f"reading-{each}", args) for each in answer.assumptions}
        ),
        short_assumption_sentences=FrozenDict(
            {each: _short(each, said, args) for each in answer.assumptions}
        ),
        unknown_sentences=FrozenDict(
            {key: _open(key, needed, said) for key, needed in answer.unknown.items()}
        ),
    )


def say_all(result: Any, speak: Callable[[Cancellation], SpokenCancellation]) -> Any:
    """A result, or several, with every answer in it put into words."""
    if isinstance(result, Cancellation):
        return speak(result)
    if isinstance(result, tuple):
        return tuple(say_all(each, speak) for each in result)
    if not isinstance(result, Part):
        return result
    parts = {name: (part, say_all(part, speak)) for name, part in result.__dict__.items()}
    return result.model_copy(
        update={name: spoken for name, (part, spoken) in parts.items() if spoken is not part}
    )


def arguments(answer: Cancellation, said: Words) -> dict[str, Any]:
    """What every sentence about the answer may use: facts, request, answer."""
    refund = answer.refund
    parts = ("kind", "amount", "at_most", "automatic", "to", "due_by")
    return {
        **answer.facts,
        "platform": answer.platform,
        "id": answer.subscription,
        "zone": answer.timezone,
        "on": answer.on,
        "mode": answer.mode,
        "actor": answer.actor,
        "actor_name": said.say(f"actor-{answer.actor}"),
        "intent": answer.intent,
        "asked": said.say(f"intent-{answer.intent}"),
        "verdict": answer.verdict,
        "outcome": answer.outcome,
        "ends_on": answer.ends_on,
        "access_until": answer.access_until,
        "billing_stops_on": answer.billing_stops_on,
        **{f"refund_{part}": refund and getattr(refund, part) for part in parts},
        "charge_amount": owed(answer.settlements),
        "charge_at_most": _owed_at_most(answer),
        "undo_until": answer.reversible.until,
        **_derived(answer),
        "blocker_count": len(answer.blockers),
        "needed": _labels(_decisive(answer), said),
    }


def _owed_at_most(answer: Cancellation) -> Money | None:
    most = [each.at_most or each.amount for each in charges(answer.settlements)]
    known = [each for each in most if each is not None]
    return known[0] if len(known) == len(most) == 1 else None


def _derived(answer: Cancellation) -> dict[str, Any]:
    """What follows from an answer for its sentences.

    The last day with access, the days since the start, whether it ends on the day asked about,
    whether the amount of the refund is nothing, and the day the pages were last read.
    """
    refund, started = answer.refund, answer.facts.get("started_on")
    return {
        "last_day": answer.access_until and answer.access_until - timedelta(days=1),
        "age": (answer.on - started).days if isinstance(started, date) else None,
        "ends_at_once": answer.ends_on and answer.ends_on == answer.on,
        "refund_zero": refund and refund.amount and not refund.amount.amount,
        "checked_on": max((each.checked_on for each in answer.rules), default=None),
    }


def _spoken(kind: type[P], part: Part, **more: Any) -> P:
    """The part as ``kind``; one that was spoken before is said anew."""
    return kind.model_construct(**{**part.__dict__, **more})


def _blocker(blocker: Blocker, said: Words, args: Args) -> SpokenBlocker:
    remedies = tuple(
        _spoken(SpokenRemedy, each, sentence=said.fill(f"remedy-{each.code}", args))
        for each in blocker.remedies
    )
    sentence = said.fill(f"blocker-{blocker.code}", args)
    return _spoken(SpokenBlocker, blocker, remedies=remedies, sentence=sentence)


def _consequence(found: Consequence, said: Words, args: Args) -> SpokenConsequence:
    about = {**args, "date": found.on, "subject": found.subject}
    message = f"consequence-{found.code}"
    sentence = said.fill(message, about)
    short = None if said.uses(message, "$date") else sentence
    if said.uses(message, f"[{TOLD}]"):
        short = said.fill(message, {**about, "date": TOLD})
    return _spoken(SpokenConsequence, found, sentence=sentence, short_sentence=short)


def _step(step: Step, said: Words, args: Args) -> SpokenStep:
    return _spoken(
        SpokenStep,
        step,
        sentence=said.fill(f"step-{step.code}", args),
        where_sentence=said.fill(f"where-{step.where}", args),
    )


def _rule(rule: CitedRule, said: Words, args: Args) -> SpokenRule:
    found = said.page(rule)
    page = SpokenPage.model_construct(title=found.title, publisher=found.publisher, url=found.url)
    return _spoken(SpokenRule, rule, sentence=said.fill(f"rule-{rule.id}", args), page=page)


def _open(key: str, needed: Iterable[str], said: Words) -> str:
    """Why an output is not known: the facts that would settle it."""
    output = said.say(f"output-{key.replace('.', '-')}")
    return said.say("unknown-output", output=output, needed=_labels(needed, said))


def _labels(facts: Iterable[str], said: Words) -> str | None:
    """The names of facts as people call them, in one breath; ``None`` for none."""
    named = [said.say(f"fact-{name}") for name in facts]
    return said.together(named) if named else None


def _short(assumption: str, said: Words, args: Args) -> str:
    """An assumption in one line where the catalogue has such a wording, else in full."""
    short = f"short-{assumption}"
    return said.fill(short if said.has(short) else f"reading-{assumption}", args)


def _sentence(answer: Cancellation, said: Words, args: Args) -> str:
    """The headline; where it does not say what there is to pay, that follows."""
    message = _headline(answer)
    headline = said.fill(message, args)
    sure = any(each.certainty == "certain" for each in charges(answer.settlements))
    if not sure or said.uses(message, "$charge_amount"):
        return headline
    return said.sentences([headline, said.fill("owed-sentence", args)])


def _settlement(answer: Cancellation, at: int, said: Words, args: Args) -> str | None:
    """What a movement of money is: the refund, or one of a kind of the adapter's own."""
    each, refund = answer.settlements[at], answer.refund
    if at == 0 and each.direction == "refund" and refund and refund.kind == each.kind:
        return _coded("refund", each.kind, said, args)
    terms = {"amount": each.amount, "at_most": each.at_most, "due_by": each.due_by}
    return _coded("settlement", each.kind, said, {**args, **terms})


def _headline(answer: Cancellation) -> str:
    settled = answer.verdict == "allowed" and answer.outcome
    return f"headline-{settled or answer.verdict}"


def _decisive(answer: Cancellation) -> tuple[str, ...]:
    """The facts on which the verdict depends, or, where that is known, the outcome."""
    return answer.unknown.get("verdict") or answer.unknown.get("outcome") or ()


def _undo(reversible: Reversibility) -> str | None:
    return "never" if reversible.possible is False else reversible.how


def _coded(kind: str, code: str | None, said: Words, args: Args) -> str | None:
    return said.fill(f"{kind}-{code}", args) if code else None
