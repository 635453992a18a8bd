"""The reference evaluator: what a policy says of one subscription, three-valued and plain.

Every other way of asking (generated code, dataframes, SQL, timelines) must agree with this
module. A value is :data:`UNKNOWN` where missing facts leave it open: logic is Kleene's,
and an output of a table is known when every row still possible gives the same value.
``None`` as a value means *does not apply*, and never *not known*.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, NamedTuple, cast

from subhub.model.calendar import add_business_days
from subhub.model.money import Money
from subhub.policies.engines.moves import MOVES, moved, plus_days
from subhub.policies.engines.unknown import UNKNOWN as UNKNOWN
from subhub.policies.language import expressions as ex
from subhub.policies.language.contradictions import IsTold
from subhub.policies.language.money import CurrencyOf, Multiple
from subhub.policies.language.policy import Intent, KnownOr
from subhub.policies.language.reckoning import AddBusinessDaysOf
from subhub.policies.language.tables import Decided, Pick, Row, Table


class Decision(NamedTuple):
    """The single-valued outputs, in the order of the contract; each may be UNKNOWN.

    With a verdict alone, the others do not apply.
    """

    verdict: Any
    outcome: Any = None
    ends_on: Any = None
    access_until: Any = None
    billing_stops_on: Any = None
    refund_kind: Any = None
    refund_amount: Any = None
    refund_at_most: Any = None
    refund_automatic: Any = None
    refund_to: Any = None
    refund_due_by: Any = None
    reversible: Any = None
    reversible_until: Any = None
    reversible_how: Any = None
    charge_amount: Any = None
    charge_at_most: Any = None


class Details(NamedTuple):
    """What takes part beside the outputs, row by row in the order of the intent.

    Each is a tuple of conditions (True, False, or None where not known); ``days`` holds the
    days of the consequences (a day, None where none applies, or UNKNOWN), ``terms`` the amount,
    the most and the day of each of the ``settlements``.
    """

    not_covered: tuple[Any, ...]
    nothing_to_do: tuple[Any, ...]
    blockers: tuple[Any, ...]
    remedies: tuple[Any, ...]
    consequences: tuple[Any, ...]
    days: tuple[Any, ...]
    prepare: tuple[Any, ...]
    steps: tuple[Any, ...]
    readings: tuple[Any, ...]
    rows: tuple[Any, ...]
    undo_rows: tuple[Any, ...]
    settlements: tuple[Any, ...]
    terms: tuple[Any, ...]

    @staticmethod
    def of(intent: Intent) -> dict[str, list[ex.Expr]]:
        """The expressions behind each field: conditions, but in :data:`VALUES`."""
        return {
            "not_covered": [row.when for row in intent.not_covered],
            "nothing_to_do": [row.when for row in intent.nothing_to_do],
            "blockers": [row.when for row in intent.blockers],
            "remedies": [remedy.when for row in intent.blockers for remedy in row.remedies],
            "consequences": [row.when for row in intent.consequences],
            "days": [row.on for row in intent.consequences],
            "prepare": [row.when for row in intent.prepare],
            "steps": [row.when for row in intent.steps],
            "readings": [reading.when for reading in intent.row_readings],
            "rows": [intent.decides.decided(row.code) for row in intent.decides.rows],
            "undo_rows": [intent.reversible.decided(row.code) for row in intent.reversible.rows],
            "settlements": [row.when for row in intent.settlements],
            "terms": [
                term for row in intent.settlements for term in (row.amount, row.at_most, row.due_by)
            ],
        }


#: the fields of :class:`Details` that hold values, where the others hold conditions
VALUES = frozenset({"days", "terms"})


class Values:
    """Works out expressions over one set of facts, each once.

    ``facts`` maps names to values or ``None``; ``on``, ``mode`` and ``actor`` stand among
    them and are always given.
    """

    def __init__(self, facts: Mapping[str, Any]) -> None:
        self.facts = facts
        # by id, since == builds a comparison; the expression is kept so that the id stays its own
        self._values: dict[int, tuple[ex.Expr, Any]] = {}
        self._rows: dict[int, list[Row]] = {}

    def possible_rows(self, table: Table) -> list[Row]:
        """The rows that may be the first to hold."""
        found = self._rows.get(id(table))
        if found is None:
            found = self._rows[id(table)] = []
            for row in table.rows:
                holds = self.value(row.when)
                if holds is not False:
                    found.append(row)
                if holds is True:
                    break
        return found

    def value(self, expr: ex.Expr) -> Any:
        """The value of any expression: a Python value, ``None`` or UNKNOWN."""
        found = self._values.get(id(expr))
        if found is None:
            found = self._values[id(expr)] = expr, _RULES[type(expr)](self, expr)
        return found[1]


class Evaluation(Values):
    """One intent asked with one set of facts."""

    def __init__(self, intent: Intent, facts: Mapping[str, Any]) -> None:
        super().__init__(facts)
        self.intent = intent

    def decision(self) -> Decision:
        """Verdict and outputs, which are known where every verdict still possible agrees.

        Where it is refused they do not apply, but what *nothing to do* keeps.
        """
        verdicts = self.verdicts()
        columns = [
            [self.value(each) for each in self.intent.told(verdict).values()]
            for verdict in verdicts
        ]
        verdict = verdicts[0] if len(verdicts) == 1 else UNKNOWN
        return Decision(verdict, *(_same(list(values)) for values in zip(*columns, strict=True)))

    def details(self) -> Details:
        """Every conditional row of the intent."""
        parts = {}
        for name, exprs in Details.of(self.intent).items():
            values = tuple(map(self.value, exprs))
            parts[name] = values if name in VALUES else tuple(map(_or_none, values))
        return Details(**parts)

    def verdicts(self) -> list[str]:
        """The verdicts still possible, in the order in which one wins over the next."""
        possible: list[str] = []
        for verdict, when in self.intent.refusals:
            holds = self.value(when)
            if holds is not False:
                possible.append(verdict)
            if holds is True:
                return possible
        return [*possible, "allowed"]


def _or_none(value: Any) -> Any:
    return None if value is UNKNOWN else value


def value_of(expr: ex.Expr, facts: Mapping[str, Any]) -> Any:
    """The value of one expression: a Python value, ``None`` or UNKNOWN."""
    return Values(facts).value(expr)


def _fact(run: Values, expr: ex.Fact) -> Any:
    value = run.facts.get(expr.name)
    if value is None or (expr.lapses and value < run.facts["on"]):
        return UNKNOWN
    return value


def _told(run: Values, expr: IsTold) -> bool:
    (fact,) = expr.args
    return isinstance(fact, ex.Fact) and run.facts.get(fact.name) is not None


def _compare(run: Values, expr: ex.Compare) -> Any:
    left, right = run.value(expr.args[0]), run.value(expr.args[1])
    if left is UNKNOWN or right is UNKNOWN:
        return UNKNOWN
    left, right = _number(left), _number(right)
    if expr.op == "==":
        return left == right
    return left < right if expr.op == "<" else left <= right


def _and(run: Values, expr: ex.And) -> Any:
    return _kleene(run, expr, decisive=False)


def _or(run: Values, expr: ex.Or) -> Any:
    return _kleene(run, expr, decisive=True)


def _kleene(run: Values, expr: ex.Expr, *, decisive: bool) -> Any:
    open_ = False
    for part in expr.args:
        value = run.value(part)
        if value is decisive:
            return decisive
        open_ = open_ or value is UNKNOWN
    return UNKNOWN if open_ else not decisive


def _not(run: Values, expr: ex.Not) -> Any:
    value = run.value(expr.args[0])
    return UNKNOWN if value is UNKNOWN else not value


def _lifted(compute: Callable[..., Any]) -> Callable[[Values, Any], Any]:
    """A computation that is unknown where one of its parts is."""

    def rule(run: Values, expr: ex.Expr) -> Any:
        values = [run.value(arg) for arg in expr.args]
        return UNKNOWN if any(value is UNKNOWN for value in values) else compute(expr, *values)

    return rule


def _if(run: Values, expr: ex.If) -> Any:
    holds = run.value(expr.args[0])
    if holds is UNKNOWN:
        return _same([run.value(expr.args[1]), run.value(expr.args[2])])
    return run.value(expr.args[1] if holds else expr.args[2])


def _known_or(run: Values, expr: KnownOr) -> Any:
    value = run.value(expr.args[0])
    return run.value(expr.args[1]) if value is UNKNOWN else value


def _pick(run: Values, expr: Pick) -> Any:
    return _same([run.value(expr.of(row)) for row in run.possible_rows(expr.table)])


def _decided(run: Values, expr: Decided) -> Any:
    return _same([row.code in expr.codes for row in run.possible_rows(expr.table)])


def _same(values: list[Any]) -> Any:
    """The value that all of them are, or UNKNOWN."""
    first = values[0]
    if first is UNKNOWN or any(value is UNKNOWN or value != first for value in values[1:]):
        return UNKNOWN
    return first


def _business_days(expr: ex.AddBusinessDays, day: Any) -> Any:
    return add_business_days(day, expr.days, expr.calendar)


def _arithmetic(expr: ex.Arithmetic, left: Any, right: Any) -> Any:
    left, right = _in_one_currency(left, right)
    return left + right if expr.op == "+" else left - right


def _times(expr: Multiple, value: Any, count: int) -> Any:
    if isinstance(value, Money):
        return Money(value.amount * count, value.currency)
    return value * count


def _of_two(choose: Callable[[Any, Any], Any]) -> Callable[..., Any]:
    def chosen(expr: ex.Max | ex.Min, left: Any, right: Any) -> Any:
        return choose(*_in_one_currency(left, right))

    return chosen


def _in_one_currency(left: Any, right: Any) -> tuple[Any, Any]:
    """A bare number beside an amount is one in its currency."""
    if isinstance(left, Money) and not isinstance(right, Money):
        return left, Money(right, left.currency)
    if isinstance(right, Money) and not isinstance(left, Money):
        return Money(left, right.currency), right
    return left, right


def _number(value: Any) -> Any:
    return value.amount if isinstance(value, Money) else value


_RULES: dict[type[ex.Expr], Callable[[Values, Any], Any]] = {
    ex.Fact: _fact,
    ex.Const: lambda run, expr: expr.value,
    ex.Compare: _compare,
    ex.And: _and,
    ex.Or: _or,
    ex.Not: _not,
    ex.If: _if,
    ex.AddDays: _lifted(lambda expr, day: plus_days(day, expr.days, 1)),
    **dict.fromkeys((ex.AddBusinessDays, AddBusinessDaysOf), _lifted(_business_days)),
    ex.DaysBetween: _lifted(lambda expr, first, second: cast(date, second - first).days),  # type: ignore[attr-defined]
    ex.Max: _lifted(_of_two(max)),
    ex.Min: _lifted(_of_two(min)),
    ex.Arithmetic: _lifted(_arithmetic),
    Multiple: _lifted(_times),
    CurrencyOf: _lifted(lambda expr, amount: amount.currency),
    **dict.fromkeys(MOVES, _lifted(moved)),
    KnownOr: _known_or,
    IsTold: _told,
    Pick: _pick,
    Decided: _decided,
}
