"""Random policies of the whole language against brute force and against an SMT solver."""

from __future__ import annotations

import random
from collections import Counter
from types import SimpleNamespace

import pytest
from random_policies import (
    REQUEST,
    TODAY,
    Inventor,
    grid,
    large,
    missing,
    seen_to_matter,
    ways,
)

from subhub.policies.analysis.settling import Settling
from subhub.policies.engines.evaluate import UNKNOWN, Decision
from subhub.policies.engines.python.compiled import compile_intent
from subhub.policies.language.policy import NO_MODE

#: more ways of filling in than this are left to the solver
MOST_WAYS = 1500
#: of all outputs, so many may be named more facts for than matter, each said to be unsettled
CAUTIOUS = 0.02


def brute_force(seeds: range, *, business: float, time: float = 0, most: int = MOST_WAYS) -> int:
    """No fact that was seen to matter is left out; what is called known is what it is."""
    tried = 0
    for seed in seeds:
        inventor = Inventor(seed, business=business, time=time)
        intent = inventor.intent()
        told = inventor.told(intent)
        if not missing(intent, told) or ways(intent, told) > most:
            continue
        tried += 1
        found = Settling(intent, told).find(Decision._fields)
        seen = seen_to_matter(intent, told)
        for field, (names, values) in zip(Decision._fields, seen, strict=True):
            assert names <= set(found[field].facts), (seed, field)
            if not found[field].facts:
                assert values <= {found[field].value}, (seed, field)
    return tried


def solver(seeds: range) -> Counter[str]:
    """The facts named are just those that matter, unless it says that this was not proved."""
    from second_opinion import proved_to_matter

    count: Counter[str] = Counter()
    for seed in seeds:
        inventor = Inventor(seed)
        intent = inventor.intent()
        told = inventor.told(intent)
        if not missing(intent, told):
            continue
        found = Settling(intent, told).find(Decision._fields)
        proved = proved_to_matter(intent, told)
        for field, names in zip(Decision._fields, proved, strict=True):
            count["outputs"] += 1
            named = set(found[field].facts)
            assert names <= named, (seed, field)
            if named != names:
                assert not found[field].settled, (seed, field)
                count["cautious"] += 1
    return count


def test_nothing_seen_to_matter_is_left_out() -> None:
    assert brute_force(range(200), business=0) > 50


def test_nor_where_business_days_are_counted() -> None:
    assert brute_force(range(1000, 1150), business=0.3) > 50


def test_nor_where_months_and_numbers_of_days_are_reckoned_with() -> None:
    assert brute_force(range(2000, 2200), business=0.05, time=0.5) > 50


def test_a_solver_says_the_same() -> None:
    pytest.importorskip("z3")
    count = solver(range(5000, 5040))
    assert count["cautious"] <= CAUTIOUS * count["outputs"], count


@pytest.mark.parametrize("seed", range(4))
def test_large_policies_leave_out_nothing_that_matters(seed: int) -> None:
    """Thousands of random ways of filling in, each changed in one fact."""
    intent, rng = large(seed), random.Random(seed)
    told = dict.fromkeys(intent.facts) | REQUEST
    found = Settling(intent, told).find(Decision._fields)
    again = Settling(intent, told).find(Decision._fields)
    assert found == again and found["outcome"].value is UNKNOWN
    decide, open_ = compile_intent(intent).decide, missing(intent, told)
    differed = 0
    for _ in range(3000):
        filled = told | {fact.name: rng.choice(grid(fact)) for fact in open_}
        fact = rng.choice(open_)
        other = filled | {fact.name: rng.choice(grid(fact))}
        one, two = (
            Decision(*decide(SimpleNamespace(**each), TODAY, NO_MODE, "owner"))
            for each in (filled, other)
        )
        for field, here, there in zip(Decision._fields, one, two, strict=True):
            if here != there:
                differed += 1
                assert fact.name in found[field].facts, field
    assert differed > 100


@pytest.mark.nightly
@pytest.mark.parametrize("start", range(10_000, 14_000, 250))
def test_nothing_is_left_out_in_thousands(start: int) -> None:
    seeds = range(start, start + 250)
    assert brute_force(seeds, business=0, most=7000) > 60
    assert brute_force(seeds, business=0.3, most=7000) > 60
    assert brute_force(seeds, business=0.05, time=0.5, most=7000) > 60


@pytest.mark.nightly
@pytest.mark.parametrize("start", range(20_000, 23_000, 250))
def test_a_solver_says_the_same_of_thousands(start: int) -> None:
    pytest.importorskip("z3")
    count = solver(range(start, start + 250))
    assert count["cautious"] <= CAUTIOUS * count["outputs"], count
