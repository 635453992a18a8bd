"""The document of one Expa order: a buyer's product, and the seller's own product in sale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import time, timedelta
from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo

from subhub.plugin import (
    Bool,
    Count,
    Day,
    DayCount,
    Implied,
    Moment,
    Money,
    Problem,
    Subscription,
)


class Nested(BaseModel):
    """A nested part of the document."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Invoice(Nested):
    """One invoice of the order; a transfer on its way counts as unpaid (A-EX2)."""

    id: str | None = None
    amount: Money | None = None
    status: Literal["paid", "open", "transfer_pending", "void"] | None = None
    method: Literal["card", "bank_transfer"] | None = None

    @property
    def unpaid(self) -> bool | None:
        """Open or unconfirmed; ``None`` where the status is not known."""
        return None if self.status is None else self.status in ("open", "transfer_pending")


class StepMail(Nested):
    """One step of the product's magazine: so many days after registration, at a time of day."""

    name: str
    after_days: DayCount
    at: time = Field(description='time of day, such as "19:00"')
    sent: Bool = False


class Magazine(Nested):
    """The buyer's registration in the product's magazine and its steps."""

    registered_at: Moment = Field(description="when the buyer was registered, with offset")
    steps: tuple[StepMail, ...] = ()


def _from_the_list(told: int | None, info: ValidationInfo) -> int | None:
    """The count that the list of invoices gives, where it is not given itself."""
    listed = info.data.get("invoices")
    return counted(listed)[info.field_name or ""] if told is None and listed is not None else told


Counted = Annotated[Count | None, AfterValidator(_from_the_list), Field(validate_default=True)]


class ExpaOrder(Subscription):
    """One order. ``invoices`` is the list; or give only the counts where that is all you know.

    ``unpaid_by_card``, ``unpaid_by_transfer`` and ``transfers_pending`` follow from the
    list and can be given in its place too.
    """

    default_timezone: ClassVar[str] = "Asia/Tokyo"
    #: the contract period is shown with its last day (A-EX7); where every unpaid invoice is paid by
    #: card, none is due by transfer; nothing due by transfer, none made
    implied: ClassVar[dict[str, Implied]] = {
        "current_period_end": Implied("contract_ends_on", timedelta(days=1)),
        "unpaid_by_transfer": Implied("unpaid_by_card", 0, same_as="unpaid_invoices"),
        "transfers_pending": Implied("unpaid_by_transfer", 0, when=0),
    }

    mistakes: ClassVar[Mapping[str, tuple[str, str]]] = {
        "period_disagrees": (
            "`{value}` makes `current_period_end` {follows}, which says {told}",
            "leave one of `contract_ends_on` and `current_period_end` out, or correct it",
        ),
        "counts_disagree": (
            "`{value}` disagrees with `invoices`, which says {count}",
            "leave `{field}` out or correct one of the two",
        ),
        "more_than_unpaid": (
            "`{value}` makes more than `unpaid_invoices` ({unpaid})",
            "leave `{field}` out or correct one of the two",
        ),
    }

    platform: Literal["expa"]
    product: Literal["continuing", "online_salon", "download", "shipped", "event"] | None = Field(
        None, description="continuing (継続商品), online_salon, download, shipped or event"
    )
    contract_ends_on: Day | None = Field(
        None,
        description="last day of the contract period (契約期間), "
        "the day before `current_period_end`: give either",
    )
    payment_plan: Literal["lump_sum", "instalments"] | None = Field(
        None, description="paid at once or in instalments"
    )
    invoices: tuple[Invoice, ...] | None = Field(None, description="every invoice of the order")
    unpaid_invoices: Counted = Field(None, description="how many are open or unconfirmed")
    paid_invoices: Counted = Field(None, description="how many are paid")
    unpaid_by_card: Counted = Field(None, description="unpaid ones to be charged to a card")
    unpaid_by_transfer: Counted = Field(None, description="unpaid ones due by bank transfer")
    transfers_pending: Counted = Field(
        None, description="transfers made that Expa has not confirmed yet, part of the unpaid ones"
    )
    refund_requested: Bool | None = Field(
        None, description="has the buyer asked the seller for a refund?"
    )
    mail_feature: Bool | None = Field(None, description="does the seller have the mail feature?")
    magazine: Magazine | None = Field(None, description="the buyer's step mails")
    product_state: Literal["provisional", "on_sale", "stopped"] | None = Field(
        None, description="for the seller's product operations: where the product stands"
    )

    def moneys(self) -> dict[str, Money]:
        """Amounts of the document and of every invoice."""
        listed = {
            f"invoices.{index}.amount": invoice.amount
            for index, invoice in enumerate(self.invoices or ())
            if invoice.amount is not None
        }
        return super().moneys() | listed

    def problems(self) -> Iterator[Problem]:
        """Counts that disagree with the list of invoices."""
        yield from super().problems()
        for name, count in counted(self.invoices).items() if self.invoices is not None else ():
            given = getattr(self, name)
            if count is None or given is None:
                continue
            if given < count or (given > count and all_told(self.invoices or ())):
                yield self.mistake("counts_disagree", name, count=count)


def all_told(invoices: tuple[Invoice, ...]) -> bool:
    """No status and no method of an unpaid invoice is missing: the counts are exact."""
    return all(
        each.status is not None and (each.method is not None or not each.unpaid)
        for each in invoices
    )


def counted(invoices: tuple[Invoice, ...]) -> dict[str, int | None]:
    """The counts a list of invoices gives; ``None`` where a status or method leaves it open.

    One unpaid invoice is enough to block: where some are unpaid and others of unknown
    status, the count is the number known to be unpaid.
    """
    unpaid = [invoice for invoice in invoices if invoice.unpaid]
    paid = [invoice for invoice in invoices if invoice.status == "paid"]
    unsure = any(invoice.status is None for invoice in invoices)
    by = {
        method: [invoice for invoice in unpaid if invoice.method == method]
        for method in ("card", "bank_transfer", None)
    }
    return {
        "unpaid_invoices": _count(unpaid, unsure),
        "paid_invoices": _count(paid, unsure),
        "unpaid_by_card": _count(by["card"], unsure or bool(by[None])),
        "unpaid_by_transfer": _count(by["bank_transfer"], unsure or bool(by[None])),
        "transfers_pending": _count(
            [invoice for invoice in invoices if invoice.status == "transfer_pending"], unsure
        ),
    }


def _count(found: list[Invoice], unsure: bool) -> int | None:
    return None if unsure and not found else len(found)
