"""The interview: one question after the other, until nothing can change the answer."""

from __future__ import annotations

import re
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any
from unicodedata import normalize

from subhub.cli.asking import Asked, answer_request
from subhub.cli.failures import tell
from subhub.cli.language import said_by
from subhub.cli.prompts import Menu, fact_page, fact_value
from subhub.cli.showing import put_lines, show
from subhub.errors import SubhubError
from subhub.model.request import BLOCK
from subhub.render.page import Page

if TYPE_CHECKING:
    from subhub.hub import Hub
    from subhub.model.choices import OpenFact
    from subhub.plugin.guarded import Guarded
    from subhub.words import Words

_SKIP = ("", "?")
_BACK, _QUIT = ("back", "戻る"), ("quit", "終了")


@dataclass(frozen=True)
class _Standing:
    """What is known at one question; answering it makes another one."""

    document: dict[str, Any]
    skipped: frozenset[str]


class _Quit(Exception):
    """The rest is not to be asked."""


@dataclass
class Interview:
    """Fills ``document`` with answers, its request too; what is skipped stays unknown.

    ``request`` holds what was given on the command line, and is not asked.
    ``ended`` says that the answers ended before the questions, ``wrong`` that one that came
    from no terminal did not fit.
    """

    hub: Hub
    document: dict[str, Any]
    request: Mapping[str, Any]
    skipped: frozenset[str] = frozenset()
    ended: bool = False
    wrong: bool = False
    _before: list[_Standing] = field(default_factory=list)

    def run(self) -> None:
        """Ask until no answer can change anything, or the answers end."""
        if "platform" in self.document:  # what cannot be asked is told first
            self.hub.question(self.document, **self.request)
        title = self.said.say("ask-title", platform=self._title())
        show("text", "auto", Page(title, self.said.say("ask-help"), []))
        try:
            while asked := self._next():
                self._ask(*asked)
        except EOFError:
            self.ended = True
        except _Quit:
            pass
        else:
            left = self.asked().answer.unknown
            put_lines("", self.said.say("ask-done-open" if left else "ask-done"))
        put_lines()

    def asked(self) -> Asked:
        """The question as it stands, and its answer."""
        return answer_request(self.hub, self.hub.request(self.document, **self.request))

    @property
    def said(self) -> Words:
        """The words of the platform, once there is one."""
        return said_by(self._adapter())

    @property
    def answered(self) -> bool:
        """Whether there is anything to keep."""
        return bool(self._before)

    def _adapter(self) -> Guarded | None:
        platform = self.document.get("platform")
        return self.hub.registry.adapter(platform) if platform else None

    def _title(self) -> str | None:
        adapter = self._adapter()
        return adapter.title if adapter else None

    def _next(self) -> tuple[Menu | OpenFact, int] | None:
        """What to ask now, and how many questions are left at most."""
        if "platform" not in self.document:
            titles = [(each.platform, each.title) for each in self.hub.registry.working()[0]]
            return Menu("platform", titles, default=False), 0
        intent = self.hub.question(self.document, **self.request).intent
        for name, codes in (("mode", intent.modes), ("actor", intent.actors)) if intent else ():
            if len(codes) > 1 and not self._told(name):
                options = [(code, self.said.say(f"{name}-{code}")) for code in codes]
                return Menu(name, options, default=True), 0
        found = self.hub.open_facts(self.document, **self.request)
        facts = [each for each in found if each.fact not in self.skipped]
        return (facts[0], len(facts)) if facts else None

    def _told(self, name: str) -> bool:
        """Whether the way, or who does it, is told already."""
        return bool(self.request.get(name) or (self.document.get(BLOCK) or {}).get(name))

    def _ask(self, about: Menu | OpenFact, left: int) -> None:
        """Ask until the answer fits, or leads back. Raises :class:`EOFError`."""
        put_lines()
        said = self.said
        page = about.page(said) if isinstance(about, Menu) else (
            fact_page(about, self.asked(), left, said)
        )  # fmt: skip
        show("text", "auto", page)
        while True:
            given = normalize("NFKC", _line()).strip()
            if given.lower() in _QUIT:
                raise _Quit
            if given.lower() in _BACK:
                if self._go_back():
                    return
                put_lines(f"  {said.say('ask-first')}")
            elif self._take(about, given):
                return
            else:
                self.wrong = self.wrong or not sys.stdin.isatty()

    def _go_back(self) -> bool:
        if not self._before:
            return False
        before = self._before.pop()
        self.document, self.skipped = before.document, before.skipped
        return True

    def _take(self, about: Menu | OpenFact, given: str) -> bool:
        """Keep the answer where all is sound with it; else say why not."""
        before = _Standing(self.document, self.skipped)
        if isinstance(about, Menu):
            value = about.value(given)
            if value is None:
                put_lines(f"  {self.said.say('ask-none', given=given)}")
                return False
            if about.name == "platform":
                self.document = {about.name: value, **self.document}
            else:
                block = {**(self.document.get(BLOCK) or {}), about.name: value}
                self.document = {**self.document, BLOCK: block}
        elif given in _SKIP:
            self.skipped |= {about.fact}
        else:
            value = fact_value(about, given, self._currency(), self.said)
            tried = {**self.document, about.fact: value}
            if not self._sound(tried):
                return False
            self.document = tried
        self._before.append(before)
        return True

    def _sound(self, document: dict[str, Any]) -> bool:
        """Whether the document can be used; says what is wrong where it cannot."""
        try:
            self.hub.question(document, **self.request)
        except SubhubError as error:
            for each in tell(error):
                put_lines(f"  {each.message}" + (f"; {each.hint}" if each.hint else ""))
            return False
        return True

    def _currency(self) -> str:
        """The currency the document speaks of already; nothing where it names none."""
        question = self.hub.question(self.document, **self.request)
        moneys = question.adapter.moneys(question.subscription)
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
    put_lines("> " + line.rstrip("\n"))  # so that the record of a script can be read
    return line
