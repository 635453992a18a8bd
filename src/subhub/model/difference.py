"""Policy difference: what changed between two states of the rules, and whose answers with it."""

from __future__ import annotations

from typing import Literal

from subhub.model.catalogue import CatalogueEdition
from subhub.model.frozen import FrozenDict
from subhub.model.part import Part
from subhub.model.timeline import Change

RowChange = Literal["added", "removed", "changed", "moved"]


class ChangedRow(Part):
    """A row that is not what it was; ``part`` is the key of the catalogue it stands under.

    ``before`` and ``after`` hold what differs, as the rules write it; a row that ``moved``
    says the same at another place among the rows of its part, where the order has changed.
    """

    intent: str
    part: str
    code: str
    change: RowChange
    before: FrozenDict[str]
    after: FrozenDict[str]
    rules: tuple[str, ...]


class ChangedAnswer(Part):
    """A subscription that is answered differently, with every output that differs."""

    subscription: str
    changes: tuple[Change, ...]


class PolicyDifference(Part):
    """From one edition to another: rows, and of ``asked`` subscriptions those answered anew."""

    platform: str
    title: str
    before: CatalogueEdition
    after: CatalogueEdition
    rows: tuple[ChangedRow, ...]
    asked: int = 0
    answers: tuple[ChangedAnswer, ...] = ()
