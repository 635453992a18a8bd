"""An answer does not hang on where it is worked out: every surrounding prints the same bytes.

A short form: `make harden` asks every command in every surrounding alone.
"""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from odd_places import ASCII, COMMANDS, SURROUNDINGS, ask

#: every surrounding at once that only an environment makes, but for the slow ones
MANY = {key: value for each in SURROUNDINGS.values() for key, value in each.items()}
MANY = {key: value for key, value in MANY.items() if key not in ("PYTHONMALLOC",)}
SHORT = ("preview", "json", "error", "ask")


@pytest.fixture(scope="module")
def usual(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, bytes, bytes]]:
    """What each command gives where nothing is unusual."""
    folder = tmp_path_factory.mktemp("usual")
    return {name: ask(folder, name) for name in SHORT}


def test_the_usual_is_no_failure(usual):
    codes = {name: given[0] for name, given in usual.items()}
    assert codes == {"preview": 0, "json": 0, "error": 1, "ask": 0}
    assert b"Traceback" not in b"".join(err for _, _, err in usual.values())


def test_the_same_bytes_where_much_is_odd_at_once(tmp_path, usual):
    assert {name: ask(tmp_path, name, **MANY) for name in SHORT} == usual
    assert len(MANY) > 12
    assert list(tmp_path.iterdir()) == []


def test_a_working_folder_that_is_gone(tmp_path, usual):
    gone = tmp_path / "gone"
    gone.mkdir()
    script = f"import os, sys; from subhub.cli import command; os.rmdir({str(gone)!r}); command()"
    done = subprocess.run(
        [sys.executable, "-c", script, *map(str, COMMANDS["preview"])], cwd=gone,
        capture_output=True, env=os.environ | {"PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    assert done.stdout == usual["preview"][1], done.stderr


@pytest.mark.parametrize("name", ["preview", "error", "ask"])
def test_the_locale_of_c_is_no_reason_to_fail(tmp_path, usual, name):
    code, out, err = ask(tmp_path, name, **ASCII, PYTHONIOENCODING="")
    assert (code, b"Traceback" in err) == (usual[name][0], False)
    assert out or err


def test_nothing_is_written_beside_the_code(tmp_path, usual):
    """Where it is installed nobody may write; root may, so that no new file is what counts."""
    import subhub

    place = tmp_path / "site"
    shutil.copytree(Path(subhub.__path__[0]), place / "subhub",
                    ignore=shutil.ignore_patterns("__pycache__"))  # fmt: skip
    before = sorted(place.rglob("*"))
    for each in [place, *before]:
        each.chmod(0o555 if each.is_dir() else 0o444)
    try:
        environ = {"PYTHONPATH": str(place), "PYTHONDONTWRITEBYTECODE": "1"}
        assert {name: ask(tmp_path, name, **environ) for name in SHORT} == usual
    finally:
        for each in [place, *before]:
            each.chmod(0o755)
    assert sorted(place.rglob("*")) == before


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
@pytest.mark.parametrize("name", ["json", "error"])
def test_a_closed_stream_is_no_failure(usual, closed, name):
    """What would have been printed is lost, nothing else; no file takes its place."""
    code, out, err = usual[name]
    arguments = shlex.join(map(str, COMMANDS[name]))
    done = subprocess.run(
        ["sh", "-c", f"{shlex.quote(sys.executable)} -m subhub {arguments} {closed}"],
        capture_output=True, env=os.environ | {"PYTHONIOENCODING": "utf-8", "LC_ALL": "C.UTF-8"},
    )  # fmt: skip
    wanted = b"" if closed.startswith(">") else out, b"" if "2>" in closed else err
    assert (done.returncode, done.stdout, done.stderr) == (code, *wanted)
