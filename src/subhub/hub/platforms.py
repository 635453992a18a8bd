"""What is installed: every platform, and what can be asked about it."""

from __future__ import annotations

from subhub.model.platform import Offer, Platform
from subhub.plugin.guarded import Guarded
from subhub.policies.language.policy import first_day


def platform(adapter: Guarded) -> Platform:
    """What the platform of an adapter offers by its latest rules."""
    products = _products(adapter)
    policy = max(adapter.editions(), key=first_day)
    return Platform(
        platform=adapter.platform,
        title=adapter.title,
        products=products,
        intents=tuple(
            Offer(intent=each.name, modes=each.modes, actors=each.actors) for each in policy.intents
        ),
        automated=tuple(sorted(adapter.automated)),
        edition=policy.edition.name,
        checked_on=policy.edition.checked,
        slow=tuple(adapter.boundary.slow),
    )


def find_outcomes(adapter: Guarded) -> set[str]:
    """Every outcome that any edition of the platform's rules gives, whatever is asked."""
    return {
        row.code
        for policy in adapter.editions()
        for intent in policy.intents
        for row in intent.decides.rows
    }


def _products(adapter: Guarded) -> tuple[str, ...]:
    """The products a document of the platform can name."""
    from subhub.policies.language.facts import facts

    known = facts(adapter.subscription()).all()
    return tuple(known["product"].domain) if "product" in known else ()
