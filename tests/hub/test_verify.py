"""What is proved of a policy holds, what is refuted has an example that the policy agrees with."""

from __future__ import annotations

import random
from datetime import date
from typing import Any

import pytest

pytest.importorskip("z3")

from subhub import Hub, Money
from subhub.model.verification import Verification
from subhub.policies.analysis.verify.findings import Prover
from subhub.policies.engines.evaluate import Evaluation
from subhub.policies.language.expressions import Expr, Fact, Kind
from subhub.policies.language.facts import ON
from subhub.policies.language.functions import add_business_days, days_between, maximum
from subhub.policies.language.policy import Intent
from subhub.policies.language.sources import Source
from subhub.policies.language.tables import NO_REFUND, RefundTerms, Table, otherwise, row
from subhub.testing import random_facts

TODAY = date(2026, 11, 21)
CITES = (Source("T", "P", "https://x.example", TODAY, {"X-1": "s"})["X-1"],)
HUB = Hub()
PLATFORMS = HUB.registry.platforms()
END, SEATS = Fact("end", Kind.DAY), Fact("seats", Kind.COUNT)
PRICE, FEE = Fact("price", Kind.MONEY), Fact("fee", Kind.MONEY)


def intent(*conditions: Expr, **outputs: Any) -> Intent:
    """Rows ``r0``, ``r1``, …; each gives the outputs."""
    given = {"ends_on": ON, "access_until": None, "billing_stops_on": None, "refund": NO_REFUND}
    listed = [
        row(f"r{index}", when=when, cites=CITES, **given | outputs)
        for index, when in enumerate(conditions)
    ]
    decides = Table("closure", (*listed, otherwise("rest", cites=CITES, **given)))
    never = otherwise("v", cites=CITES, possible=False, until=None, how=None)
    return Intent("cancel", ("owner",), decides, Table("undo", (never,)), one_way=CITES)


def states(asked: Intent) -> dict[str, str]:
    return {each.invariant: each.found.state for each in Prover(asked, TODAY).invariants()}


@pytest.mark.parametrize("platform", PLATFORMS)
def test_our_platforms_keep_every_invariant_and_every_row_can_decide(platform: str) -> None:
    made = HUB.verify(platform, on=TODAY)
    assert made.proved
    assert all(row.example is not None for each in made.intents for row in each.rows)
    again = Verification.model_validate_json(made.model_dump_json())
    assert again == made and hash(again) == hash(made)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_examples_are_of_the_rows_they_are_given_for(platform: str) -> None:
    for asked in HUB.registry.adapter(platform).editions()[-1].intents:
        for each in Prover(asked, TODAY).reached():
            decision = Evaluation(asked, each.found.facts).decision()
            if each.part == asked.decides.name:
                assert decision.outcome == each.row.code
            elif each.part != asked.reversible.name:
                assert decision.verdict == each.part


@pytest.mark.parametrize("platform", PLATFORMS)
def test_what_is_proved_holds_of_random_documents(platform: str) -> None:
    rng = random.Random(platform)
    for asked in HUB.registry.adapter(platform).editions()[-1].intents:
        for _ in range(200):
            facts = random_facts(asked, rng, nulls=0, on=TODAY)
            answer = Evaluation(asked, facts).decision()
            days = (answer.ends_on, answer.access_until, answer.billing_stops_on)
            assert all(each is None or each >= TODAY for each in days if isinstance(each, date))


def test_a_day_before_the_day_asked_is_found() -> None:
    asked = intent(SEATS > 3, ends_on=END)
    (broken,) = [each for each in Prover(asked, TODAY).invariants() if each.found.state == "yes"]
    assert broken.invariant == "ends_on_not_before_on"
    facts = broken.found.facts
    assert facts is not None and facts["end"] < TODAY and facts["seats"] > 3
    assert Evaluation(asked, facts).decision().ends_on < TODAY


def test_the_later_of_two_days_is_proved() -> None:
    assert set(states(intent(SEATS > 3, ends_on=maximum(ON, END))).values()) == {"no"}


def test_an_amount_above_the_most_is_found_and_one_capped_is_not() -> None:
    loose = intent(SEATS > 3, refund=RefundTerms("full", amount=PRICE, at_most=FEE))
    assert states(loose)["refund_amount_within_at_most"] == "yes"
    capped = intent(
        SEATS > 3, refund=RefundTerms("full", amount=PRICE, at_most=maximum(PRICE, FEE))
    )
    assert states(capped)["refund_amount_within_at_most"] == "no"
    negative = intent(SEATS > 3, refund=RefundTerms("full", amount=PRICE - FEE))
    assert states(negative)["refund_amount_not_negative"] == "yes"


def test_business_days_are_never_fewer_than_days_and_no_more_is_claimed() -> None:
    later = intent(SEATS > 3, ends_on=add_business_days(ON, 10))
    assert states(later)["ends_on_not_before_on"] == "no"
    # 24 December is on time for no calendar: neither proved nor shown by a true example
    tight = intent(add_business_days(ON, 10) > ON + 30, ends_on=ON + -1)
    assert states(tight)["ends_on_not_before_on"] == "open"


def test_rows_that_hold_together_are_told_and_others_are_not() -> None:
    found = list(Prover(intent(SEATS > 3, SEATS < 3, SEATS > 5), TODAY).overlaps())
    assert [(each.first.code, each.second.code) for each in found] == [("r0", "r2")]
    facts = found[0].found.facts
    assert facts is not None and facts["seats"] > 5


def test_a_row_that_only_sums_exclude_is_proved_never_to_decide() -> None:
    first = days_between(ON, END) > 10
    second = (days_between(ON, END) > 20) & (END > ON)
    found = {
        each.row.code: each.found.state for each in Prover(intent(first, second), TODAY).reached()
    }
    assert found["r0"] == "yes" and found["r1"] == "no"


def test_too_few_steps_prove_nothing() -> None:
    guests = Fact("guests", Kind.COUNT)
    asked = intent((SEATS + guests > 10) & (SEATS - guests > 3) & (guests + guests > SEATS))
    states = [each.found.state for each in Prover(asked, TODAY, steps=1).reached()]
    assert "open" in states and "no" not in states


def test_examples_are_written_as_documents_are() -> None:
    made = HUB.verify("impact", intent="cancel", on=TODAY)
    (only,) = made.intents
    example = next(row.example for row in only.rows if row.code == "full_refund")
    assert example is not None and example["card_charged"].endswith(" USD")
    assert "mode" not in example and "actor" not in example
    document = {"platform": "impact", **example}
    document = {k: int(v) if v.isdigit() else v for k, v in document.items()}
    assert HUB.preview(document, on=TODAY).outcome == "full_refund"
    assert Money.parse(example["card_charged"]).amount >= 0
