"""Everything that is tried from outside, as one table: area, tried, failures.

    make harden                              all of it
    make harden ARGS="--quick"               a little of each, in a minute or two
    make harden ARGS="--only threads --seed 7"

What failed is printed with what brings it back; the exit code is 1 then. Ctrl-C ends it with the
table of what was tried so far. The same seed tries the same, but for kills and threads, whose
moments no seed can choose.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests" / "helpers"), str(Path(__file__).parent)]

from areas import AREAS, Area, Tried  # noqa: E402 - they stand in the folders just named


def main() -> int:
    """Try what was asked for; the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--only", action="append", choices=sorted(AREAS), metavar="AREA")
    parser.add_argument("--quick", action="store_true", help="a little of each")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--list", action="store_true", help="name the areas and leave")
    options = parser.parse_args()
    chosen = [AREAS[name] for name in options.only or AREAS]
    chosen = [each for each in chosen if each.quick or not options.quick]
    if options.list:
        print("\n".join(f"{each.name:<12}{each.what}" for each in chosen))
        return 0
    for name in [each for each in os.environ if each.startswith(("LC_", "LANG", "COLUMNS"))]:
        del os.environ[name]
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)  # nothing that goes wrong leaves files in the sources
        for area in chosen:
            rows.append((area, Tried()))
            try:
                try_one(area, rows[-1][1], options.seed, quick=options.quick)
            except KeyboardInterrupt:  # what was tried so far is told
                break
    print(table(rows))
    return 1 if any(tried.failures for _, tried in rows) else 0


def try_one(area: Area, tried: Tried, seed: int, *, quick: bool) -> None:
    """One area, told on standard error while it goes on."""
    most = area.quick if quick else area.full
    begun, told = time.monotonic(), 0.0
    for failure in area.run(most, seed):
        tried.count += 1
        if failure:
            tried.failures.append(failure)
            _tell(f"{area.name}, seed {seed}: {failure[:2000]}\n")
        if time.monotonic() - told > 1:
            told = time.monotonic()
            _tell(f"\r{area.name} {tried.count:,}, {len(tried.failures)} failed, seed {seed}  ")
    tried.seconds = time.monotonic() - begun
    _tell(f"\r{area.name} {tried.count:,}, {len(tried.failures)} failed, {tried.seconds:.0f} s\n")


def _tell(text: str) -> None:
    print(text, end="", file=sys.stderr, flush=True)


def table(rows: list[tuple[Area, Tried]]) -> str:
    """Area × tried × failures, as Markdown."""
    cells = [("area", "what is tried", "tried", "failures")]
    cells += [(a.name, a.what, f"{t.count:,}", str(len(t.failures))) for a, t in rows]
    total = sum(t.count for _, t in rows), sum(len(t.failures) for _, t in rows)
    cells.append(("**all**", "", f"**{total[0]:,}**", f"**{total[1]}**"))
    cells.insert(1, ("---", "---", "---:", "---:"))
    return "\n".join(f"| {' | '.join(row)} |" for row in cells)


if __name__ == "__main__":
    sys.exit(main())
