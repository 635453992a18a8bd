"""What a member knows about a membership."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from subhub.plugin import Bool, Count, Day, Subscription


class Membership(Subscription):
    """Every key is optional: what is absent is not known, and never guessed."""

    default_timezone: ClassVar[str] = "Europe/London"

    #: what a document may say that cannot be; in other languages `error-…` and `hint-…`
    mistakes: ClassVar[dict[str, tuple[str, str]]] = {
        "term_ends_early": (
            "`{value}` lies before `started_on` ({started_on})",
            "a minimum term ends after the day the membership started",
        ),
    }

    platform: Literal["gym"]
    product: Literal["membership"] | None = Field(None, description="the membership")
    minimum_term_ends_on: Day | None = Field(
        None, description="first day after the minimum term, as the contract says"
    )

    may_buy_out: Bool | None = Field(
        None, description="whether the contract lets you pay to leave before the minimum term ends"
    )
    months_left: Count | None = Field(
        None, description="months of the minimum term that are not over, the one now running too"
    )
