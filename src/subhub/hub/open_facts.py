"""What to ask next: the missing facts that matter, the one that settles most first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from subhub.hub.answer import KEYS
from subhub.hub.question import Question
from subhub.model.choices import Case, OpenFact
from subhub.policies.analysis.settling import Settling
from subhub.policies.engines.evaluate import UNKNOWN, Decision
from subhub.policies.engines.python.compiled import compile_intent
from subhub.policies.language.expressions import Fact, Kind
from subhub.policies.language.policy import Intent


def open_facts(question: Question) -> tuple[OpenFact, ...]:
    """The facts that can still change an output, best first; none where all is settled.

    The best fact leaves the fewest outputs open on average over its possible answers. A
    fact that cannot change anything any more is not among them.
    """
    intent = question.intent
    if intent is None:
        return ()
    settling = Settling(intent, question.facts())
    settles: dict[str, list[str]] = {}
    decision = _decide(intent, settling.facts, question)._asdict()
    open_ = [field for field, value in decision.items() if value is UNKNOWN]
    for field, finding in settling.find(open_).items():
        for name in finding.facts:
            settles.setdefault(name, []).append(KEYS[str(field)])
    found = [
        _open_fact(intent, intent.facts[name], outputs, settling, question)
        for name, outputs in settles.items()
    ]
    return tuple(sorted(found, key=_rank))


def _rank(fact: OpenFact) -> tuple[float, float, int]:
    """Sooner where its answers settle more on average, and where one answer ends it all."""
    settled = [case.settles for case in fact.cases]
    verdict_first = 0 if "verdict" in fact.settles else 1
    return verdict_first, -sum(settled) / len(settled), -max(settled)


def _open_fact(
    intent: Intent, fact: Fact, outputs: list[str], settling: Settling, question: Question
) -> OpenFact:
    before = _open_count(_decide(intent, settling.facts, question))
    cases: dict[Any, tuple[list[Any], Decision]] = {}
    for value in _values(fact, settling):
        decision = _decide(intent, {**settling.facts, fact.name: value}, question)
        key = decision.verdict, decision.outcome, decision.refund_kind, _open_count(decision)
        cases.setdefault(key, ([], decision))[0].append(value)
    return OpenFact(
        fact=fact.name,
        kind=fact.kind.name.lower(),  # type: ignore[arg-type]
        options=fact.domain,
        settles=tuple(outputs),
        cases=tuple(
            Case(
                values=tuple(values),
                verdict="unknown" if decision.verdict is UNKNOWN else decision.verdict,
                outcome=_known(decision.outcome),
                refund_kind=_known(decision.refund_kind),
                settles=max(0, before - _open_count(decision)),
            )
            for values, decision in cases.values()
        ),
    )


def _values(fact: Fact, settling: Settling) -> Sequence[Any]:
    """Every code, or a value for each class of days, counts and amounts."""
    if fact.kind is Kind.CODE:
        return fact.domain
    return settling.representatives(fact.name)


def _decide(intent: Intent, facts: dict[str, Any], question: Question) -> Decision:
    from types import SimpleNamespace

    asked = SimpleNamespace(**facts), question.on, question.mode, question.actor
    return Decision(*compile_intent(intent).decide(*asked))


def _open_count(decision: Decision) -> int:
    return sum(value is UNKNOWN for value in decision)


def _known(value: Any) -> Any:
    return None if value is UNKNOWN else value
