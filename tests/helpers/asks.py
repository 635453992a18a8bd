"""Everything a hub can be asked, by name: each takes a hub and a document and gives text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import polars as pl

from subhub import Column, Hub

ON = "2026-11-21"


def _frame(hub: Hub, document: dict[str, Any]) -> Any:
    rows = pl.DataFrame({"platform": [document["platform"]], "status": ["active"]})
    return hub.preview_table(rows, on=ON).rows()


def _sql(hub: Hub, document: dict[str, Any]) -> str:
    return hub.sql(document["platform"], "duckdb", on=Column("asked_on"))


#: the methods of a hub by name
ASKS: dict[str, Callable[[Hub, dict[str, Any]], Any]] = {
    "preview": lambda hub, it: hub.preview(it, on=ON),
    "timeline": lambda hub, it: hub.timeline(it, since=ON, until="2027-01-01"),
    "compare": lambda hub, it: hub.compare(it, on=ON),
    "advise": lambda hub, it: hub.advise(it, goal="access", by="2027-01-01", on=ON),
    "open_facts": lambda hub, it: hub.open_facts(it, on=ON),
    "unblock": lambda hub, it: hub.unblock(it, on=ON),
    "agenda": lambda hub, it: hub.agenda([it], on=ON),
    "deadlines": lambda hub, it: hub.deadlines(hub.question(it, on=ON)),
    "audit": lambda hub, it: hub.audit([it], on=ON),
    "explain": lambda hub, it: hub.explain(it, on=ON),
    "standing": lambda hub, it: hub.standing(it, on=ON),
    "catalogue": lambda hub, it: hub.catalogue(it["platform"]),
    "preview_table": _frame,
    "sql": _sql,
    "request": lambda hub, it: hub.request(it, on="today").document,
    "question": lambda hub, it: hub.question(it, on=ON).facts(),
    "subscription": lambda hub, it: hub.subscription(it),
    "answer": lambda hub, it: hub.answer(hub.question(it, on=ON)),
    "say": lambda hub, it: hub.say(hub.preview(it, on=ON), "ja"),
}


#: what takes half a second
SLOW = ("sql",)


def ask_everything(
    hub: Hub, document: dict[str, Any], without: tuple[str, ...] = ()
) -> dict[str, str]:
    """What each question gives, written out."""
    return {name: repr(ask(hub, document)) for name, ask in ASKS.items() if name not in without}
