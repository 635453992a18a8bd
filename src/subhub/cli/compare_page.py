"""Ways side by side as pages: a table, then what each way gains and forgoes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from string import ascii_uppercase
from typing import TYPE_CHECKING

from subhub.cli.showing import Picture
from subhub.cli.values import about
from subhub.render.fitting import fit
from subhub.render.page import Line, Page
from subhub.render.phrases import money
from subhub.render.terminal import WIDEST, columns
from subhub.words.say import say

if TYPE_CHECKING:
    from subhub.cli.asking import Asked
    from subhub.model.cancellation import Cancellation
    from subhub.model.choices import Comparison, Difference, Way
    from subhub.words import Words

_DAYS = ("ends_on", "access_until", "billing_stops_on")
_ABSENT = "–"


def compare_parts(made: Comparison, asked: Asked, said: Words) -> Iterator[Page | Picture]:
    """What is shown, part after part."""
    names = {way.name: _name(way, said) for way in made.ways}
    letters = dict(zip(names, ascii_uppercase, strict=False))
    title = said.say("cmp-title", count=len(made.ways), on=made.on)
    page = Page(title, about(asked, said, said.say(f"actor-{made.actor}")), [])
    lines = [Line(names[way.name], mark=letters[way.name]) for way in made.ways]
    page.add(said.say("cmp-way"), lines)
    yield page
    yield Picture(
        tuple(f"  {row}" for row in _table(made.ways, letters, said, columns(WIDEST) - 2))
    )
    answers = {way.name: way.answer for way in made.ways}
    for way in made.ways:
        ours = Page(f"{letters[way.name]}  {names[way.name]}", "", [])
        sentence = say(way.answer, said).sentence
        ours.add(said.say("cmp-outcome"), [Line(sentence)])
        gains = [
            _difference("gain", each, letters, answers[each.against], said) for each in way.gains
        ]
        ours.add(said.say("cmp-gains"), gains, tone="good", near=True)
        forgoes = [_difference("forgo", each, letters, way.answer, said) for each in way.forgoes]
        ours.add(said.say("cmp-forgoes"), forgoes, tone="bad", near=True)
        yield ours


def _name(way: Way, said: Words) -> str:
    intent = said.say(f"intent-{way.intent}")
    return f"{intent} · {said.say(f'mode-{way.mode}')}" if way.mode else intent


def _table(ways: Sequence[Way], letters: dict[str, str], said: Words, room: int) -> Iterator[str]:
    """A column for each way, a row for each thing there is to know of it."""
    labels = [said.say(f"cmp-{key}") for key in ("verdict", *_DAYS, "money", "losses", "undo")]
    rows = [["", *(letters[way.name] for way in ways)]]
    cells = [list(_cells(way.answer, said)) for way in ways]
    rows += [[label, *row] for label, row in zip(labels, zip(*cells, strict=True), strict=True)]
    return fit(rows, room, down=True)


def _cells(answer: Cancellation, said: Words) -> Iterator[str]:
    yield said.say(f"ag-{'yes' if answer.verdict == 'allowed' else answer.verdict}")
    possible = answer.verdict in ("allowed", "unknown")
    for key in _DAYS:
        day = getattr(answer, key)
        yield (
            said.day(day)
            if day
            else said.say("value-unknown")
            if key in answer.unknown
            else _ABSENT
        )
    yield money(answer, said) if possible else _ABSENT
    lost = [each for each in answer.consequences if each.severity == "loss"]
    yield said.say("cmp-count", count=len(lost)) if possible else _ABSENT
    undo = answer.reversible
    if undo.until is not None:
        yield said.say("cmp-until", day=undo.until - timedelta(days=1))
    elif undo.possible is None:
        yield said.say("value-unknown") if "reversible.possible" in answer.unknown else _ABSENT
    else:
        yield said.say("value-yes" if undo.possible else "value-no")


def _difference(
    kind: str, difference: Difference, letters: dict[str, str], loser: Cancellation, said: Words
) -> Line:
    """One line; for losses those that ``loser`` has and the other way does not, one by one."""
    args = {"money": difference.money, "days": difference.days}
    told = {each.code: each.sentence for each in say(loser, said).consequences}
    inner = [Line(told.get(code, f"`{code}`"), mark="·") for code in difference.losses]
    notes = (said.say("cmp-against", name=letters[difference.against]), " ".join(difference.rules))
    sentence = said.fill(f"{kind}-{difference.code}", args)
    return Line(sentence, notes=tuple(filter(None, notes)), inner=inner)
