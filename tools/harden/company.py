"""Who else is there: threads at the same time, adapters that mean no good, odd surroundings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from areas import Tries, area

EXAMPLES = Path(__file__).parents[2] / "examples"
#: what a process of one cold start does: threads leave a barrier together and ask everything
COLD_START = """
import json, sys, threading
from subhub import Hub
sys.setswitchinterval(1e-6)
documents, threads, times = json.load(sys.stdin), int(sys.argv[1]), int(sys.argv[2])
hub, barrier, found, lock = Hub(), threading.Barrier(threads), {}, threading.Lock()

def answer(number):
    try:
        document, lang = documents[number % len(documents)], "en" if number // 3 % 2 else "ja"
        said = hub.say(hub.preview(document, on="2026-11-21"), lang).model_dump_json()
        return json.dumps([document["platform"], lang]), said
    except BaseException as error:
        return "error", repr(error)

def work(first):
    barrier.wait()
    for number in range(first, first + times):
        key, said = answer(number)
        with lock:
            found.setdefault(key, {}).setdefault(said, 0)
            found[key][said] += 1

all_threads = [threading.Thread(target=work, args=(n,)) for n in range(threads)]
for each in all_threads: each.start()
for each in all_threads: each.join()
print(json.dumps(found))
"""
THREADS, TIMES = 16, 20


@area("answers put into words by sixteen threads of a cold process at once, alike to the byte",
      full=21_120, quick=640)  # fmt: skip
def threads(most: int, _seed: int) -> Tries:
    """Nothing is made twice half way, nothing is cached that is not whole."""
    from documents import ACCOUNT, PLAN, UNPAID

    given = json.dumps([PLAN, ACCOUNT, UNPAID]).encode()
    alone = _answered(1, 6, given)
    for _ in range(most // (THREADS * TIMES)):
        for key, answers in _answered(THREADS, TIMES, given).items():
            for said, count in answers.items():
                odd = None if said in alone.get(key, {}) else f"{key}: {said[:600]}"
                yield from [odd] * count


def _answered(threads: int, times: int, given: bytes) -> dict[str, dict[str, int]]:
    done = subprocess.run(
        [sys.executable, "-c", COLD_START, str(threads), str(times)], input=given,
        capture_output=True, timeout=300, check=False,
    )  # fmt: skip
    if done.returncode:
        return {"error": {done.stderr.decode()[-600:]: threads * times}}
    found: dict[str, dict[str, int]] = json.loads(done.stdout)
    return found


@area("surroundings that change no byte of an answer: -OO, development mode, no home, no /tmp, …",
      full=160, quick=11)  # fmt: skip
def surroundings(most: int, _seed: int) -> Tries:
    """Every command in every surrounding."""
    from odd_places import COMMANDS, SURROUNDINGS, ask

    usual = {name: ask(Path.cwd(), name) for name in COMMANDS}
    tries = [(where, name) for where in SURROUNDINGS for name in COMMANDS][:most]
    for where, name in tries:
        given = ask(Path.cwd(), name, **SURROUNDINGS[where])
        yield None if given == usual[name] else f"{where}: {name}: {given[0]} {given[2][-400:]!r}"


#: what is asked beside an adapter that means no good; the first names it
ASKED_BESIDE = (
    ["platforms"],
    ["preview", str(EXAMPLES / "impact-delayed.yaml"), "--on", "2026-11-21"],
    ["agenda", str(EXAMPLES), "--on", "2026-11-21"],
)


@area("adapters that raise, exit or lie, installed one by one: all others are answered alike",
      full=300, quick=9)  # fmt: skip
def adapters(most: int, _seed: int) -> Tries:
    """Some eighty of them, each beside three commands."""
    from hostile import HOSTILE, install

    usual = [_beside(None, asked) for asked in ASKED_BESIDE]
    for name in list(HOSTILE)[: most // len(ASKED_BESIDE)]:
        folder = Path.cwd() / "adapters" / name
        folder.mkdir(parents=True)
        install(folder, name)
        for asked, wanted in zip(ASKED_BESIDE, usual, strict=True):
            given = _beside(folder, asked)
            alike = given[0] == wanted[0] and _of_others(given[1]) == _of_others(wanted[1])
            held = alike and b"Traceback" not in given[2]
            yield None if held else f"{name}: {asked[0]}: {given[0]}, {given[2][-400:]!r}"


def _of_others(said: bytes) -> list[bytes]:
    """What is said of all platforms but the one that is tried; it may be fine until it is asked."""
    return [part for part in said.split(b"\n\n") if not part.startswith(b"Gym\n")]


def _beside(folder: Path | None, asked: list[str]) -> tuple[int, bytes, bytes]:
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    if folder:
        environ["PYTHONPATH"] = str(folder)
    done = subprocess.run(
        [sys.executable, "-m", "subhub", *asked], capture_output=True, timeout=120, check=False,
        env=environ,
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr


@area("random rows asked as documents, as frames and as SQL: refused and answered alike",
      full=3_000, quick=60)  # fmt: skip
def rows(most: int, seed: int) -> Tries:
    """One law: a row is answered exactly when its document is, in every engine."""
    from subhub import Hub
    from subhub.testing.tables import check_tables

    for adapter in Hub().registry.working()[0]:
        done = check_tables([adapter], rows=most // 3, seed=seed)
        yield from done.failures
        yield from [None] * (done.rows - len(done.failures))
