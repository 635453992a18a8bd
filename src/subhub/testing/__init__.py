"""For those who write an adapter: the check that it keeps every promise, and random facts.

In the adapter's own test suite::

    from subhub.testing import AdapterConformance

    class TestGym(AdapterConformance):
        adapter = GymAdapter

``pytest --subhub-adapter gym`` asks the same of one that is installed, :func:`check_adapter` in
a script. A name is imported when it is first used, so that the plug-in of pytest costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from subhub.testing.agreement import check_generated
    from subhub.testing.conformance import AdapterConformance, check_adapter
    from subhub.testing.drawing import random_facts
    from subhub.testing.report import Outcome, Report
    from subhub.testing.scenario import Scenario
    from subhub.testing.scenarios import SCENARIOS
    from subhub.testing.tables import check_tables

__all__ = [
    "SCENARIOS",
    "AdapterConformance",
    "Outcome",
    "Report",
    "Scenario",
    "check_adapter",
    "check_generated",
    "check_tables",
    "random_facts",
]

#: where each name is written; imported when the name is first used
_HOMES = {
    "subhub.testing.agreement": ("check_generated",),
    "subhub.testing.conformance": ("AdapterConformance", "check_adapter"),
    "subhub.testing.drawing": ("random_facts",),
    "subhub.testing.report": ("Outcome", "Report"),
    "subhub.testing.scenario": ("Scenario",),
    "subhub.testing.scenarios": ("SCENARIOS",),
    "subhub.testing.tables": ("check_tables",),
}
_HOME = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Import a name when it is first used, and keep it."""
    if name not in _HOME:
        raise AttributeError(f"module 'subhub.testing' has no attribute {name!r}")
    from importlib import import_module

    value = globals()[name] = getattr(import_module(_HOME[name]), name)
    return value


def __dir__() -> list[str]:
    return list(__all__)
