"""An answer in words: a sentence beside every code, and nothing else that depends on it."""

from __future__ import annotations

import json
import pickle
import re
from collections.abc import Iterator
from typing import Any

import pytest

from subhub import Hub
from subhub.errors import RequestError
from subhub.model.cancellation import Cancellation
from subhub.model.spoken import SpokenCancellation
from subhub.words import LANGUAGES

HUB = Hub()
DELAYED = {
    "platform": "impact", "id": "acct-77", "product": "starter", "status": "active",
    "started_on": "2026-08-03", "trial_ends_on": "2026-08-16", "card_charged": "1200.00 USD",
    "locked_actions": 4, "pending_actions": 2, "last_lock_on": "2027-01-02",
    "balance": "500.00 USD", "open_invoices": "87.50 USD", "pending_payouts": "0.00 USD",
    "active_contracts": 3,
}  # fmt: skip
YEARLY = {
    "platform": "squarespace", "product": "digital_products", "status": "active",
    "billing_interval": "year", "price": "216.00 USD", "started_on": "2026-11-10",
}  # fmt: skip
SALON = {"platform": "expa", "product": "online_salon", "status": "active"}
ASKED: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "delayed": (DELAYED, {}),
    "refunded": (YEARLY, {}),
    "period_end": (
        {**YEARLY, "auto_renew": True, "current_period_end": "2027-11-10"},
        {"mode": "period_end"},
    ),
    "no permission": (YEARLY, {"actor": "contributor"}),
    "unpaid": ({**SALON, "unpaid_invoices": 2, "unpaid_by_card": 2}, {}),
    "terminated": ({**SALON, "unpaid_invoices": 1}, {"actor": "seller"}),
    "no facts": ({"platform": "expa"}, {}),
    "event": ({"platform": "expa", "product": "event"}, {}),
    "ended": ({**DELAYED, "status": "canceled"}, {}),
    "no such intent": (DELAYED, {"intent": "stop_sales"}),
}
EXPECTED = {
    "delayed": (
        "You can cancel, but the account closes on 2 Jan 2027 at the earliest.",
        "解約できますが、アカウントの閉鎖は早くても2027年1月2日です。",
    ),
    "refunded": (
        "You can cancel: your subscription ends at once, and 216.00 USD is refunded.",
        "解約できます。すぐに終了し、216.00 USDが返金されます。",
    ),
    "period_end": (
        "You can let it expire on 10 Nov 2027, at the end of the billing period; "
        "nothing is refunded.",
        "自動更新をオフにし、請求期間が終わる2027年11月10日に解約できます。返金はありません。",
    ),
    "no permission": (
        "You cannot cancel as things stand: one thing stands in the way.",
        "現時点では解約できません(理由1件)。",
    ),
    "unpaid": (
        "You cannot cancel as things stand: one thing stands in the way.",
        "現時点では解約できません(理由1件)。",
    ),
    "terminated": (
        "You can end the buyer's contract; it ends at once, on 21 Nov 2026.",
        "購入者の契約を解約できます。2026年11月21日に、すぐに終了します。",
    ),
    "no facts": (
        "It is not certain yet whether you can cancel; it depends on: product, status, "
        "and number of unpaid invoices.",
        "解約できるかどうかは判断できません。次の情報が必要です:商品、契約の状態、未払いの請求の件数",
    ),
    "event": (
        "The platform's pages do not say what happens if you cancel, so there is no answer.",
        "解約の扱いはプラットフォームの案内に書かれていないため、お答えできません。",
    ),
    "ended": (
        "There is nothing to do: you do not need to cancel.",
        "解約の手続きは必要ありません。",
    ),
    "no such intent": (
        "You cannot `stop_sales` as things stand: one thing stands in the way.",
        "現時点では`stop_sales`できません(理由1件)。",
    ),
}
asked = pytest.mark.parametrize("name", ASKED)


def ask(name: str) -> Cancellation:
    document, request = ASKED[name]
    return HUB.preview(document, on="2026-11-21", **request)


def dump(answer: Cancellation, lang: str) -> dict[str, Any]:
    return HUB.say(answer, lang).model_dump(mode="json")


