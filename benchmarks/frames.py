"""How fast is a frame decided? Interleaved in one run with the same rules written by hand.

``python benchmarks/frames.py --rows 1e6`` measures the impact.com closure rules: verdict,
outcome, the day it ends, and the refund's kind, amount and due day; and every output there
is. By hand: Polars, DuckDB SQL, NumPy, pandas (``by_hand.py``); with ``--spark``, Spark SQL.
Decision engines (``pip install zen-engine cedarpy``) are asked only which row decides, with
every fact known, one call for each row. All answers are compared before anything is timed.

``--write FOLDER`` writes ``frames.md`` and ``frames.svg`` there; ``--scan 1e7 1e8`` runs
``subhub scan`` on that many rows of Parquet and reports rate and peak memory.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import by_hand
import polars as pl

from subhub import Column, Hub

HUB = Hub()
BLOCK = 50_000
Run = Callable[[], Any]


def block(count: int, nulls: float, seed: int = 0) -> pl.DataFrame:
    """Plausible accounts; each fact is missing with probability ``nulls``."""
    rng = random.Random(seed)
    amounts = [Decimal(text) for text in ("0.00", "0.00", "12.50", "216.00", "1250.00")]

    def maybe(value: Any) -> Any:
        return None if rng.random() < nulls else value

    def account() -> dict[str, Any]:
        on = date(2026, 1, 1) + timedelta(rng.randrange(365))
        started = on - timedelta(rng.choice([0, 29, 30, 31, rng.randrange(700)]))
        pending = rng.choice([0, 0, 3])
        return {
            "on": on,
            "status": maybe(rng.choice(["active", "trialing", "past_due", "active", "canceled"])),
            "started_on": maybe(started),
            "trial_ends_on": maybe(started + timedelta(rng.choice([7, 14, 30]))),
            "card_charged": maybe(rng.choice(amounts)),
            "partner_costs": maybe(rng.choice(amounts)),
            "locked_actions": maybe(rng.choice([0, 0, 5])),
            "pending_actions": maybe(pending),
            # nothing pending has no lock date: a row that says both is refused
            "last_lock_on": maybe(on + timedelta(rng.randrange(-5, 90))) if pending else None,
            "balance": maybe(rng.choice(amounts)),
            "open_invoices": maybe(rng.choice(amounts)),
            "pending_payouts": maybe(rng.choice(amounts)),
        }

    money = pl.Decimal(18, 2)
    names = ("card_charged", "partner_costs", "balance", "open_invoices", "pending_payouts")
    return pl.DataFrame([account() for _ in range(count)]).cast(dict.fromkeys(names, money))


def accounts(count: int, nulls: float) -> pl.DataFrame:
    some = block(min(count, BLOCK), nulls)
    return pl.concat([some] * -(-count // some.height)).head(count).rechunk()


# ---- contenders: a name, and a run over the whole table --------------------------------------


def on_polars(frame: pl.DataFrame) -> Iterator[tuple[str, Run]]:
    yield "Polars, by hand", lambda: by_hand.polars(frame)
    yield "Polars, subhub", lambda: six(frame)
    yield (
        "Polars, subhub, every output",
        lambda: HUB.preview_table(frame, platform="impact", on="on"),
    )


def six(frame: Any) -> Any:
    asked = {"platform": "impact", "on": "on", "outputs": by_hand.OUTPUTS}
    return HUB.preview_table(frame, **asked)


def on_duckdb(frame: pl.DataFrame) -> Iterator[tuple[str, Run]]:
    import duckdb

    connection = duckdb.connect()
    days = [by_hand.FIRST + timedelta(index) for index in range(len(by_hand.DUE))]
    dues = pl.DataFrame({"day": days, "due": by_hand.DUE})
    for name, table in (("accounts", frame), ("due_days", dues)):
        connection.register("arrow", table.to_arrow())
        connection.execute(f"CREATE TABLE {name} AS FROM arrow")
        connection.unregister("arrow")

    def run(sql: str) -> Run:
        def made() -> Any:
            connection.execute(f"CREATE OR REPLACE TEMP TABLE answers AS {sql}")
            return connection.table("answers")

        return made

    def relation() -> Any:
        answers = six(connection.table("accounts"))
        answers.select(*by_hand.OUTPUTS).create_view("decided", replace=True)
        return run("FROM decided")()

    facts = [name for name in frame.columns if name != "on"]
    asked: dict[str, Any] = {"table": "accounts", "keep": (), "on": Column("on"), "columns": facts}
    some = {**asked, "outputs": by_hand.OUTPUTS}
    yield "DuckDB SQL, by hand", run(by_hand.SQL.format(on_minus_30='"on" - 30'))
    yield "DuckDB, subhub sql --unchecked", run(HUB.sql("impact", "duckdb", checked=False, **some))
    yield "DuckDB, subhub sql", run(HUB.sql("impact", "duckdb", **some))
    yield "DuckDB, preview_table", relation
    yield "DuckDB, subhub sql, every output", run(HUB.sql("impact", "duckdb", **asked))


def on_numpy(frame: pl.DataFrame) -> Iterator[tuple[str, Run]]:
    import numpy as np

    columns: dict[str, Any] = {}
    for name in frame.columns:
        column = frame[name]
        columns[f"{name}_known"] = column.is_not_null().to_numpy()
        if column.dtype == pl.Date:
            columns[name] = column.to_numpy()
        elif column.dtype == pl.String:
            columns[name] = column.fill_null("").to_numpy().astype("S8")
        else:  # amounts as whole cents: NumPy has no decimals
            cents = column * 100 if column.dtype.is_decimal() else column
            columns[name] = cents.cast(pl.Int64).fill_null(0).to_numpy()
    yield "NumPy, by hand", lambda: by_hand.numpy(columns)
    try:
        import pandas as pd
    except ImportError:
        return
    # Arrow columns: on its own types pandas answers False where nothing is known
    table = frame.to_pandas(use_pyarrow_extension_array=True)
    assert isinstance(table, pd.DataFrame) and np
    yield "pandas, by hand", lambda: by_hand.pandas(table)


def one_by_one(frame: pl.DataFrame) -> Iterator[tuple[str, Run]]:
    """Engines that take one question at a time; a hundredth of the rows is enough to tell."""
    few = frame.drop_nulls().head(max(1000, frame.height // 1000))
    rows = [
        {
            "trial": row["trial_ends_on"] >= row["on"], "charged": float(row["card_charged"]),
            "costs": float(row["partner_costs"]), "locked": row["locked_actions"],
            "pending": row["pending_actions"], "age": (row["on"] - row["started_on"]).days,
        }
        for row in few.iter_rows(named=True)
    ]  # fmt: skip
    idle = "locked == 0 and pending == 0"
    try:
        import zen
    except ImportError:
        pass
    else:
        tests = [
            ("trial_cancelled", "trial and charged == 0 and costs == 0"),
            ("full_refund", f"{idle} and age < 30"), ("balance_refund", idle), ("delayed", ""),
        ]  # fmt: skip
        decision = zen.ZenEngine().create_decision(json.dumps(_zen(tests)))
        yield f"zen-engine, which row ({len(rows)})", lambda: [decision.evaluate(r) for r in rows]
    try:
        import cedarpy
    except ImportError:
        return
    policy = """permit(principal, action, resource) when
      { context.trial && context.charged == 0 && context.costs == 0 };
    permit(principal, action, resource) when
      { context.locked == 0 && context.pending == 0 && context.age < 30 };
    permit(principal, action, resource) when { context.locked == 0 && context.pending == 0 };"""
    asked = [
        {"principal": 'User::"a"', "action": 'Action::"close"', "resource": 'Account::"b"',
         "context": {**row, "charged": int(row["charged"]), "costs": int(row["costs"])}}
        for row in rows[:1000]
    ]  # fmt: skip
    yield (
        f"cedarpy, which row ({len(asked)})",
        lambda: [cedarpy.is_authorized(each, policy, []) for each in asked],
    )


def _zen(tests: list[tuple[str, str]]) -> dict[str, Any]:
    rules = [
        {"_id": str(n), "in": test, "out": f'"{code}"'} for n, (code, test) in enumerate(tests)
    ]
    node = {
        "rules": rules, "hitPolicy": "first", "inputs": [{"id": "in", "name": "in"}],
        "outputs": [{"id": "out", "name": "outcome", "field": "outcome"}],
    }  # fmt: skip
    return {
        "contentType": "application/vnd.gorules.decision",
        "nodes": [
            {"id": "i", "type": "inputNode", "name": "i"},
            {"id": "t", "type": "decisionTableNode", "name": "t", "content": node},
            {"id": "o", "type": "outputNode", "name": "o"},
        ],
        "edges": [
            {"id": "a", "sourceId": "i", "targetId": "t", "type": "edge"},
            {"id": "b", "sourceId": "t", "targetId": "o", "type": "edge"},
        ],
    }


def on_spark(frame: pl.DataFrame, folder: Path) -> Iterator[tuple[str, Run]]:
    import warnings

    warnings.simplefilter("ignore")
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
    builder = builder.config("spark.driver.memory", "6g")
    # methods too long for Java to compile are split; see docs/how-to/spark.md
    session = builder.config("spark.sql.codegen.hugeMethodLimit", "8000").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    frame.write_parquet(folder / "accounts.parquet", row_group_size=250_000)
    table = session.read.parquet(str(folder / "accounts.parquet"))
    table.createOrReplaceTempView("accounts")
    days = [(by_hand.FIRST + timedelta(index), due) for index, due in enumerate(by_hand.DUE)]
    due = session.createDataFrame(days, "day date, due date").localCheckpoint()
    due.createOrReplaceTempView("due_days")
    hand = by_hand.SQL.format(on_minus_30="date_add(`on`, -30)").replace('"on"', "`on`")

    def write(made: Callable[[], Any]) -> Run:
        return lambda: made().write.format("noop").mode("overwrite").save()

    yield "Spark SQL, by hand", write(lambda: session.sql(hand))
    yield "Spark, preview_table", write(lambda: six(table).select(*by_hand.OUTPUTS))
    yield "Spark, every output", write(lambda: HUB.preview_table(table, platform="impact", on="on"))


# ---- checking, timing, telling ---------------------------------------------------------------


def check(frame: pl.DataFrame) -> None:
    """All contenders that answer in full agree, row by row where there is an order."""
    wanted = by_hand.polars(frame)
    got = six(frame).select(by_hand.OUTPUTS)
    assert wanted.equals(got), "Polars by hand and subhub differ"
    rows = sorted(map(str, wanted.to_dicts()))
    for name, run in on_duckdb(frame):
        found = run().to_arrow_table().select(by_hand.OUTPUTS).to_pylist()
        assert sorted(map(str, found)) == rows, name
    runs = dict(on_numpy(frame))
    arrays = runs["NumPy, by hand"]()
    assert arrays["verdict"].tolist() == wanted["verdict"].to_list()
    for name in ("outcome", "refund_kind"):
        assert [each or None for each in arrays[name].tolist()] == wanted[name].to_list(), name
    for name in ("ends_on", "refund_due_by"):
        assert arrays[name].tolist() == wanted[name].to_list(), name
    cents = [None if each is None else int(each * 100) for each in wanted["refund_amount"]]
    assert [None if each < 0 else each for each in arrays["refund_amount"].tolist()] == cents
    if "pandas, by hand" in runs:
        found = pl.from_pandas(runs["pandas, by hand"]())
        for name in by_hand.OUTPUTS:
            assert found[name].to_list() == wanted[name].to_list(), f"pandas: {name}"


def measure(runs: dict[str, Run], rounds: int) -> dict[str, list[float]]:
    """Seconds of each, one after another in every round, after one round to warm up."""
    seconds: dict[str, list[float]] = {name: [] for name in runs}
    for number in range(rounds + 1):
        for name, run in runs.items():
            begun = time.perf_counter()
            run()
            if number:
                seconds[name].append(time.perf_counter() - begun)
    return seconds


def rated(seconds: dict[str, list[float]], count: int) -> dict[str, float]:
    """Rows per second by the median round."""
    rates = {}
    for name, each in seconds.items():
        rows = int(name.rpartition("(")[2].rstrip(")")) if name.endswith(")") else count
        rates[name] = rows / statistics.median(each)
    return rates


def scanned(count: int, folder: Path) -> dict[str, Any]:
    """Rate and peak memory of ``subhub scan`` over so many rows of Parquet."""
    import pyarrow.parquet as pq

    source, part = folder / "in.parquet", block(BLOCK, 0.1)
    piece = pl.concat([part] * 20)
    writer = None
    for number in range(count // piece.height):
        ids = pl.int_range(number * piece.height, (number + 1) * piece.height)
        table = piece.with_columns(id=ids).to_arrow()
        writer = writer or pq.ParquetWriter(source, table.schema)
        writer.write_table(table, row_group_size=250_000)
    if writer:
        writer.close()
    code = "from subhub.cli import main; main()"
    asked = ["scan", str(source), "-o", str(folder / "out.parquet"), "--platform", "impact",
             "--on", "on", "--stats", "json"]  # fmt: skip
    child = subprocess.Popen(
        [sys.executable, "-c", code, *asked], stdout=subprocess.PIPE, text=True
    )
    out = child.stdout.read() if child.stdout else ""
    _, _, used = os.wait4(child.pid, 0)
    stats = json.loads(out)
    return {"rows": stats["rows"], "rate": stats["rows"] / stats["seconds"],
            "peak_mb": used.ru_maxrss / 1024}  # fmt: skip


def table(count: int, rates: dict[str, float]) -> str:
    lines = ["| contender | million rows/s | beside its own by hand |", "|---|---:|---:|"]
    base = 0.0
    for name, rate in rates.items():
        base = rate if name.endswith("by hand") else base
        comparable = "which row" not in name and "every" not in name
        ratio = f"{rate / base:.2f}" if base and comparable else ""
        lines.append(f"| {name} | {rate / 1e6:.3f} | {ratio} |")
    head = f"{count:,} rows, {os.cpu_count()} cores, CPython {platform.python_version()}, " \
        f"Polars {pl.__version__}; median rounds"  # fmt: skip
    return "\n".join([head, "", *lines, ""])


def plot(rates: dict[str, float]) -> str:
    """A bar for each contender, as SVG."""
    import math

    wide, high = 300, 22
    most = max(rates.values())
    bars = []
    for number, (name, rate) in enumerate(rates.items()):
        top = number * high
        # a logarithmic scale: from ten thousand rows a second on
        length = max(2.0, wide * math.log10(max(rate, 1e4) / 1e4) / math.log10(most / 1e4))
        fill = "#8a8f98" if "by hand" in name or "which row" in name else "#2f6fde"
        bars.append(
            f'<text x="238" y="{top + 15}" text-anchor="end">{name}</text>'
            f'<rect x="245" y="{top + 4}" width="{length:.0f}" height="14" fill="{fill}"/>'
            f'<text x="{250 + length:.0f}" y="{top + 15}">{rate / 1e6:.2f}</text>'
        )
    height = len(rates) * high + 24
    note = f'<text x="245" y="{height - 6}">million rows/s, logarithmic from 0.01</text>'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="620" height="{height}" '
        f'font-family="sans-serif" font-size="12">{"".join(bars)}{note}</svg>\n'
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=float, default=1e6)
    parser.add_argument("--nulls", type=float, default=0.1)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--only", default="", help="contenders whose name holds this")
    parser.add_argument("--spark", action="store_true")
    parser.add_argument("--scan", type=float, nargs="*", default=[])
    parser.add_argument("--write", type=Path)
    chosen = parser.parse_args()
    count = int(chosen.rows)
    check(block(20_000, 0.3))
    frame = accounts(count, chosen.nulls)
    rates: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        families = [on_polars(frame), on_duckdb(frame), on_numpy(frame), one_by_one(frame)]
        families += [on_spark(frame, folder)] if chosen.spark else []
        for family in families:
            runs = {key: run for key, run in family if chosen.only in key}
            rates |= rated(measure(runs, chosen.rounds), count)
        told = table(count, rates)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        told += f"\nPeak memory of the whole run: {peak:,.0f} MB.\n"
        for rows in chosen.scan:
            each = scanned(int(rows), folder)
            told += (
                f"\n`subhub scan`, {each['rows']:,} rows of Parquet: "
                f"{each['rate'] / 1e6:.2f} million rows/s, peak {each['peak_mb']:,.0f} MB.\n"
            )
    print(told)
    if chosen.write:
        chosen.write.mkdir(parents=True, exist_ok=True)
        (chosen.write / "frames.md").write_text(told, encoding="utf-8")
        (chosen.write / "frames.svg").write_text(plot(rates), encoding="utf-8")


if __name__ == "__main__":
    main()
