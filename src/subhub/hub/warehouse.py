"""A platform's policy as one SELECT, for the warehouse where the subscriptions already are."""

from __future__ import annotations

from collections.abc import Container, Iterable
from datetime import date
from typing import Any

from subhub.errors import MissingExtra, RequestError, one_of
from subhub.hub.parts_asked import read_parts
from subhub.hub.registry import Registry
from subhub.model.calendar import FIRST_DAY, LAST_DAY, today
from subhub.model.column import Column
from subhub.policies.engines.columns.bound import CURRENCY, AskedOfRows, BoundColumns
from subhub.policies.engines.columns.outputs import OUTPUTS, is_computed
from subhub.policies.engines.columns.plan import plan
from subhub.policies.language.facts import facts
from subhub.policies.language.policy import in_force
from subhub.policies.language.sources import Citation

#: the column of the day asked about, where the table has none
ASKED_ON = "asked_on"


def statement(
    registry: Registry,
    platform: str,
    dialect: str,
    *,
    table: str,
    keep: Iterable[str],
    columns: Iterable[str] | None,
    outputs: Iterable[str] | None,
    years: tuple[int, int] | None,
    checked: bool,
    **options: Any,
) -> str:
    """See :meth:`subhub.hub.Hub.sql`; ``options`` are what is asked of every row."""
    try:
        from subhub.policies.engines.sql import emit as sql
    except ImportError as error:
        raise MissingExtra("sql_needs_extra", "sql") from error
    adapter = registry.adapter(platform)
    parts = read_parts(registry, platform=platform, **options)
    model = adapter.subscription()
    known = {name: fact for name, fact in facts(model).columns().items() if name != "platform"}
    known[CURRENCY.name] = CURRENCY
    column = parts.on if isinstance(parts.on, Column) else None
    day = None if isinstance(parts.on, Column) else parts.on
    policy = in_force(adapter.editions(), day or today(model.default_timezone))
    has = {name: known[name] for name in _present(known, columns)}
    lapsing = frozenset(name for name, fact in known.items() if fact.lapses)
    bound = BoundColumns(
        has, implied=model.implied, lapsing=lapsing, contradictions=adapter.contradictions()
    )
    edition = policy.edition
    calendar = _calendar(years, edition.in_force or edition.checked)
    asked = AskedOfRows(
        column or Column(ASKED_ON), parts.mode, parts.actor, parts.intent, calendar,
        explained=True, checked=checked,
    )  # fmt: skip
    heading = [
        f"{adapter.title}: {parts.intent}, as one SELECT. Null is a fact that is not known.",
        f"Rules of {edition.name}, checked on {edition.checked}, digest {policy.digest}.",
        "The rules named in comments stand on these pages:",
        *(f"  {where}" for where in dict.fromkeys(_page(each) for each in policy.sources)),
    ]
    rows = sql.Relation(table, _carried(keep, known), None if column else ASKED_ON, day, calendar)
    return sql.select(plan(policy, bound, asked), rows, dialect, outputs or OUTPUTS, heading)


def _carried(keep: Iterable[str], known: Container[str]) -> tuple[str, ...]:
    """The columns to carry over, each once; none may pass for a computed one."""
    names = tuple(dict.fromkeys(keep))
    for name in names:
        if not name:
            raise RequestError("name_empty", field="keep")
        if is_computed(name, facts=known):
            raise RequestError("column_taken", name=name)
    return names


def _page(cited: Citation) -> str:
    """Its address, or its title where that is not known."""
    return cited.url or f"{cited.publisher}: {cited.title}"


def _present(known: dict[str, Any], columns: Iterable[str] | None) -> list[str]:
    if columns is None:
        return list(known)
    named = list(columns)
    for name in named:
        if name not in known:
            raise RequestError("unknown_fact", name=name, hint=one_of(known, name))
    return [name for name in known if name in named]  # errors are told in the order of documents


def _calendar(years: tuple[int, int] | None, begin: date) -> tuple[date, date]:
    first, last = years or (begin.year, begin.year + 12)
    if not FIRST_DAY.year <= first <= last <= LAST_DAY.year:
        raise RequestError(
            "years_not_covered", first=first, last=last, since=FIRST_DAY.year, until=LAST_DAY.year
        )
    return date(first, 1, 1), date(last, 12, 31)
