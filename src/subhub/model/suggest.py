"""What was probably meant: one suggestion for what people type, and never a silent guess."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from subhub.errors import Hint, SubhubError, one_of
from subhub.model.currency import decimals

E = TypeVar("E", bound=SubhubError)

#: other words for the codes of documents
_SYNONYMS = {
    **dict.fromkeys(("annual", "annually", "yearly", "years"), "year"),
    **dict.fromkeys(("monthly", "months"), "month"),
    **dict.fromkeys(("one-time", "onetime", "single"), "once"),
    **dict.fromkeys(("trial", "in trial"), "trialing"),
    **dict.fromkeys(("cancelled", "ended"), "canceled"),
    **dict.fromkeys(("overdue", "unpaid"), "past_due"),
}
_SIGNS = {"$": "USD", "US$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "円": "JPY"}
#: signs that several currencies share
_SHARED = frozenset("$¥")
_MONEY = re.compile(
    r"(?P<before>[A-Za-z]{3}|US\$|[$€£¥])?\s*(?P<amount>-?\d[\d,]{0,18}(?:\.\d{1,6})?)"
    r"\s*(?P<after>[A-Za-z]{3}|[$€£¥円])?",
    re.ASCII,
)
_NUMBERS = re.compile(r"(\d{1,4})([/.-])(\d{1,2})\2(\d{1,4})", re.ASCII)


def code(written: object, options: Iterable[str]) -> Hint:
    """The codes there are, the one that was probably meant first.

    >>> code("Annual", ["month", "year"])
    'did you mean `year`? one of month, year'
    """
    options = list(options)
    meant = _SYNONYMS.get(str(written).strip().casefold(), "")
    return one_of(options, meant if meant in options else written)


def money(written: str) -> Hint | None:
    """The amount as a document has it; a sign of several currencies is said to be one.

    >>> money("usd 216"), money("216") is None
    ('did you mean `216.00 USD`?', True)
    >>> money("$216")
    'did you mean `216.00 USD`? `$` may be another currency: write its code'
    """
    found = _MONEY.fullmatch(written.strip())
    if found is None or bool(found["before"]) == bool(found["after"]):
        return None
    sign = found["before"] or found["after"]
    try:
        currency = _SIGNS.get(sign, sign.upper())
        amount, places = Decimal(found["amount"].replace(",", "")), decimals(currency)
    except ValueError:
        return None
    if -int(amount.as_tuple().exponent) > places:
        return None
    near = f"{amount:.{places}f} {currency}"
    if sign in _SHARED:
        return Hint("currency_sign", near=near, sign=sign)
    return Hint("did_you_mean", near=near)


def days(written: str) -> list[date]:
    """The days that numbers in another order than ours may mean, the month in the middle first.

    >>> [str(day) for day in days("11/10/2026")], [str(day) for day in days("2026/11/10")]
    (['2026-10-11', '2026-11-10'], ['2026-11-10'])
    """
    found = _NUMBERS.fullmatch(written.strip())
    if found is None:
        return []
    first, middle, last = int(found[1]), int(found[3]), int(found[4])
    orders = [(last, middle, first), (last, first, middle)]
    if len(found[1]) == 4:
        orders = [(first, middle, last)]
    elif len(found[4]) != 4:
        return []
    made: dict[date, None] = {}
    for year, month, day in orders:
        try:
            made[date(year, month, day)] = None
        except ValueError:
            continue
    return list(made)


def not_a_day(error: type[E], written: object, **more: Any) -> E:
    """The error for what is no day as we write it: perhaps it is one in another order.

    >>> from subhub.errors import RequestError
    >>> not_a_day(RequestError, "25/12/2026").hint
    'did you mean `2026-12-25`?'
    """
    found = days(str(written))
    if len(found) > 1:
        first, second = found
        return error("ambiguous_day", value=written, first=first, second=second, **more)
    hint = Hint("did_you_mean", near=found[0]) if found else None
    return error("not_a_day", value=written, hint=hint, **more)


def platform_key(told: Mapping[str, Any]) -> Hint | None:
    """What to say where the platform stands under a key that is only written another way."""
    near = [key for key in told if key.strip().casefold() == "platform" != key]
    return Hint("write_key", key="platform", near=near[0]) if near else None
