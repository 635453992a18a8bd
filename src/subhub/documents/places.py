"""Where the values of a document stand in its text."""

from __future__ import annotations

from collections.abc import Callable

#: the keys and indexes that lead to a value
Place = tuple[str | int, ...]


class Lines:
    """Where the keys and items of one text stand.

    Lines are wanted only once something is wrong, so the text is gone through again on
    the first question instead of on every read. ``find`` is the format's own way to do so.
    """

    __slots__ = ("_find", "_table", "_text")

    def __init__(self, text: str, find: Callable[[str], dict[Place, int]]) -> None:
        self._text = text
        self._find = find
        self._table: dict[Place, int] | None = None

    def of(self, path: Place) -> int | None:
        """The line of ``path`` or of its nearest ancestor that has one."""
        if self._table is None:
            self._table = self._find(self._text)
        for end in range(len(path), 0, -1):
            if (line := self._table.get(path[:end])) is not None:
                return line
        return None
