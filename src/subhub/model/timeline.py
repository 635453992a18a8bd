"""Timeline: the spans of days in which an answer stays the same, and why it changes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import overload

from subhub.model.part import Part
from subhub.model.spoken import AnyAnswer


class Change(Part):
    """One thing that is different from the span before.

    ``key`` is an output (``refund.amount``) or a row that begins or ceases to take part
    (``consequences.full_refund_ends``); ``before`` and ``after`` are its values as a
    document writes them, ``"on"`` for a day that moves along with the day asked.
    """

    key: str
    before: bool | str | None
    after: bool | str | None


class TimelineSpan(Part):
    """The days ``[since, until)`` with one answer.

    ``answer`` is the one of the first day; ``moving`` names the outputs that move along
    with the day asked. ``facts`` put the edge where it is, ``rules`` say why it is one.
    """

    since: date
    until: date
    answer: AnyAnswer
    moving: tuple[str, ...]
    changes: tuple[Change, ...]
    facts: tuple[str, ...]
    rules: tuple[str, ...]


class Timeline(Part, Sequence[TimelineSpan]):
    """How the answer to one request develops from ``since`` until before ``until``.

    It is a sequence of its ``spans``: iterate, count, index and slice it.
    """

    platform: str
    subscription: str | None
    intent: str
    mode: str | None
    actor: str
    since: date
    until: date
    spans: tuple[TimelineSpan, ...]

    def __iter__(self) -> Iterator[TimelineSpan]:  # type: ignore[override]  # not its fields
        return iter(self.spans)

    def __len__(self) -> int:
        return len(self.spans)

    @overload
    def __getitem__(self, index: int) -> TimelineSpan: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[TimelineSpan, ...]: ...
    def __getitem__(self, index: int | slice) -> TimelineSpan | tuple[TimelineSpan, ...]:
        return self.spans[index]
