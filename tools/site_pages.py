"""Pages of the site that are made from the code while it is built; see ``hooks`` in mkdocs.yml.

The Python API is what ``__all__`` of the public modules holds, the command line is what
``--help`` prints, so neither can be out of date; the pages of the repository's root come along.
"""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import FunctionType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

ROOT = Path(__file__).parents[1]
#: what strangers import, and what for
MODULES = {
    "subhub": "What a program needs to ask.",
    "subhub.policies": "What the author of a platform's rules needs.",
    "subhub.plugin": "What an adapter promises.",
    "subhub.testing": "The checks for an adapter.",
}
TITLES = {"en": "The command line", "ja": "コマンド"}
LEADS = {
    "en": "What `--help` prints. Every command takes `--lang ja`; [日本語](cli.ja.md).",
    "ja": "`--help` の表示です。どのコマンドにも `--lang ja` を指定できます。[English](cli.md)",
}


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages that are made here to those of ``docs/``."""
    from mkdocs.structure.files import File

    pages = {
        "reference/python.md": python(),
        "reference/cli.md": cli("en"),
        "reference/cli.ja.md": cli("ja"),
        "changes.md": root_page("CHANGELOG.md"),
        "contributing.md": root_page("CONTRIBUTING.md"),
        "security.md": root_page("SECURITY.md"),
        "conduct.md": root_page("CODE_OF_CONDUCT.md"),
    }
    for name, text in pages.items():
        files.append(File.generated(config, name, content=text))
    return files


def python() -> str:
    """Every public name, with its docstring."""
    parts = ["# The Python API\n"]
    for name, purpose in MODULES.items():
        module = import_module(name)
        parts.append(f"## {name}\n\n{purpose}\n")
        others = []
        for public in module.__all__:
            found = getattr(module, public)
            if isinstance(found, (type, FunctionType)):
                home = f"{found.__module__}.{found.__qualname__}"
                parts.append(f'::: {home}\n    options:\n      heading: "{public}"\n')
            else:
                others.append(f"`{public}`")
        if others:
            parts.append(f"Constants and types without a docstring: {', '.join(others)}.\n")
    return "\n".join(parts)


def cli(lang: str) -> str:
    """What each command says of itself."""
    from subhub.cli.app import COMMANDS

    parts = [f"# {TITLES[lang]}\n\n{LEADS[lang]}\n"]
    for name in ("", *COMMANDS):
        words = ["subhub", *name.split()]
        told = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", *words, "--help", "--lang", lang],
            check=True,
            capture_output=True,
            encoding="utf-8",
        ).stdout
        parts.append(f"## {' '.join(words)}\n\n```text\n{told.rstrip()}\n```\n")
    return "\n".join(parts)


def root_page(name: str) -> str:
    """A page of the repository's root; its links into ``docs/`` lead to the site's pages."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("](docs/", "](")
    return text.replace("](CODE_OF_CONDUCT.md", "](conduct.md").replace(
        "](SECURITY.md", "](security.md"
    )
