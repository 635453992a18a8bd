"""The lowering: expressions of a policy as nodes, for all rows of a frame at once.

Agrees with :mod:`subhub.policies.engines.evaluate` row by row. Conditions are three-valued columns;
for each row of a decision table a column says whether it may be the one that decides, and
an output is known where all rows still possible give the same value. What several columns
need is a column of its own, worked out in an earlier *stage*: a nested conditional would
double its work at every level.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from subhub.errors import PolicyError
from subhub.model.money import Money
from subhub.policies.engines.columns.bound import CURRENCY
from subhub.policies.engines.columns.moves import moved, plus_days
from subhub.policies.engines.columns.nodes import BusinessDays, Node, Nodes
from subhub.policies.language import expressions as ex
from subhub.policies.language.contradictions import IsTold
from subhub.policies.language.kinds import Kind
from subhub.policies.language.money import CurrencyOf, Multiple
from subhub.policies.language.reckoning import PartOf, may_be_no_day
from subhub.policies.language.sources import Citation
from subhub.policies.language.tables import Decided, Pick, Table

#: so many conditions are listed one beside another; more are taken together in blocks
_BLOCK = 16


class Value(NamedTuple):
    """A value column, and where it is not known.

    Null and not ``unknown`` means *does not apply*; where ``applies`` always, null alone
    says that it is not known.
    """

    node: Node
    unknown: Node
    applies: bool = True


class Lowering:
    """Expressions of a policy as nodes, over ``facts``: a node for each fact that is there."""

    def __init__(self, n: Nodes, facts: Mapping[str, Node]) -> None:
        self.n, self.facts = n, dict(facts)
        self.names: dict[Node, str] = {}
        self.cites: dict[Node, str] = {}
        self._conditions: dict[object, Node] = {}
        self._values: dict[object, Value] = {}
        self._rows: dict[int, list[Node]] = {}

    def condition(self, expr: ex.Expr) -> Node:
        """A three-valued column."""
        if expr.key not in self._conditions:
            self._conditions[expr.key] = self._condition(expr)
        return self._conditions[expr.key]

    def value(self, expr: ex.Expr) -> Value:
        """A value column."""
        if expr.key not in self._values:
            self._values[expr.key] = self._value(expr)
        return self._values[expr.key]

    def rows(self, table: Table) -> list[Node]:
        """For each row of a table, whether it may be the first to hold."""
        if id(table) not in self._rows:
            n, found, above, near = self.n, [], self.n.true, self.n.true
            for at, row in enumerate(table.rows):
                if at and at % _BLOCK == 0:  # or every row would list all rows above it
                    above, near = n.every(above, near, flat=False), n.true
                    self.call(above, f"{table.name}_past_row_{at}")
                holds = self.condition(row.when)
                self.call(holds, f"{table.name}_{row.code}", row.cites)
                may = n.every(above, n.every(near, n.is_not_false(holds)), flat=above is n.true)
                self.call(may, f"may_be_{row.code}", row.cites)
                found.append(may)
                near = n.every(near, n.negate(n.is_true(holds)))
            self._rows[id(table)] = found
        return self._rows[id(table)]

    def call(self, node: Node, name: str, cites: tuple[Citation, ...] = ()) -> None:
        """Give a column the name, and the rules, that a reader will find it under."""
        if node.args:
            self.names.setdefault(node, name)
            self.cites.setdefault(node, ", ".join(each.id for each in cites))

    def _condition(self, expr: ex.Expr) -> Node:
        n = self.n
        match expr:
            case ex.Const():
                return n.literal(expr.value)
            case ex.Fact():
                return self._fact(expr)
            case ex.And():
                return n.every(*map(self.condition, expr.args))
            case ex.Or():
                return n.either(*map(self.condition, expr.args))
            case ex.Not():
                return n.negate(self.condition(expr.args[0]))
            case IsTold():
                return n.known(self.value(expr.args[0]).node)
            case ex.Compare():
                return self._compare(expr)
            case Decided():
                rows = list(zip(expr.table.rows, self.rows(expr.table), strict=True))
                inside = n.either(*(may for row, may in rows if row.code in expr.codes))
                outside = n.either(*(may for row, may in rows if row.code not in expr.codes))
                return n.case(
                    (n.negate(inside), n.false),
                    (n.negate(outside), n.true),
                    otherwise=n.null(Kind.BOOL),
                )
            case _:
                return self.value(expr).node

    def _compare(self, expr: ex.Compare) -> Node:
        left, right = expr.args
        n = self.n
        for side, other, flip in ((left, right, False), (right, left, True)):
            if isinstance(side, ex.DaysBetween) and isinstance(other, ex.Const):
                # days from a to b < k  is  b < a + k, which every engine knows how to ask
                first, second = (self.value(arg).node for arg in side.args)
                if second.op == "literal" or first.op != "literal":
                    limit, day = first, n.days(second, -other.value)
                else:
                    limit, day = n.days(first, other.value), second
                return n.compare(expr.op, *((limit, day) if flip else (day, limit)))
        one, other_ = self.value(left), self.value(right)
        result = n.compare(expr.op, one.node, other_.node)
        if one.applies and other_.applies:
            return result
        # what does not apply equals nothing, and is nevertheless known
        unsure = n.either(one.unknown, other_.unknown)
        return n.case((unsure, n.null(Kind.BOOL)), otherwise=n.is_true(result))

    def _value(self, expr: ex.Expr) -> Value:
        n = self.n
        match expr:
            case ex.Const() if expr.kind is Kind.NOTHING:
                return Value(n.null(Kind.NOTHING), n.false, applies=False)
            case ex.Const() if isinstance(expr.value, Money):
                return self._lifted(self._in_row(expr.value))
            case ex.Const():
                return self._lifted(n.literal(expr.value))
            case ex.Fact():
                return self._lifted(self._fact(expr))
            case PartOf():
                return self._lifted(self._part(expr))
            case Pick():
                return self._pick(expr)
            case ex.If():
                return self._if(expr)
        if expr.kind is Kind.BOOL:
            return self._lifted(self.condition(expr))
        args = [self.value(arg) for arg in expr.args]
        unknown = n.either(*(arg.unknown for arg in args))
        node = self._computed(expr, [arg.node for arg in args])
        if may_be_no_day(expr):  # there may be no such day
            told = (n.known(arg.node) for arg in args if not arg.applies)
            unknown = n.either(unknown, n.every(*told, n.negate(n.known(node))))
        return Value(node, unknown, all(arg.applies for arg in args))

    def _computed(self, expr: ex.Expr, args: list[Node]) -> Node:
        n = self.n
        match expr:
            case CurrencyOf():  # one column for all amounts of a row
                return n.case((n.known(args[0]), self._currency()), otherwise=n.null(Kind.CODE))
            case ex.AddBusinessDays():
                return n.business_days(args[0], BusinessDays(expr.days, expr.calendar))
            case ex.AddDays() if may_be_no_day(expr):
                return plus_days(n, args[0], n.literal(expr.days))
            case ex.AddDays():
                return n.days(args[0], expr.days)
            case ex.DaysBetween():
                return n.days_between(*args)
            case ex.Arithmetic():
                return n.arithmetic(expr.op, *args)
            case Multiple():
                return n.arithmetic("*", *args)
            case ex.Max() | ex.Min():
                left, right = args
                greater, less = (left, right) if isinstance(expr, ex.Max) else (right, left)
                made = n.case(
                    (n.compare("<", less, greater), left),
                    (n.compare("<=", greater, less), right),
                    otherwise=n.null(expr.kind),
                )
                self.call(made, f"{_CHOSEN[type(expr), expr.kind is Kind.DAY]}_of_{_words(expr)}")
                return made
        found = moved(n, expr, args)
        if found is None:
            raise PolicyError("no_column_form", expr=repr(expr))
        return found

    def _in_row(self, fixed: Money) -> Node:
        """A fixed amount, in rows of its currency: a column holds no other."""
        n, currency = self.n, self._currency()
        own = n.compare("==", currency, n.literal(fixed.currency))
        return n.case((own, n.literal(fixed.amount)), otherwise=n.null(Kind.MONEY))

    def _currency(self) -> Node:
        return self.facts.get(CURRENCY.name, self.n.null(Kind.CODE))

    def _of_kind(self, kind: Kind, value: Value) -> Value:
        """What does not apply is null in a column of the kind of the others."""
        return value._replace(node=self.n.null(kind)) if value.node.op == "null" else value

    def _lifted(self, node: Node) -> Value:
        return Value(node, self.n.negate(self.n.known(node)))

    def _fact(self, fact: ex.Fact) -> Node:
        found = self.facts.get(fact.name)
        return self.n.null(fact.kind) if found is None else found

    def _part(self, expr: PartOf) -> Node:
        """Where one of a duration's months and days is told, the other counts as none."""
        n, name = self.n, next(iter(expr.facts()))
        other = "days" if expr.unit == "months" else "months"
        own, beside = (
            self.facts.get(f"{name}_{unit}", n.null(Kind.COUNT)) for unit in (expr.unit, other)
        )
        none = n.case((n.known(beside), n.literal(0)), otherwise=n.null(Kind.COUNT))
        return n.case((n.known(own), own), otherwise=none)

    def _if(self, expr: ex.If) -> Value:
        n = self.n
        holds = self.condition(expr.args[0])
        then, otherwise = (self._of_kind(expr.kind, self.value(arg)) for arg in expr.args[1:])
        same = self.same(then, otherwise)
        node = n.case(
            (holds, then.node),
            (n.negate(holds), otherwise.node),
            (same, then.node),
            otherwise=n.null(expr.kind),
        )
        self.call(node, f"{_words(expr.args[1])}_or_{_words(expr.args[2])}")
        if then.applies and otherwise.applies:
            return self._lifted(node)
        unknown = n.case(
            (holds, then.unknown), (n.negate(holds), otherwise.unknown), otherwise=n.negate(same)
        )
        return Value(node, unknown, applies=False)

    def same(self, one: Value, other: Value) -> Node:
        """Both are known and equal; never null."""
        n = self.n
        equal = n.is_true(n.compare("==", one.node, other.node))
        if one.applies or other.applies:
            return equal
        neither = n.every(*(n.negate(n.either(n.known(v.node), v.unknown)) for v in (one, other)))
        return n.either(equal, neither)

    def _pick(self, expr: Pick) -> Value:
        """The value that every row still possible gives."""
        n, giving = self.n, dict[Value, list[tuple[str, Node]]]()
        for row, may in zip(expr.table.rows, self.rows(expr.table), strict=True):
            out = self._of_kind(expr.kind, self.value(expr.of(row)))
            giving.setdefault(out, []).append((row.code, may))
        if len(giving) == 1:
            return next(iter(giving))
        groups = {out: n.either(*(may for _, may in rows)) for out, rows in giving.items()}
        alone = dict(zip(groups, alone_of(n, list(groups.values())), strict=True))
        for out, only in alone.items():
            codes = _codes([code for code, _ in giving[out]])
            self.call(only, f"{expr.output}_from_{codes}_only")
            self.call(groups[out], f"{expr.output}_from_{codes}")
        branches = [(only, out.node) for out, only in alone.items()]
        decided = [n.every(only, n.negate(out.unknown)) for out, only in alone.items()]
        if agreed := self._agreement(groups):
            branches.append(agreed)
            decided.append(agreed[0])
        node = n.case(*branches, otherwise=n.null(expr.kind))
        if all(out.applies for out in groups):
            return self._lifted(node)
        return Value(node, n.negate(n.either(*decided)), applies=False)

    def _agreement(self, groups: Mapping[Value, Node]) -> tuple[Node, Node] | None:
        """Several rows are possible and what they give happens to be equal; and that value."""
        n = self.n
        able = [
            out for out in groups
            if any(out is not other and may_equal(out, other) for other in groups)
        ]  # fmt: skip
        if not able:
            return None
        excluded = [n.negate(may) for out, may in groups.items() if out not in able]
        if len(able) == 2:
            return n.every(*excluded, self.same(*able)), able[0].node
        *others, last = able
        value = n.case(*((groups[out], out.node) for out in others), otherwise=last.node)
        unknown = n.case(*((groups[out], out.unknown) for out in others), otherwise=last.unknown)
        first = Value(value, unknown, all(out.applies for out in able))
        self.call(value, "value_if_equal")
        equal = [n.either(n.negate(groups[out]), self.same(out, first)) for out in able]
        return n.every(*excluded, *equal), value


