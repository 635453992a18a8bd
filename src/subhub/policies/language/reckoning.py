"""Time in an expression: the nodes for numbers of days and months, ends of periods, recurrences."""

from __future__ import annotations

from typing import Literal

from subhub.errors import PolicyError
from subhub.model.months import Rounding
from subhub.policies.language.kinds import Kind
from subhub.policies.language.nodes import AddBusinessDays, AddDays, Const, Expr, Fact

_UNITS = {1: "month", 3: "quarter", 12: "year"}


class Partial(Expr):
    """A value that may not be known although all that it is made of is.

    A day outside the calendar, one that a month does not have and no rule makes up for.
    """

    __slots__ = ()


def may_be_no_day(expr: Expr) -> bool:
    """Whether it may not be known although its parts are: days after such a day too."""
    if isinstance(expr, AddDays):
        return any(isinstance(node, Partial) for node in expr.walk())
    return isinstance(expr, Partial)


class Times(Expr):
    """A number, so many times."""

    __slots__ = ("times",)
    marks = ("times", "kind")

    def __init__(self, kind: Kind, number: Expr, times: int) -> None:
        super().__init__(kind, number)
        self.times = times

    def __repr__(self) -> str:
        number = repr(self.args[0])
        unit = "days" if self.kind is Kind.DAYS else "months"
        return f"{number} {unit}" if self.times == 1 else f"{self.times} × {number} {unit}"


class AddBusinessDaysOf(AddBusinessDays):
    """A day, so many business days of a named calendar later."""

    __slots__ = ("calendar",)
    marks = ("days", "calendar")

    def __init__(self, day: Expr, days: int, calendar: str) -> None:
        super().__init__(day, days)
        self.calendar = calendar

    def __repr__(self) -> str:
        return f"{super().__repr__()} ({self.calendar})"


class PartOf(Expr):
    """The ``months`` or the ``days`` of a duration."""

    __slots__ = ("unit",)
    marks = ("unit",)

    def __init__(self, duration: Expr, unit: Literal["months", "days"]) -> None:
        super().__init__(Kind.MONTHS if unit == "months" else Kind.DAYS, duration)
        self.unit = unit

    def __repr__(self) -> str:
        return f"{self.args[0]!r} ({self.unit})"


class Months(Times):
    """A number of months; with a ``rounding`` it can be added to a day."""

    __slots__ = ("rounding",)
    marks = ("times", "rounding")

    def __init__(self, number: Expr, times: int, rounding: Rounding | None) -> None:
        super().__init__(Kind.MONTHS, number, times)
        self.rounding = rounding

    def __repr__(self) -> str:
        (number,) = self.args
        said = super().__repr__()
        if isinstance(number, Const):
            count = number.value * self.times
            said = f"{count} month{'' if abs(count) == 1 else 's'}"
        return f"{said} ({self.rounding})" if self.rounding else said


class PlusDays(Partial):
    """A day, so many calendar days later (``sign`` 1) or before (-1), the number a value too."""

    __slots__ = ("sign",)
    marks = ("sign",)

    def __init__(self, day: Expr, number: Expr, sign: int) -> None:
        super().__init__(Kind.DAY, day, number)
        self.sign = sign

    def __repr__(self) -> str:
        day, number = self.args
        unit = " days" if isinstance(number, Const | Fact) else ""
        return f"{day!r} {'+' if self.sign > 0 else '-'} {number!r}{unit}"


class PlusMonths(Partial):
    """A day, so many months later or before."""

    __slots__ = ("rounding", "sign")
    marks = ("sign", "rounding")

    def __init__(self, day: Expr, number: Expr, sign: int, rounding: Rounding) -> None:
        super().__init__(Kind.DAY, day, number)
        self.sign, self.rounding = sign, rounding

    def __repr__(self) -> str:
        rule = "" if isinstance(self.args[1], Months) else f" ({self.rounding})"
        return f"{self.args[0]!r} {'+' if self.sign > 0 else '-'} {self.args[1]!r}{rule}"


class MonthsBetween(Expr):
    """How many whole months lie from the first day to the second."""

    __slots__ = ("rounding",)
    marks = ("rounding",)

    def __init__(self, first: Expr, second: Expr, rounding: Rounding) -> None:
        super().__init__(Kind.MONTHS, first, second)
        self.rounding = rounding

    def __repr__(self) -> str:
        return f"months from {self.args[0]!r} to {self.args[1]!r} ({self.rounding})"


class LastDay(Expr):
    """The last day of the period of so many ``months`` that a day lies in."""

    __slots__ = ("months",)
    marks = ("months",)

    def __init__(self, day: Expr, months: int) -> None:
        super().__init__(Kind.DAY, day)
        self.months = months

    def __repr__(self) -> str:
        return f"end of the {_UNITS[self.months]} of {self.args[0]!r}"


class DayOfMonth(Expr):
    """Which day of its month a day is, from 1."""

    __slots__ = ()

    def __init__(self, day: Expr) -> None:
        super().__init__(Kind.COUNT, day)

    def __repr__(self) -> str:
        return f"day of the month of {self.args[0]!r}"


class NextAfter(Partial):
    """The first of ``start``, ``start`` + ``every``, … after a day; without rounding, in days."""

    __slots__ = ("rounding",)
    marks = ("rounding",)

    def __init__(self, day: Expr, start: Expr, every: Expr, rounding: Rounding | None) -> None:
        super().__init__(Kind.DAY, day, start, every)
        self.rounding = rounding

    def __repr__(self) -> str:
        day, start, every = self.args
        unit = " days" if isinstance(every, Const) else ""
        return f"first of {start!r} and every {every!r}{unit} on, after {day!r}"


def fixed(number: Expr) -> int | None:
    """The number, where it hangs on no fact."""
    if isinstance(number, Const):
        return int(number.value)
    if isinstance(number, Times) and isinstance(number.args[0], Const):
        return int(number.args[0].value) * number.times
    return None


def later(day: Expr, number: Expr, sign: int) -> Expr:
    """A day so many days or months later (``sign`` 1) or before (-1), by the number's kind."""
    moved_by = {Kind.MONTHS: _by_months, Kind.DURATION: _by_duration}.get(number.kind, _by_days)
    return moved_by(day, number, sign)


def _by_duration(day: Expr, duration: Expr, sign: int) -> Expr:
    """Months first, with one rounding, then days."""
    rounding = getattr(duration, "rounding", None)
    if rounding is None:
        words = f"{day!r} {'+' if sign > 0 else '-'} {duration!r}"
        raise PolicyError("no_rounding", expr=words)
    moved = PlusMonths(day, PartOf(duration, "months"), sign, rounding)
    return PlusDays(moved, PartOf(duration, "days"), sign)


def _by_days(day: Expr, number: Expr, sign: int) -> Expr:
    if isinstance(number, Const):
        return AddDays(day, sign * number.value)
    return PlusDays(day, number, sign)


def _by_months(day: Expr, number: Expr, sign: int) -> Expr:
    rounding = getattr(number, "rounding", None)
    if not isinstance(number, Months) or rounding is None:
        words = f"{day!r} {'+' if sign > 0 else '-'} {number!r}"
        raise PolicyError("no_rounding", expr=words)
    return PlusMonths(day, number, sign, rounding)
