"""Agenda: the days that matter for one or many subscriptions, and the order of cancelling."""

from __future__ import annotations

from datetime import date

from subhub.model.frozen import FrozenDict
from subhub.model.money import Money
from subhub.model.part import Part
from subhub.model.spoken import AnyAnswer


class Deadline(Part):
    """A day that matters. ``code`` is a consequence's, or one of ``ends``, ``access_ends``,
    ``billing_stops``, ``refund_due``, ``charge_due``, ``undo_ends``, ``act_before_charge``.
    ``money`` is what comes back only by then.
    """

    day: date
    code: str
    platform: str
    subscription: str | None
    certain: bool
    action: bool  # something has to be done by then, rather than something happens then
    money: Money | None = None


class Dependence(Part):
    """One subscription's end ends another: ``subscription`` depends on ``on``."""

    code: str
    subscription: str
    on: str


class Agenda(Part):
    """Many subscriptions at a glance.

    ``refundable`` sums what is certain to come back per currency, ``at_most`` what may come
    back besides, ``owed`` what there is to pay for certain; ``order`` is a safe order of
    cancelling where some depend on others.
    """

    on: date
    answers: tuple[AnyAnswer, ...]
    deadlines: tuple[Deadline, ...]
    refundable: FrozenDict[Money]
    at_most: FrozenDict[Money]
    owed: FrozenDict[Money]
    order: tuple[str, ...]
    warnings: tuple[Dependence, ...]
