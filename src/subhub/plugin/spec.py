"""The one hook an adapter answers, and the marks that pluggy knows it by."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pluggy

if TYPE_CHECKING:
    from subhub.plugin.adapter import Adapter

#: the entry-point group, and pluggy's name for the project
GROUP = "subhub"

hookspec = pluggy.HookspecMarker(GROUP)
hookimpl = pluggy.HookimplMarker(GROUP)


@hookspec
def subhub_adapter() -> Adapter:
    """Return the adapter this package provides."""
    raise NotImplementedError  # never called: pluggy only reads the signature
