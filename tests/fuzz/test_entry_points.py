"""Bytes in, exit code out: every input that was ever kept, and some that nobody has seen."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from fuzz_targets import TARGETS
from in_process import corpus
from mutations import mutate

KEPT = [(target, path) for target in TARGETS for path in corpus(target)]


@pytest.mark.parametrize(("target", "path"), KEPT, ids=[f"{t}/{p.name}" for t, p in KEPT])
def test_what_was_found_once(target: str, path: Path):
    TARGETS[target](path.read_bytes())


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("seed", range(3))
def test_random_changes_of_it(target: str, seed: int):
    inputs = [path.read_bytes() for path in corpus(target)]
    rng = Random(f"{target} {seed}")
    for _ in range(15):
        data = mutate(rng.choice(inputs), inputs, rng)
        try:
            TARGETS[target](data)
        except BaseException as error:
            error.add_note(f"{target} {data!r}")
            raise
