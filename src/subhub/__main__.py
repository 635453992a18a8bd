"""``python -m subhub``: the same as the installed ``subhub``."""

from __future__ import annotations

from subhub.cli import command

if __name__ == "__main__":
    command()
