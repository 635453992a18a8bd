"""The start of the program is waited for every time: parsers are imported when needed."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import subhub.documents

SOURCES = str(Path(subhub.documents.__file__).parents[2])
PARSERS = "{'yaml', 'tomllib', 'json'} & set(sys.modules)"


def parsers_after(statement: str) -> str:
    program = (
        f"import sys; sys.path.insert(0, {SOURCES!r}); import subhub.documents as d; "
        f"{statement}; print(sorted({PARSERS}))"
    )
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return ran.stdout.strip()


def test_importing_the_package_imports_no_parser() -> None:
    assert "yaml" not in parsers_after("pass")
    assert "tomllib" not in parsers_after("pass")


@pytest.mark.parametrize(
    ("kind", "text", "module"),
    [("yaml", "a: 1", "yaml"), ("json", '{"a": 1}', "json"), ("toml", "a = 1", "tomllib")],
)
def test_a_document_imports_the_parser_of_its_kind_only(kind: str, text: str, module: str) -> None:
    loaded = parsers_after(f"d.parse({text!r}, kind={kind!r}, file='f').line(('a',))")
    assert module in loaded
    assert not {"yaml", "tomllib"} - {module} & set(ast.literal_eval(loaded))


def test_the_public_names() -> None:
    assert subhub.documents.__all__ == sorted(subhub.documents.__all__)
    assert all(hasattr(subhub.documents, name) for name in subhub.documents.__all__)
