"""A question: one subscription, one request, and the edition of the rules that answers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from subhub import log
from subhub.errors import RequestError, did_you_mean
from subhub.model.calendar import today
from subhub.model.subscription import Subscription
from subhub.plugin import Adapter
from subhub.policies.language.policy import NO_MODE, Intent, Policy, in_force

#: periods are added to days that are asked about, and the calendar ends with the year 9999
FARTHEST = date(9900, 12, 31)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, checked: ``intent`` is None where the platform does not know it."""

    adapter: Adapter
    subscription: Subscription
    policy: Policy
    intent: Intent | None
    intent_name: str
    on: date
    mode: str
    actor: str

    def facts(self) -> dict[str, Any]:
        """The facts of document and request by name, missing ones as ``None``."""
        return {**self.subscription.__dict__, "on": self.on, "mode": self.mode, "actor": self.actor}

    def stale(self) -> tuple[str, ...]:
        """Facts of the document that had lapsed by the day asked about."""
        known = self.subscription.__dict__
        return tuple(
            name
            for name, fact in (self.intent.facts if self.intent else {}).items()
            if fact.lapses and known.get(name) is not None and known[name] < self.on
        )


def ask(
    adapter: Adapter,
    subscription: Subscription,
    *,
    on: date | str | None,
    mode: str | None,
    actor: str | None,
    intent: str,
    policy_as_of: date | str | None,
) -> Question:
    """Check a request. Raises :class:`RequestError` and :class:`NotInForce`."""
    day = today(subscription.zone) if on is None else as_day(on, "on")
    started = subscription.started_on
    if started is not None and day < started:
        raise RequestError(
            f"on: `{day}` lies before `started_on` ({started})",
            hint="ask about the day it started or a later one",
        )
    policy = in_force(
        adapter.editions(), day if policy_as_of is None else as_day(policy_as_of, "policy_as_of")
    )
    log.debug("hub", "edition `%s` of `%s` answers", policy.edition.name, policy.platform)
    rules = policy.intent(intent)
    modes = rules.modes if rules else ()
    actors = rules.actors if rules else policy.intents[0].actors
    if mode is not None and modes and mode not in modes:
        raise _choice("mode", mode, modes)
    if actor is not None and actor not in actors:
        raise _choice("actor", actor, actors)
    return Question(
        adapter,
        subscription,
        policy,
        rules,
        intent,
        day,
        mode or (modes[0] if modes else NO_MODE),
        actor or actors[0],
    )


def as_day(value: date | str, name: str) -> date:
    """A day given as a date or as ISO text. Raises :class:`RequestError`."""
    try:
        day = value if type(value) is date else date.fromisoformat(str(value))
    except ValueError:
        raise RequestError(
            f"{name}: `{value}` is not a day of the calendar", hint="write it as `2026-11-21`"
        ) from None
    if day > FARTHEST:
        raise RequestError(f"{name}: `{day}` lies too far ahead", hint=f"ask up to {FARTHEST}")
    return day


def _choice(name: str, value: str, options: tuple[str, ...]) -> RequestError:
    return RequestError(
        f"{name}: `{value}` is not known here",
        hint=f"{did_you_mean(value, options)} one of {', '.join(options)}".strip(),
    )
