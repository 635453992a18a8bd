"""What a membership cannot say at once, in documents and in tables."""

from __future__ import annotations

from subhub.policies import contradiction, facts
from subhub_gym.facts import Membership

f = facts(Membership)

CONTRADICTIONS = (
    contradiction(
        "term_ends_early",
        f.minimum_term_ends_on,
        when=f.minimum_term_ends_on < f.started_on,
        started_on=f.started_on,
    ),
)
