"""What is easily written and not meant: each is refused where it stands, and told what is right."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

import subhub.policies
from subhub.errors import PolicyError
from subhub.errors.english import HINTS
from subhub.plugin import Count, Subscription
from subhub.policies import (
    NO_REFUND,
    ON,
    BlockerRow,
    ConsequenceRow,
    Edition,
    Intent,
    Policy,
    RefundTerms,
    RemedyRow,
    Ruling,
    Source,
    add_business_days,
    days_between,
    facts,
    maximum,
    minimum,
    otherwise,
    row,
    table,
)


class Plan(Subscription):
    seats: Count | None = None


f = facts(Plan)
TERMS = Source("Terms", "Gym", None, date(2026, 1, 1), {"G-1": "Leaving"})
CITE = (TERMS["G-1"],)
PLAIN: dict[str, Any] = {"ends_on": ON, "access_until": ON, "billing_stops_on": ON,
                         "refund": NO_REFUND, "cites": CITE}  # fmt: skip
UNDO = table("undoing", otherwise("never", possible=False, until=None, how=None, cites=CITE))


def closing(**changes: Any) -> Any:
    return table("closure", otherwise("leaves", **{**PLAIN, **changes}))


def cancel(**changes: Any) -> Intent:
    given: dict[str, Any] = {"actors": ("owner",), "one_way": CITE, "decides": closing()}
    return Intent("cancel", **{"reversible": UNDO, **given, **changes})


def refusal(make: Callable[[], Any]) -> str:
    """What is said of it, and what would be right."""
    with pytest.raises(PolicyError) as raised:
        make()
    return f"{raised.value}; {raised.value.hint}"


@pytest.mark.parametrize(("make", "said", "right"), [
    # one in place of several
    (lambda: row("x", when=f.seats > 1, cites=TERMS["G-1"]),
     '`x`: `cites` is `TERMS["G-1"]` alone, not several', 'write `cites=[TERMS["G-1"]]`'),
    (lambda: row("x", when=f.seats > 1, cites="G-1"), '`cites` is `"G-1"` alone', "`cites=["),
    (lambda: row("x", when=f.seats > 1, cites=[CITE]), "`x`: `cites` holds `(TERMS[\"G-1\"],)`",
     'written as `TERMS["…"]`'),
    (lambda: row("x", when=f.seats > 1, cites=CITE, assumes="A-1"),
     '`x`: `assumes` is `"A-1"` alone', '`assumes=["A-1"]`'),
    (lambda: Ruling("ended", cites=TERMS["G-1"]), '`ended`: `cites` is `TERMS["G-1"]` alone', "("),
    (lambda: RemedyRow("pay", "owner", cites=TERMS["G-1"]), "`pay`: `cites` is", "`cites=["),
    (lambda: cancel(actors=("owner")), '`cancel`: `actors` is `"owner"` alone',
     'write `actors=["owner"]`, or a tuple with its comma, `("owner",)`'),
    (lambda: cancel(modes="now"), '`modes` is `"now"` alone', '`modes=["now"]`'),
    (lambda: cancel(one_way=TERMS["G-1"]), '`one_way` is `TERMS["G-1"]` alone', "`one_way=["),
    (lambda: cancel(blockers=(BlockerRow("late", cites=CITE))),
     '`cancel`: `blockers` is `BlockerRow("late", …)` alone', "with its comma"),
    (lambda: cancel(consequences=(BlockerRow("late", cites=CITE),)),
     '`consequences` holds `BlockerRow("late", …)`', "written as `ConsequenceRow(…)`"),
    (lambda: BlockerRow("late", cites=CITE, remedies=(RemedyRow("pay", "owner", cites=CITE))),
     '`late`: `remedies` is `RemedyRow("pay", …)` alone', "with its comma"),
    (lambda: cancel(prepare=None), "`cancel`: `prepare` is `None` alone", "`prepare=["),
    (lambda: cancel(actors={"owner", "member"}), "which has no order", "a list or a tuple"),
    (lambda: table("closure", (otherwise("leaves", **PLAIN),)), "`closure`: `rows` holds `(Row(",
     "written as `Row(…)`"),
    (lambda: Policy("gym", Edition("1", None, None, date(2026, 1, 1)), cancel()),
     '`gym`: `intents` is `Intent("cancel", …)` alone', "`intents=["),
    (lambda: Policy("gym", Edition("1", None, None, date(2026, 1, 1)), (cancel(),), TERMS["G-1"]),
     '`gym`: `sources` is `TERMS["G-1"]` alone', "`sources=["),
    # no expression, or one of another kind
    (lambda: closing(refund=RefundTerms("full", amount=0)),  # type: ignore[arg-type]
     "row `leaves`: `amount` of the refund is `0`", "`refund=NO_REFUND` where nothing comes back"),
    (lambda: closing(refund=RefundTerms("full", at_most=Decimal(5))),  # type: ignore[arg-type]
     "`at_most` of the refund is `Decimal('5')`", '`amount("5 USD")`'),
    (lambda: closing(refund="none"), "row `leaves`: `refund` is `'none'`", "`refund=NO_REFUND`"),
    (lambda: cancel(decides=closing(ends_on=f.price)),
     "table `closure`, row `leaves`: `ends_on` is `price`, an amount of money, not a day",
     "a day is `ON`"),
    (lambda: cancel(decides=closing(refund=RefundTerms("full", amount=f.started_on))),
     "`refund_amount` is `started_on`, a day, not an amount of money", "`f.price`"),
    (lambda: cancel(decides=closing(ends_on="2026-01-01")),
     "`ends_on` is `2026-01-01`, a code, not a day", "`date(2026, 11, 21)`"),
    (lambda: row("x", when=True, cites=CITE), "row `x`: `when` is not a condition but `True`",
     '`f.status == "active"`'),
    (lambda: ConsequenceRow("x", when=f.price, cites=CITE), "`when` is not a condition but `price`",
     "what always holds is `ALWAYS`"),
    (lambda: Ruling("x", when="always", cites=CITE), "`when` is not a condition but `'always'`",
     "`ALWAYS`"),
    # questions that have no answer
    (lambda: f.status == None, "`status == None` asks whether a fact is missing",  # noqa: E711
     "is unknown by itself"),
    (lambda: f.seats < None, "`seats < None` asks whether a fact is missing", "leave it out"),
    (lambda: f.price > 5, "`price > 5` mixes a count with an amount of money", '`amount("5 USD")`'),
    (lambda: f.status.isin(["active", "paused"]), "cannot stand in an expression",
     'one by one: `isin("a", "b")`'),
    (lambda: add_business_days(ON, 0), "`add_business_days(on, 0)`: business days are counted",
     "for the day itself write `on`"),
    (lambda: add_business_days(ON, -3), "`add_business_days(on, -3)`", "a whole number from 1"),
    (lambda: add_business_days(ON, 1.5), "`add_business_days(on, 1.5)`", "a whole number"),
    (lambda: days_between("2026-01-01", ON), "`2026-01-01` is a code, not a day", ""),
    (lambda: maximum(0, 5), "`maximum(0, 5)` has no fact in it", "`f.price`"),
    (lambda: cancel(one_way=()), "intent `cancel` offers no `modes`, and no `one_way` says",
     'write `one_way=[TERMS["…"]]`, or the `modes`'),
    (lambda: f.price * 1.5, "1.5", ""),
    (lambda: bool(f.seats > 1) and 1, "is a condition, not an answer", "&, | and ~"),
])  # fmt: skip
def test_it_is_told_and_what_would_be_right(make: Callable[[], Any], said: str, right: str) -> None:
    told = refusal(make)
    assert said in told
    assert right in told


def test_what_is_plain_may_come_first() -> None:
    assert repr(maximum(0, f.price)) == repr(maximum(f.price, 0)).replace("price, 0", "0, price")
    assert repr(minimum(date(2027, 1, 1), f.started_on)) == "min(2027-01-01, started_on)"
    assert repr(days_between(date(2026, 1, 1), ON)) == "days from 2026-01-01 to on"


def test_lists_do_where_there_are_several() -> None:
    made = cancel(actors=["owner"], one_way=list(CITE), steps=[])
    assert (made.actors, made.one_way, made.steps) == (("owner",), CITE, ())


NAMED = re.compile(r"\b([a-z_]{3,})\((?!\))|\b([A-Z][A-Z_]{2,}|[A-Z][a-z]+[A-Z]\w+)\b")


def test_hints_name_what_there_is() -> None:
    """Functions, constants and classes that a hint tells an author to write can be imported."""
    known = {*dir(subhub.policies), *dir(subhub), *dir(subhub.plugin), *dir(subhub.errors)}
    methods = {"isin", "date", "pip", "read"}
    others = {"TERMS", "USD", "FACT", "VALUE", "IANA", "ISO", "UTF", "YAML", "JSON", "TOML", "CSV",
              "Polars", "DuckDB", "PySpark", "PyArrow", "Asia", "PLATFORM",
              "UTC", "SQL", "CRLF"}  # fmt: skip
    named = {
        name
        for hint in HINTS.values()
        for match in NAMED.finditer(hint)
        for name in match.groups()
        if name
    }
    assert {"days_between", "otherwise", "amount", "NO_REFUND", "Column"} & named
    assert named - known - methods - others == set()
