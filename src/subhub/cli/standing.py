"""How an answer stands while facts are missing: what is certain, and what is still possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subhub.render.page import Line
from subhub.render.phrases import dates

if TYPE_CHECKING:
    from subhub.cli.asking import Asked
    from subhub.model.standing import MoneyRange, Standing
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


def possible(standing: Standing, said: Words) -> list[Line]:
    """The verdicts and outcomes that can still come out; none where one is left."""
    verdicts, outcomes = standing.verdicts, standing.outcomes
    others = [
        Line(said.say(f"verdict-{verdict}"))
        for verdict in verdicts
        if len(verdicts) > 1 and verdict != "allowed"
    ]
    if len(verdicts) + len(outcomes) <= 2 and len(verdicts) == 1:
        return []
    # two outcomes may say the same
    told = dict.fromkeys(said.say(f"outcome-{code}") for code in outcomes)
    return [*(Line(each) for each in told), *others]


def range_of_money(standing: Standing, said: Words) -> list[Line]:
    """The least and the most that can still come back."""
    money = standing.money
    if money is None:
        return []
    lines = [] if money.bounded and money.most is None else [Line(_amounts(money, said))]
    if money.by_agreement:
        lines.append(Line(said.say("back-by_agreement")))
    return lines or [Line(said.say("value-nothing"))]


def _amounts(money: MoneyRange, said: Words) -> str:
    most = money.most
    if most is None:
        return said.say("ask-open")
    if money.least is None:
        return said.say("ask-up-to", high=most) if most.amount else said.say("value-nothing")
    if money.least == most:
        return said.money(most)
    return said.say("ask-between", low=money.least, high=most)
