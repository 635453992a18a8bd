"""What a value comes down to in one case: nothing but numbers, codes and sums of variables.

Every number is an integer: days by their ordinal, amounts in millionths, counts as they are.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import gcd
from typing import Any

from subhub.model.money import Money
from subhub.policies.analysis.settling.stepped import Stride
from subhub.policies.language.expressions import Expr, Fact, Kind

#: variables with their coefficients, sorted by name; no coefficient is zero
Form = tuple[tuple[str, int], ...]

#: amounts are counted in millionths: no currency has finer ones
MILLIONTHS = 10**6


@dataclass(frozen=True, slots=True)
class Fixed:
    """A code, a yes or no, an amount in its own currency, or None for *does not apply*."""

    value: Any


@dataclass(frozen=True, slots=True)
class Held:
    """The value of a variable that is a code or a yes or no."""

    variable: str


@dataclass(frozen=True, slots=True)
class Linear:
    """A day, an amount or a count: ``const`` and a sum of variables."""

    kind: Kind
    form: Form
    const: int

    def plus(self, other: Linear, sign: int, kind: Kind) -> Linear:
        """This and ``sign`` times the other."""
        form = combine(self.form, other.form, sign)
        return Linear(kind, form, self.const + sign * other.const)

    def times(self, count: int) -> Linear:
        """This so many times."""
        form = tuple((name, c * count) for name, c in self.form if count)
        return Linear(self.kind, form, self.const * count)


Term = Fixed | Held | Linear
#: disjoint cases that leave none out: (node of the graph, what it is there)
Cases = tuple[tuple[int, Term], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Variable:
    """What a number or a code of the program stands for.

    A fact of the document or the request; or the value of an ``expr`` that is more than a sum,
    kept whole: where the facts it reads are known it is worked out, and otherwise it may be
    anything. With a ``step`` it is the day that leads to from ``inner``, which never goes back as
    ``inner`` goes forward.
    """

    name: str
    kind: Kind
    facts: tuple[str, ...]
    fact: Fact | None = None
    expr: Expr | None = None
    inner: Linear | None = None
    step: Stride | None = None


def combine(one: Form, other: Form, sign: int = 1) -> Form:
    """The sum of two forms, or their difference.

    >>> combine((("a", 1), ("b", 2)), (("a", 1),), -1)
    (('b', 2),)
    """
    sums = dict(one)
    for name, c in other:
        sums[name] = sums.get(name, 0) + sign * c
    return tuple(sorted((name, c) for name, c in sums.items() if c))


def normal(form: Form, most: int) -> tuple[bool, Form, int]:
    """``form <= most`` with the smallest coefficients, the first above zero.

    Returns whether it is that, or the opposite of it.

    >>> normal((("a", -2), ("b", 2)), 5)  # a - b >= -2, which is: not a - b <= -3
    (False, (('a', 1), ('b', -1)), -3)
    """
    divisor = gcd(*(c for _, c in form))
    if form[0][1] > 0:
        return True, tuple((name, c // divisor) for name, c in form), most // divisor
    return False, tuple((name, -c // divisor) for name, c in form), -(most // divisor) - 1


def number(value: Any, kind: Kind) -> int:
    """A known day, amount or count as the integer it is counted as."""
    if isinstance(value, date):
        return value.toordinal()
    if kind is Kind.MONEY:
        return int((value.amount if isinstance(value, Money) else value) * MILLIONTHS)
    return int(value)
