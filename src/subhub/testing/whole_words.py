"""Words that notice what should not be said: gaps, marks of the catalogue, codes for sentences."""

from __future__ import annotations

import re
from collections.abc import Mapping
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

from subhub.words.catalogue import UNKNOWN, Words
from subhub.words.catalogue import read as read_messages

if TYPE_CHECKING:
    from subhub.testing.checking import AdapterCheck

#: stands where a fact that is not known is put into a sentence
_GAP = "\ue100"
_MARKS = re.compile(r"[{}]|\$\w")


class _Gap(str):
    """Chosen on like the text ``unknown``, and found again where it is put into a sentence."""

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return other == UNKNOWN

    def __ne__(self, other: object) -> bool:
        return other != UNKNOWN

    __hash__ = str.__hash__


class WholeWords(Words):
    """Says what :class:`Words` says; ``found`` gathers what is wrong with it."""

    def __init__(self, lang: str, locale: Traversable) -> None:
        super().__init__(lang, locale)
        self.found: list[str] = []
        self._own = read_messages(locale, lang).keys()

    def fill(self, message: str, args: Mapping[str, object]) -> str:
        """The sentence; what is wrong with it is noted."""
        said = super().fill(message, args)
        if message not in self._own and self.has(message):
            return said.replace(_GAP, UNKNOWN)  # ours: our own tests see to those
        if not self.has(message):
            self.found.append(f"{message} is said and has no words: add `{message} = …`")
        elif said == f"`{message.partition('-')[2] or message}`":
            self.found.append(f"{message} cannot be said: see how it is written")
        elif _GAP in said:
            gap = said.replace(_GAP, "[…]")
            self.found.append(
                f"{message} has a gap where a fact is not known (`{gap}`): choose on it, "
                f"`{{ $… -> [{UNKNOWN}] … *[other] … }}`"
            )
        elif _MARKS.search(said):
            self.found.append(f"{message} says `{said}`: a variable is left in it")
        elif not said.strip():
            self.found.append(f"{message} is empty: write its sentence")
        return said.replace(_GAP, UNKNOWN)

    def _spoken(self, value: object) -> object:
        return _Gap(_GAP) if value is None else super()._spoken(value)

    @staticmethod
    def always(check: AdapterCheck) -> dict[str, object]:
        """What sentences are given whatever is known: who asks, for what, and on which day."""
        from subhub.testing.checking import TODAY

        zone = check.adapter.subscription().default_timezone
        return {
            "asked": "cancel", "intent": "cancel", "actor": "actor", "actor_name": "actor",
            "zone": zone, "timezone": zone, "blocker_count": 1, "output": "output",
            "subject": "subject", "subscription": "subscription", "on": TODAY,
            "platform": check.platform, "verdict": "allowed", "checked_on": TODAY,
        }  # fmt: skip
