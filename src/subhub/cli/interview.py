"""The interview: one question after the other, until nothing can change the answer."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

import click

from subhub.cli import outlook
from subhub.cli.asking import Asked, answered
from subhub.cli.failures import told
from subhub.cli.standing import certain, possible, range_of_money
from subhub.errors import SubhubError
from subhub.hub.standing import standing
from subhub.render.page import Line, Page

if TYPE_CHECKING:
    from subhub.hub import Hub
    from subhub.model.choices import OpenFact
    from subhub.words import Words

_YES, _NO = ("y", "yes", "true", "はい"), ("n", "no", "false", "いいえ")
_SKIP = ("", "?")


@dataclass
class Interview:
    """Fills ``document`` with answers; what is skipped stays unknown."""

    hub: Hub
    document: dict[str, Any]
    request: Mapping[str, Any]
    skipped: set[str] = field(default_factory=set)

    def run(self) -> None:
        """Ask until no answer can change anything, or the answers end."""
        self.hub.question(self.document, **self.request)  # what cannot be asked is told first
        title = self.said.say("ask-title", platform=self._adapter.title)
        outlook.show("text", "auto", Page(title, self.said.say("ask-help"), []))
        while (facts := self._open()) and self._ask(facts[0], len(facts)):
            pass
        left = self.asked().answer.unknown
        click.echo("\n" + self.said.say("ask-done-open" if left else "ask-done") + "\n")

    def asked(self) -> Asked:
        """The question as it stands, and its answer."""
        return answered(self.hub, self.hub.request(self.document, **self.request))

    @cached_property
    def said(self) -> Words:
        """The words of the platform."""
        return outlook.said_by(self._adapter)

    @cached_property
    def _adapter(self) -> Any:
        return self.hub.registry.adapter(self.document["platform"])

    def _open(self) -> list[OpenFact]:
        found = self.hub.open_facts(self.document, **self.request)
        return [each for each in found if each.fact not in self.skipped]

    def _ask(self, fact: OpenFact, left: int) -> bool:
        """Ask for one fact until the answer fits; false where the answers have ended."""
        click.echo()
        outlook.show("text", "auto", self._page(fact, left))
        while True:
            try:
                given = normalize("NFKC", _line()).strip()
            except EOFError:
                return False
            if given in _SKIP:
                self.skipped.add(fact.fact)
                return True
            if self._take(fact, given):
                return True

    def _page(self, fact: OpenFact, left: int) -> Page:
        """The question, where to look, and how the answer stands so far."""
        said, asked = self.said, self.asked()
        stands = standing(asked.question, asked.answer)
        where = f"fact-{fact.fact}-where"
        label = said.say(f"fact-{fact.fact}")
        page = Page(
            said.say("ask-question", label=label[:1].upper() + label[1:]),
            said.say(where) if said.has(where) else "",
            [],
        )
        page.add(said.say("ask-certain"), certain(asked, said), tone="good")
        page.add(said.say("ask-possible"), possible(stands, said), tone="open", near=True)
        page.add(said.say("tl-money"), range_of_money(stands, said), near=True)
        page.add(said.say("ask-how"), self._choices(fact, left))
        return page

    def _choices(self, fact: OpenFact, left: int) -> list[Line]:
        """What can be answered: codes by number, else how to write it."""
        said = self.said
        lines = [
            Line(said.say(f"{fact.fact}-{code}"), mark=str(number), notes=(f"`{code}`",))
            for number, code in enumerate(fact.options, 1)
        ]
        note = (said.say("ask-left", count=left),)
        return [*lines, Line(said.say(f"ask-{fact.kind}"), notes=note)]

    def _take(self, fact: OpenFact, given: str) -> bool:
        """Keep the answer where the document with it is sound; else say why not."""
        tried = {**self.document, fact.fact: self._value(fact, given)}
        try:
            self.hub.question(tried, **self.request)
        except SubhubError as error:
            for each in told(error):
                click.echo(f"  {each.message}" + (f"; {each.hint}" if each.hint else ""))
            return False
        self.document = tried
        return True

    def _value(self, fact: OpenFact, given: str) -> Any:
        """What was typed as a value of the document; what cannot be read stays as it is."""
        typed = given.lower()
        if fact.kind == "code":
            labels = [self.said.say(f"{fact.fact}-{code}").lower() for code in fact.options]
            if typed.isdecimal() and 0 < int(typed) <= len(fact.options):
                return fact.options[int(typed) - 1]
            return fact.options[labels.index(typed)] if typed in labels else given
        if fact.kind == "bool":
            return True if typed in _YES else False if typed in _NO else given
        if fact.kind == "count":
            return int(given) if re.fullmatch(r"[+-]?\d{1,9}", given) else given
        if fact.kind == "money" and re.fullmatch(r"\d+(\.\d+)?", given):
            return f"{given} {self._currency()}".strip()
        return given

    def _currency(self) -> str:
        """The currency the document speaks of already; nothing where it names none."""
        moneys = self.hub.subscription(self.document).moneys()
        return next((money.currency for money in moneys.values()), "")


def written(document: Mapping[str, Any]) -> str:
    """The document as YAML, days without quotes."""
    import yaml

    return yaml.safe_dump(_days(document), sort_keys=False, allow_unicode=True, width=1000)


def _days(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _days(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_days(each) for each in value]
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        return date.fromisoformat(value)
    return value


def _line() -> str:
    """A line from standard input. Raises :class:`EOFError` at its end."""
    if sys.stdin.isatty():
        return input("> ")
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    click.echo("> " + line.rstrip("\n"))  # so that the record of a script can be read
    return line
