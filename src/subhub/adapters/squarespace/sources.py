"""The pages of Squarespace that the rules are taken from."""

from __future__ import annotations

from datetime import date

from subhub.policies import Library, Source, Translation

CHECKED = date(2026, 11, 21)
PUBLISHED = date(2024, 12, 17)
_HELP = "https://support.squarespace.com/hc"


def _japanese(title: str, article: int) -> Translation:
    return Translation("ja", title, "Squarespaceヘルプ", f"{_HELP}/ja-jp/articles/{article}")


PLAN = Source(
    "Canceling your Digital Products plan",
    "Squarespace Help",
    f"{_HELP}/en-us/articles/360050367612-Canceling-your-Digital-Products-plan",
    CHECKED,
    {
        "SQ-1": "Accessing this feature",
        "SQ-2": "Cancel a Digital Products plan",
        "SQ-3": "Cancel a Digital Products plan",
        "SQ-4": "Prepare members before canceling",
        "SQ-5": "Option 1 - Cancel your plan",
        "SQ-6": "Option 1 - Cancel your plan",
        "SQ-7": "Option 1 - Cancel your plan",
        "SQ-8": "Option 2 - Turn off auto-renew",
        "SQ-9": "30-day paused state",
        "SQ-10": "30-day paused state",
        "SQ-11": "Refunds",
        "SQ-12": "Resume your Digital Products subscription",
        "SQ-13": "Resume your Digital Products subscription",
    },
    _japanese("Digital Productsプランのキャンセル", 360050367612),
)
WEBSITE = Source(
    "Canceling a website subscription",
    "Squarespace Help",
    f"{_HELP}/en-us/articles/205810508-Canceling-a-website-subscription",
    CHECKED,
    {
        "SQ-X1": "What happens to digital products and other subscriptions",
        "SQ-X5": "Before you begin",
    },
    _japanese("Webサイトのサブスクリプションをキャンセルする", 205810508),
)
REFUNDS = Source(
    "Refund policies",
    "Squarespace Help",
    f"{_HELP}/articles/360000623648-Refund-policies",
    CHECKED,
    {"SQ-X2": "Website plans"},
)
AUTO_RENEW = Source(
    "Automatic subscription renewals",
    "Squarespace Help",
    f"{_HELP}/articles/230364668-Automatic-subscription-renewals",
    CHECKED,
    {"SQ-X3": "Turning auto-renew off"},
)
PAST_DUE = Source(
    "My site is past due",
    "Squarespace Help",
    f"{_HELP}/en-us/articles/207849197-My-site-is-past-due",
    CHECKED,
    {"SQ-X4": "Past due subscriptions"},
    _japanese("サイトが期限を過ぎている場合", 207849197),
)

cite = Library(PLAN, WEBSITE, REFUNDS, AUTO_RENEW, PAST_DUE)
