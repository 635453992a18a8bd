"""YAML, of which only what the other two formats can say as well is read.

Values are made here, from the parser's events: the library's own constructors would turn
``on`` into true, ``19:00`` into 1140 and a date into an object, follow references that grow
without bound, and can be told by a tag to call Python.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, Final

import yaml

from subhub.documents.places import Place
from subhub.documents.plain import whole
from subhub.documents.trouble import excerpt
from subhub.errors import DocumentError, Hint, Problem
from subhub.model.faults import dotted
from subhub.model.limits import LEVELS, PROBLEMS

_WORDS: Final = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]*+)")
_FLOAT = re.compile(
    r"[-+]?(?=[0-9]*+[.eE])(?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)(?:[eE][-+]?[0-9]++)?"
)
_NOT_FINITE = re.compile(r"([-+]?)\.(inf|Inf|INF)|\.(nan|NaN|NAN)")


def values(text: str, file: str) -> object:
    """What the text says; see :class:`subhub.documents.formats.Format`."""
    builder = _Builder(text, file, lambda _path, _line: None)
    data = builder.document()
    if builder.problems:
        raise DocumentError(builder.problems)
    return data


def lines(text: str) -> dict[Place, int]:
    """Where the keys and items stand; see :class:`subhub.documents.formats.Format`."""
    table: dict[Place, int] = {}
    _Builder(text, "", table.__setitem__).document()
    return table


def scalar(written: str) -> str | int | float | bool | None:
    """What an unquoted text stands for: JSON's values, in YAML's spellings of them.

    Everything else is text, exactly as written: ``007``, ``1_000``, ``19:00``, ``on``, and
    dates, which are read where the time zone is known.
    """
    if written in _WORDS:
        return _WORDS[written]
    if _INTEGER.fullmatch(written):
        return whole(written)
    if _FLOAT.fullmatch(written):
        return float(written)
    if _NOT_FINITE.fullmatch(written):
        return float(written.replace(".", ""))
    return written


def _events(text: str) -> Iterator[Any]:
    loader = yaml.CSafeLoader if yaml.__with_libyaml__ else yaml.SafeLoader
    return iter(yaml.parse(text, Loader=loader))


class _Builder:
    """Builds one document; collects what it must refuse, so that all of it is told at once."""

    def __init__(self, text: str, file: str, note: Callable[[Place, int], None]) -> None:
        self.problems: list[Problem] = []
        self._text = text
        self._file = file
        self._note = note
        self._events = _events(text)
        self._anchors: set[str] = set()

    def document(self) -> Any:
        """The value of the one document in the text."""
        try:
            return self._document()
        except (yaml.YAMLError, ValueError, OverflowError) as error:  # the last two: `\U` escapes
            self.problems.append(_syntax(error, self._text, self._file))
            raise DocumentError(self.problems) from None

    def _document(self) -> Any:
        data, documents = None, 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._several(event)
            elif isinstance(event, yaml.NodeEvent):
                data = self._value(event, ())
        return data

    def _value(self, event: Any, path: Place) -> Any:
        self._refuse_reference(event, path)
        if isinstance(event, yaml.AliasEvent):
            return None
        if event.tag is not None:
            self._refuse_tag(event, path)
        if isinstance(event, yaml.ScalarEvent):
            return event.value if event.style or event.tag else scalar(event.value)
        if len(path) >= LEVELS:
            self._add("too_deep", event, path, levels=LEVELS)
            raise DocumentError(self.problems)
        return self._mapping(path) if _is_mapping(event) else self._list(path)

    def _mapping(self, path: Place) -> dict[str, Any]:
        data: dict[str, Any] = {}
        own: dict[str, int] = {}
        for event in self._items():
            key = self._key(event, path)
            inner = (*path, "?" if key is None else key)
            if key is not None:
                self._refuse_duplicate(event, inner, own.get(key))
                own.setdefault(key, _line(event))
                self._note(inner, _line(event))
            value = self._value(next(self._events), inner)
            if key is not None:
                data[key] = value
        return data

    def _list(self, path: Place) -> list[Any]:
        data: list[Any] = []
        for event in self._items():
            inner = (*path, len(data))
            self._note(inner, _line(event))
            data.append(self._value(event, inner))
        return data

    def _items(self) -> Iterator[Any]:
        """Up to the end of the collection; what an item holds is taken by the caller."""
        for event in self._events:
            if isinstance(event, yaml.CollectionEndEvent):
                return
            yield event

    def _key(self, event: Any, path: Place) -> str | None:
        """The key, or none where it is refused."""
        key = self._value(event, (*path, "?"))  # deeper, for a key may be a collection too
        if isinstance(event, yaml.AliasEvent):
            return None
        if not isinstance(event, yaml.ScalarEvent):
            self._add("key_not_plain", event, path)
            return None
        shown = excerpt(event.value)
        if not isinstance(key, str):
            self._add("key_not_text", event, path, shown)
            return None
        if key == "<<" and not event.style:
            self._add("merge_key", event, path, shown)
            return None
        return key

    def _refuse_reference(self, event: Any, path: Place) -> None:
        """Report each anchor once: references to references are how small files explode."""
        if event.anchor is None or event.anchor in self._anchors:
            return
        self._anchors.add(event.anchor)
        code, sign = ("alias", "*") if isinstance(event, yaml.AliasEvent) else ("anchor", "&")
        self._add(code, event, path, excerpt(sign + event.anchor))

    def _refuse_tag(self, event: Any, path: Place) -> None:
        shown = excerpt(event.tag.replace("tag:yaml.org,2002:", "!!", 1))  # as it was written
        self._add("tag", event, path, shown)

    def _refuse_duplicate(self, event: Any, path: Place, first: int | None) -> None:
        if first is not None:
            shown = excerpt(event.value)
            self._add("duplicate_key", event, path, shown, key=shown, first=first)

    def _several(self, event: Any) -> None:
        self._add("several_documents", event, ())
        raise DocumentError(self.problems)

    def _add(self, code: str, event: Any, path: Place, value: str = "", **values: Any) -> None:
        """Note a problem; enough of them end the reading."""
        field, line = dotted(path), _line(event)
        self.problems.append(
            Problem(code, field=field, value=value, file=self._file, line=line, **values)
        )
        if len(self.problems) >= PROBLEMS:
            raise DocumentError(self.problems)


def _is_mapping(event: Any) -> bool:
    return isinstance(event, yaml.MappingStartEvent)


def _line(event: Any) -> int:
    return int(event.start_mark.line) + 1


def _syntax(error: Exception, text: str, file: str) -> Problem:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    reason = getattr(error, "problem", None) or getattr(error, "reason", None) or str(error)
    rows = text.split("\n")
    line = min(mark.line + 1, len(rows)) if mark else None  # the mark may be past the end
    near = excerpt(rows[line - 1].strip()) if line else ""
    begun = _begun(error, line)
    code = {
        (False, True): "yaml_syntax",
        (False, False): "yaml_cut_short",
        (True, True): "yaml_not_closed",
        (True, False): "yaml_never_closed",
    }[begun is not None, bool(near)]
    return Problem(
        code, value=near, hint=_hint(reason), file=file, line=line,
        reason=excerpt(reason, width=120), near=near, begun=begun,
    )  # fmt: skip


def _begun(error: Exception, line: int | None) -> int | None:
    """Where the quote or bracket was opened whose end is missed: the mistake is often there."""
    mark, context = getattr(error, "context_mark", None), getattr(error, "context", None) or ""
    if mark is None or mark.line + 1 == line or not re.search("quoted|flow", context):
        return None
    return int(mark.line) + 1


def _hint(reason: str) -> Hint:
    """What is likely meant, by what the parser says."""
    if "\\t" in reason or "tab" in reason:
        return Hint("yaml_tab")
    if "mapping values" in reason:
        return Hint("yaml_colon")
    if "cannot start any token" in reason:
        return Hint("yaml_sign")
    return Hint("yaml_marks")
