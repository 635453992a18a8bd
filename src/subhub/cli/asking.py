"""Asks the hub about each file; a file that cannot be used does not stop the others."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from subhub.cli.failures import ERROR, report
from subhub.cli.language import said_by
from subhub.cli.misuse import Misuse
from subhub.documents import find, read
from subhub.documents.contents import is_folder
from subhub.documents.yaml_format import scalar
from subhub.errors import DocumentError, Problem, RequestError, SubhubError, UnknownPlatform
from subhub.hub import Hub
from subhub.model.calendar import as_day, counted_from_today
from subhub.model.validation import as_path
from subhub.once import lazy
from subhub.words.say import say

if TYPE_CHECKING:
    from typing import Unpack

    from subhub.documents import Document
    from subhub.hub.question import Question
    from subhub.model.cancellation import Cancellation
    from subhub.model.request import Request, RequestOptions

EXIT_CODES = {"allowed": 0, "nothing_to_do": 0, "blocked": 3, "unknown": 4, "not_covered": 5}


#: how much is told: five lines, what a person needs, every rule and reading behind it, or what
#: one sends to a customer
Detail = Literal["brief", "usual", "full", "customer"]


class Asked(NamedTuple):
    """One question, its answer, and the file it was about."""

    file: str
    request: Request
    question: Question
    answer: Cancellation

    def dump(self) -> dict[str, Any]:
        """The JSON document of the answer."""
        return say(self.answer, said_by(self.question.adapter)).model_dump(mode="json")


@dataclass(frozen=True)
class Asking:
    """What is asked about every file: keywords, and facts to take in place of the file's."""

    options: Mapping[str, Any]
    changes: Sequence[str] = ()
    detail: Detail = field(default="usual", kw_only=True)

    @lazy
    def overrides(self) -> dict[tuple[str | int, ...], Any]:
        """The values of ``--set`` by their path; a usage error where one is not readable."""
        found = {}
        for change in self.changes:
            name, equals, value = change.partition("=")
            if not equals or not name.strip():
                raise Misuse("not_fact_value", field="--set", value=change)
            found[as_path(name.strip())] = scalar(value.strip())
        return found

    def written(self) -> list[tuple[str, str]]:
        """The options of the question as they were written."""
        named = ("on", "mode", "actor", "intent")
        options = [(name, str(self.options[name])) for name in named if self.options.get(name)]
        return [*options, *(("set", change) for change in self.changes)]

    def check(self) -> None:
        """Mistakes that have nothing to do with the files are told once, before any of them."""
        self.overrides  # noqa: B018
        for name in ("on", "policy_as_of"):
            if self.options.get(name):
                day = counted_from_today(self.options.get(name), "UTC")
                as_day(day, f"--{name.replace('_', '-')}")


Show = Callable[[Asked, Asking], None]


def ask_all(files: Sequence[str], asking: Asking, show: Show) -> int:
    """Show an answer for every file; the exit code for all of them.

    Raises :class:`RequestError` for a day that is none, before any file is read.
    """
    asking.check()
    codes = []
    try:
        found = find(files)
    except DocumentError as error:
        codes.append(report(error))
        found = _readable(files)
    hub = Hub()
    for path in found:
        try:
            asked = ask_one(hub, path, asking)
        except SubhubError as error:
            codes.append(report(error, file=str(path)))
        else:
            show(asked, asking)
            codes.append(EXIT_CODES[asked.answer.verdict])
    return ERROR if ERROR in codes else max(codes, default=0)


def ask_about(
    hub: Hub, file: str, changes: Sequence[str], **request: Unpack[RequestOptions]
) -> Asked:
    """One file, read and asked about. Raises :class:`SubhubError` and usage errors."""
    if file.strip() and file != "-" and is_folder(file):
        raise RequestError("folder_given", path=file)
    return ask_one(hub, file, Asking(request, changes))


def ask_one(hub: Hub, path: str | Path, asking: Asking) -> Asked:
    """The answer about one file. Raises :class:`SubhubError`."""
    document = read(path)
    data = document.data
    for place, value in asking.overrides.items():
        _put(data, place, value)
    try:
        request = hub.request(
            data,
            file=document.file,
            line_of=lambda place: _line(document, asking, place),
            **asking.options,
        )
    except UnknownPlatform as error:
        problem = Problem(
            error.message, field="platform", value=str(data["platform"]), hint=error.hint or None,
            file=document.file, line=_line(document, asking, ("platform",)),
        )  # fmt: skip
        raise DocumentError([problem]) from None
    return answer_request(hub, request, document.file)


def answer_request(hub: Hub, request: Request, file: str = "") -> Asked:
    """The answer, with the question it belongs to and its day. Raises :class:`SubhubError`."""
    question = hub.question(request)
    fixed = request.model_copy(update={"on": question.on})
    return Asked(file, fixed, question, hub.answer(question))


def _readable(files: Sequence[str]) -> list[Path]:
    """The files that can be found among those named."""
    found: dict[Path, None] = {}
    for file in files:
        try:
            found |= dict.fromkeys(find([file]))
        except DocumentError:
            continue  # told already, with all the others
    return list(found)


def _line(document: Document, asking: Asking, place: tuple[str | int, ...]) -> int | None:
    """The line in the file; none for what ``--set`` put there."""
    return None if place in asking.overrides else document.line(place)


def _put(data: Any, place: tuple[str | int, ...], value: Any) -> None:
    """Set one value, inside lists and mappings where they are there."""
    *way, last = place
    for part in way:
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            raise _nothing_there(place) from None
    if isinstance(data, list) and not (isinstance(last, int) and last < len(data)):
        raise _nothing_there(place)
    data[last] = value


def _nothing_there(place: tuple[str | int, ...]) -> Misuse:
    return Misuse("nothing_to_set", field="--set", path=".".join(map(str, place)))
