"""Cancellation: the answer to "what happens if I cancel this?".

``model_dump(mode="json")`` gives the document other programs read: codes, days, amounts
and, beside every code, its sentence. ``model_dump(mode="json", context={"lang": "ja"})``
gives the sentences in Japanese; nothing else changes with the language.
"""

from __future__ import annotations

from datetime import date
from typing import Any, Literal, Protocol

from pydantic import (
    BaseModel,
    ConfigDict,
    PrivateAttr,
    SerializationInfo,
    SerializerFunctionWrapHandler,
    model_serializer,
)

from subhub.model.refund import Refund

Verdict = Literal["allowed", "blocked", "nothing_to_do", "unknown", "not_covered"]
Certainty = Literal["certain", "possible"]
Severity = Literal["info", "warning", "loss"]
Channel = Literal["web", "api", "support", "mail"]


class Part(BaseModel):
    """A frozen part of the answer."""

    model_config = ConfigDict(frozen=True, defer_build=True)


class CitedRule(Part):
    """A rule of the platform's own page that took part, and where to read it."""

    id: str
    title: str
    publisher: str
    url: str
    section: str
    checked_on: date


class Remedy(Part):
    """A way out of a blocker; ``then`` is the verdict the rules give once it is done."""

    code: str
    actor: str
    then: Verdict


class Blocker(Part):
    """What stands in the way, and every way out of it."""

    code: str
    rules: tuple[str, ...]
    remedies: tuple[Remedy, ...]
    certainty: Certainty = "certain"


class Consequence(Part):
    """What follows; ``needs`` names the facts that would make a possible one certain.

    ``on`` of a ``deadline`` is the first day that is too late to act.
    """

    code: str
    on: date | None
    certainty: Certainty
    severity: Severity
    rules: tuple[str, ...]
    needs: tuple[str, ...] = ()
    deadline: bool = False
    subject: str | None = None


class Step(Part):
    """One thing to do: who does it, where, and through which channel.

    ``needs`` names the facts that decide whether a possible step is to be done.
    """

    code: str
    actor: str
    where: str
    channel: Channel
    rules: tuple[str, ...]
    certainty: Certainty = "certain"
    needs: tuple[str, ...] = ()


class Reversibility(Part):
    """Whether it can be undone, until when, and how."""

    possible: bool | None
    until: date | None
    how: str | None


class PolicyRef(Part):
    """The edition of the policy that answered; ``digest`` changes with any rule."""

    platform: str
    edition: str
    digest: str


class Speaker(Protocol):
    """Puts an answer's codes into words; the hub gives one to every answer."""

    def sentences(self, answer: Cancellation, dump: dict[str, Any], lang: str) -> dict[str, Any]:
        """``dump`` with a sentence beside every code."""
        ...


class Cancellation(Part):
    """What happens, whether it is possible, and what to do.

    ``unknown`` names, for each output that is not decided, the facts that would settle it;
    such an output is null. A null output that is not named there does not apply.
    ``stale`` names facts of the document that had passed on the day asked about and so
    were taken as not known.
    """

    platform: str
    subscription: str | None
    product: str | None
    intent: str
    mode: str | None
    actor: str
    on: date
    verdict: Verdict
    outcome: str | None
    ends_on: date | None
    access_until: date | None
    billing_stops_on: date | None
    refund: Refund | None
    blockers: tuple[Blocker, ...]
    consequences: tuple[Consequence, ...]
    prepare: tuple[Step, ...]
    steps: tuple[Step, ...]
    reversible: Reversibility
    unknown: dict[str, tuple[str, ...]]
    assumptions: tuple[str, ...]
    rules: tuple[CitedRule, ...]
    policy: PolicyRef
    reason: str | None = None
    stale: tuple[str, ...] = ()

    _speaker: Speaker | None = PrivateAttr(default=None)

    def __eq__(self, other: object) -> bool:
        # by what they say, not by who puts it into words
        if not isinstance(other, Cancellation):
            return NotImplemented
        return self.__dict__ == other.__dict__

    @model_serializer(mode="wrap")
    def _with_sentences(
        self, handler: SerializerFunctionWrapHandler, info: SerializationInfo
    ) -> dict[str, Any]:
        dump: dict[str, Any] = handler(self)
        if self._speaker is None or info.mode != "json":
            return dump
        lang = (info.context or {}).get("lang", "en")
        return self._speaker.sentences(self, dump, lang)
