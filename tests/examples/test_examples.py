"""Every example carries its request; the recorded answers stand beside this.

``SUBHUB_RECORD=1 pytest tests/examples`` records them anew: look at the difference before
committing it.
"""

from __future__ import annotations

import os
import shlex
from pathlib import Path

import pytest
from wcwidth import wcswidth

from subhub.cli import main
from subhub.documents import read

ROOT = Path(__file__).parents[2]
RECORDED = Path(__file__).parent
#: a format without comments: how it is asked stands here
WITHOUT_COMMENT = {"squarespace-no-permission.json"}
CODES = {"expa-unpaid-card.yaml": 3, "expa-unconfirmed-transfer.yaml": 3, "expa-event.toml": 5,
         "squarespace-website.yaml": 3, "squarespace-no-permission.json": 3,
         "impact-facts-missing.yaml": 4}  # fmt: skip
EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.is_file())


def command(path: Path) -> list[str]:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    if path.name in WITHOUT_COMMENT:
        first = f"subhub preview examples/{path.name}"
    return shlex.split(first.removeprefix("# "))


@pytest.fixture
def answer(capsys, monkeypatch):
    monkeypatch.chdir(ROOT)

    def answer(path: Path, *more: str) -> tuple[int, str]:
        name, *arguments = command(path)
        assert name == "subhub"
        with pytest.raises(SystemExit) as ended:
            main([*arguments, *more])
        out, err = capsys.readouterr()
        assert err == ""
        return int(ended.value.code or 0), out

    return answer


def test_there_are_examples_of_every_platform():
    assert len(EXAMPLES) >= 12
    assert {read(path).data["platform"] for path in EXAMPLES} == {"expa", "impact", "squarespace"}


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_the_first_line_asks_about_this_file(path):
    assert command(path) == ["subhub", "preview", f"examples/{path.name}"]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_each_carries_its_request(path):
    assert str(read(path).data["request"]["on"]) == "2026-11-21"


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_recorded_answer(path, lang, answer):
    code, said = answer(path, "--lang", lang)
    recorded = RECORDED / f"{path.stem}.{lang}.txt"
    if os.environ.get("SUBHUB_RECORD"):
        recorded.write_text(said, encoding="utf-8")
    assert said == recorded.read_text(encoding="utf-8")
    assert code == CODES.get(path.name, 0)


@pytest.mark.parametrize("lang", ["en", "ja"])
@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_it_fits_eighty_columns_and_reads_well(path, lang, answer):
    _, said = answer(path, "--lang", lang)
    for line in said.splitlines():
        assert wcswidth(line) <= 80 or "://" in line
        assert line == line.rstrip()
        assert not line.lstrip().startswith(("、", "。", "」", ")"))
    assert "`ui-" not in said and "None" not in said


def test_nothing_recorded_is_left_over():
    wanted = {f"{path.stem}.{lang}.txt" for path in EXAMPLES for lang in ("en", "ja")}
    assert {path.name for path in RECORDED.glob("*.txt")} == wanted
