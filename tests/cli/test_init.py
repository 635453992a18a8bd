"""A blank document: every key, nothing written over, and it can be asked about at once."""

from __future__ import annotations

import json

import pytest

PLATFORMS = ["expa", "impact", "squarespace"]


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_a_blank_document_can_be_asked_about(run, tmp_path, platform, lang):
    path = tmp_path / "mine.yaml"
    assert run("init", platform, "-o", str(path), "--lang", lang).code == 0
    text = path.read_text(encoding="utf-8")
    model = json.loads(run("schema", platform).out)
    for key in model["properties"]:
        assert f"\n{key}:" in text
    ran = run("preview", str(path), "--on", "2026-11-21", "--lang", lang)
    assert (ran.code, ran.err) == (4, "")
    assert "`ui-" not in text + ran.out


def test_init_writes_over_nothing(run, tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("mine")
    ran = run("init", "impact", "-o", str(path))
    assert ran.code == 1
    assert "--force" in ran.err
    assert path.read_text() == "mine"
    assert run("init", "impact", "-o", str(path), "--force").code == 0
    assert "platform: impact" in path.read_text(encoding="utf-8")


def test_init_where_nothing_can_be_written(run, tmp_path):
    ran = run("init", "impact", "-o", str(tmp_path / "no" / "such" / "folder.yaml"))
    assert ran.code == 1
    assert len(ran.err.splitlines()) == 1


@pytest.mark.parametrize("force", [[], ["--force"]])
def test_a_full_disk_leaves_what_was_there(installed_on_a_full_disk, tmp_path, force):
    path = tmp_path / "mine.yaml"
    if force:
        path.write_text("mine")
    done = installed_on_a_full_disk("init", "impact", "-o", str(path), *force)
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert [each.read_text() for each in tmp_path.iterdir()] == ["mine"] * len(force)


@pytest.fixture
def installed_on_a_full_disk():
    """Runs the command where no file may be larger than a few bytes."""
    import resource
    import subprocess
    import sys

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (16, 16))

    return lambda *arguments: subprocess.run(
        [sys.executable, "-m", "subhub", *arguments], capture_output=True, preexec_fn=full
    )
