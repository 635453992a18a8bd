"""Squarespace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subhub.plugin import Adapter, hookimpl

if TYPE_CHECKING:
    from subhub.plugin import Subscription
    from subhub.policies import Contradiction, Policy


class SquarespaceAdapter(Adapter):
    """Facts, rules, steps and words of this platform."""

    platform = "squarespace"
    title = "Squarespace"
    #: a pause counts from the day on which the site ended, which may lie behind
    past_days = frozenset({
        "products_paused", "pricing_plans_stay", "new_visitors_cannot_subscribe",
        "gated_content_links_hidden", "memberships_shown_inactive", "membership_charges_stop",
    })  # fmt: skip

    def subscription(self) -> type[Subscription]:
        """See :mod:`subhub.adapters.squarespace.facts`."""
        from subhub.adapters.squarespace.facts import SquarespaceSubscription

        return SquarespaceSubscription

    def contradictions(self) -> tuple[Contradiction, ...]:
        """See :mod:`subhub.adapters.squarespace.contradictions`."""
        from subhub.adapters.squarespace.contradictions import CONTRADICTIONS

        return CONTRADICTIONS

    def editions(self) -> tuple[Policy, ...]:
        """See :mod:`subhub.adapters.squarespace.rules`."""
        from subhub.adapters.squarespace.rules import EDITIONS

        return EDITIONS


@hookimpl
def subhub_adapter() -> Adapter:
    """The adapter of this package."""
    return SquarespaceAdapter()
