"""Ways out as a page: each with its changes, and what the rules say after them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from subhub.cli.values import about, mode_name
from subhub.render.page import Line, Page, Tone
from subhub.words.say import say

if TYPE_CHECKING:
    from subhub.cli.asking import Asked
    from subhub.model.cancellation import Cancellation
    from subhub.model.choices import Move, Unblocking
    from subhub.words import Words

#: more ways than this are counted, not shown
MOST_WAYS = 20


def unblock_page(found: Sequence[Unblocking], asked: Asked, said: Words, *, plain: bool) -> Page:
    """The page; ``plain`` where the goal is only that it is possible."""
    free = bool(found) and not found[0].moves
    if not found and is_open(asked.answer):
        title = said.say("un-open", needed=_deciding(asked.answer, said))
    elif free or not found:
        keys = ("un-free", "un-none") if plain else ("un-goal-free", "un-goal-none")
        title = said.say(keys[0] if free else keys[1])
    else:
        title = said.say("un-title" if plain else "un-goal-title", count=len(found))
    answer = asked.answer
    actor = said.say(f"actor-{answer.actor}")
    where = about(
        asked, said, said.say(f"intent-{answer.intent}"), mode_name(answer.mode, said), actor,
        said.day(answer.on),
    )  # fmt: skip
    tone: Tone = "good" if found else "open" if is_open(answer) else "bad"
    page = Page(title, where, [], tone)
    blockers = [Line(each.sentence) for each in say(answer, said).blockers]
    page.add(said.say("un-blocked"), blockers, tone="bad")
    for number, each in enumerate(found[:MOST_WAYS], 1):
        title = said.say("un-way", number=number) if each.moves else said.say("cmp-outcome")
        page.add(title, _way(each, answer.actor, said), near=number > 1)
    if len(found) > MOST_WAYS:
        page.add("", [Line(said.say("un-more", count=len(found) - MOST_WAYS))])
    return page


def is_open(answer: Cancellation) -> bool:
    """Whether facts are missing to tell what stands in the way."""
    return answer.verdict == "unknown"


def _deciding(answer: Cancellation, said: Words) -> str:
    facts = answer.unknown.get("verdict", ())
    return said.together([said.say(f"fact-{fact}") for fact in facts])


def _way(way: Unblocking, asking: str, said: Words) -> list[Line]:
    """The changes, and what the rules say once all of them are made."""
    moves = [Line(_told(move, said), mark="+", notes=tuple(_notes(move, asking, said)))
             for move in way.moves]  # fmt: skip
    sure = way.certainty == "certain"
    result = Line(
        say(way.answer, said).sentence,
        mark="→" if moves else "",
        notes=() if sure else (said.say("ag-perhaps"),),
        open=not sure,
    )
    return [*moves, result]


def _told(move: Move, said: Words) -> str:
    if said.has(f"move-{move.code}"):
        actor = said.say(f"actor-{move.actor}") if move.actor else None
        return said.say(f"move-{move.code}", mode=move.mode, until=move.until, actor_name=actor)
    return said.say(f"remedy-{move.code}")


def _notes(move: Move, asking: str, said: Words) -> Iterator[str]:
    """How many it is about, and who has to act where that is not who asks."""
    if move.count is not None:
        yield said.say("un-all", count=move.count)
    if move.actor not in (None, asking) and move.code != "other_actor":
        yield said.say(f"actor-{move.actor}")
