"""The document of a Squarespace subscription: the Digital Products plan or the website's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, Literal

from pydantic import Field

from subhub.plugin import Bool, Day, Implied, Subscription


class SquarespaceSubscription(Subscription):
    """One of the site owner's own subscriptions; each stands alone (SQ-X2)."""

    default_timezone: ClassVar[str] = "America/New_York"
    #: a site with a known day on which it ends does end, told so or not
    implied: ClassVar[dict[str, Implied]] = {"site_status": Implied("site_ends_on", "ending")}

    mistakes: ClassVar[Mapping[str, tuple[str, str]]] = {
        "site_goes_on": (
            "`{value}` is given, but `site_status` is `active`",
            "set `site_status` to `ending` or `ended`, or leave the day out",
        ),
    }

    platform: Literal["squarespace"]
    product: Literal["digital_products", "website"] | None = Field(
        None, description="the Digital Products plan, or the website's own subscription"
    )
    site_status: Literal["active", "ending", "ended"] | None = Field(
        None, description="for digital_products: does the website's own subscription go on?"
    )
    site_ends_on: Day | None = Field(
        None, description="for digital_products: the day the website's subscription ends or ended"
    )

    has_digital_products: Bool | None = Field(
        None, description="for website: does it sell digital products or memberships?"
    )
    free_domain: Bool | None = Field(
        None, description="for website: was a free domain taken with the plan?"
    )
