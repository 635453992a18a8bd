"""Catalogue: everything the rules of a platform say, row by row, as a program can read it."""

from __future__ import annotations

from datetime import date

from subhub.model.cancellation import Channel, CitedRule, Severity
from subhub.model.frozen import FrozenDict
from subhub.model.part import Part

#: how a condition is written that always holds, and an output that does not apply
ALWAYS, NOTHING = "True", "does not apply"


class CatalogueEdition(Part):
    """The state of the rules: in force from, published on, last compared with the pages on."""

    name: str
    in_force: date | None
    published: date | None
    checked: date


class CatalogueRow(Part):
    """A row: its code, when it holds as the rules write it, and the rules it cites."""

    code: str
    when: str
    rules: tuple[str, ...]


class DecidingRow(CatalogueRow):
    """A row of a table, of which the first to hold decides: what it gives, and how it reads."""

    readings: tuple[str, ...]
    outputs: FrozenDict[str]


class CatalogueRemedy(CatalogueRow):
    """A way out of a blocker; ``actor`` is null where it is whoever asks."""

    actor: str | None


class BlockingRow(CatalogueRow):
    """A row that stands in the way, and the ways out."""

    remedies: tuple[CatalogueRemedy, ...]


class FollowingRow(CatalogueRow):
    """A row of what follows; ``on`` is its day as the rules write it."""

    on: str
    severity: Severity


class CatalogueStep(CatalogueRow):
    """A row of what is to be done."""

    actor: str
    where: str
    channel: Channel


class CatalogueIntent(Part):
    """The rows for one intent, in the order in which they win."""

    intent: str
    modes: tuple[str, ...]
    actors: tuple[str, ...]
    not_covered: tuple[CatalogueRow, ...]
    nothing_to_do: tuple[CatalogueRow, ...]
    blockers: tuple[BlockingRow, ...]
    outcomes: tuple[DecidingRow, ...]
    reversible: tuple[DecidingRow, ...]
    consequences: tuple[FollowingRow, ...]
    prepare: tuple[CatalogueStep, ...]
    steps: tuple[CatalogueStep, ...]


class CatalogueRule(CitedRule):
    """A rule of a page, and what it says in a sentence."""

    sentence: str


class Catalogue(Part):
    """The rules of a platform: every row of every intent, every reading, every source.

    ``readings`` gives each reading its sentence. ``digest`` changes with any rule.
    """

    platform: str
    title: str
    edition: CatalogueEdition
    digest: str
    intents: tuple[CatalogueIntent, ...]
    readings: FrozenDict[str]
    rules: tuple[CatalogueRule, ...]
