"""The same answers as :mod:`subhub.policies.engines.evaluate`, from one generated function.

Made once per intent, when many subscriptions are asked about: writing and compiling takes
milliseconds, one answer then takes about as long as hand-written ``if``/``else``. While
every fact it comes across is known the function runs in plain Python; at the first missing
fact it starts over in three-valued form.
"""

from __future__ import annotations

import linecache
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple
from zlib import crc32

from subhub.errors import PolicyError
from subhub.policies.engines.evaluate import VALUES, Decision, Details
from subhub.policies.engines.python import kleene
from subhub.policies.engines.python.generate import MANY_PARTS, Writer, is_deep, resolve, spell
from subhub.policies.language import expressions as ex
from subhub.policies.language.policy import Intent
from subhub.policies.language.reckoning import Partial
from subhub.policies.language.tables import Decided, Pick, Row, Table

Generated = Callable[[Any, date, str, str], tuple[Any, ...]]
_PLAIN = "_plain_or_start_over"


class Compiled(NamedTuple):
    """``decide`` and ``details`` take (facts as attributes, on, mode, actor).

    ``decide`` returns the fields of :class:`Decision` in order, ``details`` those of
    :class:`Details`; ``source`` is what was generated, to be read.
    """

    decide: Generated
    details: Generated
    source: str


@lru_cache(maxsize=64)
def compile_intent(intent: Intent) -> Compiled:
    """Generate, compile and keep the functions of an intent."""
    _check_names(intent)
    w = Writer()
    parts = [
        _function(w, "decide", lambda: _decide(w, intent)),
        _function(w, "decide_open", lambda: _decide_open(w, intent)),
        _function(w, "details", lambda: _details(w, intent)),
    ]
    source = "\n\n".join(parts)
    scope: dict[str, Any] = dict(w.constants, w=object())
    exec(compile(source, _shown_as(intent, source), "exec"), scope)  # noqa: S102 - our own text
    return Compiled(scope["decide"], scope["details"], source)


def _shown_as(intent: Intent, source: str) -> str:
    """The name under which tracebacks and debuggers find the source, line by line."""
    name = f"<policy {intent.name} {crc32(source.encode()):08x}>"
    # no time of change: it is not looked for on the disk, and stays
    linecache.cache[name] = len(source), None, source.splitlines(keepends=True), name
    return name


def _function(w: Writer, name: str, body: Callable[[], None]) -> str:
    w.lines, w.names, w.depth = [], {}, 1
    body()
    return "\n".join([f"def {name}(s, on, mode, actor):", *w.lines])


def _alone(verdict: str) -> str:
    """Source of a decision that is a verdict and nothing else."""
    return f"({', '.join([verdict, *map(repr, Decision(verdict)[1:])])})"


# ---- plain: every fact that is come across is known -------------------------------------


def _decide(w: Writer, intent: Intent) -> None:
    """Plain, where nothing but the way back hangs on which row of a table decides.

    And where every value is known once its facts are.
    """
    verdicts = [row.when for row in (*intent.not_covered, *intent.nothing_to_do, *intent.blockers)]
    before, after = [*verdicts, *_of_rows(intent.decides)], _of_rows(intent.reversible)
    apart = _tables(before) or _tables(after) - {intent.decides}
    written = *before, *after
    if apart or any(map(is_deep, written)) or _may_be_open((*written, *intent.keeps.values())):
        w.line("return decide_open(s, on, mode, actor)")
    else:
        _decide_plain(w, intent)


def _may_be_open(exprs: Iterable[ex.Expr]) -> bool:
    return any(isinstance(node, Partial) for expr in exprs for node in expr.walk())


def _of_rows(table: Table) -> list[ex.Expr]:
    return [expr for row in table.rows for expr in (row.when, *row.outputs.values())]


def _tables(exprs: Iterable[ex.Expr]) -> set[Table]:
    """The tables that expressions refer to."""
    nodes = (node for expr in exprs for node in expr.walk())
    return {node.table for node in nodes if isinstance(node, Pick | Decided)}


def _check_names(intent: Intent) -> None:
    tables = {intent.decides, intent.reversible} | _tables(intent.expressions())
    names = [table.name for table in tables]
    if len(set(names)) < len(names):
        twice = next(name for name in names if names.count(name) > 1)
        raise PolicyError("two_tables", intent=intent.name, table=twice)


def _decide_plain(w: Writer, intent: Intent) -> None:
    for verdict, rows in (  # without what is only for missing facts: it would cost time
        ("not_covered", intent.not_covered),
        ("nothing_to_do", intent.nothing_to_do),
        ("blocked", intent.blockers),
    ):
        _when(
            w,
            ex.either(*(row.when for row in rows)),
            lambda verdict=verdict: _refuse(w, intent, verdict),  # type: ignore[misc]
        )
    _table_plain(w, intent.decides, lambda row: _row_plain(w, intent, row))


