"""The days that matter, one line each: what is to be done, else the one main event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from subhub.words.say import say

if TYPE_CHECKING:
    from subhub.model.agenda import Deadline
    from subhub.model.cancellation import Cancellation
    from subhub.model.money import Money
    from subhub.words import Words

#: which event stands for its day; any other comes after these
_MAIN = ("ends", "refund_due", "access_ends", "billing_stops", "undo_ends")


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: a day of one subscription, and the ``others`` that fall on the same day."""

    day: date
    platform: str
    subscription: str | None
    code: str
    sentence: str
    action: bool
    certain: bool
    others: tuple[str, ...] = ()
    money: Money | None = None


def group(
    deadlines: Iterable[Deadline], answers: Sequence[Cancellation], said: Words
) -> Iterator[Entry]:
    """Deadlines as lines in order: one for what is to be done on a day, one for what happens."""
    sentences = {
        (each.platform, each.subscription): _sentences(each, said) for each in reversed(answers)
    }
    days: dict[tuple[Any, ...], list[Deadline]] = {}
    for each in sorted(deadlines, key=lambda one: (one.day, not one.action)):
        key = each.day, each.action, each.platform, each.subscription
        days.setdefault(key, []).append(each)
    for group in days.values():
        first, *rest = sorted(group, key=_rank)
        own = sentences.get((first.platform, first.subscription), {})
        told = [_told(each, own, said) for each in (first, *rest)]
        yield Entry(
            first.day,
            first.platform,
            first.subscription,
            first.code,
            told[0],
            first.action,
            all(each.certain for each in group),
            tuple(dict.fromkeys(told[1:])),
            next((each.money for each in group if each.money is not None), None),
        )


def _rank(deadline: Deadline) -> tuple[int, str]:
    """What stands first: of events the main ones, of actions those that say what they are for."""
    if deadline.code in _MAIN:
        return _MAIN.index(deadline.code), deadline.code
    return len(_MAIN) + (deadline.code == "act_before_charge"), deadline.code


def _told(deadline: Deadline, own: dict[str, str], said: Words) -> str:
    """What follows says it itself; a day to act by says what it is the last day for."""
    if deadline.action or deadline.code not in own:
        return said.say(f"deadline-{deadline.code}")
    return own[deadline.code]


def _sentences(answer: Cancellation, said: Words) -> dict[str, str]:
    """The sentence of every consequence by its code."""
    return {each.code: each.sentence for each in say(answer, said).consequences}
