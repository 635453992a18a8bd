"""A row of a table is answered exactly when its document is: random rows, asked both ways."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Annotated, ClassVar, Literal

import polars as pl
import pytest
from rows import HUB

from subhub import Hub, Subscription
from subhub.errors import DocumentError, PolicyError
from subhub.plugin import Adapter, Bool, Count, Day, Implied, Lapses, MayBeNegative, Money
from subhub.policies import (
    NO_REFUND,
    ON,
    BlockerRow,
    Contradiction,
    Edition,
    Intent,
    Policy,
    RefundTerms,
    Source,
    contradiction,
    facts,
    otherwise,
    request_fact,
    row,
    table,
    told,
)
from subhub.testing import check_tables
from subhub.testing.tables import engines

TODAY = date(2026, 11, 21)


class Lease(Subscription):
    """Facts of every kind, most of which no rule reads."""

    mistakes: ClassVar[dict[str, tuple[str, str]]] = {
        "ends_before": ("`{value}` lies before {began}", ""),
        "too_many_keys": ("`{value}` of {rooms} rooms", "one key a room"),
        "guest_pays": ("a guest pays nothing", ""),
        "deposit_unpaid": ("`{value}` is not paid", ""),
    }
    implied: ClassVar[dict[str, Implied]] = {
        "keys": Implied("rooms", 0, same_as="rooms_closed"),
        "notice_until": Implied("leaves_on", timedelta(-14)),
    }
    platform: Literal["lease"]
    tenant: Literal["owner", "guest"] | None = None
    leaves_on: Day | None = None
    notice_until: Annotated[Day | None, Lapses()] = None
    rooms: int | None = None
    rooms_closed: Count | None = None
    keys: Count | None = None
    floor: Annotated[int | None, MayBeNegative()] = None
    deposit: Money | None = None
    saldo: Annotated[Money | None, MayBeNegative()] = None
    furnished: Bool | None = None


f = facts(Lease)
CITES = (Source("T", "P", "https://x.example", TODAY, {"X-1": "s"})["X-1"],)
END = {"ends_on": ON, "access_until": ON, "billing_stops_on": ON}
CANCEL = Intent(
    "cancel", ("tenant",),
    table("leaving", row("paid_out", when=f.saldo < 0, refund=RefundTerms("full", amount=f.deposit),
                         cites=CITES, **END),
          otherwise("left", refund=NO_REFUND, cites=CITES, **END)),
    table("back", otherwise("never", possible=False, until=None, how=None, cites=CITES)),
    one_way=CITES, blockers=(BlockerRow("in_notice", when=f.notice_until > ON, cites=CITES),),
)  # fmt: skip


class Landlord(Adapter):
    platform, title = "lease", "Lease"

    def subscription(self) -> type[Subscription]:
        return Lease

    def editions(self) -> tuple[Policy, ...]:
        return (Policy("lease", Edition("1", date(2026, 3, 1), None, TODAY), (CANCEL,), CITES),)

    def contradictions(self) -> tuple[Contradiction, ...]:
        return (
            contradiction("ends_before", f.leaves_on, when=f.leaves_on < f.started_on,
                          began=f.started_on),
            contradiction("ends_before", f.notice_until, when=f.notice_until > f.leaves_on,
                          began=f.leaves_on),
            contradiction("too_many_keys", f.keys, when=f.keys + f.rooms_closed > f.rooms,
                          rooms=f.rooms),
            contradiction("guest_pays", f.deposit, when=told(f.deposit) & (f.tenant == "guest")),
            contradiction("deposit_unpaid", f.deposit,
                          when=(f.deposit > 0) & ((f.saldo < 0) | ~f.furnished)),
        )  # fmt: skip


def gym() -> Adapter:
    source = str(Path(__file__).parents[2] / "examples" / "gym-adapter" / "src")
    if source not in sys.path:
        sys.path.append(source)
    from subhub_gym import GymAdapter  # type: ignore[import-not-found, unused-ignore]

    return GymAdapter()  # type: ignore[no-any-return, unused-ignore]


def adapters() -> list[Adapter]:
    return [*HUB.registry.working()[0], gym(), Landlord()]


NUMBERS = range(5)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_row_is_answered_exactly_when_its_document_is(number: int) -> None:
    tried = check_tables([adapters()[number]], rows=100, seed=number)
    assert tried.failures == []
    assert tried.answers == tried.rows * len(engines())
    assert 10 < tried.refused < 90
    assert tried.open == 0 or tried.open < 0.1 * 14 * tried.answers  # a preview proves more


@pytest.mark.nightly
@pytest.mark.parametrize("nulls", [0.0, 0.1, 0.3, 0.6, 0.9])
@pytest.mark.parametrize("number", NUMBERS)
def test_thousands_of_rows_are(number: int, nulls: float) -> None:
    tried = check_tables([adapters()[number]], rows=1000, seed=number, nulls=nulls)
    assert tried.failures == []


def test_there_are_as_many_adapters_as_are_tried() -> None:
    assert len(adapters()) == len(NUMBERS)


def test_the_comparison_would_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Frames that do not know of a contradiction answer what a document refuses."""
    from subhub.policies.engines.columns import plan

    monkeypatch.setattr(plan, "contradictions", lambda lowering, bound: ())
    assert any("error" in each for each in check_tables([Landlord()], rows=60).failures)


