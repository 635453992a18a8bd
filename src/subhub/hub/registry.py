"""Finds the installed adapters. One that is broken is reported and left out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from importlib.metadata import EntryPoint, entry_points
from time import perf_counter
from typing import Any

from subhub import log
from subhub.errors import AdapterBroken, AdapterConflict, Hint, UnknownPlatform, did_you_mean
from subhub.plugin import GROUP, Adapter

#: seconds that loading an adapter may take without being told of; ours take some hundredths
SLOW = 1.0


class Registry:
    """Adapters by platform; each is loaded when it is first asked for.

    ``adapters`` are taken in place of the installed ones (in a test, in a notebook).
    """

    def __init__(self, adapters: Iterable[Adapter] | None = None) -> None:
        self._loaded: dict[str, Adapter] = {}
        self._given = adapters is not None
        for adapter in adapters or ():
            if adapter.platform in self._loaded:
                raise _conflict(
                    adapter.platform,
                    [type(each).__module__ for each in (self._loaded[adapter.platform], adapter)],
                )
            self._loaded[adapter.platform] = adapter

    @cached_property
    def _entries(self) -> dict[str, list[EntryPoint]]:
        found: dict[str, list[EntryPoint]] = {}
        if not self._given:
            for entry in sorted(entry_points(group=GROUP), key=lambda entry: entry.name):
                same = found.setdefault(entry.name, [])
                if all(other.value != entry.value for other in same):
                    same.append(entry)
        return found

    def platforms(self) -> list[str]:
        """The platforms that installed packages answer for, sorted; nothing is loaded yet."""
        return sorted({*self._loaded, *self._entries})

    def adapter(self, platform: str) -> Adapter:
        """The adapter of a platform.

        Raises :class:`UnknownPlatform`, :class:`AdapterConflict` where two packages claim
        it, and :class:`AdapterBroken` where its package cannot be loaded.
        """
        if platform in self._loaded:
            return self._loaded[platform]
        entries = self._entries.get(platform, [])
        if not entries:
            raise _unknown(platform, self.platforms())
        if len(entries) > 1:
            raise _conflict(platform, [_package(entry) for entry in entries])
        self._loaded[platform] = adapter = _load(entries[0])
        return adapter

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

    def working(self) -> tuple[list[Adapter], list[AdapterBroken | AdapterConflict]]:
        """Every adapter that can be loaded, and an error for each that cannot."""
        adapters: list[Adapter] = []
        broken: list[AdapterBroken | AdapterConflict] = []
        for platform in self.platforms():
            try:
                adapters.append(self.adapter(platform))
            except (AdapterBroken, AdapterConflict) as error:
                log.warning("adapters", "%s", error)
                broken.append(error)
        return adapters, broken


def _load(entry: EntryPoint) -> Adapter:
    import pluggy

    from subhub.plugin import spec

    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(spec)
    begun = perf_counter()
    try:
        manager.register(entry.load(), name=entry.value)
        found = manager.hook.subhub_adapter()
    except Exception as error:  # a stranger's module may raise anything
        raise _broken(entry, "broken", reason=f"{type(error).__name__}: {error}") from error
    if (took := perf_counter() - begun) > SLOW:
        log.warning("adapters", "`%s` took %.1f s to load", entry.value, took)
    if len(found) != 1 or not isinstance(found[0], Adapter):
        raise _broken(entry, "absent")
    adapter: Adapter = found[0]
    if adapter.platform != entry.name:
        raise _broken(entry, "misnamed", other=adapter.platform)
    return adapter


def _package(entry: EntryPoint) -> str:
    return entry.dist.name if entry.dist else entry.value


def _broken(entry: EntryPoint, how: str, **values: Any) -> AdapterBroken:
    return AdapterBroken(f"adapter_{how}", platform=entry.name, package=_package(entry), **values)


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
