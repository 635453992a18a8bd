"""How fast is one decision? Everything interleaved in one run, as ratios to hand-written code.

``python benchmarks/decide.py`` measures the impact.com closure rules: hand-written, the
generated code of the policy, a complete ``hub.preview`` (validation and every output), and
the decision engines that are installed (``pip install zen-engine cedarpy
common-expression-language panzi-json-logic``). ``--write FILE`` writes the table.

Engines other than the policy answer only *which row decides*, and only with every fact
known: missing facts are not part of their language. The yardstick for them is which row by
hand, from the same numbers. Cedar answers yes or no, so it is asked
row by row until one holds, with policies and entities parsed beforehand.
"""

from __future__ import annotations

import argparse
import json
import platform
import random
import statistics
import time
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import hand_written

from subhub import Hub, Money
from subhub.policies.engines.evaluate import Evaluation
from subhub.policies.engines.python.compiled import compile_intent

ON = date(2026, 11, 21)
HUB = Hub()
ADAPTER = HUB.registry.adapter("impact")
INTENT = ADAPTER.editions()[0].intent("cancel")


def documents(count: int, nulls: float, seed: int) -> list[dict[str, Any]]:
    """Plausible accounts; each fact is missing with probability ``nulls``."""
    rng = random.Random(seed)

    def money(*amounts: str) -> Money:
        return Money(Decimal(rng.choice(amounts)), "USD")

    def one() -> dict[str, Any]:
        facts = {
            "status": rng.choice(["active", "active", "active", "trialing", "canceled"]),
            "started_on": ON - timedelta(rng.randint(0, 60)),
            "trial_ends_on": ON + timedelta(rng.randint(-40, 10)),
            "card_charged": money("0.00", "30.00", "500.00"),
            "partner_costs": money("0.00", "0.00", "12.50"),
            "locked_actions": rng.choice([0, 0, 0, 4]),
            "pending_actions": rng.choice([0, 0, 3]),
            "last_lock_on": ON + timedelta(rng.randint(1, 60)),
            "balance": money("0.00", "412.50"),
            "open_invoices": money("0.00", "87.50"),
            "pending_payouts": money("0.00", "20.00"),
            "active_contracts": rng.choice([0, 3]),
        }
        if facts["pending_actions"] == 0:
            facts["last_lock_on"] = None
        facts["trial_ends_on"] = max(facts["trial_ends_on"], facts["started_on"])
        return {k: None if rng.random() < nulls else v for k, v in facts.items()}

    return [one() for _ in range(count)]


def subscriptions(docs: list[dict[str, Any]]) -> list[Any]:
    model = ADAPTER.subscription()
    return [model.model_validate({"platform": "impact", **doc}) for doc in docs]


# ---- the other engines: which row decides ---------------------------------------------


def numbers(doc: dict[str, Any]) -> dict[str, Any]:
    """The facts as the plain numbers that every engine understands."""
    day = date.toordinal
    return {
        "on": day(ON),
        "trial_ends_on": day(doc["trial_ends_on"]),
        "started_on": day(doc["started_on"]),
        "card_charged": float(doc["card_charged"].amount),
        "partner_costs": float(doc["partner_costs"].amount),
        "locked_actions": doc["locked_actions"],
        "pending_actions": doc["pending_actions"],
    }


def which_row(n: dict[str, Any]) -> str:
    """What the other engines answer, by hand, from the same numbers."""
    if n["on"] <= n["trial_ends_on"] and n["card_charged"] == 0 and n["partner_costs"] == 0:
        return "trial_cancelled"
    if n["locked_actions"] == 0 and n["pending_actions"] == 0:
        return "full_refund" if n["on"] - n["started_on"] < 30 else "balance_refund"
    return "delayed"


def with_zen() -> Callable[[dict[str, Any]], str]:
    import zen

    conditions = [
        ("on <= trial_ends_on and card_charged == 0 and partner_costs == 0", "trial_cancelled"),
        ("locked_actions == 0 and pending_actions == 0 and on - started_on < 30", "full_refund"),
        ("locked_actions == 0 and pending_actions == 0", "balance_refund"),
        ("", "delayed"),
    ]
    table = {
        "nodes": [
            {"id": "in", "type": "inputNode", "name": "in", "position": {"x": 0, "y": 0}},
            {
                "id": "t",
                "type": "decisionTableNode",
                "name": "t",
                "position": {"x": 1, "y": 0},
                "content": {
                    "hitPolicy": "first",
                    "inputs": [{"id": "c", "name": "c", "type": "expression"}],
                    "outputs": [{"id": "o", "name": "o", "field": "outcome", "type": "expression"}],
                    "rules": [
                        {"_id": str(i), "c": c, "o": f'"{o}"'}
                        for i, (c, o) in enumerate(conditions)
                    ],
                },
            },
            {"id": "out", "type": "outputNode", "name": "out", "position": {"x": 2, "y": 0}},
        ],
        "edges": [
            {"id": "1", "sourceId": "in", "targetId": "t", "type": "edge"},
            {"id": "2", "sourceId": "t", "targetId": "out", "type": "edge"},
        ],
    }
    decision = zen.ZenEngine().create_decision(json.dumps(table))
    return lambda facts: decision.evaluate(facts)["result"]["outcome"]


