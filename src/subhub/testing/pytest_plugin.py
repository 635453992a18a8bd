"""``pytest --subhub-adapter gym``: the scenarios of an adapter, each as a test of its own.

The value is a platform that is installed, or ``package.module:AdapterClass``; it may be given
several times, and in ``addopts``, so that no run forgets it. Without it nothing is imported.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from subhub.plugin import Adapter
    from subhub.testing.run import Run
    from subhub.testing.scenario import Scenario

OPTION = "--subhub-adapter"


def pytest_addoption(parser: pytest.Parser) -> None:
    """The options of the check."""
    group = parser.getgroup("subhub", "adapters of subhub")
    group.addoption(
        OPTION,
        action="append",
        default=[],
        metavar="PLATFORM",
        help="try every scenario on the adapter of PLATFORM, or on MODULE:CLASS",
    )
    group.addoption(
        "--subhub-rounds",
        type=int,
        default=200,
        metavar="N",
        help="documents drawn for each intent of each edition (200)",
    )


def pytest_collection_modifyitems(
    session: pytest.Session, config: pytest.Config, items: list[pytest.Item]
) -> None:
    """Put the scenarios before all other tests."""
    named = config.getoption(OPTION)
    items[:0] = [item for name in dict.fromkeys(named) for item in _items(session, config, name)]


def _items(session: pytest.Session, config: pytest.Config, name: str) -> Iterator[ScenarioItem]:
    from subhub.testing.checking import AdapterCheck
    from subhub.testing.run import Run
    from subhub.testing.scenarios import SCENARIOS

    run = Run(AdapterCheck(_adapter(name), config.getoption("--subhub-rounds")))
    for each in SCENARIOS:
        item: ScenarioItem = ScenarioItem.from_parent(
            session, name=each.id, nodeid=f"subhub::{run.check.platform}::{each.id}", run=run,
            scenario=each,
        )  # fmt: skip
        yield item


def _adapter(name: str) -> Adapter:
    """An installed adapter, or one that is named by its module and class."""
    from importlib import import_module

    from subhub.errors import SubhubError
    from subhub.hub.registry import Registry
    from subhub.testing.checking import made

    module, colon, kind = name.partition(":")
    try:
        if colon:
            return made(getattr(import_module(module), kind))
        return Registry().adapter(name).own
    except (SubhubError, ImportError, AttributeError) as error:
        hint = getattr(error, "hint", "")
        raise pytest.UsageError(f"{OPTION} {name}: {error}{f'; {hint}' if hint else ''}") from error


class ScenarioItem(pytest.Item):
    """One scenario of one adapter."""

    def __init__(self, *, run: Run, scenario: Scenario, **more: Any) -> None:
        super().__init__(**more)
        self.run, self.scenario = run, scenario

    def runtest(self) -> None:
        """Pass, fail, or skip because of what."""
        from subhub.testing.conformance import hold

        hold(self.run, self.scenario)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> Any:
        """What was found, without the lines of this program."""
        if excinfo.errisinstance(AssertionError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Any, int | None, str]:
        """The adapter's own file, and what has to be so."""
        from subhub.testing.places import folder_of

        check = self.run.check
        return (
            folder_of(check.adapter) or check.platform,
            None,
            f"{self.name}: {self.scenario.title}",
        )
