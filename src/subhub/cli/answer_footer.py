"""The end of an answer: how it was read, where it stands, and what is worth asking next."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from subhub.cli.values import said_day
from subhub.render.page import Line, Page

if TYPE_CHECKING:
    from subhub.cli.asking import Detail
    from subhub.words import Words

Dump = Mapping[str, Any]


def end_page(page: Page, dump: Dump, said: Words, detail: Detail = "usual") -> None:
    """Assumptions and pages: those that decided what is shown, or all of them in full."""
    full = detail == "full"
    read = [] if detail == "customer" else _assumptions(dump, said, full=full)
    page.add(said.say("ui-assumptions"), read, small=True)
    pages = _sources(dump, said, full=full)
    page.add(said.say("ui-sources"), pages, near=bool(read), small=True)


def _assumptions(dump: Dump, said: Words, *, full: bool) -> list[Line]:
    """In full every assumption with its id, else the deciding ones in a line each."""
    if full:
        read = [Line(dump["assumption_sentences"][each], notes=(each,))
                for each in dump["assumptions"]]  # fmt: skip
    else:
        short = dump["short_assumption_sentences"]
        read = [Line(short[each]) for each in dump["deciding_assumptions"]]
    stale = [
        Line(said.say("ui-stale", fact=said.say(f"fact-{fact}"), key=fact))
        for fact in dump["stale"]
    ]
    unproved = [] if dump["settled"] else [Line(said.say("ui-unsettled"), open=True)]
    return [*read, *stale, *unproved]


def _sources(dump: Dump, said: Words, *, full: bool) -> list[Line]:
    """Each page once; in full with the rules of it that took part."""
    hidden = set() if full else _only_in_passing(dump)
    pages: dict[str, list[Any]] = {}
    for rule in dump["rules"]:
        if rule["id"] not in hidden:
            pages.setdefault(rule["title"], []).append(rule)
    lines = [_page(rules, said, full=full) for rules in pages.values()]
    if full:
        lines.append(Line(said.say("ui-edition", edition=dump["policy"]["edition"])))
    return lines


def _page(rules: list[Any], said: Words, *, full: bool) -> Line:
    """Where to read it; in full also who publishes it, when it was checked, and which rules."""
    page, link = rules[0]["page"], rules[0]["page"]["url"] or ""
    where = () if link else (said.say("ui-no-address"),)
    if not full:
        return Line(page["title"], notes=where, link=link)
    checked = said.say("ui-checked", day=said_day(said, rules[0]["checked_on"]))
    ids = " ".join(sorted((rule["id"] for rule in rules), key=_natural))
    return Line(f"{page['publisher']}: {page['title']}", notes=(checked, *where, ids), link=link)


def _only_in_passing(dump: Dump) -> set[str]:
    """The rules that stand behind nothing but what is good to know, which is not shown."""
    shown: set[str] = set()
    passing: set[str] = set()
    for each in dump["consequences"]:
        (passing if each["severity"] == "info" else shown).update(each["rules"])
    for part in ("blockers", "prepare", "steps"):
        for each in dump[part]:
            shown.update(each["rules"])
    return passing - shown


def _natural(rule: str) -> tuple[str, int]:
    """Sorts ``EX-9`` before ``EX-10``."""
    name = rule.rstrip("0123456789")
    return name, int(rule[len(name) :] or 0)


#: what each command takes of the question that was asked
_TAKES = {
    "unblock": ("on", "mode", "actor", "intent", "set"),
    "ask": ("on", "mode", "actor", "intent"),
    "compare": ("on", "actor", "set"),
    "timeline": ("mode", "actor", "intent", "set"),
}


def next_line(dump: Dump, said: Words, asked: Sequence[tuple[str, str]], file: str,
              modes: int) -> str:  # fmt: skip
    """The one command worth asking next, if there is one; none about what is in no file.

    ``asked`` are the options of the question with their values, which it goes on with.
    """
    command = _next_command(dump, modes) if file else ""
    if not command:
        return ""
    options = [part for name, value in asked if name in _TAKES[command]
               for part in (f"--{name}", value)]  # fmt: skip
    return said.say(f"ui-next-{command}", file=shlex.join([file, *options]))


def _next_command(dump: Dump, modes: int) -> str:
    ways = [way for each in dump["blockers"] for way in each["remedies"]]
    if dump["verdict"] == "blocked":
        # asking for something else is no way to what was asked
        return "unblock" if any(way["intent"] is None for way in ways) else ""
    if dump["unknown"]:
        return "ask"
    if dump["verdict"] == "allowed" and modes > 1:
        return "compare"
    return "timeline" if any(each["deadline"] for each in dump["consequences"]) else ""
