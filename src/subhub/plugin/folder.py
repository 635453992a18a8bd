"""The catalogues of an adapter: a folder, and files in it, read through the boundary."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias, Union

from subhub.plugin.boundary import Boundary

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

#: a folder of catalogues: one of our own, or that of an adapter
Catalogues: TypeAlias = Union["Traversable", "Folder"]

#: letters of a catalogue; a longer file is none
LONGEST = 2_000_000


@dataclass(frozen=True, eq=False)
class Folder:
    """A folder or a file of an adapter, with as much of a ``Traversable`` as is needed."""

    boundary: Boundary
    own: Traversable

    def __truediv__(self, name: str) -> Folder:
        found = self.boundary.call(
            f"locale() / {name}", "Traversable", lambda given: given is not None,
            lambda: self.own / name,
        )  # fmt: skip
        return Folder(self.boundary, found)

    def __str__(self) -> str:
        return self.boundary.call(
            "locale()", "Traversable", lambda given: type(given) is str, lambda: str(self.own)
        )

    def is_file(self) -> bool:
        """Whether there is such a file."""
        return self.boundary.call(
            "locale()", "bool", lambda given: type(given) is bool, lambda: self.own.is_file()
        )

    def read_text(self, encoding: str = "utf-8") -> str:
        """What it says."""
        return self.boundary.call(
            f"{self}", f"str, {LONGEST} at most",
            lambda given: type(given) is str and len(given) <= LONGEST,
            lambda: self.own.read_text(encoding=encoding),
        )  # fmt: skip
