"""Expa (エキスパ)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from subhub.plugin import Adapter, hookimpl

if TYPE_CHECKING:
    from subhub.plugin import Cancellation, Consequence, Subscription
    from subhub.policies import Contradiction, Policy


class ExpaAdapter(Adapter):
    """Facts, rules, steps and words of this platform."""

    platform = "expa"
    title = "Expa (エキスパ)"
    instead = frozenset({"refund_directly"})
    also_codes = (
        "step_mail_goes_out",
        "step_mail_may_go_out",
        "step_mail_never_goes_out",
        "step_mail_already_sent",
    )

    def subscription(self) -> type[Subscription]:
        """See :mod:`subhub.adapters.expa.facts`."""
        from subhub.adapters.expa.facts import ExpaOrder

        return ExpaOrder

    def contradictions(self) -> tuple[Contradiction, ...]:
        """See :mod:`subhub.adapters.expa.contradictions`."""
        from subhub.adapters.expa.contradictions import CONTRADICTIONS

        return CONTRADICTIONS

    def editions(self) -> tuple[Policy, ...]:
        """See :mod:`subhub.adapters.expa.sales`."""
        from subhub.adapters.expa.sales import EDITIONS

        return EDITIONS

    def also(
        self, subscription: Subscription, answer: Cancellation, on: date
    ) -> tuple[Consequence, ...]:
        """One consequence for each step mail of the buyer's magazine."""
        from subhub.adapters.expa.facts import ExpaOrder
        from subhub.adapters.expa.magazine import step_mails

        if not isinstance(subscription, ExpaOrder) or subscription.magazine is None:
            return ()
        return tuple(step_mails(subscription, answer, on))


@hookimpl
def subhub_adapter() -> Adapter:
    """The adapter of this package."""
    return ExpaAdapter()
