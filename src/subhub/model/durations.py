"""Duration: so many months and so many days, as contracts say how long something lasts.

>>> Duration.parse("1 year 6 months"), Duration.parse("P14D")
(Duration('18 months'), Duration('14 days'))
>>> Duration.parse("24")
Traceback (most recent call last):
...
subhub.errors.InvalidValue: `24` is not a duration...
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from subhub.errors import InvalidValue

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler
    from pydantic_core import CoreSchema

#: how many months, and how many days, there are in a unit
_UNITS = {"year": (12, 0), "month": (1, 0), "week": (0, 7), "day": (0, 1)}
_ISO = re.compile(r"P(?=\d)(?:(\d{1,5})Y)?(?:(\d{1,5})M)?(?:(\d{1,5})W)?(?:(\d{1,5})D)?", re.ASCII)
_PART = r"(?:\d{1,5} (?:year|month|week|day)s?)"
_WORDS = re.compile(rf"{_PART}(?:,? (?:and )?{_PART})*", re.ASCII)


class Duration:
    """Months and days; immutable, hashable, and without an order: no month is so many days.

    Where it is added to a day, the months come first, with one rounding, then the days.
    """

    __slots__ = ("days", "months")
    months: int
    days: int

    def __init__(self, months: int = 0, days: int = 0) -> None:
        object.__setattr__(self, "months", months)
        object.__setattr__(self, "days", days)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError("Duration is immutable")

    @classmethod
    def parse(cls, value: object) -> Duration:
        """Read what a document says: ``24 months``, ``1 year 6 months``, ``14 days``, ``P24M``.

        Raises :class:`InvalidValue` for anything else: a number without its unit, hours, what
        lies below zero.
        """
        if isinstance(value, Duration):
            return value
        parts = list(_parts(value.strip())) if isinstance(value, str) else []
        units = [unit for unit, _ in parts]
        if not parts or len(set(units)) < len(units):
            raise InvalidValue("not_a_duration", value=str(value))
        months = sum(_UNITS[unit][0] * count for unit, count in parts)
        return cls(months, sum(_UNITS[unit][1] * count for unit, count in parts))

    def __str__(self) -> str:
        """The form a document uses: ``18 months``, ``1 month 14 days``, ``0 days``."""
        said = [(self.months, "month"), (self.days, "day")]
        told = [f"{count} {unit}{'' if count == 1 else 's'}" for count, unit in said if count]
        return " ".join(told) or "0 days"

    def __repr__(self) -> str:
        return f"Duration('{self}')"

    def __reduce__(self) -> tuple[Any, ...]:
        return Duration, (self.months, self.days)

    def __hash__(self) -> int:
        return hash((self.months, self.days))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Duration):
            return NotImplemented
        return self.months == other.months and self.days == other.days

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        from pydantic_core import core_schema as cs

        return cs.no_info_plain_validator_function(
            cls.parse, serialization=cs.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: Any, handler: Any) -> dict[str, Any]:
        return {
            "description": "Months and days, each with its unit; or an ISO 8601 duration of them.",
            "type": "string",
            "pattern": f"^(?:{_WORDS.pattern}|{_ISO.pattern})$",
            "examples": ["24 months", "14 days", "1 year 6 months", "P24M"],
        }


def _parts(text: str) -> list[tuple[str, int]]:
    iso = _ISO.fullmatch(text)
    if iso is not None:
        found = zip(_UNITS, iso.groups(), strict=True)
        return [(unit, int(count)) for unit, count in found if count is not None]
    if _WORDS.fullmatch(text) is None:
        return []
    return [(unit, int(count)) for count, unit in re.findall(r"(\d+) (year|month|week|day)", text)]