def test_all_contradictions_of_a_document_are_told_with_what_they_name() -> None:
    lease = {
        "platform": "lease",
        "started_on": "2026-05-01",
        "leaves_on": "2026-04-01",
        "rooms": 2,
        "rooms_closed": 1,
        "keys": 2,
        "tenant": "guest",
        "deposit": "5 EUR",
    }
    with pytest.raises(DocumentError) as caught:
        Hub([Landlord()]).preview(lease, on=TODAY)
    assert [(each.field, each.code) for each in caught.value.problems] == [
        ("leaves_on", "ends_before"), ("keys", "too_many_keys"), ("deposit", "guest_pays"),
    ]  # fmt: skip
    first, second, _ = caught.value.problems
    assert first.message == "`2026-04-01` lies before 2026-05-01"
    assert (second.message, second.hint) == ("`2` of 2 rooms", "one key a room")


def test_a_subscription_made_in_python_is_checked_too() -> None:
    lease = Lease(platform="lease", rooms=-1)
    with pytest.raises(DocumentError, match="not a count"):
        Hub([Landlord()]).preview(lease, on=TODAY)


def test_of_a_mixed_frame_each_row_is_held_to_its_own_platform() -> None:
    frame = pl.DataFrame({
        "platform": ["lease", "gym", "gym"], "rooms": [1, -1, None], "keys": [2, None, None],
        "rooms_closed": [0, 5, None], "price": [Decimal(1), Decimal(1), Decimal(-1)],
        "currency": ["EUR"] * 3,
    })  # fmt: skip
    found = Hub([Landlord(), gym()]).preview_table(frame, on=TODAY)
    assert found["error"].to_list() == ["keys: too_many_keys", None, "price: negative"]


def test_what_contradicts_is_a_condition_over_facts_of_the_document() -> None:
    with pytest.raises(PolicyError, match="is not a condition"):
        contradiction("x", f.keys, when=f.keys)
    with pytest.raises(PolicyError, match="reads `on`, which is asked"):
        contradiction("x", f.leaves_on, when=f.leaves_on < ON)
    with pytest.raises(PolicyError, match="reads `mode`"):
        contradiction("x", f.leaves_on, when=request_fact("mode", "a", "b") == "a")


def test_rules_never_ask_whether_a_fact_is_told() -> None:
    for refuse in (
        lambda when: row("x", when=when, cites=CITES),
        lambda when: BlockerRow("x", when=when, cites=CITES),
    ):
        with pytest.raises(PolicyError, match="asks whether `keys` is told"):
            refuse((f.rooms > 2) & ~told(f.keys))
