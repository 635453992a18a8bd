"""What came of a frame: how many of which answer, how much money, what falls due soon."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import polars as pl

COUNTED = ("verdict", "outcome", "error")
DAYS = ("ends_on", "access_until", "billing_stops_on", "refund_due_by", "reversible_until")
MONEY = ("refund_amount", "refund_at_most")


@dataclass
class Summary:
    """Counts over every row read; ``deadlines`` are those within ``within`` days of the day asked.

    ``misspelt`` are columns that are no facts and nearly have the name of one, with that name;
    ``money`` adds up amounts per currency; ``errors`` are rows that were read and cannot be
    answered, with why.
    """

    within: int = 30
    rows: int = 0
    written: int = 0
    rejected: int = 0
    verdicts: Counter[str] = field(default_factory=Counter)
    outcomes: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    deadlines: Counter[str] = field(default_factory=Counter)
    money: dict[str, dict[str, Decimal]] = field(default_factory=dict)
    misspelt: dict[str, str] = field(default_factory=dict)
    seconds: float = 0.0

    def add(self, frame: pl.DataFrame, on: pl.Expr, prefix: str = "") -> None:
        """Count the answers of some rows; ``on`` is the day asked about."""
        import polars as pl

        currency = pl.col("currency") if "currency" in frame.columns else pl.lit(None, pl.String)
        frame = frame.select(
            on.alias("on"), currency.fill_null("?").alias("currency"),
            **{name: prefix + name for name in (*COUNTED, *DAYS, *MONEY)},
        )  # fmt: skip
        self.rows += frame.height
        for counter, name in zip((self.verdicts, self.outcomes, self.errors), COUNTED, strict=True):
            for value, count in frame[name].drop_nulls().value_counts().iter_rows():
                counter[value] += count
        near = (timedelta(0), timedelta(self.within))
        soon = frame.select((pl.col(*DAYS) - pl.col("on")).is_between(*near).sum())
        self.deadlines.update(soon.row(0, named=True))
        by = frame.group_by("currency").agg(pl.col(*MONEY).sum())
        for row in by.iter_rows(named=True):
            sums = self.money.setdefault(row["currency"], dict.fromkeys(MONEY, Decimal(0)))
            for name in MONEY:
                sums[name] += row[name] or 0

    def plain(self) -> dict[str, Any]:
        """Everything as plain values; amounts are text."""
        return {
            "rows": self.rows,
            "written": self.written,
            "rejected": self.rejected,
            "verdicts": _in_order(self.verdicts),
            "outcomes": _in_order(self.outcomes),
            "errors": _in_order(self.errors),
            "money": {
                code: {name: _written(amount) for name, amount in sums.items()}
                for code, sums in sorted(self.money.items())
                if any(sums.values())
            },
            "misspelt": dict(self.misspelt),
            "deadlines": {"within_days": self.within, **self.deadlines},
            "seconds": round(self.seconds, 3),
        }


def _in_order(counts: Counter[str]) -> dict[str, int]:
    """The most frequent first, equals by name: one order in every run."""
    return dict(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def _written(amount: Decimal) -> str:
    """At least the two decimals that most currencies have, more only where they count."""
    plain = f"{amount.normalize():f}"
    return plain if len(plain.partition(".")[2]) > 2 else f"{amount:.2f}"
