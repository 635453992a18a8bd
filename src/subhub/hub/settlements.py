"""Settlements: the movements of money in an answer, from what its deciding rows say."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import Any

from subhub.hub.parts import certainty
from subhub.model.settlement import Settlement
from subhub.policies.language.sources import Citation


def settlements(
    value: Mapping[str, Any],
    unknown: Container[str],
    cites: Iterable[Citation],
    *,
    allowed: bool,
) -> tuple[Settlement, ...]:
    """The refund, where there is one or may be; ``value`` has the fields of a decision.

    What is agreed between people takes place only if they agree, and of what is left in the
    end there may be nothing: both are only possible.
    """
    kind, amount = value["refund_kind"], value["refund_amount"]
    if kind == "none" or (kind is None and "refund.kind" not in unknown):
        return ()
    settles_itself = kind not in (None, "by_agreement")
    sure = kind == "full" or (settles_itself and amount is not None)
    refund = Settlement.model_construct(
        kind=kind,
        direction="refund",
        amount=amount,
        at_most=value["refund_at_most"],
        to=value["refund_to"],
        due_by=value["refund_due_by"],
        certainty=certainty(not (allowed and sure)),
        rules=tuple(dict.fromkeys(each.id for each in cites)),
    )
    return (refund,)
