"""Columns of text as the facts they are: what cannot be read rejects its row, nothing is guessed.

What a document is refused for, a row is rejected for, in the same words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

import polars as pl

from subhub.documents.trouble import excerpt
from subhub.errors import Sentence
from subhub.frames.piece import Piece, Rejected, Text
from subhub.model.currency import all_decimals
from subhub.model.limits import COUNT, EARLIEST, LATEST, TEXT
from subhub.policies.language.expressions import Kind

#: what is not of the kind that a fact is
NOT = {
    Kind.MONEY: "not_money", Kind.DAY: "not_a_day", Kind.COUNT: "not_a_count",
    Kind.BOOL: "not_yes_or_no", Kind.CODE: "not_text",
}  # fmt: skip
AMOUNT = r"^(-?[0-9]{1,15}(?:\.[0-9]{1,6})?)(?: ([A-Z]{3}))?$"
#: signs that no document may hold (:data:`subhub.documents.plain.CONTROL`), in an id
_CONTROL = "[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffe\uffff]"


class _Flaw(NamedTuple):
    """Rows for which ``wrong`` holds are rejected: a value of ``column``, for a reason."""

    wrong: pl.Expr
    column: str
    code: str


def cast(text: Text, kinds: Mapping[str, Kind], file: str, done: float) -> Piece:
    """The rows with their facts typed, and those rejected so far and here."""
    frame, numbers, rejected = text
    casts = {
        name: _typed(pl.col(name), kind)
        for name in frame.columns
        if (kind := kinds.get(name, Kind.CODE)) is not Kind.CODE
    }
    checks = [
        _Flaw(typed.is_null() & pl.col(name).is_not_null(), name, NOT[kinds[name]])
        for name, typed in casts.items()
    ]
    checks += _limit_checks(casts, kinds)
    if "id" in frame.columns:
        long = (pl.col("id").str.len_chars() > TEXT).fill_null(False)
        checks.append(_Flaw(long, "id", "text_too_long"))
        control = pl.col("id").str.contains(_CONTROL).fill_null(False)
        checks.append(_Flaw(control, "id", "control_in_value"))
    money = [name for name in casts if kinds[name] is Kind.MONEY]
    if money:
        told = [pl.col(name).str.extract(AMOUNT, 2) for name in money]
        if "currency" in frame.columns:
            told.append(pl.col("currency"))
        casts["currency"] = pl.coalesce(told)
        checks += _money_checks(money, told, casts["currency"])
    if not checks:
        return Piece(frame, rejected, done)
    first = (pl.when(check.wrong).then(at) for at, check in enumerate(checks))
    why = frame.select(pl.coalesce(*first, pl.lit(None, pl.Int32))).to_series()
    for index in why.is_not_null().arg_true().to_list():
        column, code = checks[why[index]][1:]
        row = frame.row(index, named=True)
        said = Sentence(code, **_said(column, row, money))
        rejected.append(Rejected(file, numbers[index], column, said))
    return Piece(frame.with_columns(**casts).filter(why.is_null()), rejected, done)


def _limit_checks(casts: Mapping[str, pl.Expr], kinds: Mapping[str, Kind]) -> Iterator[_Flaw]:
    """What no document may say: days at the ends of the calendar, counts without end."""
    for name, typed in casts.items():
        if kinds[name] is Kind.DAY:
            beyond = (typed < EARLIEST) | (typed > LATEST)
            yield _Flaw(beyond.fill_null(False), name, "outside_days")
        elif kinds[name] is Kind.COUNT:
            yield _Flaw((typed > COUNT).fill_null(False), name, "count_too_large")


def _money_checks(
    money: Sequence[str], told: Sequence[pl.Expr], currency: pl.Expr
) -> Iterator[_Flaw]:
    """What is wrong where currencies differ, one is none, or has fewer decimals than an amount."""
    differ = pl.any_horizontal(*((each != currency).fill_null(False) for each in told))
    yield _Flaw(differ, "", "two_currencies")
    known = all_decimals()
    none = currency.is_not_null() & ~currency.is_in(list(known))
    yield _Flaw(none, "currency", "not_a_currency")
    places = currency.replace_strict(known, default=None, return_dtype=pl.Int64)
    for name in money:
        written = pl.col(name).str.extract(r"\.([0-9]+)", 1).str.len_chars().cast(pl.Int64)
        yield _Flaw((written > places).fill_null(False), name, "too_many_decimals")


def _said(column: str, row: Mapping[str, Any], money: Sequence[str]) -> dict[str, object]:
    """What the sentences about a row are filled in with."""
    amounts = [row[name] or "" for name in money]
    own = [row.get("currency"), *(amount.partition(" ")[2] for amount in amounts)]
    currencies = [excerpt(each) for each in dict.fromkeys(own) if each]
    value = row.get(column) or ""
    sign = next((char for char in value if not char.isprintable()), "\0")
    return {
        "value": excerpt(value), "length": len(value), "most": TEXT,
        "currencies": currencies, "currency": (currencies or [""])[0],
        "places": all_decimals().get((currencies or [""])[0], 2), "sign": f"U+{ord(sign):04X}",
    }  # fmt: skip


def _typed(column: pl.Expr, kind: Kind) -> pl.Expr:
    if kind is Kind.DAY:
        # strptime alone would take 2026-1-5 as well
        day = column.str.strptime(pl.Date, "%Y-%m-%d", strict=False)
        return pl.when(column.str.contains(r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$")).then(day)
    if kind is Kind.MONEY:
        return column.str.extract(AMOUNT, 1).cast(pl.Decimal(24, 6), strict=False)
    if kind is Kind.COUNT:
        plain = pl.when(column.str.contains(r"^-?[0-9]{1,18}$")).then(column)
        return plain.cast(pl.Int64, strict=False)
    small = column.str.to_lowercase()
    return pl.when(small == "true").then(True).when(small == "false").then(False)
