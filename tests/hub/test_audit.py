"""The audit: what each document lacks, and what to fill in first."""

from __future__ import annotations

import pytest

from subhub import Hub

ON = "2026-11-21"
HUB = Hub()
PLAN = {
    "platform": "squarespace",
    "id": "plan",
    "product": "digital_products",
    "status": "active",
    "billing_interval": "year",
    "price": "216.00 USD",
    "started_on": "2026-11-12",
    "current_period_end": "2027-11-12",
    "auto_renew": True,
    "site_status": "active",
}
ORDER = {"platform": "expa", "id": "club", "product": "continuing", "status": "active",
         "current_period_end": "2026-12-01"}  # fmt: skip


def states(*documents):
    return [(each.name, each.state) for each in HUB.audit(documents, on=ON).documents]


def test_each_document_is_in_one_state():
    assert states(
        PLAN,
        PLAN | {"id": "old", "current_period_end": "2026-11-20"},
        ORDER,
        PLAN | {"id": "wrong", "started_on": "2027-11-12"},
        {"platform": "nowhere"},
        {"platform": "expa", "prduct": "event"},
    ) == [
        ("plan", "complete"),
        ("old", "stale"),
        ("club", "incomplete"),
        ("4", "unusable"),
        ("5", "unusable"),
        ("6", "unusable"),
    ]


def test_what_is_lacking_is_named():
    old, club = HUB.audit([PLAN | {"current_period_end": "2026-11-20"}, ORDER], on=ON).documents
    assert (old.stale, old.needs) == (("current_period_end",), ())
    assert (club.stale, club.needs) == ((), ("unpaid_invoices",))


def test_what_is_wrong_is_told():
    (wrong,) = HUB.audit([{"platform": "expa", "prduct": "event"}], on=ON).documents
    (flaw,) = wrong.flaws
    assert (flaw.code, flaw.field) == ("unknown_key", "prduct")
    assert "product" in flaw.hint


def test_a_fact_that_matters_in_another_way_only_is_missing():
    """At once needs no renewal date; letting it expire does."""
    unsure = {**PLAN, "current_period_end": None}
    assert HUB.open_facts(unsure, on=ON) == ()
    assert HUB.audit([unsure], on=ON).documents[0].needs == ("current_period_end",)


def test_what_settles_most_over_all_documents_comes_first():
    renewals = [{**PLAN, "id": str(n), "current_period_end": None} for n in range(5)]
    audit = HUB.audit([ORDER, *renewals], on=ON)
    assert [(each.fact, len(each.documents)) for each in audit.wanted] == [
        ("current_period_end", 5),
        ("unpaid_invoices", 1),
    ]
    assert audit.wanted[0].settles > audit.wanted[1].settles


@pytest.mark.parametrize("platform", HUB.registry.platforms())
def test_filling_in_what_is_wanted_leaves_nothing_open(platform):
    """A document is complete just where no way to cancel has anything unknown."""
    audit = HUB.audit([{"platform": platform}], on=ON)
    assert audit.documents[0].state == "incomplete"
    modes = HUB.question({"platform": platform}, on=ON).intent.modes or (None,)
    for mode in modes:
        unknown = HUB.preview({"platform": platform}, on=ON, mode=mode).unknown
        asked = {name for names in unknown.values() for name in names}
        assert asked <= set(audit.documents[0].needs)


def test_it_can_be_written_and_read_back():
    audit = HUB.audit([PLAN, ORDER, {"platform": "nowhere"}], on=ON)
    assert type(audit).model_validate_json(audit.model_dump_json()) == audit
