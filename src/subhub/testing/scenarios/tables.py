"""Many rows at once: frames and SQL say what a preview says, or leave more open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from subhub.hub.answer import KEYS
from subhub.model.cancellation import Cancellation
from subhub.model.column import Column
from subhub.model.money import Money
from subhub.policies.language.kinds import Kind
from subhub.testing.scenario import Skipped, scenario
from subhub.testing.scenarios.answers import answered_or_skip

if TYPE_CHECKING:
    from subhub.testing.checking import AdapterCheck, Round

#: the columns of what is asked, and of the row's own number
_ON, _MODE, _ACTOR, _ROW = "asked_on", "asked_mode", "asked_actor", "asked_row"


@scenario(25)
def frames_agree(check: AdapterCheck) -> Iterable[str]:
    """A frame of the documents has the answers of the documents, row by row (Polars).

    A cell may be left open where a preview proves it; it never says something else. What
    follows from other facts has to stand in `implied`: a frame runs no Python of yours.
    """
    _needs("tables", "polars", "narwhals")
    for intent, rows in _groups(check):
        frame = check.hub.preview_table(_frame(check, rows), **_asked(check, intent, rows))
        yield from _differences("a frame", rows, frame.to_dicts())


@scenario(26)
def sql_agrees(check: AdapterCheck) -> Iterable[str]:
    """The rules as SQL give the answers of the documents, row by row (DuckDB)."""
    _needs("duckdb", "duckdb", "polars", "pyarrow")
    _needs("sql", "sqlglot")
    import duckdb

    for intent, rows in _groups(check):
        frame = _frame(check, rows)
        days = [each.question.on.year for each, _ in rows]
        facts = [name for name in frame.columns if name not in (_ROW, _ON, _MODE, _ACTOR)]
        text = check.hub.sql(
            dialect="duckdb", keep=(_ROW,), columns=facts, years=(min(days) - 1, max(days) + 3),
            **_asked(check, intent, rows),
        )  # fmt: skip
        with duckdb.connect() as connection:
            connection.register("subscriptions", frame.to_arrow())
            got = connection.sql(text).to_arrow_table().to_pylist()
        yield from _differences("SQL", rows, sorted(got, key=lambda row: int(row[_ROW])))


def _needs(extra: str, *modules: str) -> None:
    for module in modules:
        if find_spec(module) is None:
            raise Skipped(f"{module} is not installed: pip install 'subhub-cancel[{extra}]'")


Rows = list[tuple["Round", Cancellation]]


def _groups(check: AdapterCheck) -> Iterator[tuple[str, Rows]]:
    """The answered documents by intent, without those that ask for a mode where there is none."""
    found: dict[str, Rows] = {}
    for each, answer in answered_or_skip(check):
        if each.intent.modes or "mode" not in each.request:
            found.setdefault(each.intent.name, []).append((each, answer))
    yield from found.items()


def _asked(check: AdapterCheck, intent: str, rows: Rows) -> dict[str, Any]:
    asked: dict[str, Any] = {"on": Column(_ON), "actor": Column(_ACTOR), "intent": intent}
    if rows[0][0].intent.modes:
        asked["mode"] = Column(_MODE)
    return {"platform": check.platform, **asked}


def _frame(check: AdapterCheck, rows: Rows) -> Any:
    """One row for each document, its facts as they were told."""
    import polars as pl

    dtypes = {
        Kind.DAY: pl.Date(), Kind.MONEY: pl.Decimal(24, 2), Kind.COUNT: pl.Int64(),
        Kind.BOOL: pl.Boolean(), Kind.CODE: pl.String(),
    }  # fmt: skip
    facts = {name: fact for name, fact in check.facts.items() if fact.kind in dtypes}
    schema = {name: dtypes[fact.kind] for name, fact in facts.items()}
    asked = {_ROW: pl.Int64(), _ON: pl.Date(), _MODE: pl.String(), _ACTOR: pl.String(),
             "currency": pl.String()}  # fmt: skip
    made = []
    for number, (each, _) in enumerate(rows):
        told = {name: _cell(each.document.get(name), fact.kind) for name, fact in facts.items()}
        made.append(told | {
            _ROW: number, _ON: each.question.on, _MODE: each.question.mode,
            _ACTOR: each.question.actor, "currency": each.currency or "USD",
        })  # fmt: skip
    return pl.DataFrame(made, schema=schema | asked)


def _cell(value: Any, kind: Kind) -> Any:
    if value is None or kind not in (Kind.DAY, Kind.MONEY):
        return value
    return date.fromisoformat(value) if kind is Kind.DAY else Decimal(value.split()[0])


def _differences(where: str, rows: Rows, got: list[dict[str, Any]]) -> Iterator[str]:
    if len(got) != len(rows):
        yield f"{where} gives {len(got)} rows for {len(rows)} documents"
        return
    for (each, answer), row in zip(rows, got, strict=True):
        if row["error"]:
            yield (
                f"{where} refuses a row (`{row['error']}`) whose document is taken: "
                f"let the document refuse it too; for {each}"
            )
            continue
        open_ = set(filter(None, (row["unknown"] or "").split(",")))
        for field, key in KEYS.items():
            wanted = _told(answer, key)
            if field in open_ or (field == "verdict" and row[field] == "unknown"):
                continue
            if key in answer.unknown or row[field] != wanted:
                said = "not known" if key in answer.unknown else wanted
                yield (
                    f"{where} says `{field}` is {row[field]}, the preview {said}: facts that "
                    f"follow from others belong into `implied`; for {each}"
                )


def _told(answer: Cancellation, key: str) -> Any:
    value: Any = answer
    for part in key.split("."):
        value = None if value is None else getattr(value, part)
    return value.amount if isinstance(value, Money) else value
