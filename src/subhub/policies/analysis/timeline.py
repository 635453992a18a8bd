"""The days on which an answer changes, found from the expressions and never by trying days.

A comparison about the day asked can only turn over where its two sides meet, so every such day
is a *breakpoint*; between two of them nothing can change. What is compared there is the
*symbolic answer*, in which "the day asked" and "ten business days later" stay words: an
answer that moves along with the day is the same answer.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from itertools import combinations
from typing import Any

from subhub.model.calendar import FEDERAL, add_business_days
from subhub.policies.analysis.changes import find_changes, find_gaps
from subhub.policies.analysis.comparisons import find_comparisons, find_leaves, level
from subhub.policies.engines.evaluate import (
    UNKNOWN,
    VALUES,
    Decision,
    Details,
    Evaluation,
    value_of,
)
from subhub.policies.engines.moves import MOVES
from subhub.policies.language import expressions as ex
from subhub.policies.language import reckoning as rk
from subhub.policies.language.policy import Intent
from subhub.policies.language.tables import Pick

ONE_DAY = timedelta(days=1)
#: a day on which something may change, and the facts that put it there
Breakpoint = tuple[date, set[str]]
#: an innermost expression and the calendar days added to it
Leaf = tuple[ex.Expr, int]
#: parts of the details that are no part of a symbolic answer, and those only with an allowed one
_NOT_SHOWN = frozenset({"remedies", "readings", "rows", "undo_rows"})
_IF_ALLOWED = frozenset({"consequences", "days", "prepare", "steps", "settlements", "terms"})


@dataclass(frozen=True, slots=True)
class SymbolicAnswer:
    """An answer with days relative to the day asked left as words.

    ``details`` hold which rows take part; those that are not shown are empty.
    """

    outputs: Decision
    details: Details


@dataclass(frozen=True, slots=True)
class Span:
    """The days ``[since, until)`` of one answer; ``edge`` names the facts that put ``since``."""

    since: date
    until: date
    symbolic: SymbolicAnswer
    edge: tuple[str, ...]


def find_spans(intent: Intent, facts: Mapping[str, Any], since: date, until: date) -> list[Span]:
    """The spans of ``[since, until)`` in which the symbolic answer stays the same, in order."""
    days = find_breakpoints(intent, facts, since, until)
    found: list[Span] = []
    for day in sorted({since, *days}):
        symbolic = answer_symbolically(intent, facts, day)
        if found and found[-1].symbolic == symbolic:
            continue
        if found:
            last = found[-1]
            found[-1] = Span(last.since, day, last.symbolic, last.edge)
        found.append(Span(day, until, symbolic, tuple(sorted(days.get(day, ())))))
    return found


def find_breakpoints(
    intent: Intent, facts: Mapping[str, Any], since: date, until: date
) -> dict[date, set[str]]:
    """Every day in ``(since, until)`` on which something may change, and the facts that put it."""
    found: dict[date, set[str]] = {}

    def note(day: date, names: set[str]) -> None:
        if since < day < until:
            found.setdefault(day, set()).update(names)

    for compare in find_comparisons(intent.expressions()):
        if _by_leaves(compare):
            for day, names in _breakpoints_of(compare, facts):
                note(day, names)
                note(day + ONE_DAY, names)
        else:
            for day in find_changes(compare, facts, since, until):
                note(day, set(compare.facts()) - {"on"})
    for day, names in _coincidences(intent, facts, since, until):
        note(day, names)
        note(day + ONE_DAY, names)
    for node in _that_move_by_leaps(intent):
        search = find_gaps if isinstance(node, rk.PlusMonths) else find_changes
        for day in search(node, facts, since, until):
            note(day, set(node.facts()) - {"on"})
    for name, fact in intent.facts.items():
        if fact.lapses and facts.get(name) is not None:
            note(facts[name] + ONE_DAY, {name})
    return found


def answer_symbolically(intent: Intent, facts: Mapping[str, Any], day: date) -> SymbolicAnswer:
    """The symbolic answer on one day."""
    return _SymbolicRun(intent, {**facts, "on": day}).whole()


def find_moving(answer: SymbolicAnswer) -> tuple[str, ...]:
    """The outputs that move along with the day asked."""
    return tuple(
        field
        for field, value in zip(Decision._fields, answer.outputs, strict=True)
        if isinstance(value, tuple)
    )


def _breakpoints_of(compare: ex.Compare, facts: Mapping[str, Any]) -> Iterator[Breakpoint]:
    """The days on which a side that is the day asked meets the other side."""
    left, right = level(compare)
    yield from _crossings(find_leaves(left), find_leaves(right), facts)
    yield from _crossings(find_leaves(right), find_leaves(left), facts)


def _by_leaves(compare: ex.Compare) -> bool:
    """Whether its sides come down to the day asked, so many days later, or to what is fixed."""
    leaves = (leaf for side in level(compare) for leaf, _ in find_leaves(side))
    return all(_is_on(leaf) or "on" not in leaf.facts() for leaf in leaves)


def _is_on(expr: ex.Expr) -> bool:
    return isinstance(expr, ex.Fact) and expr.name == "on"


@lru_cache(maxsize=64)
def _that_move_by_leaps(intent: Intent) -> tuple[ex.Expr, ...]:
    """Days that follow from the day asked, but neither as words nor day by day."""
    found = {
        node.key: node
        for expr in (*intent.expressions(), *intent.outputs.values(), *intent.kept.values())
        for node in expr.walk()
        if isinstance(node, rk.LastDay | rk.NextAfter | rk.PlusDays | rk.PlusMonths)
        and "on" in node.facts()
        and not _is_word(node)
    }
    return tuple(found.values())


def _is_word(node: ex.Expr) -> bool:
    """Whether it is so many days or months after a day that moves: that stays words."""
    refuses = isinstance(node, rk.PlusMonths) and node.rounding == "refuse"
    moved = isinstance(node, rk.PlusDays | rk.PlusMonths)
    return moved and not refuses and "on" not in node.args[1].facts()


def _coincidences(
    intent: Intent, facts: Mapping[str, Any], since: date, until: date
) -> Iterator[Breakpoint]:
    """The days on which two values an output can have, one of them the day asked, are equal.

    Where facts are missing an output is known on just these days. Business days after two
    days that lie within one week can be the same day too.
    """
    if all(facts.get(name) is not None for name in intent.facts):
        return
    for node in _choices(intent):
        sides = list(find_leaves(node, through_business_days=True))
        for day, names in _crossings(sides, sides, facts):
            slack = range(-7, 8) if _in_business_days(intent) else range(1)
            yield from ((day + timedelta(days), names) for days in slack)
        days = [_day_of(*leaf) for leaf in find_leaves(node) if leaf[0].kind is ex.Kind.DAY]
        for same in (ex.Compare("==", *pair) for pair in combinations(days, 2)):
            if any(_is_reckoned(part) for part in same.args):
                for day in find_changes(same, facts, since, until):
                    yield day, set(same.facts()) - {"on"}


def _is_reckoned(expr: ex.Expr) -> bool:
    """Whether it follows from the day asked otherwise than so many days later."""
    return any(type(node) in MOVES and "on" in node.facts() for node in expr.walk())


def _day_of(base: ex.Expr, days: int) -> ex.Expr:
    return ex.AddDays(base, days) if days else base


@lru_cache(maxsize=64)
def _choices(intent: Intent) -> tuple[ex.Expr, ...]:
    """The places where an output has several values to choose from, each once."""
    found = {
        node.key: node
        for expr in (*intent.expressions(), *intent.outputs.values(), *intent.kept.values())
        for node in expr.walk()
        if isinstance(node, ex.If | Pick) and node.kind is ex.Kind.DAY and "on" in node.facts()
    }
    return tuple(found.values())


@lru_cache(maxsize=64)
def _in_business_days(intent: Intent) -> bool:
    return any(
        isinstance(node, ex.AddBusinessDays)
        for expr in intent.expressions()
        for node in expr.walk()
    )


def _crossings(
    ones: Iterable[Leaf], others: Iterable[Leaf], facts: Mapping[str, Any]
) -> Iterator[Breakpoint]:
    """Where the day asked, shifted, meets a day that does not depend on it."""
    offsets = {offset for base, offset in ones if isinstance(base, ex.Fact) and base.name == "on"}
    if not offsets:
        return
    for fixed, shift in others:
        names = set(fixed.facts())
        value = None if "on" in names else value_of(fixed, facts)
        if isinstance(value, date):
            yield from ((value + timedelta(shift - offset), names) for offset in offsets)


class _SymbolicRun(Evaluation):
    """Works out values as the reference evaluator does, and symbolic values beside them."""

    def whole(self) -> SymbolicAnswer:
        verdicts = self.verdicts()
        decision = self.decision()
        if len(verdicts) == 1:
            told = self.intent.told(verdicts[0])
            forms = {name: self.symbolic(each) for name, each in told.items()}
            decision = decision._replace(**forms)
        shown = "allowed" in verdicts
        details: dict[str, tuple[Any, ...]] = {}
        for name, exprs in Details.of(self.intent).items():
            if name in _NOT_SHOWN or (name in _IF_ALLOWED and not shown):
                details[name] = ()
            else:
                details[name] = tuple(map(self.symbolic if name in VALUES else self.value, exprs))
        return SymbolicAnswer(decision, _only_days_shown(Details(**details)))

    def symbolic(self, expr: ex.Expr) -> Hashable:
        """The value, with days that depend on the day asked as (word, …) instead."""
        match expr:
            case ex.Fact() if expr.name == "on":
                return ("on", 0)
            case ex.AddBusinessDays():
                of = "" if expr.calendar == FEDERAL else f" {expr.calendar}"
                return _later(self.symbolic(expr.args[0]), f"business{of}", expr.days)
            case ex.AddDays():
                day = self.symbolic(expr.args[0])
                return _later(day, "on", expr.days) if isinstance(day, tuple) else self.value(expr)
            case rk.PlusDays() | rk.PlusMonths():
                return self._moved(expr)
            case ex.Max() | ex.Min() if expr.kind is ex.Kind.DAY:
                return self._winner(expr)
            case ex.If():
                holds = self.value(expr.args[0])
                chosen = expr.args[1:] if holds is UNKNOWN else (expr.args[1 if holds else 2],)
                return self._common(expr, chosen)
            case Pick():
                rows = self.possible_rows(expr.table)
                return self._common(expr, [expr.of(row) for row in rows])
        value: Hashable = self.value(expr)
        return value

    def _moved(self, expr: rk.PlusDays | rk.PlusMonths) -> Hashable:
        value: Hashable = self.value(expr)
        day = self.symbolic(expr.args[0])
        if value is UNKNOWN or not isinstance(day, tuple) or "on" in expr.args[1].facts():
            return value
        number = expr.sign * self.value(expr.args[1])
        if isinstance(expr, rk.PlusDays):
            return _later(day, "on", number)
        return (f"months {expr.rounding}", number, day)

    def _common(self, whole: ex.Expr, alternatives: Iterable[ex.Expr]) -> Hashable:
        """What all alternatives share, in words; else the value, known on days they agree."""
        forms = {self.symbolic(each) for each in alternatives}
        if len(forms) == 1:
            return forms.pop()
        value: Hashable = self.value(whole)
        return value

    def _winner(self, expr: ex.Expr) -> Hashable:
        value: Hashable = self.value(expr)
        if value is UNKNOWN:
            return value
        first = self.value(expr.args[0]) == value
        return self.symbolic(expr.args[0 if first else 1])


def _later(day: Hashable, word: str, days: int) -> Hashable:
    if day is UNKNOWN or day is None:
        return day
    if isinstance(day, tuple):
        head, *rest = day
        return (head, rest[0] + days) if head == word == "on" else (word, days, day)
    calendar = word.partition(" ")[2] or FEDERAL
    return add_business_days(day, days, calendar) if isinstance(day, date) else day


def _only_days_shown(details: Details) -> Details:
    """Days and amounts of what does not take part are no part of the answer."""
    days = zip(details.consequences, details.days, strict=True)
    held_of_terms = (held for held in details.settlements for _ in range(3))
    terms = zip(held_of_terms, details.terms, strict=True)
    return details._replace(
        days=tuple(None if held is False else day for held, day in days),
        terms=tuple(None if held is False else term for held, term in terms),
    )
