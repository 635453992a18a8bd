"""Build the package twice, from two copies in two folders, and keep it where both are alike.

Usage: build_twice.py FOLDER. Whoever has the sources can so find out whether a wheel is made of
them. Needs no git; with it, the time in the archives is that of the last commit.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
#: what was made here and is no source
MADE = (".git", ".venv", "build", "dist", ".hypothesis", "__pycache__", ".*_cache", ".coverage*")
#: where there is no commit to ask: 2 February 2020, as hatchling has it
NO_COMMIT = "1580601600"


def time_of_sources() -> str:
    """Seconds since 1970: of SOURCE_DATE_EPOCH, else of the last commit."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return given
    ask = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    try:
        return subprocess.run(ask, capture_output=True, text=True, check=True).stdout.strip()  # noqa: S603
    except (OSError, subprocess.CalledProcessError):
        return NO_COMMIT


def build(sources: Path, target: Path, *, umask: int) -> dict[str, bytes]:
    """The archives by name, built from a copy of the sources."""
    shutil.copytree(ROOT, sources, ignore=shutil.ignore_patterns(*MADE))
    command = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(target)]
    environment = os.environ | {"SOURCE_DATE_EPOCH": time_of_sources()}
    subprocess.run(  # noqa: S603
        command, cwd=sources, env=environment, umask=umask, check=True, stdout=subprocess.DEVNULL
    )
    return {each.name: each.read_bytes() for each in sorted(target.iterdir())}


def main(folder: str) -> None:
    """Build, compare, keep."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        first = build(work / "one", work / "built one", umask=0o022)
        second = build(work / "elsewhere" / "two", work / "built two", umask=0o077)
    if odd := [
        name for name in first.keys() | second.keys() if first.get(name) != second.get(name)
    ]:
        raise SystemExit(f"built twice, and not alike: {', '.join(odd)}")
    kept = Path(folder)
    shutil.rmtree(kept, ignore_errors=True)
    kept.mkdir(parents=True)
    for name, content in first.items():
        (kept / name).write_bytes(content)
        print(f"{hashlib.sha256(content).hexdigest()}  {name}")


if __name__ == "__main__":
    main(*sys.argv[1:])