def alone_of(n: Nodes, groups: list[Node]) -> list[Node]:
    """For each group, that no other may be: by blocks, so that it grows as the groups do."""
    blocks = [groups[at : at + _BLOCK] for at in range(0, len(groups), _BLOCK)]
    none = [n.every(*map(n.negate, block)) for block in blocks]
    before, after = [n.true], [n.true]
    for each in none[:-1]:
        before.append(n.every(before[-1], each, flat=False))
    for each in none[:0:-1]:
        after.append(n.every(after[-1], each, flat=False))
    found = []
    for block, above, below in zip(blocks, before, reversed(after), strict=True):
        outside = n.every(above, below, flat=False)
        for group in block:
            others = n.every(*(n.negate(each) for each in block if each is not group))
            found.append(n.every(outside, others, flat=outside is n.true))
    return found


def _codes(given: list[str]) -> str:
    """The rows that give one value."""
    return "_or_".join(given) if len(given) < 3 else f"{given[0]}_and_{len(given) - 1}_more"


def may_equal(one: Value, other: Value) -> bool:
    """Two different columns that can hold the same value."""
    fixed = [value for value in (one, other) if value.node.op in ("literal", "null")]
    if len(fixed) == 2:
        return False
    return all(value.node.op == "literal" or not value.applies for value in fixed) and not (
        fixed and fixed[0].node.op == "null" and (one.applies or other.applies)
    )


#: what is said of the one chosen, by whether it is about days
_CHOSEN = {
    (ex.Max, True): "later", (ex.Min, True): "earlier",
    (ex.Max, False): "greater", (ex.Min, False): "lesser",
}  # fmt: skip


def _words(expr: ex.Expr) -> str:
    """The facts and numbers of a short expression, for a name."""
    said = [repr(node) for node in expr.walk() if isinstance(node, ex.Fact | ex.Const)]
    return "_and_".join(dict.fromkeys(said)) or "value"
