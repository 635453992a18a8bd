"""Two editions of a platform's rules compared: what ``subhub diff`` shows."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from subhub.errors import RequestError, one_of
from subhub.hub.answer import answer_question
from subhub.hub.catalogue import catalogue_of
from subhub.hub.question import Question
from subhub.model.calendar import as_day
from subhub.model.catalogue import CatalogueIntent, CatalogueRow
from subhub.model.difference import ChangedAnswer, ChangedRow, PolicyDifference, RowChange
from subhub.model.frozen import FrozenDict
from subhub.model.request import Askable
from subhub.model.timeline import Change
from subhub.plugin.guarded import Guarded
from subhub.policies.language.policy import Policy, first_day, in_force

#: the parts of a catalogue that are rows
_PARTS = (
    "not_covered", "nothing_to_do", "blockers", "outcomes", "reversible", "consequences",
    "prepare", "steps",
)  # fmt: skip
#: the parts of an answer that are compared value by value
_OUTPUTS = ("verdict", "outcome", "reason", "ends_on", "access_until", "billing_stops_on")
_GROUPS = ("refund", "reversible")
_LISTS = ("blockers", "consequences", "prepare", "steps")


def diff(
    adapter: Guarded,
    since: date | str | None,
    until: date | str | None,
    documents: Iterable[Askable],
    question: Callable[[Askable], Question],
) -> PolicyDifference:
    """See :meth:`subhub.hub.Hub.diff`."""
    editions = sorted(adapter.editions(), key=first_day)
    after = find_edition(editions, until, "until") if until is not None else editions[-1]
    before = find_edition(editions, since, "since") if since is not None else _one_before(
        editions, after
    )  # fmt: skip
    one, two = (catalogue_of(adapter, each, "en") for each in (before, after))
    asked = [question(each) for each in documents]
    asked = [each for each in asked if each.policy.platform == after.platform]
    return PolicyDifference(
        platform=after.platform,
        title=adapter.title,
        before=one.edition,
        after=two.edition,
        rows=tuple(_rows(one.intents, two.intents)),
        asked=len(asked),
        answers=tuple(_answers(asked, before, after)),
    )


def find_edition(editions: list[Policy], told: date | str, name: str) -> Policy:
    """The edition of that name, or the one in force on that day."""
    for each in editions:
        if each.edition.name == told:
            return each
    try:
        day = as_day(told, name)
    except RequestError:
        names = [each.edition.name for each in editions]
        hint = one_of(names, str(told))
        raise RequestError("unknown_edition", field=name, value=str(told), hint=hint) from None
    return in_force(tuple(editions), day)


def _one_before(editions: list[Policy], after: Policy) -> Policy:
    """The edition that ``after`` took the place of; itself where it is the first."""
    return editions[max(editions.index(after) - 1, 0)]


# ---- rows ----------------------------------------------------------------------------------


def _rows(
    before: tuple[CatalogueIntent, ...], after: tuple[CatalogueIntent, ...]
) -> Iterator[ChangedRow]:
    old = {each.intent: each for each in before}
    new = {each.intent: each for each in after}
    for intent in dict.fromkeys((*old, *new)):
        for part in _PARTS:
            rows = (getattr(each.get(intent), part, ()) for each in (old, new))
            yield from _of_part(intent, part, *rows)


def _of_part(
    intent: str, part: str, before: tuple[CatalogueRow, ...], after: tuple[CatalogueRow, ...]
) -> Iterator[ChangedRow]:
    old, new = _by_name(before), _by_name(after)
    kept = [name for name in old if name in new]
    moved = dict(zip(kept, (name for name in new if name in old), strict=True))
    for name in dict.fromkeys((*old, *new)):
        one, two = old.get(name), new.get(name)
        left, right = _said(one), _said(two)
        differ = [key for key in {**left, **right} if left.get(key) != right.get(key)]
        if one is None or two is None:
            change: RowChange = "added" if one is None else "removed"
        elif differ:
            change = "changed"
        elif moved.get(name) != name:
            change = "moved"
        else:
            continue
        row = two or one
        assert row is not None  # noqa: S101 - a name stands in one of the two
        yield ChangedRow(
            intent=intent,
            part=part,
            code=row.code,
            change=change,
            before=FrozenDict({key: left[key] for key in differ if key in left}),
            after=FrozenDict({key: right[key] for key in differ if key in right}),
            rules=row.rules,
        )


def _by_name(rows: tuple[CatalogueRow, ...]) -> dict[tuple[str, int], CatalogueRow]:
    """Rows by code; where a code stands more than once, by which of them it is."""
    found: dict[tuple[str, int], CatalogueRow] = {}
    for row in rows:
        count = sum(code == row.code for code, _ in found)
        found[row.code, count] = row
    return found


def _said(row: CatalogueRow | None) -> dict[str, str]:
    """What a row says, each part as one text."""
    if row is None:
        return {}
    said = row.model_dump(mode="json", exclude={"code"})
    outputs = said.pop("outputs", {})
    return {name: _text(value) for name, value in (said | outputs).items()}


def _text(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(_text, value))
    if isinstance(value, Mapping):
        return "; ".join(f"{name} {_text(each)}" for name, each in value.items())
    return "" if value is None else str(value)


# ---- answers -------------------------------------------------------------------------------


def _answers(asked: list[Question], before: Policy, after: Policy) -> Iterator[ChangedAnswer]:
    for number, question in enumerate(asked, 1):
        one, two = (_outputs(question, policy) for policy in (before, after))
        changes = [
            Change(key=key, before=one.get(key), after=two.get(key))
            for key in {**one, **two}
            if one.get(key) != two.get(key)
        ]
        if changes:
            name = question.subscription.id or str(number)
            yield ChangedAnswer(subscription=name, changes=tuple(changes))


def _outputs(question: Question, policy: Policy) -> dict[str, Any]:
    """What an edition answers, output by output."""
    intent = policy.intent(question.intent_name)
    answer = answer_question(replace(question, policy=policy, intent=intent, pinned=True))
    dump = answer.model_dump(mode="json")
    found = {name: dump[name] for name in _OUTPUTS}
    for group in _GROUPS:
        for name, value in (dump[group] or {}).items():
            found[f"{group}.{name}"] = value
    for part in _LISTS:
        for each in dump[part]:
            found[f"{part}.{each['code']}"] = each.get("on") or each.get("certainty") or "certain"
    return {name: value for name, value in found.items() if not isinstance(value, list | dict)}
