"""Dimensions: the few values of missing facts that reach every case, fact by fact.

The comparisons that are open cut the values of a fact into intervals that nothing can tell
apart. One point stands for each, or two (its ends) where the value itself is handed on: sums
that agree on the corners of a box agree everywhere in it. Facts that are compared with one
another share a dimension (:mod:`.cells`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import prod
from typing import Any

from subhub.policies.analysis.settling.budget import Spent
from subhub.policies.analysis.settling.cells import Related, relate
from subhub.policies.analysis.settling.graph import AtMost, Atom, Is
from subhub.policies.analysis.settling.residue import BIG, Residue
from subhub.policies.analysis.settling.terms import Form, Held, Linear, Term
from subhub.policies.language.expressions import Kind

#: far enough that no window or period of a policy reaches from one to the other
FAR = 3653
#: a code that none of the policy's own comparisons names, where a fact lists no codes
OTHER = ""


@dataclass(frozen=True, slots=True, eq=False)
class Dimension:
    """Values of ``variables`` together; ``steps`` are pairs of points, by what differs in them.

    Without ``steps`` there is one variable, and any two points differ in it. A dimension of a
    ``form`` stands for comparisons that were not proved to hang together: each may turn out
    either way.
    """

    variables: tuple[str, ...]
    points: tuple[tuple[Any, ...], ...]
    steps: Mapping[str, tuple[tuple[int, int], ...]] | None = None
    form: Form | None = None

    def holding(self, atom: Atom) -> list[bool]:
        """At which points an atom holds."""
        if isinstance(atom, Is):
            place = self.variables.index(atom.variable)
            return [point[place] == atom.value for point in self.points]
        if self.form is not None:
            return [point[0] <= atom.most for point in self.points]
        places = [(self.variables.index(name), c) for name, c in atom.form]
        return [sum(c * point[at] for at, c in places) <= atom.most for point in self.points]


@dataclass(eq=False)
class Dimensions:
    """The dimensions of what some questions leave open.

    ``exact`` are the business days that are worked out from the points of the one fact they
    are counted from; ``loose`` says whether anything was taken to vary that follows from
    other facts.
    """

    all: list[Dimension]
    exact: frozenset[str]
    loose: bool
    of_atom: dict[Atom, Dimension] = field(default_factory=dict)
    of_variable: dict[str, Dimension] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many ways of filling in that is."""
        return prod(len(each.points) for each in self.all)


def dimensions(
    residue: Residue, atoms: Iterable[Atom], handed: Iterable[Iterable[Term]], questions: int
) -> Dimensions:
    """What open ``atoms``, and the terms that each output hands on, can tell apart.

    ``questions`` is how much may be asked of the theory for facts that hang together.
    """
    cuts: dict[Form, list[int]] = {}
    codes: dict[str, list[Any]] = {}
    for atom in atoms:
        if isinstance(atom, AtMost):
            cuts.setdefault(atom.form, []).append(atom.most)
        else:
            codes.setdefault(atom.variable, []).append(atom.value)
    cuts = {form: sorted(set(most)) for form, most in sorted(cuts.items())}
    handed = [list(dict.fromkeys(terms)) for terms in handed]
    sums = [[t.form for t in terms if isinstance(t, Linear) and t.form] for terms in handed]
    held = {t.variable for terms in handed for t in terms if isinstance(t, Held)}
    for name in held:
        codes.setdefault(name, [])
    exact = _exact(residue, cuts, sums)
    each_once = dict.fromkeys(form for forms in sums for form in forms)
    forms = [_seen_through(residue, form, exact) for form in each_once]
    made = _Making(residue, cuts, forms, questions)
    found = [_coded(residue, name, codes[name], name in held) for name in sorted(codes)]
    for names in _groups(cuts, forms):
        found += made.group(names)
    relaxed = any(residue.relaxed(name) for each in found for name in each.variables)
    result = Dimensions(found, exact, relaxed or made.loose)
    for each in found:
        if each.form is None:
            result.of_variable.update(dict.fromkeys(each.variables, each))
    by_form = {each.form: each for each in found if each.form is not None}
    for form, limits in cuts.items():
        there = by_form.get(form) or result.of_variable[form[0][0]]
        result.of_atom.update((AtMost(form, most), there) for most in limits)
    for name, values in codes.items():
        result.of_atom.update((Is(name, v), result.of_variable[name]) for v in values)
    return result


def points_of(residue: Residue, dims: Dimensions, name: str) -> list[Any]:
    """The values of one variable that its dimension has, counted as the program does."""
    dim = dims.of_variable.get(name)
    if dim is None:  # it stands only in what is kept whole
        apart: list[Form] = [((name, 1),)]
        codes = residue.codes(name)
        dim = (
            _coded(residue, name, list(codes), True)
            if codes
            else _Making(residue, {}, apart, 0).group([name])[0]
        )
    values = dict.fromkeys(point[dim.variables.index(name)] for point in dim.points)
    if residue.codes(name):
        return list(values)
    return [value * residue.scale(name) for value in sorted(values)]


