"""Subscription: what the user knows about one subscription, on any platform.

An absent or null key is a fact that is *not known*: never false, never zero, never an
error. An adapter subclasses :class:`Subscription` with the keys of its platform.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Annotated, Any, ClassVar, Literal, NamedTuple, Self, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    Strict,
    ValidationInfo,
    model_validator,
)

from subhub.errors import Hint, InvalidValue, Problem, RequestError, Sentence
from subhub.inert import spelled
from subhub.model.calendar import to_day
from subhub.model.deferred import Deferred
from subhub.model.faults import check
from subhub.model.limits import COUNT, DAYS, EARLIEST, LATEST
from subhub.model.money import Money
from subhub.model.months import Rounding

Status = Literal["trialing", "active", "past_due", "paused", "canceled", "expired"]
BillingInterval = Literal["month", "year", "once"]


class Lapses:
    """Marks a day that says nothing any more once it has passed, such as a renewal date."""


class NotAfterRequest:
    """Marks a day that lies on the day asked about or before it: earlier days are not asked."""


class MayBeNegative:
    """Marks an amount or a count that may lie below zero; all others count from there."""


class Rounds(NamedTuple):
    """Marks a duration with what a day becomes that its month does not have, as months are added.

    ``Rounds("down")``: the month's last day; ``"up"``: the first of the next; ``"refuse"``: the
    day is not known.
    """

    rounding: Rounding


class Implied(NamedTuple):
    """What another fact says of one that is not told.

    Where ``other`` is known (and is ``when``, or the same as the fact ``same_as``, if one of
    them is given), the fact is ``gives``, or, where that is a span of days, the day of the
    other that much later.

    >>> Implied("ends_on", timedelta(days=1)).value({"ends_on": date(2026, 12, 9)})
    datetime.date(2026, 12, 10)
    >>> Implied("unpaid_by_transfer", 0, when=0).value({"unpaid_by_transfer": 2})
    >>> Implied("paid", 0, same_as="owed").value({"paid": 3, "owed": 3})
    0
    """

    other: str
    gives: str | int | timedelta
    when: int | None = None
    same_as: str | None = None

    def value(self, told: Mapping[str, Any]) -> Any:
        """The fact, given the others; ``None`` where they say nothing of it."""
        known = told.get(self.other)
        if known is None or (self.when is not None and known != self.when):
            return None
        if self.same_as is not None and known != told.get(self.same_as):
            return None
        if not isinstance(self.gives, timedelta):
            return self.gives
        try:
            return known + self.gives
        except OverflowError:  # beyond the calendar's end
            return None


def _read_day(value: object, info: ValidationInfo) -> object:
    """An ISO date; a timestamp becomes the calendar day in the document's ``timezone``."""
    if value is None or type(value) is date:
        return value
    try:
        if isinstance(value, str) and len(value) == 10:
            return date.fromisoformat(value)
        moment = _moment(value)
        if moment is not None and moment.tzinfo is not None:
            return to_day(moment, info.data.get("timezone") or "UTC")
    except (ValueError, RequestError):  # no such day, or one beyond the calendar's ends
        moment = None
    if moment is None:
        from subhub.model.suggest import not_a_day

        raise not_a_day(InvalidValue, spelled(value))
    raise InvalidValue("no_offset", value=spelled(value))


def _moment(value: object) -> datetime | None:
    """A moment, or ``None`` for what is none; ``ValueError`` for text that only looks like it."""
    if isinstance(value, datetime):
        return value
    is_long = isinstance(value, str) and len(value) > 10
    return datetime.fromisoformat(str(value)) if is_long else None


def _read_timezone(value: object) -> str:
    from zoneinfo import ZoneInfo

    try:
        if isinstance(value, str) and value:
            ZoneInfo(value)
            return value
    except (KeyError, ValueError, OSError):
        pass  # not a zone: said below, in one place
    raise InvalidValue("not_a_timezone", value=spelled(value))


def _within_days(value: date) -> date:
    """A day, or a moment, from which any period may be counted."""
    day = value.date() if isinstance(value, datetime) else value
    if not EARLIEST <= day <= LATEST:
        raise InvalidValue("outside_days", value=value.isoformat(), first=EARLIEST, last=LATEST)
    return value


Day = Annotated[date, BeforeValidator(_read_day), AfterValidator(_within_days)]
Moment = Annotated[datetime, AfterValidator(_within_days)]
Timezone = Annotated[str, BeforeValidator(_read_timezone)]
Count = Annotated[int, Strict(), Field(ge=0, le=COUNT)]
#: a period told in days, such as those after which a mail is sent
DayCount = Annotated[int, Strict(), Field(ge=0, le=DAYS)]
Bool = Annotated[bool, Strict()]


