"""A policy as JSON: every row with its condition, what it gives, and the rules it cites."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from subhub.cli.speech import speech
from subhub.policies.language.policy import BlockerRow, ConsequenceRow, Ruling, StepRow

if TYPE_CHECKING:
    from subhub.plugin import Adapter
    from subhub.policies.language.policy import Intent, Policy
    from subhub.policies.language.tables import Table


def as_json(policy: Policy, adapter: Adapter, only: str | None = None) -> dict[str, Any]:
    """The whole policy, or one intent of it."""
    said = speech(adapter)
    edition = policy.edition
    return {
        "platform": policy.platform,
        "title": adapter.title,
        "edition": {
            "name": edition.name,
            "in_force": edition.in_force.isoformat(),
            "published": edition.published and edition.published.isoformat(),
            "checked": edition.checked.isoformat(),
        },
        "digest": policy.digest,
        "intents": [_intent(each) for each in policy.intents if only in (None, each.name)],
        "readings": {
            each.id: said.say(f"reading-{each.id}")
            for intent in policy.intents for each in intent.row_readings
        },
        "rules": [
            {"id": each.id, "title": each.title, "publisher": each.publisher, "url": each.url,
             "section": each.section, "checked_on": each.checked_on.isoformat(),
             "sentence": said.say(f"rule-{each.id}")}
            for each in policy.sources
        ],
    }  # fmt: skip


def _intent(intent: Intent) -> dict[str, Any]:
    return {
        "intent": intent.name,
        "modes": list(intent.modes),
        "actors": list(intent.actors),
        "not_covered": [_ruling(row) for row in intent.not_covered],
        "nothing_to_do": [_ruling(row) for row in intent.nothing_to_do],
        "blockers": [_ruling(row) for row in intent.blockers],
        "outcomes": _table(intent.decides),
        "reversible": _table(intent.reversible),
        "consequences": [_ruling(row) for row in intent.consequences],
        "prepare": [_ruling(row) for row in intent.prepare],
        "steps": [_ruling(row) for row in intent.steps],
    }


def _table(table: Table) -> list[dict[str, Any]]:
    return [
        {"code": row.code, "when": repr(row.when), "rules": [each.id for each in row.cites],
         "readings": list(row.assumes),
         "outputs": {name: repr(value) for name, value in row.outputs.items()}}
        for row in table.rows
    ]  # fmt: skip


def _ruling(row: Ruling) -> dict[str, Any]:
    made: dict[str, Any] = {
        "code": row.code, "when": repr(row.when), "rules": [each.id for each in row.cites],
    }  # fmt: skip
    if isinstance(row, BlockerRow):
        made["remedies"] = [
            {"code": each.code, "actor": each.actor or None, "when": repr(each.when),
             "rules": [cited.id for cited in each.cites]}
            for each in row.remedies
        ]  # fmt: skip
    if isinstance(row, ConsequenceRow):
        made |= {"on": repr(row.on), "severity": row.severity}
    if isinstance(row, StepRow):
        made |= {"actor": row.actor, "where": row.where, "channel": row.channel}
    return made
