"""Which files are meant by the paths a user names."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from subhub.documents import find
from subhub.errors import DocumentError


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("b.yaml", "a.yml", "sub/c.json", "sub/deep/D.TOML", "notes.txt", "README"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("platform: expa\n")
    for name in (".hidden.yaml", ".git/config.toml", "sub/.x/y.json"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("platform: expa\n")
    return tmp_path


def test_a_folder_stands_for_its_documents_sorted_without_hidden_ones(folder: Path) -> None:
    names = [path.relative_to(folder).as_posix() for path in find([folder])]
    assert names == ["a.yml", "b.yaml", "sub/c.json", "sub/deep/D.TOML"]


def test_files_are_taken_as_given_in_the_order_given(folder: Path) -> None:
    given = [folder / "notes.txt", folder / ".hidden.yaml", folder / "a.yml"]
    assert find(map(str, given)) == given
    assert find([folder / ".git"]) == [folder / ".git/config.toml"]


def test_standard_input_is_passed_on() -> None:
    assert find(["-"]) == [Path("-")]


def test_no_file_is_named_twice(folder: Path) -> None:
    assert len(find([folder / "b.yaml", folder, folder, str(folder / "b.yaml")])) == 4


def test_nothing_asked_for_is_nothing_found() -> None:
    assert find([]) == []


def test_linked_folders_are_not_entered(folder: Path) -> None:
    (folder / "sub" / "loop").symlink_to(folder)
    (folder / "linked.yaml").symlink_to(folder / "b.yaml")
    assert len(find([folder])) == 5


def test_all_that_is_missing_or_empty_is_told_at_once(folder: Path) -> None:
    empty = folder / "empty"
    empty.mkdir()
    (empty / "notes.txt").touch()
    with pytest.raises(DocumentError) as caught:
        find([folder / "none.yaml", folder, empty, "a\0b"])
    assert [(problem.file, problem.code) for problem in caught.value.problems] == [
        (str(folder / "none.yaml"), "missing_file"),
        (str(empty), "no_documents"),
        (r"a\x00b", "unreadable"),
    ]
    assert "documents end in .json, .toml, .yaml, .yml" in str(caught.value)


def test_a_folder_that_cannot_be_entered_is_not_passed_over(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scandir = os.scandir

    def guarded(path: str) -> object:
        if Path(path).name == "deep":
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", guarded)
    with pytest.raises(DocumentError) as caught:
        find([folder])
    (problem,) = caught.value.problems
    assert (problem.file, problem.code) == (str(folder / "sub" / "deep"), "not_permitted")


@pytest.mark.parametrize(
    ("written", "meant"),
    [("mine.yml", "mine.yaml"), ("mine.json", "mine.yaml"), ("mne.yaml", "mine.yaml")],
)
def test_a_file_of_another_suffix_is_suggested(tmp_path, written, meant):
    (tmp_path / "mine.yaml").write_text("platform: expa\n")
    with pytest.raises(DocumentError) as raised:
        find([tmp_path / written])
    assert str(raised.value.problems[0].hint) == f"did you mean `{tmp_path / meant}`?"
