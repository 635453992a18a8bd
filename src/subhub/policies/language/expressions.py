"""Expressions over facts: what a condition or an output of a policy is made of.

An expression is a small immutable tree. Operators build it, nothing is computed until a
policy is asked; so ``bool(expression)`` raises rather than silently being true.

>>> from datetime import date
>>> seats = Fact("seats", Kind.COUNT)
>>> (seats > 3) & ~(seats == 5)
seats > 3 and not seats == 5

Comparing a day with an amount or a count fails at once:

>>> seats == date(2026, 1, 1)
Traceback (most recent call last):
...
subhub.errors.PolicyError: `seats == 2026-01-01` mixes a count with a day
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import copy
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Literal, NoReturn

from subhub.errors import PolicyError
from subhub.policies.language import kinds
from subhub.policies.language.kinds import Kind as Kind


class Expr:
    """A node of the tree; ``args`` are the expressions it is made of."""

    __slots__ = ("_key", "args", "kind")
    __hash__ = object.__hash__

    def __init__(self, kind: Kind, *args: Expr) -> None:
        self.kind = kind
        self.args = args
        self._key: tuple[Any, ...] | None = None

    @property
    def key(self) -> tuple[Any, ...]:
        """Two expressions that say the same have equal keys."""
        if self._key is None:
            self._key = (type(self).__name__, *self._detail(), *(arg.key for arg in self.args))
        return self._key

    #: the attributes that distinguish two nodes of this type beside their arguments
    marks: ClassVar[tuple[str, ...]] = ()

    def _detail(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self.marks)

    def walk(self) -> Iterator[Expr]:
        """This expression and everything inside it, outermost first."""
        yield self
        for arg in self.args:
            yield from arg.walk()

    def rebuilt(self, *args: Expr) -> Expr:
        """The same node over other arguments, folded where they are constant."""
        made = copy(self)
        made.args, made._key = args, None
        return made

    def mapped(self, change: Callable[[Expr], Expr]) -> Expr:
        """The same node with each argument changed; itself where none of them is another."""
        args = [change(arg) for arg in self.args]
        if all(new is old for new, old in zip(args, self.args, strict=True)):
            return self
        return self.rebuilt(*args)

    def atoms(self) -> Iterator[Expr]:
        """The comparisons and yes/no facts that a condition is made of, from left to right."""
        if not isinstance(self, Const):
            yield self

    def facts(self) -> dict[str, Fact]:
        """The facts it reads, by name, in the order of first mention."""
        return {node.name: node for node in self.walk() if isinstance(node, Fact)}

    def __bool__(self) -> NoReturn:
        raise PolicyError("not_an_answer", expr=repr(self))

    def __eq__(self, other: object) -> Expr:  # type: ignore[override]
        return compare("==", self, other)

    def __ne__(self, other: object) -> Expr:  # type: ignore[override]
        return negate(compare("==", self, other))

    def __lt__(self, other: object) -> Expr:
        return compare("<", self, other)

    def __le__(self, other: object) -> Expr:
        return compare("<=", self, other)

    def __gt__(self, other: object) -> Expr:
        return compare("<", lift(other, self), self)

    def __ge__(self, other: object) -> Expr:
        return compare("<=", lift(other, self), self)

    def __and__(self, other: Expr) -> Expr:
        return every(self, other)

    def __or__(self, other: Expr) -> Expr:
        return either(self, other)

    def __invert__(self) -> Expr:
        return negate(self)

    def __add__(self, other: object) -> Expr:
        return _arithmetic("+", self, other)

    def __sub__(self, other: object) -> Expr:
        return _arithmetic("-", self, other)

    def isin(self, *codes: str) -> Expr:
        """True where the code is one of ``codes``."""
        return either(*(compare("==", self, code) for code in codes))


class Fact(Expr):
    """A named fact of the document or of the request.

    ``domain`` lists the codes a CODE fact can take. ``given`` facts belong to the request
    and are always known. A fact that ``lapses`` is a day that says nothing any more once it
    has passed (a renewal date): from the day after, it counts as not known. A ``past`` one
    never lies after the day asked about. What is not ``signed`` counts from zero.
    """

    __slots__ = ("domain", "given", "lapses", "name", "past", "signed")
    marks = ("name",)

    def __init__(
        self,
        name: str,
        kind: Kind,
        domain: tuple[str, ...] = (),
        *,
        given: bool = False,
        lapses: bool = False,
        past: bool = False,
        signed: bool = False,
    ) -> None:
        super().__init__(kind)
        self.name, self.domain, self.given = name, domain, given
        self.lapses, self.past, self.signed = lapses, past, signed

    def __repr__(self) -> str:
        return self.name


class Const(Expr):
    """A fixed value: a day, a code, a number, zero money, a yes or no."""

    __slots__ = ("value",)
    marks = ("kind", "value")

    def __init__(self, kind: Kind, value: Any) -> None:
        super().__init__(kind)
        self.value = value

    def __repr__(self) -> str:
        return str(self.value) if self.kind is not Kind.NOTHING else "does not apply"


DOES_NOT_APPLY = Const(Kind.NOTHING, None)
ALWAYS, NEVER = Const(Kind.BOOL, True), Const(Kind.BOOL, False)


class Compare(Expr):
    """``left == right``, ``left < right`` or ``left <= right``."""

    __slots__ = ("op",)
    marks = ("op",)

    def __init__(self, op: Literal["==", "<", "<="], left: Expr, right: Expr) -> None:
        super().__init__(Kind.BOOL, left, right)
        self.op = op

    def __repr__(self) -> str:
        left, right = self.args
        if isinstance(left, Const) and self.op != "==":  # 3 < seats reads better turned round
            return f"{right!r} {self.op.replace('<', '>')} {left!r}"
        return f"{left!r} {self.op} {right!r}"


class Connective(Expr):
    """A condition made of conditions."""

    __slots__ = ()
    word: ClassVar[str] = ""

    def __repr__(self) -> str:
        parts = (f"({a!r})" if isinstance(a, And | Or) else repr(a) for a in self.args)
        return f" {self.word} ".join(parts)

    def atoms(self) -> Iterator[Expr]:
        """Those of its parts."""
        for part in self.args:
            yield from part.atoms()

    def rebuilt(self, *args: Expr) -> Expr:
        """The other conditions joined, or negated, in the same way."""
        return _BUILT_BY[type(self)](*args)


class And(Connective):
    """Every part holds."""

    __slots__ = ()
    word = "and"


class Or(Connective):
    """At least one part holds."""

    __slots__ = ()
    word = "or"


class Not(Connective):
    """The part does not hold."""

    __slots__ = ()

    def __repr__(self) -> str:
        (arg,) = self.args
        return f"not ({arg!r})" if isinstance(arg, And | Or) else f"not {arg!r}"


class AddDays(Expr):
    """A day, so many calendar days later."""

    __slots__ = ("days",)
    marks = ("days",)

    def __init__(self, day: Expr, days: int) -> None:
        super().__init__(Kind.DAY, day)
        self.days = days

    def __repr__(self) -> str:
        return f"{self.args[0]!r} {'+' if self.days >= 0 else '-'} {abs(self.days)} days"


class AddBusinessDays(AddDays):
    """A day, so many business days later (Monday to Friday, no federal holiday)."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"{self.args[0]!r} + {self.days} business days"


