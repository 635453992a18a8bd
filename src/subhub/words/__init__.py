"""Words: every code as a sentence, in English and in Japanese.

The sentences stand in Fluent catalogues: ``locale/{en,ja}.ftl`` here for what platforms
share, one pair beside each adapter. Nothing below this floor knows a sentence.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from subhub.words.catalogue import LANGUAGES, Words, words

__all__ = ["LANGUAGES", "Words", "words"]


def __getattr__(name: str) -> Any:
    # help and errors read a catalogue without what answers need
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.catalogue"), name)
