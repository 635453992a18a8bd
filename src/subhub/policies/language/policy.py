"""Policy: everything one platform's pages say, as cited tables and conditional rows.

A :class:`Policy` is one edition of a platform's rules. For each intent (``cancel``,
``resume``, …) it holds one :class:`Intent`: what is not covered, when there is nothing to
do, what blocks it, the table that decides, and what follows. Each is a row with a
condition, a code and a citation; the words for a code live in ``locale/``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import KW_ONLY, dataclass, field
from datetime import date
from typing import Any, NamedTuple

from subhub.errors import NotInForce, PolicyError
from subhub.model.cancellation import Channel, Severity, Verdict
from subhub.model.part import Certainty
from subhub.model.settlement import Direction
from subhub.once import lazy
from subhub.policies.language.contradictions import refuse_told
from subhub.policies.language.expressions import (
    ALWAYS,
    DOES_NOT_APPLY,
    NEVER,
    Expr,
    Fact,
    Kind,
    either,
    every,
    lift,
)
from subhub.policies.language.output_kinds import check_output
from subhub.policies.language.settlements import CHARGE_OUTPUTS
from subhub.policies.language.several import several
from subhub.policies.language.sources import Citation
from subhub.policies.language.tables import Table

#: the outputs every deciding table gives, and every reversibility table
CLOSURE_OUTPUTS = (
    "ends_on",
    "access_until",
    "billing_stops_on",
    "refund_kind",
    "refund_amount",
    "refund_at_most",
    "refund_automatic",
    "refund_to",
    "refund_due_by",
)
REVERSIBLE_OUTPUTS = ("possible", "until", "how")
#: what a decision calls the outputs of reversibility
_UNDOING = {"possible": "reversible", "until": "reversible_until", "how": "reversible_how"}

#: the mode of a request that names none, where the platform offers no choice
NO_MODE = "none"
MODE = Fact("mode", Kind.CODE, given=True)


@dataclass(frozen=True, slots=True, eq=False)
class Ruling:
    """Any conditional row beside the tables: where ``when`` holds, ``code`` takes part."""

    code: str
    _: KW_ONLY
    when: Expr = ALWAYS
    cites: tuple[Citation, ...] = ()

    def __post_init__(self) -> None:
        object.__setattr__(self, "cites", several(self.code, "cites", self.cites, Citation))
        if not self.cites:
            raise PolicyError("cites_nothing", code=self.code)
        if not isinstance(self.when, Expr) or self.when.kind is not Kind.BOOL:
            raise PolicyError("when_no_condition", code=self.code, when=repr(self.when))
        refuse_told(self.code, self.when)


class KnownOr(Expr):
    """A value where it is known, else another. Only for what a remedy leaves behind."""

    __slots__ = ()

    def __repr__(self) -> str:
        return f"{self.args[0]!r} or else {self.args[1]!r}"


def known_or(value: Expr, otherwise: object) -> Expr:
    """``value`` where it is known, else ``otherwise``: for the facts a remedy sets."""
    return KnownOr(value.kind, value, lift(otherwise, value))


@dataclass(frozen=True, slots=True, eq=False)
class RemedyRow:
    """A way out of a blocker: what would be different once ``actor`` has done it.

    ``sets`` maps facts to their value or expression then; ``as_actor``, ``in_mode`` and
    ``as_intent`` change the request instead. The rules are run again with it: nothing is
    asserted. It is only ``possible`` where the pages leave open what it leads to.
    """

    code: str
    actor: str
    _: KW_ONLY
    cites: tuple[Citation, ...]
    when: Expr = ALWAYS
    sets: Mapping[str, Any] = field(default_factory=dict)
    as_actor: str | None = None
    in_mode: str | None = None
    as_intent: str | None = None
    certainty: Certainty = "certain"

    def __post_init__(self) -> None:
        object.__setattr__(self, "cites", several(self.code, "cites", self.cites, Citation))


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class BlockerRow(Ruling):
    """Something that stands in the way, and the ways out of it."""

    remedies: tuple[RemedyRow, ...] = ()

    def __post_init__(self) -> None:
        Ruling.__post_init__(self)
        made = several(self.code, "remedies", self.remedies, RemedyRow)
        object.__setattr__(self, "remedies", made)


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class ConsequenceRow(Ruling):
    """Something that follows, on a day where one is known.

    ``on`` of a ``deadline`` is the first day that is too late to act.
    """

    on: Expr = DOES_NOT_APPLY
    severity: Severity = "info"
    deadline: bool = False


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class StepRow(Ruling):
    """Something to do; without an ``actor`` it is for whoever asks."""

    actor: str = ""
    where: str = ""
    channel: Channel = "web"


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class SettlementRow(Ruling):
    """A movement of money beside the first refund, where the row decides that it stands in."""

    direction: Direction
    amount: Expr
    at_most: Expr
    due_by: Expr
    to: str | None


class Reading(NamedTuple):
    """How an unclear place of a page is read, and where it decided something.

    It is shown with the verdict it belongs to (and with an undecided one). One that ``decides``
    turns a verdict, a date or an amount where it holds, and stands in every answer; any other
    is told with all the rest.
    """

    id: str
    when: Expr = ALWAYS
    verdict: Verdict = "allowed"
    decides: bool = False


@dataclass(frozen=True, eq=False)
class Intent:
    """What one can ask for, and every rule about it.

    ``modes`` are the ways the platform offers to choose from. Where it offers none,
    ``one_way`` cites the rule that shows the only one, and asking for a mode is blocked.
    ``keeps`` are the outputs of the deciding table that *nothing to do* tells as well, such
    as the day until which what is cancelled already can be used.
    """

    name: str
    actors: tuple[str, ...]
    decides: Table
    reversible: Table
    modes: tuple[str, ...] = ()
    one_way: tuple[Citation, ...] = ()
    not_covered: tuple[Ruling, ...] = ()
    nothing_to_do: tuple[Ruling, ...] = ()
    keeps: Mapping[str, Expr] = field(default_factory=dict)
    blockers: tuple[BlockerRow, ...] = ()
    consequences: tuple[ConsequenceRow, ...] = ()
    prepare: tuple[StepRow, ...] = ()
    steps: tuple[StepRow, ...] = ()
    readings: tuple[Reading, ...] = ()

    def __post_init__(self) -> None:
        for part, of in _PARTS.items():
            made: tuple[Any, ...] = several(self.name, part, getattr(self, part), of)
            object.__setattr__(self, part, made)
        if not self.modes and all(row.code != "mode_not_offered" for row in self.blockers):
            if not self.one_way:
                raise PolicyError("no_one_way", intent=self.name)
            blocker = BlockerRow(
                "mode_not_offered",
                when=MODE != NO_MODE,
                cites=self.one_way,
                remedies=(RemedyRow("leave_mode_out", "", cites=self.one_way, in_mode=NO_MODE),),
            )
            object.__setattr__(self, "blockers", (*self.blockers, blocker))
        for table, outputs in (
            (self.decides, CLOSURE_OUTPUTS),
            (self.reversible, REVERSIBLE_OUTPUTS),
        ):
            missing = [output for output in outputs if output not in table.kinds]
            if missing:
                raise PolicyError("outputs_missing", table=table.name, outputs=missing)
            for output in outputs:
                check_output(table, output)
        odd = [name for name in self.keeps if name not in CLOSURE_OUTPUTS]
        if odd:
            raise PolicyError("no_output_to_keep", intent=self.name, output=odd[0])

    @lazy
    def refusals(self) -> tuple[tuple[str, Expr], ...]:
        """The verdicts that win over *allowed*, in order, each with when it applies.

        The last also holds where it is refused one way or another, whatever a missing code
        is; wherever the facts are known that adds nothing.
        """
        from subhub.policies.language.refusal import refused_anyway

        groups = [
            either(*(row.when for row in rows))
            for rows in (self.not_covered, self.nothing_to_do, self.blockers)
        ]
        groups[-1] = either(groups[-1], refused_anyway(groups))
        named = zip(("not_covered", "nothing_to_do", "blocked"), groups, strict=True)
        return tuple((verdict, when) for verdict, when in named if when is not NEVER)

    @lazy
    def outputs(self) -> dict[str, Expr]:
        """The fields of a decision after the verdict, by name and in order."""
        found: dict[str, Expr] = {
            name: self.decides[name] for name in ("outcome", *CLOSURE_OUTPUTS)
        }
        found |= {_UNDOING[name]: self.reversible[name] for name in REVERSIBLE_OUTPUTS}
        owed = dict.fromkeys(CHARGE_OUTPUTS, DOES_NOT_APPLY)
        return found | owed | {n: self.decides[n] for n in owed if n in self.decides.kinds}

    @lazy
    def settlements(self) -> tuple[SettlementRow, ...]:
        """The movements of money of all rows, but for the refund of each."""
        return tuple(
            SettlementRow(
                each.kind, when=every(self.decides.decided(row.code), each.when), cites=row.cites,
                direction=each.direction, amount=each.amount, at_most=each.at_most,
                due_by=each.due_by, to=each.to,
            )
            for row in self.decides.rows
            for each in row.settles
        )  # fmt: skip

    @lazy
    def kept(self) -> dict[str, Expr]:
        """What *nothing to do* tells of the fields in :attr:`outputs`; most do not apply."""
        return {name: self.keeps.get(name, DOES_NOT_APPLY) for name in self.outputs}

    def told(self, verdict: str) -> Mapping[str, Expr]:
        """The fields of a decision after the verdict, as expressions where that is certain."""
        if verdict == "allowed":
            return self.outputs
        if verdict == "nothing_to_do":
            return self.kept
        return dict.fromkeys(self.outputs, DOES_NOT_APPLY)

    @lazy
    def row_readings(self) -> tuple[Reading, ...]:
        """Readings a deciding row assumes, then those of the intent itself."""
        rows = tuple(
            Reading(reading, self.decides.decided(row.code))
            for row in self.decides.rows
            for reading in row.assumes
        )
        return rows + self.readings

    def expressions(self) -> Iterable[Expr]:
        """Every expression of the intent, conditions and outputs alike."""
        for table in (self.decides, self.reversible):
            for row in table.rows:
                yield row.when
                yield from row.outputs.values()
        yield from self.keeps.values()
        for ruling in self.rulings():
            yield ruling.when
            if isinstance(ruling, ConsequenceRow):
                yield ruling.on
            if isinstance(ruling, SettlementRow):
                yield from (ruling.amount, ruling.at_most, ruling.due_by)
            if isinstance(ruling, BlockerRow):
                yield from (remedy.when for remedy in ruling.remedies)
        yield from (reading.when for reading in self.readings)

    def rulings(self) -> tuple[Ruling, ...]:
        """Every conditional row beside the tables."""
        return (
            *self.not_covered,
            *self.nothing_to_do,
            *self.blockers,
            *self.consequences,
            *self.prepare,
            *self.steps,
            *self.settlements,
        )

    @lazy
    def facts(self) -> dict[str, Fact]:
        """Every fact the intent reads, by name."""
        found: dict[str, Fact] = {}
        for expr in self.expressions():
            found |= expr.facts()
        return found

    def citations(self) -> Iterable[Citation]:
        """Every citation, of tables and rows."""
        for table in (self.decides, self.reversible):
            for row in table.rows:
                yield from row.cites
        for ruling in self.rulings():
            yield from ruling.cites


#: what each part of an intent of which there are several is made of
_PARTS: dict[str, type] = {
    "actors": str, "modes": str, "one_way": Citation, "not_covered": Ruling,
    "nothing_to_do": Ruling, "blockers": BlockerRow, "consequences": ConsequenceRow,
    "prepare": StepRow, "steps": StepRow, "readings": Reading,
}  # fmt: skip


class Edition(NamedTuple):
    """One state of the rules: ``name``, and three dates.

    ``in_force`` is the first day it answers for (``None`` where no source says when it
    began), ``published`` the date the page itself carries (``None`` for a page without one),
    ``checked`` when it was last compared.
    """

    name: str
    in_force: date | None
    published: date | None
    checked: date


@dataclass(frozen=True, eq=False)
class Policy:
    """One edition of one platform's rules; ``readings`` lists all it knows of."""

    platform: str
    edition: Edition
    intents: tuple[Intent, ...]
    sources: tuple[Citation, ...] = ()

    def __post_init__(self) -> None:
        for name, of in (("intents", Intent), ("sources", Citation)):
            made: tuple[Any, ...] = several(self.platform, name, getattr(self, name), of)
            object.__setattr__(self, name, made)

    def intent(self, name: str) -> Intent | None:
        """The rules for one intent, or ``None`` where the platform does not know it."""
        return next((intent for intent in self.intents if intent.name == name), None)

    @lazy
    def digest(self) -> str:
        """The SHA-256 of what the rules mean: rows, conditions and outputs.

        Not of where and when they were read: the same rules on a page read again have it too.
        """
        from subhub.policies.language.meaning import digest

        return digest(self.platform, self.intents)


def in_force(editions: tuple[Policy, ...], day: date) -> Policy:
    """The edition that answers for ``day``: the last one in force by then.

    Raises :class:`NotInForce` for a day before the first edition, where that has a start.
    """
    current = [policy for policy in editions if first_day(policy) <= day]
    if not current:
        first = min(first_day(policy) for policy in editions)
        raise NotInForce("not_in_force", day=day, platform=editions[0].platform, first=first)
    return max(current, key=first_day)


def first_day(policy: Policy) -> date:
    """The first day the edition answers for: the calendar's first, where none is known."""
    return policy.edition.in_force or date.min
