"""The policy language refuses what is not sound when it is written, and says what is wrong."""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable
from datetime import date
from typing import Any, Literal

import pytest
from pydantic import BaseModel

from subhub.errors import PolicyError
from subhub.model.money import Money
from subhub.policies.engines.evaluate import UNKNOWN, value_of
from subhub.policies.language.checks import never_decides
from subhub.policies.language.expressions import ALWAYS, NEVER, Expr, Fact, Kind, either, every
from subhub.policies.language.facts import ON, facts, request_fact
from subhub.policies.language.functions import choose, days_between, maximum, minimum
from subhub.policies.language.policy import BlockerRow, ConsequenceRow, Intent, Ruling
from subhub.policies.language.sources import Library, Source
from subhub.policies.language.tables import NO_REFUND, RefundTerms, otherwise, row, table

PAGE = Source("Terms", "A gym", "https://gym.example/terms", date(2026, 1, 1), {"G-1": "One"})
G = Library(PAGE)("G-1")


class Member(BaseModel):
    status: Literal["active", "frozen"] | None = None
    visits: int | None = None
    guests: int | None = None
    joined: date | None = None
    leaves: date | None = None
    fee: Money | None = None
    student: bool | None = None
    notes: list[str] | None = None


f = facts(Member)


def rejected(build: Callable[[], object], says: str, hint: str = "") -> None:
    with pytest.raises(PolicyError) as caught:
        build()
    assert says in str(caught.value)
    assert hint in caught.value.hint


# Facts and expressions


def test_a_misspelt_fact_fails_where_it_is_written() -> None:
    rejected(lambda: f.visit, "Member has no fact `visit`", "did you mean `visits`?")


def test_a_list_is_no_fact() -> None:
    rejected(lambda: f.notes, "Member has no fact `notes`", "one of status, visits")


def test_a_code_outside_the_domain() -> None:
    rejected(lambda: f.status == "frosen", "`status` is never `frosen`")
    rejected(lambda: f.status.isin("active", "gone"), "`status` is never `gone`")
    rejected(lambda: request_fact("mode", "now", "later") == "soon", "`mode` is never `soon`")


@pytest.mark.parametrize("build, says", [
    (lambda: f.visits == date(2026, 1, 1), "mixes a count with a day"),
    (lambda: f.fee == f.visits, "mixes an amount of money with a count"),
    (lambda: f.joined < f.fee, "mixes a day with an amount"),
    (lambda: f.status == 3, "mixes a code with a count"),
    (lambda: maximum(f.joined, f.visits), "mixes a day with a count"),
    (lambda: f.fee + f.visits, "mixes an amount of money with a count"),
    (lambda: choose(f.student, f.joined, f.fee), "mixes a day with an amount"),
    (lambda: f.status + "a", "cannot be added"),
    (lambda: maximum(f.status, "frozen"), "has no order"),
    (lambda: days_between(f.joined, f.visits), "days_between"),
    (lambda: f.visits & f.student, "`visits`"),
    (lambda: choose(f.visits, 1, 2), "`visits`"),
    (lambda: f.fee == 1.5, "`1.5` cannot stand in an expression"),
])  # fmt: skip
def test_kinds_do_not_mix(build: Callable[[], Expr], says: str) -> None:
    rejected(build, says)


def test_a_condition_is_no_answer() -> None:
    rejected(lambda: bool(f.visits == 3), "`visits == 3` is a condition", "&, | and ~")
    rejected(lambda: 1 < f.visits < 3, "is a condition, not an answer")
    rejected(lambda: f.student and f.visits == 1, "`student` is a condition")
    rejected(lambda: (f.visits == 3) in [f.visits == 4], "is a condition")


def test_constants_fold() -> None:
    assert every() is ALWAYS and either() is NEVER
    assert every(f.student, NEVER) is NEVER
    assert either(f.student, ALWAYS) is ALWAYS
    assert every(f.student, ALWAYS) is f.student
    assert ~(~f.student) is f.student
    assert (f.student == True) is f.student  # noqa: E712 - an expression, not a truth
    assert every(f.visits == 1, f.visits == 1).key == (f.visits == 1).key


