"""Are the words complete? Which messages an adapter needs, lacks, and has for nobody."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from string import Formatter
from typing import TYPE_CHECKING, get_args

from subhub.errors.english import ERRORS, HINTS
from subhub.model.cancellation import Channel, Severity, Verdict
from subhub.model.choices import GOALS, Difference
from subhub.model.part import Certainty
from subhub.model.refund import RefundKind, RefundTo
from subhub.model.subscription import BillingInterval, Status
from subhub.policies.engines.evaluate import Decision
from subhub.policies.language.expressions import Const
from subhub.policies.language.facts import facts
from subhub.policies.language.kinds import Kind
from subhub.policies.language.policy import StepRow
from subhub.words.catalogue import LANGUAGES, read, references, variables, words
from subhub.words.errors import RAISED_IN
from subhub.words.terms import TERM, read_terms

if TYPE_CHECKING:
    from subhub.plugin.folder import Catalogues
    from subhub.plugin.guarded import Guarded
    from subhub.policies.language.policy import Intent

#: keys of a document that are looked up nowhere: the user says them
NOT_LOOKED_UP = frozenset({"platform", "id", "depends_on", "on", "mode", "actor"})


def find_missing(adapter: Guarded, lang: str) -> list[str]:
    """Every message that answers about the platform can need and no catalogue has, sorted."""
    wanted = find_needed(adapter) | shared() | set(of_mistakes(adapter, lang))
    lacking = wanted - words(lang, adapter).sources.keys()
    return sorted(lacking | missing_terms(adapter.locale(), lang))


def missing_terms(locale: Catalogues, lang: str) -> set[str]:
    """The terms that a folder's sentences or its other languages have, and this one has not."""
    known = {name for each in LANGUAGES for name in read_terms(locale, each)}
    return (known | _terms_used(locale)) - read_terms(locale, lang).keys()


def unused_terms(locale: Catalogues, lang: str) -> list[str]:
    """Every term of a folder that no sentence of it names, in any language, sorted."""
    return sorted(read_terms(locale, lang).keys() - _terms_used(locale))


def _terms_used(locale: Catalogues) -> set[str]:
    sources = (source for each in LANGUAGES for source in read(locale, each).values())
    return {name for source in sources for name in references(source) if name.startswith(TERM)}


def of_mistakes(adapter: Guarded, lang: str) -> dict[str, set[str]]:
    """The messages of the platform's own mistakes, each with the variables it is given.

    None in English: those sentences stand beside the mistakes themselves.
    """
    if lang == RAISED_IN:
        return {}
    mistakes = adapter.subscription().mistakes
    return {
        f"{kind}-{code}": {"field", "value", *_named(" ".join(said))}
        for code, said in mistakes.items()
        for kind, sentence in zip(("error", "hint"), said, strict=True)
        if sentence
    }


def of_errors() -> dict[str, set[str]]:
    """The messages of every error of ours, each with the variables it is given."""
    return {
        f"{kind}-{code}": {"field", "value", *_named(ERRORS.get(code, "") + sentence)}
        for kind, table in (("error", ERRORS), ("hint", HINTS))
        for code, sentence in table.items()
    }


def strange(locale: Catalogues, lang: str, given: Mapping[str, set[str]]) -> dict[str, set[str]]:
    """The variables that a folder's messages use and that ``given`` does not give them."""
    own = read(locale, lang)
    odd = {name: variables(own[name]) - given[name] for name in given.keys() & own.keys()}
    return {name: names for name, names in odd.items() if names}


def _named(template: str) -> Iterator[str]:
    return (name for _, name, _, _ in Formatter().parse(template) if name)


def find_unused(locale: Catalogues, lang: str, wanted: set[str]) -> list[str]:
    """Every message of a folder that is not ``wanted`` and no message refers to, sorted."""
    own = read(locale, lang)
    referred = {name for source in own.values() for name in references(source)}
    return sorted(own.keys() - wanted - referred)


def shared() -> set[str]:
    """The messages every platform needs alike."""
    return {f"{kind}-{code}" for kind, codes in _SHARED.items() for code in codes} | {
        f"output-{key}" for key in _outputs()
    }


