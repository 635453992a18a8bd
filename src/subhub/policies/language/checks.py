"""Checks that a policy is sound, made when it is loaded.

A row can never decide where its condition cannot hold together with the opposite of every
condition above. Found by following what each comparison says about others of the same fact
(unit propagation), and a limited number of cases where that leaves a choice.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations
from typing import NamedTuple

from subhub.policies.language.expressions import And, Compare, Const, Expr, Fact, Not, Or

#: a literal: a comparison or yes/no fact, and whether it is to hold
Literal = tuple[Expr, bool]

#: of all rows of a table, so many cases are told apart; beyond, a row is taken to be reachable
_MOST_CASES = 1000


class _Contradiction(Exception):
    pass


class _Either(NamedTuple):
    """At least one of the parts has to hold."""

    parts: tuple[_Formula, ...]


class _Every(NamedTuple):
    """All of the parts have to hold."""

    parts: tuple[_Formula, ...]


#: a literal is the number of its comparison, negative where it is not to hold
_Formula = int | _Either | _Every
_Held = dict[int, bool]


def never_decides(conditions: list[Expr]) -> Iterator[tuple[int, str]]:
    """The rows (by index) of a first-match table that no case can reach, and the error's code."""
    check = _Check(conditions)
    above: list[_Formula] = []
    for index, condition in enumerate(conditions):
        here = check.formula(condition, True)
        if not check.can_hold([here]):
            yield index, "never_holds"
        elif not check.can_hold([here, *above]):
            yield index, "taken_above"
        above.append(check.formula(condition, False))


class _Check:
    def __init__(self, conditions: list[Expr]) -> None:
        self.left = _MOST_CASES
        self.numbers: dict[object, int] = {}
        exprs: list[Expr] = []
        for atom in _atoms(conditions):
            if atom.key not in self.numbers:
                exprs.append(atom)
                self.numbers[atom.key] = len(exprs)
        self.follows = _follows(exprs)
        self.codes = _codes(exprs)

    def formula(self, condition: Expr, want: bool) -> _Formula:
        """The condition, or its opposite, with *not* only in literals."""
        if isinstance(condition, Const):
            return _Every(()) if condition.value is want else _Either(())
        if isinstance(condition, Not):
            return self.formula(condition.args[0], not want)
        if isinstance(condition, And | Or):
            parts = tuple(self.formula(part, want) for part in condition.args)
            return _Every(parts) if isinstance(condition, And) is want else _Either(parts)
        number = self.numbers[condition.key]
        return number if want else -number

    def can_hold(self, formulas: list[_Formula]) -> bool:
        """Whether all of them may hold together; True where that would take too long to tell."""
        try:
            held: _Held = {}
            return self._in_some_case(held, self._follow(held, formulas))
        except _Contradiction:
            return False

    def _in_some_case(self, held: _Held, open_: list[_Either]) -> bool:
        if not open_ or self.left <= 0:
            return True
        if self._at_once(dict(held), open_):
            return True
        for part in min(open_, key=lambda each: len(each.parts)).parts:
            self.left -= 1
            case = dict(held)
            try:
                if self._in_some_case(case, self._follow(case, [part, *open_])):
                    return True
            except _Contradiction:
                continue
        return False

    def _at_once(self, held: _Held, open_: list[_Either]) -> bool:
        """Whether taking the first part that is left of each makes all of them hold."""
        left = list(open_)
        try:
            for each in left:  # it grows
                if _value(held, each) is not True:
                    left += self._once(held, [*self._open_parts(held, each)[:1]] or [each])
        except _Contradiction:
            return False
        return True

    def _open_parts(self, held: _Held, either: _Either) -> list[_Formula]:
        return [part for part in either.parts if _value(held, part) is not False]

    def _follow(self, held: _Held, formulas: list[_Formula]) -> list[_Either]:
        """Note all that follows from the formulas, until nothing more does; what is left open."""
        open_ = self._once(held, formulas)
        while True:
            before = len(held)
            open_ = self._once(held, list(open_))
            if len(held) == before:
                return open_

    def _once(self, held: _Held, formulas: list[_Formula]) -> list[_Either]:
        open_: list[_Either] = []
        stack = formulas[::-1]
        while stack:
            formula = stack.pop()
            if isinstance(formula, int):
                self._note(held, formula)
            elif isinstance(formula, _Every):
                stack += formula.parts[::-1]
            elif _value(held, formula) is None:
                parts = self._open_parts(held, formula)
                if len(parts) == 1:
                    stack.append(parts[0])
                else:
                    open_.append(formula)
            elif _value(held, formula) is False:
                raise _Contradiction
        return open_

    def _note(self, held: _Held, literal: int) -> None:
        stack = [literal]
        while stack:
            each = stack.pop()
            number, holds = abs(each), each > 0
            if held.setdefault(number, holds) is not holds:
                raise _Contradiction
            stack += [n for n in self.follows.get(each, ()) if held.get(abs(n)) is not (n > 0)]
            if not holds and number in self.codes:
                stack += self._last_code(held, self.codes[number])

    def _last_code(self, held: _Held, codes: tuple[int, ...]) -> list[int]:
        """The one code of a fact that is left where all others are denied."""
        left = [number for number in codes if held.get(number) is not False]
        if not left:
            raise _Contradiction
        return left if len(left) == 1 and left[0] not in held else []


