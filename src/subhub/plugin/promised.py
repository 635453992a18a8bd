"""What an adapter has promised to give: each check is true for what keeps the promise."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any, Literal, get_args, get_origin
from zoneinfo import ZoneInfo

from subhub.model.cancellation import Consequence
from subhub.model.durations import Duration
from subhub.model.money import Money
from subhub.model.subscription import Implied, Subscription
from subhub.policies.language.contradictions import Contradiction
from subhub.policies.language.facts import facts
from subhub.policies.language.kinds import Kind
from subhub.policies.language.policy import Edition, Intent, Policy
from subhub.policies.language.sources import Citation

_TYPES = {Kind.BOOL: bool, Kind.COUNT: int, Kind.DAY: date, Kind.MONEY: Money, Kind.CODE: str,
          Kind.DURATION: Duration}  # fmt: skip


def is_text(given: object) -> bool:
    """Text that says something."""
    return isinstance(given, str) and bool(given.strip())


def are_texts(given: object, kind: type = tuple) -> bool:
    """Texts in a ``kind`` of collection; an empty one fits."""
    return isinstance(given, kind) and all(isinstance(each, str) for each in _each(given))


def is_day_or_none(given: object) -> bool:
    """A day, without a time."""
    return given is None or type(given) is date


def is_zone(given: object) -> bool:
    """The name of a time zone; raises for one that does not exist."""
    return isinstance(given, str) and bool(ZoneInfo(given))


def is_folder(given: object) -> bool:
    """Something files can be found in."""
    return not isinstance(given, str) and all(
        callable(getattr(given, name, None)) for name in ("__truediv__", "is_dir", "is_file")
    )


def are_moneys(given: object) -> bool:
    """Amounts by their paths."""
    return isinstance(given, dict) and all(type(each) is Money for each in given.values())


def has_properties(given: object) -> bool:
    """A JSON Schema of an object."""
    return isinstance(given, dict) and isinstance(given.get("properties"), dict)


def is_model(given: object, platform: str) -> bool:
    """A class of documents whose facts can be read, for this platform."""
    if not (isinstance(given, type) and issubclass(given, Subscription)):
        return False
    facts(given)
    return (
        is_zone(given.default_timezone)
        and _answers_for(given, platform)
        and _are(Implied, given.implied)
        and isinstance(given.mistakes, Mapping)
        and all(len(pair) == 2 and are_texts(pair) for pair in given.mistakes.values())
    )


def are_facts(told: Mapping[str, Any], model: type[Subscription]) -> bool:
    """Whether each fact is of its type, or not known."""
    return all(
        told.get(name) is None or type(told[name]) is kind for name, kind in _types(model).items()
    )


@lru_cache(maxsize=64)
def _types(model: type[Subscription]) -> dict[str, type]:
    return {name: _TYPES[fact.kind] for name, fact in facts(model).all().items()}


def are_editions(given: object, platform: str) -> bool:
    """Editions of this platform's rules, one at least."""
    return (
        isinstance(given, tuple)
        and bool(given)
        and all(isinstance(each, Policy) and _is_sound(each, platform) for each in given)
    )


def are_contradictions(given: object) -> bool:
    """Contradictions, each told of a fact by a code."""
    return isinstance(given, tuple) and all(
        isinstance(each, Contradiction) and is_text(each.code) for each in given
    )


def are_consequences(given: object, policies: Iterable[Policy]) -> bool:
    """Consequences whose rules the platform cites."""
    if not (isinstance(given, tuple) and all(type(each) is Consequence for each in given)):
        return False
    for each in given:
        Consequence.model_validate(dict(each.__dict__), strict=True)
    wanted = {rule for each in given for rule in each.rules}
    return not wanted or wanted <= set(_cited(policies))


def _is_sound(policy: Policy, platform: str) -> bool:
    return (
        policy.platform == platform
        and isinstance(policy.edition, Edition)
        and is_text(policy.edition.name)
        and type(policy.edition.checked) is date
        and is_day_or_none(policy.edition.in_force)
        and is_day_or_none(policy.edition.published)
        and _are(Citation, policy.sources)
        and bool(policy.intents)
        and _are(Intent, policy.intents)
        and all(_can_be_asked(each) for each in policy.intents)
    )


def _can_be_asked(intent: Intent) -> bool:
    return (
        is_text(intent.name)
        and bool(intent.actors)
        and are_texts(intent.actors)
        and are_texts(intent.modes)
    )


def _are(kind: type, given: object) -> bool:
    """A tuple or a mapping of one kind."""
    whole = isinstance(given, tuple | Mapping)
    return whole and all(isinstance(each, kind) for each in _each(given))


def _each(given: Any) -> Iterable[Any]:
    return given.values() if isinstance(given, Mapping) else given


def _answers_for(model: type[Subscription], platform: str) -> bool:
    """Whether its documents can name the platform: as text, or as one of several words."""
    named = model.model_fields["platform"].annotation
    return named is str or (get_origin(named) is Literal and platform in get_args(named))


def _cited(policies: Iterable[Policy]) -> Iterable[str]:
    for policy in policies:
        yield from (each.id for each in policy.sources)
        yield from (each.id for intent in policy.intents for each in intent.citations())
