"""Whole numbers that keep to some sums being at most so much: are there any, and which?

Two kinds of :class:`Space`, asked alike. Where only single numbers and differences of two are
bounded, the tightest bound of each pair is kept and everything is exact. Any other sums are
eliminated one variable after another (Fourier and Motzkin), which is exact for whole numbers
wherever one of two coefficients that meet is 1; else :class:`Perhaps` may be raised.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import product
from math import gcd, inf

from subhub.policies.analysis.settling.terms import Form

#: a sum of variables that is at most a number
Bound = tuple[Form, int]
NOTHING: Mapping[str, int] = {}
#: more than this between two rows of the elimination, and it is given up
_MOST_ROWS = 400
#: values tried for one variable where whole numbers are sparse
_TRIES = 12
_FAR = 10**24


class Perhaps(Exception):
    """Neither a solution nor a proof that there is none was found."""


class Differences:
    """Bounds of single variables and of differences: ``most[i][j]`` is the most of i - j."""

    #: what a question costs of the budget
    cost = 1

    def __init__(self, index: Mapping[str, int], most: list[list[int]]) -> None:
        self.index, self.most = index, most

    def within(self, bounds: Iterable[Bound]) -> Space | None:
        """What is left of the space within more bounds; None where nothing is."""
        most = [row[:] for row in self.most]
        bounds = list(bounds)
        for form, limit in bounds:
            ends = _ends(form, self.index)
            if ends is None:
                return Sums(dict(self._bounds()), self.point()).within(bounds)
            i, j = ends
            if most[i][j] <= limit:
                continue
            if limit + most[j][i] < 0:
                return None
            _tighten(most, i, j, limit)
        return Differences(self.index, most)

    def and_free(self, name: str) -> Space:
        """The space with one more variable that may be anything."""
        size = len(self.most)
        most = [[*row, _FAR] for row in self.most]
        return Differences({**self.index, name: size}, [*most, [_FAR] * size + [0]])

    def point(self, wish: Mapping[str, int] = NOTHING) -> dict[str, int]:
        """Values within the bounds, each as near to its wish as those before it allow."""
        values = {0: 0}
        for name, i in self.index.items():
            low = max(value - self.most[j][i] for j, value in values.items())
            high = min(value + self.most[i][j] for j, value in values.items())
            values[i] = min(max(wish.get(name, 0), low), high)
        return {name: values[i] for name, i in self.index.items()}

    def _bounds(self) -> list[Bound]:
        names = ["", *self.index]
        return [
            (tuple(sorted((n, c) for n, c in ((names[i], 1), (names[j], -1)) if n)), limit)
            for i, row in enumerate(self.most)
            for j, limit in enumerate(row)
            if i != j and limit < _FAR
        ]


class Sums:
    """Bounds of any sums of variables, the tightest of each, and values ``known`` to keep them."""

    cost = 4

    def __init__(self, rows: dict[Form, int], known: dict[str, int] | None) -> None:
        self.rows, self.known = rows, known

    def within(self, bounds: Iterable[Bound]) -> Space | None:
        """What is left of the space within more bounds; None where nothing is."""
        rows, bounds = dict(self.rows), list(bounds)
        if not all(_add(rows, dict(form), most) for form, most in bounds):
            return None
        known = self.known
        if known is not None and all(_sum(form, known) <= most for form, most in bounds):
            return Sums(rows, known)
        if any(_least(rows, form) > most for form, most in bounds):
            return None
        steps = _eliminate(rows)
        return None if steps is None else Sums(rows, self._solved(steps, known or {}))

    def and_free(self, name: str) -> Space:
        """The space with one more variable that may be anything."""
        return Sums(self.rows, None if self.known is None else {**self.known, name: 0})

    def point(self, wish: Mapping[str, int] = NOTHING) -> dict[str, int]:
        """Values within the bounds; :class:`Perhaps` where none were found."""
        known = self.known
        if known is not None and wish:
            known = self._solved(_eliminate(self.rows) or [], {**known, **wish})
        if known is None:
            raise Perhaps
        return known

    def _solved(self, steps: list[_Step], wish: Mapping[str, int]) -> dict[str, int] | None:
        found = _backwards(steps, dict(wish), [200])
        return None if found is None else {**wish, **found}


Space = Differences | Sums


def space(forms: Iterable[Form], names: Sequence[str]) -> Space:
    """All whole numbers, of the cheapest kind that can be bounded by ``forms``."""
    index = {name: i for i, name in enumerate(names, 1)}
    if any(_ends(form, index) is None for form in forms):
        return Sums({}, dict.fromkeys(names, 0))
    size = len(names) + 1
    return Differences(index, [[0 if i == j else _FAR for j in range(size)] for i in range(size)])


def _ends(form: Form, index: Mapping[str, int]) -> tuple[int, int] | None:
    """The form as i - j, where 0 stands for nothing; None where it is no such difference."""
    i = j = 0
    for name, c in form:
        if c == 1 and not i:
            i = index[name]
        elif c == -1 and not j:
            j = index[name]
        else:
            return None
    return i, j


def _tighten(most: list[list[int]], i: int, j: int, limit: int) -> None:
    """Bring a new bound of i - j to every pair it says something about."""
    ahead = most[j]
    for row in most:
        through = row[i] + limit
        if through < _FAR:
            for end, more in enumerate(ahead):
                if through + more < row[end]:
                    row[end] = through + more


# ---- any sums ------------------------------------------------------------------------------

#: the variable that was eliminated, and (coefficient, rest, most) of what bounds it: above, below
_Step = tuple[str, list[tuple[int, Form, int]], list[tuple[int, Form, int]]]


def _least(rows: Mapping[Form, int], form: Form) -> float:
    """The least that a sum can be by the bounds of it and of its single variables."""
    opposite = rows.get(tuple((name, -c) for name, c in form))
    least = 0
    for name, c in form:
        end = rows.get(((name, -1 if c > 0 else 1),))
        if end is None:
            return -inf if opposite is None else -opposite
        least -= abs(c) * end
    return least if opposite is None else max(least, -opposite)


def _eliminate(rows: dict[Form, int]) -> list[_Step] | None:
    """One variable after another; None where that shows that there is no solution."""
    steps: list[_Step] = []
    while rows:
        name = _cheapest(rows)
        above, below, rest = [], [], {}
        for form, most in rows.items():
            c = dict(form).get(name, 0)
            others = tuple(pair for pair in form if pair[0] != name)
            if c > 0:
                above.append((c, others, most))
            elif c < 0:
                below.append((-c, others, most))
            else:
                rest[form] = most
        for (a, upper, high), (b, lower, low) in product(above, below):
            sums = {n: b * c for n, c in upper}
            for n, c in lower:
                sums[n] = sums.get(n, 0) + a * c
            if not _add(rest, sums, b * high + a * low):
                return None
        steps.append((name, above, below))
        rows = rest
        if len(rows) > _MOST_ROWS:
            raise Perhaps
    return steps


def _cheapest(rows: Iterable[Form]) -> str:
    """The variable whose elimination makes the fewest rows, those with coefficient 1 first."""
    count: dict[str, list[int]] = {}
    for form in rows:
        for name, c in form:
            seen = count.setdefault(name, [0, 0, 0])
            seen[c > 0] += 1
            seen[2] = max(seen[2], abs(c))
    return min(
        sorted(count), key=lambda name: (count[name][2] > 1, count[name][0] * count[name][1])
    )


def _add(rows: dict[Form, int], sums: dict[str, int], most: int) -> bool:
    """Note one bound; False where it cannot be kept to."""
    sums = {name: c for name, c in sums.items() if c}
    if not sums:
        return most >= 0
    divisor = gcd(*sums.values())
    form = tuple(sorted((name, c // divisor) for name, c in sums.items()))
    most //= divisor
    rows[form] = min(rows.get(form, most), most)
    return True


def _backwards(
    steps: list[_Step], values: dict[str, int], tries: list[int]
) -> dict[str, int] | None:
    """Values for the variables, the last eliminated first; a few others where none fits."""
    if not steps:
        return {}
    name, above, below = steps[-1]
    high = min(((most - _sum(form, values)) // c for c, form, most in above), default=None)
    low = max((-((most - _sum(form, values)) // c) for c, form, most in below), default=None)
    for value in _nearest(values.get(name, 0), low, high):
        tries[0] -= 1
        if tries[0] < 0:
            return None
        found = _backwards(steps[:-1], {**values, name: value}, tries)
        if found is not None:
            return {name: value, **found}
    return None


def _nearest(wish: int, low: int | None, high: int | None) -> Iterable[int]:
    start = wish if low is None else max(wish, low)
    start = start if high is None else min(start, high)
    for step in range(_TRIES):
        for value in (start + step, start - step)[: 2 if step else 1]:
            if (low is None or value >= low) and (high is None or value <= high):
                yield value


def _sum(form: Form, values: Mapping[str, int]) -> int:
    return sum(c * values.get(name, 0) for name, c in form)
