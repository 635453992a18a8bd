"""Documents and files bent at random: an answer, or a mistake with its place; nothing else."""

from __future__ import annotations

from fuzzed_documents import fuzz_documents, fuzz_files


def test_bent_documents_are_answered_or_refused() -> None:
    tried = list(fuzz_documents(300))
    assert len(tried) == 300
    assert [each for each in tried if each] == []


def test_bent_files_are_answered_or_refused() -> None:
    tried = list(fuzz_files(60))
    assert len(tried) == 60
    assert [each for each in tried if each] == []
