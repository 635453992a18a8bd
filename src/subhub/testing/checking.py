"""One adapter on its way through the scenarios, and the documents that they share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from subhub.errors import DocumentError
from subhub.hub import Hub
from subhub.hub.question import Question
from subhub.model.cancellation import Cancellation
from subhub.model.durations import Duration
from subhub.model.money import Money
from subhub.once import lazy
from subhub.plugin import Adapter
from subhub.plugin.guarded import Guarded, guard
from subhub.policies.engines.evaluate import Evaluation
from subhub.policies.language.expressions import Fact
from subhub.policies.language.facts import facts
from subhub.policies.language.policy import NO_MODE, Intent, Policy, first_day
from subhub.testing.drawing import draw
from subhub.testing.places import crashed

#: of the facts of a document, how many are missing: each in turn
NULLS = (0.0, 0.15, 0.5, 0.9)
#: the first day asked about; editions that begin later are asked about from then on
TODAY = date(2026, 11, 21)
#: days after that: a month's end, a leap day, and days between
_LATER = (0, 0, 9, 40, 465, 600)
#: so many documents at least come to each row of a table, if they are found among so many
_FEW, _SOUGHT = 8, 2000
#: so many documents may contradict themselves for each that is asked about
_TRIES = 20


@dataclass
class Round:
    """One document and what is asked about it; ``problem`` is why there is no answer."""

    policy: Policy
    intent: Intent
    document: dict[str, Any]
    request: dict[str, Any]
    question: Question
    answer: Cancellation | None = None
    problem: str = ""

    @property
    def currency(self) -> str:
        """That of the amounts in the document; empty where there are none."""
        moneys = self.question.adapter.moneys(self.question.subscription).values()
        return next((money.currency for money in moneys), "")

    def __str__(self) -> str:
        """As a user would write it, on one line."""
        told = ", ".join(f"{name}: {value}" for name, value in self.document.items())
        asked = ", ".join(f"{name}={value}" for name, value in self.request.items())
        return f"{{{told}}} asked with {asked}"


@dataclass(eq=False)
class AdapterCheck:
    """What the scenarios are asked about; ``rounds`` documents are drawn for each intent."""

    adapter: Adapter
    count: int = 200
    seed: int = 0
    #: by policy and intent: the problems of documents that the adapter's own model refused
    refused: dict[str, list[str]] = field(default_factory=dict)
    #: what was raised on purpose by nobody while a document was read
    crashes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        """What is checked is the adapter itself, where one comes from a hub too."""
        if isinstance(self.adapter, Guarded):
            self.adapter = self.adapter.own

    @lazy
    def platform(self) -> str:
        """How the adapter calls its platform, or else what its class is called."""
        return str(getattr(self.adapter, "platform", None) or type(self.adapter).__name__)

    @lazy
    def guarded(self) -> Guarded:
        """The adapter as the hub has it."""
        return guard(self.adapter)

    @lazy
    def hub(self) -> Hub:
        """One that knows this adapter alone."""
        return Hub([self.adapter])

    @lazy
    def policies(self) -> tuple[Policy, ...]:
        """Every edition of the rules, oldest first."""
        return tuple(sorted(self.adapter.editions(), key=first_day))

    @lazy
    def intents(self) -> list[tuple[Policy, Intent]]:
        """Every intent of every edition."""
        return [(policy, intent) for policy in self.policies for intent in policy.intents]

    @lazy
    def facts(self) -> dict[str, Fact]:
        """What a document can state and rules can read, by name; not the platform."""
        known = facts(self.adapter.subscription()).all()
        return {name: fact for name, fact in known.items() if name != "platform"}

    @lazy
    def rounds(self) -> list[Round]:
        """Documents that the adapter takes, each asked about once."""
        found: list[Round] = []
        for policy, intent in self.intents:
            drawn = list(self._drawn(policy, intent))
            found += [*drawn, *self._of_each_row(policy, intent, drawn)]
        for each in found:
            try:
                each.answer = self.hub.answer(each.question)
            except (Exception, SystemExit) as error:
                each.problem = crashed(self.adapter, error)
        return found

    @property
    def answered(self) -> Iterator[tuple[Round, Cancellation]]:
        """The rounds that have an answer."""
        for each in self.rounds:
            if each.answer is not None:
                yield each, each.answer

    def _drawn(self, policy: Policy, intent: Intent) -> Iterator[Round]:
        rng = Random(f"{self.seed} {policy.edition.name} {intent.name}")  # noqa: S311 - test data
        key = f"{policy.edition.name} {intent.name}"
        made = 0
        for number in range(self.count * _TRIES):
            if made == self.count:
                return
            on = self.day(policy, rng)
            told = draw(intent, self.facts, rng, nulls=NULLS[number % len(NULLS)], on=on)
            try:
                question, document, request = self.ask(policy, intent, told, on, rng)
            except DocumentError as error:
                self.refused.setdefault(key, []).append(str(error))
                continue
            except (Exception, SystemExit) as error:  # a stranger's code may raise anything
                missing = ", ".join(name for name, value in told.items() if value is None)
                said = crashed(self.adapter, error)
                self.crashes.append(f"{said}: a document without {missing or 'gaps'} must be read")
                if len(self.crashes) > self.count:
                    return
                continue
            made += 1
            yield Round(policy, intent, document, request, question)

    def _of_each_row(self, policy: Policy, intent: Intent, drawn: list[Round]) -> Iterator[Round]:
        """More documents, for the rows of the table that too few of those drawn come to."""
        reached = Counter(_row(intent, each.question.facts()) for each in drawn)
        short = {row.code: _FEW - reached[row.code] for row in intent.decides.rows}
        rng = Random(f"rows {self.seed} {intent.name}")  # noqa: S311 - test data
        for number in range(_SOUGHT):
            if max(short.values()) <= 0:
                return
            on, nulls = self.day(policy, rng), NULLS[number % 2]
            told = draw(intent, self.facts, rng, nulls=nulls, on=on)
            mode, actor = rng.choice(intent.modes or (NO_MODE,)), rng.choice(intent.actors)
            code = _row(intent, {**told, "on": on, "mode": mode, "actor": actor})
            if short.get(code, 0) <= 0:
                continue
            request: dict[str, Any] = {"on": on, "intent": intent.name, "actor": actor}
            request |= {"mode": mode} if intent.modes else {}
            document = self.document(told)
            try:
                question = self.hub.question(document, **request)
            except (Exception, SystemExit):  # noqa: S112 - told of the documents drawn before
                continue
            short[code] -= 1
            yield Round(policy, intent, document, request, question)

    def day(self, policy: Policy, rng: Random) -> date:
        """A day on which the edition answers."""
        later = [first_day(each) for each in self.policies if first_day(each) > first_day(policy)]
        last = min(later, default=date.max) - timedelta(1)
        first = first_day(policy)
        day = max(first, TODAY) + timedelta(rng.choice(_LATER))
        return max(first, min(day, last))

    def ask(
        self, policy: Policy, intent: Intent, told: dict[str, Any], on: date, rng: Random
    ) -> tuple[Question, dict[str, Any], dict[str, Any]]:
        """The question, the document and the request; :class:`DocumentError` as the hub has it."""
        document = self.document(told)
        request: dict[str, Any] = {"on": on, "intent": intent.name}
        if intent.modes:
            request["mode"] = rng.choice(intent.modes)
        elif rng.random() < 0.05:
            request["mode"] = "immediate"
        request["actor"] = rng.choice(intent.actors)
        return self.hub.question(document, **request), document, request

    def document(self, told: dict[str, Any]) -> dict[str, Any]:
        """The facts as a user writes them down."""
        written = {name: _written(value) for name, value in told.items() if value is not None}
        return {"platform": self.platform, **written}


def _row(intent: Intent, facts: dict[str, Any]) -> Any:
    """The row that decides; none where nothing is allowed, or it is not known."""
    try:
        return Evaluation(intent, facts).decision().outcome
    except (Exception, SystemExit):  # told where such a document is answered
        return None


def _written(value: Any) -> Any:
    if isinstance(value, Money):
        return f"{value.amount} {value.currency}"
    if isinstance(value, Duration):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value


def made(adapter: Adapter | type[Adapter] | Callable[[], Adapter]) -> Adapter:
    """An adapter from itself, its class, or what makes one."""
    return adapter if isinstance(adapter, Adapter) else adapter()
