"""Settling: for each output the facts that would settle it, or the one value it can have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from subhub.once import lazy
from subhub.policies.analysis.settling.budget import USUAL, Budget, Spent
from subhub.policies.analysis.settling.dimensions import Dimensions, dimensions, points_of
from subhub.policies.analysis.settling.examples import shown_to_matter
from subhub.policies.analysis.settling.graph import AtMost, Atom
from subhub.policies.analysis.settling.opened import SEVERAL, Opened
from subhub.policies.analysis.settling.program import LoweredOutput, OutputKey, program
from subhub.policies.analysis.settling.residue import Residue, as_told
from subhub.policies.analysis.settling.search import Fixed, Proof, witnesses
from subhub.policies.analysis.settling.truth_tables import Every, TruthTable
from subhub.policies.engines.evaluate import UNKNOWN, Decision
from subhub.policies.language.contradictions import Contradiction
from subhub.policies.language.expressions import Kind
from subhub.policies.language.policy import Intent


class Settled(NamedTuple):
    """The missing facts that an output hangs on, or else the one value it has.

    Where it is not ``settled``, facts are named that were not proved to matter.
    """

    facts: tuple[str, ...]
    value: Any
    settled: bool = True


class _Matter(NamedTuple):
    """The variables that matter to a question; ``value`` is the one there is if none does.

    ``unproved`` are those that are among them only because nothing else was proved.
    """

    variables: set[str]
    value: Any
    unproved: frozenset[str] = frozenset()


class _Group(NamedTuple):
    """Questions that share dimensions, the nodes that they read, and those that must not hold."""

    opened: list[Opened]
    dims: Dimensions
    live: tuple[int, ...]
    against: tuple[int, ...]


def _compares(atom: Atom) -> bool:
    """Whether missing facts are compared with one another."""
    return isinstance(atom, AtMost) and len(atom.form) > 1


class Settling:
    """One intent and what is known; asked for one output or for several at once.

    Ways of filling in that would make the document contradict itself do not count.
    """

    def __init__(
        self,
        intent: Intent,
        facts: Mapping[str, Any],
        budget: Budget = USUAL,
        contradictions: tuple[Contradiction, ...] = (),
    ) -> None:
        self.intent, self.budget = intent, budget
        self.program = program(intent, contradictions)
        self.residue = Residue(self.program, facts)
        self._found: dict[OutputKey, Settled] = {}

    @lazy
    def facts(self) -> dict[str, Any]:
        """The facts, those that lapsed as not told."""
        lapsed = self.residue.missing(self.program.variables)
        return {n: None if n in lapsed else v for n, v in self.residue.facts.items()}

    def representatives(self, name: str) -> list[Any]:
        """Values of a missing fact that reach every case of the outputs, as a document has them."""
        opened = [Opened(self.residue, self.program.questions[f]) for f in Decision._fields]
        dims = self._group([e.unrestricted() for e in opened if e.one is SEVERAL]).dims
        return [self.residue.told(name, value) for value in points_of(self.residue, dims, name)]

    def output(self, field: str) -> Settled:
        """What would settle one field of a decision."""
        return self.find([field])[field]

    def detail(self, field: str, index: int) -> Settled:
        """What would settle one condition or day among the details."""
        return self.find([(field, index)])[field, index]

    def find(self, asked: Iterable[OutputKey]) -> dict[OutputKey, Settled]:
        """Several at once, which is quicker than one after the other."""
        asked = list(asked)
        opened = {
            each: Opened(self.residue, self.program.questions[each])
            for each in asked
            if each not in self._found
        }
        alike: dict[Any, list[OutputKey]] = {}
        for each, what in opened.items():
            alike.setdefault(what.cases, []).append(each)
        matter = self._matter([opened[same[0]] for same in alike.values()])
        for same, found in zip(alike.values(), matter, strict=True):
            for each in same:
                self._found[each] = self._finding(opened[each].question, found)
        return {each: self._found[each] for each in asked}

    def _finding(self, question: LoweredOutput, found: _Matter) -> Settled:
        missing = self.residue.missing(found.variables)
        if not missing and question.kind is Kind.MONEY and isinstance(found.value, int):
            missing = self._without_currency(question)
        if missing:
            return Settled(
                tuple(name for name in question.facts if name in missing),
                UNKNOWN,
                not found.unproved,
            )
        value = found.value
        if found.variables:  # nothing is missing, and yet there is no such day
            return Settled((), UNKNOWN)
        if type(value) is int and question.kind is not Kind.BOOL:
            value = as_told(question.kind, value, self.residue.currency or "CLF")
        return Settled((), value)

    def _without_currency(self, question: LoweredOutput) -> frozenset[str]:
        """An amount whose currency no document said yet hangs on any amount."""
        if self.residue.currency:
            return frozenset()
        amounts = {n for n, v in self.program.variables.items() if v.kind is Kind.MONEY}
        return self.residue.missing(amounts & set(question.facts))

    # ---- what matters -------------------------------------------------------------------------

    def _matter(self, opened: Sequence[Opened]) -> list[_Matter]:
        found: dict[Opened, _Matter] = {}
        large: list[_Group] = []
        for group in self._groups([each for each in opened if each.one is SEVERAL]):
            if group.dims.size <= self.budget.ways:
                found.update(zip(group.opened, self._by_table(group), strict=True))
            else:
                large.append(group)
        self._by_search(large, found)
        return [
            self._shown(each, found[each]) if each.one is SEVERAL else _Matter(set(), each.one)
            for each in opened
        ]

    def _unrestricted(self, opened: Opened, found: _Matter) -> _Matter:
        """What was not proved, if it is the same in every way of filling in: that is simpler."""
        (free,) = self._matter([opened.unrestricted()])
        return found if free.variables else free

    def _shown(self, opened: Opened, found: _Matter) -> _Matter:
        """What was not proved, with examples instead where there are some for each fact."""
        if found.unproved and opened.against:
            found = self._unrestricted(opened, found)
        facts = self.residue.missing(found.unproved)
        shown = shown_to_matter(opened, facts, self.budget.examples) if facts else facts
        return found._replace(unproved=facts - shown)

    def _groups(self, opened: list[Opened]) -> list[_Group]:
        """Questions share their dimensions, but for those that compare missing facts.

        Nor do those with other contradictions, nor where facts that follow from others would be
        taken to vary by themselves.
        """
        plain, apart = opened, []
        if len(opened) > 1 and any(map(_compares, self._atoms(opened))):
            apart = [self._group([each]) for each in opened if any(map(_compares, each.own_atoms))]
            plain = [each for each in opened if not any(map(_compares, each.own_atoms))]
        alike: dict[tuple[int, ...], list[Opened]] = {}
        for each in plain:
            alike.setdefault(each.against, []).append(each)
        for some in alike.values():
            together = self._group(some)
            if len(some) > 1 and together.dims.loose:
                groups = [self._group([each]) for each in some]
                apart += [each for each in groups if each.dims.loose]
                together = self._group([g.opened[0] for g in groups if not g.dims.loose])
            apart.append(together)
        return [each for each in apart if each.opened]

    def _atoms(self, opened: list[Opened]) -> list[Atom]:
        return self.residue.comparisons(sorted({node for each in opened for node in each.own}))

    def _group(self, opened: list[Opened]) -> _Group:
        live = tuple(sorted({node for each in opened for node in each.live}))
        handed = [[term for _, term in each.cases] for each in opened]
        atoms = self.residue.comparisons(live)
        dims = dimensions(self.residue, atoms, handed, self.budget.related)
        against = tuple(dict.fromkeys(node for each in opened for node in each.against))
        return _Group(opened, dims, live, against)

    def _by_table(self, group: _Group) -> Iterator[_Matter]:
        every = Every(self.residue, group.dims, group.live, group.against)
        for each in group.opened:
            values = every.values(each.cases)
            if len(values) == 1:
                yield _Matter(set(), next(iter(values)))
                continue
            names = every.matter(values)
            if group.against and not every.is_settled_by(names, values):
                names |= every.tied(each.cases) & each.variables
            if names and not group.dims.loose:
                yield _Matter(names, None)
            else:  # two values and no step between them would be a gap in the proof
                names = names or each.variables
                yield _Matter(names, None, frozenset(names))

    def _by_search(self, groups: list[_Group], found: dict[Opened, _Matter]) -> None:
        """The outcome first: what does not change it changes an output only through its row."""
        seen = []
        for group in groups:
            if len(group.dims.all) > self.budget.dimensions:
                for each in group.opened:
                    found[each] = _Matter(each.variables, None, frozenset(each.variables))
                continue
            drawn = witnesses(self.residue, group.dims, group.live, group.opened)
            seen += [
                (each, group.dims, names) for each, names in zip(group.opened, drawn, strict=True)
            ]
        seen.sort(key=lambda each: each[0].question.asked != "outcome")
        paths: dict[str, list[Fixed]] = {}
        hopeless: set[str] = set()
        for each, dims, names in seen:
            asked, unproved = each.question.asked, set[str]()
            proof = Proof(each, self.budget)
            for name in sorted(self._may_matter(each, found) - names):
                try:
                    if name in hopeless and name not in self.program.row_facts.get(asked, ()):
                        raise Spent
                    if proof.matters(name, paths.get(name, ())):
                        paths.setdefault(name, []).append(proof.case)
                        names.add(name)
                        unproved.update([name] if proof.loose else [])
                except Spent:
                    names.add(name)
                    unproved.add(name)
                    if asked == "outcome":
                        hopeless.add(name)
            if not names and each.against:  # several facts may still change it together
                names, unproved = set(each.variables), set(each.variables)
            value = None if names else self._anywhere(each, dims)
            found[each] = _Matter(names, value, frozenset(names if dims.loose else unproved))

    def _may_matter(self, opened: Opened, found: Mapping[Opened, _Matter]) -> set[str]:
        """The variables of a question, but for those that change neither the row nor its values."""
        own = self.program.row_facts.get(opened.question.asked)
        outcome = next((m for o, m in found.items() if o.question.asked == "outcome"), None)
        if own is None or outcome is None:
            return opened.variables
        facts = own | self.residue.missing(outcome.variables)
        return {
            name for name in opened.variables if not facts.isdisjoint(self.residue.missing([name]))
        }

    def _anywhere(self, opened: Opened, dims: Dimensions) -> Any:
        """The value in one way of filling in, where it is the same in all."""
        at = {dim: [1] + [0] * (len(dim.points) - 1) for dim in dims.all}
        return next(iter(TruthTable(self.residue, dims, opened.live, at, 1).values(opened.cases)))
