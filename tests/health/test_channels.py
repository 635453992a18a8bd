"""Nothing is printed but by the one module that takes encoded text."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import subhub

SOURCE = Path(subhub.__file__).parent
PRINTER = SOURCE / "cli" / "showing.py"
#: bytes that `--ics -` and `--svg -` put out, made by the encoders of their channels
BYTES = SOURCE / "cli" / "saving.py"
#: says what it found to the process that started it, and to nobody else
CHILD = SOURCE / "testing" / "fresh.py"


def prints(text: str) -> list[str]:
    """The calls of a module that put something out."""
    return [
        ast.unparse(node)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call)
        and ast.unparse(node.func).rpartition(".")[2]
        in ("print", "echo", "secho", "echo_via_pager", "write", "writelines")
        and ast.unparse(node.func).startswith(("print", "click.", "sys.stdout", "sys.stderr"))
    ]


@pytest.mark.parametrize(
    "text", ["click.echo('a')", "print('a')", "sys.stdout.write('a')", "sys.stderr.buffer.write(b)"]
)
def test_what_prints_is_recognised(text: str) -> None:
    assert prints(text) == [text]


def test_only_one_module_prints() -> None:
    found = {
        str(path.relative_to(SOURCE)): calls
        for path in SOURCE.rglob("*.py")
        if path not in (PRINTER, BYTES, CHILD)
        and (calls := prints(path.read_text(encoding="utf-8")))
    }
    assert found == {}
    assert prints(PRINTER.read_text(encoding="utf-8"))


def test_no_text_is_said_to_be_encoded_outside_of_the_encoders() -> None:
    """``Encoded(…)`` is a promise; it is made where text is laid out, and nowhere else."""
    makers = {
        str(path.relative_to(SOURCE))
        for path in SOURCE.rglob("*.py")
        if "Encoded(" in path.read_text(encoding="utf-8")
    }
    assert makers <= {
        "render/encoders.py", "render/html.py", "render/mail.py", "render/markdown.py",
        "render/terminal.py", "cli/showing.py", "cli/answers.py", "cli/scan.py",
    }  # fmt: skip
