"""Small random policies of the whole language, and every way of filling them in on a grid."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import product
from types import SimpleNamespace
from typing import Any

from subhub.model.money import Money
from subhub.policies.engines.evaluate import UNKNOWN, Decision
from subhub.policies.engines.python.compiled import compile_intent
from subhub.policies.language.amounts import amount
from subhub.policies.language.durations import (
    day_of_month,
    month_end,
    months,
    months_between,
    next_after,
    quarter_end,
    weeks,
    year_end,
)
from subhub.policies.language.expressions import (
    ALWAYS,
    DOES_NOT_APPLY,
    Const,
    Expr,
    Fact,
    Kind,
    compare,
    either,
    every,
    negate,
)
from subhub.policies.language.facts import ON
from subhub.policies.language.functions import (
    add_business_days,
    choose,
    days_between,
    maximum,
    minimum,
)
from subhub.policies.language.policy import NO_MODE, BlockerRow, Intent, Ruling
from subhub.policies.language.settlements import Movement, charge, credit
from subhub.policies.language.sources import Source
from subhub.policies.language.tables import NO_REFUND, RefundTerms, Row, Table, otherwise, row

TODAY = date(2026, 11, 21)
CITES = (Source("T", "P", "https://x.example", TODAY, {"X-1": "s"})["X-1"],)
POOL = (
    Fact("d1", Kind.DAY), Fact("d2", Kind.DAY), Fact("d3", Kind.DAY, lapses=True),
    Fact("d4", Kind.DAY, past=True),
    Fact("c1", Kind.COUNT), Fact("c2", Kind.COUNT), Fact("c3", Kind.COUNT),
    Fact("m1", Kind.MONEY), Fact("m2", Kind.MONEY), Fact("m3", Kind.MONEY),
    Fact("k1", Kind.CODE, ("a", "b", "c")), Fact("k2", Kind.CODE, ("a", "b", "d")),
    Fact("b1", Kind.BOOL), Fact("b2", Kind.BOOL),
)  # fmt: skip
MIXES = (
    (Kind.DAY,), (Kind.COUNT,), (Kind.MONEY,), (Kind.DAY, Kind.BOOL), (Kind.DAY, Kind.COUNT),
    (Kind.MONEY, Kind.CODE), (Kind.DAY, Kind.MONEY, Kind.CODE), (Kind.CODE, Kind.BOOL, Kind.COUNT),
)  # fmt: skip
Told = dict[str, Any]
#: the request, and an amount that no policy reads: it says what the currency is
REQUEST = {"on": TODAY, "mode": NO_MODE, "actor": "owner", "paid": Money(Decimal(1), "USD")}


def grid(fact: Fact) -> list[Any]:
    """Values that lie on every boundary a random policy draws, and beyond the last on each side."""
    match fact.kind:
        case Kind.DAY:
            first, last = 0 if fact.lapses else -9, 0 if fact.past else 9
            return [TODAY + timedelta(days) for days in range(first, last + 1)]
        case Kind.COUNT:
            return list(range(9))
        case Kind.MONEY:
            return [cents(number) for number in range(8)]
        case Kind.CODE:
            return list(fact.domain)
    return [True, False]


def cents(number: int) -> Money:
    return Money(Decimal(number) / 100, "USD")


class Inventor:
    """Makes up one policy; ``business`` days, ``time`` and ``related`` facts as often as asked."""

    def __init__(
        self, seed: int, *, business: float = 0.0, time: float = 0.0, related: float = 0.5
    ) -> None:
        self.rng = random.Random(seed)
        self.business, self.time, self.related = business, time, related
        kinds = self.rng.choice(MIXES)
        pool = [fact for fact in POOL if fact.kind in kinds]
        self.facts = self.rng.sample(pool, min(len(pool), self.rng.randint(2, 4)))
        self.by = {kind: [fact for fact in self.facts if fact.kind is kind] for kind in kinds}
        self.by = {kind: facts for kind, facts in self.by.items() if facts}

    def chance(self, likely: float) -> bool:
        return self.rng.random() < likely

    def day(self, depth: int = 1) -> Expr:
        known: Expr = ON if self.chance(0.2) else self.rng.choice(self.by.get(Kind.DAY, [ON]))
        if depth and self.chance(0.2):
            known = self.rng.choice((maximum, minimum))(known, self.day(0))
        elif depth and self.chance(0.1):
            known = choose(self.condition(0), known, self.day(0))
        if self.chance(0.3):
            known = known + self.rng.choice((-2, -1, 1, 2, 3))
        if self.time and self.chance(self.time):
            known = self.reckoned(known)
        if self.chance(self.business):
            known = add_business_days(known, self.rng.choice((1, 2, 3)))
        return known

    def reckoned(self, day: Expr) -> Expr:
        """The day moved by a fact or by months, the end of its month, the next of a series."""
        draw, rule = self.rng.random(), self.rng.choice(("down", "up", "refuse"))
        number: Any = self.rng.choice((-1, 1, 3))
        if self.by.get(Kind.COUNT) and self.chance(0.5):
            number = self.rng.choice(self.by[Kind.COUNT])
        if draw < 0.2 and isinstance(number, Expr):
            return day + number if self.chance(0.5) else day - weeks(number)
        if draw < 0.6:
            return day + months(number, round=rule)
        if draw < 0.8:
            return self.rng.choice((month_end, quarter_end, year_end))(day)
        return next_after(day, start=self.day(0), every=self.rng.choice((2, 7, months(1))))

    def number(self, kind: Kind, depth: int = 1) -> Expr:
        known: Expr = self.rng.choice(self.by[kind])
        if self.chance(0.1):
            known = known * self.rng.choice((2, 3))
        if depth and self.chance(0.4):
            other = self.number(kind, self.rng.choice((0, 0, 1)))
            return known + other if self.chance(0.5) else known - other
        if depth and self.chance(0.15):
            most = self.rng.choice((maximum, minimum))
            if kind is Kind.MONEY and self.chance(0.3):
                return most(known, amount("0.02 USD")) - amount("0.01 USD")
            return most(known, 0 if self.chance(0.3) else self.number(kind, 0))
        return known

    def comparison(self) -> Expr:
        kind, related = self.rng.choice(list(self.by)), self.chance(self.related)
        if kind is Kind.BOOL:
            return self.rng.choice(self.by[kind])
        if kind is Kind.CODE:
            if related and len(self.by[kind]) > 1:
                return self.by[kind][0] == self.by[kind][1]
            fact = self.rng.choice(self.by[kind])
            return fact == self.rng.choice(fact.domain)
        op = self.rng.choice(("<", "<=", "=="))
        if kind is Kind.DAY and self.time and self.chance(self.time):
            number = self.rng.choice((-1, 0, 1, 26))
            if self.chance(0.5):
                return compare(op, day_of_month(self.day()), number)
            rule = self.rng.choice(("down", "up"))
            gone = months_between(self.day(), self.day() if related else ON, round=rule)
            return compare(op, gone, number)
        if kind is Kind.DAY:
            if self.chance(0.3):
                gap = days_between(self.day(), self.day() if related else ON)
                if self.chance(0.2):
                    return compare(op, gap, days_between(ON, self.day()))
                return compare(op, gap, self.rng.choice((-2, -1, 0, 1, 2, 3)))
            return compare(op, self.day(), self.day() if related else ON + self.rng.randint(-2, 1))
        limit: Any = self.rng.choice((0, 1, 2, 3))
        if kind is Kind.MONEY:
            currency = self.rng.choice(("", "", "", "USD", "USD", "EUR"))
            bare = Const(Kind.MONEY, Decimal(limit) / 100)
            limit = amount(f"0.0{limit} {currency}") if currency else bare
        return compare(op, self.number(kind), self.number(kind) if related else limit)

    def condition(self, depth: int = 2) -> Expr:
        draw = self.rng.random()
        if depth == 0 or draw < 0.4:
            found = self.comparison()
            return negate(found) if self.chance(0.25) else found
        if draw < 0.95:
            join = every if draw < 0.7 else either
            return join(self.condition(depth - 1), self.condition(depth - 1))
        return negate(self.condition(depth - 1))

    def outputs(self) -> dict[str, Any]:
        rng = self.rng
        days: list[Any] = [ON, ON + 1]
        days += [self.day() for _ in range(2)] if Kind.DAY in self.by else []
        amounts: list[Expr] = [DOES_NOT_APPLY]
        amounts += [self.number(Kind.MONEY) for _ in range(2)] if Kind.MONEY in self.by else []
        amounts += [amount("0.03 USD"), amount("0.03 EUR")] if self.chance(0.2) else []
        if Kind.COUNT in self.by:
            amounts.append(amount("0.02 USD") * self.number(Kind.COUNT, 0))
        return {
            "ends_on": rng.choice(days),
            "access_until": rng.choice(days),
            "billing_stops_on": rng.choice((ON, None)),
            "refund": RefundTerms(
                "full",
                amount=rng.choice(amounts),
                at_most=rng.choice(amounts),
                automatic=rng.choice((True, False, None)),
                to=rng.choice(("card", None)),
            ),
            "settles": self.settles(amounts[1:]),
        }

    def settles(self, amounts: list[Expr]) -> list[Movement]:
        """Sometimes a charge or two, and a credit."""
        if not amounts or self.chance(0.7):
            return []
        own = [each for each in amounts if each.currencies == {None}] or amounts[:1]
        when = self.condition(0) if self.chance(0.5) else ALWAYS
        found = [charge("fee", self.rng.choice(own), when=when)]
        if self.chance(0.3):
            found.append(charge("device", own[0], at_most=self.rng.choice(own)))
        return [*found, credit("voucher", self.rng.choice(amounts), due_by=self.day())]

    def intent(self, rows: int = 4) -> Intent:
        rng = self.rng
        listed: list[Row] = [
            row(f"r{i}", when=self.condition(), cites=CITES, **self.outputs())
            for i in range(rng.randint(1, rows))
        ]
        decides = Table("closure", (*listed, otherwise("rest", cites=CITES, **self.outputs())))
        decided = decides.decided(rng.choice(listed).code)
        if self.chance(0.3):
            decided = decides["ends_on"] == ON
        undone = row(
            "u", when=decided if self.chance(0.8) else self.condition(1), cites=CITES,
            possible=True, until=rng.choice((ON, None)), how="h",
        )  # fmt: skip
        never = otherwise("v", cites=CITES, possible=False, until=None, how=None)
        return Intent(
            "cancel",
            ("owner",),
            decides,
            Table("undo", (undone, never)),
            one_way=CITES,
            nothing_to_do=(Ruling("x", when=self.condition(1), cites=CITES),)
            if self.chance(0.4)
            else (),
            blockers=(BlockerRow("y", when=self.condition(1), cites=CITES),)
            if self.chance(0.3)
            else (),
        )

    def told(self, intent: Intent, known: float = 0.2) -> Told:
        """A document that leaves most facts out."""
        facts = {
            name: self.rng.choice(grid(fact)) if self.chance(known) else None
            for name, fact in intent.facts.items()
            if not fact.given
        }
        return {**facts, **REQUEST}


def large(seed: int, rows: int = 30, facts: int = 16) -> Intent:
    """A policy of more ways of filling in than one table can hold; nothing is compared twice."""
    rng = random.Random(seed)
    kinds = (Kind.DAY, Kind.BOOL, Kind.COUNT, Kind.CODE)
    named = [
        Fact(f"f{i}", kind, ("a", "b", "c") if kind is Kind.CODE else ())
        for i, kind in zip(range(facts), kinds * facts, strict=False)
    ]
    days = [fact for fact in named if fact.kind is Kind.DAY]

    def literal(fact: Fact) -> Expr:
        match fact.kind:
            case Kind.DAY:
                return days_between(fact, ON) < rng.choice((0, 3, 6))
            case Kind.COUNT:
                return fact > rng.randint(0, 4)
            case Kind.CODE:
                return fact.isin(*rng.sample(("a", "b", "c"), rng.randint(1, 2)))
        return fact if rng.random() < 0.5 else negate(fact)

    def condition() -> Expr:
        return every(*(literal(fact) for fact in rng.sample(named, rng.randint(2, 4))))

    def outputs() -> dict[str, Any]:
        end = maximum(ON, rng.choice(days)) if rng.random() < 0.3 else ON
        until = choose(condition(), rng.choice(days), ON) if rng.random() < 0.3 else None
        return {"ends_on": end, "access_until": until, "billing_stops_on": ON, "refund": NO_REFUND}

    listed = [row(f"r{i}", when=condition(), cites=CITES, **outputs()) for i in range(rows)]
    decides = Table("closure", (*listed, otherwise("rest", cites=CITES, **outputs())))
    undo = Table("undo", (otherwise("v", cites=CITES, possible=False, until=None, how=None),))
    return Intent("cancel", ("owner",), decides, undo, one_way=CITES)


def simple(decides: Expr, **outputs: Any) -> Intent:
    """An intent of one row, ``yes``, that decides where the condition holds, and ``no``."""
    given = {"ends_on": None, "access_until": None, "billing_stops_on": None, **outputs}
    given.setdefault("refund", NO_REFUND)
    rest = {name: None for name in given if name != "refund"}
    decided = Table(
        "closure",
        (
            row("yes", when=decides, cites=CITES, **given),
            otherwise("no", cites=CITES, refund=NO_REFUND, **rest),
        ),
    )
    undo = Table("undo", (otherwise("v", cites=CITES, possible=False, until=None, how=None),))
    return Intent("cancel", ("owner",), decided, undo, one_way=CITES)


def missing(intent: Intent, told: Told) -> list[Fact]:
    return [f for name, f in intent.facts.items() if not f.given and told.get(name) is None]


def completions(intent: Intent, told: Told) -> Iterator[tuple[tuple[Any, ...], tuple[Any, ...]]]:
    """Every way of filling in on the grid, and the decision it leads to."""
    open_ = missing(intent, told)
    decide = compile_intent(intent).decide
    for values in product(*(grid(fact) for fact in open_)):
        filled = SimpleNamespace(**told | {f.name: v for f, v in zip(open_, values, strict=True)})
        yield values, Decision(*decide(filled, told["on"], told["mode"], told["actor"]))


def ways(intent: Intent, told: Told) -> int:
    size = 1
    for fact in missing(intent, told):
        size *= len(grid(fact))
    return size


def seen_to_matter(intent: Intent, told: Told) -> list[tuple[set[str], set[Any]]]:
    """For each field of a decision: the facts that changed it on the grid, and its values.

    Where a day is refused a document leaves it open with every fact told: that says nothing.
    """
    open_ = missing(intent, told)
    every_way = list(completions(intent, told))
    found = []
    for position in range(len(Decision._fields)):
        decided = [each for each in every_way if each[1][position] is not UNKNOWN]
        names: set[str] = set()
        for place, fact in enumerate(open_):
            alike: dict[Any, Any] = {}
            for values, decision in decided:
                others = (*values[:place], *values[place + 1 :])
                if alike.setdefault(others, decision[position]) != decision[position]:
                    names.add(fact.name)
                    break
        found.append((names, {decision[position] for _, decision in decided}))
    return found
