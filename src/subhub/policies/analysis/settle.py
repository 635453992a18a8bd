"""Which missing facts would settle an output, exactly: a fact that cannot change it is not named.

Every missing fact gets a few *representatives*: one value for every way in which the
comparisons about it can turn out, two where its value itself is handed on. Filling them in
one fact after another, and stopping where the output is known, gives its decision diagram;
the facts left in the diagram are those that matter.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache
from types import SimpleNamespace
from typing import Any

from subhub.policies.analysis.representatives import Subject, representatives, subjects
from subhub.policies.engines.evaluate import UNKNOWN, Decision, Details
from subhub.policies.engines.python.compiled import compiled
from subhub.policies.language import expressions as ex
from subhub.policies.language.policy import Intent

Filled = Mapping[str, Any]


class Settling:
    """Asks one intent again and again with missing facts filled in."""

    def __init__(self, intent: Intent, facts: Mapping[str, Any]) -> None:
        self.intent = intent
        self.request = (facts["on"], facts["mode"], facts["actor"])
        self.missing = {
            name
            for name, fact in intent.facts.items()
            if not fact.given and is_missing(fact, facts)
        }
        self.facts = {name: None if name in self.missing else v for name, v in facts.items()}
        self._chosen: dict[tuple[Any, ...], list[Any]] = {}
        self._asked: dict[tuple[str, tuple[Any, ...]], tuple[Any, ...]] = {}

    def output(self, field: str) -> tuple[tuple[str, ...], Any]:
        """The facts that would settle one field of a :class:`Decision`, and its value.

        The value is UNKNOWN, or where no fact can change it, what it always comes to.
        """
        position = Decision._fields.index(field)
        return self._matter(
            _read_by_output(self.intent, field),
            lambda filled: self._ask("decide", filled)[position],
            UNKNOWN,
        )

    def detail(self, field: str, index: int) -> tuple[str, ...]:
        """The facts that would settle one condition or day among the :class:`Details`."""
        part = Details._fields.index(field)
        return self._matter(
            _read_by_detail(self.intent, field, index),
            lambda filled: self._ask("details", filled)[part][index],
            UNKNOWN if field == "days" else None,
        )[0]

    def _matter(
        self, read: Mapping[str, Subject], output: Callable[[Filled], Any], open_: object
    ) -> tuple[tuple[str, ...], Any]:
        choices = {
            name: self._values(subject) for name, subject in read.items() if name in self.missing
        }
        value, matter = _diagram(list(choices), choices, output, open_, {})
        return tuple(name for name in choices if name in matter), open_ if matter else value

    def _values(self, subject: Subject) -> list[Any]:
        key = subject.fact.name, subject.each_class, *map(id, subject.about)
        if key not in self._chosen:
            self._chosen[key] = representatives(subject, self.facts)
        return self._chosen[key]

    def _ask(self, what: str, filled: Filled) -> tuple[Any, ...]:
        key = what, tuple(sorted(filled.items()))
        if key not in self._asked:
            ask = getattr(compiled(self.intent), what)
            self._asked[key] = ask(SimpleNamespace(**(self.facts | dict(filled))), *self.request)
        return self._asked[key]


@lru_cache(maxsize=1024)
def _read_by_output(intent: Intent, field: str) -> dict[str, Subject]:
    """What a field of a decision reads: the verdict's conditions, then its own expression."""
    read = [when for _, when in intent.refusals]
    return subjects(read if field == "verdict" else [*read, intent.outputs[field]])


@lru_cache(maxsize=1024)
def _read_by_detail(intent: Intent, field: str, index: int) -> dict[str, Subject]:
    return subjects([Details.of(intent)[field][index]])


def is_missing(fact: ex.Fact, facts: Mapping[str, Any]) -> bool:
    """Not told, or a day that has lapsed by the day asked about."""
    value = facts.get(fact.name)
    return value is None or (fact.lapses and value < facts["on"])


def _diagram(
    names: list[str],
    choices: Mapping[str, list[Any]],
    output: Callable[[Filled], Any],
    open_: object,
    filled: dict[str, Any],
) -> tuple[Any, frozenset[str]]:
    """The value, or the branches of the next fact where they differ; and what matters."""
    value = output(filled)
    if value is not open_ or len(filled) == len(names):
        return value, frozenset()
    name = names[len(filled)]
    branches = [
        _diagram(names, choices, output, open_, {**filled, name: choice})
        for choice in choices[name]
    ]
    if all(branch == branches[0] for branch in branches[1:]):
        return branches[0]
    inside = frozenset[str]().union(*(matter for _, matter in branches))
    return (name, tuple(diagram for diagram, _ in branches)), inside | {name}
