"""Ways of filling in that contradict the document do not count: brute force and a solver."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from itertools import product
from types import SimpleNamespace
from typing import Any

import pytest
from random_policies import REQUEST, TODAY, Inventor, Told, grid, large, missing, simple

from subhub.policies.analysis.settling import Settling
from subhub.policies.analysis.settling.budget import Budget
from subhub.policies.engines.evaluate import UNKNOWN, Decision, Values
from subhub.policies.engines.python.compiled import compile_intent
from subhub.policies.language.contradictions import Contradiction, contradiction, told
from subhub.policies.language.expressions import Expr, Fact, Kind
from subhub.policies.language.facts import ON
from subhub.policies.language.functions import days_between
from subhub.policies.language.policy import NO_MODE, Intent

#: of all outputs, so many may be named more facts for than matter, each said to be unsettled
CAUTIOUS = 0.03
Against = tuple[Contradiction, ...]


def invented(inventor: Inventor) -> Against:
    """One or two random contradictions over facts that the policy may read or not."""
    found: list[Contradiction] = []
    while len(found) < inventor.rng.choice((1, 1, 2)):
        when: Expr = inventor.condition(inventor.rng.choice((0, 1)))
        facts = [fact for fact in when.facts().values() if not fact.given]
        if not facts or len(facts) < len(when.facts()):
            continue
        if inventor.chance(0.2):
            when = when & told(inventor.rng.choice(inventor.facts))
        found.append(contradiction(f"x{len(found)}", facts[0], when=when))
    return tuple(found)


def contradicts(facts: Told, against: Against) -> bool:
    run = Values(facts)
    return any(run.value(each.when) is True for each in against)


def completions(intent: Intent, facts: Told, against: Against) -> Iterator[tuple[Any, Any]]:
    """Every way of filling in on the grid that counts, with the decision it leads to.

    Whether a fact is told is asked of the document, not of what is filled in.
    """
    open_ = everything_missing(intent, facts, against)
    decide = compile_intent(intent).decide
    for values in product(*(grid(fact) for fact in open_)):
        filled = facts | {f.name: v for f, v in zip(open_, values, strict=True)}
        if not any(_holds(each.when, filled, facts) for each in against):
            asked = SimpleNamespace(**filled)
            yield values, decide(asked, facts["on"], facts["mode"], facts["actor"])


def _holds(when: Expr, filled: Told, facts: Told) -> bool:
    def told_then(expr: Expr) -> Expr:
        if type(expr).__name__ == "IsTold":
            known = facts.get(next(iter(expr.facts()))) is not None
            return ON == ON if known else ~(ON == ON)
        return expr.mapped(told_then)

    return Values(filled).value(told_then(when)) is True


def everything_missing(intent: Intent, facts: Told, against: Against) -> list[Fact]:
    known = dict.fromkeys(missing(intent, facts))
    more = {f.name: f for each in against for f in each.facts.values()}
    names = {fact.name for fact in known}
    return [
        *known,
        *(f for name, f in more.items() if name not in names and facts.get(name) is None),
    ]


def brute_force(seeds: range, *, business: float = 0.0, most: int = 1500) -> Counter[str]:
    """No fact that was seen to matter is left out, and what is called known is what it is."""
    count: Counter[str] = Counter()
    for seed in seeds:
        inventor = Inventor(seed, business=business)
        intent = inventor.intent()
        facts, against = inventor.told(intent), invented(inventor)
        open_ = everything_missing(intent, facts, against)
        size = 1
        for fact in open_:
            size *= len(grid(fact))
        if not open_ or size > most or contradicts(facts, against):
            continue
        decided = list(completions(intent, facts, against))
        if not decided:
            continue
        count["tried"] += 1
        found = Settling(intent, facts, contradictions=against).find(Decision._fields)
        free = Settling(intent, facts).find(Decision._fields)
        for position, field in enumerate(Decision._fields):
            here = found[field]
            values = {decision[position] for _, decision in decided}
            count["more known"] += here.value is not UNKNOWN and free[field].value is UNKNOWN
            assert here.value is not UNKNOWN or free[field].value is UNKNOWN, (seed, field)
            if not here.facts:
                assert values == {here.value}, (seed, field)
                continue
            count["open"] += 1
            count["cautious"] += len(values) == 1
            seen = set[str]()
            for place, fact in enumerate(open_):
                alike: dict[Any, Any] = {}
                for way, decision in decided:
                    rest = (*way[:place], *way[place + 1 :])
                    if alike.setdefault(rest, decision[position]) != decision[position]:
                        seen.add(fact.name)
                        break
            assert seen <= set(here.facts), (seed, field)
    return count


def solver(seeds: range) -> Counter[str]:
    """Known exactly where no two ways that count differ, unless it says that it is not proved."""
    from second_opinion import can_differ

    count: Counter[str] = Counter()
    for seed in seeds:
        inventor = Inventor(seed)
        intent = inventor.intent()
        facts, against = inventor.told(intent), invented(inventor)
        if not missing(intent, facts) or contradicts(facts, against):
            continue
        differ = can_differ(intent, facts, against)
        if differ is None:  # no way of filling in counts
            continue
        found = Settling(intent, facts, contradictions=against).find(Decision._fields)
        for field, several in zip(Decision._fields, differ, strict=True):
            count["outputs"] += 1
            if several:
                assert found[field].facts, (seed, field)
            elif found[field].facts:
                assert not found[field].settled, (seed, field)
                count["cautious"] += 1
    return count


def test_what_cannot_be_is_no_way_of_filling_in() -> None:
    count = brute_force(range(300))
    assert count["tried"] > 80 and count["more known"] > 20, count
    assert count["cautious"] <= CAUTIOUS * count["open"], count


def test_examples_by_name() -> None:
    first, second = Fact("first", Kind.DAY), Fact("second", Kind.DAY)
    count, price = Fact("count", Kind.COUNT), Fact("price", Kind.MONEY)
    facts: Told = {"on": TODAY, "mode": "none", "actor": "owner"}

    def outcome(decides: Expr, told: Told, *whens: Expr, **more: Any) -> Any:
        against = tuple(
            contradiction(f"x{n}", next(iter(w.facts().values())), when=w)
            for n, w in enumerate(whens)
        )
        every = dict.fromkeys(decides.facts()) | facts | told
        return Settling(simple(decides), every, contradictions=against, **more).output("outcome")

    early = second < first
    assert outcome(second < ON, {"first": TODAY}, early) == ((), "no", True)
    assert outcome(second < ON, {}).value is UNKNOWN
    assert outcome(early, {}, early) == ((), "no", True)
    # what is told stands: a fact that must not be there with another leaves no room for it
    there = told(second) & (count == 0)
    assert outcome(count > 0, {"second": TODAY}, there) == ((), "yes", True)
    assert outcome(count > 0, {"second": None}, there).facts == ("count",)
    # facts that can only change together are named together
    together = ~(days_between(first, second) == 1)
    assert outcome((first > ON) & (second > ON + 1), {}, together).facts == ("first", "second")
    # through a fact that no rule reads
    third = Fact("third", Kind.DAY)
    chain = (third < first, second < third)
    assert outcome(second < ON, {"first": TODAY}, *chain) == ((), "no", True)
    # what contradicts itself anyway leaves out nothing
    assert outcome(count > 0, {}, count >= 0).facts == ("count",)
    assert outcome((count > 2) & (price > 0), {}, count > 2) == ((), "no", True)
    # past the budget it is never too sure
    assert outcome(second < ON, {"first": TODAY}, *chain, budget=Budget(related=0)).value in (
        "no", UNKNOWN,
    )  # fmt: skip


def test_a_day_that_has_lapsed_contradicts_nothing_any_more() -> None:
    ends, until = Fact("ends", Kind.DAY, lapses=True), Fact("until", Kind.DAY)
    against = (contradiction("x", ends, when=~(ends == until)),)
    told = {"on": TODAY, "mode": "none", "actor": "owner", "until": TODAY - timedelta(9)}
    lapsed = Settling(simple(ends > ON + 5), told | {"ends": TODAY - timedelta(9)},
                      contradictions=against)  # fmt: skip
    assert lapsed.output("outcome").facts == ("ends",)


def test_large_policies_leave_out_nothing_that_matters() -> None:
    intent, rng = large(1), random.Random(1)
    facts: Told = dict.fromkeys(intent.facts) | REQUEST
    days = [f for f in intent.facts.values() if f.kind is Kind.DAY and not f.given]
    against = (contradiction("x", days[0], when=days[0] < days[1]),)
    found = Settling(intent, facts, contradictions=against).find(Decision._fields)
    decide, open_ = compile_intent(intent).decide, missing(intent, facts)
    differed = 0
    for _ in range(3000):
        filled = facts | {fact.name: rng.choice(grid(fact)) for fact in open_}
        fact = rng.choice(open_)
        other = filled | {fact.name: rng.choice(grid(fact))}
        if contradicts(filled, against) or contradicts(other, against):
            continue
        one, two = (
            decide(SimpleNamespace(**each), TODAY, NO_MODE, "owner") for each in (filled, other)
        )
        for field, here, there in zip(Decision._fields, one, two, strict=True):
            if here != there:
                differed += 1
                assert fact.name in found[field].facts, field
    assert differed > 50


def test_nor_where_business_days_are_counted() -> None:
    assert brute_force(range(1000, 1150), business=0.3)["tried"] > 30


def test_a_solver_says_the_same() -> None:
    pytest.importorskip("z3")
    count = solver(range(5000, 5060))
    assert count["outputs"] > 300
    assert count["cautious"] <= CAUTIOUS * count["outputs"], count


@pytest.mark.nightly
@pytest.mark.parametrize("start", range(10_000, 13_000, 250))
def test_in_thousands_of_policies(start: int) -> None:
    seeds = range(start, start + 250)
    brute_force(seeds, most=5000)
    brute_force(seeds, business=0.3, most=5000)
    count = solver(seeds)
    assert count["cautious"] <= CAUTIOUS * count["outputs"], count
