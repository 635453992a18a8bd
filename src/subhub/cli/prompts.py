"""The questions of an interview: how each is shown, and what a typed answer means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from subhub.cli.standing import certain, possible, range_of_money
from subhub.hub.standing import standing
from subhub.inert import whole_number
from subhub.render.page import Line, Page

if TYPE_CHECKING:
    from subhub.cli.asking import Asked
    from subhub.model.choices import OpenFact
    from subhub.words import Words

_YES, _NO = ("y", "yes", "true", "はい"), ("n", "no", "false", "いいえ")


@dataclass(frozen=True)
class Menu:
    """A question with few answers that is no fact: the platform, the way, or who does it.

    ``options`` are codes with what they are called; Enter takes the first where ``default``.
    """

    name: str
    options: Sequence[tuple[str, str]]
    default: bool

    def page(self, said: Words) -> Page:
        """The question and its answers by number."""
        page = Page(said.say(f"ask-{self.name}"), "", [])
        lines = [
            Line(label, mark=str(number), notes=(f"`{code}`",))
            for number, (code, label) in enumerate(self.options, 1)
        ]
        note = (said.say("ask-enter", first=self.options[0][1]),) if self.default else ()
        page.add(said.say("ask-how"), [*lines, Line(said.say("ask-code"), notes=note)])
        return page

    def value(self, given: str) -> str | None:
        """The code that was meant; ``None`` where it is none of them."""
        if given in ("", "?") and self.default:
            return self.options[0][0]
        return pick(given, self.options)


def pick(given: str, options: Sequence[tuple[str, str]]) -> str | None:
    """The code whose number, name or label was typed."""
    typed = given.lower()
    if 0 < (whole_number(typed) or 0) <= len(options):
        return options[int(typed) - 1][0]
    return next((code for code, label in options if typed in (code, label.lower())), None)


def label_options(fact: OpenFact, said: Words) -> list[tuple[str, str]]:
    """The codes a fact may have, with what they are called."""
    return [(code, said.say(f"{fact.fact}-{code}")) for code in fact.options]


def fact_page(fact: OpenFact, asked: Asked, left: int, said: Words) -> Page:
    """The question about a fact, where to look, and how the answer stands so far."""
    where = f"fact-{fact.fact}-where"
    label = said.say(f"fact-{fact.fact}")
    page = Page(
        said.say("ask-question", label=label[:1].upper() + label[1:]),
        said.say(where) if said.has(where) else "",
        [],
    )
    page.add(said.say("ask-certain"), certain(asked, said), tone="good")
    stands = standing(asked.question, asked.answer)
    page.add(said.say("ask-possible"), possible(stands, said), tone="open", near=True)
    page.add(said.say("tl-money"), range_of_money(stands, said), near=True)
    lines = [
        Line(label, mark=str(number), notes=(f"`{code}`",))
        for number, (code, label) in enumerate(label_options(fact, said), 1)
    ]
    note = (said.say("ask-left", count=left),)
    page.add(said.say("ask-how"), [*lines, Line(said.say(f"ask-{fact.kind}"), notes=note)])
    return page


def fact_value(fact: OpenFact, given: str, currency: str, said: Words) -> Any:
    """What was typed as a value of the document; what cannot be read stays as it is."""
    typed = given.lower()
    if fact.kind == "code":
        return pick(given, label_options(fact, said)) or given
    if fact.kind == "bool":
        return True if typed in _YES else False if typed in _NO else given
    if fact.kind == "count":
        return int(given) if re.fullmatch(r"[+-]?[0-9]{1,9}", given) else given
    if fact.kind == "money" and re.fullmatch(r"[0-9]+(\.[0-9]+)?", given):
        return f"{given} {currency}".strip()
    return given
