"""How an answer stands while facts are missing: what is certain, and what is still possible."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from subhub.model.money import Money
from subhub.policies.engines.evaluate import UNKNOWN, Evaluation
from subhub.render.page import Line
from subhub.render.phrases import dates

if TYPE_CHECKING:
    from subhub.cli.asking import Asked
    from subhub.words import Words


def certain(asked: Asked, said: Words) -> list[Line]:
    """What no missing fact can change any more."""
    answer = asked.answer
    lines = []
    if answer.verdict == "allowed":
        lines.append(Line(said.say("ask-can", asked=said.say(f"intent-{answer.intent}"))))
    elif answer.verdict != "unknown":
        lines.append(Line(said.say(f"verdict-{answer.verdict}")))
    if answer.outcome is not None:
        lines.append(Line(said.say(f"outcome-{answer.outcome}")))
    if told := dates(answer, said):
        lines.append(Line(told))
    return lines or [Line(said.say("ask-nothing-certain"))]


def possible(asked: Asked, said: Words) -> list[Line]:
    """The verdicts and outcomes that can still come out; none where one is left."""
    run = _evaluation(asked)
    if run is None:
        return []
    verdicts = run.verdicts()
    lines = [
        Line(said.say(f"verdict-{verdict}"))
        for verdict in verdicts
        if len(verdicts) > 1 and verdict != "allowed"
    ]
    rows = run.possible_rows(run.intent.decides) if "allowed" in verdicts else []
    if len(verdicts) + len(rows) > 2:
        # two rows may have one outcome, or say the same
        told = dict.fromkeys(said.say(f"outcome-{row.code}") for row in rows)
        lines = [*(Line(each) for each in told), *lines]
    elif len(verdicts) > 1 and rows:
        lines.insert(0, Line(said.say(f"outcome-{rows[0].code}")))
    return lines


def range_of_money(asked: Asked, said: Words) -> list[Line]:
    """The least and the most that can still come back."""
    run = _evaluation(asked)
    if run is None or "allowed" not in run.verdicts():
        return []
    amounts: list[Any] = [None] * (len(run.verdicts()) > 1)
    agreement = False
    for row in run.possible_rows(run.intent.decides):
        kind, *found = (
            run.value(row.outputs[name])
            for name in ("refund_kind", "refund_amount", "refund_at_most")
        )
        agreement |= kind == "by_agreement"
        if kind in (None, "none", "by_agreement"):
            amounts.append(None)
        else:
            amounts += _bounds(*found)
    lines = [Line(_said(amounts, said))] if any(each is not None for each in amounts) else []
    if agreement:
        lines.append(Line(said.say("back-by_agreement")))
    return lines or [Line(said.say("value-nothing"))]


def _bounds(amount: Any, at_most: Any) -> list[Any]:
    """What one row may give: its amount, else from nothing up to the most."""
    if isinstance(amount, Money):
        return [amount]
    return [None, at_most if isinstance(at_most, Money) else UNKNOWN]


def _said(amounts: list[Any], said: Words) -> str:
    known = sorted((each for each in amounts if isinstance(each, Money)), key=lambda m: m.amount)
    if any(each is UNKNOWN for each in amounts):
        return said.say("ask-open")
    high = known[-1]
    if None in amounts:
        return said.say("ask-up-to", high=high) if high.amount else said.say("value-nothing")
    if known[0] == high:
        return said.money(high)
    return said.say("ask-between", low=known[0], high=high)


def _evaluation(asked: Asked) -> Evaluation | None:
    question = asked.question
    return Evaluation(question.intent, question.facts()) if question.intent is not None else None
