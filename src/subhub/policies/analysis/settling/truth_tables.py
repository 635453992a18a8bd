"""Truth tables: a condition in every way of filling in at once, one bit of an integer each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product
from typing import Any

from subhub.once import lazy
from subhub.policies.analysis.settling.dimensions import Dimension, Dimensions
from subhub.policies.analysis.settling.graph import TRUE
from subhub.policies.analysis.settling.residue import OPEN, Residue
from subhub.policies.analysis.settling.stepped import stepped
from subhub.policies.analysis.settling.terms import Cases, Fixed, Held, Linear, Term

#: where an output has a value: the value, and the ways of filling in that give it
Values = dict[Any, int]


class TruthTable:
    """Some ways of filling in; ``at`` says for each point of each dimension which have it.

    Those in which a node of ``against`` holds do not count, unless that leaves none.
    """

    def __init__(
        self,
        residue: Residue,
        dims: Dimensions,
        live: Iterable[int],
        at: Mapping[Dimension, list[int]],
        full: int,
        against: tuple[int, ...] = (),
    ) -> None:
        self.residue, self.dims, self.at, self.full = residue, dims, at, full
        self.against = against
        self.masks: dict[int, int] = {}
        self.add(live)

    def add(self, live: Iterable[int]) -> None:
        """Work out the open nodes (parts first) that are not worked out yet."""
        masks, full, residue = self.masks, self.full, self.residue
        parts_of, state = residue.program.graph.parts, residue.state
        for node in live:
            if node in masks:
                continue
            if node in residue.open:
                masks[node] = self._atom(node)
                continue
            found = full
            for part in parts_of[node]:
                if state[part] == OPEN:
                    found &= masks[part] if part > 0 else full ^ masks[-part]
                    if not found:
                        break
            masks[node] = found

    def mask(self, node: int) -> int:
        """The ways of filling in for which a node holds."""
        known = self.residue.state[node]
        if known != OPEN:
            return self.full if known == TRUE else 0
        return self.masks[node] if node > 0 else self.full ^ self.masks[-node]

    @lazy
    def allowed(self) -> int:
        """The ways of filling in that count."""
        found = self.full
        for node in self.against:
            found &= self.full ^ self.mask(node)
        return found or self.full

    def values(self, cases: Cases, among: int | None = None) -> Values:
        """The ways of filling in by the value that they give: all that count, or ``among``."""
        found: Values = {}
        among = self.allowed if among is None else among
        for node, term in cases:
            mask = self.mask(node) & among
            if mask:
                for value, there in self._term(term, mask):
                    found[value] = found.get(value, 0) | there
        return found

    def _atom(self, node: int) -> int:
        atom, as_it_is = self.residue.open[node]
        dim = self.dims.of_atom[atom]
        found = 0
        for mask, holds in zip(self.at[dim], dim.holding(atom), strict=True):
            if holds:
                found |= mask
        return found if as_it_is else self.full ^ found

    def _term(self, term: Term, mask: int) -> Iterator[tuple[Any, int]]:
        if isinstance(term, Fixed):
            yield term.value, mask
            return
        names = _behind(self.residue, self.dims, term)
        if not names:
            assert isinstance(term, Linear)  # noqa: S101 - a code that is held is open
            yield term.const, mask
            return
        dims = dict.fromkeys(self.dims.of_variable[name] for name in names)
        for points in product(*(zip(dim.points, self.at[dim], strict=True) for dim in dims)):
            there, values = mask, dict[str, Any]()
            for dim, (point, at) in zip(dims, points, strict=True):
                there &= at
                values.update(zip(dim.variables, point, strict=True))
            if there:
                yield self._at(term, values), there

    def _at(self, term: Term, values: Mapping[str, Any]) -> Any:
        if isinstance(term, Held):
            return values[term.variable]
        assert isinstance(term, Linear)  # noqa: S101 - a fixed term has no variables
        total = term.const
        for name, c in term.form:
            if name in self.dims.exact:
                total += c * self._business(name, values)
            else:
                total += c * values[name] * self.residue.scale(name)
        return total

    def _business(self, name: str, values: Mapping[str, Any]) -> int:
        variable = self.residue.variable(name)
        assert variable.inner is not None  # noqa: S101 - it is in `exact`
        day = variable.inner.const + sum(
            c * (values[n] if n in values else self.residue.known(n))
            for n, c in variable.inner.form
        )
        assert variable.step is not None  # noqa: S101 - as every inner day has
        return stepped(day, variable.step) or 0


def _behind(residue: Residue, dims: Dimensions, term: Term) -> list[str]:
    """The variables with a dimension that a term hangs on."""
    found: list[str] = []
    for name in residue.open_in(term):
        inner = residue.variable(name).inner
        found += residue.open_in(inner) if name in dims.exact and inner is not None else (name,)
    return found


class Every(TruthTable):
    """Every way of filling in, so that what is read from it is proved."""

    def __init__(
        self,
        residue: Residue,
        dims: Dimensions,
        live: Iterable[int],
        against: tuple[int, ...] = (),
    ) -> None:
        size, stride = dims.size, 1
        self.strides: dict[Dimension, int] = {}
        at: dict[Dimension, list[int]] = {}
        for dim in dims.all:
            count, ones = len(dim.points), (1 << stride) - 1
            at[dim] = [_repeat(ones << i * stride, count * stride, size) for i in range(count)]
            self.strides[dim] = stride
            stride *= count
        super().__init__(residue, dims, live, at, (1 << size) - 1, against)
        atoms = residue.comparisons(residue.live(against))
        self.restricted = {dims.of_atom[atom] for atom in atoms}

    def matter(self, values: Values) -> set[str]:
        """The variables for which two ways that differ only there give different values."""
        if len(values) < 2:
            return set()
        return self._matter(_planes(list(values.values())), self.allowed)

    def tied(self, cases: Cases) -> set[str]:
        """The variables that matter where contradictions let several change only together."""
        values = self.values(cases, among=self.full)
        return self._matter(_planes(list(values.values())), self.full)

    def is_settled_by(self, names: set[str], values: Values) -> bool:
        """Whether ways that agree on ``names`` never give different values."""
        seen, projected = 0, [dim for dim in self.dims.all if names.isdisjoint(dim.variables)]
        for mask in values.values():
            for dim in projected:
                mask = self._anywhere_along(dim, mask)
            if mask & seen:
                return False
            seen |= mask
        return True

    def _anywhere_along(self, dim: Dimension, mask: int) -> int:
        """The ways that are in the mask at some point of a dimension, said at its first point."""
        stride, found = self.strides[dim], 0
        for place in range(len(dim.points)):
            found |= mask >> place * stride & self.at[dim][0]
        return found

    def _matter(self, planes: list[int], allowed: int) -> set[str]:
        found: set[str] = set()
        for dim in self.dims.all:
            if dim.form is not None:
                if self._along(planes, dim, allowed):
                    found.update(dim.variables)
            elif dim.steps is None:
                if self._along(planes, dim, allowed):
                    found.add(dim.variables[0])
            else:
                found.update(
                    name
                    for name in dim.variables
                    if self._stepping(planes, dim, dim.steps[name], allowed)
                )
        return found

    def _along(self, planes: list[int], dim: Dimension, allowed: int) -> bool:
        """Whether some two points differ; where all along it count, neighbouring ones do then."""
        if allowed != self.full and dim in self.restricted:
            return self._stepping(planes, dim, combinations(range(len(dim.points)), 2), allowed)
        stride = self.strides[dim]
        but_last = allowed & (self.full ^ self.at[dim][-1])
        return any((plane ^ plane >> stride) & but_last for plane in planes)

    def _stepping(
        self, planes: list[int], dim: Dimension, steps: Iterable[tuple[int, int]], allowed: int
    ) -> bool:
        """Whether two points that count differ, of the pairs that ``steps`` are."""
        stride, first = self.strides[dim], self.at[dim][0]
        for i, j in steps:
            both = first
            if allowed != self.full:
                both &= allowed >> i * stride & allowed >> j * stride
            if any((plane >> i * stride ^ plane >> j * stride) & both for plane in planes):
                return True
        return False


def _planes(masks: list[int]) -> list[int]:
    """The number of its value, bit by bit: two ways give one value where all planes agree."""
    planes = [0] * (len(masks) - 1).bit_length()
    for number, mask in enumerate(masks):
        for bit in range(len(planes)):
            if number >> bit & 1:
                planes[bit] |= mask
    return planes


def _repeat(pattern: int, period: int, size: int) -> int:
    """A pattern of bits, again and again up to ``size`` bits.

    >>> bin(_repeat(0b01, 2, 6))
    '0b10101'
    """
    while period < size:
        pattern |= pattern << period
        period *= 2
    return pattern & (1 << size) - 1
