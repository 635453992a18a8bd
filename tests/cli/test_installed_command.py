"""The installed command, in processes of its own: what a user has after installing."""

from __future__ import annotations

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from subhub import __version__

SUBHUB = Path(sys.executable).parent / "subhub"


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_version(installed, option):
    assert installed(option) == (0, f"subhub {__version__}\n", "")


def test_python_runs_the_package_as_the_same_command(installed):
    done = subprocess.run([sys.executable, "-m", "subhub", "-h"], capture_output=True, check=True)
    assert done.stdout.decode() == installed("--help").out


def test_preview_in_english(installed, delayed):
    ran = installed("preview", delayed, "--on", "2026-11-21")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith(
        "✔ You can cancel, but the account closes on 2 Jan 2027 at the earliest"
    )
    assert "\x1b" not in ran.out


@pytest.mark.parametrize("name", ["LC_ALL", "LC_MESSAGES", "LANG"])
def test_the_locale_chooses_the_language(installed, delayed, name):
    ran = installed("preview", delayed, "--on", "2026-11-21", **{name: "ja_JP.UTF-8"})
    assert ran.out.startswith("✔ 解約できますが")
    assert "日程" in ran.out


def test_the_option_wins_over_the_locale(installed, delayed):
    ran = installed("preview", delayed, "--lang", "en", LANG="ja_JP.UTF-8")
    assert ran.out.startswith("✔ You can cancel")


def test_standard_input(installed):
    text = b'{"platform": "expa", "product": "event"}'
    ran = installed("preview", "-", "--format", "json", stdin=text)
    assert ran.code == 5
    assert json.loads(ran.out)["verdict"] == "not_covered"


def test_help_imports_nothing_heavy(installed):
    ran = installed("--help", PYTHONPROFILEIMPORTTIME="1")
    loaded = {line.rpartition("|")[2].strip() for line in ran.err.splitlines()}
    assert "click" in loaded
    assert not loaded & {"pydantic", "yaml", "fluent.runtime", "babel", "pluggy", "wcwidth"}


def test_a_reader_that_goes_away(delayed):
    many = " ".join([str(delayed)] * 40)
    done = subprocess.run(
        f"'{SUBHUB}' preview {many} | head -1",
        shell=True, capture_output=True, text=True, timeout=60,
        env={**os.environ, "PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert done.stdout.startswith("✔")
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_interrupted():
    with subprocess.Popen(
        [SUBHUB, "preview", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, env={**os.environ, "PYTHONPROFILEIMPORTTIME": "1"},
    ) as process:  # fmt: skip
        # the reader is imported last before standard input is waited for
        seen = b""
        while b"yaml_format" not in seen and b"subhub.documents.reader" not in seen:
            seen += process.stderr.readline()
        while b"subhub.cli.answers" not in seen and b"subhub.hub.hub" not in seen:
            seen += process.stderr.readline()
        try:
            process.wait(0.5)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGINT)
        err = process.stderr.read()
    assert process.returncode == 130
    assert b"Traceback" not in err


@pytest.mark.parametrize(
    "environ, coloured",
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
)
def test_colours_on_a_terminal(delayed, environ, coloured):
    ours, theirs = pty.openpty()
    surroundings = {**os.environ, "TERM": "xterm", "COLUMNS": "80", **environ}
    if "NO_COLOR" not in environ:
        surroundings.pop("NO_COLOR", None)
    with subprocess.Popen([SUBHUB, "preview", str(delayed)], stdout=theirs, env=surroundings):
        os.close(theirs)
        said = os.read(ours, 64)
        while True:
            try:
                if not os.read(ours, 4096):
                    break
            except OSError:
                break
    os.close(ours)
    assert (b"\x1b[" in said) is coloured


def test_colours_can_be_forced(installed, delayed):
    assert "\x1b[" in installed("preview", delayed, FORCE_COLOR="1").out
    assert "\x1b[" in installed("preview", delayed, "--color", "always").out
    assert "\x1b[" not in installed("preview", delayed, "--color", "never", FORCE_COLOR="1").out


def test_an_encoding_that_lacks_characters(installed, delayed):
    ran = installed("preview", delayed, "--lang", "ja", PYTHONIOENCODING="ascii")
    assert (ran.code, ran.err) == (0, "")


# Adapters of strangers


def stranger(folder: Path, name: str, platform: str, source: str) -> None:
    """An installed package with an adapter, as pip would leave it."""
    module = name.replace("-", "_")
    (folder / f"{module}.py").write_text(source)
    info = folder / f"{module}-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n")
    (info / "entry_points.txt").write_text(f"[subhub]\n{platform} = {module}\n")


@pytest.fixture
def broken(tmp_path):
    folder = tmp_path / "broken"
    folder.mkdir()
    stranger(folder, "broken-gym", "gym", "raise ImportError('no weights')\n")
    return folder


@pytest.fixture
def rival(tmp_path):
    folder = tmp_path / "rival"
    folder.mkdir()
    stranger(folder, "rival-impact", "impact", "\n")
    return folder


def test_a_broken_adapter_is_reported_and_left_out(installed, broken):
    ran = installed("platforms", PYTHONPATH=str(broken))
    assert ran.code == 0
    assert "Squarespace" in ran.out and "gym" not in ran.out
    (line,) = ran.err.splitlines()
    assert line.startswith("subhub: ")
    assert "`gym`" in line and "`broken-gym`" in line and "no weights" in line


def test_a_broken_adapter_does_not_disturb_the_others(installed, broken, delayed):
    ran = installed("preview", delayed, PYTHONPATH=str(broken))
    assert (ran.code, ran.err) == (0, "")


def test_a_document_for_a_broken_adapter(installed, broken):
    ran = installed("preview", "-", stdin=b"platform: gym\n", PYTHONPATH=str(broken))
    assert (ran.code, ran.out) == (1, "")
    (line,) = ran.err.splitlines()
    assert "broken-gym" in line


def test_two_adapters_for_one_platform(installed, rival, delayed):
    ran = installed("preview", delayed, PYTHONPATH=str(rival))
    assert (ran.code, ran.out) == (1, "")
    (line,) = ran.err.splitlines()
    assert "`rival-impact`" in line and "`subhub-cancel`" in line and "`impact`" in line
