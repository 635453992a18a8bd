"""Movements of money: what a row says comes back, is credited, or is owed.

>>> from subhub.policies.language.amounts import amount
>>> charge("early_fee", amount("60 GBP")).direction
'charge'

The kinds are the adapter's own; its sentence for one is ``settlement-early_fee``, in which
``$amount``, ``$at_most`` and ``$due_by`` stand for what it says here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import KW_ONLY, dataclass
from functools import reduce
from operator import add

from subhub.errors import PolicyError
from subhub.model.settlement import Direction
from subhub.policies.language.expressions import ALWAYS, DOES_NOT_APPLY, Expr
from subhub.policies.language.functions import choose
from subhub.policies.language.kinds import Kind

#: what is owed in all, as outputs of a table of which some row charges
CHARGE_OUTPUTS = ("charge_amount", "charge_at_most")


@dataclass(frozen=True, slots=True, eq=False)
class Movement:
    """One movement of money in a row; :func:`refund`, :func:`credit`, :func:`charge` make it."""

    direction: Direction
    kind: str
    amount: Expr = DOES_NOT_APPLY
    _: KW_ONLY
    at_most: Expr = DOES_NOT_APPLY
    automatic: bool | None = None
    to: str | None = None
    due_by: Expr = DOES_NOT_APPLY
    when: Expr = ALWAYS

    def __post_init__(self) -> None:
        for name, kind in (
            ("amount", Kind.MONEY), ("at_most", Kind.MONEY), ("due_by", Kind.DAY),
            ("when", Kind.BOOL),
        ):  # fmt: skip
            value = getattr(self, name)
            if not isinstance(value, Expr) or value.kind not in (kind, Kind.NOTHING):
                given = value.kind.value if isinstance(value, Expr) else f"`{value!r}`"
                raise PolicyError(
                    "wrong_kind", field=f"{self.direction}({self.kind!r}) {name}",
                    expr=repr(value), kind=given, wanted=kind.value,
                )  # fmt: skip


def refund(
    kind: str,
    amount: Expr = DOES_NOT_APPLY,
    *,
    at_most: Expr = DOES_NOT_APPLY,
    automatic: bool | None = False,
    to: str | None = None,
    due_by: Expr = DOES_NOT_APPLY,
    when: Expr = ALWAYS,
) -> Movement:
    """Money that comes back. The first of a row is its ``refund``; later ones take ``when``."""
    return Movement(
        "refund", kind, amount, at_most=at_most, automatic=automatic, to=to, due_by=due_by,
        when=when,
    )  # fmt: skip


def credit(
    kind: str,
    amount: Expr = DOES_NOT_APPLY,
    *,
    at_most: Expr = DOES_NOT_APPLY,
    to: str | None = None,
    due_by: Expr = DOES_NOT_APPLY,
    when: Expr = ALWAYS,
) -> Movement:
    """What is put to the customer's account, not paid out; only where ``when`` holds."""
    return Movement("credit", kind, amount, at_most=at_most, to=to, due_by=due_by, when=when)


def charge(
    kind: str,
    amount: Expr = DOES_NOT_APPLY,
    *,
    at_most: Expr = DOES_NOT_APPLY,
    due_by: Expr = DOES_NOT_APPLY,
    when: Expr = ALWAYS,
) -> Movement:
    """What the customer owes, such as a fee for leaving early; only where ``when`` holds."""
    return Movement("charge", kind, amount, at_most=at_most, due_by=due_by, when=when)


def owed(movements: Iterable[Movement]) -> dict[str, Expr]:
    """What a row's charges come to, and the most of that where an amount is settled later."""
    charges = [each for each in movements if each.direction == "charge"]
    amounts = [each.amount for each in charges]
    most = [each.amount if each.at_most is DOES_NOT_APPLY else each.at_most for each in charges]
    bounded = any(each.at_most is not DOES_NOT_APPLY for each in charges)
    values = _total(charges, amounts), _total(charges, most) if bounded else DOES_NOT_APPLY
    return dict(zip(CHARGE_OUTPUTS, values, strict=True))


def _total(charges: list[Movement], amounts: list[Expr]) -> Expr:
    if not charges or any(each is DOES_NOT_APPLY for each in amounts):
        return DOES_NOT_APPLY
    if len(charges) == 1:
        return _if_due(charges[0], amounts[0], None)
    pairs = zip(charges, amounts, strict=True)
    return reduce(add, (_if_due(each, amount, amount * 0) for each, amount in pairs))


def _if_due(charge: Movement, amount: Expr, otherwise: Expr | None) -> Expr:
    return amount if charge.when is ALWAYS else choose(charge.when, amount, otherwise)
