"""Verification: what is proved about a policy, and what is not."""

from __future__ import annotations

from datetime import date
from typing import Literal

from subhub.model.frozen import FrozenDict
from subhub.model.part import Part

Invariant = Literal[
    "ends_on_not_before_on",
    "access_until_not_before_on",
    "billing_stops_on_not_before_on",
    "refund_due_by_not_before_on",
    "refund_amount_not_negative",
    "refund_at_most_not_negative",
    "refund_amount_within_at_most",
]
#: a document and its request, as they would be written
Example = FrozenDict[str]


class VerifiedRow(Part):
    """Whether a row can decide: ``never`` is proved, ``reached`` has an example.

    ``part`` is the verdict that the row gives, or the table that it stands in; ``last`` is
    the row of a table for all that no other fits.
    """

    part: str
    code: str
    rules: tuple[str, ...]
    last: bool
    state: Literal["reached", "never", "open"]
    example: Example | None = None


class OrderedRows(Part):
    """Two rows of a table that can hold together: the ``first`` decides since it stands first."""

    table: str
    first: str
    second: str
    state: Literal["matters", "open"]
    example: Example | None = None


class VerifiedInvariant(Part):
    """What has to hold of every answer: ``proved``, ``refuted`` by an example, or ``open``."""

    code: Invariant
    state: Literal["proved", "refuted", "open"]
    example: Example | None = None


class VerifiedIntent(Part):
    """All that was found about the rules for one intent."""

    intent: str
    rows: tuple[VerifiedRow, ...]
    order: tuple[OrderedRows, ...]
    invariants: tuple[VerifiedInvariant, ...]


class Verification(Part):
    """A policy, and what is proved about it; every example is asked about on the day ``on``."""

    platform: str
    title: str
    edition: str
    digest: str
    on: date
    intents: tuple[VerifiedIntent, ...]

    @property
    def refuted(self) -> bool:
        """Some invariant can be broken, or some row can never decide."""
        return "refuted" in self._states() or "never" in self._states()

    @property
    def proved(self) -> bool:
        """Nothing is refuted, and nothing was left open."""
        return not self.refuted and "open" not in self._states()

    def _states(self) -> set[str]:
        return {
            state
            for each in self.intents
            for state in (
                *(row.state for row in each.rows),
                *(pair.state for pair in each.order),
                *(invariant.state for invariant in each.invariants),
            )
        }
