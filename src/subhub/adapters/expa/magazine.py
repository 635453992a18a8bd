"""The buyer's step mails: which still go out after a cancellation and when, and which never.

A step is due so many days after the buyer was registered, at its time of day (EX-M2). One
that is overdue and not sent goes out the same day: at once, or when its time comes (EX-M3).
A cancellation ends the registration (EX-S12), so steps due before that day still go out and
later ones never do (EX-M5).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from subhub.adapters.expa.facts import ExpaOrder, Magazine, StepMail
from subhub.plugin import Cancellation, Certainty, Consequence

#: the outcomes after which the buyer leaves the magazine, on the day it ends
LEAVING = ("ends_at_period_end", "terminated")


def step_mails(order: ExpaOrder, answer: Cancellation, on: date) -> Iterator[Consequence]:
    """One consequence for each step of the magazine, where a cancellation ends it."""
    if order.magazine is None or order.mail_feature is False or answer.intent != "cancel":
        return
    if answer.outcome is not None and answer.outcome not in LEAVING:
        return
    for step in order.magazine.steps:
        if step.sent:
            yield _consequence("step_mail_already_sent", step, None, "EX-M4")
        else:
            planned = due_on(order.magazine, step, order.zone)
            yield _unsent(step, planned, answer, on)


def due_on(magazine: Magazine, step: StepMail, zone: str) -> date:
    """The day on which the step's day condition is reached, in the subscription's zone."""
    registered = magazine.registered_at
    if registered.tzinfo is not None:
        registered = registered.astimezone(ZoneInfo(zone))
    return registered.date() + timedelta(step.after_days)


def _unsent(step: StepMail, planned: date, answer: Cancellation, on: date) -> Consequence:
    due = max(planned, on)
    how = "EX-M3" if planned <= on else "EX-M2"
    leaves_on = answer.ends_on
    if leaves_on is None:
        needs = answer.unknown.get("ends_on", ())
        return _consequence(
            "step_mail_may_go_out", step, due, how, "EX-M5", needs=needs, certainty="possible"
        )
    if due < leaves_on:
        return _consequence("step_mail_goes_out", step, due, how, "EX-M5")
    if due == on:  # the buyer leaves today, the step is due today: the hour decides
        return _consequence(
            "step_mail_may_go_out", step, due, how, "EX-M5", "EX-S12", certainty="possible"
        )
    return _consequence("step_mail_never_goes_out", step, due, "EX-M5", "EX-S12")


def _consequence(
    code: str,
    step: StepMail,
    on: date | None,
    *rules: str,
    needs: tuple[str, ...] = (),
    certainty: Certainty = "certain",
) -> Consequence:
    lost = code == "step_mail_never_goes_out"
    return Consequence(
        code=code,
        on=on,
        certainty=certainty,
        severity="loss" if lost else "info",
        rules=rules,
        needs=needs,
        subject=step.name,
    )
