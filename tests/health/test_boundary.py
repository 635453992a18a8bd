"""Nothing but the boundary calls what an adapter brings: looked up in the syntax trees.

The types say the rest: whoever has a ``Guarded`` has no ``Adapter``, and mypy tells them apart.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import subhub

SOURCE = Path(subhub.__file__).parent
#: the boundary itself, and what stands beyond it
WITHIN = {"plugin/guarded.py", "plugin/boundary.py", "model/subscription.py", "plugin/adapter.py"}
#: where an ``Adapter`` comes in, to be put behind its boundary
DOORS = {"hub/registry.py", "hub/hub.py", "plugin/__init__.py", "plugin/spec.py"}
#: what a model of a stranger may answer in its own way
OF_DOCUMENTS = {"next_charge", "charges_go_on", "follows", "moneys", "zone"}
#: what may be asked in their place: these pass the boundary
PASSING = {"adapter", "question", "self", "q", "registry"}
MODULES = {
    str(path.relative_to(SOURCE)): ast.parse(path.read_text(encoding="utf-8"))
    for path in SOURCE.rglob("*.py")
    if "adapters" not in path.relative_to(SOURCE).parts
}


def names(tree: ast.AST) -> Iterator[str]:
    """Every name that is read, annotations too."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            yield node.id


def of_documents(tree: ast.AST) -> Iterator[str]:
    """What is asked of a document itself, and not through the boundary."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in OF_DOCUMENTS:
            owner = node.value
            last = owner.attr if isinstance(owner, ast.Attribute) else getattr(owner, "id", "")
            if last not in PASSING:
                yield f"{last}.{node.attr}"


def test_only_the_doors_hold_an_adapter() -> None:
    holding = {path for path, tree in MODULES.items() if "Adapter" in names(tree)}
    # who checks an adapter for its author has the adapter itself
    holding = {path for path in holding if not path.startswith("testing/")}
    assert "plugin/guarded.py" in holding
    assert holding <= WITHIN | DOORS


def test_only_the_boundary_asks_a_document_what_a_stranger_wrote() -> None:
    asking = {path: found for path, tree in MODULES.items() if (found := list(of_documents(tree)))}
    assert {"plugin/guarded.py"} <= asking.keys()
    assert asking.pop("hub/registry.py") == [".zone"]  # `self.adapter(…).zone`, which passes it
    assert asking.keys() <= WITHIN


@pytest.mark.parametrize("name", ["read_subscription", "subhub_adapter", "load"])
def test_what_runs_a_strangers_code_is_named_at_the_boundary_alone(name: str) -> None:
    naming = {
        path
        for path, tree in MODULES.items()
        for node in ast.walk(tree)
        if (isinstance(node, ast.Name) and node.id == name)
        or (isinstance(node, ast.Attribute) and node.attr == name)
    }
    json_or_yaml = {path for path in naming if path.startswith(("documents/", "cli/"))}
    assert naming - json_or_yaml <= {"plugin/guarded.py", "hub/registry.py", "plugin/spec.py"}


@pytest.mark.parametrize("source, found", [
    ("question.subscription.next_charge(day)", ["subscription.next_charge"]),
    ("question.next_charge(day)", []),
    ("question.adapter.moneys(question.subscription)", []),
    ("[each.zone for each in found]", ["each.zone"]),
])  # fmt: skip
def test_a_call_past_the_boundary_is_seen(source: str, found: list[str]) -> None:
    assert list(of_documents(ast.parse(source))) == found
