"""What the facts of an Expa order cannot say at once; its lists are in ``facts.py``."""

from __future__ import annotations

from subhub.adapters.expa.facts import ExpaOrder
from subhub.policies import contradiction, facts

f = facts(ExpaOrder)
by_card, by_transfer, unpaid = f.unpaid_by_card, f.unpaid_by_transfer, f.unpaid_invoices
CONTRADICTIONS = (
    contradiction(
        "period_disagrees",
        f.contract_ends_on,
        when=~(f.current_period_end == f.contract_ends_on + 1),
        follows=f.contract_ends_on + 1,
        told=f.current_period_end,
    ),
    *(
        contradiction("more_than_unpaid", part, when=when, unpaid=unpaid)
        for part, when in (
            (by_card, by_card > unpaid),
            (
                by_transfer,
                (by_transfer > unpaid) | ((by_transfer > 0) & (by_card + by_transfer > unpaid)),
            ),
            (f.transfers_pending, f.transfers_pending > unpaid),
        )
    ),
)
