"""The closure rules of one platform written by hand for frames, as one would without subhub.

Verdict, outcome, the day it ends, and the refund's kind, amount and due day; a missing fact
leaves open what depends on it, as in the rules. Each function is what somebody who knows the
library well would write; all give the same answers (``frames.py --check`` compares them).
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from subhub.model.calendar import add_business_days

FIRST, LAST = date(2000, 1, 1), date(2100, 12, 1)
DUE = [add_business_days(FIRST + timedelta(index), 10) for index in range((LAST - FIRST).days + 1)]
EPOCH = (FIRST - date(1970, 1, 1)).days
OUTPUTS = ["verdict", "outcome", "ends_on", "refund_kind", "refund_amount", "refund_due_by"]


def polars(frame: Any) -> Any:
    import polars as pl

    c, lit = pl.col, pl.lit
    due = pl.Series(DUE, dtype=pl.Date)

    def due_by(day: Any) -> Any:
        return pl.lit(due).gather(day.to_physical() - EPOCH)

    ended = (c("status") == "canceled") | (c("status") == "expired")
    free = (c("trial_ends_on") >= c("on")) & (c("card_charged") == 0) & (c("partner_costs") == 0)
    idle = (c("locked_actions") == 0) & (c("pending_actions") == 0)
    later = (
        pl.when(c("last_lock_on") > c("on")).then(c("last_lock_on"))
        .when(c("last_lock_on").is_not_null()).then(c("on"))
    )  # fmt: skip
    frame = frame.lazy().with_columns(
        ended=ended, free=free, idle=idle, young=c("started_on") > c("on").dt.offset_by("-30d"),
        waits=c("pending_actions") > 0, later=later,
    )  # fmt: skip
    full = c("idle") & c("young")
    not_free = ~c("free").fill_null(False)
    not_full = not_free & ~full.fill_null(False)
    frame = frame.with_columns(
        may_free=c("free").fill_null(True),
        may_full=not_free & full.fill_null(True),
        may_balance=not_full & c("idle").fill_null(True),
        may_wait=not_full & ~c("idle").fill_null(False),
        closes=pl.when(c("waits")).then(c("later")).when(~c("waits")).then(c("on"))
        .when(c("later") == c("on")).then(c("on")),
    )  # fmt: skip
    allowed = ~c("ended").fill_null(True)
    frame = frame.with_columns(
        free_only=allowed & ~c("may_full") & ~c("may_balance") & ~c("may_wait"),
        full_only=allowed & c("may_full") & ~c("may_free") & ~c("may_balance") & ~c("may_wait"),
        balance_only=allowed & c("may_balance") & ~c("may_free") & ~c("may_full")
        & ~c("may_wait"),
        wait_only=allowed & c("may_wait") & ~c("may_free") & ~c("may_full") & ~c("may_balance"),
        today=allowed & ~c("may_wait"),
        refunded=allowed & ~c("may_free") & ~c("may_wait"),
        allowed=allowed,
        due_on=due_by(c("on")),
        due_wait=pl.when(c("waits")).then(due_by(c("later"))).when(~c("waits"))
        .then(due_by(c("on"))).when(due_by(c("later")) == due_by(c("on"))).then(due_by(c("on"))),
    )  # fmt: skip
    same_end = c("allowed") & (c("closes") == c("on"))
    # the balance is an exact amount only where no invoice is open
    settled = pl.when(c("open_invoices") == 0).then(c("balance"))
    same_amount = c("refunded") & (c("card_charged") == settled)
    same_due = c("allowed") & ~c("may_free") & (c("due_wait") == c("due_on"))
    codes = ("trial_cancelled", "full_refund", "balance_refund", "delayed")
    kinds = ("none", "full", "balance", "remaining_balance")
    only = ("free_only", "full_only", "balance_only", "wait_only")

    def first(values: tuple[str, ...]) -> Any:
        chain = pl.when(c(only[0])).then(lit(values[0]))
        for name, value in zip(only[1:], values[1:], strict=True):
            chain = chain.when(c(name)).then(lit(value))
        return chain.otherwise(None)

    return frame.select(
        verdict=pl.when(c("ended")).then(lit("nothing_to_do")).when(c("ended").is_null())
        .then(lit("unknown")).otherwise(lit("allowed")),
        outcome=first(codes),
        ends_on=pl.when(c("today")).then(c("on")).when(c("wait_only")).then(c("closes"))
        .when(same_end).then(c("on")),
        refund_kind=first(kinds),
        refund_amount=pl.when(c("full_only")).then(c("card_charged")).when(c("balance_only"))
        .then(settled).when(same_amount).then(c("balance")),
        refund_due_by=pl.when(c("refunded")).then(c("due_on")).when(c("wait_only"))
        .then(c("due_wait")).when(same_due).then(c("due_on")),
    ).collect()  # fmt: skip


SQL = """
WITH told AS (
  SELECT *, status = 'canceled' OR status = 'expired' AS ended,
    trial_ends_on >= "on" AND card_charged = 0 AND partner_costs = 0 AS free,
    locked_actions = 0 AND pending_actions = 0 AS idle,
    started_on > {on_minus_30} AS young, pending_actions > 0 AS waits,
    CASE WHEN last_lock_on > "on" THEN last_lock_on WHEN last_lock_on IS NOT NULL THEN "on" END
      AS later
  FROM accounts
), dues AS (
  SELECT told.*, now.due AS due_on, later_due.due AS due_later
  FROM told LEFT JOIN due_days AS now ON now.day = told."on"
  LEFT JOIN due_days AS later_due ON later_due.day = told.later
), possible AS (
  SELECT *, COALESCE(free, TRUE) AS may_free,
    NOT COALESCE(free, FALSE) AND COALESCE(idle AND young, TRUE) AS may_full,
    NOT COALESCE(free, FALSE) AND NOT COALESCE(idle AND young, FALSE) AND COALESCE(idle, TRUE)
      AS may_balance,
    NOT COALESCE(free, FALSE) AND NOT COALESCE(idle, FALSE) AND NOT COALESCE(idle AND young, FALSE)
      AS may_wait,
    NOT COALESCE(ended, TRUE) AS allowed,
    CASE WHEN waits THEN later WHEN NOT waits THEN "on" WHEN later = "on" THEN "on" END AS closes,
    CASE WHEN waits THEN due_later WHEN NOT waits THEN due_on WHEN due_later = due_on THEN due_on
      END AS due_wait
  FROM dues
), decided AS (
  SELECT *, allowed AND NOT may_full AND NOT may_balance AND NOT may_wait AS free_only,
    allowed AND may_full AND NOT may_free AND NOT may_balance AND NOT may_wait AS full_only,
    allowed AND may_balance AND NOT may_free AND NOT may_full AND NOT may_wait AS balance_only,
    allowed AND may_wait AND NOT may_free AND NOT may_full AND NOT may_balance AS wait_only
  FROM possible
)
SELECT
  CASE WHEN ended THEN 'nothing_to_do' WHEN ended IS NULL THEN 'unknown' ELSE 'allowed' END
    AS verdict,
  CASE WHEN free_only THEN 'trial_cancelled' WHEN full_only THEN 'full_refund'
    WHEN balance_only THEN 'balance_refund' WHEN wait_only THEN 'delayed' END AS outcome,
  CASE WHEN allowed AND NOT may_wait THEN "on" WHEN wait_only THEN closes
    WHEN allowed AND closes = "on" THEN "on" END AS ends_on,
  CASE WHEN free_only THEN 'none' WHEN full_only THEN 'full' WHEN balance_only THEN 'balance'
    WHEN wait_only THEN 'remaining_balance' END AS refund_kind,
  CASE WHEN full_only THEN card_charged WHEN balance_only AND open_invoices = 0
    THEN balance WHEN allowed AND NOT may_free AND NOT may_wait AND card_charged = balance
    AND open_invoices = 0 THEN balance
    END AS refund_amount,
  CASE WHEN allowed AND NOT may_free AND NOT may_wait THEN due_on WHEN wait_only THEN due_wait
    WHEN allowed AND NOT may_free AND due_wait = due_on THEN due_on END AS refund_due_by
