"""Where there are too many ways of filling in for one table: witnesses first, then proofs.

Thousands of ways drawn at once, each changed in one fact: what differs is a witness. What is
left is divided into the cases of other facts, until a table holds each of them. The draw is
always the same one, so an answer never hangs on luck.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random
from typing import Any

from subhub.policies.analysis.settling.budget import Budget, Spent
from subhub.policies.analysis.settling.dimensions import Dimension, Dimensions, dimensions
from subhub.policies.analysis.settling.opened import Opened
from subhub.policies.analysis.settling.residue import Residue
from subhub.policies.analysis.settling.tables import Every, Table

#: ways of filling in that are drawn at once
DRAWN = 4096
#: a case is divided further while its table would hold more ways than this
SMALL = 1 << 13
#: a fact that is read together with the one asked about divides best
TOGETHER = 10

Fixed = Mapping[str, Any]


def witnesses(
    residue: Residue, dims: Dimensions, live: tuple[int, ...], asked: Sequence[Opened]
) -> list[set[str]]:
    """For each question, variables that were seen to matter."""
    draw = _Draw()
    full = (1 << DRAWN) - 1
    at = {dim: draw.parts(len(dim.points), full) for dim in dims.all}
    table = Table(residue, dims, live, at, full)
    base = [table.values(each.cases) for each in asked]
    found: list[set[str]] = [set() for _ in asked]
    for dim in dims.all:
        moved = _moved_nodes(residue, dims, live, dim)
        for name in dim.variables if dim.form is None else (dim.variables[0],):
            changed = Table(residue, dims, (), {**at, dim: draw.moved(dim, name, at[dim])}, full)
            changed.masks = {n: m for n, m in table.masks.items() if n not in moved}
            changed.add(live)
            for each, before, seen in zip(asked, base, found, strict=True):
                if name not in seen and changed.values(each.cases) != before:
                    seen.update(dim.variables if dim.form is not None else (name,))
    return found


class _Draw:
    def __init__(self) -> None:
        self.random = Random(7)  # noqa: S311 - always the same one, on purpose

    def parts(self, count: int, whole: int) -> list[int]:
        """``whole`` dealt out among ``count`` masks, about evenly."""
        if count == 1:
            return [whole]
        half = whole & self.random.getrandbits(DRAWN)
        left = count // 2
        if count % 2:  # the larger part gets a little more
            half &= ~(self.random.getrandbits(DRAWN) & self.random.getrandbits(DRAWN))
        return self.parts(left, half) + self.parts(count - left, whole & ~half)

    def moved(self, dim: Dimension, name: str, at: list[int]) -> list[int]:
        """Other points of a dimension, that differ from those ``at`` in one variable."""
        if dim.steps is None:
            return self.parts(len(at), sum(at))
        beside: dict[int, list[int]] = {}
        for one, two in dim.steps[name]:
            beside.setdefault(one, []).append(two)
            beside.setdefault(two, []).append(one)
        found = [0] * len(at)
        for point, mask in enumerate(at):
            to = [point, *beside.get(point, ())]
            for there, part in zip(to, self.parts(len(to), mask), strict=True):
                found[there] |= part
        return found


def _moved_nodes(
    residue: Residue, dims: Dimensions, live: Sequence[int], dim: Dimension
) -> set[int]:
    """The nodes that hang on a dimension."""
    found: set[int] = set()
    parts_of = residue.program.graph.parts
    for node in live:
        if node in residue.open:
            if dims.of_atom[residue.open[node][0]] is dim:
                found.add(node)
        elif any(abs(part) in found for part in parts_of[node]):
            found.add(node)
    return found


class Proof:
    """Whether one variable matters to one question, case by case of the others."""

    def __init__(self, residue: Residue, opened: Opened, budget: Budget) -> None:
        self.residue, self.opened, self.budget = residue, opened, budget
        self.left = budget.splits
        #: the case in which the last variable was found to matter
        self.case: Fixed = {}

    def matters(self, name: str, tried: Sequence[Fixed] = ()) -> bool:
        """Raises :class:`Spent` where that takes more than the budget allows."""
        return any(self._in(name, case, divide=False) for case in tried) or self._in(name, {})

    def _in(self, name: str, case: Fixed, divide: bool = True) -> bool:
        opened = self._given(case)
        if name not in opened.variables:
            return False
        terms = [term for _, term in opened.cases]
        dims = dimensions(opened.residue, opened.atoms, [terms], self.budget.related)
        if name not in dims.of_variable and not _in_form(dims, name):
            return False
        if dims.size <= SMALL:
            every = Every(opened.residue, dims, opened.live)
            if name not in every.matter(every.values(opened.cases)):
                return False
            self.case = case
            return True
        if not divide:
            return False
        self.left -= 1
        if self.left < 0:
            raise Spent
        by = _best(opened, dims, name)
        return any(
            self._in(name, {**case, **self._filled(by, point, opened.residue)})
            for point in by.points
        )

    def _given(self, case: Fixed) -> Opened:
        if not case:
            return self.opened
        inside = Residue(self.residue.program, self.residue.facts, {**self.residue.fixed, **case})
        return Opened(inside, self.opened.question)

    def _filled(self, by: Dimension, point: tuple[Any, ...], residue: Residue) -> dict[str, Any]:
        return {
            name: value * residue.scale(name) if isinstance(value, int) else value
            for name, value in zip(by.variables, point, strict=True)
        }


def _in_form(dims: Dimensions, name: str) -> bool:
    return any(dim.form is not None and name in dim.variables for dim in dims.all)


def _best(opened: Opened, dims: Dimensions, name: str) -> Dimension:
    """The dimension to divide by: one that is read much, and with the variable asked about."""
    score: dict[Dimension, int] = {}
    residue, parts_of = opened.residue, opened.residue.program.graph.parts
    of_node = {
        node: dims.of_atom[residue.open[node][0]] for node in opened.live if node in residue.open
    }
    for node in opened.live:
        read = {node} if node in of_node else set(map(abs, parts_of[node]))
        together = {of_node[part] for part in read if part in of_node}
        near = any(name in dim.variables for dim in together)
        for dim in together:
            score[dim] = score.get(dim, 0) + (TOGETHER if near else 1)
    able = [
        dim
        for dim in dims.all
        if dim.form is None and name not in dim.variables and len(dim.points) > 1
    ]
    if not able:
        raise Spent
    return max(able, key=lambda dim: score.get(dim, 0))
