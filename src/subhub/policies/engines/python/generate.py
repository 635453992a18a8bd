"""Writes Python source for expressions: the workshop behind :mod:`.compiled`.

Two dialects. *Plain* source assumes every fact it reads is known, and is what one would
write by hand. *Kleene* source keeps ``None`` for an unknown condition and ``U`` for an
unknown value; it is written as statements, each result in a local name of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, TypeGuard

from subhub.model.calendar import FEDERAL, add_business_days
from subhub.model.money import Money
from subhub.policies.engines.moves import MOVES, plus_days
from subhub.policies.engines.unknown import UNKNOWN
from subhub.policies.language import expressions as ex
from subhub.policies.language.money import CurrencyOf, Multiple
from subhub.policies.language.reckoning import may_be_no_day
from subhub.policies.language.tables import Decided, Pick, Row, Table

#: what is longer than this is not written twice in one expression
LONG = 40
#: conditions joined of more parts than this are written half and half
MANY_PARTS = 16
#: of so many rows, what all rows still possible agree on is looked up
FEW_ROWS = 8
#: an expression that is deeper than this is not written in one, but step by step
DEEP = 12


class Writer:
    """Collects lines of one function; names live as long as their block."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.depth = 1
        self.names: dict[Any, str] = {}
        self.constants: dict[str, Any] = {"U": UNKNOWN, "Money": Money, "_abd": add_business_days}
        self._count = 0

    def line(self, text: str) -> None:
        """Write one line at the current depth."""
        self.lines.append("    " * self.depth + text)

    @contextmanager
    def block(self, head: str) -> Iterator[None]:
        """An indented block; what is named inside is forgotten after it."""
        self.line(head)
        self.depth += 1
        outer = dict(self.names)
        start = len(self.lines)
        yield
        if len(self.lines) == start:
            self.line("pass")
        self.names = outer
        self.depth -= 1

    def fresh(self, stem: str = "v") -> str:
        """A local name not used yet."""
        self._count += 1
        return f"{stem}{self._count}"

    def constant(self, value: Any) -> str:
        """Source of a fixed value; days and spans become names of the module."""
        if value is None or isinstance(value, bool | int | str):
            return repr(value)
        stem = {date: "day", timedelta: "span", Decimal: "amount", Money: "money"}[type(value)]
        text = str(value.days if isinstance(value, timedelta) else value)
        name = re.sub(r"\W", "_", f"_{stem}_{text}")
        self.constants[name] = value
        return name


def spell(w: Writer, expr: ex.Expr) -> str:
    """Source of ``expr`` where every fact it reads is known and loaded."""
    match expr:
        case ex.Fact():
            return expr.name if expr.given else f"f_{expr.name}"
        case ex.Const():
            return w.constant(expr.value)
        case ex.Compare():
            return spell_comparison(w, expr, [spell(w, arg) for arg in expr.args])
        case ex.Not():
            return f"(not {spell(w, expr.args[0])})"
        case ex.And():
            return "(" + " and ".join(spell(w, arg) for arg in expr.args) + ")"
        case ex.Or():
            return _either(w, expr)
        case ex.If():
            condition, then, otherwise = (spell(w, arg) for arg in expr.args)
            return f"({then} if {condition} else {otherwise})"
        case _ if is_bare_money(expr):
            return spell_bare_money(w, expr)
        case _:
            return spell_computed(w, expr, [spell(w, arg) for arg in expr.args])


def spell_comparison(w: Writer, expr: ex.Compare, sides: list[str]) -> str:
    """Source of a comparison of two known values."""
    left, right = expr.args
    if left.kind is ex.Kind.MONEY:
        sides = [_bare(w, arg, side) for arg, side in zip(expr.args, sides, strict=True)]
        if expr.op == "==" and isinstance(right, ex.Const) and right.value == 0:
            return f"(not {sides[0]})"
    return f"({sides[0]} {expr.op} {sides[1]})"


