"""A tour in four stops, one screen each: an answer, its timeline, a comparison, an agenda.

``make demo``; at a terminal it waits for Enter between the stops. The commands are shown as one
would type them, and speak the language of the terminal.
"""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

from subhub.cli.language import choose

ROOT = Path(__file__).parents[1]
#: what a stop is about, in each language, and its command
STOPS = (
    (
        {"en": "What happens if I cancel today?", "ja": "今日解約したら、どうなる?"},
        "subhub preview examples/squarespace-annual-now.yaml --on 2026-11-21",
    ),
    (
        {"en": "Until when is that so?", "ja": "その回答はいつまで同じ?"},
        "subhub timeline examples/squarespace-annual-now.yaml --since 2026-11-21 --mode immediate",
    ),
    (
        {"en": "Now, or at the end of the period?", "ja": "今すぐと期間終了時、どちらがよい?"},
        "subhub compare examples/squarespace-annual-now.yaml --on 2026-11-21",
    ),
    (
        {"en": "And everything I pay for?", "ja": "ほかの契約も含めると?"},
        "subhub agenda examples/portfolio --on 2026-11-21",
    ),
)


def main() -> int:
    """Every stop; the exit code is 1 where a command could not answer."""
    lang = choose([])
    for number, (title, command) in enumerate(STOPS, 1):
        print(f"\n── {number}/{len(STOPS)}  {title[lang]}\n$ {command}\n", flush=True)
        program, *arguments = shlex.split(command)
        ran = subprocess.run([sys.executable, "-m", program, *arguments], cwd=ROOT, check=False)  # noqa: S603
        if ran.returncode in (1, 2):
            return 1
        if sys.stdin.isatty() and sys.stdout.isatty() and number < len(STOPS):
            input("\n[Enter] ")
    return 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (EOFError, KeyboardInterrupt):
        print()
