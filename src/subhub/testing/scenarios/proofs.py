"""What is known, what is named, and that every engine says the same of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from random import Random
from typing import TYPE_CHECKING, Any

from subhub.errors import DocumentError
from subhub.hub.answer import KEYS
from subhub.model.cancellation import Cancellation
from subhub.model.money import Money
from subhub.policies.engines.evaluate import Evaluation
from subhub.policies.language.expressions import Fact
from subhub.policies.language.policy import NO_MODE, Intent, Policy
from subhub.testing.agreement import differs_on_timeline, differs_when_generated
from subhub.testing.drawing import draw
from subhub.testing.scenario import scenario
from subhub.testing.scenarios.answers import answered_or_skip

if TYPE_CHECKING:
    from subhub.testing.checking import AdapterCheck, Round

#: ways of filling in that are tried for each answer, and for each fact that is named
_FILLINGS, _TRIES = 3, 3000
#: pairs of documents that are refused until it is taken that all are
_ENOUGH = 30
#: the one output that may be more cautious than all ways of filling in
_CAUTIOUS = "refund.at_most"
_NULLS = (0.0, 0.3)
#: every so many rounds the days after are tried one by one
_EACH, _DAYS = 10, timedelta(60)


@scenario(19)
def engines_agree(check: AdapterCheck) -> Iterable[str]:
    """Generated code and timelines say what the reference evaluator says.

    The same facts, many of them missing: the rules compiled give every output and detail, and
    the spans of a timeline are those found by trying sixty days one by one.
    """
    for number, each in enumerate(check.rounds):
        facts = each.question.facts()
        if odd := differs_when_generated(each.intent, facts):
            yield f"generated code gives another {odd}: {each}"
        if number % _EACH == 0:
            on = each.question.on
            if odd := differs_on_timeline(each.intent, facts, on, on + _DAYS):
                yield f"the timeline {odd}: {each}"


@scenario(20)
def known_stays_known(check: AdapterCheck) -> Iterable[str]:
    """What is called known stays the same, however the missing facts are filled in.

    Ways of filling in that contradict the document do not count. What an answer calls certain
    is there in every one of them. Where it is not, something outside the tables decides: `also`,
    a validator, `follows`.
    """
    rng = Random(check.seed)  # noqa: S311 - test data
    for each, answer in answered_or_skip(check):
        for _ in range(_FILLINGS):
            filled = fill(check, each, rng)
            if filled is None:
                break
            there = check.hub.preview(filled, **each.request)
            for key in _changed(answer, there):
                yield (
                    f"`{key}` is called known, and changes when missing facts are told: "
                    f"{each}, filled in as {filled}"
                )


def _changed(answer: Cancellation, there: Cancellation) -> Iterator[str]:
    known, then = _outputs(answer), _outputs(there)
    for key, value in known.items():
        if key in answer.unknown or (key == _CAUTIOUS and value is None):
            continue
        if key in there.unknown or then[key] != value:
            yield key
    codes = {each.code for each in there.consequences}
    if answer.verdict == there.verdict:
        yield from (
            f"consequences.{each.code}"
            for each in answer.consequences
            if each.certainty == "certain" and each.code not in codes
        )


def _outputs(answer: Cancellation) -> dict[str, Any]:
    """The outputs by the key they are told under."""
    found: dict[str, Any] = {}
    for key in KEYS.values():
        value: Any = answer
        for part in key.split("."):
            value = None if value is None else getattr(value, part)
        found[key] = value
    return found


def fill(check: AdapterCheck, each: Round, rng: Random) -> dict[str, Any] | None:
    """The document with every missing fact told in a way that it bears; none if there is none."""
    names, on = missing(check, each), each.question.on
    if not names:
        return None
    for _ in range(20):
        told = draw(each.intent, names, rng, nulls=0.0, on=on, currency=each.currency)
        for name, fact in names.items():
            if fact.lapses and told[name] < on:
                told[name] = on + (on - told[name])  # else it would say nothing
        document = each.document | check.document(told)
        if taken(check, document):
            return document
    return None


@scenario(21)
def named_facts_matter(check: AdapterCheck) -> Iterable[str]:
    """A fact that answers ask for can change an answer.

    For each fact that is named under `unknown` two documents are looked for that differ in it
    alone and are answered differently. Where every such pair is refused as contradicting itself,
    the rules ask for what nobody can tell.
    """
    named: dict[tuple[int, str], Round] = {}
    for each, answer in answered_or_skip(check):
        for name in (name for facts in answer.unknown.values() for name in facts):
            named.setdefault((id(each.intent), name), each)
    for (_, name), each in named.items():
        if not _matters(check, each.policy, each.intent, name):
            yield (
                f"edition `{each.policy.edition.name}`, intent `{each.intent.name}`: answers hang "
                f"on `{name}`, and every two documents that would show it are refused: see "
                f"`contradictions()` and the rows that read `{name}`; named for {each}"
            )


def _matters(check: AdapterCheck, policy: Policy, intent: Intent, name: str) -> bool:
    """Whether two documents differ in the fact and in the answer; or none were seen that would."""
    rng, refused = Random(f"{check.seed} {name}"), 0  # noqa: S311 - test data
    for number in range(_TRIES):
        on = check.day(policy, rng)
        here = draw(intent, check.facts, rng, nulls=_NULLS[number % 2], on=on)
        currency = next((each.currency for each in here.values() if isinstance(each, Money)), "")
        other = draw(
            intent, {name: check.facts[name]}, rng, nulls=0.0, on=on, currency=currency or "USD"
        )
        there = here | other
        mode, actor = rng.choice(intent.modes or (NO_MODE,)), rng.choice(intent.actors)
        asked = {"on": on, "mode": mode, "actor": actor}
        if (
            Evaluation(intent, here | asked).decision()
            == Evaluation(intent, there | asked).decision()
        ):
            continue
        if all(taken(check, check.document(told)) for told in (here, there)):
            return True
        refused += 1
    return refused < _ENOUGH


def taken(check: AdapterCheck, document: dict[str, Any]) -> bool:
    """Whether the adapter's model takes a document."""
    try:
        check.hub.subscription(document)
    except DocumentError:
        return False
    return True


def missing(check: AdapterCheck, each: Round) -> dict[str, Fact]:
    """The facts that the rules read and the document does not tell, or no longer."""
    facts, on = each.question.facts(), each.question.on
    return {
        name: fact
        for name, fact in check.facts.items()
        if name in each.intent.facts and (facts[name] is None or (fact.lapses and facts[name] < on))
    }
