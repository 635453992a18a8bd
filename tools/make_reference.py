"""Write the rules of every platform as pages: ``python tools/make_reference.py``.

With ``--check`` nothing is written; the names of pages that are not what the rules say now are
printed, and the exit code is 1 where there are any.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

PAGES = Path(__file__).parents[1] / "docs" / "reference"
PLATFORMS = ("expa", "impact", "squarespace")


def page(platform: str, lang: str) -> str:
    """What the command prints for one platform."""
    script = Path(sys.executable).with_name("subhub")
    return subprocess.run(  # noqa: S603 - our own command
        [script, "rules", platform, "--format", "markdown", "--lang", lang],
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout


def main() -> int:
    """Write or check all pages."""
    stale = []
    for platform in PLATFORMS:
        for lang, name in (("en", f"{platform}.md"), ("ja", f"{platform}.ja.md")):
            text, path = page(platform, lang), PAGES / name
            if path.exists() and path.read_text(encoding="utf-8") == text:
                continue
            stale.append(name)
            if "--check" not in sys.argv:
                path.write_text(text, encoding="utf-8")
    print("\n".join(stale))
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
