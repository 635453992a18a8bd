"""The days on which an answer changes, found from the expressions and never by trying days.

A comparison about the day asked can only turn over where its two sides meet, so every such
meeting is a candidate; between two candidates nothing can change. What is compared there is
the *form* of the answer, in which "the day asked" and "ten business days later" stay words:
an answer that moves along with the day is the same answer.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from subhub.policies import expressions as ex
from subhub.policies.compiled import picks
from subhub.policies.evaluate import UNKNOWN, Decision, Details, Evaluation, value_of
from subhub.policies.policy import Intent
from subhub.policies.representatives import comparisons, leaves, level
from subhub.policies.tables import Pick

ONE_DAY = timedelta(days=1)
#: parts of the details that are no part of an answer's form, and those only with an allowed one
_NOT_SHOWN = frozenset({"remedies", "readings", "rows", "undo_rows"})
_IF_ALLOWED = frozenset({"consequences", "days", "prepare", "steps"})


@dataclass(frozen=True, slots=True)
class Form:
    """An answer with days relative to the day asked left as words.

    ``outputs`` follow the fields of :class:`Decision`; ``details`` hold, by field of
    :class:`Details`, which rows take part.
    """

    outputs: tuple[Hashable, ...]
    details: tuple[Hashable, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """The days ``[since, until)`` of one form; ``edge`` names the facts that put ``since``."""

    since: date
    until: date
    form: Form
    edge: tuple[str, ...]


def stretches(intent: Intent, facts: Mapping[str, Any], since: date, until: date) -> list[Stretch]:
    """The spans of ``[since, until)`` in which the answer keeps its form, in order."""
    candidates = candidate_days(intent, facts, since, until)
    found: list[Stretch] = []
    for day in sorted({since, *candidates}):
        form = form_on(intent, facts, day)
        if found and found[-1].form == form:
            continue
        if found:
            last = found[-1]
            found[-1] = Stretch(last.since, day, last.form, last.edge)
        found.append(Stretch(day, until, form, tuple(sorted(candidates.get(day, ())))))
    return found


def candidate_days(
    intent: Intent, facts: Mapping[str, Any], since: date, until: date
) -> dict[date, set[str]]:
    """Every day in ``(since, until)`` on which something may change, and the facts that put it."""
    found: dict[date, set[str]] = {}

    def note(day: date, names: set[str]) -> None:
        if since < day < until:
            found.setdefault(day, set()).update(names)

    for compare in comparisons(intent.expressions()):
        for meeting, names in _meetings(compare, facts):
            note(meeting, names)
            note(meeting + ONE_DAY, names)
    for name, fact in intent.facts.items():
        if fact.lapses and facts.get(name) is not None:
            note(facts[name] + ONE_DAY, {name})
    return found


def form_on(intent: Intent, facts: Mapping[str, Any], day: date) -> Form:
    """The form of the answer on one day."""
    return _FormRun(intent, {**facts, "on": day}).whole()


def moving(form: Form) -> tuple[str, ...]:
    """The outputs that move along with the day asked."""
    return tuple(
        field
        for field, value in zip(Decision._fields, form.outputs, strict=True)
        if isinstance(value, tuple)
    )


def _meetings(compare: ex.Compare, facts: Mapping[str, Any]) -> Iterator[tuple[date, set[str]]]:
    """The days on which a side that is the day asked meets the other side."""
    left, right = level(compare)
    for one, other in ((left, right), (right, left)):
        for base, offset in leaves(one):
            if not (isinstance(base, ex.Fact) and base.name == "on"):
                continue
            for fixed, shift in leaves(other):
                if "on" in fixed.facts():
                    continue
                value = value_of(fixed, facts)
                if isinstance(value, date):
                    yield value + timedelta(shift - offset), set(fixed.facts())


class _FormRun(Evaluation):
    """Works out values as the law does, and forms of values beside them."""

    def whole(self) -> Form:
        verdicts = self.verdicts()
        decision = self.decision()
        outputs: list[Hashable] = [decision.verdict]
        for pick, value in zip(picks(self.intent), decision[1:], strict=True):
            applies = verdicts == ["allowed"]
            outputs.append(self.form(pick) if applies else value)
        shown = "allowed" in verdicts
        details: list[Hashable] = []
        for name, (exprs, days) in zip(Details._fields, Details.of(self.intent), strict=True):
            if name in _NOT_SHOWN or (name in _IF_ALLOWED and not shown):
                details.append(())
            else:
                details.append(tuple(self.form(e) if days else self.value(e) for e in exprs))
        return Form(tuple(outputs), _only_days_shown(tuple(details)))

    def form(self, expr: ex.Expr) -> Hashable:
        """The value, with days that depend on the day asked as (word, …) instead."""
        match expr:
            case ex.Fact() if expr.name == "on":
                return ("on", 0)
            case ex.AddBusinessDays():
                return _later(self.form(expr.args[0]), "business", expr.days)
            case ex.AddDays():
                return _later(self.form(expr.args[0]), "on", expr.days)
            case ex.Extreme() if expr.kind is ex.Kind.DAY:
                return self._winner(expr)
            case ex.If() if self.value(expr.args[0]) is not UNKNOWN:
                return self.form(expr.args[1 if self.value(expr.args[0]) else 2])
            case Pick():
                forms = {self.form(expr.of(row)) for row in self.possible_rows(expr.table)}
                if len(forms) == 1:
                    return forms.pop()
        value: Hashable = self.value(expr)
        return value

    def _winner(self, expr: ex.Extreme) -> Hashable:
        value: Hashable = self.value(expr)
        if value is UNKNOWN:
            return value
        first = self.value(expr.args[0]) == value
        return self.form(expr.args[0 if first else 1])


def _later(form: Hashable, word: str, days: int) -> Hashable:
    if form is UNKNOWN or form is None:
        return form
    if isinstance(form, tuple):
        head, *rest = form
        return (head, rest[0] + days) if head == word == "on" else (word, days, form)
    if isinstance(form, date) and word == "on":
        return form + timedelta(days)
    from subhub.model.calendar import add_business_days

    return add_business_days(form, days) if isinstance(form, date) else form


def _only_days_shown(details: tuple[Hashable, ...]) -> tuple[Hashable, ...]:
    """Days of consequences that do not take part are no part of the answer."""
    by_name = dict(zip(Details._fields, details, strict=True))
    held, days = by_name["consequences"], by_name["days"]
    assert isinstance(held, tuple) and isinstance(days, tuple)  # noqa: S101 - for the type checker
    by_name["days"] = tuple(
        day if takes_part is not False else None for takes_part, day in zip(held, days, strict=True)
    )
    return tuple(by_name.values())
