"""The document of an impact.com Starter Edition account."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import ClassVar, Literal

from pydantic import Field

from subhub.plugin import Count, Day, Money, Subscription


class ImpactAccount(Subscription):
    """A brand's account. Amounts are in the account's currency."""

    default_timezone: ClassVar[str] = "America/Los_Angeles"

    mistakes: ClassVar[Mapping[str, tuple[str, str]]] = {
        "trial_ends_early": (
            "`{value}` lies before `started_on` ({started_on})",
            "a trial ends on or after the day the subscription started",
        ),
        "nothing_to_lock": (
            "`{value}` is given, but `pending_actions` is 0",
            "leave `last_lock_on` out, or correct `pending_actions`",
        ),
    }

    platform: Literal["impact"]
    product: Literal["starter"] | None = Field(None, description="the Starter Edition")
    trial_ends_on: Day | None = Field(None, description="last day of the trial")
    card_charged: Money | None = Field(
        None, description="all that was ever charged to the card; 0.00 = never charged"
    )
    partner_costs: Money | None = Field(None, description="costs that partners have caused so far")
    locked_actions: Count | None = Field(None, description="how many actions are locked")
    pending_actions: Count | None = Field(None, description="how many actions wait to lock")
    last_lock_on: Day | None = Field(
        None, description="latest locking date among the pending actions"
    )
    balance: Money | None = Field(None, description="the account's balance")
    open_invoices: Money | None = Field(None, description="sum of invoices not settled yet")
    pending_payouts: Money | None = Field(
        None, description="what partners are still to be paid for actions that happened"
    )
    active_contracts: Count | None = Field(None, description="how many partner contracts run")

    def next_charge(self, on: date) -> date | None:
        """The first day after a trial that nothing was charged in yet, else the renewal."""
        trial = self.trial_ends_on
        free = self.card_charged is not None and not self.card_charged.amount
        if free and trial is not None and trial >= on:
            return trial + timedelta(days=1)
        return super().next_charge(on)
