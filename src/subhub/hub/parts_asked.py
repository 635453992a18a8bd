"""What is asked of many rows at once: each part a value, or the column that holds it.

Plain text is a value; a column is a :class:`Column`, or the part's own name (``on="on"``).
Both doors, the one for frames and the one for warehouses, read it here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from subhub.errors import Hint, RequestError, one_of
from subhub.hub.question import check_intent
from subhub.hub.registry import Registry
from subhub.model.calendar import as_day
from subhub.model.column import Column
from subhub.plugin.guarded import Guarded
from subhub.policies.language.policy import Intent


@dataclass(frozen=True, slots=True)
class PartsAsked:
    """What is asked of every row; ``None`` is what the platform, or the day, gives by itself."""

    platform: str | Column | None
    on: date | Column | None
    mode: str | Column | None
    actor: str | Column | None
    intent: str

    def columns(self) -> dict[str, Column]:
        """The parts that stand in columns."""
        parts = {"platform": self.platform, "on": self.on, "mode": self.mode, "actor": self.actor}
        return {name: part for name, part in parts.items() if isinstance(part, Column)}

    def adapters(self, registry: Registry) -> list[Guarded]:
        """The platforms that can be meant; every working one where a column tells them."""
        if isinstance(self.platform, str):
            return [registry.adapter(self.platform)]
        return registry.working()[0]

    def left_out(self, registry: Registry) -> list[str]:
        """The platforms a column may name and whose adapters are broken."""
        if isinstance(self.platform, str):
            return []
        working = {each.platform for each in self.adapters(registry)}
        return [name for name in registry.platforms() if name not in working]


def read_parts(
    registry: Registry,
    *,
    platform: str | Column | None,
    on: date | str | Column | None,
    mode: str | Column | None,
    actor: str | Column | None,
    intent: str,
) -> PartsAsked:
    """Every part as a value that exists, or as a column.

    Raises :class:`RequestError` for text that is neither, saying how a column is named, and
    :class:`UnknownPlatform`.
    """
    if isinstance(intent, Column):
        raise RequestError("one_for_all_rows", field="intent")
    check_intent(registry, intent)
    where = Column("platform") if platform == "platform" else platform
    parts = PartsAsked(where, _day(on), None, None, intent)
    rules = list(_rules(parts.adapters(registry), intent))
    modes = dict.fromkeys(mode for each in rules for mode in each.modes)
    actors = dict.fromkeys(actor for each in rules for actor in each.actors)
    return PartsAsked(
        where, parts.on, _code("mode", mode, list(modes)), _code("actor", actor, list(actors)),
        intent,
    )  # fmt: skip


def check_columns(parts: PartsAsked, there: Iterable[str]) -> None:
    """Raise :class:`RequestError` for a column that is not there."""
    names = list(there)
    for part, column in parts.columns().items():
        if column.name not in names:
            hint = one_of(names, column.name)
            raise RequestError("no_column", field=part, name=column.name, hint=hint)


def _rules(adapters: Iterable[Guarded], intent: str) -> Iterable[Intent]:
    for adapter in adapters:
        for policy in adapter.editions():
            # as for one subscription: an intent not offered is still asked by somebody who exists
            yield policy.intent(intent) or policy.intents[0]


def _code(name: str, value: str | Column | None, options: Sequence[str]) -> str | Column | None:
    if value == name:
        return Column(name)
    if value is None or isinstance(value, Column) or value in options or not options:
        return value
    right = Hint("value_or_column", right=one_of(options, value), value=value)
    raise RequestError("unknown_value", field=name, value=value, hint=right)


def _day(value: date | str | Column | None) -> date | Column | None:
    if value == "on":
        return Column("on")
    if value is None or isinstance(value, Column):
        return value
    try:
        return as_day(value, "on")
    except RequestError as error:
        right = Hint("value_or_column", right=error.hint, value=value)
        raise RequestError(error.message, field="on", hint=right) from None