class DaysBetween(Expr):
    """How many calendar days lie from the first day to the second."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"days from {self.args[0]!r} to {self.args[1]!r}"


class _OfTwo(Expr):
    """One of two values that have an order."""

    __slots__ = ()

    def __init__(self, left: Expr, right: Expr) -> None:
        super().__init__(left.kind, left, right)

    def __repr__(self) -> str:
        left, right = self.args
        return f"{type(self).__name__.lower()}({left!r}, {right!r})"


class Max(_OfTwo):
    """The later of two days, the greater of two amounts or counts."""

    __slots__ = ()


class Min(_OfTwo):
    """The earlier of two days, the lesser of two amounts or counts."""

    __slots__ = ()


class Arithmetic(Expr):
    """A sum or difference of two amounts or two counts."""

    __slots__ = ("op",)
    marks = ("op",)

    def __init__(self, op: Literal["+", "-"], left: Expr, right: Expr) -> None:
        super().__init__(left.kind, left, right)
        self.op = op

    def __repr__(self) -> str:
        return f"{self.args[0]!r} {self.op} {self.args[1]!r}"


class If(Expr):
    """``then`` where the condition holds, ``otherwise`` where it does not."""

    __slots__ = ()

    def rebuilt(self, *args: Expr) -> Expr:
        """The choice by another condition; one side alone where that is constant."""
        condition, then, otherwise = args
        if isinstance(condition, Const):
            return then if condition.value else otherwise
        return super().rebuilt(*args)

    def __repr__(self) -> str:
        condition, then, otherwise = self.args
        return f"({then!r} if {condition!r} else {otherwise!r})"


_PLAIN = {bool: Kind.BOOL, date: Kind.DAY, str: Kind.CODE}


def lift(value: object, beside: Expr) -> Expr:
    """A plain Python value as an expression that goes with ``beside``."""
    if isinstance(value, Expr):
        return value
    if value is None:
        return DOES_NOT_APPLY
    if type(value) is int:
        if value == 0 and beside.kind is Kind.MONEY:
            return Const(Kind.MONEY, Decimal(0))
        return Const(Kind.DAYS if beside.kind is Kind.DAYS else Kind.COUNT, value)
    if type(value) in _PLAIN:
        return Const(_PLAIN[type(value)], value)
    raise PolicyError("not_an_expression", value=repr(value))


def compare(op: Literal["==", "<", "<="], left: Expr, other: object) -> Expr:
    """Build a comparison, refusing two kinds and codes outside a fact's domain."""
    right = lift(other, left)
    result = Compare(op, left, right)
    kinds.check_same_kind(result, left, right)
    kinds.check_domain(left, right)
    kinds.check_domain(right, left)
    if op == "==" and left.kind is Kind.BOOL and isinstance(right, Const):
        return left if right.value else negate(left)
    return result


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


_BUILT_BY: dict[type[Expr], Callable[..., Expr]] = {And: every, Or: either, Not: negate}


def _arithmetic(op: Literal["+", "-"], left: Expr, other: object) -> Expr:
    if left.kind is Kind.DAY and type(other) is int:
        return AddDays(left, other if op == "+" else -other)
    right = lift(other, left)
    result = Arithmetic(op, left, right)
    kinds.check_sum(result, left, right)
    return result


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
