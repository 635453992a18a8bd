"""How long does a command take from the shell, and how much memory? Ratios to ``python -c pass``.

``python benchmarks/start.py`` runs the installed ``subhub`` beside this interpreter, each command
once a round, and prints medians. Byte code is written first, as an installation does.
"""

from __future__ import annotations

import argparse
import compileall
import os
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
SUBHUB = str(Path(sys.executable).with_name("subhub"))
DOCUMENT = str(ROOT / "examples" / "impact-delayed.yaml")
COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "subhub --help": [SUBHUB, "--help"],
    "subhub preview FILE": [SUBHUB, "preview", DOCUMENT, "--on", "2026-11-21"],
    "subhub preview FILE --lang ja": [
        SUBHUB, "preview", DOCUMENT, "--on", "2026-11-21", "--lang", "ja",
    ],
}  # fmt: skip


def run(command: list[str]) -> tuple[float, int]:
    """Seconds from start to end, and the peak of memory in KiB."""
    started = time.perf_counter()
    silent = [(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    process = os.posix_spawn(command[0], command, os.environ, file_actions=silent)
    _, status, used = os.wait4(process, 0)
    assert os.waitstatus_to_exitcode(status) == 0, command
    return time.perf_counter() - started, used.ru_maxrss


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=30)
    parser.add_argument("--write", metavar="FILE", help="write the table as Markdown")
    options = parser.parse_args()
    compileall.compile_dir(ROOT / "src", quiet=2)
    found: dict[str, list[tuple[float, int]]] = {name: [] for name in COMMANDS}
    for _ in range(options.rounds + 2):
        for name, command in COMMANDS.items():
            found[name].append(run(command))
    base = statistics.median(seconds for seconds, _ in found["python -c pass"][2:])
    lines = [
        "# One command", "",
        f"Median of {options.rounds} runs, every command once a round, in one run of",
        "`python benchmarks/start.py`.", "",
        "| | ms | ratio | peak memory |", "|---|--:|--:|--:|",
    ]  # fmt: skip
    for name, runs in found.items():
        seconds = statistics.median(each for each, _ in runs[2:])
        peak = max(memory for _, memory in runs[2:]) / 1024
        lines.append(f"| `{name}` | {seconds * 1e3:.1f} | {seconds / base:.1f} | {peak:.0f} MiB |")
    print("\n".join(lines))
    if options.write:
        Path(options.write).write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
