"""A plan as one SELECT for any SQL engine: the one file that knows SQL.

Built as a syntax tree with sqlglot and written in the dialect that is asked for; no text is
glued together. Steps are common table expressions, each using only the one before. Comments
carry the rules a column comes from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlglot import exp

from subhub.errors import RequestError
from subhub.model.calendar import FIRST_DAY, LAST_DAY
from subhub.policies.engines.columns.nodes import Node
from subhub.policies.engines.columns.plan import Plan
from subhub.policies.engines.columns.stages import Stages, stages
from subhub.policies.engines.sql.calendar import calendar
from subhub.policies.language.expressions import Kind

#: the dialects that have what is needed: booleans as values, WITH, window functions
DIALECTS = (
    "bigquery", "databricks", "duckdb", "postgres", "redshift", "snowflake", "spark", "sqlite",
    "trino",
)  # fmt: skip
_ARITHMETIC_DAYS = frozenset({"duckdb", "postgres"})


@dataclass(frozen=True)
class Source:
    """Where the rows come from.

    ``keep`` are the columns carried into the result as they are. Where no column holds the
    day asked about, ``asked_on`` names one that is made: ``on``, or the current day.
    ``calendar`` are the first and the last day whose holidays are written out.
    """

    table: str
    keep: tuple[str, ...] = ()
    asked_on: str | None = None
    on: date | None = None
    calendar: tuple[date, date] = (FIRST_DAY, LAST_DAY)


def select(
    plan: Plan, source: Source, dialect: str, wanted: Iterable[str], heading: Iterable[str] = ()
) -> str:
    """The statement, with lines of ``heading`` above it as comments.

    Raises :class:`RequestError` for a dialect that is not known here.
    """
    if dialect not in DIALECTS:
        raise RequestError(
            f"the dialect `{dialect}` is not known here", hint=f"one of {', '.join(DIALECTS)}"
        )
    wanted = list(wanted)
    staged = stages(plan, wanted)
    write = Writer(staged, dialect)
    steps: list[tuple[str, exp.Expr]] = [("facts", _facts(source, read_by(plan, wanted), write))]
    counts = sorted({n.value for n in staged.made if n.op == "business_days"})
    for count in counts:
        steps += calendar(count, dialect, source.calendar)
    previous = "facts"
    for number, level in enumerate(staged.levels, 1):
        steps.append((f"step_{number}", _step(plan, level, previous, write)))
        previous = f"step_{number}"
    columns: list[exp.Expr] = [exp.column(name, quoted=quote(name)) for name in source.keep]
    for name in wanted:
        column = exp.alias_(write.expr(plan.outputs[name]), name)
        column.add_comments([f" {note} " for note in plan.notes.get(name, ())])
        columns.append(column)
    query = exp.select(*columns).from_(previous)
    for name, step in steps:
        query = query.with_(name, as_=step)
    return "\n".join([*(f"-- {line}" for line in heading), query.sql(dialect, pretty=True)])


def read_by(plan: Plan, wanted: Iterable[str]) -> list[str]:
    """The columns that the wanted outputs are worked out from."""
    found: dict[str, None] = {}
    seen: set[Node] = set()
    left = [plan.outputs[name] for name in wanted]
    while left:
        node = left.pop()
        if node not in seen:
            seen.add(node)
            left += node.args
            if node.op == "column":
                found[node.value] = None
    return sorted(found)


def _facts(source: Source, reads: list[str], write: Writer) -> exp.Select:
    names = dict.fromkeys((*source.keep, *reads))
    columns: list[exp.Expr] = [
        exp.column(name, quoted=quote(name)) for name in names if name != source.asked_on
    ]
    if source.asked_on:
        day = exp.CurrentDate() if source.on is None else write.literal(source.on)
        columns.append(exp.alias_(day, source.asked_on))
    table = exp.to_table(source.table)
    return exp.select(*columns).from_(table)


def _step(plan: Plan, level: dict[str, Node], previous: str, write: Writer) -> exp.Select:
    looked_up = {name: node for name, node in level.items() if node.op == "business_days"}
    query = exp.select(exp.Column(this=exp.Star(), table=exp.to_identifier(previous)))
    for name, node in level.items():
        if name in looked_up:
            made: exp.Expr = exp.column("due_on", table=f"calendar_{name}")
        else:
            made = write.op(node)
        column = exp.alias_(made, name, quoted=quote(name))
        if plan.cites.get(node):
            column.add_comments([f" {plan.cites[node]} "])
        query = query.select(column)
    query = query.from_(previous)
    for name, node in looked_up.items():
        query = query.join(
            exp.to_table(f"business_days_{node.value}"),
            on=exp.column("day", table=f"calendar_{name}").eq(write.expr(node.args[0])),
            join_type="left",
            join_alias=f"calendar_{name}",
        )
    return query


def quote(name: str) -> bool:
    """Whether a name is quoted: those that are words of SQL, or not lower-case words."""
    return not name.isidentifier() or name != name.lower() or name in _WORDS


_WORDS = frozenset(
    {"on", "from", "to", "at", "by", "mode", "order", "group", "user", "date", "end"}
)


class Writer:
    """Nodes as SQL; what an earlier step made is its column."""

    def __init__(self, staged: Stages, dialect: str) -> None:
        self.made, self.dialect = staged.made, dialect

    def expr(self, node: Node) -> exp.Expr:
        """A column already made, or the operation."""
        name = self.made.get(node)
        return self.op(node) if name is None else exp.column(name, quoted=quote(name))

    def op(self, node: Node) -> exp.Expr:
        """The operation itself."""
        match node.op:
            case "column":
                return exp.column(node.value, quoted=quote(node.value))
            case "literal":
                return self.literal(node.value)
            case "null":
                return self._null(node.value)
            case "case":
                return self._case(node)
            case "and":
                return exp.and_(*map(self.expr, node.args), copy=False)
            case "or":
                return exp.or_(*map(self.expr, node.args), copy=False)
            case "among":
                return self.expr(node.args[0]).isin(*node.value)
            case "days":
                return plus_days(self.expr(node.args[0]), node.value, self.dialect)
            case "listed":
                return self._listed(node)
            case "known":
                return exp.Not(this=self._is_null(node.args[0]))
            case "not" if node.args[0].op == "known" and node.args[0] not in self.made:
                return self._is_null(node.args[0].args[0])
        inner = self.expr if node.op in ("sure", "possible") else self._inside
        return _SIMPLE[node.op](*map(inner, node.args))

    def _is_null(self, node: Node) -> exp.Expr:
        return exp.Is(this=self._inside(node), expression=exp.Null())

    def _inside(self, node: Node) -> exp.Expr:
        """An operand: in brackets where it is an operation of its own."""
        made = self.expr(node)
        return exp.paren(made) if isinstance(made, exp.Binary | exp.Not) else made

    def literal(self, value: Any) -> exp.Expr:
        """A fixed value."""
        if isinstance(value, bool):
            return exp.true() if value else exp.false()
        if isinstance(value, Decimal):
            return exp.Literal.number(str(value))
        if isinstance(value, date):
            if self.dialect == "sqlite":  # has no type for days: ISO text sorts as days do
                return exp.Literal.string(value.isoformat())
            return exp.cast(exp.Literal.string(value.isoformat()), "date")
        return exp.convert(value)

    def _null(self, kind: Kind) -> exp.Expr:
        if self.dialect == "sqlite":
            return exp.Null()
        return exp.cast(exp.Null(), _TYPES[kind])

    def _listed(self, node: Node) -> exp.Expr:
        """Codes each after a comma, set one after another, without the first comma."""
        text: exp.Expr | None = None
        for when, code in zip(node.args, node.value, strict=True):
            part = exp.Case().when(self.expr(when), exp.Literal.string(f",{code}"), copy=False)
            part = part.else_(exp.Literal.string(""), copy=False)
            text = part if text is None else exp.DPipe(this=text, expression=part, safe=True)
        return exp.Substring(this=text, start=exp.Literal.number(2))

    def _case(self, node: Node) -> exp.Expr:
        *pairs, last = node.args
        # beside a branch that has a type, null needs none; alone it does
        typed = any(each.op != "null" for each in (*pairs[1::2], last))
        made = exp.Case()
        for at in range(0, len(pairs), 2):
            then = pairs[at + 1]
            null = typed and then.op == "null"
            made = made.when(
                self.expr(pairs[at]), exp.Null() if null else self.expr(then), copy=False
            )
        return made if typed and last.op == "null" else made.else_(self.expr(last), copy=False)


_TYPES = {
    Kind.DAY: "date", Kind.CODE: "text", Kind.BOOL: "boolean", Kind.COUNT: "bigint",
    Kind.MONEY: "decimal(38, 6)", Kind.NOTHING: "text",
}  # fmt: skip
_SIMPLE: dict[str, Callable[..., exp.Expr]] = {
    "==": lambda left, right: exp.EQ(this=left, expression=right),
    "<": lambda left, right: exp.LT(this=left, expression=right),
    "<=": lambda left, right: exp.LTE(this=left, expression=right),
    "+": lambda left, right: exp.Add(this=left, expression=right),
    "-": lambda left, right: exp.Sub(this=left, expression=right),
    "not": lambda part: exp.Not(this=part),
    "sure": lambda part: exp.Coalesce(this=part, expressions=[exp.false()]),
    "possible": lambda part: exp.Coalesce(this=part, expressions=[exp.true()]),
}


def plus_days(day: exp.Expr, count: int | exp.Expr, dialect: str) -> exp.Expr:
    """A day so many days later, in the way of the dialect that keeps it a day."""
    number = exp.Literal.number(count) if isinstance(count, int) else count
    if dialect in _ARITHMETIC_DAYS:
        return exp.Add(
            this=day,
            expression=exp.paren(number) if isinstance(count, int) and count < 0 else number,
        )
    if dialect == "sqlite":
        step = exp.DPipe(this=number, expression=exp.Literal.string(" days"), safe=True)
        return exp.Anonymous(this="DATE", expressions=[day, step])
    added = exp.DateAdd(this=day, expression=number, unit=exp.var("DAY"))
    return exp.cast(added, "date") if dialect == "redshift" else added
