"""One reference, several ways to ask it: where they differ from it."""

from __future__ import annotations

from datetime import date, timedelta
from types import SimpleNamespace
from typing import Any

from subhub.policies.analysis.timeline import answer_symbolically, find_spans
from subhub.policies.engines.evaluate import Evaluation
from subhub.policies.engines.python.compiled import compile_intent
from subhub.policies.language.policy import Intent


def differs_when_generated(intent: Intent, facts: dict[str, Any]) -> str:
    """What generated code gives otherwise than the reference evaluator; empty if nothing."""
    reference = Evaluation(intent, facts)
    made = compile_intent(intent)
    asked = SimpleNamespace(**facts), facts["on"], facts["mode"], facts["actor"]
    for wanted, got in (
        (reference.decision(), made.decide(*asked)),
        (reference.details(), made.details(*asked)),
    ):
        for name, one, other in zip(wanted._fields, wanted, got, strict=True):
            if one != other:
                return f"`{name}` ({other!r} instead of {one!r})"
    return ""


def differs_on_timeline(intent: Intent, facts: dict[str, Any], since: date, until: date) -> str:
    """How the spans differ from those found by trying every day; empty if they do not."""
    tried: list[date] = []
    last = None
    for number in range((until - since).days):
        day = since + timedelta(number)
        symbolic = answer_symbolically(intent, facts, day)
        if symbolic != last:
            tried.append(day)
        last = symbolic
    found = [span.since for span in find_spans(intent, facts, since, until)]
    if found == tried:
        return ""
    return f"turns on {', '.join(map(str, found))} instead of {', '.join(map(str, tried))}"


def check_generated(intent: Intent, facts: dict[str, Any]) -> None:
    """Raise ``AssertionError`` where generated code differs from the reference evaluator."""
    if odd := differs_when_generated(intent, facts):
        raise AssertionError(f"intent `{intent.name}`: generated code gives another {odd}: {facts}")


def check_timeline(intent: Intent, facts: dict[str, Any], since: date, until: date) -> None:
    """Raise ``AssertionError`` where the spans are not those found by trying every day."""
    if odd := differs_on_timeline(intent, facts, since, until):
        raise AssertionError(f"intent `{intent.name}`: the timeline {odd}: {facts}")
