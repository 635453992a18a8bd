"""A policy put to a solver: what ``subhub verify`` shows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from subhub.errors import MissingExtra
from subhub.hub.catalogue import edition_of
from subhub.model.calendar import as_day, today
from subhub.model.frozen import FrozenDict
from subhub.model.verification import (
    Example,
    OrderedRows,
    Verification,
    VerifiedIntent,
    VerifiedInvariant,
    VerifiedRow,
)
from subhub.plugin.guarded import Guarded
from subhub.policies.language.policy import Intent

if TYPE_CHECKING:
    from subhub.policies.analysis.verify.findings import Found

_ROW = {"yes": "reached", "no": "never", "open": "open"}
_ORDER = {"yes": "matters", "open": "open"}
_INVARIANT = {"yes": "refuted", "no": "proved", "open": "open"}


def verify(
    adapter: Guarded,
    only: str | None,
    policy_as_of: date | str | None,
    on: date | str | None,
) -> Verification:
    """See :meth:`subhub.hub.Hub.verify`."""
    try:
        from subhub.policies.analysis.verify import findings  # noqa: F401
    except ImportError as error:
        raise MissingExtra("verify_needs_extra", "check") from error
    policy = edition_of(adapter, policy_as_of)
    day = today(adapter.subscription().default_timezone) if on is None else as_day(on, "on")
    intents = [each for each in policy.intents if only is None or each.name == only]
    return Verification(
        platform=policy.platform,
        title=adapter.title,
        edition=policy.edition.name,
        digest=policy.digest,
        on=day,
        intents=tuple(_intent(each, day) for each in intents),
    )


def _intent(intent: Intent, on: date) -> VerifiedIntent:
    from subhub.policies.analysis.verify.findings import Prover

    prover = Prover(intent, on)
    last = {intent.decides.rows[-1].code, intent.reversible.rows[-1].code}
    tables = (intent.decides.name, intent.reversible.name)
    return VerifiedIntent(
        intent=intent.name,
        rows=tuple(
            VerifiedRow(
                part=each.part,
                code=each.row.code,
                rules=tuple(cited.id for cited in each.row.cites),
                last=each.part in tables and each.row.code in last,
                **_found(each.found, _ROW, intent),
            )
            for each in prover.reached()
        ),
        order=tuple(
            OrderedRows(
                table=each.table,
                first=each.first.code,
                second=each.second.code,
                **_found(each.found, _ORDER, intent),
            )
            for each in prover.overlaps()
        ),
        invariants=tuple(
            VerifiedInvariant(code=each.invariant, **_found(each.found, _INVARIANT, intent))
            for each in prover.invariants()
        ),
    )


def _found(found: Found, states: Mapping[str, str], intent: Intent) -> dict[str, Any]:
    return {"state": states[found.state], "example": _example(found.facts, intent)}


def _example(facts: Mapping[str, Any] | None, intent: Intent) -> Example | None:
    """Only what is told, and of the request only what can be chosen."""
    if facts is None:
        return None
    left_out = {"on"} | ({"mode"} if facts["mode"] not in intent.modes else set())
    left_out |= {"actor"} if len(intent.actors) < 2 else set()
    told = {name: value for name, value in facts.items() if value is not None}
    return FrozenDict({name: _text(told[name]) for name in told if name not in left_out})


def _text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
