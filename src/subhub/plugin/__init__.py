"""The promise between subhub and an adapter, ours or a stranger's.

An adapter's package names a module under the entry-point group ``subhub``; the name of the
entry point is the platform. The module answers the hook :func:`subhub_adapter`::

    from subhub.plugin import Adapter, hookimpl

    class GymAdapter(Adapter): ...

    @hookimpl
    def subhub_adapter() -> Adapter:
        return GymAdapter()

The documents of a platform are written with what is here too: :class:`Subscription`, the kinds
of its keys (:data:`Day`, :data:`Moment`, :data:`Count`, :data:`DayCount`, :data:`Bool`,
:class:`Money`), and :class:`Problem` for what contradicts itself. Rules are written with
:mod:`subhub.policies`. A name is imported when it is first used: who writes facts loads no
plug-in manager.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from subhub.errors import Problem
    from subhub.model.cancellation import Cancellation, Consequence
    from subhub.model.durations import Duration
    from subhub.model.money import Money
    from subhub.model.part import Certainty
    from subhub.model.subscription import (
        BillingInterval,
        Bool,
        Count,
        Day,
        DayCount,
        Implied,
        Lapses,
        MayBeNegative,
        Moment,
        NotAfterRequest,
        Rounds,
        Status,
        Subscription,
        Timezone,
    )
    from subhub.plugin.adapter import Adapter
    from subhub.plugin.spec import GROUP, hookimpl, subhub_adapter

__all__ = [
    "GROUP",
    "Adapter",
    "BillingInterval",
    "Bool",
    "Cancellation",
    "Certainty",
    "Consequence",
    "Count",
    "Day",
    "DayCount",
    "Duration",
    "Implied",
    "Lapses",
    "MayBeNegative",
    "Moment",
    "Money",
    "NotAfterRequest",
    "Problem",
    "Rounds",
    "Status",
    "Subscription",
    "Timezone",
    "hookimpl",
    "subhub_adapter",
]

#: where each name is written; imported when the name is first used
_HOMES = {
    "subhub.errors": ("Problem",),
    "subhub.model.cancellation": ("Cancellation", "Consequence"),
    "subhub.model.durations": ("Duration",),
    "subhub.model.money": ("Money",),
    "subhub.model.part": ("Certainty",),
    "subhub.model.subscription": (
        "BillingInterval",
        "Bool",
        "Count",
        "Day",
        "DayCount",
        "Implied",
        "Lapses",
        "MayBeNegative",
        "Moment",
        "NotAfterRequest",
        "Rounds",
        "Status",
        "Subscription",
        "Timezone",
    ),
    "subhub.plugin.adapter": ("Adapter",),
    "subhub.plugin.spec": ("GROUP", "hookimpl", "subhub_adapter"),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Import a name when it is first used, and keep it."""
    if name not in _HOME:
        raise AttributeError(f"module 'subhub.plugin' has no attribute {name!r}")
    from importlib import import_module

    value = globals()[name] = getattr(import_module(_HOME[name]), name)
    return value


def __dir__() -> list[str]:
    return list(__all__)
