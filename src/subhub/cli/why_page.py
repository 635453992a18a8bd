"""``--explain``: the rows that held or were in question, and the values they saw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from subhub.cli.values import said_value
from subhub.hub.explain import explain_question
from subhub.render.page import Line

if TYPE_CHECKING:
    from subhub.hub.question import Question
    from subhub.model.explanation import Check, Finding
    from subhub.words import Words

_MARKS = {True: "✔", False: "✘", None: "?"}


def why_lines(question: Question, dump: Mapping[str, Any], said: Words) -> list[Line]:
    """The rows of the deciding tables down to the one that decides, and whatever else holds."""
    told = {each["code"]: each["sentence"] for each in dump["consequences"] + dump["blockers"]}
    return [_line(finding, told, said) for finding in _told(explain_question(question).findings)]


def _told(found: tuple[Finding, ...]) -> Iterator[Finding]:
    decided = set()
    for finding in found:
        beside = finding.decides is None and finding.holds is not False
        if beside or (finding.decides is not None and finding.part not in decided):
            yield finding
        if finding.decides:
            decided.add(finding.part)


def _line(finding: Finding, told: Mapping[str, str], said: Words) -> Line:
    holds = finding.holds if finding.decides is None else finding.decides
    notes = (f"`{finding.code}`", *((" ".join(finding.rules),) if finding.rules else ()))
    inner = [_check(check, said) for check in finding.checks]
    text = told.get(finding.code) or _named(finding, said)
    return Line(text, mark=_MARKS[holds], notes=notes, inner=inner, open=holds is None)


def _named(finding: Finding, said: Words) -> str:
    kind = "reason" if finding.part in ("not_covered", "nothing_to_do") else finding.part
    return said.say("ui-part-undo" if kind == "undo" else f"{kind}-{finding.code}")


def _check(check: Check, said: Words) -> Line:
    values = [f"{name} = {said_value(said, name, value)}" for name, value in check.values.items()]
    return Line(check.text, mark=_MARKS[check.holds], notes=tuple(values), open=check.holds is None)
