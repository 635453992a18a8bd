"""The house stays in order: small files, names in their place, errors that travel, a fast start."""

from __future__ import annotations

import ast
import copy
import importlib
import pickle
import re
import statistics
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import subhub
from subhub import errors
from subhub.errors import (
    DocumentError,
    MissingExtra,
    Problem,
    SubhubError,
    did_you_mean,
    one_of,
)

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "subhub"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
FILES = sorted(
    path for path in SOURCE.rglob("*") if path.is_file() and "__pycache__" not in path.parts
)
MODULES = [path for path in FILES if path.suffix == ".py"]


# Size


def lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_file_is_longer_than_400_lines() -> None:
    assert {str(path.relative_to(SOURCE)): lines(path) for path in FILES if lines(path) > 400} == {}


def test_half_of_the_modules_are_shorter_than_150_lines() -> None:
    assert len(MODULES) > 10, "the sources were not found"
    assert statistics.median(map(lines, MODULES)) < 150


# Platforms are named in their adapters only

PLATFORMS = {*PROJECT["project"]["entry-points"]["subhub"], "エキスパ"}
OUTSIDE = [path for path in FILES if (SOURCE / "adapters") not in path.parents]


def spelt(text: str) -> set[str]:
    """The platforms named in ``text``, in any case and inside snake_case or CamelCase names."""
    words = {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\w+", text)}
    words.update(re.findall(r"[^\W\d_]+", text.lower()))
    return words & PLATFORMS | {name for name in PLATFORMS if not name.isascii() and name in text}


@pytest.mark.parametrize(
    "text, names",
    [
        ("# as Squarespace does", {"squarespace"}),
        ("class ImpactAccount:", {"impact"}),
        ("EXPA_STEPS = expa_steps", {"expa"}),
        ("https://help.impact.com/", {"impact"}),
        ("エキスパの規約", {"エキスパ"}),
        ("an impactful expansion", set()),
    ],
)
def test_a_platform_is_recognised_however_it_is_spelt(text: str, names: set[str]) -> None:
    assert spelt(text) == names


#: a line of a documented example: it may ask about a real platform, the code may not
EXAMPLE = re.compile(r"\s*(>>>|\.\.\.) ")


def test_only_the_adapters_name_a_platform() -> None:
    assert {"expa", "impact", "squarespace"} <= PLATFORMS
    assert OUTSIDE
    named = {
        f"{path.relative_to(SOURCE)}:{number}": names
        for path in OUTSIDE
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if not EXAMPLE.match(line) and (names := spelt(line))
    }
    assert named == {}


# One name for one thing


def test_no_two_classes_have_one_name() -> None:
    named = Counter(
        node.name
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    )
    assert named["Cancellation"] == 1
    assert [name for name, count in named.items() if count > 1] == []


# Errors


def kinds(root: type[SubhubError] = SubhubError) -> Iterator[type[SubhubError]]:
    yield root
    for kind in root.__subclasses__():
        yield from kinds(kind)


KINDS = [kind for kind in kinds() if kind.__module__ == errors.__name__]


def test_every_error_can_be_caught_by_a_name_of_subhub() -> None:
    assert {kind.__name__ for kind in KINDS} <= set(subhub.__all__)


def example(kind: type[SubhubError]) -> SubhubError:
    if kind is DocumentError:
        return DocumentError(
            [
                Problem("not_a_day", field="started_on", value="x", file="a.yaml", line=3),
                Problem("unknown_key", key="colour", hint=did_you_mean("colour", ["color"])),
            ]
        )
    if kind is MissingExtra:
        return MissingExtra("scan_needs_extra", "tables")
    return kind("unknown_value", field="intent", value="ask", hint=one_of(["cancel"]))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_error_survives_pickling(kind: type[SubhubError], protocol: int) -> None:
    error = example(kind)
    error.where = "added later"  # type: ignore[attr-defined]

    for back in (pickle.loads(pickle.dumps(error, protocol)), copy.copy(error)):
        assert type(back) is kind
        assert str(back) == str(error) != ""
        assert back.args == error.args
        assert (back.hint, back.code) == (error.hint, error.code)
        assert vars(back) == vars(error)
        assert {"hint", "where"} <= vars(back).keys()


def test_document_error_keeps_every_problem() -> None:
    back = pickle.loads(pickle.dumps(example(DocumentError)))

    assert [problem.field for problem in back.problems] == ["started_on", ""]
    assert str(back).startswith("a.yaml:3: started_on: `x` cannot be read as a day; ")


def test_every_error_stands_in_the_tree() -> None:
    assert len(KINDS) >= 10
    assert [kind.__name__ for kind in KINDS if kind.__name__ not in (errors.__doc__ or "")] == []


# What `import subhub` gives and costs


def test_public_names_are_sorted_and_there() -> None:
    assert subhub.__all__ == sorted(set(subhub.__all__))
    assert "Hub" in subhub.__all__
    for name in subhub.__all__:
        assert getattr(subhub, name) is not None
        assert name in dir(subhub)


def test_what_the_hub_gives_can_be_imported_by_name() -> None:
    methods = [each for name, each in vars(subhub.Hub).items() if callable(each)]
    given = " ".join(str(each.__annotations__.get("return", "")) for each in methods)
    models = {path.stem for path in (SOURCE / "model").glob("*.py")}
    defined = {
        node.name
        for name in models
        for node in ast.parse((SOURCE / "model" / f"{name}.py").read_text("utf-8")).body
        if isinstance(node, ast.ClassDef)
    }
    named = set(re.findall(r"\w+", given)) & defined
    assert {"Cancellation", "Timeline", "Unblocking"} <= named <= set(subhub.__all__)


def test_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no_such_name"):
        subhub.no_such_name  # noqa: B018


HEAVY = ("babel", "click", "fluent", "holidays", "httpx", "pluggy", "polars", "pydantic", "yaml")


def loaded_by(module: str) -> set[str]:
    """Which of the heavy packages a fresh interpreter has loaded after importing ``module``."""
    script = f"import sys, {module}; print(*sys.modules.keys() & set({HEAVY}))"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    return set(done.stdout.split())


def test_import_subhub_loads_nothing_heavy() -> None:
    assert loaded_by("subhub") == set()


@pytest.mark.parametrize("module", ["pydantic", "yaml"])
def test_a_heavy_import_would_be_noticed(module: str) -> None:
    importlib.import_module(module)
    assert module in loaded_by(module)


# Nobody writes into what is frozen


def written(text: str) -> list[str]:
    """The lines that set a private attribute of something else, or write into ``__dict__``.

    A copy that a method makes of its own object is its own too.
    """
    nodes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, STATEMENTS)]
    own = {"self", "cls"} | {
        ast.unparse(target)
        for node in nodes
        for target in targets(node)
        if node.value is not None and ast.unparse(node.value) == "copy(self)"
    }
    return [
        ast.unparse(node)
        for node in nodes
        for target in targets(node)
        if isinstance(target, ast.Attribute)
        if target.attr == "__dict__"
        or (re.match("_[^_]", target.attr) and ast.unparse(target.value) not in own)
    ]


STATEMENTS = ast.Assign | ast.AugAssign | ast.AnnAssign


def targets(node: ast.Assign | ast.AugAssign | ast.AnnAssign) -> Iterator[ast.expr]:
    """What a statement writes into: of ``a.b[c]`` that is ``a.b``."""
    for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
        for each in target.elts if isinstance(target, ast.Tuple) else [target]:
            yield each.value if isinstance(each, ast.Subscript) else each


@pytest.mark.parametrize(
    "text, lines",
    [
        ("answer._speaker = 1", 1),
        ("each.answer._speaker = 1", 1),
        ("it.known, it._speaker = 1, 2", 1),
        ("self.__dict__[name] = 1", 1),
        ("self._items = {}", 0),
        ("answer.known = 1", 0),
        ("made = copy(self)\nmade._items = {}", 0),
        ("made = copy(other)\nmade._items = {}", 1),
    ],
)
def test_a_write_from_outside_is_recognised(text: str, lines: int) -> None:
    assert len(written(text)) == lines


def test_nothing_writes_into_what_is_not_its_own() -> None:
    found = {path.name: written(path.read_text(encoding="utf-8")) for path in MODULES}
    assert {name: lines for name, lines in found.items() if lines} == {}
