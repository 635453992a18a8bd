"""An answer as a page: first what a person needs first, everything else with ``--explain``.

The order is that of the questions people ask: can I, when, what money, can I undo it, what do
I do, what do I lose. Everything on the page comes from the JSON document.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from subhub.cli import answer_parts as parts
from subhub.cli.values import said_day
from subhub.render.page import Line, Page, Tone, join, together

if TYPE_CHECKING:
    from subhub.cli.asking import Detail
    from subhub.words import Words

Dump = Mapping[str, Any]

_TONES: dict[str, Tone] = {
    "allowed": "good", "nothing_to_do": "good", "blocked": "bad", "unknown": "open",
    "not_covered": "open",
}  # fmt: skip
#: what follows, by how much it matters; what is merely good to know is told in full only
_SEVERITIES: dict[str, Tone] = {"loss": "bad", "warning": "open", "info": "plain"}


def answer_page(
    dump: Dump, said: Words, title: str, file: str = "", *, detail: Detail = "usual"
) -> Page:
    """The page of one answer; ``title`` is what people call the platform."""
    page = Page(
        dump["sentence"], _about(dump, said, title, file, detail), [], _TONES[dump["verdict"]]
    )
    if detail == "brief":
        _brief(page, parts.Showing(dump, said, full=False))
        return page
    show = parts.Showing(dump, said, full=detail == "full")
    page.add(said.say("ui-reason"), _reason(dump))
    page.add(said.say("ui-blockers"), show.blockers(), tone="bad")
    if dump["verdict"] in ("allowed", "unknown") or dump["ends_on"]:
        page.add(said.say("ui-when"), show.when())
        page.add(said.say("ui-money"), show.money(), near=True)
        page.add(said.say("ui-undo"), show.undo(), near=True)
    if dump["verdict"] in ("allowed", "unknown"):
        if detail == "customer":
            _by_actor(page, show)
        else:
            _doing(page, show)
        _following(page, show)
    return page


def _doing(page: Page, show: parts.Showing) -> None:
    first = show.steps("prepare", 1)
    then = show.steps("steps", len(first) + 1)
    page.add(show.said.say("ui-prepare"), first)
    page.add(show.said.say("ui-steps" if first else "ui-do"), then, near=bool(first))


def _by_actor(page: Page, show: parts.Showing) -> None:
    """The steps under the names of those who do them; the numbers keep their order."""
    near = False
    for actor, lines in show.by_actor():
        yours = actor in ("", show.dump["actor"])
        title = show.said.say("ui-you" if yours else f"actor-{actor}")
        page.add(title, lines, near=near)
        near = True


def _following(page: Page, show: parts.Showing) -> None:
    near = False
    for severity, tone in _SEVERITIES.items():
        lines = show.consequences(severity) if severity != "info" or show.full else []
        page.add(show.said.say(f"ui-{severity}"), lines, tone=tone, near=near)
        near = near or bool(lines)


def _about(dump: Dump, said: Words, title: str, file: str, detail: Detail) -> str:
    product = dump["product"] and said.say(f"product-{dump['product']}")
    about = [
        title,
        product if product and product not in title else None,
        dump["subscription"],
        # the headline of a cancellation says what was asked
        dump["intent"] != "cancel" and said.say(f"intent-{dump['intent']}"),
        dump["mode"] and said.say(f"mode-{dump['mode']}"),
        detail != "customer" and said.say(f"actor-{dump['actor']}"),
        said_day(said, dump["on"]),
        file,
    ]
    return join(together(each) for each in about if each)


def _reason(dump: Dump) -> list[Line]:
    return [Line(dump["reason_sentence"])] if dump.get("reason_sentence") else []


def _brief(page: Page, show: parts.Showing) -> None:
    """What decides, a line each: what stands in the way, or when, what money, what first."""
    dump, said = show.dump, show.said
    page.tight = True
    reasons = [Line(each["sentence"]) for each in dump["blockers"]]
    page.add(said.say("ui-blockers"), reasons[:2], tone="bad", near=True)
    days = join(f"{line.day} {line.text}" for line in show.when() if line.day)
    page.add(said.say("ui-when"), [Line(days)] if days else [], near=True)
    if dump["verdict"] in ("allowed", "unknown"):
        page.add(said.say("ui-money"), show.money()[:1], near=True)
        steps = [Line(each["sentence"]) for each in (*dump["prepare"], *dump["steps"])]
        page.add(said.say("ui-prepare"), steps[:1], near=True)
