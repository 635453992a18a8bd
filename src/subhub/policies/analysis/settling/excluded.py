"""Ways of filling in that do not count: those in which a document would contradict itself.

A contradiction is a node that must not hold. One whose facts are known never does, or the
document would have been refused; one that is open leaves out some ways of filling in. One
that facts nobody asks about can always keep from holding leaves out nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from subhub.policies.analysis.settling.graph import FALSE, AtMost, Is
from subhub.policies.analysis.settling.residue import OPEN, Residue, variables


def excluded_for(residue: Residue, names: Iterable[str]) -> tuple[int, ...]:
    """The open contradictions that leave out values of some variables, through others too."""
    names = frozenset(names)
    if names not in residue.excluded:
        residue.excluded[names] = _excluded(residue, names)
    return residue.excluded[names]


def _excluded(residue: Residue, names: frozenset[str]) -> tuple[int, ...]:
    open_ = {node: _open_variables(residue, node) for node in residue.against}
    reached, kept = set(names), dict[int, set[str]]()
    while more := {n: own for n, own in open_.items() if n not in kept and own & reached}:
        kept |= more
        reached.update(*more.values())
    while (idle := _idle(residue, kept, names)) is not None:
        del kept[idle]
    kept = _without_extremes(residue, kept, names)
    return tuple(node for node in residue.against if node in kept)


def _open_variables(residue: Residue, node: int) -> set[str]:
    atoms = residue.comparisons(residue.live([node]))
    return {name for atom in atoms for name in variables(atom)}


def _idle(residue: Residue, kept: Mapping[int, set[str]], names: frozenset[str]) -> int | None:
    """A contradiction that a fact of its own can always keep from holding."""
    for node, own in kept.items():
        others = names.union(*(each for other, each in kept.items() if other != node))
        parts = residue.program.graph.parts[node] if node > 0 else ()
        for part in (node, *parts):
            if residue.state[part] == OPEN and any(
                _escapes(residue, part, name) for name in own - others
            ):
                return node
    return None


def _escapes(residue: Residue, node: int, name: str) -> bool:
    """Whether some value of the variable keeps a node from holding, whatever others are."""
    if residue.variable(name).inner is not None:
        return False
    live = residue.live([node])
    atoms = residue.comparisons(live)
    if len(atoms) == 1 and isinstance(atoms[0], Is):  # where it is open, there is another code
        return atoms[0].variable == name
    forms = {atom.form for atom in atoms if isinstance(atom, AtMost)}
    if len(forms) != 1 or len(forms) + sum(isinstance(a, Is) for a in atoms) != 1:
        return False
    (form,) = forms
    if name not in dict(form):
        return False
    limits = [atom.most for atom in atoms if isinstance(atom, AtMost)]
    return any(
        not _holds(residue, live, node, total) and _reaches(residue, dict(form), name, total)
        for total in sorted({limit + step for limit in limits for step in (0, 1)})
    )


def _holds(residue: Residue, live: Iterable[int], node: int, total: int) -> bool:
    """Whether a node over one sum holds where that is ``total``."""
    found: dict[int, bool] = {}
    for each in live:
        if each in residue.open:
            atom, as_it_is = residue.open[each]
            assert isinstance(atom, AtMost)  # noqa: S101 - the caller saw to it
            found[each] = (total <= atom.most) is as_it_is
        else:
            parts = residue.program.graph.parts[each]
            found[each] = all(
                found[abs(part)] is (part > 0) for part in parts if residue.state[part] == OPEN
            )
    return found[abs(node)] is (node > 0)


def _reaches(residue: Residue, form: Mapping[str, int], name: str, total: int) -> bool:
    """Whether a variable can bring a sum to ``total``, whatever the others are."""
    if abs(form[name]) != 1:
        return False
    least = most = 0
    for each, c in form.items():
        if each != name:
            low, high = residue.domain(each)
            least, most = least + min(c * low, c * high), most + max(c * low, c * high)
    low, high = sorted(form[name] * end for end in residue.domain(name))
    return low <= total - most and total - least <= high


def _without_extremes(
    residue: Residue, kept: dict[int, set[str]], names: frozenset[str]
) -> dict[int, set[str]]:
    """Without those that facts nobody asks about keep from holding, all at one of their ends."""
    own = {name for each in kept.values() for name in each} - names
    plain = {n for n in own if residue.variable(n).fact is not None and not residue.codes(n)}
    touched = [node for node, each in kept.items() if each & plain]
    for end in (0, 1):
        fixed = {name: residue.domain(name)[end] * residue.scale(name) for name in plain}
        state = residue.given(fixed).state if touched else {}
        if touched and all(state[node] == FALSE for node in touched):
            return {node: each for node, each in kept.items() if node not in touched}
    return kept
