"""A gym: the smallest adapter that still blocks, refunds and asks."""

from __future__ import annotations

from subhub.plugin import Adapter, hookimpl


class GymAdapter(Adapter):
    """Iron Gym, a made-up chain with a minimum term and a cooling-off week."""

    platform = "gym"
    title = "Iron Gym"

    def subscription(self):
        """The document's keys are in ``facts.py``."""
        from subhub_gym.facts import Membership

        return Membership

    def contradictions(self):
        """What cannot be true at once is in ``contradictions.py``."""
        from subhub_gym.contradictions import CONTRADICTIONS

        return CONTRADICTIONS

    def editions(self):
        """The rules are in ``rules.py``."""
        from subhub_gym.rules import EDITIONS

        return EDITIONS


@hookimpl
def subhub_adapter():
    """The hook subhub calls when a document names the platform ``gym``."""
    return GymAdapter()
