"""Documents as they are kept: frozen, and nothing in them that JSON could not hold."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import date, datetime, time
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import pytest

from subhub import DocumentError, Money
from subhub.model.document import keep, plain
from subhub.model.limits import LEVELS

DOCUMENT = {
    "platform": "gym",
    "price": Money.parse("216.00 USD"),
    "started_on": date(2026, 11, 10),
    "seen": datetime(2026, 11, 10, 9, 30),
    "at": time(19, 0),
    "share": Decimal("0.5"),
    "nested": MappingProxyType({"list": [1, {"deep": (True, None, 1.5)}]}),
}


def test_it_reads_back_from_json_as_it_is() -> None:
    once = keep(DOCUMENT)
    assert keep(json.loads(json.dumps(plain(once)))) == once
    assert once["price"] == "216.00 USD" and once["started_on"] == "2026-11-10"


def test_a_change_of_the_original_does_not_reach_it() -> None:
    document: dict[str, Any] = {"invoices": [{"status": "open"}]}
    once = keep(document)
    document["invoices"][0]["status"] = "paid"
    assert once["invoices"][0]["status"] == "open"
    with pytest.raises(TypeError):
        once["invoices"] = ()


def test_it_can_be_hashed_copied_and_sent() -> None:
    once = keep(DOCUMENT)
    for again in (pickle.loads(pickle.dumps(once)), copy.deepcopy(once), keep(DOCUMENT)):
        assert again == once and hash(again) == hash(once)


def test_what_no_document_can_hold_is_named_with_its_place() -> None:
    with pytest.raises(DocumentError) as caught:
        keep({"invoices": [{"amount": object()}]})
    (problem,) = caught.value.problems
    assert (problem.field, problem.code) == ("invoices.0.amount", "not_a_value")
    assert "`object`" in problem.message and problem.hint


def test_a_document_inside_itself_is_an_error_and_no_endless_loop() -> None:
    endless: list[Any] = []
    endless.append(endless)
    with pytest.raises(DocumentError, match=f"deeper than {LEVELS} levels"):
        keep({"invoices": endless})
