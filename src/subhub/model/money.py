"""Money: an exact amount together with its currency, never a float.

>>> Money.parse("216.00 USD") - Money.parse("16 USD")
Money('200.00 USD')
>>> Money.parse("1.5 JPY")
Traceback (most recent call last):
...
subhub.errors.InvalidValue: `1.5 JPY` has more decimals than JPY has (0)
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import total_ordering
from typing import TYPE_CHECKING, Any

from subhub.errors import InvalidValue
from subhub.inert import spelled
from subhub.model import suggest
from subhub.model.currency import decimals

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

#: more than any sum of amounts has, and few enough to be written out
_DIGITS = 30
_AMOUNT = re.compile(r"-?\d{1,15}(\.\d{1,6})?", re.ASCII)


@total_ordering
class Money:
    """An amount and its ISO 4217 currency; immutable, hashable, ordered within one currency.

    Arithmetic and order between two currencies raise ``ValueError``: no rate is ever guessed.
    """

    __slots__ = ("amount", "currency")
    amount: Decimal
    currency: str

    def __init__(self, amount: Decimal, currency: str) -> None:
        object.__setattr__(self, "amount", amount)
        object.__setattr__(self, "currency", currency)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("Money is immutable")

    @classmethod
    def parse(cls, value: object) -> Money:
        """Read what a document says.

        ``value`` is a :class:`Money`, a text ``"216.00 USD"`` or a mapping with ``amount``
        (text) and ``currency``. Raises ``ValueError`` for anything else, a number included,
        and for more decimals than the currency has.
        """
        if isinstance(value, Money):
            if value.amount.is_finite() and value.amount.adjusted() < _DIGITS:
                return value
            raise InvalidValue("not_money", value=spelled(value.amount))
        if isinstance(value, dict):
            value = _from_mapping(value)
        if not isinstance(value, str):
            raise InvalidValue("not_money", value=spelled(value))
        amount, _, currency = value.strip().partition(" ")
        whole = _AMOUNT.fullmatch(amount) is not None and bool(currency)
        if not whole or currency != currency.upper():
            hint, code = suggest.money(value), "not_a_currency" if whole else "not_money"
            raise InvalidValue(code, value=value, currency=currency, hint=hint)
        places = decimals(currency)
        number = Decimal(amount)
        if -int(number.as_tuple().exponent) > places:
            raise InvalidValue("too_many_decimals", value=value, currency=currency, places=places)
        return cls(number or abs(number), currency)  # none is owed nor due: `-0.00` is `0.00`

    def __str__(self) -> str:
        """The form a document uses, with all decimals of the currency: ``216.00 USD``."""
        return f"{self.amount:.{decimals(self.currency)}f} {self.currency}"

    def __repr__(self) -> str:
        return f"Money('{self}')"

    def __reduce__(self) -> tuple[Any, ...]:
        return Money, (self.amount, self.currency)

    def __hash__(self) -> int:
        return hash((self.amount, self.currency))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Money):
            return NotImplemented
        return self.amount == other.amount and self.currency == other.currency

    def __lt__(self, other: Money) -> bool:
        return self.amount < self._same(other).amount

    def __add__(self, other: Money) -> Money:
        return Money(self.amount + self._same(other).amount, self.currency)

    def __sub__(self, other: Money) -> Money:
        return Money(self.amount - self._same(other).amount, self.currency)

    def _same(self, other: Money) -> Money:
        if self.currency != other.currency:
            raise InvalidValue("currencies_differ", one=self, other=other)
        return other

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema as cs

        return cs.no_info_plain_validator_function(
            cls.parse, serialization=cs.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        said = "An exact amount and its ISO 4217 currency; never a bare number."
        text = {
            "type": "string",
            "pattern": r"^-?\d+(\.\d+)? [A-Z]{3}$",
            "examples": ["216.00 USD"],
        }
        if handler.mode == "serialization":
            return {"description": said, **text}
        return {
            "description": said,
            "anyOf": [
                text,
                {
                    "type": "object",
                    "properties": {
                        "amount": {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"},
                        "currency": {"type": "string", "pattern": "^[A-Z]{3}$"},
                    },
                    "required": ["amount", "currency"],
                    "additionalProperties": False,
                },
            ],
        }


def _from_mapping(value: dict[Any, Any]) -> str:
    if set(value) != {"amount", "currency"}:
        raise InvalidValue("not_money", value=spelled(value))
    amount, currency = value["amount"], value["currency"]
    if not isinstance(amount, str) or not isinstance(currency, str):
        raise InvalidValue("amount_not_text", amount=spelled(amount))
    return f"{amount} {currency}"
