"""What would settle an answer: the facts to look up, where, and what each value leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subhub.cli.values import said_value
from subhub.hub.open_facts import open_facts
from subhub.render.page import Line

if TYPE_CHECKING:
    from subhub.hub.question import Question
    from subhub.model.choices import Case, OpenFact
    from subhub.words import Words


def open_lines(question: Question, said: Words) -> list[Line]:
    """The facts that matter and are missing, the one that settles most first."""
    return [_line(fact, said) for fact in open_facts(question)]


def _line(fact: OpenFact, said: Words) -> Line:
    notes = [f"`{fact.fact}`"]
    if said.has(f"fact-{fact.fact}-where"):
        notes.append(said.say(f"fact-{fact.fact}-where"))
    inner = _cases(fact, said) if fact.kind in ("bool", "code") else []
    return Line(said.say(f"fact-{fact.fact}"), mark="·", notes=tuple(notes), inner=inner)


def _cases(fact: OpenFact, said: Words) -> list[Line]:
    """What each value leads to, where the values can be named; values alike in one line."""
    leads: dict[str, list[str]] = {}
    for case in fact.cases:
        named = [said_value(said, fact.fact, value) for value in case.values]
        leads.setdefault(_leads(case, said), []).extend(named)
    if len(leads) < 2:
        return []
    return [
        Line(said.say("ui-if", value=" / ".join(named), leads=lead), mark="→")
        for lead, named in leads.items()
    ]


def _leads(case: Case, said: Words) -> str:
    if case.verdict == "allowed":
        return said.say(f"outcome-{case.outcome}" if case.outcome else "verdict-unknown")
    return said.say(f"verdict-{case.verdict}")
