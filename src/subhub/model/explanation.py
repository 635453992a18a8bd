"""Explanation: why an answer is what it is, row by row."""

from __future__ import annotations

from typing import Literal

from subhub.model.frozen import FrozenDict
from subhub.model.part import Part
from subhub.model.spoken import SpokenCancellation
from subhub.model.value import Value

Group = Literal["not_covered", "nothing_to_do", "blocker", "outcome", "undo", "consequence"]


class Check(Part):
    """One comparison: how it is written, whether it holds, and the values it saw.

    ``holds`` is None where missing facts leave it open; so is a value that is not known.
    ``values`` has the facts of the comparison and, where a side is computed, what it gives.
    """

    text: str
    holds: bool | None
    values: FrozenDict[Value | None]


class Finding(Part):
    """One row of the policy: whether it holds, by which checks, and which rules it cites.

    ``decides`` tells the row of a table that is the first to hold; None where several rows
    may be.
    """

    part: Group
    code: str
    holds: bool | None
    decides: bool | None
    checks: tuple[Check, ...]
    rules: tuple[str, ...]


class Explanation(Part):
    """Every row over the facts of one question, in the order in which rows win."""

    platform: str
    intent: str
    findings: tuple[Finding, ...]


class ExplainedCancellation(SpokenCancellation):
    """An answer with its sentences and every row that was looked at: ``--explain`` as JSON."""

    explanation: tuple[Finding, ...]
