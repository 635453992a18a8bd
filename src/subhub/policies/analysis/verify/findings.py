"""What can be proved about an intent, each claim with a document where it needs one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any, Literal, NamedTuple

import z3

from subhub.model.verification import Invariant
from subhub.policies.analysis.verify.formula import NOTHING, Formula
from subhub.policies.engines.evaluate import Evaluation
from subhub.policies.language.policy import NO_MODE, Intent, Ruling
from subhub.policies.language.tables import Row

Facts = Mapping[str, Any]
State = Literal["yes", "no", "open"]
#: steps of the solver for one question: never time, or answers would hang on the machine
STEPS = 2_000_000

#: what has to hold of an output, and which
_DAYS: dict[Invariant, str] = {
    "ends_on_not_before_on": "ends_on",
    "access_until_not_before_on": "access_until",
    "billing_stops_on_not_before_on": "billing_stops_on",
    "refund_due_by_not_before_on": "refund_due_by",
}
_AMOUNTS: dict[Invariant, str] = {
    "refund_amount_not_negative": "refund_amount",
    "refund_at_most_not_negative": "refund_at_most",
}


class Found(NamedTuple):
    """Whether something can happen: ``yes`` with a document, ``no`` proved, or ``open``."""

    state: State
    facts: Facts | None = None


class Reached(NamedTuple):
    """Whether a row can decide: ``part`` is where it stands, a table's name or a verdict."""

    part: str
    row: Ruling | Row
    found: Found


class Overlap(NamedTuple):
    """Two rows of a table that hold together, so that their order is meaning."""

    table: str
    first: Row
    second: Row
    found: Found


class Broken(NamedTuple):
    """An invariant, and whether it can be broken."""

    invariant: Invariant
    found: Found


class Prover:
    """Questions about one intent; ``on`` is the day asked about in every example."""

    def __init__(self, intent: Intent, on: date, *, steps: int = STEPS) -> None:
        self.intent, self.on, self.steps = intent, on, steps
        self.request = {"mode": intent.modes or (NO_MODE, "immediate"), "actor": intent.actors}
        self.formula = Formula(on, self.request)
        refused, f = [], self.formula
        for _, when in intent.refusals:
            refused.append(f.holds(when))
        self.allowed = z3.Not(z3.Or(refused))

    # ---- what is asked -----------------------------------------------------------------------

    def reached(self) -> Iterator[Reached]:
        """Every row that gives a verdict or an outcome."""
        above: list[Any] = []
        for part, rows in (
            ("not_covered", self.intent.not_covered),
            ("nothing_to_do", self.intent.nothing_to_do),
            ("blocked", self.intent.blockers),
        ):
            here = [self.formula.holds(row.when) for row in rows]
            for row, holds in zip(rows, here, strict=True):
                yield Reached(part, row, self._can(*above, holds, sure=row.when))
            above += [z3.Not(holds) for holds in here]
        for table in (self.intent.decides, self.intent.reversible):
            for each, decides in zip(table.rows, self.formula.rows(table), strict=True):
                found = self._can(self.allowed, decides, sure=table.decided(each.code))
                yield Reached(table.name, each, found)

    def overlaps(self) -> Iterator[Overlap]:
        """Pairs of rows that can hold together and give different outputs."""
        table = self.intent.decides
        rows = table.rows[:-1]  # the last holds always: it is meant to come after the others
        for at, first in enumerate(rows):
            for second in rows[at + 1 :]:
                both = first.when & second.when
                found = self._can(self.allowed, self.formula.holds(both), sure=both)
                if found.state != "no":
                    yield Overlap(table.name, first, second, found)

    def invariants(self) -> Iterator[Broken]:
        """What has to hold of every answer."""
        for name, output in _DAYS.items():
            yield self._below(name, output, lambda day, on: day < on)
        for name, output in _AMOUNTS.items():
            yield self._below(name, output, lambda amount, _: amount.amount < 0)
        yield self._above()

    # ---- how it is answered ------------------------------------------------------------------

    def _below(self, name: Invariant, output: str, breaks: Callable[[Any, date], bool]) -> Broken:
        """An output below zero, which for days is the day asked about."""
        pick = self.intent.outputs[output]
        value = self.formula.value(pick)
        found = self._solve(
            [self.allowed, value != NOTHING, value < 0],
            lambda run, facts: breaks(run.value(pick), facts["on"]),
        )
        return Broken(name, found)

    def _above(self) -> Broken:
        """An amount above the most that can come back."""
        amount, most = (self.intent.outputs[n] for n in ("refund_amount", "refund_at_most"))
        one, two = self.formula.value(amount), self.formula.value(most)
        found = self._solve(
            [self.allowed, one != NOTHING, two != NOTHING, one > two],
            lambda run, facts: run.value(amount).amount > run.value(most).amount,
        )
        return Broken("refund_amount_within_at_most", found)

    def _can(self, *terms: Any, sure: Any) -> Found:
        return self._solve(list(terms), lambda run, facts: run.value(sure) is True)

    def _solve(self, terms: list[Any], check: Any) -> Found:
        """Ask the solver; what it gives as an example has to be one for the policy itself."""
        solver = z3.Solver()
        solver.set("rlimit", self.steps)
        solver.add(*terms, *self.formula.laws)
        answer = solver.check()
        if answer == z3.unsat:
            return Found("no")
        if answer == z3.unknown:
            return Found("open")
        facts = self._complete(self.formula.document(solver.model()))
        return (
            Found("yes", facts) if check(Evaluation(self.intent, facts), facts) else Found("open")
        )

    def _complete(self, facts: dict[str, Any]) -> dict[str, Any]:
        """With the facts that did not matter, whatever they are."""
        request = {name: values[0] for name, values in self.request.items()}
        return {**dict.fromkeys(self.intent.facts), **request, **facts}
