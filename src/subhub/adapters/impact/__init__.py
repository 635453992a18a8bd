"""impact.com Starter Edition."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subhub.plugin import Adapter, hookimpl

if TYPE_CHECKING:
    from subhub.plugin import Subscription
    from subhub.policies import Contradiction, Policy


class ImpactAdapter(Adapter):
    """Facts, rules, steps and words of this platform."""

    platform = "impact"
    title = "impact.com Starter Edition"
    paid = ("card_charged", "balance")

    def subscription(self) -> type[Subscription]:
        """See :mod:`subhub.adapters.impact.facts`."""
        from subhub.adapters.impact.facts import ImpactAccount

        return ImpactAccount

    def contradictions(self) -> tuple[Contradiction, ...]:
        """See :mod:`subhub.adapters.impact.contradictions`."""
        from subhub.adapters.impact.contradictions import CONTRADICTIONS

        return CONTRADICTIONS

    def editions(self) -> tuple[Policy, ...]:
        """See :mod:`subhub.adapters.impact.rules`."""
        from subhub.adapters.impact.rules import EDITIONS

        return EDITIONS


@hookimpl
def subhub_adapter() -> Adapter:
    """The adapter of this package."""
    return ImpactAdapter()
