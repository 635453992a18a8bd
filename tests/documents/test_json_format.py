"""JSON: nothing is taken that JSON does not define, and nothing twice."""

from __future__ import annotations

import time

import pytest

from subhub.documents import Document, parse
from subhub.errors import DocumentError, Problem


def said(text: str) -> Document:
    return parse(text, kind="json", file="f.json")


def refused(text: str) -> list[Problem]:
    with pytest.raises(DocumentError) as caught:
        said(text)
    problems = list(caught.value.problems)
    assert len(str(caught.value).splitlines()) == len(problems)
    assert all(problem.file == "f.json" and problem.hint for problem in problems)
    return problems


def test_values() -> None:
    text = '{"a": [1, -2, 1.5, true, false, null, "x", {}], "2026-11-21": "2026-11-21"}'
    assert said(text).data == {
        "a": [1, -2, 1.5, True, False, None, "x", {}],
        "2026-11-21": "2026-11-21",
    }


@pytest.mark.parametrize("text", ["NaN", "Infinity", "-Infinity", "1e999", "9" * 400 + ".0"])
def test_numbers_are_finite(text: str) -> None:
    (problem,) = refused(f'{{"a": 1,\n"b": [0, {text}]}}')
    assert (problem.code, problem.field, problem.line) == ("not_finite", "b.1", 2)


@pytest.mark.parametrize("text", [str(2**63), "-" + "9" * 30, "9" * 500_000])
def test_whole_numbers_have_a_bound(text: str) -> None:
    (problem,) = refused(f'{{"a": {text}}}')
    assert (problem.code, problem.field, problem.line) == ("number_too_large", "a", 1)


def test_a_duplicate_key_names_both_lines() -> None:
    text = '{\n"a": {"b": 1,\n "\\u0062": 2},\n"c": {"b": 3},\n"c": {"b": 4}}'
    assert [str(problem) for problem in refused(text)] == [
        "f.json:3: a.b: the key `b` is already on line 2; keep one of the two",
        "f.json:5: c: the key `c` is already on line 4; keep one of the two",
    ]


@pytest.mark.parametrize("text", ["[" * 500_000, '{"a":' * 200_000, '{"a":' + "[" * 500_000])
def test_no_depth_exhausts_the_stack(text: str) -> None:
    began = time.process_time()
    (problem,) = refused(text)
    assert time.process_time() - began < 1
    assert (problem.code, problem.line) == ("too_deep", 1)


def test_twenty_levels_are_read_and_one_more_is_not() -> None:
    assert said('{"a":' * 20 + "1" + "}" * 20).data
    (problem,) = refused('{"a":\n' * 21 + "1" + "}" * 21)
    assert problem.line == 21


def test_brackets_in_text_are_no_depth() -> None:
    text = "[" * 50 + '"' + "{" * 50
    assert said('{"a": "' + text.replace('"', r"\"") + '"}').data == {"a": text}


@pytest.mark.parametrize("unit", ['"', '"\\', "\\", '\\"', '""'])
def test_open_quotes_are_gone_through_once(unit: str) -> None:
    began = time.process_time()
    assert refused('{"a": "' + unit * 200_000)[0].code == "json_syntax"
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('{"a": 1,\n "b": }', 2, "is not valid JSON: expecting value in column 7, at `}`"),
        ('{"a": "x', 1, 'is not valid JSON: unterminated string in column 7, at `"x`'),
        ("{'a': 1}", 1, None),
        ('{"a": 1,}', 1, None),
        ('{"a": 01}', 1, None),
        ('{"a": 1} // x', 1, None),
        ('{"a": 1', 1, None),
        ('{"a": "\t"}', 1, 'is not valid JSON: invalid control character in column 8, at `\\t"}`'),
    ],
)
def test_syntax_errors_have_a_line(text: str, line: int, message: str | None) -> None:
    (problem,) = refused(text)
    assert (problem.code.partition("_")[0], problem.line) == ("json", line)
    assert message in (None, problem.message)


def test_one_document_to_a_file() -> None:
    (problem,) = refused('{"a": 1}\n{"a": 2}\n')
    assert (problem.line, problem.hint) == (2, "one document holds one subscription")


def test_every_key_and_item_has_its_line() -> None:
    document = said('{"a": 1,\n"b": [\n"x\\"]",\n[2, {"y":\n3}]\n],\n\n"c\\u0020d": {}}')
    wanted: dict[tuple[str | int, ...], int | None] = {
        ("a",): 1,
        ("b",): 2,
        ("b", 0): 3,
        ("b", 1): 4,
        ("b", 1, 0): 4,
        ("b", 1, 1, "y"): 4,
        ("c d",): 8,
        ("b", 1, 1, "missing"): 4,
        ("b", 9): 2,
        ("missing",): None,
        (): None,
    }
    assert {path: document.line(path) for path in wanted} == wanted
