"""Why an answer is what it is: which conditions held, with which values, by which rules.

Built on :mod:`subhub.policies.engines.evaluate`, so an explanation cannot differ from the answer.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from subhub.model.explanation import Check, Finding, Group
from subhub.model.frozen import FrozenDict
from subhub.policies.engines.evaluate import UNKNOWN, Evaluation
from subhub.policies.language import expressions as ex
from subhub.policies.language.kinds import Kind
from subhub.policies.language.policy import Intent, Ruling
from subhub.policies.language.tables import Decided, Row, Table


def explain(intent: Intent, facts: Mapping[str, Any]) -> tuple[Finding, ...]:
    """Every row of the intent over one set of facts, in the order in which rows win.

    >>> from datetime import date
    >>> from subhub.policies.language.policy import Intent
    >>> from subhub.policies.language.sources import Citation
    >>> from subhub.policies.language.tables import NO_REFUND, otherwise, row, table
    >>> seats = ex.Fact("seats", Kind.COUNT)
    >>> cite = [Citation("G-1", "Terms", "Gym", "https://gym.example", "1", date(2026, 1, 1))]
    >>> end = dict.fromkeys(("ends_on", "access_until", "billing_stops_on"))
    >>> undo = {"possible": False, "until": None, "how": None}
    >>> rules = Intent("cancel", ("member",),
    ...     table("closing", row("large", when=seats > 3, cites=cite, refund=NO_REFUND, **end),
    ...           otherwise("small", cites=cite, refund=NO_REFUND, **end)),
    ...     table("undoing", otherwise("final", cites=cite, **undo)), one_way=tuple(cite))
    >>> made = explain(rules, {"seats": 5, "mode": "none"})
    >>> [(each.code, each.decides, each.checks[0].values) for each in made
    ...  if each.part == "outcome" and each.checks]
    [('large', True, FrozenDict({'seats': 5}))]
    """
    run = Evaluation(intent, facts)
    return (
        *(_ruling(run, "not_covered", row) for row in intent.not_covered),
        *(_ruling(run, "nothing_to_do", row) for row in intent.nothing_to_do),
        *(_ruling(run, "blocker", row) for row in intent.blockers),
        *(_row(run, "outcome", intent.decides, row) for row in intent.decides.rows),
        *(_row(run, "undo", intent.reversible, row) for row in intent.reversible.rows),
        *(_ruling(run, "consequence", row) for row in intent.consequences),
    )


def _ruling(run: Evaluation, part: Group, row: Ruling) -> Finding:
    return _finding(run, part, row, None)


def _row(run: Evaluation, part: Group, table: Table, row: Row) -> Finding:
    return _finding(run, part, row, _known(run.value(table.decided(row.code))))


def _finding(run: Evaluation, part: Group, row: Ruling | Row, decides: bool | None) -> Finding:
    return Finding(
        part=part,
        code=row.code,
        holds=_known(run.value(row.when)),
        decides=decides,
        checks=tuple(_checks(run, row.when)),
        rules=tuple(each.id for each in row.cites),
    )


def _checks(run: Evaluation, condition: ex.Expr) -> Iterator[Check]:
    """The comparisons a condition is made of, from left to right, each once."""
    seen = set()
    for atom in condition.atoms():
        if atom.key not in seen:
            seen.add(atom.key)
            yield Check(text=repr(atom), holds=_known(run.value(atom)), values=_values(run, atom))


def _values(run: Evaluation, atom: ex.Expr) -> FrozenDict[Any]:
    if isinstance(atom, Decided):  # its own rows tell what it saw
        return FrozenDict()
    values = {name: _known(run.value(fact)) for name, fact in atom.facts().items()}
    for side in atom.args:
        if not isinstance(side, ex.Const | ex.Fact) and side.kind is not Kind.NOTHING:
            values[repr(side)] = _known(run.value(side))
    return FrozenDict(values)


def _known(value: Any) -> Any:
    return None if value is UNKNOWN else value
