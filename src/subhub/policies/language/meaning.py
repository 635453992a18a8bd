"""What a policy means, in one written form: two that say the same are written alike.

Rows, conditions and outputs are in it, each with the ids of the rules it cites; the pages
themselves, and the day on which they were last read, are not.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from hashlib import sha256
from typing import Any

from subhub.policies.language.expressions import Const, Expr, Fact
from subhub.policies.language.sources import Citation
from subhub.policies.language.tables import Decided, Pick, Table


def digest(platform: str, intents: Iterable[Any]) -> str:
    """The SHA-256, in 64 hex digits, of what the intents mean."""
    return sha256(write(platform, intents).encode()).hexdigest()


def write(platform: str, intents: Iterable[Any]) -> str:
    """The meaning as JSON without a choice: no spaces, mappings in the order of their keys."""
    writer = _Meaning()
    meant = [platform, [writer.of(intent) for intent in intents], writer.tables, writer.nodes]
    return json.dumps(meant, ensure_ascii=False, separators=(",", ":"), sort_keys=True)


#: what was added to the language later: where there is none the digest stays
_NEW = frozenset({"settles"})


class _Meaning:
    """Each table and each expression is written once; where it is used its number stands."""

    def __init__(self) -> None:
        self.tables: list[Any] = []
        self.nodes: list[tuple[Any, ...]] = []
        self._tables: dict[Table, int] = {}
        self._nodes: dict[tuple[Any, ...], int] = {}
        self._met: dict[int, int] = {}  # by id: the policy keeps its expressions alive

    def of(self, value: Any) -> Any:
        """Any part of a policy as lists, mappings and plain values."""
        match value:
            case Expr():
                return self._expression(value)
            case Table():
                return self._table(value)
            case Citation():
                return value.id
            case Enum():
                return value.name
            case date():
                return value.isoformat()
            case Decimal():
                return format(value.normalize(), "f")
            case Mapping():
                return {name: self.of(each) for name, each in value.items()}
            case tuple() | list():
                return [self.of(each) for each in value]
        if is_dataclass(value):
            parts = {each.name: getattr(value, each.name) for each in fields(value)}
            return {name: self.of(part) for name, part in parts.items() if name not in _NEW or part}
        return value

    def _expression(self, expr: Expr) -> int:
        if id(expr) not in self._met:
            node = type(expr).__name__, *self._parts(expr)
            if node not in self._nodes:
                self._nodes[node] = len(self.nodes)
                self.nodes.append(node)
            self._met[id(expr)] = self._nodes[node]
        return self._met[id(expr)]

    def _parts(self, expr: Expr) -> Iterable[Any]:
        match expr:
            case Fact():
                marks = expr.given, expr.lapses, expr.past, expr.signed
                return expr.name, expr.kind.name, expr.domain, *marks
            case Const():
                return expr.kind.name, str(self.of(expr.value))
            case Pick():
                return self._table(expr.table), expr.output
            case Decided():
                return self._table(expr.table), *sorted(expr.codes)
        marked = (getattr(expr, mark) for mark in expr.marks)
        return *marked, *map(self._expression, expr.args)

    def _table(self, table: Table) -> int:
        if table not in self._tables:
            self._tables[table] = len(self.tables)
            self.tables.append(None)
            self.tables[self._tables[table]] = [table.name, self.of(table.rows)]
        return self._tables[table]
