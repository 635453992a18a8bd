"""From a plain document to a checked :class:`Subscription`, or every problem in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from subhub.errors import DocumentError, Problem, did_you_mean
from subhub.model.subscription import Subscription

S = TypeVar("S", bound=Subscription)
Path = tuple[str | int, ...]
LineOf = Callable[[Path], int | None]

_HINTS = {
    "day": "write a day as `2026-11-21`",
    "timestamp": "write `2026-11-21T09:00:00+09:00`, or only the day",
    "timezone": "write an IANA name such as `Asia/Tokyo`",
    "bool_type": "write true or false",
    "int_type": "write a whole number, without quotes",
    "greater_than_equal": "counts start at 0",
    "missing": "it cannot be left out here",
    "time_parsing": 'write a time of day as "19:00"',
    "datetime_parsing": "write `2026-11-21T09:00:00+09:00`",
    "datetime_from_date_parsing": "write `2026-11-21T09:00:00+09:00`",
}


def read_subscription(
    model: type[S],
    data: Mapping[str, Any],
    *,
    file: str = "",
    line_of: LineOf = lambda path: None,
) -> S:
    """The document as the adapter's model.

    Raises :class:`DocumentError` with every problem: wrong and unknown keys, and what the
    rest of the document says that cannot all be true.
    """
    try:
        subscription = model.model_validate(data)
        problems: list[Problem] = []
    except ValidationError as error:
        problems = [_problem(model, detail) for detail in error.errors(include_url=False)]
        wrong = {str(detail["loc"][0]) for detail in error.errors() if detail["loc"]}
        rest = {key: value for key, value in data.items() if key not in wrong}
        subscription = model.model_construct(platform=str(data.get("platform")))
        with suppress(ValidationError):  # where even the rest fails, that is reported already
            subscription = model.model_validate({**rest, "platform": data.get("platform")})
    problems += subscription.contradictions()
    if problems:
        raise DocumentError([_placed(problem, file, line_of) for problem in problems])
    return subscription


def problems_of(
    model: type[BaseModel],
    data: object,
    *,
    under: str,
    file: str = "",
    line_of: LineOf = lambda path: None,
) -> list[Problem]:
    """What is wrong with the part of a document that stands under the key ``under``."""
    from dataclasses import replace

    try:
        model.model_validate(data)
    except ValidationError as error:
        found = [_problem(model, detail) for detail in error.errors(include_url=False)]
    else:
        return []
    placed = [replace(each, field=f"{under}.{each.field}".rstrip(".")) for each in found]
    return [_placed(each, file, line_of) for each in placed]


def _placed(problem: Problem, file: str, line_of: LineOf) -> Problem:
    from dataclasses import replace

    first = problem.field.split(", ")[0]
    path = tuple(int(part) if part.isdigit() else part for part in first.split(".") if part)
    return replace(problem, file=file, line=line_of(path))


def _problem(model: type[BaseModel], detail: ErrorDetails) -> Problem:
    # pydantic names the branch of a union in the path; only keys and indexes are the user's
    path = [part for part in detail["loc"] if part != "function-plain"]
    field = ".".join(str(part) for part in path)
    kind, value = detail["type"], _short(detail["input"])
    if kind == "extra_forbidden":
        names = list(_model_at(model, path[:-1]).model_fields)
        hint = did_you_mean(path[-1], names, cutoff=0.5) or f"known keys: {', '.join(names)}"
        return Problem(f"unknown key `{path[-1]}`", field, value, hint, code="unknown_key")
    if kind == "missing":
        return Problem(f"`{path[-1]}` is missing", field, "", _HINTS[kind], code=kind)
    if kind == "literal_error":
        options = list(_options(model, path))
        hint = f"{did_you_mean(detail['input'], options)} one of {', '.join(options)}".strip()
        return Problem(
            f"`{value}` is not known here",
            field,
            value,
            hint,
            code="unknown_value",
        )
    message, _, hint = _message(detail, value)
    return Problem(message, field, value, hint or _HINTS.get(kind, ""), code=kind)


def _message(detail: ErrorDetails, value: str) -> tuple[str, str, str]:
    if detail["type"] == "value_error":  # our own sentence, hint after the semicolon
        return detail["msg"].removeprefix("Value error, ").partition("; ")
    if detail["type"] in ("day", "timestamp", "timezone"):
        return detail["msg"], "", ""
    expected = {
        "bool_type": "yes or no",
        "int_type": "a whole number",
        "string_type": "text",
        "greater_than_equal": "a count",
        "tuple_type": "a list",
        "model_type": "a mapping",
        "time_parsing": "a time of day",
        "time_type": "a time of day",
    }.get(detail["type"])
    return (f"`{value}` is not {expected}" if expected else f"`{value}`: {detail['msg']}"), "", ""


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "..."


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
