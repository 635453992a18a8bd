"""Months: days moved by whole months, under a rule for the months that are too short.

``down`` takes the last day of such a month, ``up`` the first of the next, ``refuse`` none. What
lies outside the calendar (before the year 1, after the year 9999) is ``None``, as is what is
refused: no day is ever guessed.

>>> add_months(date(2027, 1, 31), 1, "down"), add_months(date(2027, 1, 31), 1, "up")
(datetime.date(2027, 2, 28), datetime.date(2027, 3, 1))
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import Literal

#: what becomes of a day that its month does not have
Rounding = Literal["down", "up", "refuse"]
#: the numbers of the first and of the last month there are
FIRST_MONTH, LAST_MONTH = 12, 12 * 9999 + 11


def month_number(day: date) -> int:
    """Months are numbered one after the other: ``12 * year + month - 1``."""
    return 12 * day.year + day.month - 1


def add_days(day: date, days: int) -> date | None:
    """So many days later; ``None`` outside the calendar."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return None


def add_months(day: date, months: int, rounding: Rounding) -> date | None:
    """So many months later, before where that is negative.

    >>> add_months(date(2027, 3, 31), -1, "refuse") is None
    True
    """
    number = month_number(day) + months
    if not FIRST_MONTH <= number <= LAST_MONTH:
        return None
    year, month = number // 12, number % 12 + 1
    last = monthrange(year, month)[1]
    if day.day <= last:
        return date(year, month, day.day)
    if rounding == "refuse":
        return None
    clamped = date(year, month, last)
    return clamped if rounding == "down" else clamped + timedelta(1)


def months_between(first: date, second: date, rounding: Rounding) -> int:
    """The most months that can be added to ``first`` without passing ``second``.

    >>> [months_between(date(2027, 1, 31), date(2027, 2, 28), rule) for rule in ("down", "up")]
    [1, 0]
    """
    months = month_number(second) - month_number(first)
    short = first.day > second.day and not (rounding == "down" and _ends_its_month(second))
    return months - short


def last_day(day: date, months: int) -> date:
    """The last day of the month, quarter or year (``months`` 1, 3 or 12) that a day lies in.

    >>> last_day(date(2026, 11, 21), 3)
    datetime.date(2026, 12, 31)
    """
    month = -(-day.month // months) * months
    return date(day.year, month, monthrange(day.year, month)[1])


def next_after(day: date, start: date, months: int, rounding: Rounding) -> date | None:
    """The first of ``start``, ``start`` + ``months``, ``start`` + 2 ``months``, … after ``day``.

    Each is counted from ``start``: what begins on the 31st is back on it after a short month.
    ``None`` where ``months`` is below one, or outside the calendar.

    >>> next_after(date(2027, 2, 28), date(2027, 1, 31), 1, "down")
    datetime.date(2027, 3, 31)
    """
    if months < 1:
        return None
    gone = month_number(day) - month_number(start)
    if gone < 0:
        return start
    whole, over = divmod(gone, months)
    reached = start.day <= day.day or (rounding == "down" and _ends_its_month(day))
    return add_months(start, (whole + (over > 0 or reached)) * months, rounding)


def next_after_in_days(day: date, start: date, days: int) -> date | None:
    """The first of ``start``, ``start`` + ``days``, ``start`` + 2 ``days``, … after ``day``.

    >>> next_after_in_days(date(2026, 11, 21), date(2026, 11, 7), 14)
    datetime.date(2026, 12, 5)
    """
    if days < 1:
        return None
    gone = (day - start).days
    return start if gone < 0 else add_days(start, (gone // days + 1) * days)


def _ends_its_month(day: date) -> bool:
    return day == last_day(day, 1)
