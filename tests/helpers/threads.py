"""Answers by many threads that start at once in a cold process, held against those of one.

``python tests/helpers/threads.py ROUNDS`` tries so many cold starts and prints what came out;
``python tests/helpers/threads.py --cold THREADS EACH`` is one of them.
"""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier
from typing import Any, NamedTuple

EXAMPLES = Path(__file__).parents[2] / "examples"
ON = "2026-11-21"
#: threads of a cold start, and answers of each of them
THREADS, EACH = 8, 64
#: seconds between two switches of threads: as adversarial as Python lets one be
SWITCH = 1e-6


class Tried(NamedTuple):
    """So many answers in so many cold starts, and every one that differs."""

    starts: int
    answers: int
    failures: list[str]


def try_threads(starts: int, *, threads: int = THREADS, each: int = EACH) -> Tried:
    """Cold starts, each a process of its own; what the threads say is what one alone says."""
    alone = _cold(1, 4 * len(_documents()))
    failures = []
    for start in range(starts):
        for asked, said in _cold(threads, each).items():
            failures += [f"start {start}, {asked}" for each in said if [each] != alone[asked]]
    return Tried(starts, starts * threads * each, failures)


def _cold(threads: int, each: int) -> dict[str, list[str]]:
    command = [sys.executable, __file__, "--cold", str(threads), str(each)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode:
        raise AssertionError(done.stderr[-2000:])
    said: dict[str, list[str]] = json.loads(done.stdout)
    return said


def _documents() -> list[Path]:
    return sorted(EXAMPLES.glob("*.yaml"))


def _asked(first: int, each: int) -> Iterator[tuple[Path, str, str]]:
    """So many questions, another order for each thread: document, language, way to be told."""
    kinds = [
        (path, lang, way)
        for path in _documents()
        for lang, way in (("en", "json"), ("ja", "json"), ("ja", "error"), ("en", "text"))
    ]
    for number in range(each):
        yield kinds[(first * 7 + number) % len(kinds)]


def _answer(hub: Any, document: dict[str, Any], lang: str, way: str) -> str:
    if way == "error":
        from subhub.errors import DocumentError
        from subhub.words.errors import tell

        try:
            hub.preview({**document, "stauts": 1, "price": "1"}, on=ON)
        except DocumentError as error:
            locale = hub.registry.adapter(document["platform"]).locale()
            return " ".join(map(str, tell(error, lang, locale)))
        raise AssertionError("no error")
    answer = hub.preview(document, on=ON)
    if way == "text":
        from subhub.words import words

        said = words(lang, hub.registry.adapter(answer.platform), "subhub.render")
        return " ".join(said.say(f"fact-{name}") for name in answer.facts)
    spoken: str = hub.say(answer, lang).model_dump_json()
    return spoken


def _run(threads: int, each: int) -> dict[str, list[str]]:
    """What the threads of this process say, by what they were asked."""
    import yaml

    documents = {}
    for path in _documents():
        documents[path] = yaml.safe_load(path.read_text(encoding="utf-8"))
        documents[path].pop("request", None)  # YAML alone takes `on` for a yes
    sys.setswitchinterval(SWITCH)
    waiting = Barrier(threads)

    def ask(number: int) -> list[tuple[str, str]]:
        waiting.wait()
        from subhub import Hub  # the first import is part of the race

        hub = Hub()
        return [
            (f"{path.stem} {lang} {way}", _answer(hub, documents[path], lang, way))
            for path, lang, way in _asked(number, each)
        ]

    said: dict[str, set[str]] = {}
    with ThreadPoolExecutor(threads) as pool:
        for told in pool.map(ask, range(threads)):
            for asked, text in told:
                said.setdefault(asked, set()).add(hashlib.sha256(text.encode()).hexdigest())
    return {asked: sorted(texts) for asked, texts in said.items()}


if __name__ == "__main__":
    if sys.argv[1:2] == ["--cold"]:
        print(json.dumps(_run(int(sys.argv[2]), int(sys.argv[3]))))
    else:
        tried = try_threads(int(sys.argv[1]) if sys.argv[1:] else 40)
        print(f"threads: {tried.starts} cold starts, {tried.answers} answers,"
              f" {len(tried.failures)} failures", *tried.failures[:9], sep="\n")  # fmt: skip
        sys.exit(bool(tried.failures))
