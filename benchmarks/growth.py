"""How the cost of settling, of loading and of generated code grows with the size of a policy.

    python benchmarks/growth.py

For each policy: an empty document, every output and everything that follows settled from
scratch (what does not depend on the document is made once before), and documents with some of
their facts missing. The yardstick is the reference evaluator on the same document in the same
run: what counts is the ratio, and that it does not explode with rows and facts.
"""

from __future__ import annotations

import argparse
import platform
import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from subhub.hub.registry import Registry
from subhub.model.column import Column
from subhub.policies.analysis.settling import Settling
from subhub.policies.analysis.settling.program import program
from subhub.policies.engines.columns.bound import AskedOfRows, BoundColumns
from subhub.policies.engines.columns.plan import OUTPUTS, Plan, plan
from subhub.policies.engines.evaluate import UNKNOWN, Evaluation
from subhub.policies.engines.python.compiled import compile_intent
from subhub.policies.engines.sql import emit
from subhub.policies.language.checks import never_decides
from subhub.policies.language.expressions import Expr, Fact, Kind, either, every
from subhub.policies.language.facts import ON
from subhub.policies.language.functions import choose, days_between, maximum
from subhub.policies.language.policy import (
    NO_MODE,
    BlockerRow,
    ConsequenceRow,
    Edition,
    Intent,
    Policy,
    Ruling,
)
from subhub.policies.language.sources import Source
from subhub.policies.language.tables import RefundTerms, Row, Table, otherwise, row
from subhub.testing import random_facts

DAY = date(2026, 11, 21)
CITES = (Source("T", "P", "https://policy.example", DAY, {"X-1": "s"})["X-1"],)
#: the sizes of the random policies: rows and facts
SIZES = ((20, 12), (50, 25), (100, 25))
KINDS = (Kind.DAY, Kind.BOOL, Kind.COUNT, Kind.CODE, Kind.MONEY)
CODES = ("a", "b", "c", "d")
#: whose holidays are written out in SQL
CALENDAR = (date(2026, 1, 1), date(2030, 12, 31))
Asked = str | tuple[str, int]


def random_intent(rows: int, facts: int, seed: int) -> Intent:
    """A table of so many rows over so many facts of all kinds, each row of two to four."""
    rng = Random(seed)
    named = [_fact(f"f{index}", KINDS[index % len(KINDS)]) for index in range(facts)]
    days = [fact for fact in named if fact.kind is Kind.DAY]
    amounts = [fact for fact in named if fact.kind is Kind.MONEY]

    def condition() -> Expr:
        parts = [_comparison(rng, fact) for fact in rng.sample(named, rng.randint(2, 4))]
        return every(parts[0], either(*parts[1:])) if rng.random() < 0.4 else every(*parts)

    def outputs() -> dict[str, Any]:
        until = choose(condition(), rng.choice(days), ON) if rng.random() < 0.2 else ON
        return {
            "ends_on": maximum(ON, rng.choice(days)) if rng.random() < 0.3 else ON,
            "access_until": until,
            "billing_stops_on": ON,
            "refund": RefundTerms(
                rng.choice(("full", "balance", None)),
                amount=rng.choice(amounts),
                automatic=rng.random() < 0.5,
            ),
        }

    listed: list[Row] = [
        row(f"r{index}", when=condition(), cites=CITES, **outputs()) for index in range(rows)
    ]
    decides = Table("closure", (*listed, otherwise("rest", cites=CITES, **outputs())))
    undo = Table(
        "undo",
        (
            row("back", when=decides.decided("r1", "r2"), cites=CITES,
                possible=True, until=ON + 30, how="ask"),
            otherwise("final", cites=CITES, possible=False, until=None, how=None),
        ),
    )  # fmt: skip
    return Intent(
        "cancel", ("owner",), decides, undo, one_way=CITES,
        nothing_to_do=(Ruling("done", when=condition(), cites=CITES),),
        blockers=(BlockerRow("stop", when=condition(), cites=CITES),),
        consequences=tuple(
            ConsequenceRow(f"c{index}", when=condition(), on=rng.choice(days), cites=CITES)
            for index in range(5)
        ),
    )  # fmt: skip


def _fact(name: str, kind: Kind) -> Fact:
    return Fact(name, kind, CODES if kind is Kind.CODE else ())


def _comparison(rng: Random, fact: Fact) -> Expr:
    match fact.kind:
        case Kind.BOOL:
            return fact if rng.random() < 0.5 else ~fact
        case Kind.CODE:
            return fact.isin(*rng.sample(CODES, rng.randint(1, 2)))
        case Kind.COUNT:
            return fact > rng.randint(0, 5)
        case Kind.MONEY:
            return fact > 0
    days = days_between(fact, ON)
    return days < rng.choice((0, 14, 30)) if rng.random() < 0.6 else fact <= ON


def open_parts(intent: Intent, facts: dict[str, Any]) -> list[Asked]:
    """All that the evaluator leaves open: what an answer asks to be settled."""
    run = Evaluation(intent, facts)
    parts: list[Asked] = [
        field for field, value in run.decision()._asdict().items() if value is UNKNOWN
    ]
    details = run.details()
    for field in ("consequences", "days", "prepare", "steps"):
        unsure = UNKNOWN if field == "days" else None
        values = getattr(details, field)
        parts += [(field, index) for index, value in enumerate(values) if value is unsure]
    return parts


