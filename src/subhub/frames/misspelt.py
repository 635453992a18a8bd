"""Columns that are no facts and nearly have the name of one: a slip would go unnoticed."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from subhub.errors import did_you_mean

#: names that are looked at; a file with more keys has no columns but data in their place
_MOST = 1_000


class Misspelt:
    """Looks at names as they come up, each once."""

    def __init__(self, facts: Collection[str], there: Collection[str]) -> None:
        self._facts = [name for name in facts if name not in there]
        self._seen = set(facts)
        self.found: dict[str, str] = {}

    def look(self, names: Iterable[str]) -> None:
        """Keep those of ``names`` that are near a fact which has no column.

        >>> seen = Misspelt(["balance", "status"], ["status"])
        >>> seen.look(["balnce", "statsu", "note"])
        >>> seen.found
        {'balnce': 'balance'}
        """
        for name in names:
            if name in self._seen or len(self._seen) > _MOST:
                continue
            self._seen.add(name)
            near = did_you_mean(name, self._facts, cutoff=0.8)
            if near:
                self.found[name] = near.values["near"]
