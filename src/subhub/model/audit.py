"""Audit: which documents of many need care, and what to fill in first."""

from __future__ import annotations

from typing import Literal

from subhub.model.part import Part

State = Literal["unusable", "stale", "incomplete", "complete"]


class Flaw(Part):
    """What keeps a document from being used, in English; ``code`` and place for programs."""

    code: str
    message: str
    hint: str
    field: str = ""
    line: int | None = None


class Audited(Part):
    """One document: its ``state`` is the first that fits of those of :data:`State`.

    ``stale`` are days that have lapsed, ``needs`` facts that are missing and matter for some
    way to cancel, the one that settles most first; ``flaws`` say why it is unusable.
    """

    name: str
    platform: str | None = None
    subscription: str | None = None
    state: State
    stale: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    flaws: tuple[Flaw, ...] = ()


class Wanted(Part):
    """A fact to fill in, and the names of the ``documents`` that need it.

    ``settles`` counts the outputs that knowing it settles, on average over its answers and
    summed over documents and ways.
    """

    fact: str
    platform: str
    documents: tuple[str, ...]
    settles: float


class Audit(Part):
    """All documents, and the facts to fill in, the one that settles most first."""

    documents: tuple[Audited, ...]
    wanted: tuple[Wanted, ...]

    def of(self, state: State) -> tuple[Audited, ...]:
        """The documents in one state."""
        return tuple(each for each in self.documents if each.state == state)
