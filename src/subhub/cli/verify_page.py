"""What is proved about a policy, as a page: an intent after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from subhub.render.page import Line, Page, Tone, join, together

if TYPE_CHECKING:
    from subhub.model.verification import Example, Verification, VerifiedIntent, VerifiedRow
    from subhub.words import Words

_MARKS: dict[str, tuple[str, Tone]] = {
    "proved": ("✔", "good"),
    "refuted": ("✘", "bad"),
    "never": ("✘", "bad"),
    "open": ("?", "open"),
}


def verify_page(made: Verification, said: Words) -> Page:
    """What is refuted comes first in the headline; then every intent."""
    state = "refuted" if made.refuted else "proved" if made.proved else "open"
    title = said.say(f"vf-{state}", platform=made.title)
    about = [
        said.say("ui-edition", edition=made.edition),
        made.digest[:12],
        said.say("vf-on", day=made.on),
    ]
    page = Page(title, join(together(each) for each in about), [], _MARKS[state][1])
    for intent in made.intents:
        _intent(page, intent, said)
    return page


def _intent(page: Page, intent: VerifiedIntent, said: Words) -> None:
    page.add(said.say(f"intent-{intent.intent}"), [Line(f"`{intent.intent}`")])
    never = [_row(row, said) for row in intent.rows if row.state == "never"]
    page.add(said.say("vf-never"), never, near=True, tone="bad")
    for title, rows in (
        ("vf-otherwise", [row for row in intent.rows if row.last]),
        ("vf-not-covered", [row for row in intent.rows if row.part == "not_covered"]),
        ("vf-unreached", [row for row in intent.rows if row.state == "open"]),
    ):
        page.add(said.say(title), [_row(row, said) for row in rows], near=True)
    order = [
        Line(
            said.say("vf-before", first=each.first, second=each.second),
            mark="?" if each.state == "open" else "",
            inner=_example(each.example),
        )
        for each in intent.order
    ]
    page.add(said.say("vf-order"), order, near=True)
    invariants = [
        Line(
            said.say(f"vf-{each.code.replace('_', '-')}"),
            mark=_MARKS[each.state][0],
            inner=_example(each.example),
        )
        for each in intent.invariants
    ]
    page.add(said.say("vf-invariants"), invariants, near=True)


def _row(row: VerifiedRow, said: Words) -> Line:
    state = () if row.state == "reached" else (said.say(f"vf-state-{row.state}"),)
    return Line(f"`{row.code}`", notes=(*state, *row.rules), inner=_example(row.example))


def _example(example: Example | None) -> list[Line]:
    if example is None:
        return []
    return [Line(", ".join(together(f"{name}: {value}") for name, value in example.items()))]
