"""The check in a test of one's own, in a class to subclass, or with ``pytest --subhub-adapter``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

from subhub.plugin import Adapter
from subhub.testing.checking import AdapterCheck, made
from subhub.testing.report import Report
from subhub.testing.run import Run
from subhub.testing.scenario import Scenario
from subhub.testing.scenarios import SCENARIOS


def check_adapter(adapter: Adapter, *, rounds: int = 200, seed: int = 0) -> Report:
    """Try every scenario; the report lists each as passed, failed or skipped because of what.

    Raises ``AssertionError`` with that report where one failed. ``rounds`` documents are drawn
    for each intent of each edition, always the same ones for one ``seed``.
    """
    report = Run(AdapterCheck(adapter, rounds, seed)).report()
    if report.failed:
        raise AssertionError(str(report))
    return report


class AdapterConformance:
    """Subclass it in a test module, and pytest tries every scenario as a test of its own::

        class TestGym(AdapterConformance):
            adapter = GymAdapter

    ``adapter`` is the class, or one that is made already; ``rounds`` and ``seed`` are those of
    :func:`check_adapter`.
    """

    adapter: ClassVar[Adapter | type[Adapter]]
    rounds: ClassVar[int] = 200
    seed: ClassVar[int] = 0
    _run: ClassVar[Run]

    @classmethod
    def running(cls) -> Run:
        """The run that the tests of this class share."""
        if "_run" not in cls.__dict__:
            cls._run = Run(AdapterCheck(made(cls.adapter), cls.rounds, cls.seed))
        return cls._run


def _test(scenario: Scenario) -> Callable[[Any], None]:
    def test(self: AdapterConformance) -> None:
        """Try one scenario."""
        hold(self.running(), scenario)

    test.__name__ = f"test_{scenario.id}"
    test.__doc__ = f"{scenario.title}.\n\n{scenario.about}"
    return test


def hold(run: Run, scenario: Scenario) -> None:
    """Skip the test that is running, or raise ``AssertionError``, as the scenario turns out."""
    outcome = run.outcome(scenario)
    if outcome.state == "skipped":
        import pytest

        pytest.skip(outcome.skipped)
    if outcome.state == "failed":
        raise AssertionError(str(outcome))


for _each in SCENARIOS:
    setattr(AdapterConformance, f"test_{_each.id}", _test(_each))
