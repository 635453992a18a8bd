"""Files and streams: what can be read, and what is refused before any format is asked."""

from __future__ import annotations

import io
import os
import pickle
import sys
import time
import tracemalloc
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Literal

import pytest

from subhub.documents import Document, parse, read
from subhub.errors import DocumentError, Problem

MIB = 1024 * 1024
KINDS: list[Literal["yaml", "json", "toml"]] = ["yaml", "json", "toml"]


def refused(path: str | Path, stdin: Any = None) -> Problem:
    with pytest.raises(DocumentError) as caught:
        read(path, stdin=stdin)
    assert len(str(caught.value).splitlines()) == len(caught.value.problems) == 1
    return caught.value.problems[0]


def written(folder: Path, content: bytes, name: str = "a.yaml") -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


class Endless(io.RawIOBase):
    """A stream that never ends and counts what is taken from it."""

    taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        size = min(len(buffer), 4096)
        buffer[:size] = b"#" * size
        self.taken += size
        return size


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.yaml", "platform: expa\nprice: 5 USD\n"),
        ("a.YML", "platform: expa\nprice: 5 USD\n"),
        ("a.json", '{"platform": "expa", "price": "5 USD"}'),
        ("a.toml", 'platform = "expa"\nprice = "5 USD"\n'),
        ("json.txt", '\n {"platform": "expa", "price": "5 USD"}'),
        ("flow.txt", "{platform: expa, price: 5 USD}"),
        ("yaml", "# a = b\nplatform: expa\nprice: 5 USD\n"),
        ("toml", '# a: b\n\nplatform = "expa"\nprice = "5 USD"\n'),
        ("quoted", '"platform" = "expa"\nprice = "5 USD"\n'),
        ("marked.yaml", "\ufeffplatform: expa\nprice: 5 USD\n"),
        ("marked.json", '\ufeff{"platform": "expa", "price": "5 USD"}'),
        ("marked.toml", '\ufeffplatform = "expa"\nprice = "5 USD"'),
        ("windows.yaml", "platform: expa\r\nprice: 5 USD\r\n"),
        ("windows.toml", 'platform = "expa"\r\nprice = "5 USD"\r\n'),
    ],
)
def test_the_suffix_or_else_the_text_tells_the_format(
    tmp_path: Path, name: str, content: str
) -> None:
    path = written(tmp_path, content.encode(), name)
    document = read(path)
    assert document.data == {"platform": "expa", "price": "5 USD"}
    assert document.file == str(path)
    assert read("-", stdin=io.BytesIO(content.encode())).data == document.data


def test_a_toml_table_without_a_key_before_it_is_recognised() -> None:
    stream = io.BytesIO(b'[price]\namount = "5.00"\ncurrency = "USD"\n')
    assert read("-", stdin=stream).data == {"price": {"amount": "5.00", "currency": "USD"}}


