"""Contradictions: what the facts of a document cannot all say at once.

One definition serves everywhere: a document that says so is refused, so is the row of a table
that does (in dataframes and in SQL), and where facts are missing no way of filling them in that
would make the document say so counts.

>>> from subhub.policies.language.expressions import Fact
>>> started, trial = Fact("started_on", Kind.DAY), Fact("trial_ends_on", Kind.DAY)
>>> contradiction("trial_ends_early", trial, when=trial < started, started_on=started)
trial_ends_on: trial_ends_early where trial_ends_on < started_on
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from subhub.errors import PolicyError
from subhub.once import lazy
from subhub.policies.language.expressions import Expr, Fact
from subhub.policies.language.kinds import Kind


class IsTold(Expr):
    """Whether a document tells a fact: known even where the fact is not.

    Rules cannot read it, or what is not known would decide.
    """

    __slots__ = ()

    def __init__(self, fact: Expr) -> None:
        super().__init__(Kind.BOOL, fact)

    def __repr__(self) -> str:
        return f"{self.args[0]!r} is told"


def told(fact: Fact) -> Expr:
    """Whether a document tells ``fact`` at all; for contradictions only.

    >>> told(Fact("last_lock_on", Kind.DAY))
    last_lock_on is told
    """
    return IsTold(fact)


@dataclass(frozen=True, eq=False)
class Contradiction:
    """Where ``when`` holds for certain, the document says under ``field`` what cannot be.

    ``code`` is that of a sentence in the ``mistakes`` of the document's model; ``values`` are
    what the sentence names beside ``{value}``, which is what the field says.
    """

    code: str
    field: Fact
    when: Expr
    values: Mapping[str, Expr]

    @lazy
    def facts(self) -> dict[str, Fact]:
        """The facts that contradict one another, by name."""
        return self.when.facts()

    def __repr__(self) -> str:
        return f"{self.field!r}: {self.code} where {self.when!r}"


def contradiction(code: str, field: Fact, *, when: Expr, **values: Expr) -> Contradiction:
    """What cannot be: named by ``code``, told of ``field``, where ``when`` holds.

    ``when`` holds for certain or not at all: what a missing fact leaves open contradicts
    nothing, but for :func:`told`. ``values`` are facts and sums that the sentence names.

    Raises :class:`PolicyError` where ``when`` is no condition, or hangs on the request: what
    a document says is so on every day.
    """
    if not isinstance(when, Expr) or when.kind is not Kind.BOOL:
        raise PolicyError("when_no_condition", code=code, when=repr(when))
    made = Contradiction(code, field, when, values)
    given = [fact.name for fact in made.facts.values() if fact.given]
    if given:
        raise PolicyError("contradiction_of_request", code=code, fact=given[0])
    return made


def refuse_told(code: str, when: Expr) -> None:
    """Raise :class:`PolicyError` where the condition of a rule asks whether a fact is told."""
    left = [when]
    while left:
        expr = left.pop()
        if isinstance(expr, IsTold):
            raise PolicyError("told_in_rule", code=code, fact=repr(expr.args[0]))
        left += expr.args
