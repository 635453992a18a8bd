"""Days that follow from one other day and never go back as that goes forward.

So many business days or months later, the end of a month: ``step(x) <= day`` is ``x <=`` the last
day for which it is so, found by halving.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import NamedTuple

from subhub.errors import RequestError
from subhub.model.calendar import FEDERAL, FIRST_DAY, LAST_DAY, add_business_days
from subhub.model.limits import EARLIEST, LATEST
from subhub.model.months import add_months, last_day
from subhub.policies.language import expressions as ex
from subhub.policies.language import reckoning as rk

#: the days that a document can tell; there is room for the periods that are added to them
FIRST, LAST = EARLIEST.toordinal(), LATEST.toordinal()
#: the days that business days can be counted from, however many
COUNTED = FIRST_DAY.toordinal(), LAST_DAY.toordinal() - 90
#: periods up to which that room is enough: in months, and in days before they are counted
_MOST_MONTHS, _MOST_DAYS = 960, 20_000


class Stride(NamedTuple):
    """``number`` business days or months later, or the end of a period of so many months."""

    kind: str
    number: int
    calendar: str = FEDERAL

    @property
    def ends(self) -> tuple[int, int]:
        """The days it can be taken from."""
        return COUNTED if self.kind == "business" else (FIRST - _MOST_DAYS, LAST + _MOST_DAYS)


def step_of(expr: ex.Expr) -> Stride | None:
    """The step from the first part of an expression to it, if it is one."""
    if isinstance(expr, ex.AddBusinessDays):
        return Stride("business", expr.days, expr.calendar)
    if type(expr) is rk.LastDay:
        return Stride("end", expr.months)
    if type(expr) is rk.PlusMonths and expr.rounding != "refuse":
        months = rk.fixed(expr.args[1])
        if months is not None and abs(months) <= _MOST_MONTHS:
            return Stride(expr.rounding, expr.sign * months)
    return None


def is_near(days: int) -> bool:
    """Whether so many days more still leave room."""
    return abs(days) <= _MOST_DAYS


def stepped(day: int, step: Stride) -> int | None:
    """The day a step leads to; None beyond the calendar or the known holidays."""
    try:
        start = date.fromordinal(day)
        if step.kind == "business":
            return add_business_days(start, step.number, step.calendar).toordinal()
        if step.kind == "end":
            return last_day(start, step.number).toordinal()
        found = add_months(start, step.number, "down" if step.kind == "down" else "up")
        return None if found is None else found.toordinal()
    except (RequestError, ValueError, OverflowError):
        return None


@lru_cache(maxsize=4096)
def last_day_within(step: Stride, most: int) -> int:
    """The last day from which the step leads to a day not later than ``most``."""
    low, high = step.ends
    low -= 1
    while low < high:
        middle = (low + high + 1) // 2
        after = stepped(middle, step)
        if after is not None and after <= most:
            low = middle
        else:
            high = middle - 1
    return low
