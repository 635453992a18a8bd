"""Fuzzing that is guided by coverage: `make fuzz ARGS="document -max_total_time=60"`.

Inputs that reach new lines are kept in build/fuzz/TARGET and are where the next run goes on; one
that breaks something is written to build/fuzz/broken-…: once that is mended it goes to
tests/fuzz/corpus, where every run of the tests tries it. Needs atheris (`make fuzz` installs it),
which there is for Linux and macOS. Other words are libFuzzer's.
"""

from __future__ import annotations

import pkgutil
import sys
from importlib import import_module
from pathlib import Path

import atheris

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests" / "helpers"))

with atheris.instrument_imports(include=["subhub"], enable_loader_override=False):
    import subhub

    # commands import what they need when they run; what is not imported here guides nothing
    for module in pkgutil.walk_packages(subhub.__path__, "subhub."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    from fuzz_targets import TARGETS
    from in_process import corpus


def main(target: str, *options: str) -> None:
    """Run until something breaks or the options say that it is enough."""
    kept = ROOT / "build" / "fuzz" / target
    kept.mkdir(parents=True, exist_ok=True)
    given = [
        "-timeout=30",
        "-rss_limit_mb=2048",
        f"-artifact_prefix={kept.parent}/broken-{target}-",
    ]
    folders = [str(kept), str(corpus(target)[0].parent)]
    atheris.Setup([sys.argv[0], *given, *options, *folders], TARGETS[target])
    atheris.Fuzz()


if __name__ == "__main__":
    main(*(sys.argv[1:] or ["document", "-max_total_time=60"]))