def test_a_day_and_a_number() -> None:
    told = {"joined": date(2028, 2, 28), "on": date(2028, 3, 1)}
    assert value_of(f.joined + 1, told) == date(2028, 2, 29)
    assert value_of(f.joined - 28, told) == date(2028, 1, 31)
    assert value_of(days_between(f.joined, ON), told) == 2
    assert value_of(minimum(f.joined, ON), told) == date(2028, 2, 28)


@pytest.mark.parametrize("left", [True, False, None])
@pytest.mark.parametrize("right", [True, False, None])
def test_logic_is_kleene_s(left: bool | None, right: bool | None) -> None:
    told = {"student": left, "visits": None if right is None else int(right)}
    both, one = f.student & (f.visits == 1), f.student | (f.visits == 1)
    pair = (left, right)
    assert value_of(both, told) is (
        False if False in pair else UNKNOWN if None in pair else True
    )  # fmt: skip
    assert value_of(one, told) is (True if True in pair else UNKNOWN if None in pair else False)
    assert value_of(~f.student, told) is (UNKNOWN if left is None else not left)


def test_unknown_is_neither_true_nor_false() -> None:
    with pytest.raises(TypeError, match="neither true nor false"):
        bool(UNKNOWN)


# Rows and tables


def test_an_uncited_row() -> None:
    rejected(lambda: row("a", when=f.student, cites=(), ends_on=ON), "row `a` cites no rule")
    rejected(lambda: Ruling("a", when=f.student), "`a` cites no rule", "every row names its source")
    rejected(lambda: ConsequenceRow("b", when=f.student), "`b` cites no rule")
    rejected(lambda: BlockerRow("c"), "`c` cites no rule")


def test_a_rule_that_no_page_has() -> None:
    rejected(lambda: Library(PAGE)("G-2"), "no page has a rule `G-2`")
    rejected(lambda: PAGE["G-2"], "no rule `G-2` on `Terms`", "it has G-1")


def test_a_condition_that_is_none() -> None:
    rejected(lambda: row("a", when=f.visits, cites=G), "`when` is not a condition but `visits`")
    rejected(lambda: row("a", when=True, cites=G), "`when` is not a condition but `True`")  # type: ignore[arg-type]
    rejected(lambda: Ruling("a", when=f.visits, cites=G), "`when` is not a condition but `visits`")


def test_a_table_without_an_end() -> None:
    rejected(lambda: table("t", row("a", when=f.student, cites=G, x=1)), "has no `otherwise`")
    rejected(lambda: table("t"), "table `t` has no `otherwise`")


def test_two_rows_of_one_code() -> None:
    rejected(
        lambda: table("t", row("a", when=f.student, cites=G, x=1), otherwise("a", cites=G, x=2)),
        "table `t` has two rows `a`",
    )


def test_rows_that_give_different_outputs() -> None:
    rejected(
        lambda: table("t", row("a", when=f.student, cites=G, x=1), otherwise("b", cites=G, y=2)),
        "row `b` and row `a` differ in x, y",
        "None says that one does not apply",
    )
    rejected(
        lambda: table(
            "t",
            row("a", when=f.student, cites=G, x=1, refund=NO_REFUND),
            otherwise("b", cites=G, x=1),
        ),
        "refund_kind",
    )


def test_outputs_of_mixed_kinds() -> None:
    rejected(
        lambda: table(
            "t", row("a", when=f.student, cites=G, x=f.joined), otherwise("b", cites=G, x=f.fee)
        ),
        "output `x` mixes a day with an amount",
    )


def test_an_output_or_row_that_is_not_there() -> None:
    good = table("t", row("a", when=f.student, cites=G, x=1), otherwise("b", cites=G, x=2))
    rejected(lambda: good["y"], "table `t` has no output `y`")
    rejected(lambda: good.decided("c"), "table `t` has no row `c`", "it has a, b")