def with_cedar() -> Callable[[dict[str, Any]], str]:
    import cedarpy

    idle = "context.locked_actions == 0 && context.pending_actions == 0"
    trial = (
        "context.on <= context.trial_ends_on && context.card_charged == 0"
        " && context.partner_costs == 0"
    )
    young = f"{idle} && context.on - context.started_on < 30"
    policies = cedarpy.PolicySet.from_str(
        "\n".join(
            f'permit(principal, action == Action::"{row}", resource) when {{ {when} }};'
            for row, when in (
                ("trial_cancelled", trial),
                ("full_refund", young),
                ("balance_refund", idle),
            )
        )
    )
    nobody = cedarpy.Entities.from_json_str("[]")

    def decide(facts: dict[str, Any]) -> str:
        context = {
            name: int(value * 100) if isinstance(value, float) else value
            for name, value in facts.items()
        }
        for row in ("trial_cancelled", "full_refund", "balance_refund"):
            request = {
                "principal": 'User::"a"',
                "action": f'Action::"{row}"',
                "resource": 'Account::"a"',
                "context": context,
            }
            if cedarpy.is_authorized(request, policies, nobody).allowed:
                return row
        return "delayed"

    return decide


def with_cel() -> Callable[[dict[str, Any]], str]:
    import cel

    program = cel.compile(
        "on <= trial_ends_on && card_charged == 0.0 && partner_costs == 0.0 ? 'trial_cancelled'"
        " : locked_actions == 0 && pending_actions == 0"
        " ? (on - started_on < 30 ? 'full_refund' : 'balance_refund') : 'delayed'"
    )
    return lambda facts: program.execute(facts)


def with_json_logic() -> Callable[[dict[str, Any]], str]:
    from json_logic import jsonLogic

    def v(name: str) -> dict[str, str]:
        return {"var": name}

    idle = {"and": [{"==": [v("locked_actions"), 0]}, {"==": [v("pending_actions"), 0]}]}
    rule = {
        "if": [
            {
                "and": [
                    {"<=": [v("on"), v("trial_ends_on")]},
                    {"==": [v("card_charged"), 0]},
                    {"==": [v("partner_costs"), 0]},
                ]
            },
            "trial_cancelled",
            {"and": [idle, {"<": [{"-": [v("on"), v("started_on")]}, 30]}]},
            "full_refund",
            idle,
            "balance_refund",
            "delayed",
        ]
    }
    return lambda facts: jsonLogic(rule, facts)


ENGINES = {
    "zen-engine": with_zen,
    "cedarpy": with_cedar,
    "common-expression-language (Rust CEL)": with_cel,
    "panzi-json-logic": with_json_logic,
}

WHICH_ROW = "hand-written, which row only"

# ---- measuring ------------------------------------------------------------------------


def contenders(docs: list[dict[str, Any]], full: bool) -> dict[str, tuple[Callable[[], Any], int]]:
    """Name to (one pass over documents, how many documents that is)."""
    subs = subscriptions(docs)
    decide = compile_intent(INTENT).decide
    few = docs[:1000]
    raw = [
        {"platform": "impact"}
        | {k: str(v) if isinstance(v, Money | date) else v for k, v in doc.items()}
        for doc in few
    ]
    for sub in subs[:2000]:
        hand = hand_written.decide(sub, ON)
        assert decide(sub, ON, "none", "owner") == hand, sub
        facts = {**sub.__dict__, "on": ON, "mode": "none", "actor": "owner"}
        assert Evaluation(INTENT, facts).decision() == hand, sub
    found: dict[str, tuple[Callable[[], Any], int]] = {
        "hand-written if/else": (lambda: [hand_written.decide(s, ON) for s in subs], len(subs)),
        "compiled policy, decide only": (
            lambda: [decide(s, ON, "none", "owner") for s in subs],
            len(subs),
        ),
        "hub.preview, complete": (lambda: [HUB.preview(d, on=ON) for d in raw], len(raw)),
    }
    if full:
        running = [doc for doc in few if doc["status"] != "canceled"]
        facts = [numbers(doc) for doc in running]
        found[WHICH_ROW] = (lambda: [which_row(fact) for fact in facts], len(facts))
        for name, make in ENGINES.items():
            try:
                ask = make()
            except ImportError:
                print(f"{name} is not installed and left out")
                continue
            for doc, fact in zip(running[:200], facts, strict=False):
                assert ask(fact) == which_row(fact), (name, doc)
            found[name] = (lambda ask=ask: [ask(fact) for fact in facts], len(facts))
    return found


def measure(docs: list[dict[str, Any]], *, full: bool, rounds: int) -> dict[str, float]:
    """Median microseconds of processor time for one decision, each contender once a round."""
    running = contenders(docs, full)
    times: dict[str, list[float]] = {name: [] for name in running}
    for _ in range(rounds):
        for name, (once, count) in running.items():
            started = time.process_time()
            once()
            times[name].append((time.process_time() - started) / count * 1e6)
    return {name: statistics.median(found) for name, found in times.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--write", metavar="FILE", help="write the table as Markdown")
    options = parser.parse_args()
    lines = [
        "# One decision",
        "",
        "Median processor time of one decision, every contender once a round, in one run of",
        f"`python benchmarks/decide.py --rounds {options.rounds}`"
        f" on CPython {platform.python_version()}. The ratio is what counts.",
        "",
    ]
    for nulls in (0.0, 0.15, 0.5):
        docs = documents(12_000, nulls, seed=7)
        found = measure(docs, full=nulls == 0, rounds=options.rounds)
        base = found["hand-written if/else"]
        lines += [
            f"## {nulls:.0%} of the facts missing",
            "",
            "| | µs | ratio to hand-written | ratio to which row |",
            "|---|--:|--:|--:|",
        ]
        row = found.get(WHICH_ROW)
        for name, us in found.items():
            beside = f"{us / row:.1f}" if row and name in (WHICH_ROW, *ENGINES) else ""
            lines.append(f"| {name} | {us:.2f} | {us / base:.2f} | {beside} |")
        lines.append("")
    text = "\n".join(lines)
    print(text)
    if options.write:
        from pathlib import Path

        Path(options.write).write_text(text)


if __name__ == "__main__":
    main()
