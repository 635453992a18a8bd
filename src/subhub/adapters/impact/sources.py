"""The pages of impact.com that the rules are taken from."""

from __future__ import annotations

from datetime import date

from subhub.policies import Library, Source, Translation

CHECKED = date(2026, 11, 21)
_HELP = "https://help.impact.com"
_FEATURES = f"{_HELP}/brand/what-would-you-like-to-learn-about/platform-features"
_STARTER = "finance/finance-for-starter-edition-accounts/cancel-your-starter-edition-account"
_ARTICLES = f"{_HELP}/en/support/solutions/articles"

CANCEL = Source(
    "Cancel your Starter Edition account",
    "impact.com Help",
    f"{_FEATURES}/{_STARTER}",
    CHECKED,
    {
        "IM-1": "Cancelling in the trial",
        "IM-2": "Cancelling in the trial",
        "IM-3": "Cancelling in the trial",
        "IM-4": "Immediate cancellation, full refund",
        "IM-5": "Immediate cancellation, full refund",
        "IM-6": "Immediate cancellation, current balance",
        "IM-7": "Immediate cancellation",
        "IM-8": "Delayed cancellation, future balance",
        "IM-9": "Delayed cancellation, future balance",
        "IM-10": "Delayed cancellation, future balance",
        "IM-11": "Delayed cancellation, future balance",
        "IM-12": "Delayed cancellation, future balance",
        "IM-13": "How to reopen the account",
    },
    Translation(
        "ja",
        "Starter Editionアカウントをキャンセルする",
        "impact.comヘルプ",
        f"{_HELP}/brand/ja/platform-features/{_STARTER}",
    ),
)
TICKET = Source(
    "Cancel your account (Starter Edition)",
    "impact.com Help",
    f"{_ARTICLES}/155000001288",
    CHECKED,
    {
        "IM-X1": "After the trial",
        "IM-X2": "Before the account is closed",
        "IM-X3": "Removing the shop app",
    },
)
CONTRACTS = Source(
    "Expire partner contracts",
    "impact.com Help",
    f"{_FEATURES}/contracts-and-template-terms/contracts/expire-partner-contracts",
    CHECKED,
    {"IM-X4": "Expiring contracts"},
)
ACTIONS = Source(
    "Understand the action life cycle and finance",
    "impact.com Help",
    f"{_FEATURES}/actions-and-payouts/understand-the-action-life-cycle-and-finance",
    CHECKED,
    {"IM-X5": "Life cycle of an action"},
)

cite = Library(CANCEL, TICKET, CONTRACTS, ACTIONS)
