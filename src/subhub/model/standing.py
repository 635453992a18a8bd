"""Standing: how an answer stands while facts are missing."""

from __future__ import annotations

from subhub.model.cancellation import Verdict
from subhub.model.frozen import FrozenDict
from subhub.model.money import Money
from subhub.model.part import Part
from subhub.model.value import Value


class MoneyRange(Part):
    """The least and the most that can still come back.

    ``least`` is null where it may be nothing; ``most`` where nothing can come back, or where
    ``bounded`` is false because facts are missing to tell. With ``by_agreement`` it may also
    be for people to agree on.
    """

    least: Money | None
    most: Money | None
    bounded: bool
    by_agreement: bool


class Standing(Part):
    """What is certain, whatever the missing facts turn out to be, and what is still possible.

    ``certain`` has the outputs that are known, by their keys; ``verdicts`` and ``outcomes``
    what can still come out, most likely to win first. ``money`` is null where it cannot be
    allowed any more.
    """

    certain: FrozenDict[Value]
    verdicts: tuple[Verdict, ...]
    outcomes: tuple[str, ...]
    money: MoneyRange | None
