"""Hub: one object to ask about any subscription on any installed platform."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from subhub.errors import DocumentError, Problem
from subhub.hub.answer import Answer, not_offered
from subhub.hub.question import Question, ask
from subhub.hub.registry import Registry
from subhub.model.cancellation import Cancellation
from subhub.model.subscription import Subscription
from subhub.model.validation import LineOf, read_subscription
from subhub.plugin import Adapter


class Hub:
    """Answers what happens if a subscription is cancelled.

    Without arguments it knows every installed adapter; ``adapters`` are taken instead of
    those. ``fast`` generates code for a policy when it is first asked, which pays from some
    hundred questions on. A hub does no I/O when asked, holds no state between questions and
    may be shared between threads and used from async code.

    >>> hub = Hub()
    >>> hub.preview({"platform": "expa", "product": "event"}, on="2026-11-21").verdict
    'not_covered'
    """

    def __init__(self, adapters: Iterable[Adapter] | None = None, *, fast: bool = True) -> None:
        self.registry = Registry(adapters)
        self.fast = fast

    def preview(
        self,
        document: Mapping[str, Any] | Subscription,
        *,
        on: date | str | None = None,
        mode: str | None = None,
        actor: str | None = None,
        intent: str = "cancel",
        policy_as_of: date | str | None = None,
    ) -> Cancellation:
        """What happens if ``actor`` does ``intent`` on the day ``on`` in ``mode``.

        ``on`` is today in the subscription's time zone where it is not given; ``mode`` and
        ``actor`` are the platform's first. ``policy_as_of`` picks the edition of the rules
        of another day than ``on``.

        Raises :class:`DocumentError` with every problem of the document,
        :class:`RequestError` for a day, mode or actor that cannot be asked for,
        :class:`UnknownPlatform` and :class:`NotInForce`.
        """
        question = self.question(
            document, on=on, mode=mode, actor=actor, intent=intent, policy_as_of=policy_as_of
        )
        return self.answer(question)

    def answer(self, question: Question) -> Cancellation:
        """The answer to a checked question."""
        if question.intent is None:
            answer = not_offered(question)
        else:
            answer = Answer(question, question.intent, fast=self.fast).cancellation()
        answer._speaker = self.speaker(question)
        return answer

    def question(
        self,
        document: Mapping[str, Any] | Subscription,
        *,
        on: date | str | None = None,
        mode: str | None = None,
        actor: str | None = None,
        intent: str = "cancel",
        policy_as_of: date | str | None = None,
    ) -> Question:
        """Check document and request without answering; takes what :meth:`preview` takes."""
        subscription = self.subscription(document)
        adapter = self.registry.adapter(subscription.platform)
        return ask(
            adapter,
            subscription,
            on=on,
            mode=mode,
            actor=actor,
            intent=intent,
            policy_as_of=policy_as_of,
        )

    def subscription(
        self,
        document: Mapping[str, Any] | Subscription,
        *,
        file: str = "",
        line_of: LineOf = lambda path: None,
    ) -> Subscription:
        """The checked document; ``file`` and ``line_of`` tell errors where it stands."""
        if isinstance(document, Subscription):
            return document
        platform = document.get("platform")
        if not isinstance(platform, str):
            said = "is missing" if platform is None else f"`{platform}` is not text"
            raise DocumentError(
                [
                    Problem(
                        f"`platform` {said}",
                        field="platform",
                        file=file,
                        line=line_of(("platform",)),
                        hint=f"one of {', '.join(self.registry.platforms())}",
                        code="platform",
                    )
                ]
            )
        model = self.registry.adapter(platform).subscription()
        return read_subscription(model, document, file=file, line_of=line_of)

    def speaker(self, question: Question) -> Any:
        """What puts the answer into words, in any language there is."""
        from subhub.words import Speaker

        return Speaker(question.adapter, question.subscription)
