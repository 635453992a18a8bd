"""The parts of an answer. They are frozen and many answers share them: each is made once."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from subhub.hub.question import Question
from subhub.model.cancellation import CitedRule, Consequence, PolicyRef, Step
from subhub.model.part import Certainty
from subhub.policies.language.policy import ConsequenceRow, StepRow
from subhub.policies.language.sources import Citation


def reference(question: Question) -> PolicyRef:
    """Which edition answered."""
    policy = question.policy
    return PolicyRef.model_construct(
        platform=policy.platform, edition=policy.edition.name, digest=policy.digest
    )


@lru_cache(maxsize=1024)
def rule(cited: Citation) -> CitedRule:
    """The citation as a part of answers."""
    return CitedRule.model_construct(
        id=cited.id,
        title=cited.title,
        publisher=cited.publisher,
        url=cited.url,
        section=cited.section,
        checked_on=cited.checked_on,
    )


@lru_cache(maxsize=1024)
def ids(cites: tuple[Citation, ...]) -> tuple[str, ...]:
    """The ids of several citations."""
    return tuple(each.id for each in cites)


@lru_cache(maxsize=1024)
def step(row: StepRow, actor: str, certainty: Certainty, needs: tuple[str, ...]) -> Step:
    """A step as a part of answers."""
    return Step.model_construct(
        code=row.code,
        actor=actor,
        where=row.where,
        channel=row.channel,
        rules=ids(row.cites),
        certainty=certainty,
        needs=needs,
    )


@lru_cache(maxsize=4096)
def consequence(
    row: ConsequenceRow, on: date | None, certainty: Certainty, needs: tuple[str, ...]
) -> Consequence:
    """A consequence as a part of answers."""
    return Consequence.model_construct(
        code=row.code,
        on=on,
        certainty=certainty,
        severity=row.severity,
        rules=ids(row.cites),
        needs=needs,
        deadline=row.deadline,
        subject=None,
    )


def certainty(open_: bool) -> Certainty:
    """Possible where something about it is open."""
    return "possible" if open_ else "certain"
