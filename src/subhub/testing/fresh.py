"""The adapter in a process of its own, with another hash seed: what it says and reaches for there.

Run as a module it is that process: ``python -m subhub.testing.fresh MODULE CLASS``.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from functools import lru_cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

from subhub.plugin import Adapter

#: beyond this the process is given up
_SECONDS = 60


class Said(NamedTuple):
    """The digests of the editions by name, and what was reached for on the way."""

    digests: dict[str, str]
    reached: list[str]


def in_fresh_process(adapter: Adapter) -> Said | None:
    """What it says there; ``None`` where its class cannot be imported by name."""
    kind = type(adapter)
    module = sys.modules.get(kind.__module__)
    if getattr(module, kind.__qualname__, None) is not kind or kind.__module__ == "__main__":
        return None
    return _asked(kind.__module__, kind.__qualname__)


@lru_cache(maxsize=8)
def _asked(module: str, name: str) -> Said | None:
    seed = "1" if os.environ.get("PYTHONHASHSEED") != "1" else "2"
    paths = os.pathsep.join(path for path in sys.path if path)
    done = subprocess.run(  # noqa: S603 - our own module
        [sys.executable, "-m", "subhub.testing.fresh", module, name],
        env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": paths},
        capture_output=True,
        encoding="utf-8",
        timeout=_SECONDS,
        check=False,
    )
    if done.returncode != 0:  # made with arguments, say: nothing can be told
        return None
    return Said(**json.loads(done.stdout.splitlines()[-1]))


def main() -> None:
    """Load the adapter while it is watched, and print what is to be told."""
    from subhub.testing.watching import watch_package

    module, name = sys.argv[1:]
    spec = find_spec(module)
    assert spec is not None and spec.origin is not None  # noqa: S101 - it was imported elsewhere
    folder = Path(spec.origin).parent
    with watch_package(spec.parent or module, folder) as reached:
        adapter = getattr(import_module(module), name)()
        digests = {each.edition.name: each.digest for each in adapter.editions()}
        adapter.subscription()
    print(json.dumps(Said(digests, sorted(set(reached)))._asdict()))


if __name__ == "__main__":
    main()
