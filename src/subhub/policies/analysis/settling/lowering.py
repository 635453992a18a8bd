"""Lowering: expressions become nodes of a graph and lists of cases.

Nothing is known yet: this is done once for an intent. What is more than sums, comparisons and
choices is kept whole as a variable of its own, so any expression can be lowered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from subhub.model.money import Money
from subhub.policies.analysis.settling.graph import FALSE, TRUE, AtMost, Graph, Is
from subhub.policies.analysis.settling.stepped import Stride, is_near, step_of
from subhub.policies.analysis.settling.terms import (
    Cases,
    Fixed,
    Held,
    Linear,
    Term,
    Variable,
    normal,
    number,
)
from subhub.policies.language import durations as du
from subhub.policies.language import expressions as ex
from subhub.policies.language import reckoning as rk
from subhub.policies.language.expressions import Kind
from subhub.policies.language.money import Multiple
from subhub.policies.language.policy import KnownOr
from subhub.policies.language.tables import Decided, Pick, Row, Table

#: a value with more cases than this, multiplied with another's, is kept whole
MOST_CASES = 4096


class GraphLowering:
    """The graph and the variables of the expressions lowered so far."""

    def __init__(self) -> None:
        self.graph = Graph()
        self.variables: dict[str, Variable] = {}
        # by id, since == builds a comparison; the expression is kept so that the id stays its own
        self._conditions: dict[int, tuple[ex.Expr, int]] = {}
        self._cases: dict[int, tuple[ex.Expr, Cases]] = {}
        self._rows: dict[Table, list[tuple[int, int, Row]]] = {}
        self._whole: dict[object, str] = {}

    def condition(self, expr: ex.Expr) -> int:
        """The node of a condition."""
        found = self._conditions.get(id(expr))
        if found is None:
            self._parts_first(expr)
            found = self._conditions[id(expr)] = expr, self._condition(expr)
        return found[1]

    def cases(self, expr: ex.Expr) -> Cases:
        """What an expression comes down to, case by case."""
        found = self._cases.get(id(expr))
        if found is None:
            self._parts_first(expr)
            found = self._cases[id(expr)] = expr, self.merged(self._value(expr))
        return found[1]

    def merged(self, cases: Iterable[tuple[int, Term]]) -> Cases:
        """Cases of one value as one case; those that cannot be are left out."""
        by_term: dict[Term, list[int]] = {}
        for node, term in cases:
            if node != FALSE:
                by_term.setdefault(term, []).append(node)
        if len(by_term) == 1:
            return ((TRUE, next(iter(by_term))),)
        return tuple((self.graph.any(nodes), term) for term, nodes in by_term.items())

    def _parts_first(self, expr: ex.Expr) -> None:
        """Lower what ``expr`` is made of before it, so that depth costs no recursion."""
        stack = [(expr, False)]
        while stack:
            node, ready = stack.pop()
            known = self._conditions if node.kind is Kind.BOOL else self._cases
            if id(node) in known:
                continue
            if not ready:
                stack.append((node, True))
                stack += ((part, False) for part in _parts(node))
            elif node is not expr:
                (self.condition if node.kind is Kind.BOOL else self.cases)(node)

    # ---- conditions ----------------------------------------------------------------------

    def _condition(self, expr: ex.Expr) -> int:
        """By exact type: what is added to the language later is kept whole until told here."""
        kind = type(expr)
        if kind is ex.Const:
            return TRUE if expr.value else FALSE  # type: ignore[attr-defined]
        if kind is ex.And:
            return self.graph.all(map(self.condition, expr.args))
        if kind is ex.Or:
            return self.graph.any(map(self.condition, expr.args))
        if kind is ex.Not:
            return -self.condition(expr.args[0])
        if isinstance(expr, ex.Compare) and kind is ex.Compare:
            return self._comparison(expr)
        if isinstance(expr, Decided):
            rows = self.rows(expr.table)
            return self.graph.any(here for _, here, row in rows if row.code in expr.codes)
        if kind in (ex.Fact, ex.If, Pick, KnownOr):
            value = self.merged(self._value(expr))
            return self.graph.any(
                self.graph.all((node, self._is(term, True))) for node, term in value
            )
        return self._open(expr)

    def _open(self, expr: ex.Expr) -> int:
        """The node of a condition that is kept whole."""
        return self.graph.atom(Is(self.whole(expr), True))

    def _comparison(self, expr: ex.Compare) -> int:
        as_days = du.as_days(expr)
        if as_days is not None:
            return self.condition(as_days)
        left, right = map(self.cases, expr.args)
        if len(left) * len(right) > MOST_CASES:
            return self._open(expr)
        return self.graph.any(
            self.graph.all((one, two, self._compare(expr, a, b)))
            for one, a in left
            for two, b in right
        )

    def _compare(self, expr: ex.Compare, a: Term, b: Term) -> int:
        a, b = _counted(a), _counted(b)
        if isinstance(a, Linear) and isinstance(b, Linear):
            return self._compare_numbers(expr.op, a, b)
        if isinstance(a, Linear) or isinstance(b, Linear):
            return FALSE  # one of them does not apply
        if isinstance(a, Held) and isinstance(b, Held):
            return self._same(expr, a, b)
        fixed, other = (a, b) if isinstance(a, Fixed) else (b, a)
        assert isinstance(fixed, Fixed)  # noqa: S101 - for the type checker
        return self._is(other, fixed.value)

    def _compare_numbers(self, op: str, a: Linear, b: Linear) -> int:
        gap = a.plus(b, -1, a.kind)
        if op == "<":
            return self.at_most(gap, -1)
        below = self.at_most(gap, 0)
        return below if op == "<=" else self.graph.all((below, -self.at_most(gap, -1)))

    def at_most(self, term: Linear, most: int) -> int:
        """The node of ``term <= most``."""
        most -= term.const
        if not term.form:
            return TRUE if most >= 0 else FALSE
        as_it_is, form, most = normal(term.form, most)
        node = self.graph.atom(AtMost(form, most))
        return node if as_it_is else -node

    def _is(self, term: Term, value: object) -> int:
        if isinstance(term, Fixed):
            return TRUE if term.value == value else FALSE
        if not isinstance(term, Held) or not isinstance(value, str | bool):
            return FALSE
        if self.variables[term.variable].kind is Kind.BOOL:
            node = self.graph.atom(Is(term.variable, True))
            return node if value else -node
        return self.graph.atom(Is(term.variable, value))

    def _same(self, expr: ex.Compare, a: Held, b: Held) -> int:
        if a == b:
            return TRUE
        one, two = (self.variables[each.variable].fact for each in (a, b))
        values: tuple[str | bool, ...] = (True, False)
        if self.variables[a.variable].kind is Kind.CODE:
            listed = [fact.domain for fact in (one, two) if fact is not None and fact.domain]
            if not listed:
                return self._open(expr)
            values = tuple(code for code in listed[0] if code in listed[-1])
        return self.graph.any(
            self.graph.all((self._is(a, value), self._is(b, value))) for value in values
        )

    # ---- values ----------------------------------------------------------------------------

    def rows(self, table: Table) -> list[tuple[int, int, Row]]:
        """Each row with (no row above decides, this one does)."""
        found = self._rows.get(table)
        if found is None:
            found, left = [], TRUE
            for row in table.rows:
                holds = self.condition(row.when)
                found.append((left, self.graph.all((left, holds)), row))
                left = self.graph.all((left, -holds))
            self._rows[table] = found
        return found

    def _value(self, expr: ex.Expr) -> Iterable[tuple[int, Term]]:
        kind = type(expr)
        if isinstance(expr, ex.Const):
            return ((TRUE, _constant(expr)),)
        if isinstance(expr, ex.Fact):
            return ((TRUE, self._fact(expr)),)
        if isinstance(expr, Pick):
            return self._pick(expr)
        if kind is ex.If:
            return self._if(expr)
        if kind is KnownOr:
            return self.cases(expr.args[0])  # once filled in, everything is known
        if expr.kind is Kind.BOOL:
            holds = self.condition(expr)
            return ((holds, Fixed(True)), (-holds, Fixed(False)))
        step = step_of(expr)
        if step is not None:
            return [(node, self._step(expr, step, day)) for node, day in self.cases(expr.args[0])]
        if isinstance(expr, ex.AddDays) and _in_days(expr):
            return [(node, _later(expr, day)) for node, day in self.cases(expr.args[0])]
        if _is_fixed(expr):  # in a currency of its own: no sum with amounts of the document
            return ((TRUE, self._opaque(expr)),)
        if isinstance(expr, rk.Times) and kind in (rk.Times, rk.Months):
            return [(node, _times(expr, each)) for node, each in self.cases(expr.args[0])]
        if kind in (ex.Max, ex.Min, ex.DaysBetween, rk.PlusDays, Multiple) or _is_sum(expr):
            return self._of_two(expr)
        return ((TRUE, self._opaque(expr)),)

    def _if(self, expr: ex.Expr) -> list[tuple[int, Term]]:
        holds = self.condition(expr.args[0])
        return [
            (self.graph.all((way, node)), term)
            for way, part in ((holds, expr.args[1]), (-holds, expr.args[2]))
            for node, term in self.cases(part)
        ]

    def _pick(self, expr: Pick) -> Iterator[tuple[int, Term]]:
        """The rows with what they give; rows at the end that give the same are one."""
        rows = [(left, here, self.cases(expr.of(row))) for left, here, row in self.rows(expr.table)]
        left, _, last = rows.pop()
        while rows and rows[-1][2] == last:
            left, _, last = rows.pop()
        for here, cases in (*((here, cases) for _, here, cases in rows), (left, last)):
            yield from ((self.graph.all((here, node)), term) for node, term in cases)

    def _of_two(self, expr: ex.Expr) -> list[tuple[int, Term]]:
        left, right = map(self.cases, expr.args)
        if len(left) * len(right) > MOST_CASES:
            return [(TRUE, self._opaque(expr))]
        found: list[tuple[int, Term]] = []
        for one, a in left:
            for two, b in right:
                both = self.graph.all((one, two))
                found += ((self.graph.all((both, way)), t) for way, t in self._join(expr, a, b))
        return found

    def _join(self, expr: ex.Expr, a: Term, b: Term) -> list[tuple[int, Term]]:
        a, b = _counted(a), _counted(b)
        if not isinstance(a, Linear) or not isinstance(b, Linear):
            return [(TRUE, Fixed(None))]
        if isinstance(expr, ex.Max | ex.Min):
            less = self._compare_numbers("<", a, b)
            low, high = (b, a) if isinstance(expr, ex.Max) else (a, b)
            return [(less, low), (-less, high)]
        if isinstance(expr, Multiple):
            known = not b.form  # a count that is a fact makes it more than a sum
            return [(TRUE, a.times(b.const) if known else self._opaque(expr))]
        if isinstance(expr, ex.Arithmetic):
            return [(TRUE, a.plus(b, 1 if expr.op == "+" else -1, expr.kind))]
        if isinstance(expr, rk.PlusDays):
            return [(TRUE, a.plus(b, expr.sign, Kind.DAY))]
        return [(TRUE, b.plus(a, -1, Kind.DAYS))]

    def _step(self, expr: ex.Expr, step: Stride, day: Term) -> Term:
        if not isinstance(day, Linear):
            return day
        if step.kind != "business" and not (len(day.form) <= 1 and is_near(day.const)):
            return self._opaque(expr)
        name = self._kept((step, day), inner=day, step=step)
        return Linear(Kind.DAY, ((name, 1),), 0)

    # ---- variables -----------------------------------------------------------------------------

    def _fact(self, fact: ex.Fact) -> Term:
        if fact.name not in self.variables:
            self.variables[fact.name] = Variable(fact.name, fact.kind, (fact.name,), fact=fact)
        if fact.kind in (Kind.BOOL, Kind.CODE):
            return Held(fact.name)
        return Linear(fact.kind, ((fact.name, 1),), 0)

    def _opaque(self, expr: ex.Expr) -> Term:
        name = self.whole(expr)
        if expr.kind is Kind.CODE:
            return Held(name)
        return Linear(expr.kind, ((name, 1),), 0)

    def whole(self, expr: ex.Expr) -> str:
        """The variable that stands for an expression that is kept whole."""
        for fact in expr.facts().values():
            self._fact(fact)
        return self._kept(expr.key, expr=expr)

    def _kept(
        self,
        key: object,
        *,
        expr: ex.Expr | None = None,
        inner: Linear | None = None,
        step: Stride | None = None,
    ) -> str:
        if key not in self._whole:
            name = self._whole[key] = f"={len(self._whole)}"
            inside = read(inner) if inner is not None else ()
            facts = dict.fromkeys(n for v in inside for n in self.variables[v].facts)
            facts |= dict.fromkeys(expr.facts()) if expr is not None else {}
            self.variables[name] = Variable(
                name,
                Kind.DAY if expr is None else expr.kind,
                tuple(facts),
                expr=expr,
                inner=inner,
                step=step,
            )
        return self._whole[key]


def read(term: Term) -> tuple[str, ...]:
    """The variables in a term."""
    if isinstance(term, Linear):
        return tuple(name for name, _ in term.form)
    return (term.variable,) if isinstance(term, Held) else ()


def _parts(expr: ex.Expr) -> Iterator[ex.Expr]:
    yield from expr.args
    if isinstance(expr, Pick | Decided):
        for row in expr.table.rows:
            yield row.when
            if isinstance(expr, Pick) and expr.output != "outcome":
                yield expr.of(row)


def _in_days(expr: ex.AddDays) -> bool:
    return type(expr) is ex.AddDays and type(expr.days) is int


def _later(expr: ex.AddDays, day: Term) -> Term:
    return Linear(Kind.DAY, day.form, day.const + expr.days) if isinstance(day, Linear) else day


def _times(expr: rk.Times, number: Term) -> Term:
    if not isinstance(number, Linear):
        return number
    made = number.times(expr.times)
    return Linear(expr.kind, made.form, made.const)


def _is_sum(expr: ex.Expr) -> bool:
    return type(expr) is ex.Arithmetic and getattr(expr, "op", "") in ("+", "-")


def _is_fixed(expr: ex.Expr) -> bool:
    return bool(expr.currencies) and None not in expr.currencies


def _counted(term: Term) -> Term:
    """A fixed amount as a number, beside one that was found to be in its currency."""
    if isinstance(term, Fixed) and isinstance(term.value, Money):
        return Linear(Kind.MONEY, (), number(term.value, Kind.MONEY))
    return term


def _constant(expr: ex.Const) -> Term:
    if expr.kind in (Kind.BOOL, Kind.CODE, Kind.NOTHING) or isinstance(expr.value, Money):
        return Fixed(expr.value)
    return Linear(expr.kind, (), number(expr.value, expr.kind))
