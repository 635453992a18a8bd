"""Choices: the ways side by side, the day that serves a goal, what to ask, how to get unblocked."""

from __future__ import annotations

from datetime import date
from typing import Literal

from subhub.model.cancellation import Verdict
from subhub.model.money import Money
from subhub.model.part import Certainty, Part
from subhub.model.spoken import AnyAnswer
from subhub.model.value import Value

Goal = Literal["refund", "access", "soonest", "no-renewal"]
GOALS: tuple[Goal, ...] = ("refund", "access", "soonest", "no-renewal")


class Difference(Part):
    """What one way gives and another does not; ``days`` is its lead, ``money`` the amount."""

    code: Literal["refund", "charge", "access", "losses", "undo", "verdict"]
    against: str
    days: int | None = None
    money: Money | None = None
    losses: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


class Way(Part):
    """One intent in one mode, and what it gains and loses against the others."""

    name: str
    intent: str
    mode: str | None
    answer: AnyAnswer
    gains: tuple[Difference, ...]
    forgoes: tuple[Difference, ...]


class Comparison(Part):
    """Every intent and mode the platform offers, on one day."""

    on: date
    actor: str
    ways: tuple[Way, ...]


class Advice(Part):
    """The day and the mode that serve a goal.

    ``on`` is the first day that gives the best result, ``last_day`` the last; acting a day
    later gives ``missed``. ``ties`` are the other modes that do as well. ``no_difference``
    says that every day and mode asked about does as well as any other. ``charge_on`` is the
    next charge, ``act_by`` the last day before it. ``reachable`` says that some day surely
    serves the goal. ``needs`` names missing facts that leave open how well some day does;
    where they may make another choice the best, ``certain`` is false and none is named.
    """

    goal: Goal
    reachable: bool
    certain: bool
    on: date | None = None
    last_day: date | None = None
    mode: str | None = None
    answer: AnyAnswer | None = None
    missed: AnyAnswer | None = None
    ties: tuple[str, ...] = ()
    no_difference: bool = False
    charge_on: date | None
    act_by: date | None
    needs: tuple[str, ...]
    since: date
    by: date


class Case(Part):
    """What one answer to a question leads to: ``values`` that lead there, and the result.

    ``settles`` counts the outputs that are then known and were not before.
    """

    values: tuple[Value | None, ...]
    verdict: Verdict
    outcome: str | None
    refund_kind: str | None
    settles: int


class OpenFact(Part):
    """A fact that is missing and matters: what it would settle, and where each answer leads."""

    fact: str
    kind: Literal["bool", "day", "money", "count", "code"]
    options: tuple[str, ...]
    settles: tuple[str, ...]
    cases: tuple[Case, ...]


class Move(Part):
    """One change: a remedy, another mode or actor, or waiting until a day.

    ``count`` says how many of the same kind (invoices) the change is about, where it is more
    than one; ``certainty`` is ``possible`` where the pages leave open what it leads to.
    """

    code: str
    actor: str | None = None
    mode: str | None = None
    until: date | None = None
    count: int | None = None
    certainty: Certainty = "certain"


class Unblocking(Part):
    """Changes of which none can be left out, and the answer that the rules give after them.

    ``certainty`` is ``possible`` where one of the changes is.
    """

    moves: tuple[Move, ...]
    answer: AnyAnswer
    certainty: Certainty = "certain"
