"""Wrapping by display width, in both languages."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from wcwidth import wcswidth

from subhub.render.text import cut, pad, table, width, wrap

JAPANESE = st.text(
    st.sampled_from("解約すると、返金は「ありません」。アカウント(停止)2026年1月2日 abc・ー→…"),
    max_size=80,
)


@given(
    JAPANESE
    | st.text(
        st.characters(min_codepoint=32, max_codepoint=0x2FFF, exclude_categories=("C", "M", "Z")),
        max_size=60,
    )
)
def test_width_is_the_width_on_a_terminal(text):
    assert width(text) == max(wcswidth(text), 0)


@given(JAPANESE, st.integers(20, 60))
def test_lines_fit_and_lose_nothing(text, columns):
    lines = wrap(text, columns)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(width(line) <= columns + 4 for line in lines)


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one():
    text = "解約(停止)すると、「残高」は返金されます。「詳細」は、案内をご覧ください。" * 5
    for columns in range(20, 60):
        for line in wrap(text, columns):
            assert line[0] not in "、。」)"
            assert line[-1] not in "「("


def test_an_address_stays_whole():
    address = "https://example.com/" + "a" * 100
    assert address in wrap(f"see {address} there", 40)


@pytest.mark.parametrize("text, columns, lines", [
    ("", 10, [""]),
    ("one two three", 7, ["one two", "three"]),
    ("abcdefghij", 4, ["abcd", "efgh", "ij"]),
    ("2026年11月21日に終了します。", 14, ["2026年11月21日", "に終了します。"]),
])  # fmt: skip
def test_examples(text, columns, lines):
    assert wrap(text, columns) == lines


def test_pad():
    assert pad("解約", 6) + "|" == "解約  |"


def test_text_is_measured_and_filled_up_by_display_width():
    assert width("解約 a") == 6
    assert pad("解約", 6) == "解約  "
    assert cut("デジタル商品", 8) == "デジタ…"
    assert list(table([("a", "b"), ("解約", "c")])) == ["a     b", "解約  c"]


@given(st.text("あいう、。 ab,.「」漢字", max_size=60), st.integers(8, 30))
def test_wrapping_loses_nothing_but_spaces(text, columns):
    assert "".join("".join(wrap(text, columns)).split()) == "".join(text.split())


@example("字字字字、", 8)  # one piece, longer than a line
@given(st.from_regex("([あいう漢字][、。]?){1,60}", fullmatch=True), st.integers(8, 30))
def test_no_line_begins_with_a_closing_mark_or_is_too_long(text, columns):
    lines = wrap(text, columns)
    assert not any(line[0] in "、。" for line in lines)
    assert max(map(width, lines)) <= columns
