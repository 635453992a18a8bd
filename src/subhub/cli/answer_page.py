"""An answer as a page: everything on it comes from the JSON document, put in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any

from subhub.cli.page import Line, Page, Tone, joined, together
from subhub.cli.speech import spoken_day

if TYPE_CHECKING:
    from subhub.words import Words

Dump = Mapping[str, Any]

_TONES: dict[str, Tone] = {
    "allowed": "good", "nothing_to_do": "good", "blocked": "bad", "unknown": "open",
    "not_covered": "open",
}  # fmt: skip
_SEVERITIES: dict[str, Tone] = {"loss": "bad", "warning": "open", "info": "plain"}
_DAYS = ("ends_on", "access_until", "billing_stops_on")


def answer_page(dump: Dump, said: Words, title: str, file: str = "") -> Page:
    """The page of one answer; ``title`` is what people call the platform."""
    page = Page(dump["sentence"], _about(dump, said, title, file), [], _TONES[dump["verdict"]])
    page.add(said.say("ui-reason"), _reason(dump))
    page.add(said.say("ui-blockers"), _blockers(dump, said), tone="bad")
    if dump["verdict"] in ("allowed", "unknown"):
        page.add(said.say("ui-when"), _when(dump, said))
        page.add(said.say("ui-money"), _money(dump, said), near=True)
        page.add(said.say("ui-undo"), _undo(dump, said), near=True)
        for severity, tone in _SEVERITIES.items():
            found = [each for each in dump["consequences"] if each["severity"] == severity]
            lines = _consequences(found, said)
            page.add(said.say(f"ui-{severity}"), lines, tone=tone, near=severity != "loss")
        page.add(said.say("ui-prepare"), _steps(dump["prepare"], dump, said, 1))
        steps = _steps(dump["steps"], dump, said, len(dump["prepare"]) + 1)
        page.add(said.say("ui-steps"), steps, near=bool(dump["prepare"]))
    return page


def end_page(page: Page, dump: Dump, said: Words) -> None:
    """What stands at the end of every answer: how it was read, and where it comes from."""
    page.add(said.say("ui-assumptions"), _assumptions(dump, said))
    page.add(said.say("ui-sources"), _sources(dump, said), near=bool(dump["assumptions"]))


def _about(dump: Dump, said: Words, title: str, file: str) -> str:
    product = dump["product"] and said.say(f"product-{dump['product']}")
    parts = [
        title,
        product if product and product not in title else None,
        dump["subscription"],
        said.say(f"intent-{dump['intent']}"),
        dump["mode"] and said.say(f"mode-{dump['mode']}"),
        said.say(f"actor-{dump['actor']}"),
        spoken_day(said, dump["on"]),
        file,
    ]
    return joined(together(part) for part in parts if part)


def _reason(dump: Dump) -> list[Line]:
    return [Line(dump["reason_sentence"])] if dump.get("reason_sentence") else []


def _blockers(dump: Dump, said: Words) -> list[Line]:
    """Each blocker, its ways out, and what the rules say once one is done."""
    lines = []
    for blocker in dump["blockers"]:
        possible = blocker["certainty"] == "possible"
        ways = [
            Line(way["sentence"], mark="→", notes=(
                *_by(way["actor"], dump, said),
                said.say("ui-then", verdict=said.say(f"verdict-{way['then']}")),
            ))
            for way in blocker["remedies"]
        ]  # fmt: skip
        notes = (*_maybe(possible, said), *_cited(blocker))
        lines.append(Line(blocker["sentence"], notes=notes, open=possible, inner=ways))
    return lines


def _when(dump: Dump, said: Words) -> list[Line]:
    """The days that matter in their order, those that fall together in one line."""
    due = (dump["refund"] or {}).get("due_by")
    days: list[tuple[str | None, str]] = [(dump["on"], said.say("ui-day-on"))]
    if len({dump[key] for key in _DAYS}) == 1:
        days.append((dump["ends_on"], said.say("ui-day-all")))
    else:
        days += [(dump[key], said.say(f"ui-day-{key}")) for key in _DAYS]
    days += [
        (due, said.say("ui-day-due_by")),
        (dump["reversible"]["until"], said.say("ui-day-undo")),
    ]
    at_once: dict[str, list[str]] = {}
    for day, what in days:
        if day:
            at_once.setdefault(day, []).append(what)
    lines = [
        Line(said.say("ui-and").join(what), day=spoken_day(said, day, weekday=True))
        for day, what in sorted(at_once.items())
    ]
    return lines + _open_outputs(dump, _DAYS)


def _money(dump: Dump, said: Words) -> list[Line]:
    refund = dump["refund"]
    lines = [Line(refund["sentence"])] if refund and refund.get("sentence") else []
    return lines + _open_outputs(dump, [key for key in dump["unknown"] if "refund" in key])


def _undo(dump: Dump, said: Words) -> list[Line]:
    undo = dump["reversible"]
    lines = [Line(undo["sentence"])] if undo.get("sentence") else []
    return lines + _open_outputs(dump, [key for key in dump["unknown"] if "reversible" in key])


def _open_outputs(dump: Dump, keys: Iterable[str]) -> list[Line]:
    """Outputs that are not known; those that hang on the same facts are said once."""
    said_for: set[tuple[str, ...]] = set()
    lines = []
    for key in keys:
        needs = tuple(dump["unknown"].get(key, ()))
        if key in dump["unknown"] and needs not in said_for:
            said_for.add(needs)
            lines.append(Line(dump["unknown_sentences"][key], open=True))
    return lines


def _consequences(found: list[Any], said: Words) -> list[Line]:
    """What follows, by day; a day that the sentence says itself is not said again.

    Where few lines have a day of their own it stands behind the sentence, so that the
    others do not leave a column empty.
    """
    found.sort(key=lambda each: each["on"] or "9999")
    days = [_untold(spoken_day(said, each["on"]), each["sentence"]) for each in found]
    column = 2 * len([day for day in days if day]) > len(days)
    return [
        Line(
            each["sentence"],
            day=day if column else "",
            notes=(
                *((day,) if day and not column else ()),
                *_maybe(each["certainty"] == "possible", said, each["needs"]),
                *_cited(each),
            ),
            open=each["certainty"] == "possible",
        )
        for each, day in zip(found, days, strict=True)
    ]


def _untold(day: str, sentence: str) -> str:
    """The day, unless the sentence says it."""
    return "" if day in sentence else day


def _steps(steps: list[Any], dump: Dump, said: Words, first: int) -> list[Line]:
    lines = []
    actor, before = dump["actor"], None
    for number, step in enumerate(steps, first):
        possible = step["certainty"] == "possible"
        by = () if step["actor"] == actor else (said.say(f"actor-{step['actor']}"),)
        actor = step["actor"]  # who does it is said where it changes
        # what a step depends on is said where it changes, too
        needs = step["needs"] if step["needs"] != before else ()
        before = step["needs"]
        notes = (*_maybe(possible, said, needs), *by, step["where_sentence"], *_cited(step))
        lines.append(Line(step["sentence"], mark=str(number), notes=notes, open=possible))
    return lines


def _assumptions(dump: Dump, said: Words) -> list[Line]:
    lines = [
        Line(dump["assumption_sentences"][each], notes=(each,)) for each in dump["assumptions"]
    ]
    lines += [
        Line(said.say("ui-stale", fact=said.say(f"fact-{fact}"), key=fact))
        for fact in dump["stale"]
    ]
    return lines


def _sources(dump: Dump, said: Words) -> list[Line]:
    """Each page once, with the rules of it that took part."""
    pages: dict[str, list[Any]] = {}
    for rule in dump["rules"]:
        pages.setdefault(rule["url"], []).append(rule)
    lines = [
        Line(
            f"{rules[0]['publisher']}: {rules[0]['title']}",
            notes=(said.say("ui-checked", day=spoken_day(said, rules[0]["checked_on"])),
                   " ".join(sorted((rule["id"] for rule in rules), key=_natural))),
            link=url,
        )
        for url, rules in pages.items()
    ]  # fmt: skip
    policy = dump["policy"]
    return [
        *lines,
        Line(said.say("ui-edition", edition=policy["edition"])),
    ]


def _natural(rule: str) -> tuple[str, int]:
    """Sorts ``EX-9`` before ``EX-10``."""
    name = rule.rstrip("0123456789")
    return name, int(rule[len(name) :] or 0)


def _maybe(possible: bool, said: Words, needs: Iterable[str] = ()) -> tuple[str, ...]:
    if not possible:
        return ()
    named = [said.say(f"fact-{fact}") for fact in needs]
    if named:
        return (said.say("ui-possible-if", facts=said.together(named)),)
    return (said.say("certainty-possible"),)


def _by(actor: str, dump: Dump, said: Words) -> tuple[str, ...]:
    """Who does it, where that is someone else than who asks."""
    return (said.say(f"actor-{actor}"),) if actor != dump["actor"] else ()


def _cited(part: Mapping[str, Any]) -> tuple[str, ...]:
    return (" ".join(part["rules"]),) if part["rules"] else ()
