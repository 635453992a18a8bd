"""Put the files of the example adapter into the page that shows it, each under its name.

The title of a block is the name of its file, as on every page that tells to write one.
``make reference`` writes the page anew; a test says where it is not what the files say now.
"""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "how-to" / "write-an-adapter.md"
EXAMPLE = ROOT / "examples" / "gym-adapter"
_BLOCK = re.compile(
    r'^(```\w+ title="(?P<path>[^"]+)"\n)(?P<text>.*?)^```$', re.DOTALL | re.MULTILINE
)


def files(page: str) -> dict[str, str]:
    """What a page shows of each file that it names, by the file's path."""
    return {found["path"]: found["text"] for found in _BLOCK.finditer(page)}


def filled() -> str:
    """The page with every block as its file is."""
    page = PAGE.read_text(encoding="utf-8")
    return _BLOCK.sub(
        lambda found: f"{found[1]}{(EXAMPLE / found['path']).read_text(encoding='utf-8')}```", page
    )
