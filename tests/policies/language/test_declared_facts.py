"""What the rules may rely on is declared on a field; no engine knows a fact by its name."""

from __future__ import annotations

import ast
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal

import polars as pl
import pytest

import subhub.policies
from subhub import DocumentError, Hub, RequestError
from subhub.plugin import (
    Adapter,
    Day,
    Lapses,
    MayBeNegative,
    Money,
    NotAfterRequest,
    Subscription,
)
from subhub.policies import (
    NO_REFUND,
    ON,
    Edition,
    Intent,
    Library,
    Policy,
    PolicyError,
    Source,
    facts,
    otherwise,
    row,
    table,
)

TODAY = date(2026, 11, 21)


class Loan(Subscription):
    platform: Literal["loan"]
    signed_on: Annotated[Day | None, NotAfterRequest()] = None
    due_on: Annotated[Day | None, Lapses()] = None
    balance: Annotated[Money | None, MayBeNegative()] = None
    owed: Money | None = None
    rank: Annotated[int | None, MayBeNegative()] = None


f = facts(Loan)
cite = Library(Source("Terms", "Bank", "https://bank.example", TODAY, {"L-1": "1"}))("L-1")
END = {"ends_on": ON, "access_until": ON, "billing_stops_on": ON, "refund": NO_REFUND}
CANCEL = Intent(
    "cancel", ("owner",),
    table("closing", row("in_credit", when=f.balance < 0, cites=cite, **END),
          row("ranked_low", when=f.rank < 0, cites=cite, **END),
          otherwise("closed", cites=cite, **END)),
    table("undoing", otherwise("final", possible=False, until=None, how=None, cites=cite)),
    one_way=cite,
)  # fmt: skip


class Bank(Adapter):
    platform, title = "loan", "Bank"

    def subscription(self) -> type[Subscription]:
        return Loan

    def editions(self) -> tuple[Policy, ...]:
        return (Policy("loan", Edition("1", date(2026, 1, 1), None, TODAY), (CANCEL,), cite),)


HUB = Hub([Bank()])


def test_a_fact_knows_what_its_field_declares() -> None:
    assert (f.signed_on.past, f.due_on.lapses, f.balance.signed) == (True, True, True)
    assert (f.due_on.past, f.signed_on.lapses, f.owed.signed) == (False, False, False)
    assert f.started_on.past


def test_a_day_that_is_not_after_the_request_refuses_earlier_ones() -> None:
    asked = {"platform": "loan", "signed_on": str(TODAY + timedelta(1))}
    with pytest.raises(RequestError, match="lies before `signed_on`"):
        HUB.preview(asked, on=TODAY)


def test_only_what_may_be_negative_is() -> None:
    told = {"platform": "loan", "balance": "-5.00 EUR"}
    assert HUB.preview(told, on=TODAY).outcome == "in_credit"
    assert HUB.preview({**told, "balance": "0 EUR", "rank": -1}, on=TODAY).outcome == "ranked_low"
    with pytest.raises(DocumentError, match="below zero"):
        HUB.preview({"platform": "loan", "owed": "-5.00 EUR"}, on=TODAY)


def test_a_frame_is_held_to_the_same() -> None:
    frame = pl.DataFrame(
        {
            "signed_on": [TODAY + timedelta(1), TODAY, None],
            "balance": [Decimal("1.00"), Decimal("-1.00"), Decimal("0.00")],
            "rank": [1, 1, -1],
        }
    )
    found = HUB.preview_table(frame, platform="loan", on=TODAY)
    assert found["error"].to_list() == ["on: before_start", None, None]
    assert found["outcome"].to_list() == [None, "in_credit", "ranked_low"]


def test_below_zero_is_no_case_only_where_it_cannot_be() -> None:
    rows = [
        row("none", when=f.balance == 0, cites=cite),
        row("less", when=f.balance <= 0, cites=cite),
    ]
    assert len(table("of_the_balance", *rows, otherwise("more", cites=cite)).rows) == 3
    rows = [row("none", when=f.owed == 0, cites=cite), row("less", when=f.owed <= 0, cites=cite)]
    with pytest.raises(PolicyError, match="can never decide"):
        table("of_what_is_owed", *rows, otherwise("more", cites=cite))


def test_no_engine_names_a_fact_of_a_document() -> None:
    names = set(Subscription.model_fields) - {"platform"}
    rooms = Path(subhub.policies.__file__).parent
    for path in sorted(rooms.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        texts = {n.value for n in ast.walk(tree) if isinstance(n, ast.Constant)}
        assert texts & names == set(), path
