"""One question with what is known folded in: what it leaves open."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from subhub.once import lazy
from subhub.policies.analysis.settling.excluded import excluded_for
from subhub.policies.analysis.settling.graph import FALSE, Atom
from subhub.policies.analysis.settling.program import LoweredOutput
from subhub.policies.analysis.settling.residue import Residue, variables
from subhub.policies.analysis.settling.terms import Cases, Fixed, Linear

#: no single value
SEVERAL = object()


class Opened:
    """The cases that are left of a question, and the atoms and variables that they read."""

    def __init__(self, residue: Residue, question: LoweredOutput, of: Opened | None = None) -> None:
        self.residue, self.question = residue, question
        residue.fold(question.nodes if of is None else of.own)
        self.cases: Cases = tuple(
            (node, residue.term(term))
            for node, term in (question if of is None else of).cases
            if residue.state[node] != FALSE
        )
        terms = {term for _, term in self.cases}
        self.one = self.only(terms) if len(terms) == 1 else SEVERAL

    def given(self, fixed: Mapping[str, Any]) -> Opened:
        """The same with some variables filled in."""
        return Opened(self.residue.given(fixed), self.question, self)

    def unrestricted(self) -> Opened:
        """The same with every way of filling in, contradictory ones too."""
        return Opened(self.residue.unrestricted(), self.question, self)

    @lazy
    def own(self) -> tuple[int, ...]:
        """The open nodes that its cases are made of, parts first."""
        return self.residue.live(node for node, _ in self.cases)

    @lazy
    def against(self) -> tuple[int, ...]:
        """The contradictions that leave out ways of filling in what it hangs on."""
        return excluded_for(self.residue, self.variables) if self.residue.against else ()

    @lazy
    def live(self) -> tuple[int, ...]:
        """Its own open nodes and those of the contradictions, parts first."""
        if not self.against:
            return self.own
        return tuple(sorted({*self.own, *self.residue.live(self.against)}))

    @lazy
    def own_atoms(self) -> list[Atom]:
        """The comparisons that are left of its cases, each once."""
        return self.residue.comparisons(self.own)

    @lazy
    def atoms(self) -> list[Atom]:
        """These and the comparisons of the contradictions."""
        return self.residue.comparisons(self.live)

    def only(self, terms: Iterable[Any]) -> Any:
        """The value of a term that nothing is open in."""
        (term,) = terms
        if isinstance(term, Fixed):
            return term.value
        return term.const if isinstance(term, Linear) and not term.form else SEVERAL

    @lazy
    def variables(self) -> set[str]:
        """The open variables that it can hang on, and those behind them."""
        found = {name for _, term in self.cases for name in self.residue.open_in(term)}
        for atom in self.own_atoms:
            found.update(variables(atom))
        for name in tuple(found):
            inner = self.residue.variable(name).inner
            found.update(() if inner is None else self.residue.open_in(inner))
        return found