def test_standard_input_has_a_name_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = SimpleNamespace(buffer=io.BytesIO("店: はい\n".encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    document = read("-")
    assert (document.file, document.data) == ("<stdin>", {"店": "はい"})


def test_a_pipe_that_hands_out_little_at_a_time_is_read_to_its_end() -> None:
    class Slow(io.BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return super().read(min(size or 0, 3))

    assert read("-", stdin=Slow(b"platform: expa\nid: x\n")).data == {"platform": "expa", "id": "x"}


def test_no_standard_input_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    assert str(refused("-")) == "<stdin>: cannot be read: there is no standard input"
    closed = io.BytesIO()
    closed.close()
    assert refused("-", closed).code == "unreadable"


def test_a_missing_file(tmp_path: Path) -> None:
    problem = refused(tmp_path / "none.yaml")
    assert (problem.code, problem.file) == ("missing_file", str(tmp_path / "none.yaml"))
    assert refused(written(tmp_path, b"a: 1") / "below").code == "missing_file"


def test_a_folder(tmp_path: Path) -> None:
    assert refused(tmp_path).code == "is_folder"


def test_a_name_that_no_file_can_have_is_an_ordinary_error() -> None:
    assert refused("a\0b.yaml").file == r"a\x00b.yaml"
    assert refused("x" * 100_000).code == "unreadable"


def test_a_file_without_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def closed(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", closed)
    problem = refused(tmp_path / "a.yaml")
    assert (problem.code, problem.message) == ("not_permitted", "cannot be read: permission denied")


def test_a_disk_that_fails_is_told_in_the_systems_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", broken)
    assert refused(tmp_path / "a.yaml").message == "cannot be read: Input/output error"


def test_one_mebibyte_is_read_and_a_byte_more_is_not(tmp_path: Path) -> None:
    content = b"a: 1 #".ljust(MIB, b"x")
    assert read(written(tmp_path, content)).data == {"a": 1}
    problem = refused(written(tmp_path, content + b"x"))
    assert (problem.code, problem.message) == ("too_large", "is larger than 1 MiB")


def test_a_hundred_megabytes_are_refused_fast_and_with_little_memory(tmp_path: Path) -> None:
    path = written(tmp_path, b"")
    os.truncate(path, 100 * 1000 * 1000)
    tracemalloc.start()
    try:
        began = time.process_time()
        assert refused(path).code == "too_large"
        assert time.process_time() - began < 1
        assert tracemalloc.get_traced_memory()[1] < 8 * MIB
    finally:
        tracemalloc.stop()


def test_no_more_than_a_byte_over_the_limit_is_taken_from_a_stream() -> None:
    stream = Endless()
    assert refused("-", stream).code == "too_large"
    assert stream.taken == MIB + 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_text_over_the_limit_is_refused_as_well(kind: Literal["yaml", "json", "toml"]) -> None:
    with pytest.raises(DocumentError, match="larger than 1 MiB"):
        parse("#" * (MIB + 1), kind=kind, file="a")


def test_bytes_that_are_not_utf_8_are_named_with_offset_and_line(tmp_path: Path) -> None:
    problem = refused(written(tmp_path, b"a: 1\nb: caf\xe9\n"))
    assert (problem.line, problem.value, problem.code) == (2, "0xe9", "not_utf8")
    assert problem.message == "is not UTF-8: byte `0xe9` at offset 11"
    assert refused(written(tmp_path, "価格: 5".encode("shift_jis"))).line == 1
    assert refused(written(tmp_path, "a: 1".encode("utf-16"))).code == "not_utf8"


@pytest.mark.parametrize("name", ["a.yaml", "a.json", "a.toml", "a"])
@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf"])
def test_an_empty_file(tmp_path: Path, name: str, content: bytes) -> None:
    problem = refused(written(tmp_path, content, name))
    assert (problem.code, problem.message) == ("empty", "is empty")
    assert "the platform among them" in problem.hint


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.yaml", b"# nothing\n"),
        ("a.yaml", b"null\n"),
        ("a.yaml", b"---\n...\n"),
        ("a.json", b"null"),
        ("a.toml", b"# nothing\n"),
    ],
)
def test_a_file_of_comments_or_null_says_nothing(tmp_path: Path, name: str, content: bytes) -> None:
    assert refused(written(tmp_path, content, name)).message == "says nothing"


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.yaml", "- a\n- b\n", "is a list, not keys and values"),
        ("a.json", '[{"platform": "expa"}]', "is a list, not keys and values"),
        ("a.yaml", "expa\n", "is a single value, not keys and values"),
        ("a.yaml", "false\n", "is a single value, not keys and values"),
        ("a.json", "12", "is a single value, not keys and values"),
    ],
)
def test_the_top_level_is_a_mapping(tmp_path: Path, name: str, content: str, message: str) -> None:
    problem = refused(written(tmp_path, content.encode(), name))
    assert problem.message == message
    assert problem.code in ("is_list", "is_value")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "sign", ["\0", "\x07", "\x1b", "\x7f", "\x85", "\x9b", "\u2028", "\u202e", "\u2066", "\ud800"]
)
def test_control_characters_are_refused_wherever_they_stand(
    kind: Literal["yaml", "json", "toml"], sign: str
) -> None:
    with pytest.raises(DocumentError) as caught:
        parse(f"a: 1\n\nbc: {sign}", kind=kind, file="f")
    (problem,) = caught.value.problems
    assert problem.message == f"holds the control character `U+{ord(sign):04X}` in column 5"
    assert (problem.line, problem.code) == (3, "control")
    assert sign not in str(caught.value)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("yaml", 'a: 1\nb: ["\\e[31m"]'),
        ("json", '{"a": 1,\n"b": ["\\u001b[31m"]}'),
        ("toml", 'a = 1\nb = ["\\u001b[31m"]'),
    ],
)
def test_control_characters_written_as_escapes_are_refused_too(
    kind: Literal["yaml", "json", "toml"], text: str
) -> None:
    with pytest.raises(DocumentError) as caught:
        parse(text, kind=kind, file="f")
    (problem,) = caught.value.problems
    assert str(problem) == (r"f:2: b.0: `\x1b[31m` holds the control character U+001B; remove it")


def test_control_characters_in_keys_and_single_surrogates_are_refused() -> None:
    with pytest.raises(DocumentError) as caught:
        parse('{"a\\u0007": 1, "b": "\\ud800", "c": "\\r"}', kind="json", file="f")
    assert [problem.code for problem in caught.value.problems] == [
        "control_in_key", "control_in_value", "control_in_value",
    ]  # fmt: skip
    assert r"the key `a\x07` holds" in str(caught.value)


def test_text_of_several_lines_and_tabs_stay() -> None:
    assert parse('{"a": "b\\n\\tc"}', kind="json", file="f").data == {"a": "b\n\tc"}


def test_a_file_name_cannot_drive_the_terminal(tmp_path: Path) -> None:
    path = written(tmp_path, b"a: 1", "\x1b[31m\nred.yaml")
    assert read(path).file.endswith(r"\x1b[31m\nred.yaml")


def test_a_document_made_by_hand_knows_no_lines() -> None:
    document = Document({"a": 1}, "f")
    assert document.line(("a",)) is None


def test_a_document_survives_pickling_with_its_lines() -> None:
    document = parse("a: 1\nb: 2\n", kind="yaml", file="f")
    again = pickle.loads(pickle.dumps(document))
    assert again == document
    assert again.line(("b",)) == 2
