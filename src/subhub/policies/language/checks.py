"""Checks that a policy is sound, made when it is loaded.

A row can never decide where its condition contradicts itself, or where every way it can
hold is already taken by a row above. Found by comparing the ways (the disjunctive form)
of each condition, with what one comparison says about another of the same fact.
"""

from __future__ import annotations

from collections.abc import Iterator

from subhub.policies.language.expressions import And, Compare, Const, Expr, Fact, Not, Or

#: a literal: a comparison or yes/no fact, and whether it is to hold
Literal = tuple[Expr, bool]
#: one way a condition can hold: all these literals together
Way = tuple[Literal, ...]

#: beyond so many ways a row is taken to be reachable: the check has to stay quick
_MOST_WAYS = 256


def never_decides(conditions: list[Expr]) -> Iterator[tuple[int, str]]:
    """The rows (by index) of a first-match table that no case can reach, and the error's code."""
    for index, condition in enumerate(conditions):
        ways = [way for way in ways_to_hold(condition) if not contradicts_itself(way)]
        if not ways:
            yield index, "never_holds"
            continue
        for above in conditions[:index]:
            if len(ways) <= _MOST_WAYS:
                ways = _narrowed(ways, ways_to_hold(above, want=False))
        if not ways:
            yield index, "taken_above"


def _narrowed(ways: list[Way], others: list[Way]) -> list[Way]:
    """Each way together with each of ``others``, where the two can hold together."""
    both = (tuple(dict.fromkeys(way + other)) for way in ways for other in others)
    return [way for way in both if not contradicts_itself(way)]


def ways_to_hold(condition: Expr, want: bool = True) -> list[Way]:
    """The disjunctive normal form: each way is a set of literals that together suffice."""
    if isinstance(condition, Const):
        return [()] if condition.value is want else []
    if isinstance(condition, Not):
        return ways_to_hold(condition.args[0], not want)
    if isinstance(condition, And | Or):
        parts = [ways_to_hold(part, want) for part in condition.args]
        if isinstance(condition, And) is want:
            product: list[Way] = [()]
            for ways in parts:
                product = [left + right for left in product for right in ways]
            return product
        return [way for ways in parts for way in ways]
    return [((condition, want),)]


def contradicts_itself(way: Way) -> bool:
    """Two literals of the way exclude each other, or all of them leave no code of a fact."""
    return _no_code_left(way) or any(
        implies(one, (other[0], not other[1]))
        for position, one in enumerate(way)
        for other in way[position + 1 :]
    )


def _no_code_left(way: Way) -> bool:
    denied: dict[str, set[object]] = {}
    for expr, holds in way:
        if not holds and isinstance(expr, Compare) and expr.op == "==":
            fact, code = expr.args
            if isinstance(fact, Fact) and fact.domain and isinstance(code, Const):
                denied.setdefault(fact.name, set()).add(code.value)
                if denied[fact.name].issuperset(fact.domain):
                    return True
    return False


def implies(have: Literal, need: Literal) -> bool:
    """Where ``have`` holds ``need`` must hold, as far as the two say it themselves."""
    if have[0].key == need[0].key:
        return have[1] is need[1]
    one, other = _bound(have), _bound(need)
    if one is None or other is None or one[0] != other[0]:
        return False
    return _within(one[1], other[1])


#: op, value: the left side is `op` value; "!=" stands for a negated equality
_Bound = tuple[str, object]
_FLIP = {"<": ">", "<=": ">=", "==": "=="}
_DENY = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!="}


def _bound(literal: Literal) -> tuple[tuple[object, ...], _Bound] | None:
    expr, holds = literal
    if not isinstance(expr, Compare):
        return None
    left, right = expr.args
    op: str = expr.op
    if isinstance(left, Const):
        left, right, op = right, left, _FLIP[op]
    if not isinstance(right, Const):
        return None
    op = op if holds else _DENY[op]
    value = right.value
    if isinstance(left, Fact) and not left.signed and op == "<=" and value == 0:
        op = "=="  # counts and amounts count from zero, differences of two do not
    return left.key, (op, value)


def _within(have: _Bound, need: _Bound) -> bool:
    (op, value), (wanted, limit) = have, need
    if op == "==":
        return _holds(value, wanted, limit)
    if op == wanted:
        return value == limit if op == "!=" else _holds(value, "<=" if "<" in op else ">=", limit)
    if wanted == "!=":
        return not _holds(limit, op, value)
    if op[0] == wanted[0]:  # < inside <=, or <= inside a wider <
        strict = wanted in ("<", ">")
        return _holds(value, wanted if strict else wanted[0] + "=", limit)
    return False


def _holds(value: object, op: str, limit: object) -> bool:
    if op in ("==", "!="):
        return (value == limit) is (op == "==")
    low, high = (value, limit) if "<" in op else (limit, value)
    return bool(low <= high if "=" in op else low < high)  # type: ignore[operator]
