"""A plan as one SELECT for any SQL engine.

Built as a syntax tree with sqlglot and written in the dialect that is asked for; no text is
glued together. Steps are common table expressions, each using only the one before. Comments
carry the rules a column comes from.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlglot import exp

from subhub.model.calendar import FIRST_DAY, LAST_DAY
from subhub.policies.engines.columns.backend import Backend
from subhub.policies.engines.columns.nodes import Node
from subhub.policies.engines.columns.plan import Plan
from subhub.policies.engines.columns.stages import Stages, stage
from subhub.policies.engines.sql import dialects
from subhub.policies.engines.sql.calendar import build_calendar, business_days_after
from subhub.policies.engines.sql.dialects import Dialect
from subhub.policies.engines.sql.tables import table_of


@dataclass(frozen=True)
class Relation:
    """The table that the rows come from.

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
    plan: Plan, rows: Relation, dialect: str, wanted: Iterable[str], heading: Iterable[str] = ()
) -> str:
    """The statement, with lines of ``heading`` above it as comments.

    Raises :class:`RequestError` for a dialect that is not known here.
    """
    written_in = dialects.find_dialect(dialect)
    wanted = list(wanted)
    staged = stage(plan, wanted)
    write = SqlColumns(staged, written_in)
    steps: list[tuple[str, exp.Expr]] = [("facts", _facts(rows, read_by(plan, wanted), write))]
    counted = sorted({n.value for n in staged.made if n.op == "business_days"})
    steps += build_calendar(counted, written_in, rows.calendar)
    previous = "facts"
    for number, level in enumerate(staged.levels, 1):
        steps.append((f"step_{number}", _step(plan, level, previous, write)))
        previous = f"step_{number}"
    columns: list[exp.Expr] = [exp.column(name, quoted=quote(name)) for name in rows.keep]
    for name in wanted:
        column = exp.alias_(write.expr(plan.outputs[name]), name, copy=False)
        column.add_comments([f" {note} " for note in plan.notes.get(name, ())])
        columns.append(column)
    # sqlglot copies the whole tree at every call unless told not to
    query = exp.select(*columns, copy=False).from_(previous, copy=False)
    for name, step in steps:
        query = query.with_(name, as_=step, materialized=written_in.materialized, copy=False)
    return "\n".join(
        [*(f"-- {line}" for line in heading), query.sql(dialect, pretty=True, copy=False)]
    )


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


def _facts(rows: Relation, reads: list[str], write: SqlColumns) -> exp.Select:
    names = dict.fromkeys((*rows.keep, *reads))
    columns: list[exp.Expr] = [
        exp.column(name, quoted=quote(name)) for name in names if name != rows.asked_on
    ]
    if rows.asked_on:
        day = exp.CurrentDate() if rows.on is None else write.dialect.day(rows.on)
        columns.append(exp.alias_(day, rows.asked_on))
    return exp.select(*columns).from_(table_of(rows.table))


def _step(plan: Plan, level: dict[str, Node], previous: str, write: SqlColumns) -> exp.Select:
    looked_up = {name: node for name, node in level.items() if node.op == "business_days"}
    query = exp.select(exp.Column(this=exp.Star(), table=exp.to_identifier(previous)))
    for name, node in level.items():
        if name in looked_up:
            made: exp.Expr = exp.column("due_on", table=f"calendar_{name}")
        else:
            made = write.op(node)
        column = exp.alias_(made, name, quoted=quote(name), copy=False)
        if plan.cites.get(node):
            column.add_comments([f" {plan.cites[node]} "])
        query = query.select(column, copy=False)
    query = query.from_(previous, copy=False)
    for name, node in looked_up.items():
        query = query.join(
            exp.to_table(business_days_after(node.value)),
            on=exp.column("day", table=f"calendar_{name}").eq(write.expr(node.args[0])),
            join_type="left",
            join_alias=f"calendar_{name}",
            copy=False,
        )
    return query


def quote(name: str) -> bool:
    """Whether a name is quoted: those that are words of SQL, or not lower-case words."""
    return not name.isidentifier() or name != name.lower() or name in _WORDS


_WORDS = frozenset(
    {"on", "from", "to", "at", "by", "mode", "order", "group", "user", "date", "end"}
)


