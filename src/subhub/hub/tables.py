"""A dataframe in, one of the same library out: the door for tables.

Types are checked here, before any work; what is asked becomes a plan of columns
(:mod:`subhub.policies.engines.columns.plan`), and
:mod:`subhub.policies.engines.columns.run` runs it where the table lives. Tables that lie
in memory are decided by Polars, whatever library they come from: pandas' own nulls would
answer False where nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from subhub.errors import MissingExtra, RequestError, one_of
from subhub.hub.question import check_intent
from subhub.hub.registry import Registry
from subhub.model.calendar import as_day, today
from subhub.policies.engines.columns.nodes import Nodes
from subhub.policies.engines.columns.plan import (
    OUTPUTS,
    Asked,
    BoundColumns,
    Column,
    Plan,
    by_edition,
    either_of,
    plan,
)
from subhub.policies.language.expressions import Fact, Kind
from subhub.policies.language.facts import facts
from subhub.policies.language.policy import in_force

if TYPE_CHECKING:
    from subhub.plugin import Adapter

PREFIX = "_subhub_"
#: text that reads as an amount, as in a document
AMOUNT = r"^-?[0-9]{1,15}(\.[0-9]{1,6})?$"


class Request:
    """What :meth:`Hub.preview_table` was asked, against the columns there are."""

    def __init__(
        self, columns: Iterable[str], *, platform: str | None, on: date | str | None,
        mode: str | None, actor: str | None, intent: str,
    ) -> None:  # fmt: skip
        self.columns = frozenset(columns)
        self.platform = self._value("platform" if platform is None else platform)
        if platform is None and not isinstance(self.platform, Column):
            raise RequestError("no_platform_column")
        self.on = on if isinstance(on, date) or on is None else self._value(on)
        self.mode, self.actor = self._value(mode), self._value(actor)
        self.intent = intent

    def _value(self, value: str | None) -> Any:
        return Column(value) if value in self.columns else value

    def asked(self, zone: str) -> Asked:
        """The request for one platform, whose days are counted in ``zone``."""
        if self.on is None and "timezone" in self.columns:
            raise RequestError("which_day")
        on = today(zone) if self.on is None else self.on
        if not isinstance(on, Column):
            on = as_day(on, "on")
        return Asked(on, self.mode, self.actor, self.intent)

    def adapters(self, registry: Registry) -> list[Adapter]:
        """The platforms that can stand in the table."""
        if isinstance(self.platform, Column):
            return registry.working()[0]
        return [registry.adapter(self.platform)]


def preview_table(
    registry: Registry, frame: Any, request: Any, outputs: Iterable[str] | None
) -> Any:
    """See :meth:`subhub.hub.Hub.preview_table`; ``request`` are its keywords."""
    try:
        import narwhals as nw

        from subhub.hub import frames
    except ImportError as error:
        raise MissingExtra("table_needs_extra", "tables") from error
    wanted = _wanted(outputs)
    check_intent(registry, request["intent"])
    try:
        native = nw.from_native(frame)
    except TypeError:
        raise RequestError("unknown_frame", type=type(frame).__name__) from None
    return frames.answer(
        native, frame, wanted, lambda lazy: decided(registry, lazy, request, wanted)
    )


def _wanted(outputs: Iterable[str] | None) -> list[str]:
    wanted = list(OUTPUTS if outputs is None else outputs)
    for name in wanted:
        if name not in OUTPUTS:
            raise RequestError("unknown_output", name=name, hint=one_of(OUTPUTS, name))
    return wanted


def decided(registry: Registry, frame: Any, request: Any, wanted: list[str]) -> Any:
    """A lazy Narwhals frame with the outputs in it."""
    from subhub.policies.engines.columns.run import with_outputs

    schema = dict(frame.collect_schema())
    for name in schema:
        if name in wanted or name.startswith(PREFIX):
            raise RequestError("column_taken", name=name)
    asked = Request(schema, **request)
    made, frame, money = planned(registry, frame, schema, asked)
    own = [name for name in frame.collect_schema().names() if not name.startswith(PREFIX)]
    import narwhals as nw

    done = with_outputs(frame, made, wanted, money)
    return done.select(*(nw.col(name) for name in (*own, *wanted)))


def planned(registry: Registry, frame: Any, schema: dict[str, Any], request: Request) -> Any:
    """The plan, the frame with the columns that had to be read first, and the dtype of money."""
    n = Nodes()
    adapters = request.adapters(registry)
    known = {each.platform: facts(each.subscription()).all() for each in adapters}
    bound, frame, money = read(frame, schema, known, request)
    plans = {}
    for adapter in adapters:
        model = adapter.subscription()
        has = {name: fact for name, fact in known[adapter.platform].items() if name in bound.facts}
        own = BoundColumns(has, bound.columns, model.implied, bound.texts)
        plans[adapter.platform] = of_platform(
            n, adapter, own, request.asked(model.default_timezone)
        )
    if isinstance(request.platform, Column):
        return either_of(n, n.column(request.platform.name), plans), frame, money
    return plans[adapters[0].platform], frame, money


def of_platform(n: Nodes, adapter: Adapter, bound: BoundColumns, asked: Asked) -> Plan:
    """The plan of one platform, over all its editions where the day stands in the table."""
    if not isinstance(asked.on, Column):
        return plan(in_force(adapter.editions(), asked.on), bound, asked, n)
    editions = sorted(adapter.editions(), key=lambda each: each.edition.in_force)
    plans = [(each.edition.in_force, plan(each, bound, asked, n)) for each in editions]
    return by_edition(n, n.column(asked.on.name), plans)


# ---- the facts of a table: their types, and what has to be read first --------------------------


def read(
    frame: Any, schema: dict[str, Any], known: dict[str, dict[str, Fact]], request: Request
) -> tuple[BoundColumns, Any, Any]:
    """Check every column that is a fact; cast what does not come in the form that is needed."""
    import narwhals as nw

    kinds = {name: fact for by_name in known.values() for name, fact in by_name.items()}
    kinds.pop("platform", None)
    asked = {
        column.name: Fact(part, Kind.DAY if part == "on" else Kind.CODE)
        for part in ("platform", "on", "mode", "actor")
        if isinstance(column := getattr(request, part), Column)
    }
    present = {
        name: fact for name, fact in (kinds | asked).items()
        if name in schema and not _is_nothing(schema[name])
    }  # fmt: skip
    for name, fact in present.items():
        _check(name, schema[name], fact.kind)
    for name in asked:
        if name not in present:
            raise RequestError("column_empty", name=name)
    decimals = [t for name, t in schema.items() if name in present and isinstance(t, nw.Decimal)]
    texts = {
        name: name for name, fact in present.items()
        if fact.kind is Kind.MONEY and schema[name] == nw.String
    }  # fmt: skip
    scale = max([t.scale for t in decimals] + ([6] if texts else []), default=2)
    money = nw.Decimal(38 if decimals else 24, scale)
    columns, casts = {}, {}
    for name, fact in present.items():
        cast = _cast(nw.col(name), schema[name], fact, money, scale)
        if cast is not None:
            columns[name] = f"{PREFIX}{name}"
            casts[columns[name]] = cast
    if casts:
        frame = frame.with_columns(**casts)
    has = {name: fact for name, fact in present.items() if name in kinds}
    return BoundColumns(has, columns, texts=texts), frame, money


def _is_nothing(dtype: Any) -> bool:
    return str(dtype) == "Unknown" or "Null" in str(dtype)


def _check(name: str, dtype: Any, kind: Kind) -> None:
    import narwhals as nw

    text = isinstance(dtype, nw.String | nw.Categorical | nw.Enum)
    fits, code = {
        Kind.DAY: (isinstance(dtype, nw.Date), "column_of_days"),
        Kind.CODE: (text, "column_of_text"),
        Kind.BOOL: (isinstance(dtype, nw.Boolean), "column_of_yes_no"),
        Kind.COUNT: (dtype.is_integer(), "column_of_counts"),
        Kind.MONEY: (isinstance(dtype, nw.Decimal | nw.String), "column_of_money"),
    }[kind]
    if not fits:
        raise RequestError(code, name=name, type=dtype)


def _cast(column: Any, dtype: Any, fact: Fact, money: Any, scale: int) -> Any:
    import narwhals as nw

    if fact.kind is Kind.MONEY and isinstance(dtype, nw.String):
        return nw.when(column.str.contains(AMOUNT)).then(column).cast(money)
    if fact.kind is Kind.MONEY and dtype.scale != scale:
        return column.cast(money)
    if fact.kind is Kind.CODE and not isinstance(dtype, nw.String):
        return column.cast(nw.String)
    return None