def _value(held: _Held, formula: _Formula) -> bool | None:
    if isinstance(formula, int):
        holds = held.get(abs(formula))
        return None if holds is None else holds is (formula > 0)
    decisive = isinstance(formula, _Either)
    open_ = False
    for part in formula.parts:
        value = _value(held, part)
        if value is decisive:
            return decisive
        open_ = open_ or value is None
    return None if open_ else not decisive


def _atoms(conditions: list[Expr]) -> Iterator[Expr]:
    stack = conditions[::-1]
    while stack:
        expr = stack.pop()
        if isinstance(expr, And | Or | Not):
            stack += expr.args[::-1]
        elif not isinstance(expr, Const):
            yield expr


def _follows(exprs: list[Expr]) -> dict[int, list[int]]:
    """The literals that follow from each literal: of comparisons of one thing with constants."""
    alike: dict[object, list[int]] = {}
    for number, expr in enumerate(exprs, 1):
        bound = _bound((expr, True))
        if bound is not None:
            alike.setdefault(bound[0], []).append(number)
    found: dict[int, list[int]] = {}
    for numbers in alike.values():
        for one, other in permutations(numbers, 2):
            for have in (one, -one):
                for need in (other, -other):
                    if implies((exprs[one - 1], have > 0), (exprs[other - 1], need > 0)):
                        found.setdefault(have, []).append(need)
    return found


def _codes(exprs: list[Expr]) -> dict[int, tuple[int, ...]]:
    """For each comparison with a code those of the same fact, where every code of it is named."""
    named: dict[str, dict[object, int]] = {}
    facts: dict[str, Fact] = {}
    for number, expr in enumerate(exprs, 1):
        if isinstance(expr, Compare) and expr.op == "==":
            fact, code = expr.args
            if isinstance(fact, Fact) and fact.domain and isinstance(code, Const):
                named.setdefault(fact.name, {})[code.value] = number
                facts[fact.name] = fact
    return {
        number: tuple(codes.values())
        for name, codes in named.items()
        if set(facts[name].domain) <= set(codes)
        for number in codes.values()
    }


def implies(have: Literal, need: Literal) -> bool:
    """Where ``have`` holds ``need`` must hold, as far as the two say it themselves."""
    if have[0].key == need[0].key:
        return have[1] is need[1]
    one, other = _bound(have), _bound(need)
    if one is None or other is None or one[0] != other[0]:
        return False
    return _within(one[1], other[1])


#: op, value: the left side is `op` value; "!=" stands for a negated equality
_Bound = tuple[str, object]
_FLIP = {"<": ">", "<=": ">=", "==": "=="}
_DENY = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!="}


def _bound(literal: Literal) -> tuple[tuple[object, ...], _Bound] | None:
    expr, holds = literal
    if not isinstance(expr, Compare):
        return None
    left, right = expr.args
    op: str = expr.op
    if isinstance(left, Const):
        left, right, op = right, left, _FLIP[op]
    if not isinstance(right, Const):
        return None
    op = op if holds else _DENY[op]
    value = right.value
    if isinstance(left, Fact) and not left.signed and op == "<=" and value == 0:
        op = "=="  # counts and amounts count from zero, differences of two do not
    return left.key, (op, value)


def _within(have: _Bound, need: _Bound) -> bool:
    (op, value), (wanted, limit) = have, need
    if op == "==":
        return _holds(value, wanted, limit)
    if op == wanted:
        return value == limit if op == "!=" else _holds(value, "<=" if "<" in op else ">=", limit)
    if wanted == "!=":
        return not _holds(limit, op, value)
    if op[0] == wanted[0]:  # < inside <=, or <= inside a wider <
        strict = wanted in ("<", ">")
        return _holds(value, wanted if strict else wanted[0] + "=", limit)
    return False


def _holds(value: object, op: str, limit: object) -> bool:
    if op in ("==", "!="):
        return (value == limit) is (op == "==")
    low, high = (value, limit) if "<" in op else (limit, value)
    return bool(low <= high if "=" in op else low < high)  # type: ignore[operator]
