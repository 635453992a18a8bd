"""The computed columns: every output of a frame by name, and which names are theirs alone."""

from __future__ import annotations

from collections.abc import Container
from typing import Final

from subhub.policies.language.kinds import Kind

#: every output column in the order in which they are written, and its kind
OUTPUTS: Final[dict[str, Kind]] = {
    "verdict": Kind.CODE,
    "outcome": Kind.CODE,
    "ends_on": Kind.DAY,
    "access_until": Kind.DAY,
    "billing_stops_on": Kind.DAY,
    "refund_kind": Kind.CODE,
    "refund_amount": Kind.MONEY,
    "refund_at_most": Kind.MONEY,
    "refund_automatic": Kind.BOOL,
    "refund_to": Kind.CODE,
    "refund_due_by": Kind.DAY,
    "reversible": Kind.BOOL,
    "reversible_until": Kind.DAY,
    "reversible_how": Kind.CODE,
    "charge_amount": Kind.MONEY,
    "charge_at_most": Kind.MONEY,
    "blockers": Kind.CODE,
    "unknown": Kind.CODE,
    "error": Kind.CODE,
}
#: kept free beside the outputs there are now: what an answer has and a frame may get
_KEPT_FREE: Final = frozenset({"reason", "stale"})
_FAMILIES: Final = ("refund_", "reversible_", "charge_")


def is_computed(name: str, prefix: str = "", facts: Container[str] = ()) -> bool:
    """Whether answers alone may be written to a column of this name.

    With ``prefix`` the computed columns are those that begin with it. The name of one of the
    ``facts`` is free where no output has it. Case makes no difference, as it makes none to a
    warehouse.

    >>> is_computed("refund_note"), is_computed("Verdict"), is_computed("mode")
    (True, True, False)
    >>> is_computed("verdict", prefix="new_"), is_computed("new_verdict", prefix="new_")
    (False, True)
    """
    folded, begun = name.casefold(), prefix.casefold()
    if not folded.startswith(begun):
        return False
    rest = folded[len(begun) :]
    if rest in OUTPUTS or rest in _KEPT_FREE:
        return True
    return rest.startswith(_FAMILIES) and name not in facts
