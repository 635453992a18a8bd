"""YAML: what a text stands for, and what of the language is refused."""

from __future__ import annotations

import os
import time

import pytest
import yaml

from subhub.documents import Document, parse
from subhub.errors import DocumentError, Problem


@pytest.fixture(autouse=True, params=["C", "pure"])
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test holds for the C parser and for the one that is used where it is missing."""
    if request.param == "C" and not yaml.__with_libyaml__:
        pytest.skip("PyYAML was built without libyaml")
    monkeypatch.setattr(yaml, "__with_libyaml__", request.param == "C")


def said(text: str) -> Document:
    return parse(text, kind="yaml", file="f.yaml")


def refused(text: str) -> list[Problem]:
    with pytest.raises(DocumentError) as caught:
        said(text)
    problems = list(caught.value.problems)
    assert len(str(caught.value).splitlines()) == len(problems)
    assert all(problem.file == "f.yaml" and problem.hint for problem in problems)
    return problems


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-21",
        "2026-11-21 10:00:00",
        "2026-11-21T10:00:00+09:00",
        "19:00",
        "19:00:00",
        "yes",
        "no",
        "on",
        "off",
        "Yes",
        "y",
        "tRUE",
        "007",
        "0x1F",
        "0o17",
        "0b1",
        "1_000",
        "1_000.5",
        "1,5",
        "+",
        ".",
        "-.",
        "e5",
        "1e",
        "1.2.3",
        "nan",
        "Infinity",
        "nULL",
        "=",
        "<<",
        "216.00 USD",
        "١٢",
    ],
)
def test_what_is_not_spelled_like_json_stays_text_as_written(text: str) -> None:
    assert said(f"a: {text}\n").data == {"a": text}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("true", True),
        ("True", True),
        ("TRUE", True),
        ("false", False),
        ("False", False),
        ("FALSE", False),
        ("", None),
        ("~", None),
        ("null", None),
        ("Null", None),
        ("NULL", None),
        ("0", 0),
        ("12", 12),
        ("-12", -12),
        ("+12", 12),
        ("9223372036854775807", 2**63 - 1),
        ("216.10", 216.1),
        (".5", 0.5),
        ("1.", 1.0),
        ("-1.5e-3", -0.0015),
        ("1e5", 100000.0),
    ],
)
def test_json_values_in_the_spellings_of_yaml(text: str, value: object) -> None:
    found = said(f"a: {text}\n").data["a"]
    assert found == value
    assert type(found) is type(value)


@pytest.mark.parametrize("text", ['"12"', "'12'", '"true"', "'null'", '""', '"2026-11-21"', "'~'"])
def test_quotes_make_text(text: str) -> None:
    assert said(f"a: {text}\n").data == {"a": text[1:-1]}


def test_blocks_are_text() -> None:
    assert said("a: |\n  12\nb: >-\n  true\n").data == {"a": "12\n", "b": "true"}


def test_keys_are_text_as_written() -> None:
    data = said('on: 1\nyes: 2\n2026-11-21: 3\n"1": 4\n"<<": 5\n007: 6\n').data
    assert list(data) == ["on", "yes", "2026-11-21", "1", "<<", "007"]


@pytest.mark.parametrize("key", ["1", "1.5", "true", "null", "~", ".nan"])
def test_a_key_that_is_not_text_is_refused_with_the_way_to_write_it(key: str) -> None:
    (problem,) = refused(f"a: 1\n{key}: x\n")
    assert problem.message == f"the key `{key}` is not text"
    assert problem.hint == f'put it in quotes: `"{key}"`'
    assert (problem.line, problem.code) == (2, "key_not_text")


@pytest.mark.parametrize("text", ["? [a, b]\n: 1\n", "? {a: b}\n: 1\n", "{[a]: 1}"])
def test_a_collection_as_key_is_refused(text: str) -> None:
    (problem,) = refused(text)
    assert problem.message == "a key is a list or a mapping"


def test_a_billion_laughs_are_refused_at_once() -> None:
    rows = ["a0: &a0 [lol, lol, lol]"]
    rows += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    began = time.process_time()
    problems = refused("\n".join(rows))
    assert time.process_time() - began < 1
    assert [problem.code for problem in problems] == ["anchor"] * 12
    assert str(problems[1]).startswith(
        "f.yaml:2: a1: the anchor `&a1` is not allowed; write the value out"
    )


def test_references_are_refused_once_each() -> None:
    (anchor,) = refused("a: &x 1\nb: *x\nc: *x\n")
    assert (anchor.message, anchor.line) == ("the anchor `&x` is not allowed", 1)
    (alias,) = refused("a: 1\nb: *y\n")
    assert (alias.message, alias.line, alias.field) == ("the alias `*y` is not allowed", 2, "b")
    (key,) = refused("*z : 1\n")
    assert key.message == "the alias `*z` is not allowed"


def test_merge_keys_are_refused() -> None:
    (problem,) = refused("a:\n  <<: {b: 1}\n")
    assert (problem.message, problem.line, problem.code) == (
        "the merge key `<<` is not allowed",
        2,
        "merge_key",
    )


def test_a_tag_does_not_get_to_call_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "system", lambda _: pytest.fail("was called"))
    (problem,) = refused("a: 1\nb: !!python/object/apply:os.system ['true']\n")
    assert problem.message == "the tag `!!python/object/apply:os.system` is not allowed"
    assert (problem.line, problem.field, problem.code) == (2, "b", "tag")


@pytest.mark.parametrize(
    "text",
    [
        "a: !custom 1",
        "a: !!set {x, y}",
        "a: !!str 12",
        "a: !!binary aGk=",
        "a: !!timestamp 2026-11-21",
        "a: !!omap [x: 1]",
        "a: ! 12",
        'a: ! "12"',
        "a: ! [1]",
        "a: !<tag:example.com,2026:x> 1",
        "!!map {a: 1}",
        "!!str a: 1",
    ],
)
def test_no_tag_is_taken(text: str) -> None:
    (problem,) = refused(text)
    assert problem.code == "tag"


def test_a_duplicate_key_names_both_lines() -> None:
    (problem,) = refused('a:\n  - id: 1\n    at: 2\n    "id": 3\n')
    assert str(problem) == (
        "f.yaml:4: a.0.id: the key `id` is already on line 2; keep one of the two"
    )
    assert [problem.line for problem in refused("{a: 1, a: 2}")] == [1]


def test_the_same_key_in_two_mappings_is_no_duplicate() -> None:
    assert said("a: {id: 1}\nb: {id: 1}\nc: [{id: 1}, {id: 2}]\n").data["b"] == {"id": 1}


def test_everything_that_is_wrong_is_told_at_once() -> None:
    text = "a: !x 1\n1: y\nb: &z 2\nb: 3\nc: 2026-11-21\nd: {<<: 1}\n"
    codes = [(problem.code, problem.line) for problem in refused(text)]
    assert codes == [
        ("tag", 1),
        ("key_not_text", 2),
        ("anchor", 3),
        ("duplicate_key", 4),
        ("merge_key", 6),
    ]


def test_a_flood_of_problems_is_cut_off() -> None:
    assert len(refused("".join(f"{n}: x\n" for n in range(5000)))) == 100


@pytest.mark.parametrize("text", ["a: 1\n---\nb: 2\n", "---\na: 1\n...\n---\n", "a: 1\n--- !x\n"])
def test_one_document_to_a_file(text: str) -> None:
    (problem,) = refused(text)
    assert problem.code == "several_documents"
    assert problem.line == text[: text.rindex("---")].count("\n") + 1


def test_the_signs_around_one_document_are_fine() -> None:
    assert said("%YAML 1.1\n---\na: 1\n...\n").data == {"a": 1}


@pytest.mark.parametrize(
    "text", [".nan", ".NaN", ".inf", "-.inf", "+.INF", "1e999", "9" * 400 + "."]
)
def test_numbers_are_finite(text: str) -> None:
    (problem,) = refused(f"a:\n  b: {text}\n")
    assert (problem.code, problem.field, problem.line) == ("not_finite", "a.b", 2)


@pytest.mark.parametrize("text", [str(2**63), "-" + "9" * 30, "9" * 500_000])
def test_whole_numbers_have_a_bound(text: str) -> None:
    began = time.process_time()
    (problem,) = refused(f"a: {text}\n")
    assert time.process_time() - began < 2
    assert (problem.code, problem.field) == ("number_too_large", "a")
    assert "quotes" in problem.hint


@pytest.mark.parametrize("unit", ["[", "{a: ", "- ", "? ", "- ? ", "[? "])
def test_no_depth_exhausts_the_stack(unit: str) -> None:
    (problem,) = refused(unit * 100_000)
    assert (problem.code, problem.line) == ("too_deep", 1)


def test_twenty_levels_are_read_and_one_more_is_not() -> None:
    assert said("{a: " * 20 + "}" * 20).data
    (problem,) = refused("{a: " * 21 + "}" * 21)
    assert problem.message == "is nested deeper than 20 levels"


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("a: 1\nb: [1, 2\nc: 3\n", 3, "check indentation, quotes and colons there"),
        ("a: 1\n\tb: 2\n", 2, "indent with spaces, not with tabs"),
        ("a: 1\nb: c: d\n", 2, "put text that holds `: ` in quotes"),
        ("a: 1\nb: @home\n", 2, "put text that begins with a sign in quotes"),
        ("a: 1\nb: `x`\n", 2, "put text that begins with a sign in quotes"),
    ],
)
def test_syntax_errors_have_a_line_and_say_what_to_do(text: str, line: int, hint: str) -> None:
    (problem,) = refused(text)
    assert (problem.line, problem.hint) == (line, hint)
    assert problem.code in ("yaml_syntax", "yaml_not_closed")
    assert problem.message.startswith("is not valid YAML: ")


@pytest.mark.parametrize("text", ["a: 1\nb: 'x\n\n", 'a: 1\nb: "x\n\n', "a: 1\nb: [x\n\n"])
def test_the_line_is_named_on_which_an_open_quote_or_bracket_was_begun(text: str) -> None:
    (problem,) = refused(text)
    assert "begun on line 2" in problem.message


@pytest.mark.parametrize("text", ['a: "\\UFFFFFFFF"', 'a: "\\U00110000"', 'a: "\\xZZ"', 'a: "\\q"'])
def test_escapes_of_no_character_are_ordinary_errors(text: str) -> None:
    (problem,) = refused(text)
    assert problem.code in ("yaml_syntax", "yaml_cut_short")


def test_every_key_and_item_has_its_line() -> None:
    document = said("# c\na: 1\nb:\n  - x\n  - y: |\n      t\n    z: {\n      w: 1}\n'c d': 2\n")
    wanted: dict[tuple[str | int, ...], int | None] = {
        ("a",): 2,
        ("b",): 3,
        ("b", 0): 4,
        ("b", 1): 5,
        ("b", 1, "y"): 5,
        ("b", 1, "z"): 7,
        ("b", 1, "z", "w"): 8,
        ("c d",): 9,
        ("b", 1, "missing"): 5,
        ("b", 7, "missing"): 3,
        ("missing",): None,
        (): None,
    }
    assert {path: document.line(path) for path in wanted} == wanted
