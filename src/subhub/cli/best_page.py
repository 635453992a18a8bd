"""The best day as a page; that there is none, or no difference, is an answer too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subhub.cli.values import about, mode_name
from subhub.render.page import Line, Page, Tone
from subhub.render.phrases import dates, outcome
from subhub.words.say import say

if TYPE_CHECKING:
    from subhub.cli.asking import Asked
    from subhub.model.choices import Advice
    from subhub.words import Words


def best_page(made: Advice, asked: Asked, said: Words) -> Page:
    """The day and the way, what a day too late costs, and the next charge."""
    goal = said.say("best-goal", goal=said.say(f"goal-{made.goal}"))
    tone: Tone = "open" if not made.certain else "good" if made.reachable else "bad"
    if _is_bound(made):
        tone = "open"
    page = Page(_headline(made, said), about(asked, said, goal), [], tone)
    if made.answer is not None:
        page.add(said.say("best-result"), [Line(say(made.answer, said).sentence)])
    else:
        heading = "best-why" if made.certain else "best-needs"
        page.add(said.say(heading), _why_not(made, asked, said), tone="bad")
    page.add(said.say("best-missed"), _late(made, said), tone="bad", near=True)
    ties = [Line(mode_name(mode, said)) for mode in made.ties if mode and not made.no_difference]
    page.add(said.say("best-ties"), ties, near=True)
    page.add(said.say("best-charge"), _charge(made, said), near=True)
    # what has lapsed by the end of the span is known well enough today
    told = asked.question.subscription
    needs = [name for name in made.needs if getattr(told, name, None) is None]
    if made.answer is not None and needs:
        facts = said.together([said.say(f"fact-{name}") for name in needs])
        page.add(said.say("best-needs"), [Line(facts)], tone="open", near=True)
    return page


def _headline(made: Advice, said: Words) -> str:
    if _is_bound(made):
        return said.say("best-bound")
    if not made.certain:
        facts = [said.say(f"fact-{name}") for name in made.needs]
        return said.say("best-open", facts=said.together(facts))
    if not made.reachable:
        return said.say("best-none", by=made.by)
    if made.no_difference:
        return said.say("best-same", last=made.by)
    key = "today" if made.on == made.last_day else "window" if made.on == made.since else "from"
    days = {"on": made.on, "last": made.last_day}
    said_day = said.say(f"best-{key}", **days)
    mode = mode_name(made.mode, said)
    return said.say("best-by-mode", day=said_day, mode=mode) if mode else said_day


def _is_bound(made: Advice) -> bool:
    """Whether only the most that can be refunded is known: equal bounds are no equal refunds."""
    refund = made.answer.refund if made.goal == "refund" and made.answer else None
    return refund is not None and refund.amount is None and refund.at_most is not None


def _late(made: Advice, said: Words) -> list[Line]:
    """What is different for who acts a day too late."""
    late, best = made.missed, made.answer
    if late is None or best is None or made.no_difference:
        return []
    if made.charge_on is not None and late.on >= made.charge_on > made.since:
        told = said.say("best-charged", charge=made.charge_on)
    else:
        told = outcome(late, said)
        told = told if told != outcome(best, said) else dates(late, said)
    return [Line(told, notes=(said.say("best-from-day", day=late.on),))]


def _why_not(made: Advice, asked: Asked, said: Words) -> list[Line]:
    """What stands in the way on the first day; else that nothing comes of it on any."""
    answer = asked.answer
    if not made.certain:
        return [
            Line(said.say(f"fact-{name}"), mark="·", notes=(f"`{name}`",), inner=_where(name, said))
            for name in made.needs
        ]
    if answer.verdict == "allowed":
        return [Line(said.say("best-no-money" if made.goal == "refund" else "best-no-end"))]
    lines = [Line(outcome(answer, said))]
    if answer.verdict == "blocked":
        lines.append(Line(said.say("best-unblock", file=asked.file)))
    return lines


def _where(fact: str, said: Words) -> list[Line]:
    where = f"fact-{fact}-where"
    return [Line(said.say(where))] if said.has(where) else []


def _charge(made: Advice, said: Words) -> list[Line]:
    if made.charge_on is None:
        return []
    key = "best-act_by" if made.act_by else "best-charge-today"
    if made.act_by and made.certain and not made.reachable:
        key = "best-act_by-blocked"
    return [Line(said.say(key, charge=made.charge_on, act_by=made.act_by))]
