"""Money: exact, with its currency, and never a bare number."""

from __future__ import annotations

import copy
import pickle
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from subhub.model.money import Money, decimals

amounts = st.decimals(-(10**9), 10**9, places=2).map(lambda number: Money(number, "USD"))


@pytest.mark.parametrize("written, shown", [
    ("216.00 USD", "216.00 USD"),
    ("216 USD", "216.00 USD"),
    ("  5.5 EUR ", "5.50 EUR"),
    ("3300 JPY", "3300 JPY"),
    ("1.234 BHD", "1.234 BHD"),
    ("-0.01 USD", "-0.01 USD"),
    ({"amount": "216.00", "currency": "USD"}, "216.00 USD"),
])  # fmt: skip
def test_read(written: object, shown: str) -> None:
    assert str(Money.parse(written)) == shown


@pytest.mark.parametrize("written, says", [
    (216, "is not money"),
    (216.0, "is not money"),
    (True, "is not money"),
    (None, "is not money"),
    ("216", "is not money"),
    ("USD 216", "is not money"),
    ("216,00 USD", "is not money"),
    ("1e3 USD", "is not money"),
    ("NaN USD", "is not money"),
    ("٣ USD", "is not money"),
    ("216.00USD", "is not money"),
    ("1000000000000000 USD", "is not money"),
    ("216.00 usd", "`usd` is not an ISO 4217 currency"),
    ("216.00 XYZ", "`XYZ` is not an ISO 4217 currency"),
    ("216.001 USD", "more decimals than USD has (2)"),
    ("1.5 JPY", "more decimals than JPY has (0)"),
    ({"amount": 216, "currency": "USD"}, "must be quoted text"),
    ({"amount": 216.5, "currency": "USD"}, "must be quoted text"),
    ({"amount": "216"}, "is not money"),
    ({"amount": "216", "currency": "USD", "tax": "1"}, "is not money"),
])  # fmt: skip
def test_refused(written: object, says: str) -> None:
    with pytest.raises(ValueError) as caught:
        Money.parse(written)
    assert says in str(caught.value)


@given(amounts)
def test_what_is_written_is_read_back(money: Money) -> None:
    assert Money.parse(str(money)) == money
    assert pickle.loads(pickle.dumps(money)) == copy.deepcopy(money) == money
    assert hash(pickle.loads(pickle.dumps(money))) == hash(money)


@given(amounts, amounts)
def test_sums_are_exact(one: Money, other: Money) -> None:
    assert one + other - other == one
    assert (one + other).amount == one.amount + other.amount
    assert (one < other) is (one.amount < other.amount)


def test_no_rate_is_guessed() -> None:
    dollars, yen = Money.parse("1 USD"), Money.parse("1 JPY")
    for compute in (lambda: dollars + yen, lambda: dollars - yen, lambda: dollars < yen):
        with pytest.raises(ValueError, match=r"`1\.00 USD` and `1 JPY` are in two currencies"):
            compute()
    assert dollars != yen
    assert dollars != Decimal(1)


def test_it_does_not_change() -> None:
    with pytest.raises(AttributeError, match="immutable"):
        Money.parse("1 USD").amount = Decimal(2)


def test_decimals_of_currencies() -> None:
    assert [decimals(code) for code in ("JPY", "USD", "BHD")] == [0, 2, 3]
