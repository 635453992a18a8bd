"""A question: one subscription, one request, and the edition of the rules that answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from subhub import log
from subhub.errors import RequestError, one_of
from subhub.model.calendar import as_day, counted_from_today, today
from subhub.model.request import Request
from subhub.model.subscription import Subscription
from subhub.plugin.guarded import Guarded
from subhub.policies.language.facts import facts
from subhub.policies.language.policy import NO_MODE, Intent, Policy, in_force

if TYPE_CHECKING:
    from subhub.hub.registry import Registry

A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, checked: ``intent`` is None where the platform does not know it."""

    adapter: Guarded
    subscription: Subscription
    policy: Policy
    intent: Intent | None
    intent_name: str
    on: date
    mode: str
    actor: str
    #: the edition is that of another day than ``on``, and stays so on every day
    pinned: bool = False
    #: ``on`` was not given: it is the day that it is now in the subscription's time zone
    today: bool = False

    @property
    def zone(self) -> str:
        """The time zone that days are counted in."""
        return self.adapter.zone(self.subscription)

    def next_charge(self, day: date) -> date | None:
        """The next day from ``day`` that will be charged, where that is known."""
        return self.adapter.next_charge(self.subscription, day)

    def end(self, day: date | str | None, name: str) -> date:
        """The day up to which something is asked, called ``name``; by default a year on."""
        return self.on + A_YEAR if day is None else as_day(counted_from_today(day, self.zone), name)

    def facts(self) -> dict[str, Any]:
        """The facts of document and request by name, missing ones as ``None``."""
        return {**self.subscription.__dict__, "on": self.on, "mode": self.mode, "actor": self.actor}

    def before_it_was_read(self) -> bool:
        """No start of the rules is known, and the day lies before the one they were read on."""
        edition = self.policy.edition
        return edition.in_force is None and self.on < edition.checked

    def stale(self) -> tuple[str, ...]:
        """Facts of the document that had lapsed by the day asked about."""
        known = self.subscription.__dict__
        return tuple(
            name
            for name, fact in (self.intent.facts if self.intent else {}).items()
            if fact.lapses and known.get(name) is not None and known[name] < self.on
        )


@lru_cache(maxsize=64)
def _past_days(model: type[Subscription]) -> tuple[str, ...]:
    """The facts that lie on the day asked or before it."""
    return tuple(name for name, fact in facts(model).all().items() if fact.past)


def ask(registry: Registry, request: Request) -> Question:
    """Check a request whose document is checked already.

    Raises :class:`RequestError` and :class:`NotInForce`.
    """
    subscription = request.document
    assert isinstance(subscription, Subscription)  # noqa: S101 - the hub checked it
    adapter = registry.adapter(subscription.platform)
    day = today(adapter.zone(subscription)) if request.on is None else request.on
    for name in _past_days(type(subscription)):
        told = subscription.__dict__.get(name)
        if told is not None and day < told:
            raise RequestError("before_start", field="on", day=day, name=name, told=told)
    policy = in_force(adapter.editions(), request.policy_as_of or day)
    log.debug("hub", "edition `%s` of `%s` answers", policy.edition.name, policy.platform)
    rules = policy.intent(request.intent)
    if rules is None:
        check_intent(registry, request.intent)
    modes = rules.modes if rules else ()
    actors = rules.actors if rules else policy.intents[0].actors
    if request.mode is not None and modes and request.mode not in modes:
        raise not_known("mode", request.mode, modes)
    if request.actor is not None and request.actor not in actors:
        raise not_known("actor", request.actor, actors)
    return Question(
        adapter,
        subscription,
        policy,
        rules,
        request.intent,
        day,
        request.mode or (modes[0] if modes else NO_MODE),
        request.actor or actors[0],
        pinned=request.policy_as_of is not None,
        today=request.on is None,
    )


def check_intent(registry: Registry, name: str) -> None:
    """Raise :class:`RequestError` for an intent that no installed adapter knows."""
    known = registry.intents()
    if name not in known:
        raise not_known("intent", name, known)


def not_known(name: str, value: str, options: Sequence[str]) -> RequestError:
    """The error for a code that is none of ``options``."""
    return RequestError("unknown_value", field=name, value=value, hint=one_of(options, value))
