"""What a hub can be asked about the rules themselves, whatever the subscription."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from subhub.hub.registry import Registry
    from subhub.model.catalogue import Catalogue
    from subhub.model.platform import Platform
    from subhub.model.verification import Verification


class AboutRules:
    """The questions of :class:`subhub.Hub` that need no document."""

    registry: Registry

    def platforms(self) -> tuple[Platform, ...]:
        """The platforms that are installed, and what can be asked of each; broken ones are not."""
        from subhub.hub.platforms import platform

        return tuple(platform(each) for each in self.registry.working()[0])

    def catalogue(
        self, platform: str, *, policy_as_of: date | str | None = None, lang: str = "en"
    ) -> Catalogue:
        """The rules of a platform: every row, every reading, every source.

        They are the latest, or those in force on the day ``policy_as_of``.

        >>> from subhub import Hub
        >>> hub = Hub()
        >>> made = hub.catalogue(hub.registry.platforms()[0])
        >>> made.intents[0].intent, made.intents[0].outcomes[0].rules != ()
        ('cancel', True)

        Raises :class:`UnknownPlatform`, :class:`NotInForce` and :class:`RequestError`.
        """
        from subhub.hub.catalogue import catalogue

        return catalogue(self.registry.adapter(platform), policy_as_of, lang)

    def verify(
        self,
        platform: str,
        *,
        intent: str | None = None,
        policy_as_of: date | str | None = None,
        on: date | str | None = None,
    ) -> Verification:
        """What is proved about the rules of a platform, or of one intent, over all documents.

        Examples are asked about on the day ``on``, by default today. Raises
        :class:`MissingExtra` without ``subhub-cancel[check]``, and what :meth:`catalogue` does.
        """
        from subhub.hub.verify import verify

        return verify(self.registry.adapter(platform), intent, policy_as_of, on)
