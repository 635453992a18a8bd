"""Run the tests on every Python that is found, each in an environment of its own.

Usage: test_pythons.py [PYTHON …] [-- OPTIONS OF PYTEST]. By default python3.11 to 3.15 on PATH, and
the free-threaded builds (python3.14t, …). Says what was tried and what was not there; the exit
code is 1 where one failed. What an interpreter has no wheels of is left out and named.
"""

import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[1]
NAMES = [f"python3.{minor}{build}" for minor in range(11, 16) for build in ("", "t")]
#: libraries of files and databases: where they cannot be installed their tests are left out
LARGE = ("duckdb", "polars", "pyarrow", "z3-solver")


def main(*arguments: str) -> int:
    """Try each; the exit code."""
    given, _, options = (" ".join(arguments)).partition("--")
    failed = False
    for name in given.split() or NAMES:
        found = shutil.which(name)
        works = found and subprocess.run([found, "-c", ""], capture_output=True).returncode == 0
        told = test(str(found), options.split()) if works else "not there"
        failed = failed or told == "failed"
        print(f"{name:<14}{told}", flush=True)
    return int(failed)


def test(python: str, options: list[str]) -> str:
    """What came of one interpreter."""
    place = ROOT / "build" / "pythons" / Path(python).name
    subprocess.run([python, "-m", "venv", "--clear", place], check=True)
    here = str(place / ("Scripts" if sys.platform == "win32" else "bin") / "python")
    pip = [here, "-m", "pip", "install", "--quiet", "--only-binary=:all:"]
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    wanted = groups["dependency-groups"]["dev"]
    subprocess.run(
        [here, "-m", "pip", "install", "--quiet", "-e", f"{ROOT}[calendar,sql]"], check=True
    )
    lacking = [each for each in wanted if subprocess.run([*pip, each]).returncode]
    if [each for each in lacking if not each.startswith(LARGE)]:
        return f"no wheels of {', '.join(lacking)}"
    without = ["--ignore=tests/frames", "--ignore=tests/policies"] if lacking else []
    command = [here, "-m", "pytest", "-n", "auto", "--dist", "worksteal", *without, *options]
    done = subprocess.run(command, cwd=ROOT)
    passed = "passed" if not lacking else f"passed, without {', '.join(lacking)}"
    return "failed" if done.returncode else passed


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
