"""TOML: the standard library's reader, its dates as text, its depth bounded."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date, time
from typing import Any, NamedTuple

from subhub.documents.places import Place
from subhub.documents.trouble import excerpt
from subhub.errors import DocumentError, Hint, Problem
from subhub.model.faults import dotted
from subhub.model.limits import LEVELS, PROBLEMS

_TOKEN = re.compile(
    r'''
    """ (?: [^"\\] | \\. | "{1,2}(?!") )*+ "{0,5}
    | \'\'\' (?: [^'] | '{1,2}(?!') )*+ '{0,5}
    | " (?: [^"\\\n] | \\. )*+ "?
    | ' [^'\n]*+ '?
    | \# [^\n]*+
    | [\[\]{}=,.\n]
    ''',
    re.VERBOSE | re.DOTALL,
)
_PART = r"""(?:[\w-]+|"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')"""
_HEAD = re.compile(rf"\s*(\[\[|\[|)\s*({_PART}(?:\s*\.\s*{_PART})*+)\s*[\]=]")
_PLACED = re.compile(r"(?P<reason>.*) \(at (?:line (?P<line>\d+), .*|end of document)\)")


def values(text: str, file: str) -> object:
    """What the text says; see :class:`subhub.documents.formats.Format`."""
    _bound_depth(text, file)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DocumentError(_problems(str(error), text, file)) from None
    except RecursionError:  # not known to happen within the bound
        raise DocumentError([_too_deep(file, None)]) from None
    except ValueError:  # Python's own bound on the digits it converts
        raise DocumentError([_too_many_digits(file)]) from None
    return _plain(data, LEVELS) or None  # no key at all is how an empty TOML file reads


def lines(text: str) -> dict[Place, int]:
    """Where the keys stand; see :class:`subhub.documents.formats.Format`.

    What is written within one value has the line on which the value's key stands.
    """
    table: dict[Place, int] = {}
    for head in _heads(text):
        for end in range(1, len(head.place) + 1):
            table.setdefault(head.place[:end], head.line)
    return table


def _bound_depth(text: str, file: str) -> None:
    """Refuse deep nesting and long dotted keys before the reader gets to see them.

    It is recursive, and the time it takes for a dotted key grows with the square of its
    length.
    """
    depth = dots = 0
    for found in _TOKEN.finditer(text):
        sign = found[0]
        depth += (sign in "[{") - (sign in "]}")
        dots = 0 if sign in "[]{}=,\n" else dots + (sign == ".")
        if depth > LEVELS or dots >= LEVELS:
            raise DocumentError([_too_deep(file, text.count("\n", 0, found.start()) + 1)])


def _too_deep(file: str, line: int | None) -> Problem:
    return Problem("too_deep", file=file, line=line, levels=LEVELS)


def _too_many_digits(file: str) -> Problem:
    return Problem("too_many_digits", file=file)


def _plain(value: Any, room: int) -> Any:
    """Dates as the text they were written as; below ``room`` levels nothing is read anyway."""
    if isinstance(value, date | time):  # a datetime is a date
        return value.isoformat()
    if isinstance(value, dict) and room:
        return {key: _plain(item, room - 1) for key, item in value.items()}
    if isinstance(value, list) and room:
        return [_plain(item, room - 1) for item in value]
    return value


def _problems(error: str, text: str, file: str) -> list[Problem]:
    found = _PLACED.fullmatch(error)
    reason = found["reason"] if found else error
    if re.search("overwrite|twice|[Dd]uplicate", reason) and (twice := _duplicates(text, file)):
        return twice
    line = int(found["line"]) if found and found["line"] else text.count("\n") + 1
    near = excerpt(text.split("\n")[line - 1].strip())
    reason = excerpt(reason[:1].lower() + reason[1:], width=120)
    code = "toml_syntax" if near else "toml_cut_short"
    hint = Hint("toml_marks")
    return [Problem(code, value=near, hint=hint, file=file, line=line, reason=reason, near=near)]


def _duplicates(text: str, file: str) -> list[Problem]:
    seen: dict[Place, int] = {}
    problems = []
    for head in _heads(text):
        if (first := seen.setdefault(head.place, head.line)) != head.line:
            name = excerpt(str(head.place[-1]))
            field = dotted(head.place)
            problems.append(
                Problem(
                    "duplicate_key", field=field, value=name, file=file, line=head.line,
                    key=name, first=first,
                )
            )  # fmt: skip
    return problems[:PROBLEMS]


class _Head(NamedTuple):
    """The start of a statement: what it sets, and where."""

    place: Place
    line: int


def _heads(text: str) -> Iterator[_Head]:
    """Every ``[table]``, ``[[item]]`` and ``key =`` in the text."""
    last: dict[Place, int] = {}  # the index of the newest item of each list of tables
    table: Place = ()
    for line, statement in _statements(text):
        if not (found := _HEAD.match(statement)):
            continue
        opening, keys = found.groups()
        if not opening:
            yield _Head(table + _parts(keys), line)
            continue
        parts = _parts(keys)
        if opening == "[[":
            items = _placed(parts[:-1], last) + parts[-1:]
            last[items] = last.get(items, -1) + 1
        table = _placed(parts, last)
        yield _Head(table, line)


def _placed(parts: Place, last: dict[Place, int]) -> Place:
    """The path that ``parts`` lead to: through a list of tables they mean its newest item."""
    place: Place = ()
    for part in parts:
        place = (*place, part)
        if place in last:
            place = (*place, last[place])
    return place


def _parts(keys: str) -> Place:
    if '"' not in keys and "'" not in keys:
        return tuple(part.strip() for part in keys.split("."))
    parts: Place = ()
    inner: Any = tomllib.loads(f"{keys} = 0")
    while isinstance(inner, dict):
        key, inner = next(iter(inner.items()))
        parts = (*parts, key)
    return parts


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """The statements with the line each begins on; a value may run over several."""
    depth, start, line = 0, 0, 1
    for found in _TOKEN.finditer(text):
        sign = found[0]
        depth += (sign in "[{") - (sign in "]}")
        if sign == "\n" and depth <= 0:
            yield line, text[start : found.start()]
            line += text.count("\n", start, found.end())
            start, depth = found.end(), 0
    yield line, text[start:]
