"""A platform with two editions, the earlier one made by changing the rows of the later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from subhub import Hub
from subhub.policies.language.policy import Intent, Policy
from subhub.policies.language.tables import Row, Table

OURS = Hub().registry.adapter("impact")
(NEW,) = OURS.editions()
ACCOUNT = {
    "platform": "impact", "id": "acct", "status": "active", "started_on": "2026-10-23",
    "trial_ends_on": "2026-10-30", "card_charged": "500.00 USD", "partner_costs": "0.00 USD",
    "locked_actions": 0, "pending_actions": 0, "balance": "412.50 USD", "open_invoices": "0.00 USD",
}  # fmt: skip


class Twice(type(OURS.own)):  # type: ignore[misc]
    """The same platform with an earlier edition, whose closing rows are changed."""

    def __init__(self, change: Callable[[tuple[Row, ...]], tuple[Row, ...]]) -> None:
        self.change = change

    def editions(self) -> tuple[Policy, ...]:
        edition = NEW.edition._replace(name="2025-01", in_force=date(2025, 1, 1))
        before = replace(NEW, edition=edition, intents=tuple(map(self._changed, NEW.intents)))
        later = NEW.edition._replace(in_force=date(2026, 11, 1))
        return before, replace(NEW, edition=later)

    def _changed(self, intent: Intent) -> Intent:
        if intent.name != "cancel":
            return intent
        table = intent.decides
        return replace(intent, decides=Table(table.name, self.change(table.rows)))


def only_idle(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Before, the full refund did not hang on the age."""
    loose = replace(rows[1], when=rows[2].when)
    return (rows[0], loose, rows[3])
