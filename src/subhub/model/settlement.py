"""Settlement: one movement of money that follows."""

from __future__ import annotations

from datetime import date
from typing import Literal

from subhub.model.money import Money
from subhub.model.part import Certainty, Part

Direction = Literal["refund", "credit", "charge"]


class Settlement(Part):
    """Money that moves: a refund, a credit, a charge.

    ``kind`` is null only where facts are missing to tell it; ``amount`` is null where it is
    agreed between people or not known yet, and ``at_most`` bounds it then. It is ``certain``
    where nothing that is not known can keep it from taking place.
    """

    kind: str | None
    direction: Direction
    amount: Money | None
    at_most: Money | None
    to: str | None
    due_by: date | None
    certainty: Certainty
    rules: tuple[str, ...]
