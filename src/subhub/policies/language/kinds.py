"""Kinds of values, and the checks that keep them apart when a policy is built."""

from __future__ import annotations

from enum import Enum
from typing import Protocol

from subhub.errors import PolicyError, did_you_mean


class Kind(Enum):
    """What a value is; values of two kinds are never compared."""

    BOOL = "a yes or no"
    DAY = "a day"
    DAYS = "a number of days"
    MONEY = "an amount of money"
    COUNT = "a count"
    CODE = "a code"
    NOTHING = "nothing"  # the kind of DOES_NOT_APPLY: goes with every other


class OfKind(Protocol):
    """Anything that says what kind of value it gives: an expression."""

    kind: Kind


def check_same_kind(whole: OfKind, left: OfKind, right: OfKind) -> None:
    """Both sides are of one kind; *does not apply* goes with every other."""
    if len({left.kind, right.kind} - {Kind.NOTHING}) > 1:
        raise PolicyError(f"`{whole!r}` mixes {left.kind.value} with {right.kind.value}")


def check_sum(whole: OfKind, left: OfKind, right: OfKind) -> None:
    """Amounts are added to amounts, counts to counts; days are not."""
    check_same_kind(whole, left, right)
    if left.kind not in (Kind.MONEY, Kind.COUNT):
        raise PolicyError(
            f"`{whole!r}`: {left.kind.value} cannot be added to {right.kind.value}",
            hint="use days_between(a, b) for the days between two days, or day + 14",
        )


def check_kind(expr: OfKind, kind: Kind, where: str) -> None:
    """The argument of a function is of the kind it takes."""
    if expr.kind is not kind:
        raise PolicyError(f"{where}: `{expr!r}` is {expr.kind.value}, not {kind.value}")


def check_conditions(parts: tuple[OfKind, ...]) -> None:
    """Only conditions can be joined and negated."""
    for part in parts:
        if getattr(part, "kind", None) is not Kind.BOOL:
            raise PolicyError(f"`{part!r}` is not a condition")


def check_domain(fact: OfKind, const: OfKind) -> None:
    """Where a fact with a list of codes is compared with a code, it is one of them."""
    domain, code = getattr(fact, "domain", ()), getattr(const, "value", None)
    if not domain or code is None or code in domain:
        return
    raise PolicyError(
        f"`{fact!r}` is never `{code}`",
        hint=did_you_mean(code, domain) or f"one of {', '.join(domain)}",
    )
