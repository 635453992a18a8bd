"""A document checked: every problem in one go, what its facts cannot say at once among them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

from subhub.errors import DocumentError, Problem, RequestError
from subhub.hub.registry import Registry
from subhub.model.document import plain
from subhub.model.money import Money
from subhub.model.request import not_a_document, split
from subhub.model.subscription import Subscription
from subhub.model.validation import LineOf, no_platform
from subhub.plugin.guarded import Guarded
from subhub.policies.engines.evaluate import UNKNOWN, Values
from subhub.policies.language.expressions import Expr
from subhub.policies.language.facts import facts
from subhub.policies.language.kinds import Kind


def check(
    registry: Registry, document: Mapping[str, Any] | Subscription, *, file: str, line_of: LineOf
) -> Subscription:
    """See :meth:`subhub.hub.Hub.subscription`; a subscription that is one already is itself."""
    if isinstance(document, Subscription):
        problems = list(contradict(registry.adapter(document.platform), document))
        if problems:
            raise DocumentError(problems, platform=document.platform)
        return document
    if not isinstance(document, Mapping):
        raise not_a_document(document, file)
    told = document if isinstance(document, dict) else plain(document)
    told, _ = split(told, file=file, line_of=line_of)
    platform = told.get("platform")
    if not isinstance(platform, str):
        raise no_platform(told, registry.platforms(), file, line_of)
    adapter = registry.adapter(platform)
    return adapter.read(
        told,
        file=file,
        line_of=line_of,
        of_facts=lambda subscription: contradict(adapter, subscription),
    )


def contradict(adapter: Guarded, subscription: Subscription) -> Iterator[Problem]:
    """What the facts of a document cannot say: below zero what counts from there, contradictions.

    Rows of tables are held to the same in :mod:`subhub.policies.engines.columns.invalid`.
    """
    told = subscription.__dict__
    for name in _from_zero(type(subscription)):
        value = told.get(name)
        if isinstance(value, Money) and value.amount < 0:
            yield Problem("negative", field=name, value=str(value))
        elif isinstance(value, int) and value < 0:
            yield Problem("not_a_count", field=name, value=str(value))
    # what a document says is so on every day: on the first one nothing has lapsed yet
    run = Values({**told, "on": date.min})
    for each in adapter.contradictions():
        if _value(run, each.when) is True:
            values = {name: _value(run, value) for name, value in each.values.items()}
            said = str(told.get(each.field.name))
            yield subscription.wrong(each.code, each.field.name, said, values)


@lru_cache(maxsize=64)
def _from_zero(model: type[Subscription]) -> tuple[str, ...]:
    """The amounts and counts that are never below zero."""
    return tuple(
        name
        for name, fact in facts(model).all().items()
        if fact.kind in (Kind.COUNT, Kind.MONEY) and not fact.signed
    )


def _value(run: Values, expr: Expr) -> Any:
    """Its value; not known beyond the ends of a calendar."""
    try:
        return run.value(expr)
    except (RequestError, OverflowError):
        return UNKNOWN