def _refuse(w: Writer, intent: Intent, verdict: str) -> None:
    values = ", ".join(_load_and_write(w, expr) for expr in intent.told(verdict).values())
    w.line(f"return ({verdict!r}, {values})")


def _table_plain(
    w: Writer,
    table: Table,
    leaf: Callable[[Row], None],
    resolve: Callable[[ex.Expr], ex.Expr] = lambda expr: expr,
) -> None:
    for row in table.rows:
        _when(w, resolve(row.when), lambda row=row: leaf(row))  # type: ignore[misc]


def _row_plain(w: Writer, intent: Intent, row: Row) -> None:
    def resolved(expr: ex.Expr) -> ex.Expr:
        return resolve(intent.decides, row, expr)

    def leaf(undo: Row) -> None:
        picked = [
            resolved(expr.of(row if expr.table is intent.decides else undo))
            if isinstance(expr, Pick)
            else expr
            for expr in intent.outputs.values()
        ]
        values = ", ".join(_load_and_write(w, expr) for expr in picked)
        w.line(f"return ('allowed', {values})")

    _table_plain(w, intent.reversible, leaf, resolved)


def _load_and_write(w: Writer, expr: ex.Expr) -> str:
    """Plain source of a value, shared within its block when it is worth a name."""
    _load(w, expr)
    if not expr.args:
        return spell(w, expr)
    if expr.key not in w.names:
        source, name = spell(w, expr), w.fresh()
        w.line(f"{name} = {source}")
        w.names[expr.key] = name
    return w.names[expr.key]


def _when(w: Writer, when: ex.Expr, then: Callable[[], None]) -> None:
    """Write ``then`` under a condition; falls through where the condition does not hold."""
    if when is ex.NEVER:
        return
    if when is ex.ALWAYS:
        then()
        return
    parts = when.args if isinstance(when, ex.And) else (when,)
    # a block a part; of many parts half and half, so that blocks stand not too deep
    count = 1 if len(parts) <= MANY_PARTS else len(parts) // 2
    first, rest = ex.every(*parts[:count]), parts[count:]
    _load(w, first)
    with w.block(f"if {spell(w, first)}:"):
        _when(w, ex.every(*rest), then)


def _load(w: Writer, expr: ex.Expr) -> None:
    """Load the facts of ``expr`` once a block; a missing one leaves for the open form."""
    for fact in expr.facts().values():
        if fact.given or ("loaded", fact.name) in w.names:
            continue
        name = w.names["loaded", fact.name] = f"f_{fact.name}"
        lapsed = f" or {name} < on" if fact.lapses else ""
        w.line(f"{name} = s.{fact.name}")
        w.line(f"if {name} is None{lapsed}: return decide_open(s, on, mode, actor)")


# ---- open: some facts are missing ---------------------------------------------------------


def _decide_open(w: Writer, intent: Intent) -> None:
    doubt: dict[str, str] = {}  # what may win over the verdict, and the source of whether it does
    for verdict, when in [*intent.refusals, ("allowed", ex.ALWAYS)]:
        holds = kleene.write_condition(w, when)
        with w.block(f"if {holds} is True:"):
            kleene.write_fixed(w, intent.told(verdict).values())
            values = [kleene.write_value(w, expr) for expr in intent.told(verdict).values()]
            if doubt:
                with w.block(f"if {' or '.join(f'{each} is None' for each in doubt.values())}:"):
                    w.line(f"return (U, {', '.join(_in_doubt(w, intent, values, doubt))})")
            w.line(f"return ({verdict!r}, {', '.join(values)})")
        doubt[verdict] = holds


def _in_doubt(w: Writer, intent: Intent, values: list[str], doubt: dict[str, str]) -> Iterator[str]:
    """Each value where it is also what the verdicts in doubt would tell, else U."""
    others = [holds for verdict, holds in doubt.items() if verdict != "nothing_to_do"]
    refused = " or ".join(f"{each} is None" for each in others)
    nothing = doubt.get("nothing_to_do", "False")
    for value, kept in zip(values, intent.kept.values(), strict=True):
        alone = "None" if value == "None" else f"(None if {value} is None else U)"
        if kept is ex.DOES_NOT_APPLY:
            yield alone
            continue
        source = kleene.write_value(w, kept)
        if value == "None":
            yield f"(None if {nothing} is False or {source} is None else U)"
            continue
        agreed = f"{source} is not U and {source} == {value}"
        if refused:  # where it may be refused as well, only nothing agrees
            agreed += f" and ({value} is None or not ({refused}))"
        yield f"(({value} if {agreed} else U) if {nothing} is None else {alone})"


def _details(w: Writer, intent: Intent) -> None:
    parts = []
    for name, exprs in Details.of(intent).items():
        write = kleene.write_value if name in VALUES else kleene.write_condition
        written = [write(w, expr) for expr in exprs]
        parts.append(f"({', '.join(written)}{',' if written else ''})")
    w.line(f"return ({', '.join(parts)})")
