"""A piece of a file: some of its rows as a frame, and those of them that cannot be read."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from subhub.errors import Sentence
from subhub.policies.language.expressions import Kind

if TYPE_CHECKING:
    import polars as pl

#: rows that are held at a time
PIECE = 262_144


@dataclass(frozen=True)
class ReadAs:
    """What is looked for in a file: the columns that are facts, and what else is to be known.

    ``prefix`` goes before the names of computed columns, which no key of a row may have.
    """

    kinds: Mapping[str, Kind]
    prefix: str = ""
    size: int = PIECE

    @property
    def other(self) -> str:
        """The column of JSON text in which the keys of JSON Lines stand that are no facts."""
        name = "other"
        while name in self.kinds:
            name += "_"
        return name


class Rejected(NamedTuple):
    """A row that could not be read. ``row`` counts the lines, or rows, of the file from 1.

    ``reason`` says what is wrong, about ``column`` where it is about one; the row before the
    header does not count.
    """

    file: str
    row: int
    column: str
    reason: Sentence


@dataclass
class Piece:
    """Some rows of one file; ``done`` is how far the file is read, from 0 to 1.

    ``keys`` are those of its rows that are no columns (JSON Lines).
    """

    frame: pl.DataFrame
    rejected: list[Rejected] = field(default_factory=list)
    done: float = 1.0
    keys: Collection[str] = ()


class Text(NamedTuple):
    """Rows that are text still: ``numbers`` says which of the file each is."""

    frame: pl.DataFrame
    numbers: Sequence[int]
    rejected: list[Rejected]
