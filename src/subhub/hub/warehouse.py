"""A platform's policy as one SELECT, for the warehouse where the subscriptions already are."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from subhub.errors import MissingExtra, RequestError, one_of
from subhub.model.calendar import FIRST_DAY, LAST_DAY, as_day, today
from subhub.plugin import Adapter
from subhub.policies.engines.columns.plan import OUTPUTS, Asked, BoundColumns, Column, plan
from subhub.policies.language.facts import facts
from subhub.policies.language.policy import in_force

#: the column of the day asked about, where the table has none
ASKED_ON = "asked_on"


def statement(
    adapter: Adapter,
    dialect: str,
    *,
    table: str = "subscriptions",
    keep: Iterable[str] = ("id",),
    columns: Iterable[str] | None = None,
    on: str | date | None = None,
    mode: str | None = None,
    actor: str | None = None,
    intent: str = "cancel",
    outputs: Iterable[str] | None = None,
    years: tuple[int, int] | None = None,
    checked: bool = True,
) -> str:
    """The policy of ``adapter`` as SQL of a dialect.

    ``table`` has a column for each fact; ``columns`` names those it has where it has not
    all. ``keep`` are columns to carry into the result. ``on`` is a day, the name of a
    column, or None for the current day when the query runs; ``mode`` and ``actor`` are
    values, or ``{name}`` in braces for a column. ``years`` are those whose holidays are
    written out where business days are needed: a day outside says so in ``error``. Not
    ``checked``, the statement looks for no errors in a row: for tables that are known to
    hold only codes that exist, no amount below zero, no day before the start.

    Raises :class:`RequestError`, and :class:`MissingExtra` without sqlglot.
    """
    try:
        from subhub.policies.engines.sql import emit as sql
    except ImportError as error:
        raise MissingExtra("sql_needs_extra", "sql") from error
    model = adapter.subscription()
    known = {name: fact for name, fact in facts(model).all().items() if name != "platform"}
    day, column = _day(on, adapter.editions()[0].edition.in_force)
    policy = in_force(adapter.editions(), day or today(model.default_timezone))
    has = {name: known[name] for name in _present(known, columns)}
    bound = BoundColumns(has, implied=model.implied)
    calendar = _calendar(years, policy.edition.in_force)
    asked = Asked(
        Column(column or ASKED_ON), _column(mode), _column(actor), intent, calendar,
        explained=True, checked=checked,
    )  # fmt: skip
    edition = policy.edition
    heading = [
        f"{adapter.title}: {intent}, as one SELECT. Null is a fact that is not known.",
        f"Rules of {edition.name}, checked on {edition.checked}, digest {policy.digest}.",
        "The rules named in comments stand on these pages:",
        *(f"  {url}" for url in dict.fromkeys(each.url for each in policy.sources)),
    ]
    rows = sql.Relation(table, tuple(keep), None if column else ASKED_ON, day, calendar)
    return sql.select(plan(policy, bound, asked), rows, dialect, outputs or OUTPUTS, heading)


def _day(on: str | date | None, first: date) -> tuple[date | None, str | None]:
    """A fixed day, or the column that holds it."""
    if isinstance(on, str) and not on[:1].isdigit():
        return None, on
    return (None if on is None else as_day(on, "on")), None


def _column(value: str | None) -> Any:
    if value and value[0] == "{" and value[-1] == "}":
        return Column(value[1:-1])
    return value


def _present(known: dict[str, Any], columns: Iterable[str] | None) -> list[str]:
    if columns is None:
        return list(known)
    named = list(columns)
    for name in named:
        if name not in known:
            raise RequestError("unknown_fact", name=name, hint=one_of(known, name))
    return named


def _calendar(years: tuple[int, int] | None, in_force: date) -> tuple[date, date]:
    first, last = years or (in_force.year, in_force.year + 12)
    if not FIRST_DAY.year <= first <= last <= LAST_DAY.year:
        raise RequestError(
            "years_not_covered", first=first, last=last, since=FIRST_DAY.year, until=LAST_DAY.year
        )
    return date(first, 1, 1), date(last, 12, 31)
