"""How operators build expressions: checked for what cannot be meant, constants folded."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Literal

from subhub.errors import PolicyError
from subhub.model.money import Money
from subhub.policies.language import kinds
from subhub.policies.language.kinds import Kind
from subhub.policies.language.money import CurrencyOf, Multiple
from subhub.policies.language.nodes import (
    ALWAYS,
    DOES_NOT_APPLY,
    NEVER,
    AddDays,
    And,
    Arithmetic,
    Compare,
    Const,
    Expr,
    If,
    Not,
    Or,
)
from subhub.policies.language.reckoning import later

_PLAIN = {bool: Kind.BOOL, date: Kind.DAY, str: Kind.CODE}


def lift(value: object, beside: Expr) -> Expr:
    """A plain Python value as an expression that goes with ``beside``."""
    if isinstance(value, Expr):
        return value
    if value is None:
        return DOES_NOT_APPLY
    if isinstance(value, Money):
        return Const(Kind.MONEY, value)
    if type(value) is int:
        if value == 0 and beside.kind is Kind.MONEY:
            return Const(Kind.MONEY, Decimal(0))
        return Const(kinds.of_number(beside), value)
    if type(value) in _PLAIN:
        return Const(_PLAIN[type(value)], value)
    raise PolicyError("not_an_expression", value=repr(value))


def compare(op: Literal["==", "<", "<="], left: Expr, other: object) -> Expr:
    """Build a comparison, refusing two kinds and codes outside a fact's domain."""
    if other is None:
        raise PolicyError("asked_if_missing", expr=f"{left!r} {op} None", fact=repr(left))
    right = lift(other, left)
    result = Compare(op, left, right)
    kinds.check_same_kind(result, left, right)
    kinds.check_domain(left, right)
    kinds.check_domain(right, left)
    if op == "==" and left.kind is Kind.BOOL and isinstance(right, Const):
        return left if right.value else negate(left)
    return meet(result, left, right, lambda *sides: Compare(op, *sides))


def every(*parts: Expr) -> Expr:
    """All of ``parts`` hold. ``every()`` is always true."""
    return _join(And, parts, unit=ALWAYS)


def either(*parts: Expr) -> Expr:
    """At least one of ``parts`` holds. ``either()`` never does."""
    return _join(Or, parts, unit=NEVER)


def negate(part: Expr) -> Expr:
    """The opposite of a condition."""
    kinds.check_conditions((part,))
    if isinstance(part, Not):
        return part.args[0]
    if isinstance(part, Const):
        return NEVER if part.value else ALWAYS
    return Not(Kind.BOOL, part)


def arithmetic(op: Literal["+", "-"], left: Expr, other: object) -> Expr:
    """A sum or difference of two amounts or numbers; a day so many days or months later."""
    if left.kind is Kind.DAY and type(other) is int:
        return AddDays(left, other if op == "+" else -other)
    right = lift(other, left)
    if left.kind is Kind.DAY and right.kind in (*kinds.NUMBERS, Kind.DURATION):
        return later(left, right, 1 if op == "+" else -1)
    result = Arithmetic(op, left, right)
    kinds.check_sum(result, left, right)
    return meet(result, left, right, lambda *sides: Arithmetic(op, *sides))


def times(left: Expr, other: object) -> Expr:
    """An amount or a count, so many times."""
    right = lift(other, DOES_NOT_APPLY)
    if right.kind is Kind.MONEY:
        left, right = right, left
    result = Multiple(left, right)
    kinds.check_product(result, left, right)
    return result


def meet(whole: Expr, left: Expr, right: Expr, join: Callable[[Expr, Expr], Expr]) -> Expr:
    """What two amounts are joined to, where they are in one currency; ``whole`` is said in errors.

    Two values of another kind are joined as they are.
    """
    for sides in ((left, right), (right, left)):
        if _is_guarded(sides[0]):
            guard, inner, _ = sides[0].args
            pair = (inner, right) if sides[0] is left else (left, inner)
            return _within(guard, meet(whole, *pair, join))
    both = left.currencies | right.currencies
    kinds.check_currencies(whole, left.currencies, right.currencies)
    if len(both) < 2:
        return join(left, right)
    own, fixed = (left, right) if None in left.currencies else (right, left)
    guard = compare("==", CurrencyOf(own), *fixed.currencies)
    return _within(guard, join(_bare(left), _bare(right)))


def _is_guarded(expr: Expr) -> bool:
    """Whether it is an amount that applies in one currency only."""
    if not isinstance(expr, If) or expr.args[2] is not DOES_NOT_APPLY:
        return False
    guard = expr.args[0]
    return isinstance(guard, Compare) and isinstance(guard.args[0], CurrencyOf)


def _within(guard: Expr, made: Expr) -> Expr:
    if made.kind is Kind.BOOL:
        return every(guard, made)
    if _is_guarded(made) and made.args[0].args[1].key == guard.args[1].key:
        made = made.args[1]  # all amounts of a document are in one currency
    return If(made.kind, guard, made, DOES_NOT_APPLY)


def _bare(side: Expr) -> Expr:
    """A fixed amount as the number it is, where the other side says the currency."""
    if isinstance(side, Const) and isinstance(side.value, Money):
        return Const(Kind.MONEY, side.value.amount)
    return side


def _join(node: type[And] | type[Or], parts: tuple[Expr, ...], unit: Const) -> Expr:
    kinds.check_conditions(parts)
    flat: list[Expr] = []
    for part in parts:
        for inner in part.args if isinstance(part, node) else (part,):
            if isinstance(inner, Const) and inner.value is not unit.value:
                return inner  # anything and False; anything or True
            if not isinstance(inner, Const) and all(inner.key != seen.key for seen in flat):
                flat.append(inner)
    if not flat:
        return unit
    return flat[0] if len(flat) == 1 else node(Kind.BOOL, *flat)
