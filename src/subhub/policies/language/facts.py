"""Facts: the names a policy may use, taken from the document's own model.

>>> from typing import Literal
>>> from pydantic import BaseModel
>>> class Gym(BaseModel):
...     status: Literal["active", "frozen"] | None = None
...     visits: int | None = None
>>> f = facts(Gym)
>>> f.visits > 3
visits > 3
>>> f.visit
Traceback (most recent call last):
...
subhub.errors.PolicyError: Gym has no fact `visit`; did you mean `visits`?
>>> f.status == "frosen"
Traceback (most recent call last):
...
subhub.errors.PolicyError: `status` is never `frosen`; did you mean `frozen`?
"""

from __future__ import annotations

from datetime import date
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Literal, Union, get_args, get_origin

from subhub.errors import PolicyError, did_you_mean, one_of
from subhub.model.durations import Duration
from subhub.model.money import Money
from subhub.model.subscription import Lapses, MayBeNegative, NotAfterRequest, Rounds
from subhub.policies.language.expressions import Fact, Kind

if TYPE_CHECKING:
    from pydantic import BaseModel

#: the day asked about
ON = Fact("on", Kind.DAY, given=True)
_KINDS: dict[type, Kind] = {bool: Kind.BOOL, int: Kind.COUNT, date: Kind.DAY, Money: Kind.MONEY,
          Duration: Kind.DURATION}  # fmt: skip


class Facts:
    """The facts of one model as attributes; a misspelt one fails where it is written."""

    def __init__(self, name: str, by_name: dict[str, Fact]) -> None:
        self._name = name
        self._by_name = by_name

    def __getattr__(self, name: str) -> Fact:
        if name.startswith("__"):
            raise AttributeError(name)
        if name not in self._by_name:
            hint = did_you_mean(name, self._by_name) or one_of(self._by_name)
            raise PolicyError("no_such_fact", model=self._name, fact=name, hint=hint)
        return self._by_name[name]

    def all(self) -> dict[str, Fact]:
        """Every fact by name."""
        return dict(self._by_name)

    def columns(self) -> dict[str, Fact]:
        """The same as columns of a frame: a duration is two, of its months and of its days."""
        found: dict[str, Fact] = {}
        for name, fact in self._by_name.items():
            found |= {part: Fact(part, Kind.COUNT) for part in parts_of(fact)} or {name: fact}
        return found


def parts_of(fact: Fact) -> tuple[str, ...]:
    """The names of the columns of a duration; of any other fact none.

    >>> parts_of(Fact("minimum_term", Kind.DURATION))
    ('minimum_term_months', 'minimum_term_days')
    """
    units = ("months", "days") if fact.kind is Kind.DURATION else ()
    return tuple(f"{fact.name}_{unit}" for unit in units)


def facts(model: type[BaseModel]) -> Facts:
    """The facts of a document model: days, durations, amounts, counts, yes/no and codes.

    Keys of other types (lists, nested documents, free text) are no facts; a model offers
    what they say as a field of its own (``unpaid_invoices`` for ``invoices``). What else the
    rules may rely on is marked on the field: ``Annotated[Day | None, Lapses()]``.
    """
    found: dict[str, Fact] = {}
    for name, info in model.model_fields.items():
        kind, domain = _kind(info.annotation)
        if kind is not None:
            marks = {type(mark): mark for mark in info.metadata}
            found[name] = Fact(
                name,
                kind,
                domain,
                lapses=Lapses in marks,
                past=NotAfterRequest in marks,
                signed=MayBeNegative in marks,
                rounding=getattr(marks.get(Rounds), "rounding", None),
            )
    return Facts(model.__name__, found)


def request_fact(name: Literal["mode", "actor"], *codes: str) -> Fact:
    """A fact of the request, always known; ``codes`` are the values it can take."""
    return Fact(name, Kind.CODE, codes, given=True)


def _kind(annotation: Any) -> tuple[Kind | None, tuple[str, ...]]:
    if get_origin(annotation) is Annotated:
        return _kind(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        inner = [arg for arg in get_args(annotation) if arg is not NoneType]
        return _kind(inner[0]) if len(inner) == 1 else (None, ())
    if get_origin(annotation) is Literal:
        return Kind.CODE, get_args(annotation)
    return _KINDS.get(annotation), ()
