"""Refund: what money comes back, to where and by when."""

from __future__ import annotations

from datetime import date
from typing import Literal

from subhub.model.money import Money
from subhub.model.part import Part

RefundKind = Literal["full", "partial", "balance", "remaining_balance", "by_agreement", "none"]
RefundTo = Literal["original_card", "bank_account"]


class Refund(Part):
    """What comes back. ``kind`` is null only where facts are missing to tell.

    ``amount`` is null where it is agreed between people, not known yet, or nothing;
    ``at_most`` bounds it where the amount itself is only settled later.
    """

    kind: RefundKind | None
    amount: Money | None
    at_most: Money | None
    automatic: bool | None
    to: RefundTo | None
    due_by: date | None