class SqlColumns(Backend[exp.Expr]):
    """Nodes as SQL; what an earlier step made is its column."""

    def __init__(self, staged: Stages, dialect: Dialect) -> None:
        super().__init__(staged)
        self.dialect = dialect

    def named(self, name: str) -> exp.Expr:
        """A column by its name."""
        return exp.column(name, quoted=quote(name))

    def _literal(self, node: Node) -> exp.Expr:
        match node.value:
            case bool():
                return exp.true() if node.value else exp.false()
            case Decimal():
                return exp.Literal.number(str(node.value))
            case date():
                return self.dialect.day(node.value)
        return exp.convert(node.value)

    def _null(self, node: Node) -> exp.Expr:
        return self.dialect.null(node.value)

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

    def _equal(self, node: Node) -> exp.Expr:
        return self._binary(exp.EQ, node)

    def _below(self, node: Node) -> exp.Expr:
        return self._binary(exp.LT, node)

    def _at_most(self, node: Node) -> exp.Expr:
        return self._binary(exp.LTE, node)

    def _plus(self, node: Node) -> exp.Expr:
        return self._binary(exp.Add, node)

    def _minus(self, node: Node) -> exp.Expr:
        return self._binary(exp.Sub, node)

    def _times(self, node: Node) -> exp.Expr:
        return self._binary(exp.Mul, node)

    def _binary(self, operation: type[exp.Binary], node: Node) -> exp.Expr:
        left, right = map(self._operand, node.args)
        return operation(this=left, expression=right)

    def _operand(self, node: Node) -> exp.Expr:
        """In brackets where it is an operation of its own."""
        made = self.expr(node)
        return exp.paren(made) if isinstance(made, exp.Binary | exp.Not) else made

    def _every(self, node: Node) -> exp.Expr:
        return exp.and_(*map(self.expr, node.args), copy=False)

    def _either(self, node: Node) -> exp.Expr:
        return exp.or_(*map(self.expr, node.args), copy=False)

    def _negate(self, node: Node) -> exp.Expr:
        (part,) = node.args
        if part.op == "known" and part not in self.made:
            return self._is_null(part)
        return exp.Not(this=self._operand(part))

    def _known(self, node: Node) -> exp.Expr:
        return exp.Not(this=self._is_null(node))

    def _is_null(self, known: Node) -> exp.Expr:
        return exp.Is(this=self._operand(known.args[0]), expression=exp.Null())

    def _is_true(self, node: Node) -> exp.Expr:
        return exp.Coalesce(this=self.expr(node.args[0]), expressions=[exp.false()])

    def _is_not_false(self, node: Node) -> exp.Expr:
        return exp.Coalesce(this=self.expr(node.args[0]), expressions=[exp.true()])

    def _among(self, node: Node) -> exp.Expr:
        return self.expr(node.args[0]).isin(*node.value)

    def _days(self, node: Node) -> exp.Expr:
        return self.dialect.plus_days(self.expr(node.args[0]), node.value)

    def _business_days(self, node: Node) -> exp.Expr:
        raise AssertionError("business days are joined: see calendar")

    def _plus_days(self, node: Node) -> exp.Expr:
        day, number = map(self.expr, node.args)
        return self.dialect.plus_days(day, exp.cast(number, "int"))

    def _plus_months(self, node: Node) -> exp.Expr:
        day, number = map(self.expr, node.args)
        return self.dialect.plus_months(day, exp.cast(number, "int"))

    def _days_between(self, node: Node) -> exp.Expr:
        return self.dialect.days_between(*map(self._operand, node.args))

    def _month_number(self, node: Node) -> exp.Expr:
        day = self.expr(node.args[0])
        years = exp.Mul(this=self.dialect.part(day, "year"), expression=exp.Literal.number(12))
        months = exp.Add(this=years, expression=self.dialect.part(day, "month"))
        return exp.Sub(this=months, expression=exp.Literal.number(1))

    def _day_of_month(self, node: Node) -> exp.Expr:
        return self.dialect.part(self.expr(node.args[0]), "day")

    def _last_day(self, node: Node) -> exp.Expr:
        return self.dialect.last_day(self.expr(node.args[0]))

    def _divided(self, node: Node) -> exp.Expr:
        return self.dialect.divided(*map(self._operand, node.args))

    def _listed(self, node: Node) -> exp.Expr:
        """Codes each after a comma, set one after another, without the first comma."""
        text: exp.Expr | None = None
        for when, code in zip(node.args, node.value, strict=True):
            part = exp.Case().when(self.expr(when), exp.Literal.string(f",{code}"), copy=False)
            part = part.else_(exp.Literal.string(""), copy=False)
            text = part if text is None else exp.DPipe(this=text, expression=part, safe=True)
        return exp.Substring(this=text, start=exp.Literal.number(2))
