"""Sources: where a rule stands, so that every row of a policy can be looked up.

>>> from datetime import date
>>> page = Source("Cancelling", "Example Help", "https://help.example/cancel",
...               date(2026, 11, 21), {"EX-1": "Who may cancel"})
>>> page["EX-1"].section
'Who may cancel'
>>> page["EX-9"]
Traceback (most recent call last):
...
subhub.errors.PolicyError: no rule `EX-9` on `Cancelling`; it has EX-1
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from subhub.errors import PolicyError


class Translation(NamedTuple):
    """The same page for readers of another language: its title, publisher and address there."""

    lang: str
    title: str
    publisher: str
    url: str | None


class Citation(NamedTuple):
    """One rule of a page: its id, the page, its section and the day it was last read.

    ``url`` is ``None`` where the page's address is not known.
    """

    id: str
    title: str
    publisher: str
    url: str | None
    section: str
    checked_on: date
    translations: tuple[Translation, ...] = ()


class Source:
    """A page of a platform; ``sections`` says under which heading each rule stands.

    ``translations`` say how readers of other languages find it.
    """

    def __init__(
        self,
        title: str,
        publisher: str,
        url: str | None,
        checked_on: date,
        sections: Mapping[str, str],
        *translations: Translation,
    ) -> None:
        self.title, self.publisher, self.url = title, publisher, url
        self.checked_on, self.sections = checked_on, sections
        self.translations = translations

    def __getitem__(self, rule: str) -> Citation:
        """The citation of one rule; :class:`PolicyError` if the page has no such rule."""
        if rule not in self.sections:
            raise PolicyError("no_rule_there", rule=rule, title=self.title, known=self.sections)
        return Citation(
            rule, self.title, self.publisher, self.url, self.sections[rule], self.checked_on,
            self.translations,
        )  # fmt: skip


class Library:
    """All sources of one platform: ``library["IM-1"]`` finds the rule on whichever page."""

    def __init__(self, *sources: Source) -> None:
        self.sources = sources

    def __getitem__(self, rule: str) -> Citation:
        for source in self.sources:
            if rule in source.sections:
                return source[rule]
        raise PolicyError("no_such_rule", rule=rule)

    def ids(self) -> tuple[str, ...]:
        """Every rule of every page."""
        return tuple(rule for source in self.sources for rule in source.sections)

    def __call__(self, *rules: str) -> tuple[Citation, ...]:
        """The citations of several rules."""
        return tuple(self[rule] for rule in rules)
