"""Cancellation: the answer to "what happens if I cancel this?".

``model_dump(mode="json")`` gives the document other programs read: codes, days, amounts.
``hub.say(answer, lang="ja")`` gives the same with a sentence beside every code.
"""

from __future__ import annotations

from datetime import date
from typing import Literal

from subhub.model.frozen import NOTHING, FrozenDict
from subhub.model.part import Certainty, Part
from subhub.model.refund import Refund
from subhub.model.settlement import Charge, Settlement
from subhub.model.value import Value

Verdict = Literal["allowed", "blocked", "nothing_to_do", "unknown", "not_covered"]
Severity = Literal["info", "warning", "loss"]
Channel = Literal["web", "api", "support", "mail"]

#: of the document an answer is written as; its number changes where a key goes or changes meaning
SCHEMA_VERSION: Literal[1] = 1


class CitedRule(Part):
    """A rule of the platform's own page that took part, and where to read it.

    ``url`` is null where the address is not known.
    """

    id: str
    title: str
    publisher: str
    url: str | None
    section: str
    checked_on: date


class Remedy(Part):
    """A way out of a blocker; ``then`` is the verdict the rules give once it is done.

    It is only ``possible`` where the pages leave open what it leads to, or where facts are
    missing to tell whether it is a way out here. ``intent`` is what is then asked for, where
    that is something else.
    """

    code: str
    actor: str
    then: Verdict
    certainty: Certainty = "certain"
    intent: str | None = None


class Blocker(Part):
    """What stands in the way, and every way out of it."""

    code: str
    rules: tuple[str, ...]
    remedies: tuple[Remedy, ...]
    certainty: Certainty = "certain"


class Consequence(Part):
    """What follows; ``needs`` names the facts that would make a possible one certain.

    ``on`` of a ``deadline`` is the first day that is too late to act.
    """

    code: str
    on: date | None
    certainty: Certainty
    severity: Severity
    rules: tuple[str, ...]
    needs: tuple[str, ...] = ()
    deadline: bool = False
    subject: str | None = None


class Step(Part):
    """One thing to do: who does it, where, and through which channel.

    ``needs`` names the facts that decide whether a possible step is to be done.
    """

    code: str
    actor: str
    where: str
    channel: Channel
    rules: tuple[str, ...]
    certainty: Certainty = "certain"
    needs: tuple[str, ...] = ()


class Reversibility(Part):
    """Whether it can be undone, until when, and how."""

    possible: bool | None
    until: date | None
    how: str | None


class PolicyRef(Part):
    """The edition of the policy that answered.

    ``digest`` is a SHA-256 of what its rules mean; it changes with any row, condition or
    output, and stays where a page was only read again.
    """

    platform: str
    edition: str
    digest: str


class Cancellation(Part):
    """What happens, whether it is possible, and what to do.

    ``unknown`` names, for each output that is not decided, the facts that would settle it;
    such an output is null. A null output that is not named there does not apply.
    ``stale`` names facts of the document that had passed on the day asked about and so
    were taken as not known.

    ``settlements`` are all movements of money, ``refund`` the first of them that comes back,
    ``charge`` what those that are owed come to.
    ``decided_by`` names the layer of rules whose row decided. ``settled`` is false where a
    fact is named without a proof that it matters: the comparison is beyond the proof, or it
    would have taken too many steps. ``facts`` are the single facts that the document
    told, days of them counted in ``timezone``: what the answer, and every sentence, is about.
    """

    platform: str
    subscription: str | None
    product: str | None
    intent: str
    mode: str | None
    actor: str
    on: date
    verdict: Verdict
    outcome: str | None
    ends_on: date | None
    access_until: date | None
    billing_stops_on: date | None
    refund: Refund | None
    blockers: tuple[Blocker, ...]
    consequences: tuple[Consequence, ...]
    prepare: tuple[Step, ...]
    steps: tuple[Step, ...]
    reversible: Reversibility
    unknown: FrozenDict[tuple[str, ...]]
    assumptions: tuple[str, ...]
    #: those of the assumptions on which a verdict, a date or an amount turns here
    deciding_assumptions: tuple[str, ...]
    rules: tuple[CitedRule, ...]
    policy: PolicyRef
    reason: str | None = None
    stale: tuple[str, ...] = ()
    settlements: tuple[Settlement, ...] = ()
    charge: Charge | None = None
    decided_by: str = "platform"
    settled: bool = True
    timezone: str = "UTC"
    facts: FrozenDict[Value] = NOTHING
    schema_version: Literal[1] = SCHEMA_VERSION
