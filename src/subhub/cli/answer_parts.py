"""The parts of an answer as lines: days, money, blockers, steps, and what follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from itertools import groupby
from typing import TYPE_CHECKING, Any

from subhub.cli.values import said_day
from subhub.render.page import Line

if TYPE_CHECKING:
    from subhub.words import Words

_DAYS = ("ends_on", "access_until", "billing_stops_on")
#: with so many outputs open, what is merely possible waits until more is known
MANY_OPEN = 5
#: so many facts are named behind a line; more are told once, at the head
FEW_FACTS = 2


class Showing:
    """One answer's document put into lines, with all that stands behind them where ``full``."""

    def __init__(self, dump: Mapping[str, Any], said: Words, *, full: bool) -> None:
        self.dump, self.said, self.full = dump, said, full
        self.certain_only = not full and len(dump["unknown"]) >= MANY_OPEN

    # ---- what blocks it ------------------------------------------------------------------

    def blockers(self) -> list[Line]:
        """Each blocker, its ways out, and what the rules say once one is done."""
        return [
            Line(
                each["sentence"],
                notes=(*self._maybe(each), *self._cited(each)),
                open=each["certainty"] == "possible",
                inner=[self._way(way) for way in each["remedies"]],
            )
            for each in self.dump["blockers"]
        ]

    def _way(self, way: Mapping[str, Any]) -> Line:
        other = way["actor"] not in ("", self.dump["actor"])
        by = (self.said.say(f"actor-{way['actor']}"),) if other else ()
        leads = "ui-then" if way["certainty"] == "certain" else "ui-then-perhaps"
        asked = self.said.say(f"intent-{way['intent'] or self.dump['intent']}")
        then = self.said.say(leads, leads=self.said.say(f"ui-then-{way['then']}", asked=asked))
        return Line(way["sentence"], mark="→", notes=(*by, then))

    # ---- when, money, undo ---------------------------------------------------------------

    def when(self) -> list[Line]:
        """The days that matter in their order, those that fall together in one line."""
        at_once: dict[str, list[str]] = {}
        for day, what in self._days():
            if day:
                at_once.setdefault(day, []).append(self.said.say(what))
        lines = [
            Line(self.said.say("ui-and").join(what), day=said_day(self.said, day, weekday=True))
            for day, what in sorted(at_once.items())
        ]
        return lines + self._open_outputs(_DAYS)

    def _days(self) -> list[tuple[str | None, str]]:
        dump = self.dump
        until = dump["reversible"]["until"]
        together = len({dump[key] for key in _DAYS}) == 1
        return [
            *([(dump["ends_on"], "ui-day-all")] if together
              else [(dump[key], f"ui-day-{key}") for key in _DAYS]),
            ((dump["refund"] or {}).get("due_by"), "ui-day-due_by"),
            (until and _day_before(until), "ui-day-undo"),
        ]  # fmt: skip

    def money(self) -> list[Line]:
        """What is refunded, credited and owed."""
        sentence = (self.dump["refund"] or {}).get("sentence")
        lines = [Line(sentence)] if sentence else []
        lines += [
            Line(each["sentence"], notes=self._maybe(each), open=each["certainty"] == "possible")
            for each in self.dump["settlements"]
            if each["sentence"] and each["sentence"] != sentence
        ]
        keys = [key for key in self.dump["unknown"] if key.startswith(("refund", "charge"))]
        return lines + self._open_outputs(keys)

    def undo(self) -> list[Line]:
        """Whether it can be undone, and how."""
        sentence = self.dump["reversible"].get("sentence")
        lines = [Line(sentence)] if sentence else []
        keys = [key for key in self.dump["unknown"] if "reversible" in key]
        return lines + self._open_outputs(keys)

    def _open_outputs(self, keys: Iterable[str]) -> list[Line]:
        """The outputs that are not known: one line for all, in full one for each set of facts."""
        unknown = self.dump["unknown"]
        told = [key for key in keys if key in unknown]
        if self.certain_only and told:
            return [Line(self.said.say("ui-not-known-yet"), open=True)]
        if not self.full and len(told) > 1:
            facts = dict.fromkeys(fact for key in told for fact in unknown[key])
            names = [self.said.say(f"output-{key.replace('.', '-')}") for key in told]
            return [Line(self.said.say(
                "unknown-output", output=self.said.together(names),
                needed=self._named(facts) if len(facts) <= FEW_FACTS else None,
            ), open=True)]  # fmt: skip
        by_facts = {tuple(unknown[key]): key for key in reversed(told)}
        return [
            Line(self.dump["unknown_sentences"][key], open=True)
            for key in reversed(by_facts.values())
        ]

    # ---- what to do ----------------------------------------------------------------------

    def steps(self, part: str, first: int) -> list[Line]:
        """What to do, numbered; who does it and where is said where it changes."""
        lines: list[Line] = []
        actor, where = self.dump["actor"], None
        for step in self._shown(self.dump[part]):
            by = () if step["actor"] == actor else (self.said.say(f"actor-{step['actor']}"),)
            at = () if step["where"] == where and not self.full else (step["where_sentence"],)
            actor, where = step["actor"], step["where"]
            lines.append(Line(
                step["sentence"],
                mark=str(first + len(lines)),
                notes=(*self._maybe(step), *by, *at, *self._cited(step)),
                open=step["certainty"] == "possible",
            ))  # fmt: skip
        return lines

    def by_actor(self) -> list[tuple[str, list[Line]]]:
        """All steps, under those who do them."""
        groups: dict[str, list[Line]] = {}
        for number, step in enumerate(self._shown([*self.dump["prepare"], *self.dump["steps"]]), 1):
            line = Line(step["sentence"], mark=str(number), notes=(step["where_sentence"],),
                        open=step["certainty"] == "possible")  # fmt: skip
            groups.setdefault(step["actor"], []).append(line)
        return list(groups.items())

    # ---- what follows --------------------------------------------------------------------

    def consequences(self, severity: str) -> list[Line]:
        """What follows, by day; several that hang on the same facts stand under them together."""
        found = [each for each in self.dump["consequences"] if each["severity"] == severity]
        found.sort(key=lambda each: each["on"] or "9999")
        groups: dict[tuple[str, ...], list[Any]] = {}
        for each in self._shown(found):
            needs = self._maybe(each)  # empty for what is certain
            groups.setdefault(needs, []).append(each)
        lines: list[Line] = []
        for needs, each_of in groups.items():
            if needs and len(each_of) > 1:
                inner = [self._follows(each, (), mark="·") for each in each_of]
                lines.append(Line(_capitalised(needs[0]), open=True, inner=inner))
            elif needs:
                lines += [self._follows(each, needs) for each in each_of]
            else:
                lines += self._by_day(each_of)
        return lines

    def _by_day(self, found: list[Any]) -> list[Line]:
        """What is certain; the day of several that fall together is told once, above them."""
        lines: list[Line] = []
        for day, group in groupby(found, key=lambda each: each["on"]):
            each_of = list(group)
            untold = [each for each in each_of if day and each["short_sentence"]]
            if len(untold) > 1:
                inner = [
                    Line(each["short_sentence"], mark="·", notes=self._cited(each))
                    for each in untold
                ]
                lines.append(Line(said_day(self.said, day, weekday=True), inner=inner))
                each_of = [each for each in each_of if each not in untold]
            lines += [self._follows(each, ()) for each in each_of]
        return lines

    def _follows(self, each: Mapping[str, Any], needs: tuple[str, ...], mark: str = "") -> Line:
        day = said_day(self.said, each["on"])
        # a day that the sentence says itself is not said again
        days = (self.said.say("ui-from", day=day),) if day and day not in each["sentence"] else ()
        notes = (*days, *needs, *self._cited(each))
        return Line(each["sentence"], mark=mark, notes=notes, open=bool(needs))

    # ---- common to all -------------------------------------------------------------------

    def _shown(self, found: Iterable[Any]) -> list[Any]:
        return [
            each for each in found if not (self.certain_only and each["certainty"] == "possible")
        ]

    def _maybe(self, each: Mapping[str, Any]) -> tuple[str, ...]:
        """That it is only possible, and on which facts that depends, if it is."""
        if each["certainty"] != "possible":
            return ()
        needs = each.get("needs", ())
        if needs and (self.full or len(needs) <= FEW_FACTS):
            return (self.said.say("ui-possible-if", facts=self._named(needs)),)
        return (self.said.say("certainty-possible"),)

    def _named(self, facts: Iterable[str]) -> str:
        return self.said.together([self.said.say(f"fact-{fact}") for fact in facts])

    def _cited(self, each: Mapping[str, Any]) -> tuple[str, ...]:
        return (" ".join(each["rules"]),) if self.full and each["rules"] else ()


def _capitalised(text: str) -> str:
    return text[:1].upper() + text[1:]


def _day_before(iso: str) -> str:
    return (date.fromisoformat(iso) - timedelta(1)).isoformat()
