"""What holds for every text: one meaning in all formats, and no error but our own."""

from __future__ import annotations

import json
from typing import Any, Literal

import tomlkit
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from subhub.documents import Document, parse
from subhub.documents.yaml_format import scalar
from subhub.errors import DocumentError
from subhub.inert import CONTROLS

TEXT = st.text(max_size=12).filter(lambda text: not CONTROLS.search(text) and "\r" not in text)
SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**63), 2**63 - 1),
    st.floats(allow_nan=False, allow_infinity=False),
    TEXT,
    st.sampled_from(
        ["on", "1", "2026-11-21", "19:00", "null", "~", "<<", "", "1e5", "- x", "a: b"]
    ),
)
VALUES: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=15,
)
DOCUMENTS = st.dictionaries(TEXT, VALUES, max_size=5)

SIGNS = [*"ab:-[]{},'\"=.#|?%\\\t\n\0é\ufeff1"]
PIECES = [
    *(
        ": ",
        "- ",
        "? ",
        "  ",
        "\r\n",
        "a: 1\n",
        "a: >\n",
        "---\n",
        "...\n",
        "&x ",
        "*x",
        "!y ",
        "<<",
    ),
    *("a = 1\n", "[a]\n", "[[a]]\n", '"""', "'''", '"a": 1', "\\u0000", "\\ud800", "9" * 5000),
    *("1.5", ".nan", "NaN", "null", "true", "2026-11-21"),
]
FRAGMENTS = st.lists(st.sampled_from(SIGNS + PIECES), max_size=30).map("".join)


def paths(value: Any, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    found = [path] if path else []
    if isinstance(value, dict | list):
        for key, item in value.items() if isinstance(value, dict) else enumerate(value):
            found += paths(item, (*path, key))
    return found


def texts(value: Any) -> list[str]:
    keys = [path[-1] for path in paths(value)]
    return [text for text in [*keys, *leaves(value)] if isinstance(text, str)]


def leaves(value: Any) -> list[Any]:
    if isinstance(value, dict | list):
        inner = value.values() if isinstance(value, dict) else value
        return [leaf for item in inner for leaf in leaves(item)]
    return [value]


class Unshared(yaml.SafeDumper):
    """Writes what stands twice twice, not as a reference."""

    def ignore_aliases(self, data: Any) -> bool:
        return True


def outcome(text: str, kind: Literal["yaml", "json", "toml"]) -> Document | None:
    try:
        return parse(text, kind=kind, file="f")
    except DocumentError as error:
        assert len(str(error).split("\n")) == len(error.problems) <= 100
        assert all(problem.line is None or problem.line > 0 for problem in error.problems)
        return None


@given(DOCUMENTS, st.sampled_from([None, 1]), st.booleans())
def test_a_json_text_means_the_same_to_the_yaml_reader(
    data: dict[str, Any], indent: int | None, ascii_only: bool
) -> None:
    text = json.dumps(data, indent=indent, ensure_ascii=ascii_only)
    as_json = parse(text, kind="json", file="f")
    assert as_json.data == data
    if "\\ud" in text:
        return  # JSON writes such characters as two escapes, which YAML does not join
    as_yaml = parse(text, kind="yaml", file="f")
    assert repr(as_yaml.data) == repr(as_json.data)
    for path in paths(data):
        assert as_yaml.line(path) == as_json.line(path) is not None


@given(DOCUMENTS)
def test_what_a_yaml_writer_writes_is_what_is_read(data: dict[str, Any]) -> None:
    # that writer leaves the quotes off `1e5`, which is text to it and a number to JSON
    assume(not any(isinstance(scalar(text), float) for text in texts(data)))
    written = yaml.dump(data, Dumper=Unshared, allow_unicode=True, sort_keys=False)
    assert parse(written, kind="yaml", file="f").data == data


@given(st.dictionaries(TEXT, TEXT | st.integers(-(2**63), 2**63 - 1) | st.booleans(), min_size=1))
def test_what_a_toml_writer_writes_is_what_is_read(data: dict[str, Any]) -> None:
    found = parse(tomlkit.dumps(data), kind="toml", file="f")
    assert found.data == data
    assert [found.line((key,)) for key in data] == sorted(found.line((key,)) or 0 for key in data)


@given(FRAGMENTS | st.text(), st.sampled_from(["yaml", "json", "toml"]))
def test_a_text_is_read_or_refused_and_nothing_else(
    text: str, kind: Literal["yaml", "json", "toml"]
) -> None:
    document = outcome(text, kind)
    if document is None:
        return
    last = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    for path in paths(document.data):
        line = document.line(path)
        assert line is not None and 0 < line <= last
