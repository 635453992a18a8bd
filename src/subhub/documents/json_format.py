"""JSON: the standard library's reader, with duplicates found and depth bounded."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from subhub.documents.places import Place
from subhub.documents.plain import whole
from subhub.documents.trouble import excerpt
from subhub.errors import DocumentError, Hint, Problem
from subhub.model.faults import dotted
from subhub.model.limits import LEVELS, PROBLEMS

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[\]{}]|[^\s\[\]{},:"]+', re.DOTALL)


def values(text: str, file: str) -> object:
    """What the text says; see :class:`subhub.documents.formats.Format`."""
    _bound_depth(text, file)
    twice = False

    def mapping(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        nonlocal twice
        data = dict(pairs)
        twice = twice or len(data) != len(pairs)
        return data

    try:
        data = json.loads(text, object_pairs_hook=mapping, parse_int=whole)
    except json.JSONDecodeError as error:
        raise DocumentError([_syntax(error, file)]) from None
    if twice:
        raise DocumentError(_Places(text).duplicates(file))
    return data


def lines(text: str) -> dict[Place, int]:
    """Where the keys and items stand; see :class:`subhub.documents.formats.Format`."""
    return _Places(text).lines


def _bound_depth(text: str, file: str) -> None:
    """Refuse deep nesting before the reader, which is recursive, gets to see it."""
    depth = 0
    for found in _TOKEN.finditer(text):
        depth += (found[0] in "[{") - (found[0] in "]}")
        if depth > LEVELS:
            line = text.count("\n", 0, found.start()) + 1
            raise DocumentError([Problem("too_deep", file=file, line=line, levels=LEVELS)])


def _syntax(error: json.JSONDecodeError, file: str) -> Problem:
    near = excerpt(error.doc[error.pos :].partition("\n")[0])
    reason = error.msg[0].lower() + error.msg[1:].removesuffix(" at").removesuffix(" starting")
    return Problem(
        "json_syntax" if near else "json_cut_short",
        value=near,
        hint=Hint("one_subscription" if error.msg == "Extra data" else "json_marks"),
        file=file,
        line=error.lineno,
        reason=reason,
        column=error.colno,
        near=near,
    )


class _Places:
    """Goes through a text that is known to be JSON and notes where things stand."""

    def __init__(self, text: str) -> None:
        self.lines: dict[Place, int] = {}
        self._twice: list[tuple[Place, int, int]] = []
        self._tokens = _numbered(text)
        self._value(next(self._tokens)[0], ())

    def duplicates(self, file: str) -> list[Problem]:
        """A problem for each key that its mapping has already."""
        return [
            Problem(
                "duplicate_key",
                field=dotted(path),
                value=excerpt(str(path[-1])),
                file=file,
                line=again,
                key=excerpt(str(path[-1])),
                first=first,
            )
            for path, first, again in self._twice[:PROBLEMS]
        ]

    def _value(self, written: str, path: Place) -> None:
        if written == "{":
            self._mapping(path)
        elif written == "[":
            self._list(path)

    def _mapping(self, path: Place) -> None:
        own: dict[str, int] = {}
        for written, line in self._items():
            key = json.loads(written)
            if key in own:
                self._twice.append(((*path, key), own[key], line))
            own.setdefault(key, line)
            self.lines.setdefault((*path, key), line)
            self._value(next(self._tokens)[0], (*path, key))

    def _list(self, path: Place) -> None:
        for index, (written, line) in enumerate(self._items()):
            self.lines.setdefault((*path, index), line)
            self._value(written, (*path, index))

    def _items(self) -> Iterator[tuple[str, int]]:
        """Up to the closing bracket; what an item holds is taken by the caller."""
        for written, line in self._tokens:
            if written in "]}":
                return
            yield written, line


def _numbered(text: str) -> Iterator[tuple[str, int]]:
    line, at = 1, 0
    for found in _TOKEN.finditer(text):
        line += text.count("\n", at, found.start())
        at = found.start()
        yield found[0], line
