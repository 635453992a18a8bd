"""One document: its values, and where in the file each of them stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from subhub.documents.places import Lines, Place


@dataclass(frozen=True, slots=True)
class Document:
    """What one file says: plain values, and where each stands.

    ``file`` is the name as shown to the user. ``data`` holds nothing but text, ``int``,
    ``float``, ``bool``, ``None``, lists and mappings with text as keys.
    """

    data: dict[str, Any]
    file: str
    lines: Lines | None = field(default=None, repr=False, compare=False)

    def line(self, path: Place) -> int | None:
        """The line (from 1) of the key or item at ``path``.

        Where that is not known, as for a key that is missing, the line of the nearest
        ancestor; ``None`` where there is none, and for the document as a whole.
        """
        return self.lines.of(path) if self.lines else None
