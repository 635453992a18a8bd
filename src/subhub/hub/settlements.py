"""Settlements: the movements of money in an answer, from what its deciding rows say."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from typing import Any

from subhub.hub.parts import certainty
from subhub.model.settlement import Settlement
from subhub.policies.engines.evaluate import UNKNOWN, Details
from subhub.policies.language.policy import Intent
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


def further(
    intent: Intent, details: Details, needs: Callable[..., tuple[str, ...]], *, allowed: bool
) -> Iterator[Settlement]:
    """The movements beside the first refund; ``needs`` names the facts that would settle some.

    They are certain where the row that says so decides, however much is not known of the amount.
    """
    for index, (row, held) in enumerate(zip(intent.settlements, details.settlements, strict=True)):
        if held is False:
            continue
        places = range(3 * index, 3 * index + 3)
        amount, at_most, due_by = (_known(details.terms[place]) for place in places)
        yield Settlement.model_construct(
            kind=row.code,
            direction=row.direction,
            amount=amount,
            at_most=at_most,
            to=row.to,
            due_by=due_by,
            certainty=certainty(not (allowed and held)),
            rules=tuple(dict.fromkeys(each.id for each in row.cites)),
            needs=needs(("settlements", index), *(("terms", place) for place in places)),
        )


def thrice(held: Iterable[Any]) -> list[Any]:
    """Of each movement whether it takes place, for each of its terms."""
    return [each for each in held for _ in range(3)]


def _known(value: Any) -> Any:
    return None if value is UNKNOWN else value
