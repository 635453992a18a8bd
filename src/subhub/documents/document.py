"""One document: its values, and where in the file each of them stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from subhub.documents import formats


class Lines:
    """Where the keys and items of one text stand.

    Lines are wanted only once something is wrong, so the text is gone through again on
    the first question instead of on every read.
    """

    __slots__ = ("_kind", "_table", "_text")

    def __init__(self, text: str, kind: formats.Kind) -> None:
        self._text = text
        self._kind = kind
        self._table: dict[formats.Place, int] | None = None

    def of(self, path: formats.Place) -> int | None:
        """The line of ``path`` or of its nearest ancestor that has one."""
        if self._table is None:
            self._table = formats.of(self._kind).lines(self._text)
        for end in range(len(path), 0, -1):
            if (line := self._table.get(path[:end])) is not None:
                return line
        return None


@dataclass(frozen=True, slots=True)
class Document:
    """What one file says: plain values, and where each stands.

    ``file`` is the name as shown to the user. ``data`` holds nothing but text, ``int``,
    ``float``, ``bool``, ``None``, lists and mappings with text as keys.
    """

    data: dict[str, Any]
    file: str
    lines: Lines | None = field(default=None, repr=False, compare=False)

    def line(self, path: formats.Place) -> int | None:
        """The line (from 1) of the key or item at ``path``.

        Where that is not known, as for a key that is missing, the line of the nearest
        ancestor; ``None`` where there is none, and for the document as a whole.
        """
        return self.lines.of(path) if self.lines else None
