"""Stages: in which order the columns of a plan are made.

What several columns need becomes a column of its own, in an earlier stage: written out at
each place it would be worked out again and again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from subhub.policies.engines.columns.nodes import Node
from subhub.policies.engines.columns.outputs import OUTPUTS
from subhub.policies.engines.columns.plan import Plan

_INLINE = frozenset({"column", "literal", "null"})
#: a column of its own always: one in the other they would grow without end, and some frames
#: make them from whole columns only
LOOKED_UP = frozenset({"business_days", "days_between", "plus_days", "plus_months", "last_day"})
#: written out wherever they are needed: cheaper than a column
_CHEAP = frozenset({"known", "not"})


@dataclass
class Stages:
    """Columns to make, stage after stage; a stage uses only those before it."""

    levels: list[dict[str, Node]]
    made: dict[Node, str]


def stage(made: Plan, wanted: Iterable[str], prefix: str = "") -> Stages:
    """What the ``wanted`` outputs share becomes a column of its own, in an earlier stage."""
    outputs = [made.outputs[name] for name in wanted]
    order, uses = _uses(outputs)
    shared: dict[Node, str] = {}
    taken: set[str] = set()
    depth: dict[Node, int] = {}
    levels: list[dict[str, Node]] = []
    for node in order:
        depth[node] = max((depth[a] + (a in shared) for a in node.args), default=0)
        if not _is_shared(node, uses):
            continue
        stem = prefix + (made.names.get(node) or describe(node, shared))[:56].rstrip("_")
        name, count = stem, 1
        while name in taken or name in OUTPUTS:
            count += 1
            name = f"{stem}_{count}"
        taken.add(name)
        shared[node] = name
        while len(levels) <= depth[node]:
            levels.append({})
        levels[depth[node]][name] = node
    return Stages(levels, shared)


def _is_shared(node: Node, uses: Mapping[Node, int]) -> bool:
    if node.op in _INLINE:
        return False
    if node.op in LOOKED_UP:
        return True
    return node.op not in _CHEAP and uses[node] > 1


def _uses(outputs: Iterable[Node]) -> tuple[list[Node], dict[Node, int]]:
    """Every node after those it needs, and by how many it is needed."""
    order: dict[Node, None] = {}
    uses: dict[Node, int] = {}

    def visit(node: Node) -> None:
        uses[node] = uses.get(node, 0) + 1
        if uses[node] == 1 or node.op in _CHEAP:
            for arg in node.args:
                visit(arg)
                if node.op in LOOKED_UP:  # from columns that stand by themselves
                    uses[arg] += 1
        order.setdefault(node)

    for node in outputs:
        visit(node)
    return list(order), uses


#: how a name says that null is taken for no, or for yes
_SETTLED = {"is_true": "sure", "is_not_false": "possible"}
_JOINT = {
    "==": "is", "<": "below", "<=": "at_most", "+": "plus", "-": "minus", "*": "times",
    "div": "divided_by", "and": "and", "or": "or",
}  # fmt: skip


def describe(node: Node, shared: Mapping[Node, str]) -> str:
    """A name for a column that nobody named: what it is made of, in a few words."""
    if node in shared:
        return shared[node]
    if node.op in _INLINE:
        return re.sub(r"\W+", "_", repr(node)).strip("_").lower() or "nothing"
    words = [describe(arg, shared) for arg in node.args[:3]]
    if node.op in _JOINT:
        return f"_{_JOINT[node.op]}_".join(words)
    if node.op in ("plus_days", "plus_months"):
        return f"{words[0]}_moved_by_{words[1]}"
    if node.op == "business_days":
        return f"{words[0]}_plus_{node.value.name}"
    if node.op == "days":
        return f"{words[0]}_plus_{node.value}_{node.op}".replace("plus_-", "minus_")
    return "_".join((_SETTLED.get(node.op, node.op), *words)) if node.op != "case" else "value"
