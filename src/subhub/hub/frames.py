"""A dataframe in, one of the same library out.

Types are checked before any work; what is asked becomes a plan of columns
(:mod:`subhub.policies.engines.columns.plan`), and
:mod:`subhub.policies.engines.columns.run` runs it where the rows live. Frames that lie
in memory are decided by Polars, whatever library they come from: pandas' own nulls would
answer False where nothing is known.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from subhub.errors import MissingExtra, RequestError, one_of
from subhub.hub.frame_facts import PREFIX, read
from subhub.hub.parts_asked import PartsAsked, check_columns, read_parts
from subhub.hub.registry import Registry
from subhub.model.calendar import today
from subhub.model.column import Column
from subhub.policies.engines.columns.bound import CURRENCY, AskedOfRows, BoundColumns
from subhub.policies.engines.columns.nodes import Nodes
from subhub.policies.engines.columns.outputs import OUTPUTS, is_computed
from subhub.policies.engines.columns.plan import Plan, by_edition, either_of, plan
from subhub.policies.language.facts import facts
from subhub.policies.language.policy import first_day, in_force

if TYPE_CHECKING:
    from subhub.plugin.guarded import Guarded


def preview_table(
    registry: Registry, frame: Any, outputs: Iterable[str] | None, prefix: str,
    options: Mapping[str, Any],
) -> Any:  # fmt: skip
    """See :meth:`subhub.hub.Hub.preview_table`; ``options`` are its other keywords."""
    try:
        import narwhals as nw

        from subhub.hub import doors
    except ImportError as error:
        raise MissingExtra("frame_needs_extra", "tables") from error
    wanted = _wanted(outputs)
    if prefix.startswith(PREFIX):
        raise RequestError("prefix_taken", field="prefix", value=prefix)
    parts = read_parts(registry, **options)
    try:
        native = nw.from_native(frame)
    except TypeError:
        raise RequestError("unknown_frame", type=type(frame).__name__) from None
    except nw.exceptions.DuplicateError:
        raise RequestError("columns_alike") from None
    named = {name: prefix + name for name in wanted}
    return doors.answer(
        native, frame, list(named.values()),
        lambda lazy, currencies: _decided(registry, lazy, parts, currencies, named, prefix),
    )  # fmt: skip


def _wanted(outputs: Iterable[str] | None) -> list[str]:
    wanted = list(OUTPUTS if outputs is None else outputs)
    for name in wanted:
        if name not in OUTPUTS:
            raise RequestError("unknown_output", name=name, hint=one_of(OUTPUTS, name))
    return wanted


def _check_names(names: Iterable[str], prefix: str, facts: Container[str]) -> None:
    """Raise :class:`RequestError` for a column that could pass for a computed one."""
    for name in names:
        if is_computed(name, prefix, facts) or name.startswith(PREFIX):
            raise RequestError("column_taken", name=name)


def _decided(
    registry: Registry, frame: Any, parts: PartsAsked, currencies: frozenset[str] | None,
    named: dict[str, str], prefix: str,
) -> Any:  # fmt: skip
    """A lazy Narwhals frame with the outputs in it, each called as ``named`` says."""
    from subhub.policies.engines.columns.run import with_outputs

    schema = dict(frame.collect_schema())
    adapters = parts.adapters(registry)
    known = {each.platform: facts(each.subscription()).columns() for each in adapters}
    _check_names(schema, prefix, {name for each in known.values() for name in each})
    if parts.platform is None:
        if "platform" not in schema:
            raise RequestError("no_platform_column")
        parts = replace(parts, platform=Column("platform"))
    check_columns(parts, schema)
    made, frame, money = _planned(registry, frame, schema, parts, currencies)
    own = [name for name in frame.collect_schema().names() if not name.startswith(PREFIX)]
    import narwhals as nw

    made = replace(made, outputs={new: made.outputs[name] for name, new in named.items()})
    done = with_outputs(frame, made, named.values(), money)
    return done.select(*(nw.col(name) for name in (*own, *named.values())))


def _planned(
    registry: Registry, frame: Any, schema: dict[str, Any], parts: PartsAsked,
    currencies: frozenset[str] | None,
) -> Any:  # fmt: skip
    """The plan, the frame with the columns that had to be cast first, and the dtype of money."""
    n = Nodes()
    adapters, broken = parts.adapters(registry), parts.left_out(registry)
    known = {each.platform: facts(each.subscription()).columns() for each in adapters}
    bound, frame, money = read(frame, schema, known, parts, currencies)
    plans = {}
    for adapter in adapters:
        model = adapter.subscription()
        own_facts = known[adapter.platform] | {CURRENCY.name: CURRENCY}
        has = {name: fact for name, fact in own_facts.items() if name in bound.facts}
        lapsing = frozenset(name for name, fact in own_facts.items() if fact.lapses)
        own = replace(
            bound, facts=has, implied=model.implied, lapsing=lapsing,
            contradictions=adapter.contradictions(),
        )  # fmt: skip
        asked = AskedOfRows(
            _day(parts, schema, model.default_timezone), parts.mode, parts.actor, parts.intent
        )
        plans[adapter.platform] = _of_platform(n, adapter, own, asked)
    if isinstance(parts.platform, Column):
        return either_of(n, n.column(parts.platform.name), plans, broken), frame, money
    return plans[adapters[0].platform], frame, money


def _day(parts: PartsAsked, columns: Iterable[str], zone: str) -> date | Column:
    """The day asked about; where none is given, today in ``zone``."""
    if parts.on is None and "timezone" in columns:
        raise RequestError("which_day")
    return today(zone) if parts.on is None else parts.on


def _of_platform(n: Nodes, adapter: Guarded, bound: BoundColumns, asked: AskedOfRows) -> Plan:
    """The plan of one platform, over all its editions where the day stands in the frame."""
    if not isinstance(asked.on, Column):
        return plan(in_force(adapter.editions(), asked.on), bound, asked, n)
    editions = sorted(adapter.editions(), key=first_day)
    plans = [(first_day(each), plan(each, bound, asked, n)) for each in editions]
    return by_edition(n, n.column(asked.on.name), plans)
