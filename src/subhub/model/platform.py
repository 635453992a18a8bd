"""Platform: one that is installed, and what can be asked about it."""

from __future__ import annotations

from datetime import date

from subhub.model.part import Part


class Offer(Part):
    """An intent, with the modes to choose from (none where there is no choice) and the actors."""

    intent: str
    modes: tuple[str, ...]
    actors: tuple[str, ...]


class Platform(Part):
    """What a platform offers by its latest rules; ``automated`` are the steps done by program.

    ``checked_on`` is the day its rules were last compared with its pages. ``slow`` are the calls
    into its adapter that took more than a second, such as ``import``.
    """

    platform: str
    title: str
    products: tuple[str, ...]
    intents: tuple[Offer, ...]
    automated: tuple[str, ...]
    edition: str
    checked_on: date
    slow: tuple[str, ...] = ()
