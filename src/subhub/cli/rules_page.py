"""A policy as a page: the rows of every intent in the order in which they win."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from subhub.cli.speech import speech
from subhub.policies.language.expressions import ALWAYS, Const, Expr
from subhub.policies.language.kinds import Kind
from subhub.policies.language.policy import BlockerRow, ConsequenceRow, Ruling, StepRow
from subhub.render.page import Line, Page, joined, together

if TYPE_CHECKING:
    from subhub.plugin import Adapter
    from subhub.policies.language.policy import Intent, Policy
    from subhub.policies.language.sources import Citation
    from subhub.policies.language.tables import Row, Table
    from subhub.words import Words


def rules_page(policy: Policy, adapter: Adapter, only: str | None = None) -> Page:
    """The whole policy, or one intent of it."""
    said = speech(adapter)
    edition = policy.edition
    about = [
        said.say("ui-edition-checked", edition=edition.name, day=edition.checked),
        said.say("ui-in-force", day=edition.in_force),
        said.say("ui-published", day=edition.published) if edition.published else "",
        policy.digest[:12],
    ]
    page = Page(adapter.title, joined(together(part) for part in about if part), [])
    for intent in policy.intents:
        if only in (None, intent.name):
            _intent(page, intent, said)
    if only is None:
        _end(page, policy, said)
    return page


def _intent(page: Page, intent: Intent, said: Words) -> None:
    choices = [f"mode-{code}" for code in intent.modes]
    choices += [f"actor-{code}" for code in intent.actors]
    named = Line(f"`{intent.name}`", notes=tuple(said.say(each) for each in choices))
    page.add(said.say(f"intent-{intent.name}"), [named])
    reasons = (*intent.not_covered, *intent.nothing_to_do)
    page.add(said.say("ui-reason"), [_ruling(row, "reason", said) for row in reasons], near=True)
    blockers = [_blocker(row, said) for row in intent.blockers]
    page.add(said.say("ui-blockers"), blockers, near=True, tone="bad")
    page.add(said.say("ui-outcomes"), _table(intent.decides, "outcome", said), near=True)
    page.add(said.say("ui-undo"), _table(intent.reversible, "undo", said), near=True)
    for title, kind, rows in (
        ("ui-follows", "consequence", intent.consequences),
        ("ui-prepare", "step", intent.prepare),
        ("ui-steps", "step", intent.steps),
    ):
        page.add(said.say(title), [_ruling(row, kind, said) for row in rows], near=True)


def _end(page: Page, policy: Policy, said: Words) -> None:
    ids = dict.fromkeys(each.id for intent in policy.intents for each in intent.row_readings)
    page.add(
        said.say("ui-assumptions"),
        [Line(said.say(f"reading-{each}"), notes=(each,)) for each in ids],
    )
    pages: dict[str, list[Citation]] = {}
    for cited in policy.sources:
        pages.setdefault(cited.url, []).append(cited)
    page.add(said.say("ui-sources"), [_source(url, cited, said) for url, cited in pages.items()])


def _source(url: str, cited: list[Citation], said: Words) -> Line:
    rules = [Line(said.say(f"rule-{each.id}"), notes=(each.id, each.section)) for each in cited]
    return Line(f"{cited[0].publisher}: {cited[0].title}", link=url, inner=rules)


def _table(table: Table, kind: str, said: Words) -> list[Line]:
    """First row that fits; below each its condition and what it gives."""
    lines = []
    for number, row in enumerate(table.rows, 1):
        gives = [together(f"{name} = {value!r}") for name, value in row.outputs.items()
                 if _says(value)]  # fmt: skip
        inner = _condition(row.when, said, last=number == len(table.rows))
        inner += [Line(joined(gives), mark="→")] if gives else []
        notes = (f"`{row.code}`", _ids(row.cites))
        lines.append(Line(_title(row, kind, said), mark=str(number), notes=notes, inner=inner))
    return lines


def _title(row: Row, kind: str, said: Words) -> str:
    if kind == "outcome":
        return said.say(f"outcome-{row.code}")
    how = row.outputs["how"]
    if isinstance(how, Const) and how.value:
        return said.say(f"undo-{how.value}")
    possible = row.outputs["possible"]
    return said.say("undo-never") if isinstance(possible, Const) and possible.value is False else ""


def _blocker(row: BlockerRow, said: Words) -> Line:
    line = _ruling(row, "blocker", said)
    for remedy in row.remedies:
        notes = (f"`{remedy.code}`", _ids(remedy.cites)) if remedy.cites else (f"`{remedy.code}`",)
        line.inner.append(Line(said.say(f"remedy-{remedy.code}"), mark="→", notes=notes))
    return line


def _ruling(row: Ruling, kind: str, said: Words) -> Line:
    notes = [f"`{row.code}`", _ids(row.cites)]
    inner = _condition(row.when, said)
    if isinstance(row, StepRow) and said.has(f"where-{row.where}"):
        notes.insert(1, said.say(f"where-{row.where}"))
    if isinstance(row, ConsequenceRow) and _says(row.on):
        inner.append(Line(f"on = {row.on!r}", mark="→"))
    return Line(said.say(f"{kind}-{row.code}"), notes=tuple(notes), inner=inner)


def _condition(when: Expr, said: Words, *, last: bool = False) -> list[Line]:
    if when is ALWAYS:
        return [Line(said.say("ui-otherwise"), mark="·")] if last else []
    return [Line(f"{when!r}", mark="·")]


def _says(value: Expr) -> bool:
    return value.kind is not Kind.NOTHING


def _ids(cites: Iterable[Citation]) -> str:
    return " ".join(each.id for each in cites)
