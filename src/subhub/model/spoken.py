"""An answer with its sentences: every code beside what it says in one language.

``hub.say(answer, lang="ja")`` makes one; so does every ``--format json``. Without its
sentences it is the answer itself, in any language.
"""

from __future__ import annotations

from subhub.model.cancellation import (
    Blocker,
    Cancellation,
    CitedRule,
    Consequence,
    Remedy,
    Reversibility,
    Step,
)
from subhub.model.frozen import FrozenDict
from subhub.model.part import Part
from subhub.model.refund import Refund
from subhub.model.settlement import Settlement


class SpokenPage(Part):
    """A page as readers of the language find it: in it, where the platform has it so."""

    title: str
    publisher: str
    url: str | None


class SpokenRule(CitedRule):
    """A rule, what it says in short, and its page for who reads the sentences."""

    sentence: str
    page: SpokenPage


class SpokenRemedy(Remedy):
    """A way out in words."""

    sentence: str


class SpokenBlocker(Blocker):
    """What stands in the way, in words."""

    remedies: tuple[SpokenRemedy, ...]
    sentence: str


class SpokenConsequence(Consequence):
    """What follows, in words; ``short_sentence`` leaves out the day, for where it is told already.

    It is ``None`` where the catalogue has no such wording.
    """

    sentence: str
    short_sentence: str | None = None


class SpokenStep(Step):
    """A step in words, and the way to where it is done."""

    sentence: str
    where_sentence: str


class SpokenRefund(Refund):
    """What comes back, in words; none where facts are missing to tell."""

    sentence: str | None


class SpokenSettlement(Settlement):
    """One movement of money in words; none where facts are missing to tell."""

    sentence: str | None


class SpokenReversibility(Reversibility):
    """How it can be undone, in words; none where that does not apply or is not known."""

    sentence: str | None


class SpokenCancellation(Cancellation):
    """The answer with its sentences; ``sentence`` alone answers the question.

    ``outcome_sentence`` and ``reason_sentence`` are null where their codes are; the others
    are by reading (``assumptions``) and by output (``unknown``).
    """

    refund: SpokenRefund | None
    settlements: tuple[SpokenSettlement, ...] = ()
    blockers: tuple[SpokenBlocker, ...]
    consequences: tuple[SpokenConsequence, ...]
    prepare: tuple[SpokenStep, ...]
    steps: tuple[SpokenStep, ...]
    reversible: SpokenReversibility
    rules: tuple[SpokenRule, ...]
    sentence: str
    outcome_sentence: str | None
    reason_sentence: str | None
    assumption_sentences: FrozenDict[str]
    short_assumption_sentences: FrozenDict[str]
    unknown_sentences: FrozenDict[str]


#: an answer inside a result, before or after it was put into words
AnyAnswer = SpokenCancellation | Cancellation
