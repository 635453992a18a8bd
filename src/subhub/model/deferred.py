"""Models that are built when they are first needed, by one thread at a time.

Building the validators of all models would take longer than a short run does. pydantic before
2.14 builds them in every thread that comes first, and takes half of one apart for another.
"""

from __future__ import annotations

from threading import RLock
from typing import Any

from pydantic import BaseModel, ConfigDict

#: held while any model is built: the parts of one are built with it
_building = RLock()


class Deferred(BaseModel):
    """A model whose validator is built when it first validates or writes something."""

    model_config = ConfigDict(defer_build=True)

    @classmethod
    def model_rebuild(cls, *, _parent_namespace_depth: int = 2, **how: Any) -> bool | None:
        """See pydantic; who waited finds it built."""
        with _building:
            # the names are looked up in the caller's frame, which is one further up from here
            depth = _parent_namespace_depth + 1
            return super().model_rebuild(_parent_namespace_depth=depth, **how)
