"""A policy as formulas of an SMT solver, over complete documents.

Days are counted from the day asked, amounts in hundredths, codes numbered. What the solver
has no theory of (business days, say) is a number of its own, of which only what is certain
is told. So what is proved holds for the policy too; an example is one only after the policy
itself has been asked about it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import z3

from subhub.model.durations import Duration
from subhub.model.money import Money
from subhub.policies.language import expressions as ex
from subhub.policies.language.expressions import Kind
from subhub.policies.language.money import CurrencyOf, Multiple
from subhub.policies.language.policy import KnownOr
from subhub.policies.language.tables import Decided, Pick, Table

#: stands for *does not apply*; no day, amount or count of a document comes near it
NOTHING = -(10**15)
#: of all amounts of a document; those that rules compare with come before it
CURRENCY = ex.Fact("currency", Kind.CODE, ("USD",))
#: days are looked for so far around the day asked
SPAN = 5 * 366


class Formula:
    """Expressions as terms; ``laws`` is what is certain of all that they are made of.

    ``request`` are the modes and actors that can be asked for.
    """

    def __init__(self, on: date, request: Mapping[str, tuple[str, ...]]) -> None:
        self.on, self.request = on, request
        self.laws: list[Any] = []
        self.facts: dict[str, tuple[ex.Fact, Any]] = {}
        self._codes: dict[str, int] = {}
        self._made: dict[object, Any] = {}
        self._rows: dict[Table, list[Any]] = {}

    # ---- conditions ------------------------------------------------------------------------

    def holds(self, expr: ex.Expr) -> Any:
        """A condition."""
        key = ("holds", expr.key)
        if key not in self._made:
            self._made[key] = self._holds(expr)
        return self._made[key]

    def _holds(self, expr: ex.Expr) -> Any:
        match expr:
            case ex.Const():
                return z3.BoolVal(expr.value)
            case ex.And():
                return z3.And([self.holds(arg) for arg in expr.args])
            case ex.Or():
                return z3.Or([self.holds(arg) for arg in expr.args])
            case ex.Not():
                return z3.Not(self.holds(expr.args[0]))
            case KnownOr():  # nothing is missing here
                return self.holds(expr.args[0])
            case Decided():
                pairs = zip(expr.table.rows, self.rows(expr.table), strict=True)
                return z3.Or([here for row, here in pairs if row.code in expr.codes])
            case ex.Compare():
                left, right = map(self.value, expr.args)
                if expr.op == "==":
                    return left == right
                apply = [side != NOTHING for side in (left, right)]
                return z3.And(*apply, left < right if expr.op == "<" else left <= right)
        return self.value(expr) == 1

    def rows(self, table: Table) -> list[Any]:
        """For each row of a table, that it is the first to hold."""
        if table not in self._rows:
            above: list[Any] = []
            found = []
            for row in table.rows:
                holds = self.holds(row.when)
                found.append(z3.And(*above, holds))
                above = [z3.And(*above, z3.Not(holds))]
            self._rows[table] = found
        return self._rows[table]

    # ---- values ----------------------------------------------------------------------------

    def value(self, expr: ex.Expr) -> Any:
        """A value: days, hundredths of an amount, a count, the number of a code."""
        key = ("value", expr.key)
        if key not in self._made:
            self._made[key] = self._value(expr)
        return self._made[key]

    def _value(self, expr: ex.Expr) -> Any:
        match expr:
            case ex.Const():
                return self._plain(expr.value)
            case ex.Fact():
                return self._fact(expr)
            case ex.If():
                then, otherwise = map(self.value, expr.args[1:])
                return z3.If(self.holds(expr.args[0]), then, otherwise)
            case Pick():
                here = self.rows(expr.table)
                found = self.value(expr.of(expr.table.rows[-1]))
                for row, decides in list(zip(expr.table.rows, here, strict=True))[-2::-1]:
                    found = z3.If(decides, self.value(expr.of(row)), found)
                return found
        if expr.kind is Kind.BOOL:
            return z3.If(self.holds(expr), z3.IntVal(1), z3.IntVal(0))
        if isinstance(expr, CurrencyOf):
            return self._fact(CURRENCY)
        args = [self.value(arg) for arg in expr.args]
        match expr:
            case ex.AddBusinessDays():
                return self._some_number(expr, args)
            case ex.AddDays():
                return args[0] + expr.days
            case ex.DaysBetween():
                return args[1] - args[0]
            case ex.Max() | ex.Min():
                more = args[0] > args[1]
                return z3.If(more if isinstance(expr, ex.Max) else z3.Not(more), *args)
            case ex.Arithmetic() if expr.op in ("+", "-"):
                return args[0] + args[1] if expr.op == "+" else args[0] - args[1]
            case Multiple() if expr.args[1].kind is Kind.COUNT:
                return args[0] * args[1]
        return self._some_number(expr, args)

    def _some_number(self, expr: ex.Expr, args: list[Any]) -> Any:
        """One that nothing is known of but its limits: the same expression is the same number."""
        number = z3.Int(f"made {len(self._made)}")
        self.laws.append(number > NOTHING)
        if isinstance(expr, ex.AddBusinessDays):
            self.laws.append(number >= args[0] + expr.days)
        return number

    def _fact(self, fact: ex.Fact) -> Any:
        if fact.name == "on":
            return z3.IntVal(0)
        if fact.name not in self.facts:
            number = z3.Int(fact.name)
            self.facts[fact.name] = fact, number
            self.laws += self._domain(fact, number)
        return self.facts[fact.name][1]

    def _domain(self, fact: ex.Fact, number: Any) -> Iterable[Any]:
        match fact.kind:
            case Kind.BOOL:
                yield z3.And(number >= 0, number <= 1)
            case Kind.CODE if fact is not CURRENCY:
                codes = self.request.get(fact.name, fact.domain)
                yield z3.Or([number == self._code(code) for code in codes])
            case Kind.DAY:
                yield z3.And(number >= -SPAN, number <= SPAN)
                if fact.lapses:
                    yield number >= 0
                if fact.past:
                    yield number <= 0
            case _:
                yield z3.And(number > NOTHING // 10, number < -NOTHING // 10)
                if not fact.signed:
                    yield number >= 0

    def _code(self, code: str) -> int:
        return self._codes.setdefault(code, len(self._codes) + 1)

    def _plain(self, value: Any) -> Any:
        match value:
            case None:
                return z3.IntVal(NOTHING)
            case date():
                return z3.IntVal((value - self.on).days)
            case Money():
                return z3.IntVal(int(value.amount * 100))
            case Decimal():
                return z3.IntVal(int(value * 100))
            case str():
                return z3.IntVal(self._code(value))
        return z3.IntVal(int(value))

    # ---- back to a document ------------------------------------------------------------------

    def document(self, model: Any) -> dict[str, Any]:
        """The facts of an example that the solver gave, as the policy reads them."""
        found: dict[str, Any] = {"on": self.on}
        codes = {number: code for code, number in self._codes.items()}
        currency = "USD"
        if CURRENCY.name in self.facts:
            number = model.eval(self.facts[CURRENCY.name][1], model_completion=True).as_long()
            currency = codes.get(number, "USD")
        for name, (fact, number) in self.facts.items():
            value = model.eval(number, model_completion=True).as_long()
            match fact.kind:
                case Kind.BOOL:
                    found[name] = bool(value)
                case Kind.CODE:
                    found[name] = codes.get(value, currency)
                case Kind.DAY:
                    found[name] = self.on + timedelta(value)
                case Kind.DURATION:  # any: what it leads to is a number that nothing is known of
                    found[name] = Duration(days=min(value, SPAN))
                case Kind.MONEY:
                    found[name] = Money(Decimal(value) / 100, currency)
                case _:
                    found[name] = value
        return found