@pytest.mark.parametrize("conditions, index, reason", [
    ([f.student & ~f.student], 0, "never_holds"),
    ([(f.visits < 3) & (f.visits > 3)], 0, "never_holds"),
    ([(f.status == "active") & (f.status == "frozen")], 0, "never_holds"),
    ([(f.visits == 0) & (f.visits > 0)], 0, "never_holds"),
    ([NEVER], 0, "never_holds"),
    ([f.student, f.student & (f.visits == 1)], 1, "taken_above"),
    ([f.visits < 30, f.visits < 20], 1, "taken_above"),
    ([f.visits < 30, f.visits == 29], 1, "taken_above"),
    ([f.visits <= 30, (f.visits < 31) & (f.visits <= 30)], 1, "taken_above"),
    ([f.student, ~f.student & (f.visits == 1), f.visits == 1], 2, "taken_above"),
    ([f.student | (f.visits == 1), f.visits == 1], 1, "taken_above"),
    ([days_between(f.joined, ON) < 30, days_between(f.joined, ON) < 14], 1, "taken_above"),
    ([ALWAYS, f.student], 1, "taken_above"),
    ([f.visits < 3, f.visits >= 3, f.student], 2, "taken_above"),
    ([f.visits < 3, f.visits > 5, (f.visits == 1) | (f.visits > 7)], 2, "taken_above"),
    ([f.status == "active", f.status == "frozen", f.student], 2, "taken_above"),
])  # fmt: skip
def test_a_row_that_can_never_decide(conditions: list[Expr], index: int, reason: str) -> None:
    rows = [row(f"r{i}", when=when, cites=G, x=i) for i, when in enumerate(conditions)]
    rejected(lambda: table("t", *rows, otherwise("end", cites=G, x=9)), f"row `r{index}` can never")
    found = dict(never_decides(conditions))
    assert found[index] == reason


def test_an_end_that_is_never_reached() -> None:
    rows = [row("a", when=f.student, cites=G, x=1), row("b", when=~f.student, cites=G, x=2)]
    rejected(lambda: table("t", *rows, otherwise("c", cites=G, x=3)), "row `c` can never decide")


def test_rows_that_can_decide_are_left_alone() -> None:
    """Nothing that is reported as unreachable is ever reached, over random tables."""
    rng = random.Random(7)
    atoms = [f.student, f.visits == 0, f.visits < 3, f.visits <= 3, f.visits > 5, f.guests > 0]
    cases = [
        {"student": student, "visits": visits, "guests": guests}
        for student, visits, guests in itertools.product((True, False), range(8), (0, 1))
    ]
    reported = 0
    for _ in range(300):
        conditions = [_random_condition(rng, atoms) for _ in range(4)]
        dead = dict(never_decides(conditions))
        reported += len(dead)
        for told in cases:
            first = next((i for i, when in enumerate(conditions) if value_of(when, told)), None)
            assert first not in dead, (conditions, told)
    assert reported > 50


def test_conditions_of_very_many_ways_are_checked() -> None:
    """Two to the fortieth ways to hold, and rows above that leave only one of them."""
    flags = [Fact(f"b{number}", Kind.BOOL) for number in range(80)]
    pairs = list(zip(flags[::2], flags[1::2], strict=True))
    each = every(*(one | other for one, other in pairs))
    above = [one & other for one, other in pairs]
    assert dict(never_decides([*above, each])) == {}
    assert dict(never_decides([each, *above, every(*flags)])) == {41: "taken_above"}
    denied = [~one for one, _ in pairs]
    assert dict(never_decides([*denied, each, ~flags[0]])) == {41: "taken_above"}


def _random_condition(rng: random.Random, atoms: list[Any]) -> Expr:
    parts = [atom if rng.random() < 0.6 else ~atom for atom in rng.sample(atoms, rng.randint(1, 3))]
    return every(*parts) if rng.random() < 0.6 else either(*parts)


# Intents


def test_a_deciding_table_gives_every_output() -> None:
    closing = table("closing", otherwise("closed", ends_on=ON, cites=G))
    undoing = table("undoing", otherwise("no", possible=False, until=None, how=None, cites=G))
    rejected(
        lambda: Intent("cancel", ("me",), closing, undoing, one_way=G),
        "table `closing` gives no access_until, billing_stops_on, refund_kind",
    )


def test_an_intent_without_modes_shows_its_only_way() -> None:
    closing = table(
        "closing",
        otherwise(
            "closed", ends_on=ON, access_until=ON, billing_stops_on=ON,
            refund=RefundTerms("none"), cites=G,
        ),
    )  # fmt: skip
    undoing = table("undoing", otherwise("no", possible=False, until=None, how=None, cites=G))
    rejected(
        lambda: Intent("cancel", ("me",), closing, undoing), "intent `cancel` offers no `modes`"
    )
    intent = Intent("cancel", ("me",), closing, undoing, one_way=G)
    assert [blocker.code for blocker in intent.blockers] == ["mode_not_offered"]
