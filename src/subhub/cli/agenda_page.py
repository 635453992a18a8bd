"""The agenda as pages: a table of all, then what is to be done, and in which order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING

from subhub.cli.language import said_by
from subhub.cli.showing import Picture
from subhub.render.days import Entry, group
from subhub.render.fitting import fit
from subhub.render.page import Line, Page
from subhub.render.phrases import money, outcome
from subhub.render.terminal import WIDEST, columns

if TYPE_CHECKING:
    from subhub.hub import Hub
    from subhub.model.agenda import Agenda
    from subhub.model.cancellation import Cancellation
    from subhub.model.money import Money
    from subhub.words import Words

_COLUMNS = ("name", "platform", "verdict", "ends", "money")
_ABSENT = "–"
#: columns before a table
MARGIN = 2


def agenda_parts(made: Agenda, hub: Hub, last: date) -> Iterator[Page | Picture]:
    """What is shown, part after part; days after ``last`` are only counted."""
    said = said_by()
    platforms = dict.fromkeys(each.platform for each in made.answers)
    said_for = {name: said_by(hub.registry.adapter(name)) for name in platforms}
    yield Page(said.say("ag-title", count=len(made.answers), on=made.on), "", [])
    yield Picture(tuple(f"  {row}" for row in answers_table(made.answers, said)))
    page = Page("", "", [])
    lines = total_lines(made.refundable, made.at_most, said)
    lines += [Line(said.say("ag-total-owed", money=total)) for total in made.owed.values()]
    page.add(said.say("ag-totals"), lines, tone="good")
    page.add(said.say("ag-in-the-way"), _blocked(made, said_for), tone="bad", near=True)
    entries = _entries(made, said_for)
    act = [each for each in entries if each.action]
    then = [each for each in entries if not each.action and not _in_table(each, made)]
    page.add(said.say("ag-act"), _days(act, last, said) or [Line(said.say("ag-none"))], tone="open")
    page.add(said.say("ag-then"), _days(then, last, said))
    page.add(said.say("ag-order"), _order(made, said))
    yield page


def answers_table(answers: Iterable[Cancellation], said: Words) -> Iterator[str]:
    """One row for each answer: what it is about, the verdict, when it ends, money back."""
    rows = [[said.say(f"ag-{name}") for name in _COLUMNS]]
    for answer in answers:
        cells = [
            answer.subscription or _ABSENT,
            answer.platform,
            said.say(f"ag-{'yes' if answer.verdict == 'allowed' else answer.verdict}"),
            _ends(answer, said),
            money(answer, said) if answer.verdict in ("allowed", "unknown") else _ABSENT,
        ]
        rows.append(cells)
    return fit(rows, columns(WIDEST) - MARGIN)


def _ends(answer: Cancellation, said: Words) -> str:
    if answer.ends_on is not None:
        return said.day(answer.ends_on)
    return said.say("value-unknown") if "ends_on" in answer.unknown else _ABSENT


def total_lines(
    refundable: Mapping[str, Money], at_most: Mapping[str, Money], said: Words
) -> list[Line]:
    """The sums that come back, and those that may."""
    lines = [Line(said.say("ag-total", money=total)) for total in refundable.values()]
    lines = lines or [Line(said.say("ag-total-none"))]
    return lines + [Line(said.say("ag-total-most", money=most)) for most in at_most.values()]


def _blocked(made: Agenda, said_for: dict[str, Words]) -> list[Line]:
    """What cannot be done today, and why."""
    return [
        Line(
            said_for[answer.platform].say(
                "ag-line",
                name=answer.subscription or _ABSENT,
                sentence=outcome(answer, said_for[answer.platform]),
            )
        )
        for answer in made.answers
        if answer.verdict == "blocked"
    ]


def _entries(made: Agenda, said_for: dict[str, Words]) -> list[Entry]:
    found = [
        entry
        for platform, own in said_for.items()
        for entry in group(
            [each for each in made.deadlines if each.platform == platform],
            [each for each in made.answers if each.platform == platform],
            own,
        )
    ]
    return sorted(found, key=lambda each: (each.day, not each.action, each.subscription or ""))


def _in_table(entry: Entry, made: Agenda) -> bool:
    """What happens on the day itself stands in the table."""
    return entry.day == made.on


def _days(entries: list[Entry], last: date, said: Words) -> list[Line]:
    lines = [
        Line(
            said.say("ag-line", name=each.subscription or _ABSENT, sentence=each.sentence),
            day=said.day(each.day),
            notes=() if each.certain else (said.say("ag-perhaps"),),
            open=not each.certain,
        )
        for each in entries
        if each.day <= last
    ]
    later = [each.day for each in entries if each.day > last]
    if later:
        lines.append(
            Line(said.say("ag-later", count=len(later), last=later[-1], iso=str(later[-1])))
        )
    return lines


def _order(made: Agenda, said: Words) -> list[Line]:
    """The order where some depend on others, and why."""
    if not made.warnings:
        return []
    linked = {name for each in made.warnings for name in (each.subscription, each.on)}
    order = " → ".join(name for name in made.order if name in linked)
    return [
        Line(order),
        *(
            Line(
                said.say(f"dependence-{each.code}", subscription=each.subscription, on=each.on),
                mark="⚠",
            )
            for each in made.warnings
        ),
    ]
