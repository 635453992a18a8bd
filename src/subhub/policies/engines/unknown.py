"""The value of what is not known."""

from __future__ import annotations

from typing import Final


class Unknown:
    """The type of :data:`UNKNOWN`; using it as a yes or no is a mistake and raises."""

    def __repr__(self) -> str:
        return "UNKNOWN"

    def __bool__(self) -> bool:
        raise TypeError("UNKNOWN is neither true nor false")

    def __reduce__(self) -> str:
        return "UNKNOWN"


UNKNOWN: Final = Unknown()
