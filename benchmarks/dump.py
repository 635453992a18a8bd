"""What do the words of an answer cost? Its JSON with codes only, and with every sentence.

``python benchmarks/dump.py`` asks about every document in ``examples/`` and writes each answer
in the three ways, one after the other in every round.
"""

from __future__ import annotations

import argparse
import statistics
import time
from collections.abc import Callable
from pathlib import Path

from subhub import Cancellation, Hub
from subhub.documents import find, read

ROOT = Path(__file__).parents[1]
HUB = Hub()
WAYS: dict[str, Callable[[Cancellation], str]] = {
    "`answer.model_dump_json()`": lambda answer: answer.model_dump_json(),
    '`hub.say(answer, "en").model_dump_json()`': lambda answer: said(answer, "en"),
    '`hub.say(answer, "ja").model_dump_json()`': lambda answer: said(answer, "ja"),
}


def said(answer: Cancellation, lang: str) -> str:
    return HUB.say(answer, lang).model_dump_json()


def answers() -> list[Cancellation]:
    documents = [read(path).data for path in find([str(ROOT / "examples")])]
    return [HUB.preview(each, on="2026-11-21") for each in documents]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=50)
    parser.add_argument("--write", metavar="FILE", help="write the table as Markdown")
    options = parser.parse_args()
    asked = answers()
    found: dict[str, list[float]] = {name: [] for name in WAYS}
    for _ in range(options.rounds + 2):  # the first two rounds parse the words
        for name, way in WAYS.items():
            started = time.perf_counter()
            for answer in asked:
                way(answer)
            found[name].append((time.perf_counter() - started) / len(asked))
    base = statistics.median(next(iter(found.values()))[2:])
    lines = [
        "# An answer as JSON", "",
        f"Median of {options.rounds} rounds over the {len(asked)} documents of `examples/`, in one",
        "run of `python benchmarks/dump.py`. The words are parsed before.", "",
        "| | µs an answer | ratio | bytes |", "|---|--:|--:|--:|",
    ]  # fmt: skip
    for name, runs in found.items():
        seconds = statistics.median(runs[2:])
        size = statistics.mean(len(WAYS[name](answer).encode()) for answer in asked)
        lines.append(f"| {name} | {seconds * 1e6:.0f} | {seconds / base:.1f} | {size:.0f} |")
    print("\n".join(lines))
    if options.write:
        Path(options.write).write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