def spell_computed(w: Writer, expr: ex.Expr, args: list[str]) -> str:
    """Source of a computed value whose arguments are known."""
    match expr:
        case CurrencyOf():
            return f"{args[0]}.currency"
        case ex.AddBusinessDays():
            of = "" if expr.calendar == FEDERAL else f", {expr.calendar!r}"
            return f"_abd({args[0]}, {expr.days}{of})"
        case ex.AddDays() if may_be_no_day(expr):
            w.constants["_plus_days"] = plus_days
            return f"_plus_days({args[0]}, {expr.days}, 1)"
        case ex.AddDays():
            return f"({args[0]} + {w.constant(timedelta(expr.days))})"
        case ex.DaysBetween():
            return f"({args[1]} - {args[0]}).days"
        case ex.Arithmetic() | ex.Max() | ex.Min() if expr.kind is ex.Kind.MONEY:
            bare = [_bare(w, arg, side) for arg, side in zip(expr.args, args, strict=True)]
            pairs = zip(expr.args, args, strict=True)
            whole = next(side for arg, side in pairs if not _is_bare(arg))
            return f"Money({_combine(expr, bare)}, {whole}.currency)"
        case Multiple() if expr.kind is ex.Kind.MONEY:
            return f"Money({args[0]}.amount * {args[1]}, {args[0]}.currency)"
        case Multiple():
            return f"({args[0]} * {args[1]})"
        case ex.Arithmetic():
            return f"({args[0]} {expr.op} {args[1]})"
        case ex.Max() | ex.Min():
            if max(map(len, args)) > LONG:  # written once: in one another they would double
                return f"{'max' if isinstance(expr, ex.Max) else 'min'}({args[0]}, {args[1]})"
            first = ">" if isinstance(expr, ex.Max) else "<"
            return f"({args[0]} if {args[0]} {first} {args[1]} else {args[1]})"
    if type(expr) in MOVES:
        move, marks = MOVES[type(expr)]
        w.constants[f"_{move.__name__}"] = move
        given = [*args, *(repr(getattr(expr, mark)) for mark in marks)]
        return f"_{move.__name__}({', '.join(given)})"
    raise NotImplementedError(f"no source for `{expr!r}`")


def is_deep(expr: ex.Expr) -> bool:
    """Whether expressions stand in one another more than :data:`DEEP` times."""
    level = [expr]
    for _ in range(DEEP):
        level = list({id(arg): arg for each in level for arg in each.args}.values())
    return bool(level)


def is_bare_money(expr: ex.Expr) -> bool:
    """Amounts of facts, added and compared: worked out on numbers, made money once."""
    return (
        expr.kind is ex.Kind.MONEY
        and not is_deep(expr)
        and len(list(expr.walk())) > 3
        and all(
            isinstance(node, ex.Fact | ex.Arithmetic | ex.Max | ex.Min) or _is_bare(node)
            for node in expr.walk()
        )
    )


def spell_bare_money(w: Writer, expr: ex.Expr) -> str:
    """Source of such an expression, its facts known."""
    first = next(iter(expr.facts().values()))
    return f"Money({_amount(w, expr)}, {spell(w, first)}.currency)"


def _bare(w: Writer, arg: ex.Expr, side: str) -> str:
    return w.constant(arg.value) if _is_bare(arg) else f"{side}.amount"


def _is_bare(arg: ex.Expr) -> TypeGuard[ex.Const]:
    """Whether an amount is a bare number, in the currency of the one beside it."""
    return isinstance(arg, ex.Const) and not isinstance(arg.value, Money)


def _combine(expr: ex.Expr, sides: list[str]) -> str:
    if isinstance(expr, ex.Arithmetic):
        return f"({sides[0]} {expr.op} {sides[1]})"
    name = "max" if isinstance(expr, ex.Max) else "min"
    return f"{name}({sides[0]}, {sides[1]})"


def _amount(w: Writer, expr: ex.Expr) -> str:
    if isinstance(expr, ex.Arithmetic | ex.Max | ex.Min):
        return _combine(expr, [_amount(w, arg) for arg in expr.args])
    return _bare(w, expr, spell(w, expr))


def _either(w: Writer, expr: ex.Or) -> str:
    """``status == "a" or status == "b"`` becomes one look-up in a set."""
    codes: dict[str, list[str]] = {}
    rest: list[str] = []
    for arg in expr.args:
        if (
            isinstance(arg, ex.Compare)
            and arg.op == "=="
            and isinstance(arg.args[1], ex.Const)
            and isinstance(arg.args[1].value, str)
        ):
            codes.setdefault(spell(w, arg.args[0]), []).append(arg.args[1].value)
        else:
            rest.append(spell(w, arg))
    sets = [_one_of(name, sorted(found)) for name, found in codes.items()]
    return "(" + " or ".join(sets + rest) + ")"


def _one_of(name: str, codes: list[str]) -> str:
    if len(codes) == 1:
        return f"{name} == {codes[0]!r}"
    return f"{name} in {{{', '.join(map(repr, codes))}}}"


def resolve(table: Table, row: Row, expr: ex.Expr) -> ex.Expr:
    """``expr`` where ``row`` of ``table`` is known to decide: references to it are resolved."""
    if isinstance(expr, Decided) and expr.table is table:
        return ex.ALWAYS if row.code in expr.codes else ex.NEVER
    if isinstance(expr, Pick) and expr.table is table:
        return resolve(table, row, expr.of(row))
    return expr.mapped(lambda arg: resolve(table, row, arg))
