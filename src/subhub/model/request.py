"""Request: what is asked about one subscription, to be asked now, stored or sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import PurePath
from typing import Annotated, Any, TypedDict

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    PlainValidator,
    WithJsonSchema,
    model_validator,
)

from subhub.errors import DocumentError, InvalidValue, Problem, RequestError, did_you_mean
from subhub.inert import spelled
from subhub.model.calendar import as_day, counted_from_today
from subhub.model.deferred import Deferred
from subhub.model.document import keep, plain
from subhub.model.faults import check, faults
from subhub.model.frozen import FrozenDict
from subhub.model.subscription import Subscription
from subhub.model.suggest import not_a_day
from subhub.model.validation import LineOf, problems_of

#: the key under which a document may carry its request
BLOCK = "request"


class Occasion(TypedDict, total=False):
    """When and by whom: ``on`` is today in the subscription's zone where it is not given."""

    on: date | str | None
    actor: str | None
    policy_as_of: date | str | None


class RequestOptions(Occasion, total=False):
    """The keywords with which a question is asked; what is None counts as not given."""

    intent: str | None
    mode: str | None


def _block_day(value: object) -> object:
    try:
        return None if value is None else as_day(value, "on")
    except RequestError as error:
        if error.code == "outside_days":
            raise InvalidValue(error.message) from None
    raise not_a_day(InvalidValue, spelled(value))


class RequestBlock(Deferred):
    """What a document may say under ``request``; what is given in the call wins."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    intent: str | None = Field(None, description="what would be done; `cancel` by default")
    mode: str | None = Field(None, description="how it would end, where there is a choice")
    actor: str | None = Field(None, description="who would do it")
    on: Annotated[date | None, BeforeValidator(_block_day)] = Field(
        None, description="the day it would be done; by default today"
    )


def _document(value: object) -> Subscription | FrozenDict[Any]:
    if isinstance(value, Subscription | FrozenDict):
        return value
    if isinstance(value, Mapping):
        check(value)
        return keep(value)  # type: ignore[no-any-return]
    raise not_a_document(value)


def _written(value: object) -> Any:
    return plain(keep(value))


def _code(value: object) -> object:
    if value is not None and not isinstance(value, str):
        raise RequestError("not_a_name", value=spelled(value))
    for fault in faults(value):
        raise RequestError(fault.code, value=fault.value, **fault.told)
    return value


def _day(name: str) -> BeforeValidator:
    return BeforeValidator(lambda value: None if value is None else as_day(value, name))


Code = Annotated[str, BeforeValidator(_code)]


class Request(Deferred):
    """One question: the document of a subscription, and what is asked about it.

    ``document`` is a mapping or a :class:`Subscription`; a mapping is copied, its
    ``request`` block taken out of it and used where a field is not given. The rest is
    checked when a hub is asked.

    >>> asked = Request(document={"platform": "gym", "request": {"mode": "period_end"}})
    >>> asked.intent, asked.mode, dict(asked.document)
    ('cancel', 'period_end', {'platform': 'gym'})
    >>> Request.model_validate_json(asked.model_dump_json()) == asked
    True

    Raises :class:`RequestError` for a day that is none, :class:`DocumentError` for a
    document or a ``request`` block that cannot be used.
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    document: Annotated[
        Mapping[str, Any] | Subscription,
        PlainValidator(_document),
        PlainSerializer(_written),
        WithJsonSchema({"type": "object", "description": "the document of a subscription"}),
    ]
    intent: Code = "cancel"
    mode: Code | None = None
    actor: Code | None = None
    on: Annotated[date | None, _day("on")] = None
    policy_as_of: Annotated[date | None, _day("policy_as_of")] = None

    @model_validator(mode="before")
    @classmethod
    def _with_block(cls, data: object) -> object:
        """What is given, then what the document says itself."""
        if not isinstance(data, Mapping):
            return data
        document, block = split(data.get("document"))
        return {**block, **given(data), "document": document}

    def _key(self) -> tuple[Any, ...]:
        return (
            keep(self.document), self.intent, self.mode, self.actor, self.on, self.policy_as_of,
        )  # fmt: skip

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Request) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())


#: what a hub is asked about
Askable = Mapping[str, Any] | Subscription | Request


def request(asked: Askable, options: Mapping[str, Any]) -> Request:
    """The request that a call makes: its keywords, over what ``asked`` says itself.

    Raises :class:`TypeError` for a keyword that is none, as Python does.
    """
    for name in options:
        if name not in Request.model_fields or name == "document":
            hint = did_you_mean(name, RequestOptions.__annotations__)
            raise TypeError(f"unexpected keyword `{name}`" + (f"; {hint}" if hint else ""))
    if not isinstance(asked, Request):
        return Request(document=asked, **options)
    own = given(options)
    return Request(**{**dict(asked), **own}) if own else asked


def given(options: Mapping[str, Any]) -> dict[str, Any]:
    """What was given: everything but None."""
    return {name: value for name, value in options.items() if value is not None}


def fix_day(options: RequestOptions, zone: str) -> RequestOptions:
    """The options with a day told from today as the day it is in the subscription's zone."""
    if options.get("on") is None:
        return options
    return {**options, "on": counted_from_today(options["on"], zone)}


def split(
    document: Any, *, file: str = "", line_of: LineOf = lambda path: None
) -> tuple[Any, dict[str, Any]]:
    """A document without its ``request`` block, and what that says.

    Raises :class:`DocumentError` with every problem of the block.
    """
    if not isinstance(document, Mapping) or BLOCK not in document:
        return document, {}
    block = document[BLOCK]
    rest = {name: value for name, value in document.items() if name != BLOCK}
    if block is None:
        return rest, {}
    problems = problems_of(RequestBlock, block, under=BLOCK, file=file, line_of=line_of)
    if problems:
        raise DocumentError(problems)
    said = RequestBlock.model_validate(block)
    return rest, said.model_dump(exclude_none=True)


def with_block(schema: dict[str, Any]) -> dict[str, Any]:
    """The JSON Schema of a document, with the ``request`` block it may carry."""
    block = {"anyOf": [RequestBlock.model_json_schema(), {"type": "null"}], "default": None}
    return {**schema, "properties": {**schema["properties"], BLOCK: block}}


def not_a_document(value: object, file: str = "") -> DocumentError:
    """The error for what is neither a mapping nor a subscription."""
    if isinstance(value, str | PurePath):
        return DocumentError([Problem("path_given", file=file, value=str(value)[:60])])
    return DocumentError([Problem("not_a_document", file=file, type=type(value).__name__)])
