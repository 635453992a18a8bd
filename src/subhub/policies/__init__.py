"""The author's door: all that a platform's rules are written with.

An adapter's rules, sources and steps import from here, its documents and hooks from
:mod:`subhub.plugin`, and nothing lies deeper that a stranger needs::

    from subhub.policies import ON, Source, days_between, facts, otherwise, row, table

Behind it are three rooms: ``language`` (what a policy is written in), ``engines`` (the ways
to ask one) and ``analysis`` (what can be learnt from one). All of it is pure. A name is
imported when it is first used, so the door costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from subhub.errors import NotInForce, PolicyError
    from subhub.model.cancellation import Channel, Severity, Verdict
    from subhub.policies.language.amounts import amount, currency_of, less
    from subhub.policies.language.contradictions import Contradiction, contradiction, told
    from subhub.policies.language.durations import (
        day_of_month,
        month_end,
        months,
        months_between,
        next_after,
        on_or_after,
        quarter_end,
        rounded,
        weeks,
        year_end,
        years,
    )
    from subhub.policies.language.expressions import (
        ALWAYS,
        DOES_NOT_APPLY,
        NEVER,
        Expr,
        either,
        every,
    )
    from subhub.policies.language.facts import ON, Facts, facts, request_fact
    from subhub.policies.language.functions import (
        add_business_days,
        choose,
        days_between,
        maximum,
        minimum,
    )
    from subhub.policies.language.policy import (
        NO_MODE,
        BlockerRow,
        ConsequenceRow,
        Edition,
        Intent,
        Policy,
        Reading,
        RemedyRow,
        Ruling,
        StepRow,
        in_force,
        known_or,
    )
    from subhub.policies.language.settlements import Movement, charge, credit, refund
    from subhub.policies.language.sources import Citation, Library, Source, Translation
    from subhub.policies.language.tables import (
        NO_MONEY_QUESTION,
        NO_REFUND,
        RefundTerms,
        Row,
        Table,
        otherwise,
        row,
        table,
    )

__all__ = [
    "ALWAYS",
    "DOES_NOT_APPLY",
    "NEVER",
    "NO_MODE",
    "NO_MONEY_QUESTION",
    "NO_REFUND",
    "ON",
    "BlockerRow",
    "Channel",
    "Citation",
    "ConsequenceRow",
    "Contradiction",
    "Edition",
    "Expr",
    "Facts",
    "Intent",
    "Library",
    "Movement",
    "NotInForce",
    "Policy",
    "PolicyError",
    "Reading",
    "RefundTerms",
    "RemedyRow",
    "Row",
    "Ruling",
    "Severity",
    "Source",
    "StepRow",
    "Table",
    "Translation",
    "Verdict",
    "add_business_days",
    "amount",
    "charge",
    "choose",
    "contradiction",
    "credit",
    "currency_of",
    "day_of_month",
    "days_between",
    "either",
    "every",
    "facts",
    "in_force",
    "known_or",
    "less",
    "maximum",
    "minimum",
    "month_end",
    "months",
    "months_between",
    "next_after",
    "on_or_after",
    "otherwise",
    "quarter_end",
    "refund",
    "request_fact",
    "rounded",
    "row",
    "table",
    "told",
    "weeks",
    "year_end",
    "years",
]

#: where each name is written; imported when the name is first used
_HOMES = {
    "subhub.errors": ("NotInForce", "PolicyError"),
    "subhub.model.cancellation": ("Channel", "Severity", "Verdict"),
    "subhub.policies.language.amounts": ("amount", "currency_of", "less"),
    "subhub.policies.language.contradictions": ("Contradiction", "contradiction", "told"),
    "subhub.policies.language.durations": (
        "day_of_month",
        "month_end",
        "months",
        "months_between",
        "next_after",
        "on_or_after",
        "quarter_end",
        "rounded",
        "weeks",
        "year_end",
        "years",
    ),
    "subhub.policies.language.expressions": (
        "ALWAYS",
        "DOES_NOT_APPLY",
        "NEVER",
        "Expr",
        "either",
        "every",
    ),
    "subhub.policies.language.facts": ("ON", "Facts", "facts", "request_fact"),
    "subhub.policies.language.functions": (
        "add_business_days",
        "choose",
        "days_between",
        "maximum",
        "minimum",
    ),
    "subhub.policies.language.policy": (
        "NO_MODE",
        "BlockerRow",
        "ConsequenceRow",
        "Edition",
        "Intent",
        "Policy",
        "Reading",
        "RemedyRow",
        "Ruling",
        "StepRow",
        "in_force",
        "known_or",
    ),
    "subhub.policies.language.settlements": ("Movement", "charge", "credit", "refund"),
    "subhub.policies.language.sources": ("Citation", "Library", "Source", "Translation"),
    "subhub.policies.language.tables": (
        "NO_MONEY_QUESTION",
        "NO_REFUND",
        "RefundTerms",
        "Row",
        "Table",
        "otherwise",
        "row",
        "table",
    ),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Import a name when it is first used, and keep it."""
    if name not in _HOME:
        raise AttributeError(f"module 'subhub.policies' has no attribute {name!r}")
    from importlib import import_module

    value = globals()[name] = getattr(import_module(_HOME[name]), name)
    return value


def __dir__() -> list[str]:
    return list(__all__)