def empty(intent: Intent) -> dict[str, Any]:
    """Nothing told but the request."""
    return dict.fromkeys(intent.facts) | {"on": DAY, "mode": NO_MODE, "actor": intent.actors[0]}


def told(intent: Intent, rng: Random, missing: float) -> dict[str, Any]:
    """A document of which so many facts are missing."""
    found = random_facts(intent, rng, nulls=missing, on=DAY)
    return found | {"mode": found["mode"] if intent.modes else NO_MODE}


def settle(intent: Intent, facts: dict[str, Any], parts: list[Asked]) -> bool:
    """Settle from scratch, the outputs and then what follows, as an answer does.

    Returns whether all of it was proved.
    """
    settling = Settling(intent, facts)
    outputs = settling.find(each for each in parts if isinstance(each, str))
    details = settling.find(each for each in parts if not isinstance(each, str))
    return all(each.settled for each in (*outputs.values(), *details.values()))


def milliseconds(work: Callable[[], object], rounds: int) -> float:
    """The median of some runs."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1000


def policies() -> Iterator[tuple[str, Intent]]:
    """The platform with the most facts, and random ones."""
    impact = Registry().adapter("impact").editions()[-1].intent("cancel")
    assert impact is not None
    yield "impact.com", impact
    for rows, facts in SIZES:
        yield f"{rows} × {facts}", random_intent(rows, facts, seed=1)


def line(name: str, intent: Intent, missing: float, rounds: int) -> str:
    """One line of the table: of an empty document, or of thirty random ones."""
    rng = Random(f"{name} {missing}")
    documents = [told(intent, rng, missing) for _ in range(30)] if missing < 1 else [empty(intent)]
    work = [(facts, open_parts(intent, facts)) for facts in documents]
    proved = all(settle(intent, *each) for each in work)
    rounds = rounds if missing == 1 else max(1, rounds // 3)
    settled = statistics.mean(
        milliseconds(lambda each=each: settle(intent, *each), rounds) for each in work
    )
    evaluated = statistics.mean(
        milliseconds(lambda facts=facts: (Evaluation(intent, facts).decision(),
                                          Evaluation(intent, facts).details()), rounds)
        for facts in documents
    )  # fmt: skip
    facts = "all" if missing == 1 else f"{missing:.0%}"
    return (
        f"| {name} | {facts} | {settled:.2f} | {settled / evaluated:.1f} "
        f"| {'yes' if proved else 'no'} |"
    )


def table(rounds: int) -> Iterator[str]:
    """The table as lines of Markdown."""
    yield "# How cost grows with a policy"
    yield ""
    yield "Milliseconds to find what would settle every open output and all that follows, from"
    yield "scratch, beside evaluating the same document; `made once` is what an intent costs the"
    yield f"first time. Median of `python benchmarks/growth.py --rounds {rounds}` on CPython"
    yield f"{platform.python_version()}. The ratio is what counts. Where not all is proved, the"
    yield "budget of steps ran out for an output, and the answer says so (`settled: false`)."
    yield ""
    yield "| policy (rows × facts) | facts missing | ms | ratio to evaluating | all proved |"
    yield "|---|---|--:|--:|---|"
    for name, intent in policies():
        started = time.perf_counter()
        program(intent)
        made = (time.perf_counter() - started) * 1000
        yield f"| {name} | made once | {made:.1f} | | |"
        for missing in (0.15, 0.5, 1.0):
            yield line(name, intent, missing, rounds)
    yield from made_once()


def made_once() -> Iterator[str]:
    """What loading and generating cost."""
    yield ""
    yield (
        "| policy (rows × facts) | check of its rows, ms | generated code, ms "
        "| plan of columns, ms | SQL, ms | SQL, kB |"
    )
    yield "|---|--:|--:|--:|--:|--:|"
    for rows, facts in (*SIZES, (500, 100)):
        intent = random_intent(rows, facts, seed=1)
        conditions = [each.when for each in intent.decides.rows]
        checked = milliseconds(lambda conditions=conditions: list(never_decides(conditions)), 1)
        generated = milliseconds(lambda intent=intent: compile_intent.__wrapped__(intent), 1)
        planned = milliseconds(lambda intent=intent: plan_of(intent), 3)
        written = milliseconds(lambda intent=intent: select(intent), 3)
        size = len(select(intent)) / 1000
        yield (
            f"| {rows} × {facts} | {checked:.0f} | {generated:.0f} | {planned:.0f} "
            f"| {written:.0f} | {size:.0f} |"
        )


def plan_of(intent: Intent) -> Plan:
    """Every output column of a policy of one intent, for a table that has every fact."""
    policy = Policy("random", Edition("1", None, None, DAY), (intent,))
    bound = BoundColumns({name: fact for name, fact in intent.facts.items() if not fact.given})
    return plan(policy, bound, AskedOfRows(Column("on"), None, None, "cancel", CALENDAR))


def select(intent: Intent) -> str:
    """The same as SQL."""
    rows = emit.Relation("subscriptions", calendar=CALENDAR)
    return emit.select(plan_of(intent), rows, "duckdb", OUTPUTS)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--write", metavar="FILE", help="write the table as Markdown")
    options = parser.parse_args()
    lines = []
    for each in table(options.rounds):
        print(each, flush=True)
        lines.append(each)
    if options.write:
        Path(options.write).write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
