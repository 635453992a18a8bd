"""Is the coverage that the README names the one that was measured?

``python tools/check_coverage.py FILE`` reads what ``pytest --cov-report=json:FILE`` wrote; the exit
code is 1 where the two are more than a point apart.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

README = Path(__file__).parents[1] / "README.md"
FIGURE = re.compile(r"\*\*(\d+) %\*\* of the lines and branches")


def told(text: str) -> int:
    """The figure of the README, in per cent.

    >>> told("The tests run **97 %** of the lines and branches.")
    97
    """
    (figure,) = FIGURE.findall(text)
    return int(figure)


def main() -> int:
    """Compare, and say both."""
    measured = json.loads(Path(sys.argv[1]).read_text("utf-8"))["totals"]["percent_covered"]
    named = told(README.read_text("utf-8"))
    print(f"coverage: measured {measured:.1f} %, in the README {named} %")
    return 0 if abs(measured - named) <= 1 else 1


if __name__ == "__main__":
    sys.exit(main())
