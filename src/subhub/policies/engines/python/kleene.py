"""Kleene source: statements that work out an expression when facts may be missing.

An unknown condition is ``None``, an unknown value ``U``; *does not apply* is the value
``None``. Each function writes what is needed and returns the source of the result: a local
name, a literal, or plain source where no missing fact can take part.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from subhub.policies.engines.evaluate import UNKNOWN
from subhub.policies.engines.python.generate import (
    FEW_ROWS,
    MANY_PARTS,
    Writer,
    is_bare_money,
    is_deep,
    spell,
    spell_bare_money,
    spell_comparison,
    spell_computed,
)
from subhub.policies.language import expressions as ex
from subhub.policies.language.reckoning import Partial
from subhub.policies.language.tables import Decided, Pick, Table


def write_condition(w: Writer, expr: ex.Expr) -> str:
    """Write a condition; the result is True, False or None."""
    if always_known(expr):
        return spell(w, expr)
    if isinstance(expr, ex.Fact):
        return write_fact(w, expr)
    return _named(w, expr, "c", _CONDITIONS[type(expr)])


def write_value(w: Writer, expr: ex.Expr) -> str:
    """Write a value; the result is U where it is not known."""
    if expr.kind is ex.Kind.BOOL and not isinstance(expr, Pick | ex.Const):
        return _named(w, expr, "b", _boolean_value)
    if always_known(expr):
        return spell(w, expr)
    return _named(w, expr, "v", _value, _outputs(expr) if isinstance(expr, Pick) else None)


def _outputs(pick: Pick) -> tuple[object, ...]:
    """Outputs of a table that are the same in every row are worked out once."""
    return (pick.table.name, *(pick.of(row).key for row in pick.table.rows))


def write_fixed(w: Writer, exprs: Iterable[ex.Expr]) -> None:
    """Look up all outputs of fixed values at once, by which rows of their table are possible."""
    tables: dict[Table, dict[tuple[object, ...], Pick]] = {}
    for expr in exprs:
        if isinstance(expr, Pick) and len(expr.table.rows) <= FEW_ROWS:
            values = {expr.of(row).key for row in expr.table.rows}
            if len(values) > 1 and all(isinstance(expr.of(r), ex.Const) for r in expr.table.rows):
                tables.setdefault(expr.table, {})[_outputs(expr)] = expr
    for table, picks in tables.items():
        mask = write_rows(w, table)
        name = f"_{table.name}_of_rows"
        w.constants[name] = tuple(
            tuple(_agreed(pick, mask) for pick in picks.values())
            for mask in range(1 << len(table.rows))
        )
        names = [w.fresh() for _ in picks]
        w.line(f"{', '.join(names)}, = {name}[{mask}]")
        w.names |= {("v", key): each for key, each in zip(picks, names, strict=True)}


def _agreed(pick: Pick, mask: int) -> object:
    """The fixed value that all rows of the mask give, or unknown."""
    rows = [row for index, row in enumerate(pick.table.rows) if mask >> index & 1]
    values = {out.key: out for out in map(pick.of, rows)}
    only = next(iter(values.values())) if len(values) == 1 else None
    return only.value if isinstance(only, ex.Const) else UNKNOWN


def write_rows(w: Writer, table: Table) -> str:
    """Write which rows may decide, as a bit mask."""
    known = w.names.get(("rows", table.name))
    if known:
        return known
    name = w.names["rows", table.name] = w.fresh("rows")
    w.line(f"{name} = 0")
    with w.block("while True:"):  # one after the other and not one in the other, for any number
        for index, row in enumerate(table.rows):
            holds = write_condition(w, row.when)
            bit = 1 << index
            if holds == "True":
                w.line(f"{name} |= {bit}")
                break
            w.line(f"if {holds} is not False: {name} |= {bit}")
            w.line(f"if {holds} is True: break")
        w.line("break")
    return name


def write_fact(w: Writer, expr: ex.Fact) -> str:
    """Load a fact once a block; one that has lapsed counts as not known."""
    if expr.given:
        return expr.name
    name = f"f_{expr.name}"
    if expr.key not in w.names:
        w.names[expr.key] = name
        w.line(f"{name} = s.{expr.name}")
        if expr.lapses:
            w.line(f"if {name} is not None and {name} < on: {name} = None")
    return name


def always_known(expr: ex.Expr) -> bool:
    """No fact takes part that could be missing, and no day that there may not be."""
    stack = [expr]
    while stack:
        node = stack.pop()
        if isinstance(node, Pick | Decided | Partial):
            return False
        if isinstance(node, ex.Fact) and not node.given:
            return False
        stack += node.args
    return True


def _named(w: Writer, expr: ex.Expr, stem: str, write: object, key: object = None) -> str:
    key = (stem, key or expr.key)
    if key not in w.names:
        name = w.fresh(stem)
        write(w, expr, name)  # type: ignore[operator]
        w.names[key] = name
    return w.names[key]


def _guarded(w: Writer, expr: ex.Expr) -> tuple[list[str], list[str]]:
    """Sources of the arguments, and the tests that one of them is unknown."""
    sources, tests = [], []
    for arg in expr.args:
        if isinstance(arg, ex.Fact) and not arg.given:
            source = write_fact(w, arg)
            tests.append(f"{source} is None")
        else:
            source = write_value(w, arg)
            if not always_known(arg):
                tests.append(f"{source} is U")
        sources.append(source)
    return sources, tests


def _compare(w: Writer, expr: ex.Compare, name: str) -> None:
    sources, tests = _guarded(w, expr)
    w.line(f"{name} = None if {' or '.join(tests)} else {spell_comparison(w, expr, sources)}")


def _joined(w: Writer, expr: ex.Expr, name: str) -> None:
    decisive = "True" if isinstance(expr, ex.Or) else "False"
    _join_from(w, expr.args, name, decisive)


def _join_from(w: Writer, parts: Sequence[ex.Expr], name: str, decisive: str) -> None:
    """Part after part, until one decides; an open part leaves it open unless a later decides."""
    if len(parts) == 1:
        w.line(f"{name} = {write_condition(w, parts[0])}")
        return
    # of many parts half and half, so that blocks stand in one another only a few deep
    count = 1 if len(parts) <= MANY_PARTS else len(parts) // 2
    _join_from(w, parts[:count], name, decisive)
    with w.block(f"if {name} is not {decisive}:"):
        rest = w.fresh("c")
        _join_from(w, parts[count:], rest, decisive)
        w.line(f"if {rest} is {decisive} or {name} is not None: {name} = {rest}")


def _not(w: Writer, expr: ex.Not, name: str) -> None:
    inner = write_condition(w, expr.args[0])
    w.line(f"{name} = None if {inner} is None else not {inner}")


def _decided(w: Writer, expr: Decided, name: str) -> None:
    mask = write_rows(w, expr.table)
    inside = sum(1 << i for i, row in enumerate(expr.table.rows) if row.code in expr.codes)
    outside = (1 << len(expr.table.rows)) - 1 - inside
    w.line(f"{name} = (None if {mask} & {outside} else True) if {mask} & {inside} else False")


def _boolean_value(w: Writer, expr: ex.Expr, name: str) -> None:
    holds = write_condition(w, expr)
    w.line(f"{name} = U if {holds} is None else {holds}")


def _value(w: Writer, expr: ex.Expr, name: str) -> None:
    if isinstance(expr, Pick):
        write_pick(w, expr, name)
    elif isinstance(expr, ex.Fact):
        source = write_fact(w, expr)
        w.line(f"{name} = U if {source} is None else {source}")
    elif isinstance(expr, ex.If):
        _if(w, expr, name)
    elif is_bare_money(expr):
        tests = [f"{write_fact(w, each)} is None" for each in expr.facts().values()]
        w.line(f"{name} = U if {' or '.join(tests)} else {spell_bare_money(w, expr)}")
    else:
        sources, tests = _guarded(w, expr)
        open_ = f"U if {' or '.join(tests)} else " if tests else ""
        w.line(f"{name} = {open_}{spell_computed(w, expr, sources)}")


def _if(w: Writer, expr: ex.If, name: str) -> None:
    """Choice after choice, each value once: the one that all values still possible are."""
    for part in expr.args[1:]:
        if is_deep(part) and not isinstance(part, ex.If) and not _may_raise(part):
            write_value(w, part)  # before and not inside: blocks stand in one another only so deep
    w.line(f"{name} = w")  # w: nothing seen yet
    with w.block("while True:"):
        left: ex.Expr = expr
        while isinstance(left, ex.If):
            condition, then, otherwise = left.args
            holds = write_condition(w, condition)
            inner_first = isinstance(then, ex.If) and not isinstance(otherwise, ex.If)
            here, left = (otherwise, then) if inner_first else (then, otherwise)
            no, yes = ("True", "False") if inner_first else ("False", "True")
            with w.block(f"if {holds} is not {no}:"):
                _merge_one(w, here, name)
                w.line(f"if {holds} is {yes} or {name} is U: break")
        _merge_one(w, left, name)
        w.line("break")


def _may_raise(expr: ex.Expr) -> bool:
    """Business days are not known on every day: they are counted only where they are needed."""
    return any(isinstance(node, ex.AddBusinessDays) for node in expr.walk())


def _merge_one(w: Writer, out: ex.Expr, name: str) -> None:
    """One more value still possible: U where it is another than those seen."""
    source = write_value(w, out)
    w.line(f"{name} = {source} if {name} is w or {source} == {name} else U")


def write_pick(w: Writer, expr: Pick, name: str) -> None:
    """One output of a table: the value that every row still possible gives, or U."""
    mask = write_rows(w, expr.table)
    groups: dict[tuple[object, ...], tuple[int, ex.Expr]] = {}
    for index, row in enumerate(expr.table.rows):
        out = expr.of(row)
        groups[out.key] = groups.get(out.key, (0, out))[0] | (1 << index), out
    everything = (1 << len(expr.table.rows)) - 1
    if len(groups) == 1:
        w.line(f"{name} = {write_value(w, expr.of(expr.table.rows[0]))}")
        return
    head = "if"
    for bits, out in groups.values():
        with w.block(f"{head} not {mask} & {everything - bits}:"):
            w.line(f"{name} = {write_value(w, out)}")
        head = "elif"
    with w.block("else:"):
        if all(isinstance(out, ex.Const) for _, out in groups.values()):
            w.line(f"{name} = U")
        else:
            _merge(w, list(groups.values()), mask, name)


def _merge(w: Writer, groups: list[tuple[int, ex.Expr]], mask: str, name: str) -> None:
    w.line(f"{name} = w")  # w: nothing seen yet
    for bits, out in groups:
        with w.block(f"if {name} is not U and {mask} & {bits}:"):
            _merge_one(w, out, name)


_CONDITIONS = {
    ex.Compare: _compare,
    ex.And: _joined,
    ex.Or: _joined,
    ex.Not: _not,
    Decided: _decided,
}