def _exact(residue: Residue, cuts: Iterable[Form], outputs: Iterable[list[Form]]) -> frozenset[str]:
    """Business days that can be worked out from the ends of intervals of their one fact.

    They never go back as the fact goes forward, so equal ends mean equal in between. That
    says nothing beside another sum of the same fact, nor of facts that hang together.
    """
    tied = {name for form in cuts if len(form) > 1 for name, _ in form}
    exact: set[str] = set()
    inexact: set[str] = set()
    for forms in outputs:
        forms_of: dict[str, set[Form]] = {}
        for form in forms:
            for name, _ in form:
                for base in {name, *_bases(residue, name)}:
                    forms_of.setdefault(base, set()).add(form)
        for form in forms:
            for name, _ in form:
                if residue.variable(name).inner is not None:
                    around = [name, *_bases(residue, name)]
                    alone = len(form) == 1 and len(around) == 2 and tied.isdisjoint(around)
                    clear = alone and not residue.relaxed(around[1])
                    one = clear and all(forms_of[each] == {form} for each in around)
                    (exact if one else inexact).add(name)
    return frozenset(exact - inexact)


def _bases(residue: Residue, name: str) -> list[str]:
    """The open variables that business days are counted from; of any other, itself."""
    inner = residue.variable(name).inner
    return [name] if inner is None else list(residue.open_in(inner))


def _seen_through(residue: Residue, form: Form, exact: frozenset[str]) -> Form:
    if form[0][0] in exact:
        return tuple((base, 1) for base in _bases(residue, form[0][0]))
    return form


def _groups(cuts: Iterable[Form], forms: Iterable[Form]) -> list[list[str]]:
    """Variables that are compared with one another together, each other one by itself."""
    leader: dict[str, str] = {}

    def lead(name: str) -> str:
        while leader.setdefault(name, name) != name:
            name = leader[name]
        return name

    for form in cuts:
        for name, _ in form:
            leader[lead(name)] = lead(form[0][0])
    for form in forms:
        for name, _ in form:
            lead(name)
    groups: dict[str, list[str]] = {}
    for name in sorted(leader):
        groups.setdefault(lead(name), []).append(name)
    return list(groups.values())


def _coded(residue: Residue, name: str, values: list[Any], held: bool) -> Dimension:
    """The codes that are told apart, and one for all others; where handed on, every code."""
    codes = residue.codes(name) or (*sorted(set(values)), OTHER)
    rest = [code for code in codes if code not in values]
    points = [code for code in codes if code in values] + (rest if held else rest[:1])
    return Dimension((name,), tuple((code,) for code in points))


class _Making:
    def __init__(
        self, residue: Residue, cuts: Mapping[Form, list[int]], forms: list[Form], questions: int
    ) -> None:
        self.residue, self.cuts, self.forms = residue, cuts, forms
        self.questions = questions
        self.loose = False
        self.handed = {name for form in forms for name, _ in form}

    def group(self, names: list[str]) -> list[Dimension]:
        if len(names) == 1:
            return [self._single(names[0])]
        own = set(names)
        try:
            found = self._related(names, [form for form in self.cuts if form[0][0] in own])
        except Spent:
            self.loose = True
            return self._apart(names)
        return [found]

    def _single(self, name: str) -> Dimension:
        low, high = self.residue.domain(name)
        day = self.residue.variable(name).kind is Kind.DAY
        points: list[int] = []
        for cut in (*self.cuts.get(((name, 1),), ()), high):
            first, last = low, min(cut, high)
            low = cut + 1
            if first > last:
                continue
            if day:
                first = max(first, min(self.residue.on, last) - FAR)
                last = min(last, first + 2 * FAR)
            else:
                last = min(last, first + 1)
            points += [first, last] if name in self.handed and last > first else [first]
        return Dimension((name,), tuple((point,) for point in points))

    def _apart(self, names: list[str]) -> list[Dimension]:
        """Every comparison of several facts may turn out either way."""
        found = [self._single(name) for name in names]
        for form, limits in self.cuts.items():
            if len(form) > 1 and form[0][0] in names:
                points = [(limit,) for limit in (*limits, limits[-1] + 1)]
                found.append(Dimension(tuple(n for n, _ in form), tuple(points), form=form))
        return found

    def _related(self, names: list[str], forms: list[Form]) -> Dimension:
        """Days are counted from the day asked, so that other documents find it made."""
        residue = self.residue
        zero = {
            name: residue.on if residue.variable(name).kind is Kind.DAY else 0 for name in names
        }
        own = set(names)
        handed = {tuple((n, c) for n, c in form if n in own) for form in self.forms} - {()}
        related = Related(
            tuple((name, *self._limits(name, zero[name])) for name in names),
            tuple((f, tuple(k - _away(f, zero) for k in self.cuts[f])) for f in forms),
            tuple(sorted(handed)),
        )
        points, steps = relate(related, self.questions)
        shift = [zero[name] for name in names]
        moved = tuple(tuple(map(int.__add__, point, shift)) for point in points)
        return Dimension(tuple(names), moved, dict(steps))

    def _limits(self, name: str, zero: int) -> tuple[int | None, int | None]:
        """The domain, without ends that lie beyond any number a document holds."""
        far = FAR if self.residue.variable(name).kind is Kind.DAY else BIG
        low, high = (end - zero for end in self.residue.domain(name))
        return low if abs(low) < far else None, high if abs(high) < far else None


def _away(form: Form, zero: Mapping[str, int]) -> int:
    return sum(c * zero[name] for name, c in form)
