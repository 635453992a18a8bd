"""Whoever writes an adapter needs three doors: subhub.policies, subhub.plugin, subhub.testing."""

from __future__ import annotations

import ast
import doctest
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ADAPTERS = ROOT / "src" / "subhub" / "adapters"
DOORS = ("subhub.policies", "subhub.plugin", "subhub.testing")
#: what may be imported: the doors, and what any user of the package has
OPEN = {"subhub", "subhub.errors", *DOORS}
BLOCK = re.compile(r"^```python\n(.*?)^```", re.DOTALL | re.MULTILINE)
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]


def imported(source: str) -> Iterator[str]:
    """Every module of the package that the source imports, wherever it does."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.ImportFrom):
            yield node.module or ""
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def deep(source: str, own: str = "") -> list[str]:
    """Imports of the package's insides."""
    modules = [each for each in imported(source) if each.partition(".")[0] == "subhub"]
    return [each for each in modules if each not in OPEN and not (own and each.startswith(own))]


def blocks(page: Path) -> Iterator[str]:
    """The Python of a page: as written, or what its prompts hold."""
    for block in BLOCK.findall(page.read_text(encoding="utf-8")):
        examples = doctest.DocTestParser().get_examples(block)
        yield "".join(each.source for each in examples) if examples else block


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("from subhub.policies import facts", []),
        ("def f():\n    from subhub.policies.language.facts import facts", [1]),
        ("import subhub.model.money", [1]),
        ("from subhub_gym.facts import Membership", []),
    ],
)
def test_a_deep_import_is_seen(source: str, found: list[int]) -> None:
    assert len(deep(source)) == len(found)


STRANGERS = [
    *sorted((ROOT / "examples" / "gym-adapter").rglob("*.py")),
    ROOT / "tests" / "adapters" / "test_stranger.py",
]


@pytest.mark.parametrize("path", STRANGERS, ids=lambda path: path.name)
def test_a_strangers_adapter_comes_in_by_the_doors(path: Path) -> None:
    assert deep(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "path", sorted(ADAPTERS.rglob("*.py")), ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_our_adapters_come_in_by_the_same_doors(path: Path) -> None:
    own = f"subhub.adapters.{path.relative_to(ADAPTERS).parts[0]}"
    assert deep(path.read_text(encoding="utf-8"), own) == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_documentation_shows_no_deep_import(page: Path) -> None:
    for block in blocks(page):
        assert deep(block) == [], block


@pytest.mark.parametrize("door", DOORS)
def test_a_door_gives_what_it_lists(door: str) -> None:  # in order: ruff sees to that
    module = importlib.import_module(door)
    assert len(module.__all__) == len(set(module.__all__)) > 1
    for name in module.__all__:
        assert getattr(module, name) is not None
        assert name in dir(module)
    with pytest.raises(AttributeError, match="no_such_name"):
        module.no_such_name  # noqa: B018


@pytest.mark.parametrize("door", ["policies", "plugin", "testing"])
def test_a_lazy_door_tells_the_type_checker_what_it_tells_the_interpreter(door: str) -> None:
    path = ROOT / "src" / "subhub" / door / "__init__.py"
    told: dict[str, str] = {}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("subhub"):
            told |= {alias.name: node.module or "" for alias in node.names}
    module = importlib.import_module(f"subhub.{door}")
    assert told == module._HOME
    assert sorted(told) == sorted(module.__all__)


@pytest.mark.parametrize(
    ("statement", "absent"),
    [
        ("import subhub.policies", {"pydantic", "subhub.policies.language.expressions"}),
        ("import subhub.plugin", {"pydantic", "pluggy", "subhub.policies.language"}),
        ("from subhub.plugin import Subscription", {"pluggy"}),
        ("import subhub.testing.pytest_plugin", {"pydantic", "subhub.plugin", "subhub.hub"}),
        ("from subhub.policies import facts, table", {"pluggy", "subhub.policies.engines"}),
    ],
)
def test_a_door_brings_only_what_is_asked_for(statement: str, absent: set[str]) -> None:
    script = f"import sys; {statement}; print(*sys.modules.keys() & set({sorted(absent)}))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []
