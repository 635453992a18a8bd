"""Timeline: the spans of days in which an answer stays the same, and why it changes."""

from __future__ import annotations

from datetime import date
from typing import Any

from subhub.model.cancellation import Cancellation, Part


class Change(Part):
    """One thing that is different from the span before.

    ``key`` is an output (``refund.amount``) or a row that begins or ceases to take part
    (``consequences.full_refund_ends``); ``before`` and ``after`` are its values as a
    document writes them, ``"on"`` for a day that moves along with the day asked.
    """

    key: str
    before: Any
    after: Any


class TimelineSpan(Part):
    """The days ``[since, until)`` with one answer.

    ``answer`` is the one of the first day; ``moving`` names the outputs that move along
    with the day asked. ``facts`` put the edge where it is, ``rules`` say why it is one.
    """

    since: date
    until: date
    answer: Cancellation
    moving: tuple[str, ...]
    changes: tuple[Change, ...]
    facts: tuple[str, ...]
    rules: tuple[str, ...]


class Timeline(Part):
    """How the answer to one request develops from ``since`` until before ``until``."""

    platform: str
    subscription: str | None
    intent: str
    mode: str | None
    actor: str
    since: date
    until: date
    spans: tuple[TimelineSpan, ...]
