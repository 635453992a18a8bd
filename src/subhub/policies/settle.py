"""Which missing facts would settle an output, exactly: a fact that cannot change it is not named.

Every missing fact gets a few *representatives*: one value for every way in which the
comparisons about it can turn out, two where its value itself is handed on. Filling them in
one fact after another, and stopping where the output is known, gives its decision diagram;
the facts left in the diagram are those that matter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import SimpleNamespace
from typing import Any

from subhub.policies import expressions as ex
from subhub.policies.compiled import compiled, picks, verdict_rows
from subhub.policies.evaluate import UNKNOWN, Decision, Details
from subhub.policies.policy import Intent
from subhub.policies.representatives import representatives

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
        self._asked: dict[tuple[str, tuple[Any, ...]], tuple[Any, ...]] = {}

    def output(self, field: str) -> tuple[str, ...]:
        """The facts that would settle one field of a :class:`Decision`."""
        position = Decision._fields.index(field)
        cone = [when for _, when in verdict_rows(self.intent)]
        if position:
            cone.append(picks(self.intent)[position - 1])
        return self._matter(cone, lambda filled: self._ask("decide", filled)[position], UNKNOWN)

    def detail(self, field: str, index: int) -> tuple[str, ...]:
        """The facts that would settle one condition or day among the :class:`Details`."""
        part = Details._fields.index(field)
        exprs, days = Details.of(self.intent)[part]
        return self._matter(
            [exprs[index]],
            lambda filled: self._ask("details", filled)[part][index],
            UNKNOWN if days else None,
        )

    def _matter(
        self, cone: Iterable[ex.Expr], output: Callable[[Filled], Any], open_: object
    ) -> tuple[str, ...]:
        cone = list(cone)
        missing = {
            name: fact
            for expr in cone
            for name, fact in expr.facts().items()
            if name in self.missing
        }
        choices = {name: representatives(cone, fact, self.facts) for name, fact in missing.items()}
        matter = _diagram(list(missing), choices, output, open_, {})[1]
        return tuple(name for name in missing if name in matter)

    def _ask(self, what: str, filled: Filled) -> tuple[Any, ...]:
        key = what, tuple(sorted(filled.items()))
        if key not in self._asked:
            ask = getattr(compiled(self.intent), what)
            self._asked[key] = ask(SimpleNamespace(**(self.facts | dict(filled))), *self.request)
        return self._asked[key]


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
