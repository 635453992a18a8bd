"""What the facts of a Squarespace subscription cannot say at once."""

from __future__ import annotations

from subhub.adapters.squarespace.facts import SquarespaceSubscription
from subhub.policies import contradiction, facts, told

f = facts(SquarespaceSubscription)

CONTRADICTIONS = (
    contradiction(
        "site_goes_on", f.site_ends_on, when=told(f.site_ends_on) & (f.site_status == "active")
    ),
)
