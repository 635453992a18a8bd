"""The same question put to an SMT solver: may two completions that differ in one fact differ?"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from random_policies import TODAY, Told, missing

from subhub.model.money import Money
from subhub.policies.engines.evaluate import Decision
from subhub.policies.language import expressions as ex
from subhub.policies.language.contradictions import Contradiction, IsTold
from subhub.policies.language.expressions import Kind
from subhub.policies.language.money import CurrencyOf, Multiple
from subhub.policies.language.policy import Intent
from subhub.policies.language.tables import Decided, Pick, Table

z3 = pytest.importorskip("z3")
NOTHING = -(10**9)


class Formula:
    """An intent as formulas over whole numbers, its missing facts variables."""

    def __init__(self, told: Told, variables: dict[str, Any], codes: dict[Any, int]) -> None:
        self.told, self.variables, self.codes = told, variables, codes
        self._rows: dict[Table, list[tuple[Any, Any]]] = {}

    def outputs(self, intent: Intent) -> list[Any]:
        groups = [
            z3.Or([self.holds(row.when) for row in rows])
            for rows in (intent.not_covered, intent.nothing_to_do, intent.blockers)
        ]
        verdict = z3.If(groups[0], 1, z3.If(groups[1], 2, z3.If(groups[2], 3, 4)))
        picked = [
            z3.If(z3.Or(groups), NOTHING, self.value(pick)) for pick in intent.outputs.values()
        ]
        return [verdict, *picked]

    def holds(self, expr: ex.Expr) -> Any:
        match expr:
            case ex.Const():
                return z3.BoolVal(expr.value)
            case ex.And():
                return z3.And([self.holds(arg) for arg in expr.args])
            case ex.Or():
                return z3.Or([self.holds(arg) for arg in expr.args])
            case ex.Not():
                return z3.Not(self.holds(expr.args[0]))
            case IsTold():
                return z3.BoolVal(all(self.told.get(name) is not None for name in expr.facts()))
            case Decided():
                return z3.Or([w for w, row in self.rows(expr.table) if row.code in expr.codes])
            case ex.Compare():
                left, right = map(self.value, expr.args)
                return {"==": left == right, "<": left < right, "<=": left <= right}[expr.op]
        return self.value(expr) == 1

    def value(self, expr: ex.Expr) -> Any:
        match expr:
            case ex.Const():
                return self.plain(expr.value)
            case ex.Fact():
                known = self.variables.get(expr.name)
                return self.plain(self.told[expr.name]) if known is None else known
            case ex.If():
                then, otherwise = map(self.value, expr.args[1:])
                return z3.If(self.holds(expr.args[0]), then, otherwise)
            case Pick():
                *rows, (_, last) = self.rows(expr.table)
                found = self.value(expr.of(last))
                for here, row in reversed(rows):
                    found = z3.If(here, self.value(expr.of(row)), found)
                return found
        if expr.kind is Kind.BOOL:
            return z3.If(self.holds(expr), 1, 0)
        values = [self.value(arg) for arg in expr.args]
        match expr:
            case ex.AddDays():
                return values[0] + expr.days
            case ex.DaysBetween():
                return values[1] - values[0]
            case ex.Max() | ex.Min():
                more = values[0] > values[1]
                return z3.If(more if isinstance(expr, ex.Max) else z3.Not(more), *values)
            case Multiple():
                return values[0] * values[1]
            case CurrencyOf():  # the request has an amount in it: all are in its currency
                return self.plain("USD")
            case ex.Arithmetic():
                return values[0] + values[1] if expr.op == "+" else values[0] - values[1]
        raise NotImplementedError(expr)

    def rows(self, table: Table) -> list[tuple[Any, Any]]:
        if table not in self._rows:
            left, found = z3.BoolVal(True), []
            for row in table.rows:
                holds = self.holds(row.when)
                found.append((z3.And(left, holds), row))
                left = z3.And(left, z3.Not(holds))
            self._rows[table] = found
        return self._rows[table]

    def plain(self, value: Any) -> Any:
        match value:
            case None:
                return z3.IntVal(NOTHING)
            case date():
                return z3.IntVal((value - TODAY).days)
            case Money():
                return z3.IntVal(int(value.amount * 100))
            case Decimal():
                return z3.IntVal(int(value * 100))
            case str():
                return z3.IntVal(self.codes.setdefault(value, len(self.codes) + 1))
        return z3.IntVal(int(value))


def proved_to_matter(intent: Intent, told: Told) -> list[set[str]]:
    """For each field of a decision: the facts that it hangs on."""
    codes: dict[Any, int] = {}
    found: list[set[str]] = [set() for _ in Decision._fields]
    open_ = missing(intent, told)
    for fact in open_:
        one = {each.name: z3.Int(each.name) for each in open_}
        two = {**one, fact.name: z3.Int(fact.name + "'")}
        pairs = zip(
            *(Formula(told, variables, codes).outputs(intent) for variables in (one, two)),
            strict=True,
        )
        solver = z3.Solver()
        solver.add(*(within(each, one[each.name], codes) for each in open_))
        solver.add(within(fact, two[fact.name], codes))
        for names, (here, there) in zip(found, pairs, strict=True):
            if solver.check(here != there) == z3.sat:
                names.add(fact.name)
    return found


def within(fact: ex.Fact, variable: Any, codes: dict[Any, int]) -> Any:
    match fact.kind:
        case Kind.BOOL:
            return z3.And(variable >= 0, variable <= 1)
        case Kind.CODE:
            known = [codes.setdefault(code, len(codes) + 1) for code in fact.domain]
            return z3.Or([variable == code for code in known])
        case Kind.DAY:
            early = variable >= 0 if fact.lapses else z3.BoolVal(True)
            late = variable <= 0 if fact.past else z3.BoolVal(True)
            return z3.And(early, late)
    return variable >= 0


def can_differ(intent: Intent, told: Told, against: tuple[Contradiction, ...]) -> list[bool] | None:
    """For each field of a decision: do two ways differ that contradict nothing? None if none is."""
    codes: dict[Any, int] = {}
    facts = {fact.name: fact for fact in missing(intent, told)}
    for each in against:
        facts |= {name: f for name, f in each.facts.items() if told.get(name) is None}
    one = {name: z3.Int(name) for name in facts}
    two = {name: z3.Int(name + "'") for name in facts}
    solver = z3.Solver()
    for variables in (one, two):
        formula = Formula(told, variables, codes)
        solver.add(*(within(fact, variables[name], codes) for name, fact in facts.items()))
        solver.add(*(z3.Not(formula.holds(each.when)) for each in against))
    if solver.check() != z3.sat:
        return None
    pairs = zip(*(Formula(told, each, codes).outputs(intent) for each in (one, two)), strict=True)
    return [solver.check(here != there) == z3.sat for here, there in pairs]
