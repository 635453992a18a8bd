"""Draw one real answer as ``docs/answer.svg``: ``python tools/make_picture.py``.

With ``--check`` nothing is written; the exit code is 1 where the picture no longer shows what the
command prints. The text of the answer stands in the picture's description, for those who hear
it instead of seeing it; that is what is compared.
"""

from __future__ import annotations

import os
import subprocess
import sys
from html import escape
from pathlib import Path

from rich.console import Console
from rich.text import Text

ROOT = Path(__file__).parents[1]
PICTURE = ROOT / "docs" / "answer.svg"
COMMAND = ["preview", "examples/impact-delayed.yaml", "--on", "2026-11-21"]
WIDTH = 80
#: rich's own frame without the fonts it would fetch
FRAME = """\
<svg class="rich-terminal" viewBox="0 0 {width} {height}" role="img" \
aria-labelledby="answer-title answer-text" xmlns="http://www.w3.org/2000/svg">
<title id="answer-title">%(title)s</title>
<desc id="answer-text">%(text)s</desc>
<style>
.{unique_id}-matrix {{ font-family: "DejaVu Sans Mono", Menlo, Consolas, "Noto Sans Mono CJK JP", \
monospace; font-size: {char_height}px; line-height: {line_height}px; }}
.{unique_id}-title {{ font-size: 18px; font-weight: bold; font-family: sans-serif; }}
{styles}
</style>
<defs>
<clipPath id="{unique_id}-clip-terminal">
<rect x="0" y="0" width="{terminal_width}" height="{terminal_height}"/>
</clipPath>
{lines}
</defs>
{chrome}
<g transform="translate({terminal_x}, {terminal_y})" clip-path="url(#{unique_id}-clip-terminal)">
{backgrounds}
<g class="{unique_id}-matrix">
{matrix}
</g>
</g>
</svg>
"""


def answer(*options: str) -> str:
    """What the command prints on a terminal of 80 columns."""
    return subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-m", "subhub", *COMMAND, "--lang", "en", *options],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": str(WIDTH), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        check=True,
        encoding="utf-8",
    ).stdout


def description(plain: str) -> str:
    """The text as the picture's file holds it."""
    return escape("\n".join(line.rstrip() for line in plain.splitlines()), quote=False)


def drawn(coloured: str, plain: str) -> str:
    """The picture."""
    title = "$ subhub " + " ".join(COMMAND)
    frame = FRAME % {
        "title": escape(title),
        "text": description(plain).replace("{", "{{").replace("}", "}}"),
    }
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        console = Console(record=True, width=WIDTH, file=nowhere, force_terminal=True)
        console.print(Text.from_ansi(coloured), soft_wrap=True)
        return console.export_svg(title=title, code_format=frame, unique_id="answer")


def main() -> int:
    """Write or check the picture."""
    plain = answer("--color", "never")
    fresh = PICTURE.exists() and f">{description(plain)}</desc>" in PICTURE.read_text("utf-8")
    if "--check" in sys.argv:
        print("" if fresh else f"{PICTURE.name} shows another answer: make picture", end="")
        return 0 if fresh else 1
    PICTURE.write_text(drawn(answer("--color", "always"), plain), encoding="utf-8")
    print(f"wrote {PICTURE.relative_to(ROOT)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
