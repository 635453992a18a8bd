"""What changed between two editions, as a page: rows, then the subscriptions they matter to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subhub.render.page import Line, Page, join, together

if TYPE_CHECKING:
    from subhub.model.difference import ChangedAnswer, ChangedRow, PolicyDifference
    from subhub.words import Words

_MARKS = {"added": "+", "removed": "−", "changed": "≠", "moved": "↕"}


def diff_page(made: PolicyDifference, said: Words) -> Page:
    """The rows of each intent, then whose answer is another."""
    one, two = made.before.name, made.after.name
    if one == two:
        return Page(said.say("df-one", platform=made.title, edition=two), "", [])
    title = said.say("df-title", platform=made.title, count=len(made.rows))
    about = [said.say("df-editions", since=one, until=two)]
    if made.asked:
        about.append(said.say("df-asked", count=made.asked, changed=len(made.answers)))
    page = Page(title, join(together(each) for each in about), [])
    for intent in dict.fromkeys(row.intent for row in made.rows):
        rows = [_row(row, said) for row in made.rows if row.intent == intent]
        page.add(said.say(f"intent-{intent}"), rows)
    page.add(said.say("df-answers"), [_answer(each, said) for each in made.answers], tone="open")
    return page


def _row(row: ChangedRow, said: Words) -> Line:
    notes = (said.say(f"df-{row.change}"), row.part, *row.rules)
    inner = [
        Line(said.say("df-was", key=key, before=_or_dash(row.before.get(key)),
                      after=_or_dash(row.after.get(key))))
        for key in dict.fromkeys((*row.before, *row.after))
        if row.change == "changed"
    ]  # fmt: skip
    return Line(f"`{row.code}`", mark=_MARKS[row.change], notes=notes, inner=inner)


def _answer(answer: ChangedAnswer, said: Words) -> Line:
    inner = [
        Line(said.say("df-was", key=each.key, before=_or_dash(each.before),
                      after=_or_dash(each.after)))
        for each in answer.changes
    ]  # fmt: skip
    return Line(answer.subscription, inner=inner)


def _or_dash(value: object) -> str:
    return "–" if value is None or value == "" else str(value)
