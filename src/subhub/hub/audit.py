"""The audit of many documents: what is missing, lapsed or wrong, and what to fill in first."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import NamedTuple

from subhub.errors import DocumentError, SubhubError
from subhub.hub.open_facts import open_facts
from subhub.hub.question import Question
from subhub.model.audit import Audit, Audited, Flaw, Wanted
from subhub.model.choices import OpenFact
from subhub.model.request import Askable
from subhub.policies.language.policy import NO_MODE


class Examined(NamedTuple):
    """What was found out about one document: its entry, and the facts it needs."""

    audited: Audited
    facts: tuple[OpenFact, ...] = ()


def audit(documents: Iterable[Askable], question: Callable[[Askable], Question]) -> Audit:
    """All documents examined, each by its id, else its number; ``question`` checks one."""
    found = []
    for number, document in enumerate(documents, 1):
        try:
            asked = question(document)
        except SubhubError as error:
            found.append(unusable(str(number), error))
        else:
            found.append(examine(asked.subscription.id or str(number), asked))
    return sum_up(found)


def examine(name: str, question: Question) -> Examined:
    """A document that can be used: every way to do it that the platform offers is asked about."""
    intent = question.intent
    modes = intent.modes if intent and intent.modes else (NO_MODE,)
    facts = [fact for mode in modes for fact in open_facts(replace(question, mode=mode))]
    stale = question.stale()
    needs = dict.fromkeys(
        each.fact for each in sorted(facts, key=_worth, reverse=True) if each.fact not in stale
    )
    audited = Audited(
        name=name,
        platform=question.policy.platform,
        subscription=question.subscription.id,
        state="stale" if stale else "incomplete" if needs else "complete",
        stale=stale,
        needs=tuple(needs),
    )
    return Examined(audited, tuple(facts))


def unusable(name: str, error: SubhubError) -> Examined:
    """A document that cannot be read, or that says what cannot be so."""
    if isinstance(error, DocumentError):
        flaws = [
            Flaw(
                code=each.code,
                message=str(each.message),
                hint=str(each.hint),
                field=each.field,
                line=each.line,
            )
            for each in error.problems
        ]
    else:
        flaws = [Flaw(code=error.code, message=_said(error), hint=str(error.hint))]
    return Examined(Audited(name=name, state="unusable", flaws=tuple(flaws)))


def _said(error: SubhubError) -> str:
    return f"{error.field}: {error.message}" if error.field else str(error.message)


def sum_up(findings: Iterable[Examined]) -> Audit:
    """The audit of all, with the facts that are missing in the order of what they settle."""
    findings = list(findings)
    settles: dict[str, float] = {}
    whose: dict[str, dict[str, str | None]] = {}
    for audited, facts in findings:
        for each in facts:
            settles[each.fact] = settles.get(each.fact, 0) + _worth(each)
            whose.setdefault(each.fact, {})[audited.name] = audited.platform
    return Audit(
        documents=tuple(each.audited for each in findings),
        wanted=tuple(
            Wanted(
                fact=fact,
                platform=next(iter(whose[fact].values())) or "",
                documents=tuple(whose[fact]),
                settles=round(settles[fact], 2),
            )
            for fact in sorted(settles, key=lambda fact: (-settles[fact], fact))
        ),
    )


def _worth(fact: OpenFact) -> float:
    """The outputs that knowing it settles, on average over its answers."""
    settled = [case.settles for case in fact.cases]
    return sum(settled) / len(settled)
