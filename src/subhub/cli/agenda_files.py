"""The subscriptions of an agenda, gathered from files; one that cannot be read stops no other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from subhub.cli.asking import Asking, ask_one
from subhub.cli.failures import report
from subhub.documents import find
from subhub.errors import DocumentError, Problem, SubhubError

if TYPE_CHECKING:
    from subhub.hub import Hub
    from subhub.model.request import Request
    from subhub.model.subscription import Subscription


def gather(hub: Hub, paths: Sequence[str], on: str | None) -> tuple[list[Request], int]:
    """What is asked about each file, and the exit code so far: 1 where one could not be used.

    A document without an ``id`` goes by the name of its file. Raises
    :class:`DocumentError` where a name that others depend on is not clear.
    """
    found, code = [], 0
    for path in find(paths):
        try:
            asked = ask_one(hub, path, Asking({"on": on}))
        except SubhubError as error:
            code = report(error, file=str(path))
        else:
            found.append((path, asked.request, asked.question.subscription))
    _check_names([(path, subscription) for path, _, subscription in found])
    return [
        request.model_copy(update={"document": _named(subscription, path)})
        for path, request, subscription in found
    ], code


def _named(subscription: Subscription, path: Path) -> Subscription:
    return subscription if subscription.id else subscription.model_copy(update={"id": path.stem})


def _check_names(found: Sequence[tuple[Path, Subscription]]) -> None:
    """A name that others depend on must be that of one document."""
    counts = Counter(_named(each, path).id for path, each in found)
    problems = [
        Problem("same_id", field="depends_on", value=name, file=str(path), count=counts[name])
        for path, each in found
        for name in each.depends_on
        if counts[name] > 1
    ]
    if problems:
        raise DocumentError(problems)
