"""What a hub can be asked about the rules themselves, whatever the subscription."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from subhub.hub.question import Question
    from subhub.hub.registry import Registry
    from subhub.model.catalogue import Catalogue
    from subhub.model.difference import PolicyDifference
    from subhub.model.platform import Platform
    from subhub.model.request import Askable
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

    def diff(
        self,
        platform: str,
        since: date | str | None = None,
        until: date | str | None = None,
        *,
        documents: Iterable[Askable] = (),
    ) -> PolicyDifference:
        """What changed from one edition of a platform's rules to another, and for whom.

        ``since`` and ``until`` are names of editions or days, by default the latest and the
        one before it. Of ``documents`` those of other platforms are left out.

        Raises :class:`RequestError` for an edition that is not there, what :meth:`catalogue`
        raises, and what :meth:`subhub.Hub.preview` raises of ``documents``.
        """
        from subhub.hub.diff import diff

        return diff(self.registry.adapter(platform), since, until, documents, self.question)

    if TYPE_CHECKING:

        def question(self, asked: Askable) -> Question:
            """See :class:`subhub.Hub`."""
