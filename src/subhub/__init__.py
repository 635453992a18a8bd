"""What happens if I cancel this? Answered before anyone clicks, with its source.

>>> from subhub import Hub
>>> answer = Hub().preview(
...     {"platform": "squarespace", "product": "digital_products", "status": "active",
...      "billing_interval": "year", "price": "216.00 USD", "started_on": "2026-11-10"},
...     on="2026-11-21",
... )
>>> answer.verdict, answer.outcome, str(answer.refund.amount)
('allowed', 'ended_now_refunded', '216.00 USD')
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from subhub.errors import (
        AdapterBroken,
        AdapterConflict,
        DocumentError,
        InvalidValue,
        MissingExtra,
        NotInForce,
        PolicyError,
        Problem,
        RequestError,
        SubhubError,
        UnknownPlatform,
    )
    from subhub.hub import Hub
    from subhub.model.agenda import Agenda, Deadline
    from subhub.model.audit import Audit
    from subhub.model.cancellation import Cancellation
    from subhub.model.catalogue import Catalogue
    from subhub.model.choices import Advice, Comparison, OpenFact, Unblocking
    from subhub.model.column import Column
    from subhub.model.explanation import Explanation
    from subhub.model.money import Money
    from subhub.model.platform import Platform
    from subhub.model.refund import Refund
    from subhub.model.request import Request
    from subhub.model.spoken import SpokenCancellation
    from subhub.model.standing import Standing
    from subhub.model.subscription import Subscription
    from subhub.model.timeline import Timeline

_HOME = {
    "AdapterBroken": "subhub.errors",
    "AdapterConflict": "subhub.errors",
    "Advice": "subhub.model.choices",
    "Agenda": "subhub.model.agenda",
    "Audit": "subhub.model.audit",
    "Cancellation": "subhub.model.cancellation",
    "Catalogue": "subhub.model.catalogue",
    "Column": "subhub.model.column",
    "Comparison": "subhub.model.choices",
    "Deadline": "subhub.model.agenda",
    "DocumentError": "subhub.errors",
    "Explanation": "subhub.model.explanation",
    "Hub": "subhub.hub",
    "InvalidValue": "subhub.errors",
    "MissingExtra": "subhub.errors",
    "Money": "subhub.model.money",
    "NotInForce": "subhub.errors",
    "OpenFact": "subhub.model.choices",
    "Platform": "subhub.model.platform",
    "PolicyError": "subhub.errors",
    "Problem": "subhub.errors",
    "Refund": "subhub.model.refund",
    "Request": "subhub.model.request",
    "RequestError": "subhub.errors",
    "SpokenCancellation": "subhub.model.spoken",
    "Standing": "subhub.model.standing",
    "SubhubError": "subhub.errors",
    "Subscription": "subhub.model.subscription",
    "Timeline": "subhub.model.timeline",
    "Unblocking": "subhub.model.choices",
    "UnknownPlatform": "subhub.errors",
}

__all__ = [
    "AdapterBroken",
    "AdapterConflict",
    "Advice",
    "Agenda",
    "Audit",
    "Cancellation",
    "Catalogue",
    "Column",
    "Comparison",
    "Deadline",
    "DocumentError",
    "Explanation",
    "Hub",
    "InvalidValue",
    "MissingExtra",
    "Money",
    "NotInForce",
    "OpenFact",
    "Platform",
    "PolicyError",
    "Problem",
    "Refund",
    "Request",
    "RequestError",
    "SpokenCancellation",
    "Standing",
    "SubhubError",
    "Subscription",
    "Timeline",
    "Unblocking",
    "UnknownPlatform",
    "__version__",
]

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that ``import subhub`` stays cheap."""
    if name not in _HOME:
        raise AttributeError(f"module 'subhub' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return list(__all__)
