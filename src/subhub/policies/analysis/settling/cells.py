"""Facts that are compared with one another: points that reach every case of them together.

The intervals of all their sums make cells. In each cell every fact gets a twin that shares
the other facts: each cell the twin can lie in gives two points that differ in that fact
alone. So whatever changes as one fact changes shows between two of the points.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from subhub.policies.analysis.settling.budget import Spent
from subhub.policies.analysis.settling.terms import Form, combine
from subhub.policies.analysis.settling.theory import Bound, Perhaps, Space, space

#: a sum, and the numbers it is compared with
Cut = tuple[Form, tuple[int, ...]]


class Related(NamedTuple):
    """Variables (name, least, most), the limits that sums of them are compared with, and
    what of them is handed on.
    """

    variables: tuple[tuple[str, int | None, int | None], ...]
    cuts: tuple[Cut, ...]
    handed: tuple[Form, ...]


#: more sums than these are not told apart together
MOST_SUMS = 100

Points = tuple[tuple[int, ...], ...]
Steps = tuple[tuple[str, tuple[tuple[int, int], ...]], ...]


def relate(related: Related, questions: int) -> tuple[Points, Steps]:
    """The points and the steps between them. :class:`Spent` beyond so many ``questions``."""
    found = _relate(related, questions)
    if found is None:
        raise Spent
    return found


@lru_cache(maxsize=4096)
def _relate(related: Related, questions: int) -> tuple[Points, Steps] | None:
    try:
        return _Cells(related, questions).made()
    except (Spent, Perhaps):
        return None


class _Cells:
    def __init__(self, related: Related, questions: int) -> None:
        if len(related.cuts) > MOST_SUMS:
            raise Spent
        self.related, self.left = related, questions
        self.names = [name for name, _, _ in related.variables]
        self.points: dict[tuple[int, ...], int] = {}
        self.steps: dict[str, set[tuple[int, int]]] = {name: set() for name in self.names}

    def made(self) -> tuple[Points, Steps]:
        cells = list(self._grow(self.related.cuts, self._box()))
        for where, cell in cells:
            self._point(cell.point(), self.names)
            for name in self.names:
                self._move(where, cell, name)
        steps = ((name, tuple(sorted(pairs))) for name, pairs in self.steps.items())
        return tuple(self.points), tuple(steps)

    def _box(self) -> Space:
        forms = [form for form, _ in self.related.cuts]
        singles: list[Form] = [((name, 1),) for name in self.names]
        found = space([*forms, *singles], self.names).within(
            bound for name in self.names for bound in self._limits(name, name)
        )
        if found is None:
            raise Spent
        return found

    def _limits(self, of: str, name: str) -> Iterator[Bound]:
        """The domain of a variable, said of it or of its twin."""
        low, high = next((low, high) for each, low, high in self.related.variables if each == of)
        if low is not None:
            yield ((name, -1),), -low
        if high is not None:
            yield ((name, 1),), high

    def _grow(
        self, cuts: tuple[Cut, ...], inside: Space, where: tuple[int, ...] = ()
    ) -> Iterator[tuple[tuple[int, ...], Space]]:
        """Every combination of intervals that can be: which they are, and the space in them."""
        if not cuts:
            yield where, inside
            return
        form, limits = cuts[0]
        for index in range(len(limits) + 1):
            bounds: list[Bound] = []
            if index:
                bounds.append((_negative(form), -limits[index - 1] - 1))
            if index < len(limits):
                bounds.append((form, limits[index]))
            there = self._ask(inside, bounds)
            if there is not None:
                yield from self._grow(cuts[1:], there, (*where, index))

    def _ask(self, inside: Space, bounds: list[Bound]) -> Space | None:
        self.left -= inside.cost
        if self.left < 0:
            raise Spent
        return inside.within(bounds)

    def _move(self, where: tuple[int, ...], cell: Space, name: str) -> None:
        """All that one fact can become while the others stay: there, not also from there back."""
        twin = name + "'"
        places = [
            place
            for place, (form, _) in enumerate(self.related.cuts)
            if any(each == name for each, _ in form)
        ]
        cuts = tuple(
            (_renamed(form, name, twin), limits)
            for form, limits in (self.related.cuts[place] for place in places)
        )
        here = tuple(where[place] for place in places)
        free = self._ask(cell.and_free(twin), list(self._limits(name, twin)))
        if free is None:
            return
        gaps = self._gaps(name, twin)
        for there, both in self._grow(cuts, free):
            if there < here or (there == here and not gaps):
                continue
            found = [both.point()]
            if gaps:
                found.append(both.point(_scattered([*self.names, twin])))
            for gap in gaps:
                self._differ(both, gap, found)
            for each in found:
                self._note(each, name, twin)

    def _gaps(self, name: str, twin: str) -> list[Form]:
        """The differences between what is handed on at one point and at the other."""
        if not self.related.handed:
            return []
        handed = [(), *self.related.handed]
        gaps = (combine(one, _renamed(two, name, twin), -1) for one in handed for two in handed)
        return list(dict.fromkeys(gap for gap in gaps if gap))

    def _differ(self, both: Space, gap: Form, found: list[dict[str, int]]) -> None:
        """See to it that the gap is not the same at all points, so not nothing at all of them."""
        now = {sum(c * point[each] for each, c in gap) for point in found}
        if len(now) > 1:
            return
        (only,) = now
        for form, most in ((gap, only - 1), (_negative(gap), -only - 1)):
            other = self._ask(both, [(form, most)])
            if other is not None:
                found.append(other.point())
                return

    def _note(self, found: dict[str, int], name: str, twin: str) -> None:
        one = self._point(found, self.names)
        two = self._point(found, [twin if each == name else each for each in self.names])
        if one != two:
            self.steps[name].add((min(one, two), max(one, two)))

    def _point(self, found: dict[str, int], names: list[str]) -> int:
        point = tuple(found[name] for name in names)
        return self.points.setdefault(point, len(self.points))


def _scattered(names: list[str]) -> dict[str, int]:
    """Wishes that lie apart, so that few sums come out alike."""
    return {name: 97 * 3**place for place, name in enumerate(names)}


def _negative(form: Form) -> Form:
    return tuple((name, -c) for name, c in form)


def _renamed(form: Form, name: str, twin: str) -> Form:
    return tuple((twin if each == name else each, c) for each, c in form)
