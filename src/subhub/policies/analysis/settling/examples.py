"""Examples: two ways of filling in that differ in one fact, and give an output two values.

An example proves that a fact matters, whatever else could not be proved. They are looked for
near the numbers that comparisons name, always the same ones.
"""

from __future__ import annotations

from random import Random
from typing import Any

from subhub.policies.analysis.settling.graph import AtMost
from subhub.policies.analysis.settling.opened import SEVERAL, Opened
from subhub.policies.analysis.settling.residue import Residue
from subhub.policies.language.expressions import Kind

#: more facts than this are not looked at one by one
MOST_FACTS = 40


def shown_to_matter(opened: Opened, facts: frozenset[str], tries: int) -> set[str]:
    """Those of the missing facts for which an example was found among so many ways."""
    found: set[str] = set()
    everything = opened.residue.missing(opened.variables)
    if len(everything) > MOST_FACTS:
        return found
    choices = _choices(opened, everything)
    random = Random(5)  # noqa: S311 - always the same one, on purpose
    for _ in range(tries):
        filled = {name: random.choice(values) for name, values in choices.items()}
        _tie(opened.residue, filled, random)
        here = _one(opened.given(filled))
        for name in sorted(facts - found):
            there = _one(opened.given({**filled, name: random.choice(choices[name])}))
            if SEVERAL not in (here, there) and here != there:
                found.add(name)
        if found == facts:
            break
    return found


def _one(filled: Opened) -> Any:
    """The one value there is; none where the document would contradict itself."""
    return SEVERAL if filled.residue.contradicted else filled.one


def _choices(opened: Opened, facts: frozenset[str]) -> dict[str, list[Any]]:
    """Values of each missing fact: on either side of what it, or a sum with it, is compared to."""
    residue = opened.residue
    limits: dict[str, set[int]] = {name: {0} for name in facts}
    for atom in opened.atoms:
        if isinstance(atom, AtMost):
            days = sum(c for n, c in atom.form if residue.variable(n).kind is Kind.DAY)
            limit = atom.most - days * residue.on
            for name in facts & residue.missing(n for n, _ in atom.form):
                limits[name].update((limit, -limit))
    return {name: _values(residue, name, limits[name]) for name in sorted(facts)}


def _values(residue: Residue, name: str, limits: set[int]) -> list[Any]:
    codes = residue.codes(name)
    if codes:
        return list(codes)
    low, high = residue.domain(name)
    start = residue.on if residue.variable(name).kind is Kind.DAY else 0
    near = {start + limit + step for limit in limits for step in (-15, -2, -1, 0, 1, 2, 15)}
    within = {min(max(each, low), high) for each in near}
    return [each * residue.scale(name) for each in sorted(within)]


def _tie(residue: Residue, filled: dict[str, Any], random: Random) -> None:
    """Bring some numbers close to others of their kind: much hangs on which is larger."""
    for name in filled:
        kind, step = residue.variable(name).kind, residue.scale(name)
        others = [each for each in filled if residue.variable(each).kind is kind]
        if kind not in (Kind.BOOL, Kind.CODE, Kind.DURATION) and random.random() < 0.5:
            low, high = residue.domain(name)
            close = filled[random.choice(others)] + step * random.choice((-1, 0, 1))
            if low * step <= close <= high * step:
                filled[name] = close
