"""The audit as a page: documents that need care, then the facts to fill in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subhub.cli.language import said_by
from subhub.render.page import Line, Page, Tone

if TYPE_CHECKING:
    from subhub.hub import Hub
    from subhub.model.audit import Audit, Audited, Wanted
    from subhub.words import Words


def audit_page(made: Audit, hub: Hub, about: str) -> Page:
    """What is wrong or lacking, document by document, and what to look up first."""
    said = said_by()
    unusable, stale = made.of("unusable"), made.of("stale")
    incomplete, complete = made.of("incomplete"), made.of("complete")
    tone: Tone = "bad" if unusable else "open" if stale or incomplete else "good"
    title = said.say("au-title", count=len(made.documents), complete=len(complete))
    page = Page(title, about, [], tone)
    page.add(said.say("au-unusable"), [_unusable(each, said) for each in unusable], tone="bad")
    page.add(said.say("au-stale"), [_lacks(each, each.stale, hub) for each in stale], tone="open")
    lacking = [each for each in (*stale, *incomplete) if each.needs]
    page.add(
        said.say("au-incomplete"), [_lacks(each, each.needs, hub) for each in lacking], tone="open"
    )
    wanted = [_wanted(number, each, hub) for number, each in enumerate(made.wanted, 1)]
    page.add(said.say("au-wanted"), wanted)
    page.add(said.say("au-complete"), [Line(each.name) for each in complete], tone="good")
    return page


def _unusable(audited: Audited, said: Words) -> Line:
    places = sorted({each.line for each in audited.flaws if each.line})
    lines = ", ".join(map(str, places))
    note = said.say("au-lines", lines=lines) if lines else ""
    told = said.say("au-flaws", count=len(audited.flaws))
    return Line(audited.name, notes=tuple(part for part in (told, note) if part))


def _lacks(audited: Audited, facts: tuple[str, ...], hub: Hub) -> Line:
    said = said_by(hub.registry.adapter(audited.platform or ""))
    told = said.together([said.say(f"fact-{name}") for name in facts])
    return Line(audited.name, inner=[Line(told)])


def _wanted(number: int, wanted: Wanted, hub: Hub) -> Line:
    """One fact, how many documents need it, and where to look."""
    said = said_by(hub.registry.adapter(wanted.platform))
    where = f"fact-{wanted.fact}-where"
    return Line(
        said.say(f"fact-{wanted.fact}"),
        mark=str(number),
        notes=(f"`{wanted.fact}`", said.say("au-documents", count=len(wanted.documents))),
        inner=[Line(said.say(where))] if said.has(where) else [],
    )
