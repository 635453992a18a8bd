"""What would settle an answer: the facts to look up, where, and what each value leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from subhub.cli.speech import spoken_value
from subhub.hub.open_facts import open_facts
from subhub.policies.engines.evaluate import UNKNOWN, Evaluation
from subhub.render.page import Line

if TYPE_CHECKING:
    from subhub.hub.question import Question
    from subhub.model.choices import OpenFact
    from subhub.words import Words


def open_lines(question: Question, said: Words) -> list[Line]:
    """The facts that matter and are missing, the one that settles most first."""
    return [_line(question, fact, said) for fact in open_facts(question)]


def _line(question: Question, fact: OpenFact, said: Words) -> Line:
    notes = [f"`{fact.fact}`"]
    if said.has(f"fact-{fact.fact}-where"):
        notes.append(said.say(f"fact-{fact.fact}-where"))
    inner = _cases(question, fact, said)
    return Line(said.say(f"fact-{fact.fact}"), mark="·", notes=tuple(notes), inner=inner)


def _cases(question: Question, fact: OpenFact, said: Words) -> list[Line]:
    """What each value leads to, where the values can be named; values alike in one line."""
    if question.intent is None:
        return []
    values = (True, False) if fact.kind == "bool" else fact.options
    leads: dict[tuple[Any, Any], list[str]] = {}
    for value in values:
        made = Evaluation(question.intent, {**question.facts(), fact.fact: value}).decision()
        leads.setdefault((made.verdict, made.outcome), []).append(
            spoken_value(said, fact.fact, value)
        )
    if len(leads) < 2:
        return []
    return [
        Line(said.say("ui-if", value=" / ".join(named), leads=_leads(*lead, said)), mark="→")
        for lead, named in leads.items()
    ]


def _leads(verdict: Any, outcome: Any, said: Words) -> str:
    if verdict is UNKNOWN or outcome is UNKNOWN:
        return said.say("verdict-unknown")
    return said.say(f"outcome-{outcome}") if outcome else said.say(f"verdict-{verdict}")