def sentences(part: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    """Every sentence of a dump by its path."""
    if isinstance(part, list):
        for index, each in enumerate(part):
            yield from sentences(each, f"{path}.{index}")
    elif isinstance(part, dict):
        for key, value in part.items():
            spoken = key.endswith(("sentence", "sentences"))
            if spoken and isinstance(value, dict):
                yield from ((f"{path}.{key}.{each}", said) for each, said in value.items())
            elif spoken:
                yield f"{path}.{key}", value
            else:
                yield from sentences(value, f"{path}.{key}")


def silent(part: Any) -> Any:
    """The dump without its sentences and what pages are called."""
    if isinstance(part, list):
        return [silent(each) for each in part]
    if isinstance(part, dict):
        spoken = ("sentence", "sentences", "page")
        return {k: silent(v) for k, v in part.items() if not k.endswith(spoken)}
    return part


@asked
def test_the_first_line_answers_the_question(name: str) -> None:
    assert tuple(dump(ask(name), lang)["sentence"] for lang in LANGUAGES) == EXPECTED[name]


@asked
def test_nothing_but_sentences_depends_on_the_language(name: str) -> None:
    answer = ask(name)
    english, japanese = (dump(answer, lang) for lang in LANGUAGES)

    assert json.dumps(silent(english)) == json.dumps(silent(japanese))
    assert silent(english) == json.loads(answer.model_dump_json())


@asked
@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_code_has_its_sentence(name: str, lang: str) -> None:
    told = dump(ask(name), lang)
    said = dict(sentences(told))

    for key in ("blockers", "consequences", "prepare", "steps", "rules"):
        for index, _ in enumerate(told[key]):
            assert said[f".{key}.{index}.sentence"]
    for key in ("outcome", "reason"):
        assert (told[key] is None) == (told[f"{key}_sentence"] is None)
    assert told["assumption_sentences"].keys() == set(told["assumptions"])
    assert told["unknown_sentences"].keys() == told["unknown"].keys()
    reversible = told["reversible"]
    assert (reversible["sentence"] is None) == (
        reversible["how"] is None and reversible["possible"] is not False
    )
    shown = [text for text in said.values() if text is not None]
    assert [text for text in shown if re.search(r"\bunknown\b|[{}$]", text)] == []
    assert [text for text in shown if "`" in text and "stop_sales" not in text] == []


def test_sentences_know_the_facts() -> None:
    told = dump(ask("delayed"), "en")
    spoken = {each["code"]: each["sentence"] for each in told["prepare"] + told["consequences"]}

    assert spoken["expire_partner_contracts"] == (
        "Expire all active partner contracts (3), or new actions push closure back."
    )
    assert spoken["settle_open_invoices"] == "Settle the open invoices (87.50 USD)."
    assert spoken["account_closes"] == (
        "The account closes on 2 Jan 2027 at the earliest, and your access ends with it."
    )
    assert told["refund"]["sentence"] == (
        "What is left of the balance in the end (at most 412.50 USD, less what still locks) is "
        "refunded to the card first charged, by 15 Jan 2027 if the account is closed on "
        "2 Jan 2027."
    )


def test_remedies_places_readings_and_open_outputs_are_said() -> None:
    blocked, open_ = dump(ask("unpaid"), "en"), dump(ask("no facts"), "ja")
    remedies = [each["sentence"] for each in blocked["blockers"][0]["remedies"]]
    steps = {each["code"]: each["where_sentence"] for each in dump(ask("refunded"), "ja")["steps"]}

    assert blocked["blockers"][0]["sentence"].startswith("2 invoices are unpaid;")
    assert "Register another card, and have all 2 invoices paid with it." in remedies
    assert steps["confirm_cancellation"] == "「請求」パネル →「サブスクリプション」"
    assert "Asia/Tokyo" in blocked["assumption_sentences"]["A-TZ"]
    assert open_["unknown_sentences"]["ends_on"].startswith("終了日はまだ分かりません(必要な情報:")


def test_an_answer_itself_is_codes_only() -> None:
    answer = ask("delayed")
    assert list(sentences(answer.model_dump())) == list(sentences(answer.model_dump(mode="json")))
    assert list(sentences(answer.model_dump(mode="json"))) == []


def test_what_was_said_is_the_answer_and_can_be_said_in_another_language() -> None:
    answer = ask("delayed")
    english = HUB.say(answer)

    assert isinstance(english, Cancellation)
    assert english.sentence == EXPECTED["delayed"][0]
    assert HUB.say(english, "ja") == HUB.say(answer, "ja")
    assert {name: getattr(english, name) for name in ("verdict", "ends_on", "facts")} == {
        name: getattr(answer, name) for name in ("verdict", "ends_on", "facts")
    }


def test_another_language_is_refused() -> None:
    with pytest.raises(RequestError, match="`fr`"):
        HUB.say(ask("delayed"), "fr")


@pytest.mark.parametrize("travelled", [
    lambda answer: pickle.loads(pickle.dumps(answer)),
    lambda answer: Cancellation.model_validate(answer.model_dump()),
    lambda answer: Cancellation.model_validate_json(answer.model_dump_json()),
])  # fmt: skip
@asked
def test_an_answer_still_speaks_after_travelling(name: str, travelled: Any) -> None:
    answer = ask(name)
    back = travelled(answer)

    assert back == answer
    assert [HUB.say(back, lang) for lang in LANGUAGES] == [
        HUB.say(answer, lang) for lang in LANGUAGES
    ]


def test_whatever_holds_answers_is_put_into_words() -> None:
    day = "2026-11-21"
    course = {**YEARLY, "auto_renew": True, "current_period_end": "2027-11-10"}
    timeline = HUB.say(HUB.timeline(DELAYED, since=day), "ja")
    comparison = HUB.say(HUB.compare(course, on=day))
    agenda = HUB.say(HUB.agenda([DELAYED, SALON], on=day))
    advice = HUB.say(HUB.advise(course, goal="refund", on=day))
    ways = HUB.say(HUB.unblock({**SALON, "unpaid_invoices": 1}, on=day))

    spoken = [
        *(span.answer for span in timeline), *(way.answer for way in comparison.ways),
        *agenda.answers, advice.answer, advice.missed, *(way.answer for way in ways),
    ]  # fmt: skip
    assert [each for each in spoken if not isinstance(each, SpokenCancellation)] == []
    first = json.loads(timeline.model_dump_json())["spans"][0]["answer"]
    assert first["sentence"] == EXPECTED["delayed"][1]


def test_what_an_answer_says_is_the_answer_and_nothing_beside_it() -> None:
    told, other = ask("delayed"), HUB.preview({**DELAYED, "active_contracts": 4}, on="2026-11-21")

    assert HUB.say(told) != HUB.say(other)  # (3) and (4) partner contracts
    assert told != other
