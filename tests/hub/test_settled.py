"""What an answer names without a proof it says; what is proved to be so is said to be certain."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from subhub import Cancellation, Hub
from subhub.hub.answer import Answer
from subhub.policies.language.expressions import Expr
from subhub.policies.language.functions import add_business_days
from subhub.policies.language.policy import BlockerRow, ConsequenceRow

ON = "2026-11-21"
HUB = Hub()
KNOWN = Path(__file__).parents[2] / "examples" / "squarespace-monthly.yaml"
ACCOUNT: dict[str, Any] = {
    "platform": "impact", "status": "active", "started_on": "2026-01-05",
    "locked_actions": 1, "pending_actions": 0, "balance": "10.00 USD",
    "open_invoices": "0.00 USD", "pending_payouts": "0.00 USD", "active_contracts": 0,
    "card_charged": "5.00 USD", "partner_costs": "0.00 USD",
}  # fmt: skip


def answer(when: Any, *, follows: Any = None) -> Cancellation:
    """The answer where one more blocker, or one more consequence, has this condition."""
    question = HUB.question(ACCOUNT, on=ON)
    assert question.intent is not None
    facts = question.intent.facts
    cites = question.intent.one_way
    changed = question.intent
    if when is not None:
        more = BlockerRow("more", when=when(facts), cites=cites)
        changed = replace(changed, blockers=(more, *changed.blockers))
    if follows is not None:
        row = ConsequenceRow("more", when=follows(facts), cites=cites)
        changed = replace(changed, consequences=(row,))
    return Answer(replace(question, intent=changed), changed).cancellation()


def beyond(facts: dict[str, Expr]) -> Expr:
    trial = facts["trial_ends_on"]
    return add_business_days(trial, 10) <= trial + 1


def never(facts: dict[str, Expr]) -> Expr:
    trial, lock = facts["trial_ends_on"], facts["last_lock_on"]
    return (trial < lock) & (lock < trial)


def test_beyond_the_proof_the_answer_is_unknown_and_says_so() -> None:
    made = answer(beyond)
    assert made.verdict == "unknown" and made.unknown["verdict"] == ("trial_ends_on",)
    assert made.settled is False


def test_what_can_never_be_blocks_nothing() -> None:
    made = answer(never)
    assert (made.verdict, made.settled) == ("allowed", True)


def test_what_can_never_be_does_not_follow_and_what_must_be_is_certain() -> None:
    assert answer(None, follows=never).consequences == ()
    (certain,) = answer(None, follows=lambda facts: ~never(facts)).consequences
    assert (certain.certainty, certain.needs) == ("certain", ())


def test_settling_is_not_imported_where_every_fact_is_known() -> None:
    code = (
        "import sys; from subhub import Hub; from subhub.documents import read;"
        f"answer = Hub().preview(read({str(KNOWN)!r}).data, on={ON!r});"
        "assert not answer.unknown;"
        "print(any('settling' in name for name in sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert ran.stdout.strip() == "False"
