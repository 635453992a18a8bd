"""What is left of a program once the known facts are folded in.

Of the numbers of a document only what is open stays: an atom is true, false, or a smaller
comparison of what is missing, over the values each missing fact can have.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from copy import copy
from datetime import date
from decimal import Decimal
from typing import Any

from subhub.errors import RequestError
from subhub.model.currency import decimals
from subhub.model.durations import Duration
from subhub.model.money import Money
from subhub.policies.analysis.settling.graph import FALSE, TRUE, AtMost, Atom, Is
from subhub.policies.analysis.settling.lowering import read
from subhub.policies.analysis.settling.program import Program
from subhub.policies.analysis.settling.stepped import (
    COUNTED,
    FIRST,
    LAST,
    last_day_within,
    stepped,
)
from subhub.policies.analysis.settling.terms import (
    MILLIONTHS,
    Fixed,
    Form,
    Held,
    Linear,
    Term,
    Variable,
    normal,
    number,
)
from subhub.policies.engines.evaluate import UNKNOWN, value_of
from subhub.policies.language.contradictions import IsTold
from subhub.policies.language.expressions import Fact, Kind
from subhub.policies.language.money import CurrencyOf
from subhub.policies.language.reckoning import PartOf

#: durations that differ in their months and in their days
DURATIONS = tuple(Duration(*each) for each in ((0, 0), (0, 1), (0, 14), (1, 0), (12, 0), (120, 0)))
#: beyond any amount or count that a document holds
BIG = 10**15
#: what is known of a node
OPEN = 0


def is_missing(fact: Fact, facts: Mapping[str, Any]) -> bool:
    """Not told, or a day that has lapsed by the day asked about."""
    value = facts.get(fact.name)
    return value is None or (fact.lapses and value < facts["on"])


class Residue:
    """A program with some of its variables known."""

    def __init__(self, program: Program, facts: Mapping[str, Any]) -> None:
        self.program, self.facts = program, facts
        self.on: int = facts["on"].toordinal()
        self.currency = next((v.currency for v in facts.values() if type(v) is Money), None)
        #: the least amount there is, in millionths; of any currency where none is told
        self.least = MILLIONTHS // 10 ** (decimals(self.currency) if self.currency else 4)
        #: atoms that are open, as (smaller atom, whether it is that or its opposite)
        self.open: dict[int, tuple[Atom, bool]] = {}
        #: TRUE, FALSE or OPEN, of every node that was folded and of its opposite
        self.state = {TRUE: TRUE, FALSE: FALSE}
        self._known: dict[str, Any] = {}
        self._domains: dict[str, tuple[int, int]] = {}
        self._above: Residue | None = None
        #: contradictions that are open: a way of filling in for which one holds does not count
        self.against: tuple[int, ...] = ()
        #: those that leave out something, by the variables that are asked about
        self.excluded: dict[frozenset[str], tuple[int, ...]] = {}
        #: a contradiction holds for what was filled in
        self.contradicted = False
        self._oppose(program.contradictions)

    def _oppose(self, contradictions: Iterable[tuple[int, frozenset[str]]]) -> None:
        """What the document says already stands, and a day that lapsed says nothing any more."""
        self.fold(self.program.cannot_be)
        standing = [n for n, facts in contradictions if not any(map(self._has_lapsed, facts))]
        if all(self.state[node] != TRUE for node in standing):
            self.against = tuple(node for node in standing if self.state[node] == OPEN)

    def unrestricted(self) -> Residue:
        """The same with every way of filling in, contradictory ones too."""
        made = copy(self)
        made.against, made.excluded = (), {}
        return made

    def _has_lapsed(self, name: str) -> bool:
        fact = self.variable(name).fact
        return (
            fact is not None and self.facts.get(name) is not None and is_missing(fact, self.facts)
        )

    def given(self, fixed: Mapping[str, Any]) -> Residue:
        """The same with some open variables filled in, counted as the program counts them.

        What was known stays so, and what does not read them is taken over.
        """
        made = copy(self)
        made._above, made.open, made.excluded = self, {}, {}
        made.state = {node: state for node, state in self.state.items() if state != OPEN}
        made._known = {name: v for name, v in self._known.items() if v is not None} | dict(fixed)
        if self.against:
            made.fold(self.program.cannot_be)
            made.against = tuple(node for node in self.against if made.state[node] == OPEN)
            made.contradicted |= any(made.state[node] == TRUE for node in self.against)
        return made

    # ---- variables -------------------------------------------------------------------------

    def known(self, name: str) -> Any:
        """The value of a variable as the program counts it; None where it is open."""
        if name not in self._known:
            self._known[name] = self._work_out(self.variable(name))
        return self._known[name]

    def variable(self, name: str) -> Variable:
        """What a name stands for."""
        return self.program.variables[name]

    def _work_out(self, variable: Variable) -> Any:
        if variable.fact is not None:
            if not variable.fact.given and is_missing(variable.fact, self.facts):
                return None
            value = self.facts[variable.name]
        elif isinstance(variable.expr, IsTold):
            value = self.facts.get(variable.facts[0]) is not None
        elif variable.inner is not None:
            inner = self.sum_of(variable.inner)
            return None if inner is None or variable.step is None else stepped(inner, variable.step)
        else:
            value = self._evaluated(variable)
            if value is None and isinstance(variable.expr, CurrencyOf):
                value = self.currency  # all amounts of a document are in one
        coded = value is None or variable.kind in (Kind.CODE, Kind.BOOL, Kind.DURATION)
        return value if coded else number(value, variable.kind)

    def sum_of(self, term: Linear) -> int | None:
        """A sum of which every variable is known."""
        total = term.const
        for name, c in term.form:
            value = self.known(name)
            if value is None:
                return None
            total += c * value
        return total

    def _evaluated(self, variable: Variable) -> Any:
        assert variable.expr is not None  # noqa: S101 - neither a fact nor business days
        facts = {**self.facts}
        for name in variable.facts:
            value = self.known(name)
            if value is None:
                return None
            facts[name] = self.told(name, value)
        try:
            value = value_of(variable.expr, facts)
        except RequestError:  # beyond a calendar: then it may be anything
            return None
        return None if value is UNKNOWN else value

    def told(self, name: str, value: Any) -> Any:
        """What the program counts, as a document would say it."""
        return as_told(self.variable(name).kind, value, self.currency or "CLF")

    def scale(self, name: str) -> int:
        """How much one step of an open variable counts: amounts move by their least unit."""
        return self.least if self.variable(name).kind is Kind.MONEY else 1

    def domain(self, name: str) -> tuple[int, int]:
        """The least and the most that an open number can be, in its steps."""
        found = self._domains.get(name)
        if found is None:
            found = self._domains[name] = self._domain(self.variable(name))
        return found

    def _domain(self, variable: Variable) -> tuple[int, int]:
        fact = variable.fact
        if variable.kind is Kind.DAY:
            low, high = COUNTED if variable.name in self.program.business else (FIRST, LAST)
            if fact is not None and fact.lapses:
                low = max(low, self.on)
            if fact is not None and fact.past:
                high = min(high, self.on)
            return low, high
        signed = not isinstance(variable.expr, PartOf) if fact is None else fact.signed
        return -BIG if signed else 0, BIG

    def codes(self, name: str) -> tuple[Any, ...]:
        """Every code or yes and no that an open variable can be; none where that is not said."""
        variable = self.variable(name)
        if variable.kind is Kind.BOOL:
            return (True, False)
        if variable.kind is Kind.DURATION:  # examples: nothing is compared with one
            return DURATIONS
        return variable.fact.domain if variable.fact is not None else ()

    def relaxed(self, name: str) -> bool:
        """Whether the variable is taken to be anything although it follows from facts."""
        variable = self.variable(name)
        return variable.fact is None and not isinstance(variable.expr, CurrencyOf)

    # ---- conditions ------------------------------------------------------------------------

    def fold(self, nodes: Iterable[int]) -> None:
        """Find out which of the nodes (parts first) hold, do not, or are open."""
        state, graph = self.state, self.program.graph
        for node in nodes:
            if node in state:
                continue
            found = TRUE
            if node in graph.atoms:
                found = self._atom(node, graph.atoms[node])
            for part in graph.parts[node]:
                here = state[part]
                if here == FALSE:
                    found = FALSE
                    break
                if here == OPEN:
                    found = OPEN
            state[node], state[-node] = found, -found

    def live(self, nodes: Iterable[int]) -> tuple[int, ...]:
        """Every open node that open nodes are made of, parts first."""
        seen: set[int] = set()
        state, parts_of = self.state, self.program.graph.parts
        stack = [abs(node) for node in nodes if state[node] == OPEN]
        while stack:
            node = stack.pop()
            if node not in seen:
                seen.add(node)
                stack += [abs(part) for part in parts_of[node] if state[part] == OPEN]
        return tuple(sorted(seen))

    def comparisons(self, live: Iterable[int]) -> list[Atom]:
        """The open atoms among nodes, each once."""
        return list(dict.fromkeys(self.open[node][0] for node in live if node in self.open))

    def _atom(self, node: int, atom: Atom) -> int:
        before = self._above.open.get(node) if self._above is not None else None
        if before is not None and all(self.known(name) is None for name in variables(before[0])):
            self.open[node] = before
            return OPEN
        found = self._is(atom) if isinstance(atom, Is) else self._at_most(atom.form, atom.most)
        if isinstance(found, int):
            return found
        self.open[node] = found
        return OPEN

    def _is(self, atom: Is) -> int | tuple[Atom, bool]:
        value = self.known(atom.variable)
        if value is not None:
            return TRUE if value == atom.value else FALSE
        codes = self.codes(atom.variable)
        if codes and atom.value not in codes:
            return FALSE
        return TRUE if len(codes) == 1 else (atom, True)

    def _at_most(self, form: Form, most: int) -> int | tuple[Atom, bool]:
        left = []
        for name, c in form:
            value = self.known(name)
            if value is None:
                left.append((name, c))
            else:
                most -= c * value
        if not left:
            return TRUE if most >= 0 else FALSE
        most //= self.scale(left[0][0])
        as_it_is, form, most = normal(tuple(left), most)
        found = self._step_back(form, most) or self._within_domains(form, most)
        if isinstance(found, int):
            return found if as_it_is else -found
        return found[0], found[1] is as_it_is

    def _step_back(self, form: Form, most: int) -> int | tuple[Atom, bool] | None:
        """``so many business days after x <= day`` is ``x <= the last day that is so for``."""
        variable = self.variable(form[0][0])
        if len(form) > 1 or variable.inner is None or variable.step is None:
            return None
        last = last_day_within(variable.step, most)
        return self._at_most(variable.inner.form, last - variable.inner.const)

    def _within_domains(self, form: Form, most: int) -> int | tuple[Atom, bool]:
        low = high = 0
        for name, c in form:
            a, b = self.domain(name)
            low, high = (low + c * a, high + c * b) if c > 0 else (low + c * b, high + c * a)
        if most >= high:
            return TRUE
        return FALSE if most < low else (AtMost(form, most), True)

    # ---- values ----------------------------------------------------------------------------

    def term(self, term: Term) -> Term:
        """A term with what is known in it folded in."""
        term = self._in_own_currency(term)
        if isinstance(term, Linear) and term.form:
            const, left = term.const, []
            for name, c in term.form:
                value = self.known(name)
                if value is None:
                    left.append((name, c))
                else:
                    const += c * value
            return Linear(term.kind, tuple(left), const)
        if isinstance(term, Held) and (value := self.known(term.variable)) is not None:
            return Fixed(value)
        return term

    def _in_own_currency(self, term: Term) -> Term:
        """An amount in the currency of the document is counted, one in another is itself."""
        if isinstance(term, Linear) and len(term.form) == 1:
            variable = self.variable(term.form[0][0])
            if variable.expr is None or None in variable.expr.currencies:
                return term
            value = self._evaluated(variable)
            term = Fixed(value) if isinstance(value, Money) else term
        if not isinstance(term, Fixed) or not isinstance(term.value, Money):
            return term
        own = term.value.currency == self.currency
        return Linear(Kind.MONEY, (), number(term.value, Kind.MONEY)) if own else term

    def open_in(self, term: Term) -> tuple[str, ...]:
        """The open variables of a term."""
        return tuple(name for name in read(term) if self.known(name) is None)

    def missing(self, names: Iterable[str]) -> frozenset[str]:
        """The missing facts behind some variables."""
        return frozenset(
            fact for name in names for fact in self.variable(name).facts if self.known(fact) is None
        )


def variables(atom: Atom) -> tuple[str, ...]:
    """What an atom compares."""
    return (atom.variable,) if isinstance(atom, Is) else tuple(name for name, _ in atom.form)


def as_told(kind: Kind, value: Any, currency: str) -> Any:
    """A counted value as a document says it."""
    if kind is Kind.DAY:
        return date.fromordinal(value)
    if kind is Kind.MONEY:
        return money(value, currency)
    return value


def money(millionths: int, currency: str) -> Money:
    """So many millionths, with the decimals of the currency."""
    places = decimals(currency)
    return Money(Decimal(millionths // 10 ** (6 - places)).scaleb(-places), currency)
