"""How an answer stands while facts are missing: what is certain, and what is still possible."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from subhub.hub.question import Question
from subhub.model.cancellation import Cancellation, Verdict
from subhub.model.frozen import FrozenDict
from subhub.model.money import Money
from subhub.model.standing import MoneyRange, Standing
from subhub.policies.engines.evaluate import UNKNOWN, Evaluation
from subhub.policies.language.expressions import Expr, If

_SINGLE = ("verdict", "outcome", "ends_on", "access_until", "billing_stops_on")
_INSIDE = {
    "refund": ("kind", "amount", "at_most", "automatic", "to", "due_by"),
    "reversible": ("possible", "until", "how"),
}


def standing(question: Question, answer: Cancellation) -> Standing:
    """How the ``answer`` to a question stands."""
    certain = FrozenDict({key: value for key, value in _known(answer) if value is not None})
    if question.intent is None:
        return Standing(certain=certain, verdicts=("blocked",), outcomes=(), money=None)
    run = Evaluation(question.intent, question.facts())
    verdicts = cast(tuple[Verdict, ...], tuple(run.verdicts()))
    rows = run.possible_rows(run.intent.decides) if "allowed" in verdicts else []
    return Standing(
        certain=certain,
        verdicts=verdicts,
        outcomes=tuple(dict.fromkeys(row.code for row in rows)),
        money=_range(run, others=len(verdicts) > 1) if rows else None,
    )


def _known(answer: Cancellation) -> Iterator[tuple[str, Any]]:
    """The outputs that are decided, by key."""
    for key in _SINGLE:
        value = getattr(answer, key)
        yield key, None if value == "unknown" else value
    for part, names in _INSIDE.items():
        inside = getattr(answer, part)
        for name in names:
            yield f"{part}.{name}", getattr(inside, name, None)


def _range(run: Evaluation, *, others: bool) -> MoneyRange:
    """Over every row that may decide; ``others`` where it may not be allowed at all."""
    amounts: list[Any] = [None] * others
    agreement = False
    for row in run.possible_rows(run.intent.decides):
        kind, at_most = (run.value(row.outputs[name]) for name in ("refund_kind", "refund_at_most"))
        agreement |= kind == "by_agreement"
        if kind in (None, "none", "by_agreement"):
            amounts.append(None)
        else:
            for amount in _possible(run, row.outputs["refund_amount"]):
                amounts += _bounds(amount, at_most)
    known = sorted((each for each in amounts if isinstance(each, Money)), key=lambda m: m.amount)
    bounded = not any(each is UNKNOWN for each in amounts)
    return MoneyRange(
        least=known[0] if known and bounded and None not in amounts else None,
        most=known[-1] if known and bounded else None,
        bounded=bounded,
        by_agreement=agreement,
    )


def _possible(run: Evaluation, expr: Expr) -> list[Any]:
    """The values it may have: of a choice that is open, those of both sides."""
    if not isinstance(expr, If) or run.value(expr) is not UNKNOWN:
        return [run.value(expr)]
    condition, *sides = expr.args
    holds = run.value(condition)
    if holds is not UNKNOWN:
        sides = sides[:1] if holds else sides[1:]
    return [value for side in sides for value in _possible(run, side)]


def _bounds(amount: Any, at_most: Any) -> list[Any]:
    """What one row may give: its amount, else from nothing up to the most."""
    if isinstance(amount, Money):
        return [amount]
    return [None, at_most if isinstance(at_most, Money) else UNKNOWN]
