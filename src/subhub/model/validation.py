"""From a plain document to a checked :class:`Subscription`, or every problem in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from subhub.errors import DocumentError, Hint, Problem, SubhubError, did_you_mean, one_of
from subhub.inert import spelled, whole_number
from subhub.model import suggest
from subhub.model.faults import faults
from subhub.model.limits import DAYS, PROBLEMS
from subhub.model.subscription import Subscription

S = TypeVar("S", bound=Subscription)
Path = tuple[str | int, ...]
LineOf = Callable[[Path], int | None]

#: our code for each of pydantic's
_CODES = {
    **dict.fromkeys(("bool_type", "bool_parsing"), "not_yes_or_no"),
    **dict.fromkeys(("int_type", "int_parsing", "int_from_float"), "not_whole"),
    **dict.fromkeys(("string_type",), "not_text"),
    **dict.fromkeys(("tuple_type", "list_type"), "not_a_list"),
    **dict.fromkeys(("model_type", "model_attributes_type", "dict_type"), "not_a_mapping"),
    **dict.fromkeys(("time_parsing", "time_type"), "not_a_time"),
    **dict.fromkeys(
        ("datetime_parsing", "datetime_type", "datetime_from_date_parsing",
         "datetime_object_invalid", "timezone_aware"),
        "not_a_moment",
    ),
    **dict.fromkeys(("date_parsing", "date_type", "date_from_datetime_parsing"), "not_a_day"),
}  # fmt: skip


def read_subscription(
    model: type[S],
    data: Mapping[str, Any],
    *,
    file: str = "",
    line_of: LineOf = lambda path: None,
    of_facts: Callable[[S], Iterable[Problem]] = lambda subscription: (),
) -> S:
    """The document as the adapter's model; ``of_facts`` says what its facts cannot all say.

    Raises :class:`DocumentError` with every problem: wrong and unknown keys, and what the
    rest of the document says that cannot all be true.
    """
    try:
        subscription = model.model_validate(data)
        problems: list[Problem] = []
    except DocumentError as error:  # nothing of it is read where it is beyond the limits
        found = [_placed(problem, file, line_of) for problem in error.problems]
        raise DocumentError(found, platform=str(data.get("platform"))) from None
    except ValidationError as error:
        problems = [_problem(model, detail) for detail in error.errors(include_url=False)]
        wrong = {str(detail["loc"][0]) for detail in error.errors() if detail["loc"]}
        rest = {key: value for key, value in data.items() if key not in wrong}
        subscription = model.model_construct(platform=str(data.get("platform")))
        with suppress(ValidationError):  # where even the rest fails, that is reported already
            subscription = model.model_validate({**rest, "platform": data.get("platform")})
    problems += [*subscription.problems(), *of_facts(subscription)]
    if problems:
        placed = [_placed(problem, file, line_of) for problem in _told(problems)]
        raise DocumentError(placed, platform=str(data.get("platform")))
    return subscription


def no_platform(
    told: Mapping[str, Any], platforms: Iterable[str], file: str, line_of: LineOf
) -> DocumentError:
    """Why it cannot be told which of the ``platforms`` a document is about."""
    value = told.get("platform")
    return DocumentError(
        [
            Problem(
                "missing" if value is None else "platform_not_text",
                field="platform",
                value="" if value is None else value,
                file=file,
                line=line_of(("platform",)),
                hint=suggest.platform_key(told) or one_of(platforms),
                key="platform",
            )
        ]
    )


def problems_of(
    model: type[BaseModel],
    data: object,
    *,
    under: str,
    file: str = "",
    line_of: LineOf = lambda path: None,
) -> list[Problem]:
    """What is wrong with the part of a document that stands under the key ``under``."""
    found = [fault.problem() for fault in faults(data)]
    try:
        if not found:
            model.model_validate(data)
    except ValidationError as error:
        found = [_problem(model, detail) for detail in error.errors(include_url=False)]
    return [_placed(each, file, line_of, under) for each in _told(found)]


def _told(problems: list[Problem]) -> list[Problem]:
    """As many as anyone reads; the last says how many more there are."""
    if len(problems) <= PROBLEMS:
        return problems
    return [*problems[:PROBLEMS], Problem("more_problems", count=len(problems) - PROBLEMS)]


def _placed(problem: Problem, file: str, line_of: LineOf, under: str = "") -> Problem:
    field = f"{under}.{problem.field}".strip(".")
    first = field.split(", ")[0]
    return problem.at(file, line_of(as_path(first)), field)


def as_path(field: str) -> Path:
    """The keys and places in lists that a dotted name stands for.

    >>> as_path("invoices.0.amount"), as_path("²")
    (('invoices', 0, 'amount'), ('²',))
    """
    parts = [(part, whole_number(part)) for part in field.split(".") if part]
    return tuple(part if number is None else number for part, number in parts)


def _problem(model: type[BaseModel], detail: ErrorDetails) -> Problem:
    # pydantic names the branch of a union in the path; only keys and indexes are the user's
    path = [part for part in detail["loc"] if part != "function-plain"]
    field = ".".join(str(part) for part in path)
    kind, value = detail["type"], spelled(detail["input"])
    context = detail.get("ctx", {})
    if kind == "extra_forbidden":
        names = list(_model_at(model, path[:-1]).model_fields)
        hint = did_you_mean(path[-1], names, cutoff=0.5) or Hint("known_keys", options=names)
        return Problem("unknown_key", field=field, value=value, hint=hint, key=path[-1])
    if kind == "missing":
        return Problem("missing", field=field, key=path[-1])
    if kind == "literal_error":
        hint = suggest.code(detail["input"], _options(model, path))
        return Problem("unknown_value", field=field, value=value, hint=hint)
    if isinstance(error := context.get("error"), SubhubError):
        return Problem(error.message, field=field, value=value, hint=error.hint or None)
    if kind == "greater_than_equal" and context.get("ge") == 0:
        return Problem("not_a_count", field=field, value=value)
    if kind == "less_than_equal":
        code = "too_many_days" if context["le"] == DAYS else "count_too_large"
        return Problem(code, field=field, value=value, most=context["le"])
    if kind in _CODES:
        return Problem(_CODES[kind], field=field, value=value)
    if issubclass(model, Subscription) and kind in model.mistakes:
        return model.wrong(kind, field, value, context)
    return Problem("invalid", field=field, value=value, reason=detail["msg"])


def _model_at(model: type[BaseModel], path: list[str | int]) -> type[BaseModel]:
    for part in path:
        if isinstance(part, str) and part in model.model_fields:
            found = list(_inside(model.model_fields[part].annotation, BaseModel))
            model = found[0] if found else model
    return model


def _options(model: type[BaseModel], path: list[str | int]) -> Iterator[str]:
    info = _model_at(model, path[:-1]).model_fields.get(str(path[-1]))
    for part in get_args(info.annotation) if info else ():
        options = get_args(part) or (part,)
        yield from (str(option) for option in options if isinstance(option, str))


def _inside(annotation: Any, kind: type) -> Iterator[Any]:
    if isinstance(annotation, type) and issubclass(annotation, kind):
        yield annotation
    for arg in get_args(annotation):
        yield from _inside(arg, kind)
