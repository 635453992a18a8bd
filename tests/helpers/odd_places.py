"""Odd surroundings, and commands that have to print the same bytes in each of them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
DELAYED, WEBSITE, UNPAID = (
    ROOT / "examples" / f"{name}.yaml"
    for name in ("impact-delayed", "squarespace-website", "expa-unpaid-card")
)
ON = "2026-11-21"
#: one run each of what reads, thinks, asks, draws and writes in its own way
COMMANDS = {
    "preview": ("preview", DELAYED, "--on", ON, "--explain", "--lang", "en"),
    "preview ja": ("preview", UNPAID, "--on", ON, "--lang", "ja", "--format", "html"),
    "json": ("preview", DELAYED, "--on", ON, "--format", "json"),
    "error": ("preview", DELAYED, "--set", "status=asleep"),
    "timeline": ("timeline", WEBSITE, "--since", ON, "--until", "2027-12-31"),
    "unblock": ("unblock", UNPAID, "--on", ON),
    "agenda": ("agenda", DELAYED, WEBSITE, "--on", ON),
    "platforms": ("platforms",),
    "rules": ("rules", "impact", "--format", "json"),
    "sql": ("sql", "squarespace", "--dialect", "duckdb", "--on", ON),
    "ask": ("ask", "impact", "--on", ON),
}
SURROUNDINGS = {
    "no asserts, no docstrings": {"PYTHONOPTIMIZE": "2"},
    "development mode, warnings are errors": {"PYTHONDEVMODE": "1", "PYTHONWARNINGS": "error"},
    "another order of sets": {"PYTHONHASHSEED": "1"},
    "and another": {"PYTHONHASHSEED": "4294967295"},
    "no home": {"HOME": "/nowhere", "XDG_CACHE_HOME": "/nowhere", "USERPROFILE": "/nowhere"},
    "a home that is empty text": {"HOME": ""},
    "no temporary folder": {"TMPDIR": "/nowhere", "TEMP": "/nowhere", "TMP": "/nowhere"},
    "no compiled files are written": {"PYTHONDONTWRITEBYTECODE": "1"},
    "an unknown terminal": {"TERM": "nothing-like-it", "COLUMNS": "rubbish"},
    "another time zone of the machine": {"TZ": "Pacific/Kiritimati"},
    "a time zone that is none": {"TZ": "Nowhere/At/All"},
    "the memory of C checked": {"PYTHONMALLOC": "debug"},
}
ASCII = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


def ask(folder: Path, name: str, **environ: str) -> tuple[int, bytes, bytes]:
    """What a command gives in a folder and an environment."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("LC_", "LANG"))}
    done = subprocess.run(
        [sys.executable, "-m", "subhub", *map(str, COMMANDS[name])], input=b"active\nquit\n",
        capture_output=True, cwd=folder, timeout=120,
        env=clean | {"PYTHONIOENCODING": "utf-8"} | environ,
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr
