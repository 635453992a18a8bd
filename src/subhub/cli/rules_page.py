"""A policy as a page: the rows of every intent in the order in which they win."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from subhub.model.catalogue import ALWAYS, NOTHING, CatalogueRow, CatalogueStep, FollowingRow
from subhub.render.page import Line, Page, join, together

if TYPE_CHECKING:
    from subhub.model.catalogue import (
        BlockingRow,
        Catalogue,
        CatalogueIntent,
        CatalogueRule,
        DecidingRow,
    )
    from subhub.words import Words


def rules_page(made: Catalogue, said: Words, *, whole: bool) -> Page:
    """The intents of the catalogue; where it is ``whole``, its readings and sources too."""
    edition = made.edition
    about = [
        said.say("ui-edition-checked", edition=edition.name, day=edition.checked),
        said.say("ui-in-force", day=edition.in_force) if edition.in_force else "",
        said.say("ui-published", day=edition.published) if edition.published else "",
        made.digest[:12],
    ]
    page = Page(made.title, join(together(part) for part in about if part), [])
    for intent in made.intents:
        _intent(page, intent, said)
    if whole:
        _end(page, made, said)
    return page


def _intent(page: Page, intent: CatalogueIntent, said: Words) -> None:
    choices = [f"mode-{code}" for code in intent.modes]
    choices += [f"actor-{code}" for code in intent.actors]
    named = Line(f"`{intent.intent}`", notes=tuple(said.say(each) for each in choices))
    page.add(said.say(f"intent-{intent.intent}"), [named])
    reasons = (*intent.not_covered, *intent.nothing_to_do)
    page.add(said.say("ui-reason"), [_row(row, "reason", said) for row in reasons], near=True)
    blockers = [_blocker(row, said) for row in intent.blockers]
    page.add(said.say("ui-blockers"), blockers, near=True, tone="bad")
    page.add(said.say("ui-outcomes"), _table(intent.outcomes, "outcome", said), near=True)
    page.add(said.say("ui-undo"), _table(intent.reversible, "undo", said), near=True)
    for title, kind, rows in (
        ("ui-follows", "consequence", intent.consequences),
        ("ui-prepare", "step", intent.prepare),
        ("ui-steps", "step", intent.steps),
    ):
        page.add(said.say(title), [_row(row, kind, said) for row in rows], near=True)


def _end(page: Page, made: Catalogue, said: Words) -> None:
    page.add(
        said.say("ui-assumptions"),
        [Line(sentence, notes=(each,)) for each, sentence in made.readings.items()],
    )
    pages: dict[tuple[str, str | None], list[CatalogueRule]] = {}
    for rule in made.rules:
        pages.setdefault((rule.title, rule.url), []).append(rule)
    page.add(said.say("ui-sources"), [_source(rules, said) for rules in pages.values()])


def _source(rules: list[CatalogueRule], said: Words) -> Line:
    inner = [Line(rule.sentence, notes=(rule.id, rule.section)) for rule in rules]
    page = said.page(rules[0])
    notes = () if page.url else (said.say("ui-no-address"),)
    return Line(f"{page.publisher}: {page.title}", notes=notes, link=page.url or "", inner=inner)


def _table(rows: Sequence[DecidingRow], kind: str, said: Words) -> list[Line]:
    """First row that fits; below each its condition and what it gives."""
    lines = []
    for number, row in enumerate(rows, 1):
        gives = [together(f"{name} = {value}") for name, value in row.outputs.items()
                 if value != NOTHING]  # fmt: skip
        inner = _condition(row, said, last=number == len(rows))
        inner += [Line(join(gives), mark="→")] if gives else []
        notes = (f"`{row.code}`", " ".join(row.rules))
        lines.append(Line(_title(row, kind, said), mark=str(number), notes=notes, inner=inner))
    return lines


def _title(row: DecidingRow, kind: str, said: Words) -> str:
    if kind == "outcome":
        return said.say(f"outcome-{row.code}")
    how = f"undo-{row.outputs['how']}"
    if said.has(how):
        return said.say(how)
    return said.say("undo-never") if row.outputs["possible"] == "False" else ""


def _blocker(row: BlockingRow, said: Words) -> Line:
    line = _row(row, "blocker", said)
    for remedy in row.remedies:
        notes = (f"`{remedy.code}`", *((" ".join(remedy.rules),) if remedy.rules else ()))
        line.inner.append(Line(said.say(f"remedy-{remedy.code}"), mark="→", notes=notes))
    return line


def _row(row: CatalogueRow, kind: str, said: Words) -> Line:
    notes = [f"`{row.code}`", " ".join(row.rules)]
    inner = _condition(row, said)
    if isinstance(row, CatalogueStep) and said.has(f"where-{row.where}"):
        notes.insert(1, said.say(f"where-{row.where}"))
    if isinstance(row, FollowingRow) and row.on != NOTHING:
        inner.append(Line(f"on = {row.on}", mark="→"))
    return Line(said.say(f"{kind}-{row.code}"), notes=tuple(notes), inner=inner)


def _condition(row: CatalogueRow, said: Words, *, last: bool = False) -> list[Line]:
    if row.when == ALWAYS:
        return [Line(said.say("ui-otherwise"), mark="·")] if last else []
    return [Line(row.when, mark="·")]
