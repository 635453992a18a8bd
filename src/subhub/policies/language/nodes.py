"""The nodes that expressions are trees of; operators build them through :mod:`.operators`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import copy
from typing import Any, ClassVar, Literal, NoReturn, Protocol

from subhub.errors import PolicyError
from subhub.model.calendar import FEDERAL
from subhub.model.money import Money
from subhub.model.months import Rounding
from subhub.policies.language.kinds import Kind, of_both


class Builders(Protocol):
    """How operators build: :mod:`.operators`, which needs the nodes itself."""

    def lift(self, value: object, beside: Expr, /) -> Expr:
        """A plain Python value as an expression that goes with ``beside``."""

    def compare(self, op: Literal["==", "<", "<="], left: Expr, other: object, /) -> Expr:
        """A comparison."""

    def arithmetic(self, op: Literal["+", "-"], left: Expr, other: object, /) -> Expr:
        """A sum, a difference, or another day."""

    def times(self, left: Expr, other: object, /) -> Expr:
        """An amount or a count, so many times."""

    def every(self, *parts: Expr) -> Expr:
        """All of the parts hold."""

    def either(self, *parts: Expr) -> Expr:
        """At least one of the parts holds."""

    def negate(self, part: Expr, /) -> Expr:
        """The opposite."""


class Expr:
    """A node of the tree; ``args`` are the expressions it is made of."""

    __slots__ = ("_currencies", "_key", "args", "kind")
    __hash__ = object.__hash__

    def __init__(self, kind: Kind, *args: Expr) -> None:
        self.kind = kind
        self.args = args
        self._key: tuple[Any, ...] | None = None
        self._currencies: frozenset[str | None] | None = None

    @property
    def key(self) -> tuple[Any, ...]:
        """Two expressions that say the same have equal keys."""
        if self._key is None:
            self._key = (type(self).__name__, *self._detail(), *(arg.key for arg in self.args))
        return self._key

    #: set once, by the door that everyone imports expressions through
    build: ClassVar[Builders]
    #: the attributes that distinguish two nodes of this type beside their arguments
    marks: ClassVar[tuple[str, ...]] = ()

    def _detail(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self.marks)

    @property
    def currencies(self) -> frozenset[str | None]:
        """In which currencies an amount may be; ``None`` stands for that of the document."""
        if self._currencies is None:
            self._currencies = self._in_currencies() if self.kind is Kind.MONEY else frozenset()
        return self._currencies

    def _in_currencies(self) -> frozenset[str | None]:
        """Those of its parts; beside an amount of the document a fixed one is in its currency."""
        found = frozenset[str | None]().union(*(arg.currencies for arg in self.args))
        return frozenset({None}) if None in found else found

    def walk(self) -> Iterator[Expr]:
        """This expression and everything inside it, outermost first."""
        yield self
        for arg in self.args:
            yield from arg.walk()

    def rebuilt(self, *args: Expr) -> Expr:
        """The same node over other arguments, folded where they are constant."""
        made = copy(self)
        made.args, made._key, made._currencies = args, None, None
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
        return self.build.compare("==", self, other)

    def __ne__(self, other: object) -> Expr:  # type: ignore[override]
        return self.build.negate(self.build.compare("==", self, other))

    def __lt__(self, other: object) -> Expr:
        return self.build.compare("<", self, other)

    def __le__(self, other: object) -> Expr:
        return self.build.compare("<=", self, other)

    def __gt__(self, other: object) -> Expr:
        return self.build.compare("<", self.build.lift(other, self), self)

    def __ge__(self, other: object) -> Expr:
        return self.build.compare("<=", self.build.lift(other, self), self)

    def __and__(self, other: Expr) -> Expr:
        return self.build.every(self, other)

    def __or__(self, other: Expr) -> Expr:
        return self.build.either(self, other)

    def __invert__(self) -> Expr:
        return self.build.negate(self)

    def __add__(self, other: object) -> Expr:
        return self.build.arithmetic("+", self, other)

    def __sub__(self, other: object) -> Expr:
        return self.build.arithmetic("-", self, other)

    def __mul__(self, other: object) -> Expr:
        return self.build.times(self, other)

    __rmul__ = __mul__

    def isin(self, *codes: str) -> Expr:
        """True where the code is one of ``codes``."""
        return self.build.either(*(self.build.compare("==", self, code) for code in codes))


class Fact(Expr):
    """A named fact of the document or of the request.

    ``domain`` lists the codes a CODE fact can take. ``given`` facts belong to the request
    and are always known. A fact that ``lapses`` is a day that says nothing any more once it
    has passed (a renewal date): from the day after, it counts as not known. A ``past`` one
    never lies after the day asked about. What is not ``signed`` counts from zero. A duration
    with a ``rounding`` can be added to a day: it says what becomes of its months.
    """

    __slots__ = ("domain", "given", "lapses", "name", "past", "rounding", "signed")
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
        rounding: Rounding | None = None,
    ) -> None:
        super().__init__(kind)
        self.name, self.domain, self.given = name, domain, given
        self.lapses, self.past, self.signed = lapses, past, signed
        self.rounding = rounding

    def __repr__(self) -> str:
        return self.name

    def _in_currencies(self) -> frozenset[str | None]:
        return frozenset({None})


class Const(Expr):
    """A fixed value: a day, a code, a number, an amount, a yes or no.

    An amount is :class:`Money`, or a bare number where another says the currency.
    """

    __slots__ = ("value",)
    marks = ("kind", "value")

    def __init__(self, kind: Kind, value: Any) -> None:
        super().__init__(kind)
        self.value = value

    def __repr__(self) -> str:
        return str(self.value) if self.kind is not Kind.NOTHING else "does not apply"

    def _in_currencies(self) -> frozenset[str | None]:
        return frozenset({self.value.currency} if isinstance(self.value, Money) else ())


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


class And(Connective):
    """Every part holds."""

    __slots__ = ()
    word = "and"

    def rebuilt(self, *args: Expr) -> Expr:
        """All of the other conditions hold."""
        return self.build.every(*args)


class Or(Connective):
    """At least one part holds."""

    __slots__ = ()
    word = "or"

    def rebuilt(self, *args: Expr) -> Expr:
        """At least one of the other conditions holds."""
        return self.build.either(*args)


class Not(Connective):
    """The part does not hold."""

    __slots__ = ()

    def __repr__(self) -> str:
        (arg,) = self.args
        return f"not ({arg!r})" if isinstance(arg, And | Or) else f"not {arg!r}"

    def rebuilt(self, *args: Expr) -> Expr:
        """The opposite of another condition."""
        return self.build.negate(*args)


class AddDays(Expr):
    """A day, so many calendar days later."""

    __slots__ = ("days",)
    marks: ClassVar[tuple[str, ...]] = ("days",)

    def __init__(self, day: Expr, days: int) -> None:
        super().__init__(Kind.DAY, day)
        self.days = days

    def __repr__(self) -> str:
        return f"{self.args[0]!r} {'+' if self.days >= 0 else '-'} {abs(self.days)} days"


class AddBusinessDays(AddDays):
    """A day, so many business days later (Monday to Friday, no holiday of the ``calendar``)."""

    __slots__ = ()
    #: by default the one that is shipped
    calendar = FEDERAL

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
        super().__init__(of_both(left, right), left, right)

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
    """A sum or difference of two amounts or two numbers."""

    __slots__ = ("op",)
    marks = ("op",)

    def __init__(self, op: Literal["+", "-"], left: Expr, right: Expr) -> None:
        super().__init__(of_both(left, right), left, right)
        self.op = op

    def __repr__(self) -> str:
        return f"{self.args[0]!r} {self.op} {self.args[1]!r}"


class If(Expr):
    """``then`` where the condition holds, ``otherwise`` where it does not."""

    __slots__ = ()

    def _in_currencies(self) -> frozenset[str | None]:
        return self.args[1].currencies | self.args[2].currencies

    def rebuilt(self, *args: Expr) -> Expr:
        """The choice by another condition; one side alone where that is constant."""
        condition, then, otherwise = args
        if isinstance(condition, Const):
            return then if condition.value else otherwise
        return super().rebuilt(*args)

    def __repr__(self) -> str:
        condition, then, otherwise = self.args
        return f"({then!r} if {condition!r} else {otherwise!r})"
