"""Adapter: everything subhub needs to know of one platform."""

from __future__ import annotations

import sys
from abc import ABC, abstractmethod
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

    from subhub.model.cancellation import Cancellation, Consequence
    from subhub.model.subscription import Subscription
    from subhub.policies.language.contradictions import Contradiction
    from subhub.policies.language.policy import Policy


class Adapter(ABC):
    """One platform. Heavy parts are imported inside the methods, when they are asked for."""

    #: what documents write under ``platform``; also the name of the entry point
    platform: ClassVar[str]
    #: how people call the platform
    title: ClassVar[str]
    #: codes of the steps subhub can carry out itself; all others are a person's
    automated: ClassVar[frozenset[str]] = frozenset()
    #: codes of the consequences that :meth:`also` gives, so that their words can be checked
    also_codes: ClassVar[tuple[str, ...]] = ()
    #: the amounts of a document that say what was paid, or is held: no refund is above the
    #: greatest of them; ``()`` where the platform gives more
    paid: ClassVar[tuple[str, ...]] = ("price",)
    #: outputs and codes of consequences whose day may lie before the day asked about
    past_days: ClassVar[frozenset[str]] = frozenset()
    #: codes of the remedies that are no way out: what can be done in place of what is blocked
    instead: ClassVar[frozenset[str]] = frozenset()

    @abstractmethod
    def subscription(self) -> type[Subscription]:
        """The model of this platform's documents."""

    @abstractmethod
    def editions(self) -> tuple[Policy, ...]:
        """Every edition of the platform's rules, oldest first."""

    def contradictions(self) -> tuple[Contradiction, ...]:
        """What the facts of a document cannot say at once, in documents and in tables alike."""
        return ()

    def locale(self) -> Traversable:
        """The folder with ``en.ftl`` and ``ja.ftl``; by default ``locale`` beside the module."""
        from importlib.resources import files

        module = sys.modules[type(self).__module__]
        package = module.__spec__.parent if module.__spec__ else ""
        if package:
            return files(package) / "locale"
        return Path(getattr(module, "__file__", "")).parent / "locale"  # a script or notebook

    def also(
        self, subscription: Subscription, answer: Cancellation, on: date
    ) -> tuple[Consequence, ...]:
        """Consequences that no table can hold, such as one for each mail of a list."""
        return ()
