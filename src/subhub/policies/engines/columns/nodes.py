"""Nodes: operations on whole columns, which every backend writes in its own way.

A node is an operation on whole columns with SQL's own meaning of null: ``and``, ``or`` and
comparisons are three-valued, which is Kleene's logic. Every engine that gets here keeps to
it, so null stands for *not known* in conditions and the rest is spelt out. Constants fold
as they are built; two nodes that say the same are one object.

>>> n = Nodes()
>>> n.every(n.literal(True), n.column("vip")) is n.column("vip")
True
>>> n.days(n.literal(date(2026, 2, 20)), 10)
2026-03-02
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from decimal import Decimal
from operator import add, mul, sub
from typing import Any, NamedTuple

from subhub.errors import RequestError
from subhub.model.calendar import FEDERAL, add_business_days
from subhub.model.months import add_months, last_day, month_number
from subhub.policies.language.kinds import Kind

#: what there is to know of one day
OF_DAY: dict[str, Callable[[date], Any]] = {
    "month_number": month_number,
    "day_of_month": lambda day: day.day,
    "last_day": lambda day: last_day(day, 1),
}


_ARITHMETIC = {"+": add, "-": sub, "*": mul}


class BusinessDays(NamedTuple):
    """So many of one calendar."""

    number: int
    calendar: str = FEDERAL

    @property
    def name(self) -> str:
        """In the names of columns: ``10_business_days``, ``10_business_days_de_by``."""
        of = "" if self.calendar == FEDERAL else f"_{self.calendar.lower().replace('-', '_')}"
        return f"{self.number}_business_days{of}"


class Node:
    """One operation; made by :class:`Nodes` only, so identity is equality."""

    __slots__ = ("args", "op", "value")

    def __init__(self, op: str, args: tuple[Node, ...] = (), value: Any = None) -> None:
        self.op, self.args, self.value = op, args, value

    def __repr__(self) -> str:
        if not self.args:
            return "null" if self.op == "null" else str(self.value)
        extra = () if self.value is None else (str(self.value),)
        return f"{self.op}({', '.join((*map(repr, self.args), *extra))})"


class Nodes:
    """Builds nodes for one plan."""

    def __init__(self) -> None:
        self._made: dict[Any, Node] = {}
        self.true, self.false = self.literal(True), self.literal(False)

    def _node(self, op: str, *args: Node, value: Any = None) -> Node:
        key = op, args, type(value), value
        found = self._made.get(key)
        if found is None:
            found = self._made[key] = Node(op, args, value)
        return found

    def column(self, name: str) -> Node:
        """A column of the frame."""
        return self._node("column", value=name)

    def literal(self, value: bool | int | str | date | Decimal) -> Node:
        """A fixed value."""
        return self._node("literal", value=value)

    def null(self, kind: Kind) -> Node:
        """Nothing, in a column of a known kind."""
        return self._node("null", value=kind)

    # ---- conditions: true, false or null -------------------------------------------------

    def compare(self, op: str, left: Node, right: Node) -> Node:
        """``left op right``, null where a side is."""
        if "null" in (left.op, right.op):
            return self.null(Kind.BOOL)
        if left.op == right.op == "literal":
            low, high = left.value, right.value
            holds = low == high if op == "==" else low < high if op == "<" else low <= high
            return self.literal(holds)
        return self._node(op, left, right)

    def among(self, column: Node, options: tuple[str, ...]) -> Node:
        """The column is one of ``options``, null where it is."""
        return self._node("among", column, value=options)

    def every(self, *parts: Node, flat: bool = True) -> Node:
        """Every part holds; not ``flat``, a part stays the one column it may be elsewhere."""
        return self._join("and", parts, self.true, self.false, flat)

    def either(self, *parts: Node) -> Node:
        """At least one part holds."""
        return self._join("or", parts, self.false, self.true)

    def _join(
        self, op: str, parts: Iterable[Node], unit: Node, end: Node, flatten: bool = True
    ) -> Node:
        flat: dict[Node, None] = {}
        for part in parts:
            flat |= dict.fromkeys(part.args if flatten and part.op == op else (part,))
        flat.pop(unit, None)
        if end in flat:
            return end
        if not flat:
            return unit
        return next(iter(flat)) if len(flat) == 1 else self._node(op, *flat)

    def negate(self, part: Node) -> Node:
        """The part does not hold; null stays null."""
        if part.op == "not":
            return part.args[0]
        if part.op == "literal":
            return self.literal(not part.value)
        return part if part.op == "null" else self._node("not", part)

    # ---- null made plain: these are never null -------------------------------------------

    def known(self, part: Node) -> Node:
        """The part is not null."""
        if part.op in ("literal", "known", "is_true", "is_not_false"):
            return self.true
        return self.false if part.op == "null" else self._node("known", part)

    def is_true(self, part: Node) -> Node:
        """The part holds for certain: true, neither false nor null."""
        return self._settled("is_true", part, self.false)

    def is_not_false(self, part: Node) -> Node:
        """The part may hold: true or null."""
        return self._settled("is_not_false", part, self.true)

    def _settled(self, op: str, part: Node, for_null: Node) -> Node:
        if part.op == "null":
            return for_null
        return part if self.never_null(part) else self._node(op, part)

    def never_null(self, part: Node) -> bool:
        """Known to have no nulls, whatever the frame holds."""
        if part.op in ("and", "or", "not"):
            return all(self.never_null(arg) for arg in part.args)
        return part.op in ("literal", "known", "is_true", "is_not_false")

    # ---- values ----------------------------------------------------------------------------

    def case(self, *branches: tuple[Node, Node], otherwise: Node) -> Node:
        """The value of the first branch whose condition is true, else ``otherwise``."""
        flat: list[Node] = []
        for when, then in branches:
            if when.op == "is_true":  # a branch is taken where its condition is true, not null
                (when,) = when.args
            if when is self.false or when.op == "null":
                continue
            if when is self.true:
                otherwise = then
                break
            flat += (when, then)
        while flat and flat[-1] is otherwise:
            del flat[-2:]
        return self._node("case", *flat, otherwise) if flat else otherwise

    def days(self, day: Node, count: int) -> Node:
        """So many calendar days later."""
        if count == 0 or day.op == "null":
            return day
        if day.op == "literal":
            return self.literal(day.value + timedelta(count))
        return self._node("days", day, value=count)

    def business_days(self, day: Node, which: BusinessDays) -> Node:
        """So many business days later; null outside the known calendar."""
        if day.op == "null":
            return day
        if day.op == "literal":
            try:
                return self.literal(add_business_days(day.value, *which))
            except RequestError:
                return self.null(Kind.DAY)
        return self._node("business_days", day, value=which)

    def arithmetic(self, op: str, left: Node, right: Node) -> Node:
        """A sum, a difference or a product, null where a side is."""
        if "null" in (left.op, right.op):
            return left if left.op == "null" else right
        if left.op == right.op == "literal":
            return self.literal(_ARITHMETIC[op](left.value, right.value))
        if right.op == "literal" and right.value == (1 if op == "*" else 0):
            return left
        return self._node(op, left, right)

    # ---- days and numbers: null where a part is ----------------------------------------------

    def days_between(self, first: Node, second: Node) -> Node:
        """How many days lie from the first to the second."""
        if "null" in (first.op, second.op):
            return self.null(Kind.COUNT)
        if first.op == second.op == "literal":
            return self.literal((second.value - first.value).days)
        return self._node("days_between", first, second)

    def of_day(self, op: str, day: Node) -> Node:
        """A ``day_of_month``, a ``month_number``, or the ``last_day`` of the month."""
        if day.op == "null":
            return day if op == "last_day" else self.null(Kind.COUNT)
        if day.op == "literal":
            return self.literal(OF_DAY[op](day.value))
        return self._node(op, day)

    def moved(self, op: str, day: Node, number: Node) -> Node:
        """A day so many days (``plus_days``) or months (``plus_months``, rounded down) later.

        Nobody asks for what lies outside the calendar.
        """
        if "null" in (day.op, number.op):
            return self.null(Kind.DAY)
        if op == "plus_days" and number.op == "literal":
            return self.days(day, number.value)
        if day.op == number.op == "literal":
            found = add_months(day.value, number.value, "down")
            return self.null(Kind.DAY) if found is None else self.literal(found)
        return self._node(op, day, number)

    def times(self, number: Node, factor: int) -> Node:
        """A number so many times."""
        return self.arithmetic("*", number, self.literal(factor))

    def divided(self, number: Node, by: Node) -> Node:
        """How often ``by`` (above zero) fits whole into a number that is not below zero."""
        if "null" in (number.op, by.op):
            return number if number.op == "null" else by
        if number.op == by.op == "literal":
            return self.literal(number.value // by.value)
        return self._node("div", number, by)

    def listed(self, *codes: tuple[Node, str]) -> Node:
        """The codes whose condition (never null) holds, joined by commas; empty text for none."""
        kept = [(when, code) for when, code in codes if when is not self.false]
        if all(when is self.true for when, _ in kept):
            return self.literal(",".join(code for _, code in kept))
        return self._node("listed", *(w for w, _ in kept), value=tuple(c for _, c in kept))
