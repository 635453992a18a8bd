"""Column: says that a part of what is asked stands in a column."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Column:
    """The column ``name`` of a frame, or of a table in a warehouse, in place of a value.

    Plain text is always a value, whatever columns there are; on the command line a column is
    written ``{name}``.

    >>> Column("asked_on")
    Column(name='asked_on')
    """

    name: str
