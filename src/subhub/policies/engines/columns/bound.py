"""What is asked of a frame, and what its columns are bound to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from subhub.model.calendar import FIRST_DAY, LAST_DAY
from subhub.model.column import Column
from subhub.model.subscription import Implied
from subhub.policies.engines.columns.nodes import Node, Nodes
from subhub.policies.language.contradictions import Contradiction
from subhub.policies.language.expressions import Fact, Kind

#: the column that says in which currency all amounts of a row are
CURRENCY = Fact("currency", Kind.CODE)


@dataclass(frozen=True)
class AskedOfRows:
    """What is asked of every row: a value, or the column that holds it."""

    on: date | Column
    mode: str | Column | None = None
    actor: str | Column | None = None
    intent: str = "cancel"
    #: the days whose holidays are known
    calendar: tuple[date, date] = (FIRST_DAY, LAST_DAY)
    #: for a reader rather than for speed: say first what is wrong with a row
    explained: bool = False
    #: look in each row for what cannot be; without, the frame is taken to hold no such row
    checked: bool = True


@dataclass(frozen=True)
class BoundColumns:
    """The facts that the columns of a table are bound to, and what they imply.

    ``columns`` names the column of a fact where it is not the fact's own name; ``implied``
    says what follows for a fact that is not told from another that is. ``texts`` maps facts
    that were read from text, or from wider amounts, to the column they were read from, and
    ``flaws`` facts to a column that is true where a row is wrong, and the code of that.
    ``lapsing`` are the days that say nothing any more once they have passed, and
    ``contradictions`` what the facts of a row cannot say at once.
    """

    facts: Mapping[str, Fact]
    columns: Mapping[str, str] = field(default_factory=dict)
    implied: Mapping[str, Implied] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    flaws: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    lapsing: frozenset[str] = frozenset()
    contradictions: tuple[Contradiction, ...] = ()

    def node(self, n: Nodes, name: str) -> Node:
        """The column of a fact."""
        return n.column(self.columns.get(name, name))
