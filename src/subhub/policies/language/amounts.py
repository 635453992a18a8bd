"""The functions that amounts are written with, beside the operators of expressions.

A fixed amount has its currency, and no rate is ever guessed: beside an amount of the document
it counts only where that is in the same currency. Elsewhere a comparison does not hold, and a
sum, a difference, the greater or the lesser does not apply.

>>> from subhub.policies.language.expressions import Fact
>>> from subhub.policies.language.functions import minimum
>>> price = Fact("price", Kind.MONEY)
>>> price >= amount("50 USD")
currency of price == USD and price >= 50
>>> minimum(price * 3, amount("200 USD"))
(min(price * 3, 200) if currency of price * 3 == USD else does not apply)
>>> amount("50 USD") < amount("40 EUR")
Traceback (most recent call last):
...
subhub.errors.PolicyError: `40.00 EUR > 50.00 USD` is in two currencies: EUR, USD...
"""

from __future__ import annotations

from subhub.model.money import Money
from subhub.policies.language.expressions import Const, Expr
from subhub.policies.language.functions import maximum
from subhub.policies.language.kinds import Kind, check_kind
from subhub.policies.language.money import CurrencyOf


def amount(fixed: str) -> Expr:
    """A fixed amount such as ``"50 USD"``. Raises :class:`InvalidValue` where it is none."""
    return Const(Kind.MONEY, Money.parse(fixed))


def currency_of(value: Expr) -> Expr:
    """The currency of an amount, to be compared with a code such as ``"USD"``."""
    check_kind(value, Kind.MONEY, "currency_of")
    return CurrencyOf(value)


def less(value: Expr, fixed: str) -> Expr:
    """``value`` less a fixed amount such as ``"20 USD"``, and not below zero.

    Raises :class:`InvalidValue` where ``fixed`` is no amount, :class:`PolicyError` where
    ``value`` is none.

    >>> from subhub.policies.language.expressions import Fact
    >>> less(Fact("price", Kind.MONEY), "20 USD")
    (max(price - 20, 0) if currency of price == USD else does not apply)
    """
    check_kind(value, Kind.MONEY, "less")
    return maximum(value - amount(fixed), 0)
