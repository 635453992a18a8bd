"""How well an answer serves a goal, and how well it still may where facts are missing.

A higher score is better; ``None`` where the way does not serve the goal.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from subhub.model.cancellation import Cancellation
from subhub.model.choices import Goal
from subhub.model.settlement import charges, net

#: the outputs that say how well a day serves a goal
DECIDES: dict[Goal, tuple[str, ...]] = {
    "refund": ("refund.kind", "refund.amount", "refund.at_most", "charge.amount"),
    "access": ("access_until",),
    "soonest": ("ends_on",),
    "no-renewal": ("billing_stops_on",),
}


def score(made: Cancellation, goal: Goal, charge: date | None) -> Any:
    """Higher is better; None where the way does not serve the goal or facts are missing."""
    if made.verdict != "allowed":
        return None
    if goal == "refund":
        return _money_back(made)
    if goal == "access":
        return made.access_until
    if goal == "soonest":
        return None if made.ends_on is None else -made.ends_on.toordinal()
    return _in_time(made.billing_stops_on, charge)


def _in_time(stops: date | None, charge: date | None) -> bool | None:
    """True where nothing is charged any more by the next charge; None where that is not so."""
    return True if stops is not None and (charge is None or stops <= charge) else None


def _money_back(made: Cancellation) -> Any:
    """What is certain to come back, then what may; agreements count for less than any amount.

    What is owed is taken off; where that is not certain, nothing is.
    """
    refund = made.refund
    if refund is None or refund.kind is None or "refund.amount" in made.unknown:
        return None
    if refund.amount is not None:
        left = net(made.settlements, refund.amount)
        return (2, left.amount) if left is not None and left.amount > 0 else None
    if refund.at_most is not None and refund.at_most.amount > 0:
        return 1, refund.at_most.amount
    return (0, Decimal(0)) if refund.kind == "by_agreement" else None


def hope(made: Cancellation, goal: Goal, charge: date | None) -> Any:
    """The best score it can still have; None where it cannot serve the goal whatever turns out."""
    if made.verdict not in ("allowed", "unknown"):
        return None
    unknown = made.unknown
    if goal == "access":
        return date.max if "access_until" in unknown else made.access_until
    if goal == "soonest":
        day = made.on if "ends_on" in unknown else made.ends_on
        return None if day is None else -day.toordinal()
    if goal == "no-renewal":
        return True if "billing_stops_on" in unknown else _in_time(made.billing_stops_on, charge)
    # where neither an amount nor an account is open, no money can be
    if "refund.amount" in unknown or {"refund.kind", "refund.to"} <= unknown.keys():
        most = made.refund.at_most if made.refund else None
        return (3, Decimal(0)) if most is None else (2, most.amount)
    if charges(made.settlements) and made.refund and made.refund.amount:
        return 2, made.refund.amount.amount  # the less is owed, the better
    return _money_back(made)
