"""Voice: the words of one platform in one language, with those of these pages over them."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from subhub.words import Words

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from subhub.plugin import Adapter


def locale() -> Traversable:
    """The folder of the catalogues of these pages."""
    return files("subhub.render") / "locale"


@lru_cache(maxsize=64)
def voice(lang: str, adapter: Adapter | None = None) -> Words:
    """What says the sentences of an adapter, of all platforms, and of these pages.

    >>> voice("ja").say("value-nothing")
    'なし'
    """
    return Words(lang, *([adapter.locale()] if adapter is not None else []), locale())
