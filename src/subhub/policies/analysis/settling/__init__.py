"""Which missing facts would settle an output: proved, never sampled.

Three steps. *Lowering*, once an intent: every condition becomes a graph of and / not over
comparisons of sums, every output a list of disjoint cases. *Residue*, once a document: what is
known is folded in. *Tables*: every way of filling in the rest at once, one bit each, where
facts that are compared with one another are filled in together.
"""

from subhub.policies.analysis.settling.budget import Budget
from subhub.policies.analysis.settling.program import OutputKey
from subhub.policies.analysis.settling.residue import is_missing
from subhub.policies.analysis.settling.settling import Settled, Settling

__all__ = ["Budget", "OutputKey", "Settled", "Settling", "is_missing"]
