"""Ways out as a page: each with its changes, and what the rules say after them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from subhub.cli.outlook import about, mode_name
from subhub.cli.page import Line, Page
from subhub.render.phrases import spoken

if TYPE_CHECKING:
    from subhub.cli.asking import Asked
    from subhub.model.choices import Move, Unblocking
    from subhub.words import Words


def unblock_page(found: Sequence[Unblocking], asked: Asked, said: Words, *, plain: bool) -> Page:
    """The page; ``plain`` where the goal is only that it is possible."""
    free = bool(found) and not found[0].moves
    if free or not found:
        keys = ("un-free", "un-none") if plain else ("un-goal-free", "un-goal-none")
        title = said.say(keys[0] if free else keys[1])
    else:
        title = said.say("un-title", count=len(found))
    answer = asked.answer
    actor = said.say(f"actor-{answer.actor}")
    where = about(
        asked, said, said.say(f"intent-{answer.intent}"), mode_name(answer.mode, said), actor,
        said.day(answer.on),
    )  # fmt: skip
    page = Page(title, where, [], "good" if found else "bad")
    blockers = [Line(each["sentence"]) for each in spoken(answer, said)["blockers"]]
    page.add(said.say("un-blocked"), blockers, tone="bad")
    for number, each in enumerate(found, 1):
        moves = [Line(_told(move, said), mark="+", notes=_by(move, answer.actor, said))
                 for move in each.moves]  # fmt: skip
        if each.moves or each.answer.verdict != "allowed" or free:
            result = spoken(each.answer, said)["sentence"]
            mark = "→" if moves else ""
            title = said.say("un-way", number=number) if moves else said.say("cmp-outcome")
            page.add(title, [*moves, Line(result, mark=mark)], near=number > 1)
    return page


def _told(move: Move, said: Words) -> str:
    if said.has(f"move-{move.code}"):
        actor = said.say(f"actor-{move.actor}") if move.actor else None
        return said.say(f"move-{move.code}", mode=move.mode, until=move.until, actor_name=actor)
    return said.say(f"remedy-{move.code}")


def _by(move: Move, asking: str, said: Words) -> tuple[str, ...]:
    """Who has to act, where that is not who asks and the sentence does not say so."""
    if move.actor in (None, asking) or move.code == "other_actor":
        return ()
    return (said.say(f"actor-{move.actor}"),)
