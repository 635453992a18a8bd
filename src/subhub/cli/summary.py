"""``preview --summary``: one table in place of the answers, and what comes back in all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from subhub.cli.asking import Asked, Asking, Show
from subhub.model.cancellation import Cancellation


@contextmanager
def summarising(form: str, color: str) -> Iterator[Show]:
    """What takes in one answer after the other; all are shown on leaving, if there are any."""
    found: list[Asked] = []

    def keep(asked: Asked, asking: Asking) -> None:
        found.append(asked)

    yield keep
    if found and form == "json":
        _as_json([asked.answer for asked in found])
    elif found:
        _as_pages(found, form, color)


def _as_pages(found: list[Asked], form: str, color: str) -> None:
    from subhub.cli.agenda_page import answers_table, total_lines
    from subhub.cli.language import said_by
    from subhub.cli.showing import Picture, show
    from subhub.hub.agenda import totals
    from subhub.render.page import Page

    said, answers = said_by(), [_named(asked) for asked in found]
    title = Page(said.say("ag-title", count=len(answers), on=answers[0].on), "", [])
    sums = Page("", "", [])
    sums.add(said.say("ag-totals"), total_lines(*totals(answers), said), tone="good")
    rows = Picture(tuple(f"  {row}" for row in answers_table(answers, said)))
    show(form, color, title, rows, sums)


def _named(asked: Asked) -> Cancellation:
    """The answer by its id, or by its file where the document gives none."""
    if asked.answer.subscription:
        return asked.answer
    return asked.answer.model_copy(update={"subscription": asked.file})


def _as_json(answers: list[Cancellation]) -> None:
    from subhub.cli.showing import show_json
    from subhub.hub.agenda import totals

    refundable, at_most = totals(answers)
    whole: dict[str, Any] = {
        "count": len(answers),
        "verdicts": Counter(answer.verdict for answer in answers),
        "refundable": {currency: str(money) for currency, money in refundable.items()},
        "at_most": {currency: str(money) for currency, money in at_most.items()},
    }
    show_json(whole)
