"""The rules of a platform, written out: what ``subhub rules`` shows."""

from __future__ import annotations

from datetime import date
from typing import Any

from subhub.model.calendar import as_day
from subhub.model.catalogue import (
    BlockingRow,
    Catalogue,
    CatalogueEdition,
    CatalogueIntent,
    CatalogueRemedy,
    CatalogueRow,
    CatalogueRule,
    CatalogueStep,
    DecidingRow,
    FollowingRow,
)
from subhub.model.frozen import FrozenDict
from subhub.plugin.guarded import Guarded
from subhub.policies.language import policy as rules
from subhub.policies.language.tables import Table
from subhub.words import words


def catalogue(adapter: Guarded, policy_as_of: date | str | None, lang: str) -> Catalogue:
    """See :meth:`subhub.hub.Hub.catalogue`."""
    return catalogue_of(adapter, edition_of(adapter, policy_as_of), lang)


def catalogue_of(adapter: Guarded, policy: rules.Policy, lang: str) -> Catalogue:
    """The rules of one edition."""
    said = words(lang, adapter)
    readings = {each.id: None for one in policy.intents for each in one.row_readings}
    edition = policy.edition
    return Catalogue(
        platform=policy.platform,
        title=adapter.title,
        edition=CatalogueEdition(
            name=edition.name, in_force=edition.in_force, published=edition.published,
            checked=edition.checked,
        ),
        digest=policy.digest,
        intents=tuple(_intent(each) for each in policy.intents),
        readings=FrozenDict({each: said.say(f"reading-{each}") for each in readings}),
        rules=tuple(
            CatalogueRule(
                id=each.id, title=each.title, publisher=each.publisher, url=each.url,
                section=each.section, checked_on=each.checked_on,
                sentence=said.say(f"rule-{each.id}"),
            )
            for each in policy.sources
        ),
    )  # fmt: skip


def edition_of(adapter: Guarded, policy_as_of: date | str | None) -> rules.Policy:
    """The edition in force on a day; the latest where none is given."""
    if policy_as_of is not None:
        return rules.in_force(adapter.editions(), as_day(policy_as_of, "policy_as_of"))
    return max(adapter.editions(), key=rules.first_day)


def _intent(intent: rules.Intent) -> CatalogueIntent:
    return CatalogueIntent(
        intent=intent.name,
        modes=intent.modes,
        actors=intent.actors,
        not_covered=tuple(CatalogueRow(**_row(row)) for row in intent.not_covered),
        nothing_to_do=tuple(CatalogueRow(**_row(row)) for row in intent.nothing_to_do),
        blockers=tuple(_blocker(row) for row in intent.blockers),
        outcomes=_table(intent.decides),
        reversible=_table(intent.reversible),
        consequences=tuple(
            FollowingRow(**_row(row), on=repr(row.on), severity=row.severity)
            for row in intent.consequences
        ),
        prepare=tuple(_step(row) for row in intent.prepare),
        steps=tuple(_step(row) for row in intent.steps),
    )


def _row(row: Any) -> dict[str, Any]:
    """What every row has."""
    return {"code": row.code, "when": repr(row.when), "rules": tuple(c.id for c in row.cites)}


def _table(table: Table) -> tuple[DecidingRow, ...]:
    return tuple(
        DecidingRow(
            **_row(row),
            readings=row.assumes,
            outputs=FrozenDict({name: repr(value) for name, value in row.outputs.items()}),
        )
        for row in table.rows
    )


def _blocker(row: rules.BlockerRow) -> BlockingRow:
    ways = (CatalogueRemedy(**_row(each), actor=each.actor or None) for each in row.remedies)
    return BlockingRow(**_row(row), remedies=tuple(ways))


def _step(row: rules.StepRow) -> CatalogueStep:
    return CatalogueStep(**_row(row), actor=row.actor, where=row.where, channel=row.channel)
