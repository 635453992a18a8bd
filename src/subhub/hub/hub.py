"""Hub: one object to ask about any subscription on any installed platform."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from subhub.errors import DocumentError, Problem
from subhub.hub.answer import Answer, not_offered
from subhub.hub.question import Question, as_day, ask
from subhub.hub.registry import Registry
from subhub.model.cancellation import Cancellation
from subhub.model.subscription import Subscription
from subhub.model.validation import LineOf, read_subscription
from subhub.plugin import Adapter

if TYPE_CHECKING:
    from subhub.model.agenda import Agenda
    from subhub.model.choices import Advice, Comparison, Goal, OpenFact, Unblocking
    from subhub.model.timeline import Timeline
    from subhub.policies.analysis.explain import Finding

A_YEAR = timedelta(days=365)


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

    def timeline(
        self,
        document: Mapping[str, Any] | Subscription,
        *,
        since: date | str | None = None,
        until: date | str | None = None,
        mode: str | None = None,
        actor: str | None = None,
        intent: str = "cancel",
    ) -> Timeline:
        """The spans from ``since`` (today) until before ``until`` (a year later) with one answer.

        >>> document = {"platform": "squarespace", "product": "digital_products",
        ...     "status": "active", "billing_interval": "year", "price": "216.00 USD",
        ...     "started_on": "2026-11-10", "site_status": "active"}
        >>> made = Hub().timeline(document, since="2026-11-21", until="2027-01-01")
        >>> [(str(span.since), span.answer.outcome) for span in made.spans]
        [('2026-11-21', 'ended_now_refunded'), ('2026-11-25', 'ended_now')]

        Raises what :meth:`preview` raises, and :class:`RequestError` where ``until`` does
        not come after ``since``.
        """
        from subhub.hub.timeline import timeline

        question = self.question(document, on=since, mode=mode, actor=actor, intent=intent)
        return timeline(question, _end(question, until, "until"), self.answer)

    def compare(
        self,
        document: Mapping[str, Any] | Subscription,
        *,
        on: date | str | None = None,
        actor: str | None = None,
    ) -> Comparison:
        """Every intent and mode the platform offers, side by side on one day."""
        from subhub.hub.compare import compare

        return compare(self.question(document, on=on, actor=actor), self.answer)

    def advise(
        self,
        document: Mapping[str, Any] | Subscription,
        *,
        goal: Goal,
        on: date | str | None = None,
        by: date | str | None = None,
        actor: str | None = None,
        intent: str = "cancel",
    ) -> Advice:
        """The day and mode that serve ``goal`` best, from ``on`` (today) to ``by`` (a year later).

        ``goal`` is ``refund``, ``access``, ``soonest`` or ``no-renewal``.
        """
        from subhub.hub.advise import advise

        question = self.question(document, on=on, actor=actor, intent=intent)
        return advise(question, goal, _end(question, by, "by"), self.answer)

    def questions(
        self,
        document: Mapping[str, Any] | Subscription,
        *,
        on: date | str | None = None,
        mode: str | None = None,
        actor: str | None = None,
        intent: str = "cancel",
    ) -> tuple[OpenFact, ...]:
        """The missing facts that matter, the one that settles most first.

        >>> [each.fact for each in Hub().questions({"platform": "impact", "status": "active",
        ...     "started_on": "2026-01-07", "locked_actions": 0, "pending_actions": 0,
        ...     "trial_ends_on": "2026-01-20"}, on="2026-11-21")]
        ['balance']
        """
        from subhub.hub.questions import open_facts

        return open_facts(self.question(document, on=on, mode=mode, actor=actor, intent=intent))

    def unblock(
        self,
        document: Mapping[str, Any] | Subscription,
        *,
        on: date | str | None = None,
        mode: str | None = None,
        actor: str | None = None,
        intent: str = "cancel",
        wanted: Callable[[Cancellation], bool] | None = None,
    ) -> tuple[Unblocking, ...]:
        """The sets of changes, none to spare, after which it is allowed (or ``wanted`` is true)."""
        from subhub.hub.unblock import unblock

        question = self.question(document, on=on, mode=mode, actor=actor, intent=intent)
        found = unblock(question, wanted) if question.intent is not None else ()
        for each in found:
            each.answer._speaker = self.speaker(question)
        return found

    def agenda(
        self,
        documents: Iterable[Mapping[str, Any] | Subscription],
        *,
        on: date | str | None = None,
    ) -> Agenda:
        """Many subscriptions together: answers, coming days, sums, and an order of cancelling."""
        from subhub.hub.agenda import agenda

        questions = [self.question(document, on=on) for document in documents]
        first = min((each.on for each in questions), default=None)
        return agenda(questions, self.answer, first or as_day(on or date.today(), "on"))

    def explain(
        self,
        document: Mapping[str, Any] | Subscription,
        *,
        on: date | str | None = None,
        mode: str | None = None,
        actor: str | None = None,
        intent: str = "cancel",
        policy_as_of: date | str | None = None,
    ) -> tuple[Finding, ...]:
        """Which rows of the rules held, with which values; takes what :meth:`preview` takes."""
        from subhub.policies.analysis.explain import explain

        question = self.question(
            document, on=on, mode=mode, actor=actor, intent=intent, policy_as_of=policy_as_of
        )
        return explain(question.intent, question.facts()) if question.intent else ()

    def answer(self, question: Question) -> Cancellation:
        """The answer to a checked question."""
        if question.intent is None:
            answer = not_offered(question)
        else:
            answer = Answer(question, question.intent, fast=self.fast).cancellation()
        answer._speaker = self.speaker(question)
        return answer

    def preview_table(
        self,
        frame: Any,
        *,
        platform: str | None = None,
        on: date | str | None = None,
        mode: str | None = None,
        actor: str | None = None,
        intent: str = "cancel",
        outputs: Iterable[str] | None = None,
    ) -> Any:
        """The same for every row of a dataframe; gives back one of the caller's own kind.

        ``frame`` is a Polars frame (eager or lazy), a PyArrow table, a pandas frame, a
        DuckDB relation, an Ibis table or a PySpark dataframe. Facts are columns of the same
        name, null = not known; the outputs (``outputs`` picks some) are columns after all
        others. ``platform``, ``on``, ``mode`` and ``actor`` are each a value or the name of
        a column. A row that cannot be answered says why in ``error`` and has no other output.

        Raises :class:`RequestError` before any work for a column of a wrong type.

        >>> import polars as pl
        >>> hub = Hub()
        >>> first = hub.registry.platforms()[0]
        >>> table = pl.DataFrame({"status": ["canceled", None], "on": [date(2026, 11, 21)] * 2})
        >>> hub.preview_table(table, platform=first, on="on")["verdict"].to_list()
        ['unknown', 'unknown']
        """
        from subhub.hub.tables import preview_table

        request = {"platform": platform, "on": on, "mode": mode, "actor": actor, "intent": intent}
        return preview_table(self.registry, frame, request, outputs)

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
        if not isinstance(document, Mapping):
            raise DocumentError(
                [
                    Problem(
                        f"`{type(document).__name__}` is no document",
                        file=file,
                        code="not_a_mapping",
                        hint="give a mapping of keys to values, or a Subscription",
                    )
                ]
            )
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


def _end(question: Question, day: date | str | None, name: str) -> date:
    return question.on + A_YEAR if day is None else as_day(day, name)
