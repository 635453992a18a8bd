"""Finds the installed adapters. One that is broken is reported and left out."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import EntryPoint, entry_points
from typing import Any

from subhub import log
from subhub.errors import AdapterBroken, AdapterConflict, Hint, UnknownPlatform, did_you_mean
from subhub.model.subscription import Subscription
from subhub.once import Kept, lazy
from subhub.plugin import GROUP, Adapter
from subhub.plugin.boundary import Boundary, attempt, given
from subhub.plugin.guarded import Guarded, guard


class Registry:
    """Adapters by platform, each behind its boundary; loaded when it is first asked for.

    One that cannot be loaded stays left out; another registry tries it again.

    ``adapters`` are taken in place of the installed ones (in a test, in a notebook).
    """

    def __init__(self, adapters: Iterable[Adapter | Guarded] | None = None) -> None:
        self._loaded: Kept[str, Guarded | AdapterBroken] = Kept()
        self._given: dict[str, Guarded] | None = None
        if adapters is not None:
            self._given = {}
            for each in map(guard, adapters):
                other = self._given.setdefault(each.platform, each)
                if other is not each:
                    packages = [other.boundary.package, each.boundary.package]
                    raise _conflict(each.platform, packages)

    @lazy
    def _entries(self) -> dict[str, list[EntryPoint]]:
        found: dict[str, list[EntryPoint]] = {}
        if self._given is None:
            for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
                same = found.setdefault(entry.name, [])
                if all(other.value != entry.value for other in same):
                    same.append(entry)
        return found

    def platforms(self) -> list[str]:
        """The platforms that installed packages answer for, sorted; nothing is loaded yet."""
        return sorted({*(self._given or ()), *self._entries})

    def adapter(self, platform: str) -> Guarded:
        """The adapter of a platform.

        Raises :class:`UnknownPlatform`, :class:`AdapterConflict` where two packages claim
        it, and :class:`AdapterBroken` where its package cannot be loaded.
        """
        if self._given is not None and platform in self._given:
            return self._given[platform]
        entries = self._entries.get(platform, [])
        if not entries:
            raise _unknown(platform, self.platforms())
        if len(entries) > 1:
            raise _conflict(platform, [_package(entry) for entry in entries])
        return given(self._loaded.get(platform, lambda: attempt(lambda: _load(entries[0]))))

    def zone(self, subscription: Subscription) -> str:
        """The time zone that the days of a checked document are counted in."""
        return self.adapter(subscription.platform).zone(subscription)

    def intents(self) -> list[str]:
        """What can be asked for on some platform, in the order of the adapters; loads them all."""
        return list(
            dict.fromkeys(
                intent.name
                for adapter in self.working()[0]
                for policy in adapter.editions()
                for intent in policy.intents
            )
        )

    def working(self) -> tuple[list[Guarded], list[AdapterBroken | AdapterConflict]]:
        """Every adapter that has a model and editions, and an error for each that has not."""
        adapters: list[Guarded] = []
        broken: list[AdapterBroken | AdapterConflict] = []
        for platform in self.platforms():
            try:
                adapters.append(self.adapter(platform).check())
            except (AdapterBroken, AdapterConflict) as error:
                if isinstance(error, AdapterConflict):  # the others are logged where they break
                    log.warning("adapters", "%s", error)
                broken.append(error)
        return adapters, broken


def _load(entry: EntryPoint) -> Guarded:
    import pluggy

    from subhub.plugin import spec

    boundary = Boundary(entry.name, lambda: _package(entry), f"{entry.name} = {entry.value}")
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(spec)
    module = boundary.call("import", "module", lambda given: given is not None, entry.load)

    def ask() -> list[Any]:
        manager.register(module, name=entry.value)
        return manager.hook.subhub_adapter()  # type: ignore[no-any-return]

    found = boundary.call("subhub_adapter()", "Adapter", lambda given: True, ask)
    if len(found) != 1 or not isinstance(found[0], Adapter):
        raise boundary.broken("absent")
    platform = boundary.call(
        "platform", "str", lambda given: type(given) is str, lambda: found[0].platform
    )
    if platform != entry.name:
        raise boundary.broken("misnamed", other=platform)
    return guard(found[0], boundary)


def _package(entry: EntryPoint) -> str:
    try:
        return str(entry.dist.metadata["Name"] or entry.value) if entry.dist else entry.value
    except Exception:  # a package whose own description cannot be read
        return entry.value


def _conflict(platform: str, packages: list[str]) -> AdapterConflict:
    return AdapterConflict(
        "adapter_conflict", packages=[f"`{each}`" for each in packages], platform=platform
    )


def _unknown(platform: str, known: list[str]) -> UnknownPlatform:
    near = did_you_mean(platform, known)
    options = ", ".join(known) or "-"
    hint = Hint("installed", options=options)
    if near is not None:
        hint = Hint("near_or_installed", options=options, **near.values)
    return UnknownPlatform("unknown_platform", platform=platform, hint=hint)
