"""Puts an answer together: from what the rules decide to a :class:`Cancellation`."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping
from threading import Lock
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from subhub.hub.parts import certainty, consequence, ids, reference, rule, step
from subhub.hub.question import Question
from subhub.hub.remedies import verdict_after
from subhub.hub.settlements import further, settlements, thrice
from subhub.model.cancellation import (
    SCHEMA_VERSION,
    Blocker,
    Cancellation,
    Consequence,
    Remedy,
    Reversibility,
    Step,
)
from subhub.model.frozen import NOTHING, FrozenDict
from subhub.model.part import Certainty
from subhub.model.refund import Refund
from subhub.model.settlement import Charge, Settlement
from subhub.model.value import told
from subhub.once import lazy
from subhub.policies.engines.evaluate import UNKNOWN, VALUES, Decision, Details, Evaluation
from subhub.policies.language.policy import NO_MODE, BlockerRow, Intent, Reading, RemedyRow
from subhub.policies.language.sources import Citation

if TYPE_CHECKING:
    from subhub.policies.analysis.settling import OutputKey, Settled, Settling

#: how the fields of a decision are called in a document
KEYS = {
    field: re.sub(r"^(refund|reversible|charge)_", r"\1.", field) for field in Decision._fields
} | {"reversible": "reversible.possible"}
TIMEZONE_ASSUMED = "A-TZ"
EDITION_ASSUMED = "A-EDITION"


#: from so many answers on, generating code for an intent has paid (measured: one takes about
#: 0.1 ms less with it, and generating it 4 to 9 ms)
PAYS_FROM = 60
_asked: WeakKeyDictionary[Intent, int] = WeakKeyDictionary()
_counting = Lock()


def answer_question(question: Question) -> Cancellation:
    """The answer to a question, without words."""
    if question.intent is None:
        return answer_not_offered(question)
    return Answer(question, question.intent).cancellation()


class Answer:
    """One question on its way to an answer."""

    def __init__(self, question: Question, intent: Intent) -> None:
        self.question = question
        self.intent = intent
        q = question
        if _pays(intent):
            from subhub.policies.engines.python.compiled import compile_intent

            functions = compile_intent(intent)
            asked = (q.subscription, q.on, q.mode, q.actor)
            self.decision = Decision(*functions.decide(*asked))
            self.details = Details(*functions.details(*asked))
        else:
            run = Evaluation(intent, q.facts())
            self.decision, self.details = run.decision(), run.details()
        self.citations: dict[str, Citation] = {}
        self._found: dict[OutputKey, Settled] = {}

    def cancellation(self) -> Cancellation:
        """The whole answer."""
        # where nothing is allowed whatever is missing, nothing of the table can follow
        open_or_allowed = self.decision.outcome is not None
        unknown = self._settle()
        q, made = self.question, self.decision
        verdict = "unknown" if made.verdict is UNKNOWN else made.verdict
        applies = verdict in ("allowed", "unknown") and open_or_allowed
        if applies:
            self._settle_details()
        blockers = self._blockers(verdict) if verdict in ("blocked", "unknown") else ()
        reason = self._reason(verdict)
        if applies:
            self._cite_rows()
        value = {field: _null(getattr(made, field)) for field in Decision._fields}
        answer = cancellation(
            q,
            verdict=verdict,
            outcome=value["outcome"],
            ends_on=value["ends_on"],
            access_until=value["access_until"],
            billing_stops_on=value["billing_stops_on"],
            refund=self._refund(value),
            blockers=blockers,
            consequences=self._consequences(verdict) if applies else (),
            prepare=self._steps("prepare", verdict) if applies else (),
            steps=self._steps("steps", verdict) if applies else (),
            reversible=Reversibility.model_construct(
                possible=value["reversible"],
                until=value["reversible_until"],
                how=value["reversible_how"],
            ),
            unknown=FrozenDict(unknown) if unknown else NOTHING,
            assumptions=self._assumptions(verdict),
            deciding_assumptions=self._deciding(verdict),
            rules=tuple(rule(each) for each in self.citations.values()),
            reason=reason,
            stale=q.stale(),
            settlements=self._settlements(value, verdict, unknown) if applies else (),
            charge=_charge(value),
            settled=all(each.settled for each in self._found.values()),
        )
        extra = q.adapter.also(q.subscription, answer, q.on) if applies else ()
        return with_extra(answer, extra, q) if extra else answer

    def _cite(self, cites: tuple[Citation, ...]) -> tuple[str, ...]:
        for each in cites:
            self.citations[each.id] = each
        return ids(cites)

    def _settlements(
        self, value: dict[str, Any], verdict: str, unknown: Container[str]
    ) -> tuple[Settlement, ...]:
        rows = zip(self.intent.decides.rows, self.details.rows, strict=True)
        cites = (each for row, held in rows if held is not False for each in row.cites)
        allowed = verdict == "allowed"
        refund = settlements(value, unknown, cites, allowed=allowed)
        return (*refund, *further(self.intent, self.details, self._needs, allowed=allowed))

    def _cite_rows(self) -> None:
        """The rows that decide, or may."""
        for table, holds in (
            (self.intent.decides, self.details.rows),
            (self.intent.reversible, self.details.undo_rows),
        ):
            for row, held in zip(table.rows, holds, strict=True):
                if held is not False:
                    self._cite(row.cites)

    def _reason(self, verdict: str) -> str | None:
        """Why there is nothing to do, or no answer; what may be so is cited as well."""
        for name, rows, holds in (
            ("not_covered", self.intent.not_covered, self.details.not_covered),
            ("nothing_to_do", self.intent.nothing_to_do, self.details.nothing_to_do),
        ):
            if verdict not in (name, "unknown"):
                continue
            for row, held in zip(rows, holds, strict=True):
                if held is not False:
                    self._cite(row.cites)
                if held is True and verdict == name:
                    return row.code
        return None

    def _blockers(self, verdict: str) -> tuple[Blocker, ...]:
        remedies = iter(self.details.remedies)
        found = []
        for row, held in zip(self.intent.blockers, self.details.blockers, strict=True):
            fits = [(remedy, next(remedies)) for remedy in row.remedies]
            if held is not False:
                found.append(self._blocker(row, fits, certainty(held is None)))
        return tuple(found)

    def _blocker(
        self, row: BlockerRow, fits: list[tuple[RemedyRow, Any]], sure: Certainty
    ) -> Blocker:
        cited = self._cite(row.cites)
        remedies = tuple(self._remedy(*each) for each in fits if each[1] is not False)
        return Blocker.model_construct(
            code=row.code, rules=cited, remedies=remedies, certainty=sure
        )

    def _remedy(self, row: RemedyRow, fit: bool | None) -> Remedy:
        self._cite(row.cites)
        return Remedy.model_construct(
            code=row.code,
            actor=row.actor or self.question.actor,
            then=verdict_after(self.question, row),
            certainty=certainty(fit is None or row.certainty == "possible"),
            intent=row.as_intent,
        )

    def _consequences(self, verdict: str) -> tuple[Consequence, ...]:
        found = []
        rows = zip(
            self.intent.consequences, self.details.consequences, self.details.days, strict=True
        )
        for index, (row, held, day) in enumerate(rows):
            if held is False:
                continue
            possible = held is None or verdict == "unknown"
            needs = self._needs(("consequences", index), ("days", index))
            self._cite(row.cites)
            found.append(consequence(row, _null(day), certainty(possible), needs))
        return tuple(found)

    def _needs(self, *asked: OutputKey) -> tuple[str, ...]:
        """The facts that would settle some of the details, each once."""
        named = (self._found[each].facts for each in asked if each in self._found)
        return tuple(dict.fromkeys(name for names in named for name in names))

    def _steps(self, field: str, verdict: str) -> tuple[Step, ...]:
        found = []
        rows, holds = getattr(self.intent, field), getattr(self.details, field)
        for index, (row, held) in enumerate(zip(rows, holds, strict=True)):
            if held is not False:
                self._cite(row.cites)
                needs = self._needs((field, index))
                sure = certainty(held is None or verdict == "unknown")
                found.append(step(row, row.actor or self.question.actor, sure, needs))
        return tuple(found)

    def _refund(self, value: dict[str, Any]) -> Refund | None:
        parts = {
            name.removeprefix("refund_"): value[name]
            for name in value
            if name.startswith("refund_")
        }
        if all(part is None for part in parts.values()):
            return None
        return Refund.model_construct(**parts)

    def _assumptions(self, verdict: str) -> tuple[str, ...]:
        found = [reading.id for reading in self._read(verdict)]
        if self.question.before_it_was_read():
            found.append(EDITION_ASSUMED)
        if self.question.subscription.timezone is None:
            found.append(TIMEZONE_ASSUMED)
        return tuple(dict.fromkeys(found))

    def _deciding(self, verdict: str) -> tuple[str, ...]:
        """The assumptions on which something turns; the time zone, where today was asked about."""
        found = [reading.id for reading in self._read(verdict) if reading.decides]
        if self.question.before_it_was_read():
            found.append(EDITION_ASSUMED)
        if self.question.today and self.question.subscription.timezone is None:
            found.append(TIMEZONE_ASSUMED)
        return tuple(dict.fromkeys(found))

    def _read(self, verdict: str) -> Iterator[Reading]:
        """The readings that took part."""
        for reading, held in zip(self.intent.row_readings, self.details.readings, strict=True):
            if held is not False and verdict in (reading.verdict, "unknown"):
                yield reading

    def _settle(self) -> dict[str, tuple[str, ...]]:
        """The facts that would settle each open output; one that none can change is not open."""
        open_ = [field for field, value in self.decision._asdict().items() if value is UNKNOWN]
        if not open_:
            return {}
        self._found = self._settling.find(open_)
        known = {field: self._found[field].value for field in open_}
        self.decision = self.decision._replace(**known)
        return {KEYS[field]: self._found[field].facts for field in open_ if known[field] is UNKNOWN}

    def _settle_details(self) -> None:
        """Likewise what follows, and on which days."""
        details = self.details
        takes_part = {"days": details.consequences, "terms": thrice(details.settlements)}
        open_: list[OutputKey] = [
            (field, index)
            for field in ("consequences", "days", "prepare", "steps", "settlements", "terms")
            for index, value in enumerate(getattr(details, field))
            if value is (UNKNOWN if field in VALUES else None)
            and not (field in takes_part and takes_part[field][index] is False)
        ]
        if open_:
            found = self._settling.find(open_)
            self._found |= found
            self.details = _known(self.details, found)

    @lazy
    def _settling(self) -> Settling:
        from subhub.policies.analysis.settling import Settling

        against = self.question.adapter.contradictions()
        return Settling(self.intent, self.question.facts(), contradictions=against)


def answer_not_offered(question: Question) -> Cancellation:
    """The answer where the platform does not know the intent at all."""
    q = question
    instead = RemedyRow("cancel_instead", q.actor, cites=(), as_intent="cancel")
    remedy = Remedy.model_construct(
        code=instead.code,
        actor=q.actor,
        then=verdict_after(q, instead),
        certainty="certain",
        intent=instead.as_intent,
    )
    blocker = Blocker.model_construct(
        code="intent_not_offered", rules=(), remedies=(remedy,), certainty="certain"
    )
    return cancellation(q, verdict="blocked", blockers=(blocker,))


#: what an answer says where nothing follows
_NOTHING: dict[str, Any] = {
    **dict.fromkeys(("outcome", "ends_on", "access_until", "billing_stops_on", "refund", "reason")),
    **dict.fromkeys(
        (
            "blockers",
            "consequences",
            "prepare",
            "steps",
            "assumptions",
            "deciding_assumptions",
            "rules",
            "stale",
        ),
        (),
    ),
    "reversible": Reversibility.model_construct(possible=None, until=None, how=None),
    "unknown": NOTHING,
    "settlements": (),
    "charge": None,
    "decided_by": "platform",
    "settled": True,
    "schema_version": SCHEMA_VERSION,
}


def cancellation(question: Question, **parts: Any) -> Cancellation:
    """An answer to the question, of ``parts`` that are right already; what is left out is none."""
    return Cancellation.model_construct(
        platform=question.policy.platform,
        subscription=question.subscription.id,
        product=question.subscription.product,
        intent=question.intent_name,
        mode=None if question.mode == NO_MODE else question.mode,
        actor=question.actor,
        on=question.on,
        policy=reference(question),
        timezone=question.zone,
        facts=told(question.subscription.__dict__, without=("platform", "id")),
        **(_NOTHING | parts),
    )


def with_extra(
    answer: Cancellation, extra: tuple[Consequence, ...], question: Question
) -> Cancellation:
    """The answer with consequences of the adapter's own, their rules cited too."""
    known = {cited.id for cited in answer.rules}
    pages = {each.id: each for intent in question.policy.intents for each in intent.citations()}
    pages |= {each.id: each for each in question.policy.sources}
    wanted = dict.fromkeys(name for each in extra for name in each.rules if name not in known)
    return answer.model_copy(
        update={
            "consequences": answer.consequences + extra,
            "rules": answer.rules + tuple(rule(pages[each]) for each in wanted),
        }
    )


def _pays(intent: Intent) -> bool:
    """Whether the intent is asked about so often in this process that code pays."""
    with _counting:
        _asked[intent] = count = _asked.get(intent, 0) + 1
    return count > PAYS_FROM


def _known(details: Details, found: Mapping[OutputKey, Settled]) -> Details:
    """The details with what was found to have one value."""
    fields = {name: list(values) for name, values in details._asdict().items()}
    for asked, finding in found.items():
        if not finding.facts and not isinstance(asked, str):
            fields[asked[0]][asked[1]] = finding.value
    return Details(**{name: tuple(values) for name, values in fields.items()})


def _charge(value: Mapping[str, Any]) -> Charge | None:
    amount, at_most = value["charge_amount"], value["charge_at_most"]
    if amount is None and at_most is None:
        return None
    return Charge.model_construct(amount=amount, at_most=at_most)


def _null(value: Any) -> Any:
    return None if value is UNKNOWN else value