def find_needed(adapter: Guarded) -> set[str]:
    """The messages that this platform's rules and documents need."""
    return {
        *_of_document(adapter),
        *(message for policy in adapter.editions() for intent in policy.intents
          for message in _of_intent(intent)),
        *(f"rule-{each.id}" for policy in adapter.editions() for each in policy.sources),
        *(f"consequence-{code}" for code in adapter.also_codes),
    }  # fmt: skip


def _of_document(adapter: Guarded) -> Iterator[str]:
    model = adapter.subscription()
    for name in model.model_fields:
        yield f"fact-{name}"
        if name not in NOT_LOOKED_UP:
            yield f"fact-{name}-where"
    for name, fact in facts(model).all().items():
        if name != "platform":
            yield from (f"{name}-{code}" for code in fact.domain)


def _of_intent(intent: Intent) -> Iterator[str]:
    yield f"intent-{intent.name}"
    yield from (f"actor-{actor}" for actor in intent.actors)
    yield from (f"mode-{mode}" for mode in intent.modes)
    yield from (f"fact-{name}" for name in intent.facts)
    yield from (f"reading-{reading.id}" for reading in intent.row_readings)
    yield from (f"short-{reading.id}" for reading in intent.row_readings if reading.decides)
    yield from (f"rule-{each.id}" for each in intent.citations())
    for row in intent.decides.rows:
        yield from (f"outcome-{row.code}", f"headline-{row.code}")
    for row in intent.reversible.rows:
        for part in row.outputs["how"].walk():
            if isinstance(part, Const) and part.kind is Kind.CODE:
                yield f"undo-{part.value}"
    yield from _of_rows(intent)


def _of_rows(intent: Intent) -> Iterator[str]:
    for ruling in (*intent.not_covered, *intent.nothing_to_do):
        yield f"reason-{ruling.code}"
    for blocker in intent.blockers:
        yield f"blocker-{blocker.code}"
        for remedy in blocker.remedies:
            yield f"remedy-{remedy.code}"
            if remedy.actor:
                yield f"actor-{remedy.actor}"
    for row in intent.consequences:
        yield f"consequence-{row.code}"
        if row.deadline:
            yield f"deadline-{row.code}"
    for step in (*intent.prepare, *intent.steps):
        yield from _of_step(step)
    yield from (f"settlement-{row.code}" for row in intent.settlements)


def _of_step(step: StepRow) -> Iterator[str]:
    yield from (f"step-{step.code}", f"where-{step.where}")
    if step.actor:
        yield f"actor-{step.actor}"


def _outputs() -> Iterator[str]:
    """The outputs as a document's keys, with dashes for dots: ``refund-due_by``."""
    for field in Decision._fields:
        group, _, part = field.partition("_")
        if group == "reversible":
            yield f"reversible-{part or 'possible'}"
        else:
            yield f"{group}-{part}" if group in ("refund", "charge") else field


_VERDICTS = get_args(Verdict)
_SHARED: dict[str, tuple[str, ...]] = {
    "verdict": _VERDICTS,
    "headline": _VERDICTS,
    "certainty": get_args(Certainty),
    "severity": get_args(Severity),
    "channel": get_args(Channel),
    "refund": get_args(RefundKind),
    "refund_to": get_args(RefundTo),
    "status": get_args(Status),
    "billing_interval": get_args(BillingInterval),
    "intent": ("cancel",),
    "blocker": ("intent_not_offered",),
    "remedy": ("cancel_instead",),
    "undo": ("never",),
    "unknown": ("output",),
    "owed": ("sentence",),
    "reading": ("A-TZ", "A-EDITION"),
    "short": ("A-TZ", "A-EDITION"),
    "goal": GOALS,
    "gain": get_args(Difference.model_fields["code"].annotation),
    "forgo": get_args(Difference.model_fields["code"].annotation),
    "move": ("other_mode", "other_actor", "wait"),
    "deadline": ("ends", "access_ends", "billing_stops", "refund_due", "charge_due",
                 "undo_ends",
                 "act_before_charge"),
    "dependence": ("ends_with",),
}  # fmt: skip
