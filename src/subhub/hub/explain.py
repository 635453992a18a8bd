"""Why an answer is what it is, as a result of its own."""

from __future__ import annotations

from subhub.hub.question import Question
from subhub.model.explanation import Explanation
from subhub.policies.analysis.explain import explain


def explain_question(question: Question) -> Explanation:
    """Every row; none where the platform does not know the intent."""
    found = explain(question.intent, question.facts()) if question.intent is not None else ()
    return Explanation(
        platform=question.policy.platform, intent=question.intent_name, findings=found
    )
