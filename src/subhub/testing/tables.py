"""One law for documents and tables: a row is answered exactly when its document is, and alike.

Random rows of an adapter's facts, many of them saying what cannot be, are asked as documents
and in every engine that is installed: as dataframes of Polars, of pandas and of DuckDB, and as
SQL run by DuckDB.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from importlib import import_module
from random import Random
from typing import TYPE_CHECKING, Any

from subhub.errors import DocumentError, SubhubError
from subhub.hub import Hub
from subhub.model.column import Column
from subhub.model.limits import COUNT, EARLIEST, LATEST
from subhub.model.money import Money
from subhub.policies.engines.columns.outputs import OUTPUTS
from subhub.policies.language.expressions import Fact, Kind
from subhub.policies.language.facts import facts

if TYPE_CHECKING:
    from subhub.model.cancellation import Cancellation
    from subhub.plugin import Adapter

Row = dict[str, Any]
#: each takes rows of one adapter, with what is asked of them, and gives the rows of answers
Engine = Callable[[Hub, str, list[Row], str], list[Row]]
#: columns of what is asked
ASKED = {"on": "asked_on", "mode": "asked_mode", "actor": "asked_actor"}
_NEAR = (0, 0, 1, 2, 13, 14, 15, 29, 30, 31, 44, 45, 400)
_COUNTS = (0, 0, 0, 1, 2, 3, 7)
_AMOUNTS = tuple(map(Decimal, ("0", "0", "0.01", "12.5", "100", "412.50")))
_FIRST_ON = date(2026, 2, 1)


@dataclass
class Tried:
    """What was tried: rows in engines, how many were refused, and what went wrong.

    ``open`` counts the outputs that a preview knows and a frame leaves open.
    """

    rows: int = 0
    answers: int = 0
    refused: int = 0
    open: int = 0
    failures: list[str] = field(default_factory=list)

    def add(self, other: Tried) -> None:
        """Count what another one counted."""
        self.rows += other.rows
        self.answers += other.answers
        self.refused += other.refused
        self.open += other.open
        self.failures += other.failures


def check_tables(
    adapters: Iterable[Adapter], *, rows: int = 200, seed: int = 0, nulls: float = 0.3
) -> Tried:
    """Ask ``rows`` random rows of each adapter as documents and in every engine there is.

    Nothing is raised: ``failures`` of what is given back says where two answers differ.
    """
    tried = Tried()
    for adapter in adapters:
        hub, rng = Hub([adapter]), Random(f"{adapter.platform} {seed}")  # noqa: S311 - test data
        given = [random_row(adapter, rng, nulls=nulls) for _ in range(rows)]
        intents = [each.name for each in adapter.editions()[-1].intents]
        for at, intent in enumerate(intents):
            part = given[at :: len(intents)]
            tried.add(_compare(hub, adapter.platform, part, intent))
    return tried


# ---- rows ----------------------------------------------------------------------------------------


def random_row(adapter: Adapter, rng: Random, *, nulls: float) -> Row:
    """Facts as columns and what is asked; one row in three has a value that cannot be."""
    edition = adapter.editions()[-1]
    on = max(_FIRST_ON, edition.edition.in_force or date.min) + timedelta(rng.randrange(400))
    modes = {mode for each in edition.intents for mode in each.modes}
    actors = {actor for each in edition.intents for actor in each.actors}
    row: Row = {
        ASKED["on"]: on,
        ASKED["mode"]: rng.choice((None, *sorted(modes))),
        ASKED["actor"]: rng.choice((None, *sorted(actors))),
        "currency": rng.choice(("USD", "CAD")),
    }
    known = told_facts(adapter)
    for name, fact in known.items():
        row[name] = None if rng.random() < nulls else _value(fact, on, rng)
    if rng.random() < 0.5:
        _agree(adapter, row)
    if known and rng.random() < 0.33:
        name = rng.choice(list(known))
        row[name] = _wrong(known[name], on, rng)
    return row


def told_facts(adapter: Adapter) -> dict[str, Fact]:
    """The facts that a row has columns for."""
    found = facts(adapter.subscription()).all()
    return {name: fact for name, fact in found.items() if name != "platform"}


def _agree(adapter: Adapter, row: Row) -> None:
    """Leave out what contradicts the rest of the row, so that enough rows can be answered."""
    for _ in range(len(row)):
        error = refused(Hub([adapter]), row, adapter.platform)
        name = (error or "").partition(":")[0]
        if not row.get(name):
            return
        row[name] = None


def _value(fact: Fact, on: date, rng: Random) -> Any:
    match fact.kind:
        case Kind.BOOL:
            return rng.random() < 0.5
        case Kind.CODE:
            return rng.choice(fact.domain)
        case Kind.COUNT:
            return rng.choice(_COUNTS) * (rng.choice((-1, 1)) if fact.signed else 1)
        case Kind.MONEY:
            return rng.choice(_AMOUNTS) * (rng.choice((-1, 1)) if fact.signed else 1)
    days = rng.choice(_NEAR)
    return on - timedelta(days) if fact.past or rng.random() < 0.5 else on + timedelta(days)


def _wrong(fact: Fact, on: date, rng: Random) -> Any:
    """A value that the fact cannot have, where there is one."""
    match fact.kind:
        case Kind.CODE:
            return rng.choice(("", "wrong", fact.domain[0].upper()))
        case Kind.COUNT:
            return rng.choice((-1, -7, COUNT + 1))
        case Kind.MONEY:
            return rng.choice((Decimal("-0.01"), Decimal(-7), Decimal(10**15)))
        case Kind.DAY:
            beyond = (EARLIEST - timedelta(1), LATEST + timedelta(1))
            return rng.choice((on + timedelta(1), on + timedelta(30), *beyond))
    return _value(fact, on, rng)


# ---- as documents --------------------------------------------------------------------------------


def document(row: Mapping[str, Any], platform: str) -> dict[str, Any]:
    """The document that says what a row says."""
    told: dict[str, Any] = {"platform": platform}
    for name, value in row.items():
        if name == "currency" or name in ASKED.values() or value is None:
            continue
        told[name] = f"{value:f} {row['currency']}" if isinstance(value, Decimal) else value
    return told


def refused(hub: Hub, row: Mapping[str, Any], platform: str, intent: str = "cancel") -> str | None:
    """The error that the document of a row has, as a row says it; None where it is answered."""
    answer = _ask(hub, row, platform, intent)
    return answer if isinstance(answer, str) else None


def _ask(hub: Hub, row: Mapping[str, Any], platform: str, intent: str) -> Cancellation | str:
    asked = {name: row.get(column) for name, column in ASKED.items()}
    try:
        return hub.preview(document(row, platform), intent=intent, **asked)
    except DocumentError as error:
        first = error.problems[0]
        return f"{first.field.partition(', ')[0]}: {first.code}"
    except SubhubError as error:
        return f"{ASKED.get(error.field or 'on', error.field)}: {error.code}"


def as_row(answer: Cancellation) -> Row:
    """An answer as the outputs of a row; amounts without their currency."""
    refund, undo = answer.refund, answer.reversible
    found = {
        "verdict": answer.verdict,
        "outcome": answer.outcome,
        "ends_on": answer.ends_on,
        "access_until": answer.access_until,
        "billing_stops_on": answer.billing_stops_on,
        **{f"refund_{part}": getattr(refund, part, None) for part in _REFUND},
        "charge_amount": getattr(answer.charge, "amount", None),
        "charge_at_most": getattr(answer.charge, "at_most", None),
        "reversible": undo.possible,
        "reversible_until": undo.until,
        "reversible_how": undo.how,
        "blockers": ",".join(each.code for each in answer.blockers),
        "unknown": ",".join(_COLUMNS[key] for key in answer.unknown),
        "error": None,
    }
    return {name: v.amount if isinstance(v, Money) else v for name, v in found.items()}


_REFUND = ("kind", "amount", "at_most", "automatic", "to", "due_by")
#: the outputs by the keys that an answer calls them
_COLUMNS = {re.sub("^(refund|charge|reversible)_", r"\1.", name): name for name in OUTPUTS} | {
    "reversible.possible": "reversible"
}


# ---- as tables -----------------------------------------------------------------------------------


def engines() -> dict[str, Engine]:
    """Every engine that is installed, by name."""
    needs = {
        "polars": (("polars", "narwhals"), _polars),
        "pandas": (("polars", "narwhals", "pandas", "pyarrow"), _pandas),
        "duckdb": (("polars", "narwhals", "duckdb", "pyarrow"), _duckdb),
        "sql": (("polars", "sqlglot", "duckdb", "pyarrow"), _sql),
    }
    return {name: engine for name, (modules, engine) in needs.items() if all(map(_there, modules))}


def _there(module: str) -> bool:
    try:
        import_module(module)
    except ImportError:
        return False
    return True


def _frame(hub: Hub, platform: str, rows: list[Row]) -> Any:
    import polars as pl

    types = {
        Kind.DAY: pl.Date(), Kind.MONEY: pl.Decimal(38, 6), Kind.COUNT: pl.Int64(),
        Kind.BOOL: pl.Boolean(), Kind.CODE: pl.String(),
    }  # fmt: skip
    known = told_facts(hub.registry.adapter(platform).own)
    schema: dict[str, Any] = {name: types[fact.kind] for name, fact in known.items()}
    schema |= {"currency": pl.String(), ASKED["on"]: pl.Date()}
    schema |= {ASKED[name]: pl.String() for name in ("mode", "actor")}
    return pl.DataFrame(rows, schema=schema)


def _asked(platform: str, intent: str) -> dict[str, Any]:
    parts = {name: Column(column) for name, column in ASKED.items()}
    return {"platform": platform, "intent": intent, **parts}


def _polars(hub: Hub, platform: str, rows: list[Row], intent: str) -> list[Row]:
    found: list[Row] = hub.preview_table(
        _frame(hub, platform, rows), **_asked(platform, intent)
    ).to_dicts()
    return found


def _pandas(hub: Hub, platform: str, rows: list[Row], intent: str) -> list[Row]:
    pd = import_module("pandas")
    frame = _frame(hub, platform, rows).to_pandas(use_pyarrow_extension_array=True)
    found = hub.preview_table(frame, **_asked(platform, intent))
    return [
        {name: None if pd.isna(value) else value for name, value in row.items()}
        for row in found.to_dict("records")
    ]


def _duckdb(hub: Hub, platform: str, rows: list[Row], intent: str) -> list[Row]:
    import duckdb

    with duckdb.connect() as connection:
        given = connection.from_arrow(_frame(hub, platform, rows).to_arrow())
        found = hub.preview_table(given, **_asked(platform, intent))
        listed: list[Row] = found.to_arrow_table().to_pylist()
    return listed


def _sql(hub: Hub, platform: str, rows: list[Row], intent: str) -> list[Row]:
    import duckdb

    numbered = _frame(hub, platform, rows).with_row_index("row_number")
    asked = _asked(platform, intent)
    del asked["platform"]
    statement = hub.sql(
        platform, "duckdb", table="given", keep=("row_number",), years=(2026, 2028), **asked
    )
    with duckdb.connect() as connection:
        connection.register("given", numbered.to_arrow())
        found: list[Row] = connection.sql(statement).to_arrow_table().to_pylist()
    return sorted(found, key=lambda row: row["row_number"])


# ---- compared ------------------------------------------------------------------------------------


def _compare(hub: Hub, platform: str, rows: list[Row], intent: str) -> Tried:
    answers = [_ask(hub, row, platform, intent) for row in rows]
    wanted = [
        dict.fromkeys(OUTPUTS) | {"error": each} if isinstance(each, str) else as_row(each)
        for each in answers
    ]
    tried = Tried(rows=len(rows), refused=sum(isinstance(each, str) for each in answers))
    for name, engine in engines().items():
        found = engine(hub, platform, rows, intent)
        tried.answers += len(found)
        for want, have, row in zip(wanted, found, rows, strict=True):
            for output, problem in _differences(want, have):
                if problem is None:
                    tried.open += 1
                else:
                    tried.failures.append(f"{platform} {intent} {name} {output}: {problem} {row}")
    return tried


def _differences(want: Row, have: Row) -> Iterator[tuple[str, str | None]]:
    """The outputs that differ and how; None where the row only leaves open what is known."""
    open_ = (have["unknown"] or "").split(",")
    for output in OUTPUTS:
        if output == "unknown" or want[output] == have[output]:
            continue
        if want["error"] is None is have["error"]:
            unsure = output in open_ or (output == "blockers" and have["verdict"] == "unknown")
            if unsure:
                yield output, None
                continue
        yield output, f"a document says {want[output]!r}, the row {have[output]!r}"
    known = set((want["unknown"] or "").split(",")) - {""}
    for output in sorted(known - set(open_)) if want["error"] is None is have["error"] else ():
        yield output, "the row knows what a document leaves open"
