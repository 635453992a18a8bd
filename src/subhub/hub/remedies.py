"""Remedies are verified, not asserted: the rules are run again with what one would change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from subhub.hub.question import Question
from subhub.policies.engines.evaluate import UNKNOWN, Evaluation, value_of
from subhub.policies.language.expressions import Expr
from subhub.policies.language.policy import NO_MODE, RemedyRow


def verdict_after(question: Question, remedy: RemedyRow) -> str:
    """The verdict that running the rules again gives once the remedy is done."""
    asked, facts = apply(question, question.facts(), remedy)
    if asked.intent is None:
        return "blocked"
    verdict = Evaluation(asked.intent, facts).decision().verdict
    return "unknown" if verdict is UNKNOWN else str(verdict)


def apply(
    question: Question, facts: Mapping[str, Any], remedy: RemedyRow
) -> tuple[Question, dict[str, Any]]:
    """The question and the facts once the remedy is done."""
    after = dict(facts)
    for name, left in remedy.sets.items():
        value = value_of(left, facts) if isinstance(left, Expr) else left
        after[name] = None if value is UNKNOWN else value
    name = remedy.as_intent or question.intent_name
    intent = question.policy.intent(name)
    mode = remedy.in_mode or question.mode
    if remedy.as_intent and intent is not None:
        mode = intent.modes[0] if intent.modes else NO_MODE
    asked = replace(
        question,
        intent=intent,
        intent_name=name,
        mode=mode,
        actor=remedy.as_actor or question.actor,
    )
    return asked, after | {"mode": asked.mode, "actor": asked.actor}
