"""No lazy state but the one kind that threads can share: looked up in the syntax trees.

What is worked out when it is first needed goes through ``subhub.once``; ``lru_cache`` stays for
pure functions of which there are many results, and keeps itself in order.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import subhub

SOURCE = Path(subhub.__file__).parent
MODULES = {
    str(path.relative_to(SOURCE)): ast.parse(path.read_text(encoding="utf-8"))
    for path in SOURCE.rglob("*.py")
    if "testing" not in path.relative_to(SOURCE).parts  # checks of one adapter, in one thread
}
#: the settings of one run of the command, made before anything else starts
OF_A_RUN = {"cli/language.py", "cli/failures.py"}
#: a name is imported when it is first used: Python's own import sees to it that it is once
LAZY_DOORS = {"policies/__init__.py", "plugin/__init__.py"}
#: one immutable value, equal whoever works it out, bound once: threads may pass each other here
EQUAL = {
    "policies/language/nodes.py": ["self._currencies", "self._key"],
    "documents/places.py": ["self._table"],
}
#: what is made for one question, one plan or one file, and used by the thread that made it
OF_ONE_USE = {
    "frames/writing.py", "policies/engines/columns/lower.py", "policies/engines/columns/polars.py",
    "policies/analysis/settling/lowering.py", "policies/analysis/settling/residue.py",
    "policies/language/meaning.py", "policies/language/checks.py",
    "policies/analysis/verify/formula.py",
}  # fmt: skip
CHANGING = {"append", "add", "update", "setdefault", "extend", "pop", "insert", "clear"}
FUNCTIONS = ast.FunctionDef | ast.AsyncFunctionDef


def borrowed(tree: ast.Module) -> Iterator[str]:
    """Caches of ``functools`` that work a thing out in every thread and keep the last."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == "functools":
            names = {alias.name for alias in node.names}
            yield from names & {"cache", "cached_property"}


def globals_set(tree: ast.Module) -> Iterator[str]:
    """Names of a module that a function binds."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Global):
            yield from node.names
        elif isinstance(node, ast.Call) and getattr(node.func, "id", "") == "globals":
            yield "globals()"


def shared(tree: ast.Module) -> Iterator[str]:
    """Collections of a module that a function changes, and under no lock."""
    made = {
        target.id
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    for function in ast.walk(tree):
        if isinstance(function, FUNCTIONS):
            yield from made & set(_changed(function))


def filled_in_later(tree: ast.Module) -> Iterator[str]:
    """``if self.it is None: self.it = …`` and ``if key not in self.it: …``, under no lock."""
    for node in _unlocked(tree):
        if isinstance(node, ast.If) and (about := _asked_about(node.test)):
            yield from about & {
                ast.unparse(target.value if isinstance(target, ast.Subscript) else target)
                for inner in node.body
                for assign in ast.walk(inner)
                if isinstance(assign, ast.Assign)
                for target in assign.targets
            }


def _asked_about(test: ast.expr) -> set[str]:
    """The attributes of ``self`` that a condition finds missing."""
    return {
        ast.unparse(side)
        for node in ast.walk(test)
        if isinstance(node, ast.Compare) and isinstance(node.ops[0], ast.Is | ast.NotIn)
        for side in (node.left, *node.comparators)
        if isinstance(side, ast.Attribute) and getattr(side.value, "id", "") == "self"
    }


def _changed(function: ast.AST) -> Iterator[str]:
    local = {each.arg for each in ast.walk(function) if isinstance(each, ast.arg)} | {
        each.id
        for each in ast.walk(function)
        if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Store)
    }
    for node in _unlocked(function):
        stored = isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store | ast.Del)
        if stored or (isinstance(node, ast.Attribute) and node.attr in CHANGING):
            owner = node.value  # type: ignore[attr-defined]
            if isinstance(owner, ast.Name) and owner.id not in local:
                yield owner.id


def _unlocked(tree: ast.AST) -> Iterator[ast.AST]:
    """Every node that stands inside no ``with …lock:``."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.With) and any(
            "lock" in ast.unparse(item.context_expr) or "counting" in ast.unparse(item.context_expr)
            for item in node.items
        ):
            continue
        yield node
        yield from _unlocked(node)


def found(look: object) -> dict[str, list[str]]:
    return {path: sorted(each) for path, tree in MODULES.items() if (each := set(look(tree)))}  # type: ignore[operator]


def test_what_is_kept_is_kept_in_one_way() -> None:
    assert len(MODULES) > 200
    assert found(borrowed) == {}


def test_no_function_binds_a_name_of_its_module() -> None:
    assert found(globals_set).keys() == OF_A_RUN | LAZY_DOORS


def test_no_function_fills_a_collection_of_its_module() -> None:
    assert found(shared).keys() <= OF_A_RUN


def test_nothing_is_filled_in_later_without_a_lock() -> None:
    left = found(filled_in_later)
    assert {path: left.pop(path) for path in EQUAL} == EQUAL
    assert left.keys() == OF_ONE_USE


@pytest.mark.parametrize("look, source", [
    (borrowed, "from functools import cached_property"),
    (globals_set, "def f():\n    global x\n    x = 1"),
    (shared, "KNOWN = {}\ndef f(key):\n    KNOWN[key] = 1"),
    (shared, "KNOWN: dict = {}\ndef f(key):\n    return KNOWN.setdefault(key, 1)"),
    (filled_in_later, "def f(self):\n    if self.it is None:\n        self.it = make()"),
    (filled_in_later, "def f(self):\n    if key not in self.it:\n        self.it[key] = 1"),
])  # fmt: skip
def test_lazy_state_is_seen(look: object, source: str) -> None:
    assert list(look(ast.parse(source)))  # type: ignore[operator]


def test_what_stands_under_a_lock_may_change() -> None:
    source = "KNOWN = {}\ndef f(key):\n    with _lock:\n        KNOWN[key] = 1"
    assert list(shared(ast.parse(source))) == []
