"""What would settle an answer: the facts to look up, where, and what each value leads to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subhub.cli.page import Line
from subhub.cli.speech import spoken_value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from subhub.model.choices import Case, OpenFact
    from subhub.words import Words


def open_lines(facts: Iterable[OpenFact], said: Words) -> list[Line]:
    """The open facts, the one that settles most first."""
    return [_line(fact, said) for fact in facts]


def _line(fact: OpenFact, said: Words) -> Line:
    inner = []
    if said.has(f"fact-{fact.fact}-where"):
        inner.append(Line("", notes=(said.say(f"fact-{fact.fact}-where"),)))
    # only where a case is a value one can name, not a range of days or amounts
    if fact.kind in ("bool", "code") and len(fact.cases) > 1:
        inner += [_case(fact.fact, case, said) for case in fact.cases]
    return Line(said.say(f"fact-{fact.fact}"), mark="·", notes=(f"`{fact.fact}`",), inner=inner)


def _case(fact: str, case: Case, said: Words) -> Line:
    values = said.together([spoken_value(said, fact, value) for value in case.values])
    leads = said.say(f"verdict-{case.verdict}")
    if case.outcome:
        leads = said.say("ui-leads", verdict=leads, outcome=said.say(f"outcome-{case.outcome}"))
    return Line(leads, mark="→", notes=(said.say("ui-if", value=values),))
