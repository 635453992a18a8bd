"""Print the lowest version that pyproject.toml allows of everything named there.

As constraints for pip (`make test-lowest` installs them and runs the tests): a bound that is
only written down promises what nobody has seen.
"""

import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
#: a name, perhaps extras of it, and its lowest version; an upper bound may follow
BOUND = re.compile(r"(?P<name>[\w.-]+)(?:\[[\w,-]+\])?>=(?P<version>[\d.]+)(?:,<[\d.]+)?")


def requirements(project: dict) -> Iterator[str]:
    """Every requirement but that of our own extras on each other."""
    own = project["project"]
    tables = own["optional-dependencies"], project["dependency-groups"]
    groups = (own["dependencies"], *(lines for table in tables for lines in table.values()))
    for lines in groups:
        yield from (line for line in lines if not line.startswith(own["name"]))


def lowest(project: dict) -> dict[str, str]:
    """The lowest version by name.

    >>> lowest({
    ...     "project": {"name": "x", "dependencies": ["click>=8.1"], "optional-dependencies": {}},
    ...     "dependency-groups": {"dev": ["click>=8.1"]},
    ... })
    {'click': '8.1'}
    """
    found: dict[str, str] = {}
    for line in requirements(project):
        bound = BOUND.fullmatch(line)
        if bound is None:
            raise SystemExit(f"`{line}` has no lower bound: write `name>=version`")
        name, version = bound["name"].lower(), bound["version"]
        if found.setdefault(name, version) != version:
            raise SystemExit(f"`{line}` stands elsewhere with `>={found[name]}`")
    return found


if __name__ == "__main__":
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    sys.stdout.writelines(f"{name}=={version}\n" for name, version in lowest(project).items())
