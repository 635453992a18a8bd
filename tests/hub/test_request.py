"""How one asks a hub: by keywords, with a request, or with a document that carries one."""

from __future__ import annotations

from typing import Any

import pytest

from subhub import DocumentError, Hub, Request, RequestError

HUB = Hub()
DOCUMENT = {
    "platform": "squarespace", "product": "digital_products", "status": "active",
    "billing_interval": "year", "price": "216.00 USD", "started_on": "2026-11-10",
    "current_period_end": "2027-11-10", "site_status": "active",
}  # fmt: skip
OPTIONS: dict[str, Any] = {"on": "2026-11-21", "mode": "period_end", "actor": "billing"}
WAYS = {
    "preview": lambda asked, **options: HUB.preview(asked, **options),
    "timeline": lambda asked, **options: HUB.timeline(asked, until="2027-12-31", **options),
    "open_facts": lambda asked, **options: HUB.open_facts(asked, **options),
    "explain": lambda asked, **options: HUB.explain(asked, **options),
    "unblock": lambda asked, **options: HUB.unblock(asked, **options),
}


@pytest.mark.parametrize("way", WAYS)
def test_keywords_a_request_and_a_block_ask_the_same(way: str) -> None:
    ask = WAYS[way]
    by_keywords = ask(DOCUMENT, **OPTIONS)
    assert ask(Request(document=DOCUMENT, **OPTIONS)) == by_keywords
    assert ask({**DOCUMENT, "request": OPTIONS}) == by_keywords
    assert ask(HUB.subscription(DOCUMENT), **OPTIONS) == by_keywords


def test_compare_advise_and_agenda_take_requests_too() -> None:
    asked = Request(document=DOCUMENT, **OPTIONS)
    occasion = {"on": OPTIONS["on"], "actor": OPTIONS["actor"]}
    assert HUB.compare(asked) == HUB.compare(DOCUMENT, **occasion)
    assert HUB.advise(asked, goal="access") == HUB.advise(DOCUMENT, goal="access", **occasion)
    assert HUB.agenda([asked]).answers == (HUB.preview(asked),)


def test_a_keyword_wins_over_a_request_and_that_over_the_block() -> None:
    document = {**DOCUMENT, "request": {"mode": "period_end", "on": "2026-11-20"}}
    asked = Request(document=document, on="2026-11-22")
    answer = HUB.preview(asked, mode="immediate")
    assert (answer.mode, str(answer.on)) == ("immediate", "2026-11-22")
    assert HUB.preview(document, on=None).mode == "period_end"


def test_since_wins_over_on() -> None:
    made = HUB.timeline({**DOCUMENT, "request": {"on": "2026-11-21"}}, since="2026-12-01")
    assert str(made.since) == "2026-12-01"
    assert str(HUB.timeline(DOCUMENT, on="2026-12-02").since) == "2026-12-02"


def test_an_edition_asked_for_stays_on_every_day() -> None:
    made = HUB.timeline(DOCUMENT, since="2026-11-21", policy_as_of="2026-11-20")
    assert {span.answer.policy.edition for span in made.spans} == {
        HUB.preview(DOCUMENT, on="2026-11-20").policy.edition
    }


def test_a_document_checked_with_its_block_has_none_any_more() -> None:
    document = {**DOCUMENT, "request": {"mode": "period_end"}}
    assert HUB.subscription(document) == HUB.subscription(DOCUMENT)
    with pytest.raises(DocumentError, match=r"request\.mod"):
        HUB.subscription({**DOCUMENT, "request": {"mod": "period_end"}})


def test_a_keyword_that_is_none_is_a_type_error_as_in_python() -> None:
    with pytest.raises(TypeError, match="did you mean `mode`"):
        HUB.preview(DOCUMENT, mod="immediate")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="document"):
        HUB.preview(DOCUMENT, document=DOCUMENT)  # type: ignore[call-arg]


@pytest.mark.parametrize("way", WAYS)
def test_an_intent_nobody_knows_names_the_nearest(way: str) -> None:
    with pytest.raises(RequestError) as caught:
        WAYS[way](DOCUMENT, intent="cancle")
    assert "`cancle`" in str(caught.value)
    assert "did you mean `cancel`?" in caught.value.hint and "stop_sales" in caught.value.hint


def test_an_intent_of_another_platform_is_blocked_here() -> None:
    answer = HUB.preview(DOCUMENT, intent="stop_sales", on="2026-11-21")
    assert answer.verdict == "blocked"
    assert [each.code for each in answer.blockers] == ["intent_not_offered"]


def test_with_one_platform_installed_the_others_intents_are_unknown() -> None:
    alone = Hub([HUB.registry.adapter("squarespace")])
    with pytest.raises(RequestError, match="stop_sales"):
        alone.preview(DOCUMENT, intent="stop_sales")
