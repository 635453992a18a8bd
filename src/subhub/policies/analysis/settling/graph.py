"""Conditions as a graph of and / not, in which whatever says the same is one node.

A node is an integer: 1 is true, ``-n`` is the opposite of ``n``. Parts have smaller numbers
than what is made of them, so going through the nodes in order meets parts first.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from subhub.policies.analysis.settling.terms import Form

TRUE, FALSE = 1, -1


class AtMost(NamedTuple):
    """A sum of variables is at most ``most``."""

    form: Form
    most: int


class Is(NamedTuple):
    """A variable has this code, or is a yes."""

    variable: str
    value: str | bool


Atom = AtMost | Is


class Graph:
    """Nodes are only ever added."""

    def __init__(self) -> None:
        #: the nodes that all have to hold for a node; none for an atom
        self.parts: list[tuple[int, ...]] = [(), ()]
        self.atoms: dict[int, Atom] = {}
        self._made: dict[Atom | tuple[int, ...], int] = {}

    def atom(self, atom: Atom) -> int:
        """The node of a comparison."""
        return self._node(atom, ())

    def _node(self, key: Atom | tuple[int, ...], parts: tuple[int, ...]) -> int:
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = len(self.parts)
            self.parts.append(parts)
            if isinstance(key, Atom):
                self.atoms[found] = key
        return found

    def all(self, nodes: Iterable[int]) -> int:
        """All of them hold."""
        parts = {node for node in nodes if node != TRUE}
        if any(node == FALSE or -node in parts for node in parts):
            return FALSE
        if len(parts) < 2:
            return parts.pop() if parts else TRUE
        ordered = tuple(sorted(parts, key=abs))
        return self._node(ordered, ordered)

    def any(self, nodes: Iterable[int]) -> int:
        """At least one of them holds."""
        return -self.all([-node for node in nodes])

    def reach(self, nodes: Iterable[int]) -> tuple[int, ...]:
        """Every node that takes part, parts first."""
        seen: set[int] = set()
        stack = [abs(node) for node in nodes]
        while stack:
            node = stack.pop()
            if node not in seen and node != TRUE:
                seen.add(node)
                stack += map(abs, self.parts[node])
        return tuple(sorted(seen))
