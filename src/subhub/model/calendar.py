"""Days: business days, and the one door through which a clock comes in.

A business day is Monday to Friday and no holiday of a calendar: by default no United States
federal holiday as observed.

>>> add_business_days(date(2026, 12, 24), 2)  # over Christmas and a weekend
datetime.date(2026, 12, 29)
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from subhub.errors import Hint, MissingExtra, RequestError, one_of
from subhub.inert import spelled
from subhub.model.limits import EARLIEST, LATEST
from subhub.once import once

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

#: the days for which the holidays are known; nothing is extrapolated beyond them
FIRST_DAY = date(2000, 1, 1)
LAST_DAY = date(2100, 12, 31)

#: the calendar that is shipped: federal holidays of the United States
FEDERAL = "US"
_T = TypeVar("_T")
_RELATIVE = re.compile(r"today|tomorrow|\+(\d{1,5})d", re.ASCII)

# Weekdays (Monday to Friday) are numbered from 0 at this Monday on, so that the n-th business
# day is found by two searches among the holidays instead of a walk from day to day.
_MONDAY = date(1999, 12, 27).toordinal()


@lru_cache(maxsize=65536)
def add_business_days(day: date, n: int, calendar: str = FEDERAL) -> date:
    """The ``n``-th business day after ``day``; counting starts the day after.

    ``n`` is at least 1. :class:`RequestError` where it would take the holidays of a year
    before :data:`FIRST_DAY` or after :data:`LAST_DAY` to tell.
    """
    if n < 1:
        raise ValueError(f"n counts from 1, not {n}")
    holidays, ranks = _holidays(calendar)
    week, weekday = divmod(_covered(day).toordinal() - _MONDAY, 7)
    weekdays = week * 5 + min(weekday + 1, 5)  # up to and including `day`
    rank = weekdays - bisect_left(holidays, weekdays) + n - 1
    week, weekday = divmod(rank + bisect_right(ranks, rank), 5)
    ordinal = _MONDAY + week * 7 + weekday
    if ordinal > LAST_DAY.toordinal():
        raise RequestError("holidays_end", n=n, day=day, since=FIRST_DAY, until=LAST_DAY)
    return date.fromordinal(ordinal)


def is_business_day(day: date, calendar: str = FEDERAL) -> bool:
    """Whether ``day`` is one; :class:`RequestError` outside the covered years."""
    week, weekday = divmod(_covered(day).toordinal() - _MONDAY, 7)
    holidays, _ = _holidays(calendar)
    number = week * 5 + weekday
    return weekday < 5 and bisect_left(holidays, number) == bisect_right(holidays, number)


def today(timezone: str, now: datetime | None = None) -> date:
    """The calendar day that it is in ``timezone``, at ``now`` or by the machine's clock."""
    zone = _zone(timezone)
    return datetime.now(zone).date() if now is None else _day(now, zone)


def as_day(value: object, name: str) -> date:
    """A day asked about, given as a date or as ISO text. Raises :class:`RequestError`."""
    try:
        day = value if type(value) is date else date.fromisoformat(spelled(value))
    except ValueError:
        from subhub.model.suggest import not_a_day

        raise not_a_day(RequestError, spelled(value), field=name) from None
    if not EARLIEST <= day <= LATEST:
        raise RequestError("outside_days", field=name, value=day, first=EARLIEST, last=LATEST)
    return day


def counted_from_today(day: _T, zone: str) -> _T | date:
    """`today`, `tomorrow` and `+7d` as the days they are in ``zone``; anything else as it is.

    >>> counted_from_today("2026-11-21", "UTC")
    '2026-11-21'
    >>> counted_from_today("+1d", "UTC") == counted_from_today("tomorrow", "UTC")
    True
    """
    if not isinstance(day, str):
        return day
    told = _RELATIVE.fullmatch(day.strip().lower())
    if told is None:
        return day
    later = 1 if told[0] == "tomorrow" else int(told[1] or 0)
    return today(zone) + timedelta(later)


def to_day(moment: datetime, timezone: str) -> date:
    """The calendar day of a moment in ``timezone``; the moment must know its own offset."""
    return _day(moment, _zone(timezone))


def _day(moment: datetime, zone: ZoneInfo) -> date:
    if moment.utcoffset() is None:
        raise RequestError("moment_without_offset", moment=moment.isoformat())
    try:
        return moment.astimezone(zone).date()
    except OverflowError:
        raise RequestError("outside_calendar", moment=moment.isoformat(), zone=zone.key) from None


def _zone(name: str) -> ZoneInfo:
    from zoneinfo import ZoneInfo, available_timezones

    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # unknown, malformed, a folder such as `America`
        from difflib import get_close_matches

        known = {zone.casefold(): zone for zone in available_timezones()}
        near = [known[zone] for zone in get_close_matches(name.casefold(), known)]
        hint = Hint("did_you_mean", near="` / `".join(near)) if near else None
        raise RequestError("unknown_timezone", value=name, hint=hint) from None


def _covered(day: date) -> date:
    if FIRST_DAY <= day <= LAST_DAY:
        return day
    raise RequestError("outside_holidays", day=day, since=FIRST_DAY, until=LAST_DAY)


@once
def _holidays(calendar: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The numbers of the weekdays that are holidays, and how many business days precede each."""
    numbers = []
    for day in _federal() if calendar == FEDERAL else _of_library(calendar):
        week, weekday = divmod(day.toordinal() - _MONDAY, 7)
        numbers.append(week * 5 + weekday)
    return tuple(numbers), tuple(number - index for index, number in enumerate(numbers))


def _federal() -> Iterator[date]:
    from subhub.model._federal_holidays import TABLE

    for line in TABLE.split("\n")[1:-1]:
        year, *days = line.split(" ")
        yield from (date.fromisoformat(year + day) for day in days)


def _of_library(calendar: str) -> list[date]:
    """The weekdays that are public holidays of a country or a part of one."""
    found = _found(calendar)
    country, _, part = found.partition("-")
    days = _library().country_holidays(
        country, subdiv=part or None, years=range(FIRST_DAY.year, LAST_DAY.year + 1)
    )
    return sorted(day for day in days if day.weekday() < 5 and FIRST_DAY <= day <= LAST_DAY)


def check_calendar(calendar: str) -> None:
    """Raise :class:`RequestError` where there is no such calendar of business days.

    A name is a country's code, and a part of it after a hyphen: ``US``, ``DE-BY``. All but ``US``
    need the extra ``holidays`` (:class:`MissingExtra`).
    """
    if calendar != FEDERAL:
        _found(calendar)


def _found(calendar: str) -> str:
    library = _library()
    parts = library.list_supported_countries()
    country, hyphen, part = calendar.partition("-")
    if country not in parts:
        raise RequestError("no_such_calendar", value=calendar, hint=one_of(parts, country))
    if hyphen and part not in parts[country]:
        listed = [f"{country}-{each}" for each in parts[country]]
        raise RequestError("no_such_calendar", value=calendar, hint=one_of(listed, calendar))
    if library.country_holidays(country).weekend != {5, 6}:
        raise RequestError("other_weekend", value=calendar)
    return calendar


def _library() -> Any:
    try:
        return import_module("holidays")
    except ImportError:
        raise MissingExtra("holidays_need_extra", "holidays") from None
