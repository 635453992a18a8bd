"""Settlement: one movement of money that follows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import reduce
from operator import add
from typing import Literal

from subhub.model.money import Money
from subhub.model.part import Certainty, Part

Direction = Literal["refund", "credit", "charge"]


class Settlement(Part):
    """Money that moves: a refund, a credit, a charge.

    ``kind`` is null only where facts are missing to tell it; ``amount`` is null where it is
    agreed between people or not known yet, and ``at_most`` bounds it then. It is ``certain``
    where nothing that is not known can keep it from taking place; ``needs`` names the facts that
    would settle what is open of it.
    """

    kind: str | None
    direction: Direction
    amount: Money | None
    at_most: Money | None
    to: str | None
    due_by: date | None
    certainty: Certainty
    rules: tuple[str, ...]
    needs: tuple[str, ...] = ()


class Charge(Part):
    """What the customer owes in all; ``at_most`` bounds it where an amount is settled later."""

    amount: Money | None
    at_most: Money | None


def charges(settlements: Iterable[Settlement]) -> tuple[Settlement, ...]:
    """What the customer owes, or may."""
    return tuple(each for each in settlements if each.direction == "charge")


def owed(settlements: Iterable[Settlement]) -> Money | None:
    """What is owed for certain, in all.

    None where nothing is, where it is not known how much, and where amounts of several
    currencies have no sum.
    """
    amounts = [each.amount for each in charges(settlements) if each.certainty == "certain"]
    known = [each for each in amounts if each is not None]
    if not known or len(known) < len(amounts) or len({each.currency for each in known}) > 1:
        return None
    return reduce(add, known)


def net(settlements: Iterable[Settlement], back: Money | None) -> Money | None:
    """``back`` less what is owed; None where that is not certain, or in several currencies."""
    due = charges(settlements)
    if not due or back is None:
        return back
    total = owed(due)
    if total is None or total.currency != back.currency or any(_open(each) for each in due):
        return None
    return back - total


def _open(charge: Settlement) -> bool:
    return charge.certainty == "possible" or charge.amount is None
