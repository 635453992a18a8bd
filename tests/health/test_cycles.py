"""Nothing imports in a circle, inside a room either, and late imports count too."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "src"
PACKAGES = sorted(path.parent for path in (SOURCE / "subhub").rglob("__init__.py"))


def modules(root: Path = SOURCE) -> dict[str, str]:
    """The source of every module by its dotted name."""
    found = {}
    for path in sorted(root.rglob("*.py")):
        parts = path.relative_to(root).with_suffix("").parts
        found[".".join(parts).removesuffix(".__init__")] = path.read_text(encoding="utf-8")
    return found


def imported(tree: ast.AST) -> Iterator[tuple[str, str]]:
    """Each (module, name) imported when the code runs: not what only the type checker reads."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.If) and ast.unparse(node.test).endswith("TYPE_CHECKING"):
            continue
        if isinstance(node, ast.ImportFrom):
            yield from ((node.module or "", alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from ((alias.name, "") for alias in node.names)
        else:
            yield from imported(node)


def graph(sources: dict[str, str]) -> dict[str, set[str]]:
    """Which modules each module imports; a name that is a module stands for that module."""
    found: dict[str, set[str]] = {}
    for own, source in sources.items():
        targets = {
            f"{module}.{name}" if f"{module}.{name}" in sources else module
            for module, name in imported(ast.parse(source))
        }
        found[own] = {each for each in targets if each in sources and each != own}
    return found


def cycle(edges: dict[str, set[str]]) -> list[str]:
    """One circle of imports, or nothing."""
    try:
        TopologicalSorter(edges).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ("import p.b", "from p import a", True),
        ("def f():\n    from p.b import x", "from p.a import y", True),
        ("from p.b import x", "if TYPE_CHECKING:\n    from p.a import y", False),
        ("from p.b import x", "", False),
    ],
)
def test_a_circle_is_seen(one: str, other: str, found: bool) -> None:
    assert bool(cycle(graph({"p": "", "p.a": one, "p.b": other}))) is found


EDGES = graph(modules())


@pytest.mark.parametrize("package", PACKAGES, ids=lambda path: ".".join(path.parts[-2:]))
def test_no_package_imports_in_a_circle(package: Path) -> None:
    name = ".".join(package.relative_to(SOURCE).parts)
    inside = {own for own in EDGES if own == name or own.startswith(f"{name}.")}
    assert len(inside) > 1 or not any(package.glob("[a-z]*.py"))
    assert cycle({own: EDGES[own] & inside for own in inside}) == []
