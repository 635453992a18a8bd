"""Hub: one object to ask about any subscription on any installed platform."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any, TypeVar, overload

from subhub.errors import DocumentError, Problem, one_of
from subhub.hub.answer import answered
from subhub.hub.question import Question, ask
from subhub.hub.registry import Registry
from subhub.model.calendar import as_day
from subhub.model.cancellation import Cancellation
from subhub.model.document import plain
from subhub.model.request import Asked, Request, given, not_a_document, request, split
from subhub.model.subscription import Subscription
from subhub.model.validation import LineOf, read_subscription
from subhub.plugin import Adapter

if TYPE_CHECKING:
    from typing import Unpack

    from subhub.model.agenda import Agenda
    from subhub.model.choices import Advice, Comparison, Goal, OpenFact, Unblocking
    from subhub.model.request import Occasion, RequestOptions
    from subhub.model.spoken import SpokenCancellation
    from subhub.model.timeline import Timeline
    from subhub.policies.analysis.explain import Finding

R = TypeVar("R")

A_YEAR = timedelta(days=365)


class Hub:
    """Answers what happens if a subscription is cancelled.

    Without arguments it knows every installed adapter; ``adapters`` are taken instead of
    those. A hub does no I/O when asked, holds no state between questions and may be shared
    between threads and used from async code.

    What is asked about is a document (a mapping or a :class:`Subscription`) with the
    keywords of :class:`RequestOptions`, or a :class:`Request` that holds both. A keyword
    wins over a request, and that over the ``request`` block of a document.

    >>> hub = Hub()
    >>> hub.preview({"platform": "expa", "product": "event"}, on="2026-11-21").verdict
    'not_covered'
    """

    def __init__(self, adapters: Iterable[Adapter] | None = None) -> None:
        self.registry = Registry(adapters)

    def preview(self, asked: Asked, **options: Unpack[RequestOptions]) -> Cancellation:
        """What happens if ``actor`` does ``intent`` on the day ``on`` in ``mode``.

        ``on`` is today in the subscription's time zone where it is not given; ``intent`` is
        ``cancel``, ``mode`` and ``actor`` are the platform's first. ``policy_as_of`` picks
        the edition of the rules of another day than ``on``.

        Raises :class:`DocumentError` with every problem of the document,
        :class:`RequestError` for an intent, day, mode or actor that cannot be asked for,
        :class:`UnknownPlatform` and :class:`NotInForce`.
        """
        return self.answer(self.question(asked, **options))

    def timeline(
        self,
        asked: Asked,
        *,
        since: date | str | None = None,
        until: date | str | None = None,
        **options: Unpack[RequestOptions],
    ) -> Timeline:
        """The spans from ``since`` (or ``on``) until before ``until`` (a year later).

        In each of them the answer is one.

        >>> document = {"platform": "squarespace", "product": "digital_products",
        ...     "status": "active", "billing_interval": "year", "price": "216.00 USD",
        ...     "started_on": "2026-11-10", "site_status": "active"}
        >>> made = Hub().timeline(document, since="2026-11-21", until="2027-01-01")
        >>> [(str(span.since), span.answer.outcome) for span in made]
        [('2026-11-21', 'ended_now_refunded'), ('2026-11-25', 'ended_now')]

        Raises what :meth:`preview` raises, and :class:`RequestError` where ``until`` does
        not come after ``since``.
        """
        from subhub.hub.timeline import timeline

        if since is not None:
            options["on"] = as_day(since, "since")
        question = self.question(asked, **options)
        return timeline(question, _end(question, until, "until"), self.answer)

    def compare(self, asked: Asked, **options: Unpack[Occasion]) -> Comparison:
        """Every intent and mode the platform offers, side by side on one day."""
        from subhub.hub.compare import compare

        return compare(self.question(asked, **options), self.answer)

    def advise(
        self,
        asked: Asked,
        *,
        goal: Goal,
        by: date | str | None = None,
        intent: str | None = None,
        **options: Unpack[Occasion],
    ) -> Advice:
        """The day and mode that serve ``goal`` best, from ``on`` (today) to ``by`` (a year later).

        ``goal`` is ``refund``, ``access``, ``soonest`` or ``no-renewal``; every mode is tried.
        """
        from subhub.hub.advise import advise

        question = self.question(asked, intent=intent, **options)
        return advise(question, goal, _end(question, by, "by"), self.answer)

    def open_facts(self, asked: Asked, **options: Unpack[RequestOptions]) -> tuple[OpenFact, ...]:
        """The missing facts that matter, the one that settles most first.

        >>> [each.fact for each in Hub().open_facts({"platform": "impact", "status": "active",
        ...     "started_on": "2026-01-07", "locked_actions": 0, "pending_actions": 0,
        ...     "trial_ends_on": "2026-01-20"}, on="2026-11-21")]
        ['balance']
        """
        from subhub.hub.open_facts import open_facts

        return open_facts(self.question(asked, **options))

    def unblock(
        self,
        asked: Asked,
        *,
        wanted: Callable[[Cancellation], bool] | None = None,
        **options: Unpack[RequestOptions],
    ) -> tuple[Unblocking, ...]:
        """The sets of changes, none to spare, after which it is allowed (or ``wanted`` is true)."""
        from subhub.hub.unblock import unblock

        question = self.question(asked, **options)
        return unblock(question, wanted) if question.intent is not None else ()

    def agenda(self, asked: Iterable[Asked], *, on: date | str | None = None) -> Agenda:
        """Many subscriptions together: answers, coming days, sums, and an order of cancelling."""
        from subhub.hub.agenda import agenda

        questions = [self.question(each, on=on) for each in asked]
        first = min((each.on for each in questions), default=None)
        return agenda(questions, self.answer, first or as_day(on or date.today(), "on"))

    def explain(self, asked: Asked, **options: Unpack[RequestOptions]) -> tuple[Finding, ...]:
        """Which rows of the rules held, with which values; takes what :meth:`preview` takes."""
        from subhub.policies.analysis.explain import explain

        question = self.question(asked, **options)
        return explain(question.intent, question.facts()) if question.intent else ()

    def answer(self, question: Question) -> Cancellation:
        """The answer to a checked question."""
        return answered(question)

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

    def request(
        self,
        asked: Asked,
        *,
        file: str = "",
        line_of: LineOf = lambda path: None,
        **options: Unpack[RequestOptions],
    ) -> Request:
        """What is asked, its document checked; ``file`` and ``line_of`` tell errors the place.

        >>> asked = Hub().request({"platform": "expa", "id": "a", "request": {"on": "2026-11-21"}})
        >>> asked.document.id, asked.intent, str(asked.on)
        ('a', 'cancel', '2026-11-21')
        """
        if isinstance(asked, Mapping):
            document, block = split(asked, file=file, line_of=line_of)
            subscription = self.subscription(document, file=file, line_of=line_of)
            return request(subscription, {**block, **given(options)})
        made = request(asked, options)
        return made.model_copy(update={"document": self.subscription(made.document)})

    def question(self, asked: Asked, **options: Unpack[RequestOptions]) -> Question:
        """Check document and request without answering; takes what :meth:`preview` takes."""
        return ask(self.registry, self.request(asked, **options))

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
            raise not_a_document(document, file)
        told = document if isinstance(document, dict) else plain(document)
        told, _ = split(told, file=file, line_of=line_of)
        platform = told.get("platform")
        if not isinstance(platform, str):
            raise DocumentError(
                [
                    Problem(
                        "missing" if platform is None else "platform_not_text",
                        field="platform",
                        value="" if platform is None else str(platform),
                        file=file,
                        line=line_of(("platform",)),
                        hint=one_of(self.registry.platforms()),
                        key="platform",
                    )
                ]
            )
        model = self.registry.adapter(platform).subscription()
        return read_subscription(model, told, file=file, line_of=line_of)

    @overload
    def say(self, result: Cancellation, lang: str = "en") -> SpokenCancellation: ...
    @overload
    def say(self, result: R, lang: str = "en") -> R: ...
    def say(self, result: Any, lang: str = "en") -> Any:
        """The result with a sentence beside every code, in English (``en``) or Japanese (``ja``).

        ``result`` is an answer or whatever holds answers: a timeline, an agenda, a comparison,
        several of them in a tuple. Nothing but the sentences is added, and the result itself
        stays as it is. Everything they say is in the answer: one that was pickled or read back
        from JSON speaks as well.

        >>> answer = Hub().preview({"platform": "expa", "product": "event"}, on="2026-11-21")
        >>> Hub().say(answer, "ja").sentence
        '解約の扱いはプラットフォームの案内に書かれていないため、お答えできません。'

        Raises :class:`RequestError` for a language there are no words in, and
        :class:`UnknownPlatform` for an answer of a platform that is not installed here.
        """
        from subhub.words import say, words
        from subhub.words.say import say_all

        return say_all(
            result, lambda answer: say(answer, words(lang, self.registry.adapter(answer.platform)))
        )


def _end(question: Question, day: date | str | None, name: str) -> date:
    return question.on + A_YEAR if day is None else as_day(day, name)
