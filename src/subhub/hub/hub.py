"""Hub: one object to ask about any subscription on any installed platform."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar, overload

from subhub.hub.about_rules import AboutRules
from subhub.hub.answer import answer_question
from subhub.hub.question import Question, ask
from subhub.hub.registry import Registry
from subhub.model.calendar import as_day, counted_from_today
from subhub.model.cancellation import Cancellation
from subhub.model.column import Column
from subhub.model.request import Askable, Request, fix_day, given, request, split
from subhub.model.subscription import Subscription
from subhub.model.validation import LineOf
from subhub.plugin import Adapter
from subhub.plugin.guarded import Guarded

if TYPE_CHECKING:
    from typing import Unpack

    from subhub.model.agenda import Agenda, Deadline
    from subhub.model.audit import Audit
    from subhub.model.choices import Advice, Comparison, Goal, OpenFact, Unblocking
    from subhub.model.explanation import Explanation
    from subhub.model.request import Occasion, RequestOptions
    from subhub.model.spoken import SpokenCancellation
    from subhub.model.standing import Standing
    from subhub.model.timeline import Timeline

R = TypeVar("R")
#: a dataframe of any library: what goes in comes out
F = TypeVar("F")


class Hub(AboutRules):
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

    def __init__(self, adapters: Iterable[Adapter | Guarded] | None = None) -> None:
        self.registry = Registry(adapters)

    def preview(self, asked: Askable, **options: Unpack[RequestOptions]) -> Cancellation:
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
        asked: Askable,
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
            document = asked.document if isinstance(asked, Request) else asked
            zone = self.registry.zone(self.subscription(document))
            options["on"] = as_day(counted_from_today(since, zone), "since")
        question = self.question(asked, **options)
        return timeline(question, question.end(until, "until"), self.answer)

    def compare(self, asked: Askable, **options: Unpack[Occasion]) -> Comparison:
        """Every intent and mode the platform offers, side by side on one day."""
        from subhub.hub.compare import compare

        return compare(self.question(asked, **options), self.answer)

    def advise(
        self,
        asked: Askable,
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
        return advise(question, goal, question.end(by, "by"), self.answer)

    def open_facts(self, asked: Askable, **options: Unpack[RequestOptions]) -> tuple[OpenFact, ...]:
        """The missing facts that matter, the one that settles most first.

        >>> [each.fact for each in Hub().open_facts({"platform": "impact", "status": "active",
        ...     "started_on": "2026-01-07", "locked_actions": 0, "pending_actions": 0,
        ...     "trial_ends_on": "2026-01-20"}, on="2026-11-21")]
        ['open_invoices', 'balance']
        """
        from subhub.hub.open_facts import open_facts

        return open_facts(self.question(asked, **options))

    def unblock(
        self,
        asked: Askable,
        *,
        wanted: Callable[[Cancellation], bool] | None = None,
        **options: Unpack[RequestOptions],
    ) -> tuple[Unblocking, ...]:
        """The sets of changes, none to spare, after which it is allowed (or ``wanted`` is true)."""
        from subhub.hub.unblock import unblock

        question = self.question(asked, **options)
        return unblock(question, wanted) if question.intent is not None else ()

    def agenda(self, asked: Iterable[Askable], *, on: date | str | None = None) -> Agenda:
        """Many subscriptions together: answers, coming days, sums, and an order of cancelling."""
        from subhub.hub.agenda import agenda

        questions = [self.question(each, on=on) for each in asked]
        first = min((each.on for each in questions), default=None)
        return agenda(questions, self.answer, first or as_day(on or date.today(), "on"))

    def deadlines(self, question: Question) -> tuple[Deadline, ...]:
        """The coming days that matter for a checked question, in order."""
        from subhub.hub.agenda import deadlines_of

        return deadlines_of(question, self.answer(question), self.answer)

    def audit(self, documents: Iterable[Askable], *, on: date | str | None = None) -> Audit:
        """Which documents lack a fact, have lapsed or cannot be used; what to fill in first.

        A document goes by its ``id``, else by its number.

        >>> audit = Hub().audit([{"platform": "squarespace", "id": "plan", "status": "active"},
        ...     {"platform": "squarespace", "stauts": "active"}], on="2026-11-21")
        >>> [(each.name, each.state) for each in audit.documents]
        [('plan', 'incomplete'), ('2', 'unusable')]
        """
        from subhub.hub.audit import audit

        return audit(documents, lambda each: self.question(each, on=on))

    def explain(self, asked: Askable, **options: Unpack[RequestOptions]) -> Explanation:
        """Which rows of the rules held, with which values; takes what :meth:`preview` takes."""
        from subhub.hub.explain import explain_question

        return explain_question(self.question(asked, **options))

    def standing(self, asked: Askable, **options: Unpack[RequestOptions]) -> Standing:
        """What is certain while facts are missing, what is still possible, and how much money.

        >>> made = Hub().standing({"platform": "squarespace", "product": "digital_products",
        ...     "status": "active", "price": "216.00 USD", "site_status": "active"},
        ...     on="2026-11-21")
        >>> made.verdicts, made.outcomes
        (('allowed',), ('ended_now_refunded', 'ended_now'))
        >>> made.money.least, made.money.most
        (None, Money('216.00 USD'))
        """
        from subhub.hub.standing import standing

        question = self.question(asked, **options)
        return standing(question, self.answer(question))

    def answer(self, question: Question) -> Cancellation:
        """The answer to a checked question."""
        return answer_question(question)

    def preview_table(
        self,
        frame: F,
        *,
        platform: str | Column | None = None,
        on: date | str | Column | None = None,
        mode: str | Column | None = None,
        actor: str | Column | None = None,
        intent: str = "cancel",
        outputs: Iterable[str] | None = None,
        prefix: str = "",
    ) -> F:
        """The same for every row of a dataframe; gives back one of the caller's own kind.

        ``frame`` is a Polars frame (eager or lazy), a PyArrow table, a pandas frame, a
        DuckDB relation, an Ibis table or a PySpark dataframe. Facts are columns of the same
        name, null = not known; the outputs (``outputs`` picks some, ``prefix`` goes before the
        name of each) come after them. ``platform``, ``on``, ``mode`` and ``actor`` are each a
        value, or ``Column("asked_on")`` for a column; ``on="on"`` is short for the column of that
        name, and without ``platform`` the column ``platform`` tells it. A row that cannot be
        answered says why in ``error`` and has no other output. Raises :class:`RequestError` before
        any work for what cannot be asked, a column of a wrong type, one that is not there, or one
        that could pass for an output.

        >>> import polars as pl
        >>> from subhub import Column
        >>> hub = Hub()
        >>> first = hub.registry.platforms()[0]
        >>> rows = pl.DataFrame({"status": ["canceled", None], "day": [date(2026, 11, 21)] * 2})
        >>> hub.preview_table(rows, platform=first, on=Column("day"))["verdict"].to_list()
        ['unknown', 'unknown']
        """
        from subhub.hub.frames import preview_table

        options = {"platform": platform, "on": on, "mode": mode, "actor": actor, "intent": intent}
        answered: F = preview_table(self.registry, frame, outputs, prefix, options)
        return answered

    def sql(
        self,
        platform: str,
        dialect: str,
        *,
        table: str = "subscriptions",
        keep: Iterable[str] = ("id",),
        columns: Iterable[str] | None = None,
        on: date | str | Column | None = None,
        mode: str | Column | None = None,
        actor: str | Column | None = None,
        intent: str = "cancel",
        outputs: Iterable[str] | None = None,
        years: tuple[int, int] | None = None,
        checked: bool = True,
    ) -> str:
        """The rules of a platform as one SELECT in the ``dialect`` of a warehouse.

        ``table`` has a column for each fact; ``columns`` names those it has where it has not
        all. ``keep`` are columns to carry into the result. ``on``, ``mode`` and ``actor``
        are as in :meth:`preview_table`, but that without ``on`` it is the day the query
        runs. ``years`` are those whose holidays are written out where business days are
        needed: a day outside says so in ``error``. Not ``checked``, the statement looks for
        no errors in a row: for tables that are known to hold only codes that exist, no
        amount below zero, no day before the start.

        Raises :class:`RequestError`, and :class:`MissingExtra` without sqlglot.

        >>> hub = Hub()
        >>> text = hub.sql(hub.registry.platforms()[0], "duckdb", on=Column("asked_on"))
        >>> "asked_on" in text
        True
        """
        from subhub.hub.warehouse import statement

        return statement(
            self.registry, platform, dialect, table=table, keep=keep, columns=columns,
            outputs=outputs, years=years, checked=checked, on=on, mode=mode, actor=actor,
            intent=intent,
        )  # fmt: skip

    def request(
        self,
        asked: Askable,
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
            told = fix_day(options, self.registry.zone(subscription))
            return request(subscription, {**block, **given(told)})
        document = asked.document if isinstance(asked, Request) else asked
        zone = self.registry.zone(self.subscription(document))
        made = request(asked, fix_day(options, zone))
        return made.model_copy(update={"document": self.subscription(made.document)})

    def question(self, asked: Askable, **options: Unpack[RequestOptions]) -> Question:
        """Check document and request without answering; takes what :meth:`preview` takes."""
        return ask(self.registry, self.request(asked, **options))

    def subscription(
        self,
        document: Mapping[str, Any] | Subscription,
        *,
        file: str = "",
        line_of: LineOf = lambda path: None,
    ) -> Subscription:
        """The checked document; ``file`` and ``line_of`` tell errors where it stands.

        Raises :class:`DocumentError` and :class:`UnknownPlatform`.
        """
        from subhub.hub.checked import check

        return check(self.registry, document, file=file, line_of=line_of)

    @overload
    def say(
        self, result: Cancellation, lang: str = "en", *, ui: str | None = None
    ) -> SpokenCancellation: ...
    @overload
    def say(self, result: R, lang: str = "en", *, ui: str | None = None) -> R: ...
    def say(self, result: Any, lang: str = "en", *, ui: str | None = None) -> Any:
        """The result with a sentence beside every code, in English (``en``) or Japanese (``ja``).

        ``result`` is an answer or what holds answers, and stays as it is. All that is said is
        in it: one that was pickled or read back from JSON speaks as well. ``ui`` is the language
        of the platform's own screens (``en``, ``ja`` or ``both``), else ``lang``.

        >>> answer = Hub().preview({"platform": "expa", "product": "event"}, on="2026-11-21")
        >>> Hub().say(answer, "ja").sentence
        '解約の扱いはプラットフォームの案内に書かれていないため、お答えできません。'

        Raises :class:`RequestError` for a language there are no words in, and
        :class:`UnknownPlatform` for an answer of a platform that is not installed here.
        """
        from subhub.words import words
        from subhub.words.say import say, say_all

        adapter = self.registry.adapter
        return say_all(result, lambda each: say(each, words(lang, adapter(each.platform), ui=ui)))