class Subscription(Deferred):
    """What every platform's document has in common.

    Days are calendar days in ``timezone``; ``started_on`` is the very first subscription,
    not the last renewal; ``current_period_end`` is the renewal date, the first day not
    paid for.
    """

    # built when a document is first checked: only one platform's model ever is in a short run
    model_config = ConfigDict(extra="forbid", frozen=True)

    #: the zone taken where the document names none; shown as an assumption
    default_timezone: ClassVar[str] = "UTC"

    platform: str = Field(description="which platform, such as the ones `subhub platforms` lists")
    id: Annotated[str | None, BeforeValidator(lambda v: str(v) if type(v) is int else v)] = Field(
        None, description="your own name or number for it"
    )
    timezone: Timezone | None = Field(None, description="IANA time zone that days are counted in")
    product: str | None = Field(None, description="which of the platform's products")
    status: Status | None = Field(None, description="what the platform shows as its status")
    billing_interval: BillingInterval | None = Field(None, description="how often it is charged")
    price: Money | None = Field(None, description="what one billing interval costs")
    started_on: Annotated[Day | None, NotAfterRequest()] = Field(
        None, description="first day of the very first subscription"
    )
    current_period_end: Annotated[Day | None, Lapses()] = Field(
        None, description="the renewal date: the first day not paid for"
    )
    auto_renew: Bool | None = Field(None, description="whether it renews by itself")
    depends_on: Annotated[
        tuple[str, ...], BeforeValidator(lambda value: () if value is None else value)
    ] = Field((), description="ids of your other subscriptions that this one cannot do without")

    @property
    def zone(self) -> str:
        """The time zone that days are counted in."""
        return self.timezone or self.default_timezone

    @model_validator(mode="before")
    @classmethod
    def _moments_in_own_zone(cls, data: object) -> object:
        """Where no ``timezone`` is told, timestamps are read in the one taken by default.

        This comes before anything else, so limits are held here.
        """
        check(data)
        if not isinstance(data, Mapping) or data.get("timezone"):
            return data
        days = {}
        for name, value in data.items():
            with suppress(ValueError, RequestError):  # said where the key itself is read
                moment = _moment(value)
                if moment is not None and moment.tzinfo is not None and _holds_a_day(cls, name):
                    days[name] = to_day(moment, cls.default_timezone)
        return {**data, **days} if days else data

    def next_charge(self, on: date) -> date | None:
        """The next day from ``on`` that will be charged; ``None`` where that is not known."""
        end = self.current_period_end
        return end if self.auto_renew is not False and end is not None and end >= on else None

    @property
    def charges_go_on(self) -> bool:
        """Whether further charges are to be expected, on a day known or not."""
        return self.auto_renew is not False and self.billing_interval != "once"

    def problems(self) -> Iterator[Problem]:
        """What is wrong with the document that its facts alone do not show, such as in lists.

        What facts cannot say at once is declared by the adapter as its contradictions, which
        rows of tables keep to as well. An adapter adds to these here: a code in
        :attr:`mistakes`, its words in other languages in the adapter's catalogues, and
        :meth:`mistake` where the document makes it.
        """
        currencies = sorted({money.currency for money in self.moneys().values()})
        if len(currencies) > 1:
            yield Problem(
                "two_currencies",
                field=", ".join(self.moneys()),
                value=", ".join(str(money) for money in self.moneys().values()),
                currencies=currencies,
            )
        for name, money in self.moneys().items():
            if money.amount < 0 and name not in type(self).model_fields:  # those are facts
                yield Problem("negative", field=name, value=str(money))

    #: ``{code: (sentence, hint)}`` of a platform's own contradictions, in English; ``{name}``
    #: stands for what :meth:`mistake` is given, ``{value}`` for what the document says
    mistakes: ClassVar[Mapping[str, tuple[str, str]]] = {}

    def mistake(self, code: str, field: str, **values: object) -> Problem:
        """One of :attr:`mistakes` about what the document says under ``field``."""
        return self.wrong(code, field, spelled(getattr(self, field)), values)

    @classmethod
    def wrong(cls, code: str, field: str, value: str, values: Mapping[str, object]) -> Problem:
        """One of :attr:`mistakes` where no document could be made of what was written."""
        told = {"field": field, "value": value, **values}
        sentence, hint = cls.mistakes[code]
        return Problem(
            Sentence.of(sentence, code, told),
            field=field,
            value=value,
            hint=Hint.of(hint, code, told) if hint else None,
        )

    #: what follows for facts that are not told from others that are, one after the other
    implied: ClassVar[Mapping[str, Implied]] = {}

    @model_validator(mode="after")
    def _with_what_follows(self) -> Self:
        try:
            follows = self.follows()
        except ValueError as error:  # a mistake of the adapter's, and not of the document
            raise TypeError(f"follows() raises {type(error).__name__}: {error}") from error
        if type(follows) is not dict or not follows.keys() <= type(self).model_fields.keys():
            raise TypeError(f"follows() gives a {type(follows).__name__} and not facts by name")
        return self.model_copy(update=follows) if follows else self

    def follows(self) -> dict[str, Any]:
        """What the facts told imply about others that are not told."""
        told, found = dict(self.__dict__), dict[str, Any]()
        for name, implied in self.implied.items():
            value = implied.value(told) if told[name] is None else None
            if value is not None:
                told[name] = found[name] = value
        return found

    def moneys(self) -> dict[str, Money]:
        """Every amount of the document, by the path of its key."""
        return {name: value for name, value in self.__dict__.items() if type(value) is Money}


def _holds_a_day(model: type[BaseModel], name: str) -> bool:
    info = model.model_fields.get(name)
    return info is not None and Day in get_args(info.annotation)


__all__ = [
    "BillingInterval",
    "Bool",
    "Count",
    "Day",
    "DayCount",
    "Implied",
    "Lapses",
    "MayBeNegative",
    "Moment",
    "NotAfterRequest",
    "Rounds",
    "Status",
    "Subscription",
    "Timezone",
]
