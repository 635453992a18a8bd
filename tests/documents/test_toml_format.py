"""TOML: dates as text, lines of keys, and no text that takes the reader long."""

from __future__ import annotations

import time

import pytest

from subhub.documents import Document, parse
from subhub.errors import DocumentError, Problem


def said(text: str) -> Document:
    return parse(text, kind="toml", file="f.toml")


def refused(text: str) -> list[Problem]:
    with pytest.raises(DocumentError) as caught:
        said(text)
    problems = list(caught.value.problems)
    assert len(str(caught.value).splitlines()) == len(problems)
    assert all(problem.file == "f.toml" and problem.hint for problem in problems)
    return problems


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2026-11-21", "2026-11-21"),
        ("19:00:00", "19:00:00"),
        ("2026-11-21T10:00:00", "2026-11-21T10:00:00"),
        ("2026-11-21 10:00:00+09:00", "2026-11-21T10:00:00+09:00"),
        ("2026-11-21T10:00:00Z", "2026-11-21T10:00:00+00:00"),
        ("[{d = 2026-11-21}]", [{"d": "2026-11-21"}]),
        ("1_000", 1000),
        ("1.5", 1.5),
        ("true", True),
    ],
)
def test_values(written: str, value: object) -> None:
    assert said(f"a = {written}").data == {"a": value}


@pytest.mark.parametrize("written", ["nan", "inf", "-inf", "1e999"])
def test_numbers_are_finite(written: str) -> None:
    (problem,) = refused(f"a = 1\n[b]\nc = [{written}]")
    assert (problem.code, problem.field, problem.line) == ("not_finite", "b.c.0", 3)


@pytest.mark.parametrize("written", [str(2**63), "0x" + "f" * 500_000, "9" * 100_000])
def test_whole_numbers_have_a_bound(written: str) -> None:
    (problem,) = refused(f"a = {written}")
    assert problem.code in ("number_too_large", "too_many_digits")


@pytest.mark.parametrize(
    ("text", "field", "lines"),
    [
        ("a = 1\nb = 2\na = 3\n", "a", (1, 3)),
        ("a = 1\nb = 2\na = 3", "a", (1, 3)),
        ('a = 1\n"a" = [\n3]\nb = 1', "a", (1, 2)),
        ("[t]\nx = 1\n[u]\nx = 1\n[t]\ny = 1\n", "t", (1, 5)),
        ("[[l]]\nx = 1\n[[l]]\nx = 1\nx = 2\n", "l.1.x", (4, 5)),
        ("a.b = 1\n\na . 'b' = 2\n", "a.b", (1, 3)),
    ],
)
def test_a_duplicate_key_names_both_lines(text: str, field: str, lines: tuple[int, int]) -> None:
    (problem,) = refused(text)
    assert (problem.field, problem.line, problem.code) == (field, lines[1], "duplicate_key")
    assert problem.message.endswith(f"is already on line {lines[0]}")


def test_a_duplicate_key_within_one_line_is_refused() -> None:
    (problem,) = refused("a = 1\nb = {c = 1, c = 2}\n")
    assert (problem.line, problem.code) == (2, "toml_syntax")
    assert "uplicate" in problem.message


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 500_000,
        "a = " + "{a = " * 200_000,
        "a." * 500_000 + "a = 1",
        "[" + "a . " * 200_000 + "a]",
        "'a'." * 200_000 + "a = 1",
        'a = """""""""" \n""""' + "[" * 500_000,
        "a = ['''''x''''', " + "[" * 500_000,
        'a = ["""""x""""", ' + "[" * 500_000,
        'a = ["\\"", ' + "[" * 500_000,
        "a = ['\\', " + "[" * 500_000,
    ],
)
def test_no_depth_exhausts_the_stack_or_the_patience(text: str) -> None:
    began = time.process_time()
    (problem,) = refused(text)
    assert time.process_time() - began < 2
    assert problem.code in ("too_deep", "toml_syntax")


def test_twenty_levels_are_read_and_one_more_is_not() -> None:
    assert said("a." * 19 + "a = 1").data
    assert refused("a." * 20 + "a = 1")[0].code == "too_deep"
    assert said("a = " + "[" * 19 + "]" * 19).data
    assert refused("a = " + "[" * 20 + "]" * 20)[0].code == "too_deep"
    parts = ".".join("abcdefghijkl")
    (problem,) = refused(f"z = 1\n[{parts}]\n{parts} = 1")
    assert (problem.code, problem.line) == ("too_deep", 3)


def test_brackets_and_dots_in_text_and_comments_are_no_depth() -> None:
    signs = "[" * 50 + "." * 50
    text = f'a = "{signs}" # {signs}\nb = \'{signs}\'\nc = """{signs}\n"{signs}"""\n'
    assert said(text).data == {"a": signs, "b": signs, "c": f'{signs}\n"{signs}'}
    assert said("a = [" + "1.5, " * 100 + "]").data


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a = 1\nb = \n", 2),
        ("a = 1\nb: 2\n", 2),
        ("a = expa\n", 1),
        ("a = 1\nb = 'x", 2),
        ("a = 2026-13-45\n", 1),
        ("a = 1\n[a.b]\nc = 1\n", 2),
        ("it's = 1\n", 1),
    ],
)
def test_syntax_errors_have_a_line(text: str, line: int) -> None:
    (problem,) = refused(text)
    assert (problem.code.partition("_")[0], problem.line) == ("toml", line)
    assert problem.message.startswith("is not valid TOML: ")


def test_every_key_has_its_line() -> None:
    text = '''# c
a = 1
"b c" = """
a = 2
[x]
"""
d.e = [
  [1],
  [2],  # ]
]

[f]
g = {h = 1}
[f."i.j"]
k = 1
[[l]]
m = 1
[[l]]
m = 2
[[l.n]]
o = 1
[l.p]
q = 1
'''
    document = said(text)
    wanted: dict[tuple[str | int, ...], int | None] = {
        ("a",): 2,
        ("b c",): 3,
        ("d",): 7,
        ("d", "e"): 7,
        ("d", "e", 1, 0): 7,
        ("f",): 12,
        ("f", "g"): 13,
        ("f", "g", "h"): 13,
        ("f", "i.j"): 14,
        ("f", "i.j", "k"): 15,
        ("l",): 16,
        ("l", 0, "m"): 17,
        ("l", 1): 18,
        ("l", 1, "m"): 19,
        ("l", 1, "n", 0, "o"): 21,
        ("l", 1, "p"): 22,
        ("l", 1, "p", "q"): 23,
        ("l", 1, "missing"): 18,
        ("missing",): None,
        ("x",): None,
        (): None,
    }
    assert {path: document.line(path) for path in wanted} == wanted
