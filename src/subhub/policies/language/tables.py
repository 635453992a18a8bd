"""Decision tables with hit policy *first*: the first row whose condition holds decides.

Every row cites the rule it comes from, the last row is ``otherwise``, and all rows give the
same outputs, so that a table always has an answer and each answer has a source.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any, NamedTuple

from subhub.errors import PolicyError
from subhub.policies.language.contradictions import refuse_told
from subhub.policies.language.expressions import ALWAYS, DOES_NOT_APPLY, Const, Expr, Kind, lift
from subhub.policies.language.settlements import CHARGE_OUTPUTS, Movement, owed
from subhub.policies.language.several import several
from subhub.policies.language.sources import Citation


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """One line of a table: where ``when`` holds, the code and the outputs it gives."""

    code: str
    when: Expr
    outputs: Mapping[str, Expr]
    cites: tuple[Citation, ...]
    assumes: tuple[str, ...] = ()
    settles: tuple[Movement, ...] = ()


class Table:
    """Rows in order; ``table["ends_on"]`` and ``table.decided("code")`` are expressions."""

    def __init__(self, name: str, rows: tuple[Row, ...]) -> None:
        self.name = name
        self.rows = rows = _with_charges(rows)
        self.kinds = {output: _kind_of(name, output, rows) for output in rows[0].outputs}

    def __getitem__(self, output: str) -> Pick:
        """What the table gives for one output, as an expression."""
        if output != "outcome" and output not in self.kinds:
            raise PolicyError("no_such_output", table=self.name, output=output)
        return Pick(self, output)

    def decided(self, *codes: str) -> Expr:
        """True where one of the rows ``codes`` decides."""
        known = [row.code for row in self.rows]
        for code in codes:
            if code not in known:
                raise PolicyError("no_such_row", table=self.name, code=code, known=known)
        return Decided(self, frozenset(codes))


class Pick(Expr):
    """One output of a table."""

    __slots__ = ("output", "table")

    def __init__(self, table: Table, output: str) -> None:
        super().__init__(Kind.CODE if output == "outcome" else table.kinds[output])
        self.table, self.output = table, output

    def _detail(self) -> tuple[Any, ...]:
        return (self.table.name, self.output)

    def of(self, row: Row) -> Expr:
        """What one row gives for it."""
        return Const(Kind.CODE, row.code) if self.output == "outcome" else row.outputs[self.output]

    def walk(self) -> Iterator[Expr]:
        """This node, and what the rows are made of."""
        yield self
        for row in self.table.rows:
            yield from row.when.walk()
            yield from self.of(row).walk()

    def __repr__(self) -> str:
        return f"{self.table.name}.{self.output}"


class Decided(Expr):
    """Whether one of some rows of a table decides."""

    __slots__ = ("codes", "table")

    def __init__(self, table: Table, codes: frozenset[str]) -> None:
        super().__init__(Kind.BOOL)
        self.table, self.codes = table, codes

    def _detail(self) -> tuple[Any, ...]:
        return (self.table.name, *sorted(self.codes))

    def walk(self) -> Iterator[Expr]:
        """This node, and what the rows are made of."""
        yield self
        for row in self.table.rows:
            yield from row.when.walk()

    def __repr__(self) -> str:
        return f"{self.table.name} is {' or '.join(sorted(self.codes))}"


class RefundTerms(NamedTuple):
    """What is refunded in a row; each part becomes an output ``refund_…`` of the table."""

    kind: str | Expr | None
    amount: Expr = DOES_NOT_APPLY
    at_most: Expr = DOES_NOT_APPLY
    automatic: bool | None = False
    to: str | Expr | None = None
    due_by: Expr = DOES_NOT_APPLY

    def outputs(self, code: str) -> dict[str, Expr]:
        """The parts as outputs of the row ``code``."""
        for name in ("amount", "at_most", "due_by"):
            value = getattr(self, name)
            if isinstance(value, int | float | str | Decimal):
                raise PolicyError("plain_in_refund", code=code, part=name, given=repr(value))
        given = {name: lift(value, DOES_NOT_APPLY) for name, value in self._asdict().items()}
        return {f"refund_{name}": value for name, value in given.items()}


NO_REFUND = RefundTerms("none")
#: for intents that are not about money coming back
NO_MONEY_QUESTION = RefundTerms(None, automatic=None)


def row(
    code: str,
    *,
    when: Expr,
    cites: Iterable[Citation],
    assumes: Iterable[str] = (),
    refund: RefundTerms | None = None,
    settles: Iterable[Movement] = (),
    **outputs: object,
) -> Row:
    """A row. ``outputs`` are expressions or plain values; ``None`` means *does not apply*.

    ``settles`` are all movements of money; a ``refund`` given beside it is the first of them.
    Raises :class:`PolicyError` where ``when`` is no condition or nothing is cited.
    """
    cited = several(code, "cites", cites, Citation)
    if not isinstance(when, Expr) or when.kind is not Kind.BOOL:
        raise PolicyError("when_no_condition", code=code, when=repr(when))
    refuse_told(code, when)
    if not cited:
        raise PolicyError("cites_nothing", code=code)
    given = {name: lift(value, when) for name, value in outputs.items()}
    movements = several(code, "settles", settles, Movement)
    if refund is None and movements:
        refund, movements = _first_refund(code, movements)
    if refund is not None:
        if not isinstance(refund, RefundTerms):
            raise PolicyError("not_refund_terms", code=code, given=repr(refund))
        given |= refund.outputs(code)
    return Row(code, when, given, cited, several(code, "assumes", assumes, str), movements)


def otherwise(code: str, **parts: Any) -> Row:
    """The last row: decides where no other does. Takes what :func:`row` takes but ``when``."""
    return row(code, when=ALWAYS, **parts)


def table(name: str, *rows: Row) -> Table:
    """Check and build a table.

    Raises :class:`PolicyError` for a table without ``otherwise``, rows that can never
    decide, two rows with one code, rows with different outputs, or mixed kinds.
    """
    from subhub.policies.language.checks import never_decides

    if not several(name, "rows", rows, Row) or rows[-1].when is not ALWAYS:
        raise PolicyError("no_otherwise", table=name)
    codes = [each.code for each in rows]
    for each in rows:
        if codes.count(each.code) > 1:
            raise PolicyError("two_rows", table=name, code=each.code)
        odd = sorted((each.outputs.keys() ^ rows[0].outputs.keys()).difference(CHARGE_OUTPUTS))
        if odd:
            raise PolicyError(
                "rows_differ", table=name, code=each.code, first=codes[0], outputs=odd
            )
    for index, reason in never_decides([each.when for each in rows]):
        raise PolicyError(reason, table=name, code=codes[index])
    return Table(name, rows)


def _first_refund(
    code: str, movements: tuple[Movement, ...]
) -> tuple[RefundTerms, tuple[Movement, ...]]:
    """The refund of a row that says all its movements, and the others."""
    first = next((each for each in movements if each.direction == "refund"), None)
    if first is None:
        return NO_REFUND, movements
    if first.when is not ALWAYS:
        raise PolicyError("refund_with_condition", code=code, kind=first.kind)
    terms = RefundTerms(
        first.kind, first.amount, first.at_most, first.automatic, first.to, first.due_by
    )
    return terms, tuple(each for each in movements if each is not first)


def _with_charges(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Where some row charges, what is owed is an output of all of them; else of none."""
    charged = any(each.direction == "charge" for row in rows for each in row.settles)
    if not charged and not any(name in row.outputs for row in rows for name in CHARGE_OUTPUTS):
        return rows
    found = []
    for row in rows:
        own = {name: out for name, out in row.outputs.items() if name not in CHARGE_OUTPUTS}
        found.append(replace(row, outputs=own | owed(row.settles) if charged else own))
    return tuple(found)


def _kind_of(name: str, output: str, rows: tuple[Row, ...]) -> Kind:
    kinds = {each.outputs[output].kind for each in rows} - {Kind.NOTHING}
    if len(kinds) > 1:
        mixed = " with ".join(sorted(kind.value for kind in kinds))
        raise PolicyError("output_mixes", table=name, output=output, kinds=mixed)
    return kinds.pop() if kinds else Kind.NOTHING
