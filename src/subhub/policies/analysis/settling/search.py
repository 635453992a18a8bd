"""Where there are too many ways of filling in for one table: witnesses first, then proofs.

Thousands of ways drawn at once, each changed in one fact: what differs is a witness. What is
left is divided into the cases of other facts, until a table holds each of them. The draw is
always the same one, so an answer never hangs on luck.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from operator import and_
from random import Random
from typing import Any

from subhub.policies.analysis.settling.budget import Budget, Spent
from subhub.policies.analysis.settling.dimensions import Dimension, Dimensions, dimensions
from subhub.policies.analysis.settling.opened import Opened
from subhub.policies.analysis.settling.residue import Residue
from subhub.policies.analysis.settling.truth_tables import Every, TruthTable, Values

#: ways of filling in that are drawn at once
DRAWN = 4096
#: a case is divided further while its table would hold more ways than this
SMALL = 1 << 13
#: a fact that is read together with the one asked about divides best
TOGETHER = 10

Fixed = Mapping[str, Any]


def witnesses(
    residue: Residue,
    dims: Dimensions,
    live: tuple[int, ...],
    asked: Sequence[Opened],
    of: str | None = None,
) -> list[set[str]]:
    """For each question, variables that were seen to matter; or whether only one, ``of``, was."""
    draw = _Draw()
    full = (1 << DRAWN) - 1
    at = {dim: draw.parts(len(dim.points), full) for dim in dims.all}
    against = tuple(dict.fromkeys(node for each in asked for node in each.against))
    table = TruthTable(residue, dims, live, at, full, against)
    base = [table.values(each.cases) for each in asked]
    found: list[set[str]] = [set() for _ in asked]
    for dim in dims.all:
        names = dim.variables if dim.form is None else dim.variables[:1]
        names = names if of is None else tuple(name for name in names if name == of)
        moved = _moved_nodes(residue, dims, live, dim) if names else set()
        for name in names:
            changed = TruthTable(
                residue, dims, (), {**at, dim: draw.moved(dim, name, at[dim])}, full, against
            )
            changed.masks = {n: m for n, m in table.masks.items() if n not in moved}
            changed.add(live)
            both = table.allowed & changed.allowed
            for each, before, seen in zip(asked, base, found, strict=True):
                if name not in seen and _among(both, before) != changed.values(each.cases, both):
                    seen.update(dim.variables if dim.form is not None else (name,))
    return found


def _among(allowed: int, values: Values) -> Values:
    """The values of those ways alone."""
    return {value: there for value, mask in values.items() if (there := mask & allowed)}


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
    """Whether variables matter to one question, case by case of the others."""

    def __init__(self, opened: Opened, budget: Budget) -> None:
        self.opened, self.budget = opened, budget
        self.left = budget.cases
        #: the case in which the last variable was found to matter
        self.case: Fixed = {}
        #: whether that was found among ways some of which may not be
        self.loose = False

    def matters(self, name: str, tried: Sequence[Fixed] = ()) -> bool:
        """Raises :class:`Spent` where that takes more than the budget allows."""
        for case in tried:
            if self._in(name, self.opened.given(case), case, divide=False):
                return True
        return self._in(name, self.opened, {})

    def _in(self, name: str, opened: Opened, case: Fixed, divide: bool = True) -> bool:
        if name not in opened.variables or opened.residue.contradicted:
            return False
        terms = [term for _, term in opened.cases]
        dims = dimensions(opened.residue, opened.atoms, [terms], self.budget.related)
        if name not in dims.of_variable and not _in_form(dims, name):
            return False
        if dims.size <= SMALL:
            every = Every(opened.residue, dims, opened.live, opened.against)
            if name not in every.matter(every.values(opened.cases)):
                return False
            self.case, self.loose = case, dims.loose
            return True
        if not divide:
            return False
        if not case and self._seen(name, opened, dims):
            return True
        return self._divided(name, opened, case, dims)

    def _seen(self, name: str, opened: Opened, dims: Dimensions) -> bool:
        """Draws where the fact is read: what lies deep in a table is met too rarely elsewhere."""
        for case in regions(opened, dims, name):
            inside = opened.given(case)
            if name not in inside.variables or inside.residue.contradicted:
                continue
            terms = [term for _, term in inside.cases]
            made = dimensions(inside.residue, inside.atoms, [terms], self.budget.related)
            (found,) = witnesses(inside.residue, made, inside.live, [inside], of=name)
            if name in found:
                self.case, self.loose = case, made.loose
                return True
        return False

    def _divided(self, name: str, opened: Opened, case: Fixed, dims: Dimensions) -> bool:
        by = _best(opened, dims, name)
        self.left -= len(by.points)
        if self.left < 0:
            raise Spent
        for point in by.points:
            fixed = _filled(opened.residue, by, point)
            if self._in(name, opened.given(fixed), {**case, **fixed}):
                return True
        return False


def regions(opened: Opened, dims: Dimensions, name: str) -> Iterator[Fixed]:
    """Where one variable is read: values of others that make the rest of a condition hold."""
    dim = dims.of_variable.get(name)
    open_, parts_of = opened.residue.open, opened.residue.program.graph.parts
    above: dict[int, list[int]] = {}
    reading: list[int] = []
    for node in opened.live:
        for part in parts_of[node]:
            if part > 0:
                above.setdefault(part, []).append(node)
            if abs(part) in open_ and dims.of_atom[open_[abs(part)][0]] is dim:
                reading.append(node)
    tops: dict[int, None] = {}
    while reading:
        node = reading.pop()
        if node not in tops:
            reading += above.get(node, ())
            tops[node] = None
    for top in sorted(node for node in tops if node not in above):
        case = _assumed(opened, dims, top, dim)
        if case is not None:
            yield case


def _assumed(opened: Opened, dims: Dimensions, node: int, but: Dimension | None) -> Fixed | None:
    """Values with which everything that a node needs holds; None where there are none."""
    residue, parts_of = opened.residue, opened.residue.program.graph.parts
    fits: dict[Dimension, list[bool]] = {}
    stack = list(parts_of[node])
    while stack:
        part = stack.pop()
        if abs(part) in residue.open:
            atom, as_it_is = residue.open[abs(part)]
            dim, wanted = dims.of_atom[atom], as_it_is is (part > 0)
            if dim is not but and dim.form is None:
                holds = [each is wanted for each in dim.holding(atom)]
                fits[dim] = [*map(and_, fits.get(dim, [True] * len(holds)), holds)]
        elif part > 0:
            stack += parts_of[part]
    if not all(map(any, fits.values())):
        return None
    found: dict[str, Any] = {}
    for dim, fit in fits.items():
        found |= _filled(residue, dim, dim.points[fit.index(True)])
    return found


def _filled(residue: Residue, dim: Dimension, point: tuple[Any, ...]) -> dict[str, Any]:
    """A point as variables are counted."""
    return {
        name: value * residue.scale(name) if type(value) is int else value
        for name, value in zip(dim.variables, point, strict=True)
    }


def _in_form(dims: Dimensions, name: str) -> bool:
    return any(dim.form is not None and name in dim.variables for dim in dims.all)


def _best(opened: Opened, dims: Dimensions, name: str) -> Dimension:
    """The dimension to divide by: one that is read much, and with the variable asked about."""
    open_, parts_of = opened.residue.open, opened.residue.program.graph.parts
    of_node = {node: dims.of_atom[open_[node][0]] for node in opened.live if node in open_}
    score: dict[Dimension, int] = dict.fromkeys(of_node.values(), 0)
    for node in opened.live:
        together = [of_node[abs(part)] for part in parts_of[node] if abs(part) in of_node]
        weight = TOGETHER if any(name in dim.variables for dim in together) else 1
        for dim in together:
            score[dim] += weight
    able = [
        dim
        for dim in dims.all
        if dim.form is None and name not in dim.variables and len(dim.points) > 1
    ]
    if not able:
        raise Spent
    return max(able, key=lambda dim: score.get(dim, 0))
