"""The promise between subhub and an adapter, ours or a stranger's.

An adapter's package names a module under the entry-point group ``subhub``; the name of the
entry point is the platform. The module answers the hook :func:`subhub_adapter`::

    from subhub.plugin import Adapter, hookimpl

    class GymAdapter(Adapter): ...

    @hookimpl
    def subhub_adapter() -> Adapter:
        return GymAdapter()
"""

from subhub.plugin.adapter import Adapter
from subhub.plugin.spec import GROUP, hookimpl, subhub_adapter

__all__ = ["GROUP", "Adapter", "hookimpl", "subhub_adapter"]
