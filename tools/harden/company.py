"""Who else is there: threads at the same time, adapters that mean no good, odd surroundings."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

from areas import Tries, area

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
