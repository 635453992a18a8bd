"""The commands that pages of the documentation show, and what they print.

``python tools/page_commands.py`` writes what is printed now into the pages, wherever a page shows
all of it; where a line `…` leaves something out, look yourself: the tests say what differs.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[1]
PAGES = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r'^```(console|\w+ title="[^"]+")\n(.*?)^```', re.DOTALL | re.MULTILINE)
LEFT_OUT = re.compile(r"^…\n", re.MULTILINE)
#: programs that a page may run; it may show others (SQL clients, pip) that are not run
PROGRAMS = {"subhub", "printf", "grep", "head", "pytest"}
#: how a page installs a package that it has written: done here without a network
INSTALL = "pip install -e "


class Shown(NamedTuple):
    """A file that a page tells to write, or a command and what the page shows below it."""

    kind: str
    head: str
    text: str

    @property
    def runs(self) -> bool:
        """Whether it is a command all of whose programs are here."""
        parts = self.head.split(" | ")
        if self.head.startswith(INSTALL) and "." not in self.head:
            return True
        return self.kind == "command" and all(shlex.split(each)[0] in PROGRAMS for each in parts)


def shown(page: Path) -> list[Shown]:
    """The files and commands of a page, from top to bottom."""
    found = []
    for kind, body in BLOCK.findall(page.read_text(encoding="utf-8")):
        if kind != "console":
            found.append(Shown("file", kind.split('"')[1], body))
            continue
        for part in body.split("$ ")[1:]:
            command, _, below = part.partition("\n")
            found.append(Shown("command", command, below))
    return found


def printed(page: Path, folder: Path) -> Iterator[tuple[Shown, str]]:
    """Follow a page in an empty folder: each command with what it prints."""
    (folder / "examples").symlink_to(ROOT / "examples")  # what is written lands elsewhere
    scripts = Path(sys.executable).parent
    surroundings = {
        "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "80",
        "NO_COLOR": "1",
        "PYTHONPATH": str(folder / ".installed"),
        "PYTEST_ADDOPTS": "--subhub-rounds=20 -p no:cacheprovider",
    }
    for each in shown(page):
        if each.kind == "command" and each.head.startswith(INSTALL) and each.runs:
            surroundings["PYTHONPATH"] += f"{os.pathsep}{install(folder, each.head)}"
        elif each.kind == "file":
            (folder / each.head).parent.mkdir(parents=True, exist_ok=True)
            (folder / each.head).write_text(each.text, encoding="utf-8")
        elif each.runs:
            ran = subprocess.run(  # noqa: S603 - commands of our own pages
                ["/bin/bash", "-c", each.head],
                cwd=folder,
                env=surroundings,
                text=True,
                capture_output=True,
                check=False,
            )
            if ran.returncode not in (0, 3, 4, 5):
                raise RuntimeError(f"{page.name}: `{each.head}` failed: {ran.stderr}")
            yield each, ran.stdout + ran.stderr


def install(folder: Path, command: str) -> Path:
    """Declare a package of the page, and this one, as pip would; where its modules are."""
    package = folder / command.removeprefix(INSTALL)
    for project in (ROOT, package):
        told = tomllib.loads((project / "pyproject.toml").read_text(encoding="utf-8"))["project"]
        info = folder / ".installed" / f"{told['name'].replace('-', '_')}-0.dist-info"
        info.mkdir(parents=True, exist_ok=True)
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {told['name']}\nVersion: 0\n")
        lines = []
        for group, entries in told["entry-points"].items():
            lines += [f"[{group}]", *(f"{name} = {value}" for name, value in entries.items())]
        (info / "entry_points.txt").write_text("\n".join(lines))
    return package / "src"


def main() -> None:
    """Write anew what pages show in full."""
    for page in PAGES:
        text = before = page.read_text(encoding="utf-8")
        with tempfile.TemporaryDirectory() as folder:
            for each, said in printed(page, Path(folder)):
                if each.text and not LEFT_OUT.search(each.text):
                    text = text.replace(f"$ {each.head}\n{each.text}", f"$ {each.head}\n{said}")
                elif not all(part.strip("\n") in said for part in LEFT_OUT.split(each.text)):
                    print(f"{page.relative_to(ROOT)}: look at `{each.head}`")
        if text != before:
            page.write_text(text, encoding="utf-8")
            print(f"wrote {page.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
