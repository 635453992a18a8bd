"""How days, amounts and lists are written; Babel is loaded when the first one is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from subhub.model.money import Money

_DAYS = {"en": ("d MMM y", "EEE d MMM y"), "ja": ("y年M月d日", "y年M月d日(E)")}
#: number and ISO code, in every language: `$` and `円` name more than one currency
_MONEY = "#,##0.00 ¤¤"


def day(value: date, lang: str, weekday: bool) -> str:
    """``21 Nov 2026`` or ``2026年11月21日``, with the day of the week where asked."""
    from babel.dates import format_date

    return format_date(value, _DAYS[lang][weekday], locale=lang)


def money(value: Money, lang: str) -> str:
    """``1,234.50 USD``, with as many decimals as the currency has."""
    from babel.numbers import format_currency

    return format_currency(value.amount, value.currency, _MONEY, locale=lang)


def together(names: list[str], lang: str) -> str:
    """``a, b, and c`` or ``a、b、c``."""
    from babel.lists import format_list

    return format_list(names, locale=lang)


def sentences(said: list[str], lang: str) -> str:
    """Sentences one after another: with a space between, and in Japanese without."""
    return ("" if lang == "ja" else " ").join(said)
