"""What the facts of an impact.com account cannot say at once."""

from __future__ import annotations

from subhub.adapters.impact.facts import ImpactAccount
from subhub.policies import contradiction, facts, told

f = facts(ImpactAccount)

CONTRADICTIONS = (
    contradiction(
        "trial_ends_early",
        f.trial_ends_on,
        when=f.trial_ends_on < f.started_on,
        started_on=f.started_on,
    ),
    contradiction(
        "nothing_to_lock", f.last_lock_on, when=told(f.last_lock_on) & (f.pending_actions == 0)
    ),
)
