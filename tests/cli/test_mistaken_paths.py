"""Disks that are full, files and names that were not meant."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from subhub import Hub
from subhub.documents import read
from subhub.errors import DocumentError, RequestError

SUBHUB = Path(sys.executable).parent / "subhub"


def shell(line: str, **more):
    return subprocess.run(
        ["/bin/sh", "-c", line.replace("subhub", str(SUBHUB), 1)], capture_output=True, text=True,
        timeout=120, **more,
    )  # fmt: skip


# Disks that are full: no file may grow beyond some bytes


def full() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))


def test_a_full_disk_leaves_nothing(tmp_path):
    ran = shell("trap '' XFSZ; subhub init impact -o mine.yaml", cwd=tmp_path, preexec_fn=full)
    assert ran.returncode == 1 and "mine.yaml" in ran.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_leaves_what_was_there(tmp_path):
    (tmp_path / "mine.yaml").write_text("precious")
    ran = shell(
        "trap '' XFSZ; subhub init impact -o mine.yaml --force", cwd=tmp_path, preexec_fn=full
    )
    assert ran.returncode == 1
    assert [each.read_text() for each in tmp_path.iterdir()] == ["precious"]


def test_what_is_written_over_keeps_its_permissions_and_its_links(run, tmp_path):
    real, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    real.write_text("old")
    real.chmod(0o600)
    link.symlink_to(real)
    assert run("init", "impact", "-o", str(link), "--force").code == 0
    assert link.is_symlink() and "platform: impact" in real.read_text(encoding="utf-8")
    assert real.stat().st_mode & 0o777 == 0o600


def test_a_device_is_written_to_and_not_replaced(run):
    assert run("init", "impact", "-o", "/dev/null", "--force").code == 0
    assert Path("/dev/null").is_char_device()


# Files and names that were not meant


SECRETS = {
    "passwd": "root:x:0:0:hunter2:/root:/bin/bash\n",
    "a.toml": "hunter2 secret\n",
    "a.json": "hunter2",
    "b.json": '"hunter2"',
    "a.yaml": "hunter2\n",
    "b.yaml": "key: [hunter2\n",
    "c.yaml": "hunter2: &hunter2 1\n",
    "d.json": '{"hunter2": 1, "hunter2": 2}',
    "a.ini": "[default]\nkey = hunter2\n",
}


@pytest.mark.parametrize("name", SECRETS)
@pytest.mark.parametrize("lang", ["en", "ja"])
def test_nothing_is_repeated_of_a_file_that_is_no_document(run, tmp_path, name, lang):
    path = tmp_path / name
    path.write_text(SECRETS[name])
    ran = run("preview", str(path), "--lang", lang)
    assert ran.code == 1 and name in ran.err
    assert "hunter2" not in ran.out + ran.err


def test_a_document_with_a_mistake_is_told_where_it_is(tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("platform: impact\nstatus: [active\n")
    with pytest.raises(DocumentError, match="is not valid YAML"):
        read(path)


@pytest.mark.parametrize("command", ["preview", "agenda", "audit", "timeline", "compare"])
@pytest.mark.parametrize("path", ["", "  "])
def test_an_empty_path_is_no_folder(run, command, path):
    ran = run(command, path)
    assert (ran.code, ran.out) == (1, "")
    assert (
        ran.err
        == "subhub: an empty path names no file and no folder; `.` is the folder you are in\n"
    )


@pytest.mark.parametrize("intent, asked", [
    ("cancel", "`subhub preview FILE` says"),
    ("resume", "`subhub preview FILE --intent resume` says"),
])  # fmt: skip
def test_an_intent_as_a_command_names_the_command(run, intent, asked):
    ran = run(intent, "mine.yaml")
    assert ran.code == 2 and asked in ran.err


def test_a_path_in_place_of_a_document_is_told_how_it_is_read():
    with pytest.raises(DocumentError, match=r"`a.yaml` is not a document.*documents\.read\(path\)"):
        Hub().preview("a.yaml")


def test_an_error_is_whole_as_text():
    with pytest.raises(RequestError) as caught:
        Hub().preview({"platform": "impact"}, actor="nobody")
    assert str(caught.value).endswith(f"; {caught.value.hint}") and caught.value.hint