FROM decided
"""


def numpy(columns: dict[str, Any]) -> dict[str, Any]:
    """Arrays beside masks of what is known: ``x`` and ``x_known``."""
    import numpy as np

    due = np.array(DUE, dtype="datetime64[D]")
    first = np.datetime64(FIRST)
    value = lambda name: columns[name]  # noqa: E731
    known = lambda name: columns[f"{name}_known"]  # noqa: E731
    on = value("on")

    def both(*parts: tuple[Any, Any]) -> tuple[Any, Any]:
        """Kleene: true, and false, each certain."""
        true, false = parts[0]
        for more_true, more_false in parts[1:]:
            true, false = true & more_true, false | more_false
        return true, false

    def test(name: str, holds: Any) -> tuple[Any, Any]:
        return known(name) & holds, known(name) & ~holds

    status = value("status")
    ended = test("status", (status == b"canceled") | (status == b"expired"))
    free = both(test("trial_ends_on", value("trial_ends_on") >= on),
                test("card_charged", value("card_charged") == 0),
                test("partner_costs", value("partner_costs") == 0))  # fmt: skip
    idle = both(test("locked_actions", value("locked_actions") == 0),
                test("pending_actions", value("pending_actions") == 0))  # fmt: skip
    full = both(idle, test("started_on", value("started_on") > on - np.timedelta64(30)))
    waits = test("pending_actions", value("pending_actions") > 0)
    later, has_later = np.maximum(value("last_lock_on"), on), known("last_lock_on")
    may_free, not_free = ~free[1], ~free[0]
    may_full, not_full = not_free & ~full[1], not_free & ~full[0]
    may_balance, may_wait = not_full & ~idle[1], not_full & ~idle[0]
    allowed = ended[1]
    only = [
        allowed & ~may_full & ~may_balance & ~may_wait,
        allowed & may_full & ~may_free & ~may_balance & ~may_wait,
        allowed & may_balance & ~may_free & ~may_full & ~may_wait,
        allowed & may_wait & ~may_free & ~may_full & ~may_balance,
    ]
    nat = np.datetime64("NaT")

    def waiting(if_later: Any, now: Any) -> Any:
        by_lock = np.where(has_later, if_later, nat)
        same = np.where(by_lock == now, now, nat)
        return np.where(waits[0], by_lock, np.where(waits[1], now, same))

    due_of = lambda day: due[(day - first).astype(np.int64).clip(0, len(due) - 1)]  # noqa: E731
    closes, due_on = waiting(later, on), due_of(on)
    due_wait = waiting(due_of(later), due_on)
    refunded = allowed & ~may_free & ~may_wait
    amounts = value("card_charged"), value("balance")
    settled = known("balance") & known("open_invoices") & (value("open_invoices") == 0)
    known_both = known("card_charged") & settled & (amounts[0] == amounts[1])
    from_charged = only[1] & known("card_charged")
    from_balance = (only[2] & settled) | (refunded & known_both)
    return {
        "verdict": np.select([ended[0], allowed], ["nothing_to_do", "allowed"], "unknown"),
        "outcome": np.select(
            only, ["trial_cancelled", "full_refund", "balance_refund", "delayed"], ""
        ),
        "ends_on": np.where(allowed & ~may_wait, on, np.where(
            only[3], closes, np.where(allowed & (closes == on), on, nat))),
        "refund_kind": np.select(only, ["none", "full", "balance", "remaining_balance"], ""),
        "refund_amount": np.where(from_charged, amounts[0], np.where(from_balance, amounts[1], -1)),
        "refund_due_by": np.where(refunded, due_on, np.where(
            only[3], due_wait,
            np.where(allowed & ~may_free & (due_wait == due_on), due_on, nat))),
    }  # fmt: skip


def pandas(table: Any) -> Any:
    """Arrow-backed columns, whose nulls are nulls."""
    import pandas as pd
    import pyarrow as pa

    on = table["on"]
    day = pd.ArrowDtype(pa.date32())
    text = pd.ArrowDtype(pa.string())

    def shifted(days: Any, count: int) -> Any:
        plain = days.astype(pd.ArrowDtype(pa.int32())) + count
        return plain.astype(pd.ArrowDtype(pa.int32())).astype(day)

    def due_of(days: Any) -> Any:
        index = days.astype(pd.ArrowDtype(pa.int32())) - EPOCH
        found = pa.array(DUE).take(pa.chunked_array(pa.array(index)).combine_chunks())
        return pd.Series(pd.arrays.ArrowExtensionArray(found), index=days.index)

    def pick(branches: Any, otherwise: Any, dtype: Any) -> Any:
        out = pd.Series(otherwise, index=table.index, dtype=dtype)
        for when, then in reversed(branches):
            out = out.mask(when.fillna(False).astype(bool), then)
        return out

    ended = (table["status"] == "canceled") | (table["status"] == "expired")
    free = (
        (table["trial_ends_on"] >= on) & (table["card_charged"] == 0)
        & (table["partner_costs"] == 0)
    )  # fmt: skip
    idle = (table["locked_actions"] == 0) & (table["pending_actions"] == 0)
    full = idle & (table["started_on"] > shifted(on, -30))
    waits = table["pending_actions"] > 0
    lock = table["last_lock_on"]
    later = pick([(lock > on, lock), (lock.notna(), on)], None, day)
    may_free, not_free = free.fillna(True), ~free.fillna(False)
    may_full, not_full = not_free & full.fillna(True), not_free & ~full.fillna(False)
    may_balance, may_wait = not_full & idle.fillna(True), not_full & ~idle.fillna(False)
    allowed = ~ended.fillna(True)
    only = [
        allowed & ~may_full & ~may_balance & ~may_wait,
        allowed & may_full & ~may_free & ~may_balance & ~may_wait,
        allowed & may_balance & ~may_free & ~may_full & ~may_wait,
        allowed & may_wait & ~may_free & ~may_full & ~may_balance,
    ]
    closes = pick([(waits, later), (~waits, on), (later == on, on)], None, day)
    due_on, due_later = due_of(on), due_of(later)
    due_wait = pick(
        [(waits, due_later), (~waits, due_on), (due_later == due_on, due_on)], None, day
    )
    refunded = allowed & ~may_free & ~may_wait
    charged, balance = table["card_charged"], table["balance"]
    balance = balance.where((table["open_invoices"] == 0).fillna(False).astype(bool))
    codes = ["trial_cancelled", "full_refund", "balance_refund", "delayed"]
    kinds = ["none", "full", "balance", "remaining_balance"]
    return pd.DataFrame({
        "verdict": pick([(ended, "nothing_to_do"), (ended.isna(), "unknown")], "allowed", text),
        "outcome": pick(list(zip(only, codes, strict=True)), None, text),
        "ends_on": pick([(allowed & ~may_wait, on), (only[3], closes),
                         (allowed & (closes == on), on)], None, day),
        "refund_kind": pick(list(zip(only, kinds, strict=True)), None, text),
        "refund_amount": pick([(only[1], charged), (only[2], balance),
                               (refunded & (charged == balance), balance)], None, balance.dtype),
        "refund_due_by": pick([(refunded, due_on), (only[3], due_wait),
                               (allowed & ~may_free & (due_wait == due_on), due_on)], None, day),
    })  # fmt: skip
