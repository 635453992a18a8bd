"""Log lines: silent by default, told to who asks, and never about what a document says."""

from __future__ import annotations

import logging
import subprocess
import sys
from importlib.metadata import EntryPoint

import pytest

from subhub import Hub, log
from subhub.errors import AdapterBroken
from subhub.hub import registry
from subhub.plugin import boundary

SECRETIVE = {
    "platform": "impact",
    "id": "acct-4711",
    "status": "active",
    "started_on": "2026-03-02",
    "balance": "612.34 USD",
}


def test_the_edition_is_told_and_nothing_of_the_document(caplog):
    caplog.set_level(logging.DEBUG, "subhub")
    Hub().preview(SECRETIVE, on="2026-11-21")
    assert ("subhub.hub", logging.DEBUG, "edition `2026-11` of `impact` answers") in (
        caplog.record_tuples
    )
    for value in ("acct-4711", "612", "2026-03-02"):
        assert value not in caplog.text


def test_an_adapter_left_out_is_told_with_its_package(caplog, monkeypatch):
    broken = EntryPoint("gym", "no_such_module_at_all", "subhub")
    monkeypatch.setattr(registry, "entry_points", lambda group: [broken])
    adapters, errors = registry.Registry().working()
    assert adapters == [] and isinstance(errors[0], AdapterBroken)
    assert [(each.name, each.levelno) for each in caplog.records] == [("subhub.adapters", 30)]
    assert "`gym`" in caplog.text


def test_an_adapter_that_loads_slowly_is_told(caplog, monkeypatch):
    monkeypatch.setattr(boundary, "SLOW", 0.0)
    Hub().registry.adapter("impact")
    assert "`impact = subhub.adapters.impact` took" in caplog.text


def test_a_program_that_asks_for_nothing_sees_nothing():
    warned = "from subhub import log; log.warning('adapters', 'left out')"
    done = subprocess.run([sys.executable, "-c", warned], capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"", b"")


@pytest.mark.parametrize(
    "asked, loaded", [("import sys", "False"), ("import sys, logging", "True")]
)
def test_logging_is_not_imported_for_lines_nobody_can_see(asked, loaded):
    program = (
        f"{asked}; from subhub import log; log.debug('hub', 'x'); print('logging' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == loaded


def test_levels_are_those_of_the_standard_library():
    assert (log.DEBUG, log.WARNING) == (logging.DEBUG, logging.WARNING)
