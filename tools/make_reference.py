"""Write the pages of rules, and of the scenarios: ``python tools/make_reference.py``.

With ``--check`` nothing is written; the names of pages that are not what the rules say now are
printed, and the exit code is 1 where there are any.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from fill_guide import filled

DOCS = Path(__file__).parents[1] / "docs"
PLATFORMS = ("expa", "impact", "squarespace")
HEAD = """# The check for adapters

What every adapter has to keep, ours and a stranger's. [The guide](../how-to/write-an-adapter.md)
says how to run it. A number never changes its scenario."""


def page(platform: str, lang: str) -> str:
    """What the command prints for one platform."""
    script = Path(sys.executable).with_name("subhub")
    return subprocess.run(  # noqa: S603 - our own command
        [script, "rules", platform, "--format", "markdown", "--lang", lang],
        check=True,
        capture_output=True,
        encoding="utf-8",
    ).stdout


def scenarios() -> str:
    """Each scenario of the check for adapters, as its own docstring says it."""
    from subhub.testing import SCENARIOS

    parts = [
        HEAD,
        *(f"## {each.number} {each.title}\n\n{each.about}".rstrip() for each in SCENARIOS),
    ]
    return "\n\n".join(parts) + "\n"


def pages() -> Iterator[tuple[str, str]]:
    """The name of every page, and its text."""
    for platform in PLATFORMS:
        yield f"reference/{platform}.md", page(platform, "en")
        yield f"reference/{platform}.ja.md", page(platform, "ja")
    yield "reference/adapter-check.md", scenarios()
    yield "how-to/write-an-adapter.md", filled()


def main() -> int:
    """Write or check all pages."""
    stale = []
    for name, text in pages():
        path = DOCS / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale.append(name)
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
    print("\n".join(stale))
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
