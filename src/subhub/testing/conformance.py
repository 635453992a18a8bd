"""What every adapter has to pass, ours and a stranger's: one reference, several ways to ask it."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from types import SimpleNamespace
from typing import Any

from subhub.plugin import Adapter
from subhub.policies.analysis.timeline import answer_symbolically, find_spans
from subhub.policies.engines.evaluate import Evaluation
from subhub.policies.engines.python.compiled import compile_intent
from subhub.policies.language.policy import Intent
from subhub.testing.random_facts import random_facts
from subhub.words import LANGUAGES
from subhub.words.catalogue import read
from subhub.words.complete import find_missing, of_mistakes, strange, unused_terms

#: how the messages of errors begin
ERRORS = ("error-", "hint-")


def check_adapter(adapter: Adapter, *, rounds: int = 200, seed: int = 0) -> None:
    """Raise ``AssertionError`` with what differs where the adapter does not keep the promise.

    Every intent of every edition is asked with random facts, none to nine in ten of them
    missing: generated code agrees with the reference evaluator, the timeline with trying
    every day, every code and mistake has its sentence in every language, and the document
    model knows every fact.
    """
    rng = Random(seed)  # noqa: S311 - test data, not a secret
    check_words(adapter)
    fields = adapter.subscription().model_fields
    for policy in adapter.editions():
        on = max(policy.edition.in_force or date.min, date(2026, 11, 21))
        for intent in policy.intents:
            odd = [n for n, f in intent.facts.items() if not f.given and n not in fields]
            assert not odd, f"the document has no {', '.join(odd)}"  # noqa: S101
            for round_ in range(rounds):
                nulls = (0.0, 0.15, 0.5, 0.9)[round_ % 4]
                facts = random_facts(intent, rng, nulls=nulls, on=on)
                check_generated(intent, facts)
                if round_ % 10 == 0:
                    check_timeline(intent, facts, on, on + timedelta(60))


def check_words(adapter: Adapter) -> None:
    """Every code and every mistake has its sentence, with no variable it is not given."""
    for lang in LANGUAGES:
        lacking = find_missing(adapter, lang)
        assert not lacking, f"{lang}.ftl lacks {', '.join(lacking)}"  # noqa: S101
        unsaid = unused_terms(adapter.locale(), lang)
        assert not unsaid, f"terms.{lang}.ftl: nothing says {', '.join(unsaid)}"  # noqa: S101
        mistakes = of_mistakes(adapter, lang)
        odd = strange(adapter.locale(), lang, mistakes)
        assert not odd, f"{lang}.ftl: no error gives these: {odd}"  # noqa: S101
        of_errors = [name for name in read(adapter.locale(), lang) if name.startswith(ERRORS)]
        idle = sorted(set(of_errors) - mistakes.keys())
        assert not idle, f"{lang}.ftl: nothing says {', '.join(idle)}"  # noqa: S101


def check_generated(intent: Intent, facts: dict[str, Any]) -> None:
    """The generated code gives what the reference evaluator gives, outputs and details."""
    reference = Evaluation(intent, facts)
    made = compile_intent(intent)
    asked = SimpleNamespace(**facts), facts["on"], facts["mode"], facts["actor"]
    assert tuple(reference.decision()) == made.decide(*asked), (intent.name, facts)  # noqa: S101
    assert tuple(reference.details()) == made.details(*asked), (intent.name, facts)  # noqa: S101


def check_timeline(intent: Intent, facts: dict[str, Any], since: date, until: date) -> None:
    """The spans found from the expressions are those found by trying every day."""
    tried: list[date] = []
    last = None
    for number in range((until - since).days):
        day = since + timedelta(number)
        symbolic = answer_symbolically(intent, facts, day)
        if symbolic != last:
            tried.append(day)
        last = symbolic
    found = [span.since for span in find_spans(intent, facts, since, until)]
    assert found == tried, (intent.name, facts)  # noqa: S101
