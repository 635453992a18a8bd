"""Days to decide by, as people read them in a calendar: what to do, for what, and how to begin."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from subhub.words.say import say

if TYPE_CHECKING:
    from subhub.model.cancellation import Cancellation
    from subhub.model.money import Money
    from subhub.model.spoken import SpokenCancellation, SpokenStep
    from subhub.words import Words

#: so many steps are told where there is little room
FIRST_STEPS = 3
#: deadlines that are about the next charge
BEFORE_CHARGE = frozenset({"act_before_charge"})


def headline(
    day: date, answer: Cancellation, said: Words, *, code: str = "", money: Money | None = None
) -> str:
    """What to decide by that day: what is to be done, and for which money where it is for some."""
    when = said.say("ics-today") if day == answer.on else said.day(day)
    args: dict[str, Any] = {
        "day": when,
        "who": answer.subscription or answer.product or answer.platform,
        "intent": said.say(f"intent-{answer.intent}"),
        "money": money,
        "charge": day + timedelta(days=1),
    }
    if money is not None:
        return said.fill("ics-decide-money", args)
    return said.fill("ics-decide-charge" if code in BEFORE_CHARGE else "ics-decide", args)


def first_steps(answer: Cancellation, said: Words) -> Iterator[str]:
    """How it stands, the first steps with where they are taken, and the page to read."""
    told = say(answer, said)
    if answer.verdict != "allowed":
        yield told.sentence
        yield from (f"· {each.sentence}" for each in told.blockers)
    steps = (*told.prepare, *told.steps)[:FIRST_STEPS]
    if steps:
        yield said.say("ics-steps")
    for number, step in enumerate(steps, 1):
        where = step.where_sentence
        yield f"{number}. {step.sentence}" + (f" ({where})" if where else "")
    address = _address(told, steps)
    if address:
        yield address


def _address(told: SpokenCancellation, steps: tuple[SpokenStep, ...]) -> str | None:
    """The page the steps are from, else the page of the rule that decided."""
    wanted = [rule for step in steps for rule in step.rules]
    pages = {rule.id: rule.page.url for rule in told.rules if rule.page.url}
    return next((pages[each] for each in (*wanted, *pages) if each in pages), None)
