"""Squarespace."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subhub.plugin import Adapter, hookimpl

if TYPE_CHECKING:
    from subhub.plugin import Subscription
    from subhub.policies import Policy


class SquarespaceAdapter(Adapter):
    """Facts, rules, steps and words of this platform."""

    platform = "squarespace"
    title = "Squarespace"

    def subscription(self) -> type[Subscription]:
        """See :mod:`subhub.adapters.squarespace.facts`."""
        from subhub.adapters.squarespace.facts import SquarespaceSubscription

        return SquarespaceSubscription

    def editions(self) -> tuple[Policy, ...]:
        """See :mod:`subhub.adapters.squarespace.rules`."""
        from subhub.adapters.squarespace.rules import EDITIONS

        return EDITIONS


@hookimpl
def subhub_adapter() -> Adapter:
    """The adapter of this package."""
    return SquarespaceAdapter()
