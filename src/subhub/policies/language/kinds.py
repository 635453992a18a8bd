"""Kinds of values, and the checks that keep them apart when a policy is built."""

from __future__ import annotations

from enum import Enum
from typing import Protocol

from subhub.errors import PolicyError, did_you_mean, one_of


class Kind(Enum):
    """What a value is; values of two kinds are never compared."""

    BOOL = "a yes or no"
    DAY = "a day"
    DAYS = "a number of days"
    MONTHS = "a number of months"
    DURATION = "a duration"
    MONEY = "an amount of money"
    COUNT = "a count"
    CODE = "a code"
    NOTHING = "nothing"  # the kind of DOES_NOT_APPLY: goes with every other


class OfKind(Protocol):
    """Anything that says what kind of value it gives: an expression."""

    kind: Kind


#: a document tells numbers of days and of months as counts, so a count goes with either
NUMBERS = frozenset({Kind.COUNT, Kind.DAYS, Kind.MONTHS})


def of_both(left: OfKind, right: OfKind) -> Kind:
    """The kind of a value made of two: days and a count are days."""
    return right.kind if left.kind is Kind.COUNT and right.kind in NUMBERS else left.kind


def of_number(beside: OfKind) -> Kind:
    """The kind of a whole number that stands beside a value."""
    return beside.kind if beside.kind in NUMBERS else Kind.COUNT


def check_same_kind(whole: OfKind, left: OfKind, right: OfKind) -> None:
    """Both sides are of one kind; *does not apply* goes with every other."""
    found = {left.kind, right.kind} - {Kind.NOTHING}
    if Kind.DURATION in found:
        raise PolicyError("duration_alone", expr=repr(whole))
    if found < NUMBERS:  # but days and months are never the same
        found -= {Kind.COUNT}
    if len(found) > 1:
        raise PolicyError(
            "kinds_mixed", expr=repr(whole), left=left.kind.value, right=right.kind.value
        )


def check_sum(whole: OfKind, left: OfKind, right: OfKind) -> None:
    """Amounts are added to amounts, numbers to numbers; days are not."""
    check_same_kind(whole, left, right)
    if left.kind is not Kind.MONEY and left.kind not in NUMBERS:
        raise PolicyError("no_sum", expr=repr(whole), left=left.kind.value, right=right.kind.value)


def check_product(whole: OfKind, left: OfKind, right: OfKind) -> None:
    """Amounts and counts are taken a number of times."""
    if left.kind not in (Kind.MONEY, Kind.COUNT) or right.kind is not Kind.COUNT:
        raise PolicyError(
            "no_product", expr=repr(whole), left=left.kind.value, right=right.kind.value
        )


def check_currencies(whole: OfKind, *sides: frozenset[str | None]) -> None:
    """Fixed amounts meet in one currency; that of the document (``None``) may be any."""
    fixed = sorted(name for name in frozenset().union(*sides) if name is not None)
    if any(len(side) > 1 for side in sides):
        raise PolicyError("currency_left_open", expr=repr(whole), currencies=fixed)
    if len(fixed) > 1:
        raise PolicyError("fixed_in_two_currencies", expr=repr(whole), currencies=fixed)


def check_kind(expr: OfKind, kind: Kind, where: str) -> None:
    """The argument of a function is of the kind it takes."""
    if expr.kind is not kind:
        raise PolicyError(
            "wrong_kind", field=where, expr=repr(expr), kind=expr.kind.value, wanted=kind.value
        )


def check_conditions(parts: tuple[OfKind, ...]) -> None:
    """Only conditions can be joined and negated."""
    for part in parts:
        if getattr(part, "kind", None) is not Kind.BOOL:
            raise PolicyError("not_a_condition", expr=repr(part))


def check_domain(fact: OfKind, const: OfKind) -> None:
    """Where a fact with a list of codes is compared with a code, it is one of them."""
    domain, code = getattr(fact, "domain", ()), getattr(const, "value", None)
    if not domain or code is None or code in domain:
        return
    hint = did_you_mean(code, domain) or one_of(domain)
    raise PolicyError("never_this_code", fact=repr(fact), code=code, hint=hint)
