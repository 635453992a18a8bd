"""Every backend speaks the same verbs; every SQL dialect says in its own way what is its own."""

from __future__ import annotations

import ast
import inspect
import re
from datetime import date

import pytest
from sqlglot import exp

from subhub.policies.engines.columns import nodes
from subhub.policies.engines.columns.backend import VERBS
from subhub.policies.engines.columns.narwhals import NarwhalsColumns
from subhub.policies.engines.columns.polars import PolarsColumns
from subhub.policies.engines.sql.dialects import DIALECTS
from subhub.policies.engines.sql.emit import SqlColumns
from subhub.policies.language.kinds import Kind

DAY = date(2026, 11, 21)


@pytest.mark.parametrize("backend", [NarwhalsColumns, PolarsColumns, SqlColumns])
def test_a_backend_has_every_verb(backend: type) -> None:
    assert [verb for verb in VERBS.values() if not callable(getattr(backend, verb, None))] == []


def test_every_operation_of_a_node_has_a_verb() -> None:
    called = re.findall(r'self\._(?:node|settled|join)\(\s*"(\S+?)"', inspect.getsource(nodes))
    assert len(called) > 10
    assert set(called) - set(VERBS) == set()


@pytest.mark.parametrize("name", DIALECTS)
def test_a_dialect_writes_days(name: str) -> None:
    dialect = DIALECTS[name]
    said = dialect.plus_days(dialect.day(DAY), 3).sql(name)
    assert "2026-11-21" in said
    assert "3" in said
    assert dialect.null(Kind.DAY).sql(name).upper().count("NULL") == 1
    assert exp.column("day").sql(name) in dialect.listed_days([DAY]).sql(name)


def test_no_dialect_is_told_apart_by_its_name() -> None:
    from subhub.policies.engines.sql import calendar, dialects, emit

    for module in (calendar, dialects, emit):
        compared = [
            ast.unparse(node)
            for node in ast.walk(ast.parse(inspect.getsource(module)))
            if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Eq | ast.NotEq)
        ]
        assert [each for each in compared if "dialect" in each or "self.name" in each] == []
