"""An adapter that means no good harms its own platform and no other, whatever is asked.

``python tests/faults/test_hostile_adapters.py`` tries all of it and prints how much that was.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import invalidate_caches
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from asks import ASKS, SLOW, ask_everything
from hostile import HOSTILE, install

from documents import ACCOUNT, ON, PLAN
from subhub import Hub
from subhub.cli import main
from subhub.errors import AdapterBroken, SubhubError

OURS = ("expa", "impact", "squarespace")
GYM = {"platform": "gym", "status": "active", "visits": 3, "price": "20.00 EUR"}
#: the questions that a whole command line and its files pass, and what they are about
COMMANDS = {
    "platforms": ("platforms",),
    "platforms-json": ("platforms", "--format", "json"),
    "preview": ("preview", "plan.yaml", "--on", ON),
    "agenda": ("agenda", "plan.yaml", "account.yaml", "--on", ON),
    "audit": ("audit", "plan.yaml", "--on", ON),
    "rules": ("rules", "impact"),
    "sql": ("sql", "impact", "--dialect", "duckdb", "--on", ON),
    "schema": ("schema", "impact"),
    "init": ("init", "impact"),
    "completion": ("completion", "bash"),
    "help": ("--help",),
    "scan": ("scan", "rows.csv", "-o", "out.csv", "--on", ON),
}
#: what a scan says of its speed
RATE = re.compile(r", [\d,]+ rows/s")
EXPECTED = {each["platform"]: ask_everything(Hub(), each) for each in (PLAN, ACCOUNT)}

every = pytest.mark.parametrize("name", HOSTILE)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Where packages are installed for one test; documents and rows stand beside them."""
    write_documents(tmp_path)
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.chdir(tmp_path)
    before = set(sys.modules)
    yield tmp_path
    for module in set(sys.modules) - before:
        if module.startswith("hostile"):
            del sys.modules[module]


def write_documents(folder: Path) -> None:
    for name, document in (("plan", PLAN), ("account", ACCOUNT), ("gym", GYM)):
        (folder / f"{name}.yaml").write_text(json.dumps(document), encoding="utf-8")
    (folder / "rows.csv").write_text(
        "platform,status\nsquarespace,active\nimpact,canceled\n", encoding="utf-8"
    )


def ask_gym(hub: Hub) -> dict[str, SubhubError | None]:
    """What each question about the hostile platform raises."""
    raised: dict[str, SubhubError | None] = {}
    for name, ask in ASKS.items():
        try:
            ask(hub, GYM)
        except SubhubError as error:
            raised[name] = error
        else:
            raised[name] = None
    return raised


@every
def test_the_others_answer_every_question_as_if_it_were_not_there(name: str, folder: Path) -> None:
    install(folder, name)
    hub = Hub()
    for document in (PLAN, ACCOUNT):
        told = ask_everything(hub, document, without=SLOW)
        assert told.items() <= EXPECTED[document["platform"]].items()
    assert {each.platform for each in hub.platforms()} >= set(OURS)


@every
def test_its_own_questions_name_the_package_and_what_is_wrong(name: str, folder: Path) -> None:
    module, hostile = install(folder, name), HOSTILE[name]
    raised = ask_gym(Hub())
    raised.pop("preview_table"), raised.pop("audit")  # these tell it row by row, see below
    broken = [error for error in raised.values() if error is not None]
    assert broken and all(type(each) is AdapterBroken for each in broken), raised
    if hostile.from_start:
        answered = {question for question, error in raised.items() if error is None}
        assert answered <= {"request", "subscription", "catalogue"}  # half of it may be sound
    for error in broken:
        text = str(error)
        assert f"`{name}`" in text and f"`gym = {module}`" in text and hostile.says in text
        assert len(text) < 600 and text.isprintable()
        assert str(error.hint) == f"update or uninstall `{name}`"


@every
def test_a_row_of_its_own_says_so_and_the_others_are_answered(name: str, folder: Path) -> None:
    install(folder, name)
    rows = pl.DataFrame({"platform": ["gym", "impact", "gim"], "status": ["canceled"] * 3})
    made = Hub().preview_table(rows, on=ON)
    gym = "platform: adapter_broken" if HOSTILE[name].from_start else None
    assert made["error"].to_list() == [gym, None, "platform: unknown_value"]
    assert made["verdict"][1] == "nothing_to_do"
    audited = Hub().audit([GYM, PLAN], on=ON).documents
    assert audited[1].state == "complete"
    if HOSTILE[name].from_start:
        assert audited[0].flaws[0].code.startswith("adapter_")


def run(*arguments: str) -> int:
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    return int(ended.value.code or 0)


@pytest.mark.parametrize("name", [each for each in HOSTILE if HOSTILE[each].from_start][::4])
def test_commands_go_on(
    name: str, folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: Any
) -> None:
    monkeypatch.delenv("LANG", raising=False)
    asked = {key: args for key, args in COMMANDS.items() if key != "scan"}
    usual = {}
    for key, arguments in asked.items():
        usual[key] = run(*arguments), capsys.readouterr().out
    install(folder, name)
    invalidate_caches()
    for key, arguments in asked.items():
        code = run(*arguments)
        out, err = capsys.readouterr()
        assert (code, out) == usual[key]
        assert "Traceback" not in err
        assert (f"`{name}`" in err) == key.startswith("platforms")
    assert run("preview", "gym.yaml") == 1
    assert run("agenda", "gym.yaml", "plan.yaml", "--on", ON) == 1
    out, err = capsys.readouterr()
    assert err.count(f"`{name}`") == 4 and "subhub: gym.yaml: " in err
    assert "dp" in out


@pytest.fixture(scope="module")
def all_installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every one of them, each for a platform of its own."""
    folder = tmp_path_factory.mktemp("hostile")
    install_all(folder)
    write_documents(folder)
    return folder


class TestAllAtOnce:
    @pytest.mark.parametrize("command", COMMANDS)
    def test_a_command_gives_what_it_gives_without_them(
        self, command: str, all_installed: Path
    ) -> None:
        folder = all_installed
        with_them, made = run_apart(folder, *COMMANDS[command], path=str(folder))
        without, usual = run_apart(folder, *COMMANDS[command], path="")
        assert with_them.returncode == without.returncode == 0
        assert "Traceback" not in with_them.stderr
        assert made == usual
        if command.startswith("platforms"):
            broken = [name for name, each in HOSTILE.items() if each.from_start]
            assert all(f"`{name}`" in with_them.stderr for name in broken)
        else:
            assert with_them.stderr == without.stderr
            assert RATE.sub("", with_them.stdout) == RATE.sub("", without.stdout)


def run_apart(
    folder: Path, *arguments: str, path: str
) -> tuple[subprocess.CompletedProcess[str], bytes]:
    """The command in a process of its own, and the file it wrote."""
    told = {name: value for name, value in os.environ.items() if not name.startswith(("L", "PY"))}
    command = [str(Path(sys.executable).parent / "subhub"), *arguments]
    done = subprocess.run(
        command, cwd=folder, env={**told, "PYTHONPATH": path}, capture_output=True, text=True,
        timeout=120, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    out = folder / "out.csv"
    made = out.read_bytes() if out.exists() else b""
    out.unlink(missing_ok=True)
    return done, made


def install_all(folder: Path) -> None:
    for number, name in enumerate(HOSTILE):
        install(folder, name, platform=f"gym{number}")
