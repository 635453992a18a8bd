"""Currencies as ISO 4217 has them."""

from __future__ import annotations

from functools import lru_cache

from subhub.errors import InvalidValue
from subhub.once import once


@once
def all_decimals() -> dict[str, int]:
    """Every currency there is or was, and how many decimals it has."""
    from babel.numbers import get_currency_precision, list_currencies

    return {code: get_currency_precision(code) for code in sorted(list_currencies())}


@lru_cache(maxsize=256)
def decimals(currency: str) -> int:
    """How many decimals the currency has (ISO 4217, through Babel); ``ValueError`` if it is none.

    >>> decimals("JPY"), decimals("USD")
    (0, 2)
    """
    from babel.numbers import get_currency_precision, is_currency

    if not is_currency(currency):
        raise InvalidValue("not_a_currency", currency=currency)
    return get_currency_precision(currency)
