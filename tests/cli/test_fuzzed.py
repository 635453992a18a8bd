"""Documents and files bent at random: an answer, or a mistake with its place; nothing else."""

from __future__ import annotations

import pytest
from fuzzed_documents import fuzz_documents, fuzz_files

from faults import Tally


def held(tally: Tally, least: int) -> None:
    assert tally.tried >= least
    assert tally.failures == []


def test_bent_documents_are_answered_or_refused() -> None:
    held(fuzz_documents(300), 300)


def test_bent_files_are_answered_or_refused() -> None:
    held(fuzz_files(60), 240)


@pytest.mark.nightly
def test_many_bent_documents_and_files() -> None:
    held(fuzz_documents(28_500, seed=2), 28_500)
    held(fuzz_files(262, seed=2), 1_048)
