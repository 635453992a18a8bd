"""``subhub scan``: every row of a file answered, into another file."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from subhub.cli import language
from subhub.cli.misuse import Choice
from subhub.cli.options import Taught, complete, lang_option, row_option
from subhub.inert import whole_number

if TYPE_CHECKING:
    from subhub.frames.summary import Summary


def _within(_ctx: click.Context, _param: click.Parameter, value: str) -> int:
    from subhub.cli.misuse import Misuse
    from subhub.model.limits import DIGITS, WITHIN

    number = whole_number(value.removesuffix("d"), DIGITS)
    if number is None:
        raise Misuse("not_a_span", field="--within", value=value)
    if number > WITHIN:
        raise Misuse("too_many_days", field="--within", value=value, most=WITHIN)
    return number


@click.command("scan", cls=Taught)
@click.argument("source", metavar="IN")
@click.option("-o", "--out", required=True, help="The file to write: .parquet, .csv or .jsonl.")
@row_option("--platform", "A platform, or {column}; by default the column `platform`.")
@row_option("--on", "The day asked about, or {column}; today by default.")
@row_option("--mode", "How it would end, or {column}.", "modes")
@row_option("--actor", "Who does it, or {column}.", "actors")
@click.option(
    "--intent", default="cancel", shell_complete=complete("intents"), help="What is done."
)
@click.option("--where", multiple=True, help="Write only rows of this verdict or outcome.")
@click.option("--rejects", help="Rows that cannot be read, with number and reason (CSV).")
@click.option(
    "--within", default="30d", callback=_within, help="Count deadlines this near; by default 30d."
)
@click.option("--stats", type=Choice(["text", "json"]), default="text",
              help="How to print the summary.")  # fmt: skip
@click.option("--prefix", default="", help="What goes before the name of each computed column.")
@click.option("--cells", type=Choice(["keep", "guard"]), default="keep",
              help="Formulas in CSV: keep them, or guard against them.")  # fmt: skip
@lang_option
def command(source: str, out: str, where: tuple[str, ...], rejects: str | None, within: int,
            stats: str, prefix: str, cells: Any, **request: Any) -> int:  # fmt: skip
    """Answer every row of IN: a Parquet, CSV or JSON Lines file, a folder, or a pattern.

    Facts are columns; what is not known is null or empty. The answers are added as columns.
    Exit code 1 where rows could not be read or answered.

    \b
      subhub scan accounts.parquet -o answers.parquet --platform PLATFORM
      subhub scan "exports/*.csv" -o blocked.csv --where blocked --rejects bad.csv
    """
    import signal

    from subhub.cli.showing import put, put_lines, show_json
    from subhub.frames.scanning import Scan, scan
    from subhub.hub import Hub
    from subhub.render.encoders import Encoded

    # asked to stop: leave as on any error, so that what is half written goes
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(128 + number))
    job = Scan(
        source, Path(out), request, where, Path(rejects) if rejects else None, within, prefix,
        cells, language.chosen(), progress=_progress(),
    )  # fmt: skip
    summary = scan(Hub(), job)
    if sys.stderr.isatty():
        put(Encoded("\r\x1b[K"), end="", err=True)
    if stats == "json":
        show_json(summary.plain())
    else:
        put_lines(*describe(summary).split("\n"))
    return 1 if summary.rejected or summary.errors else 0


def _progress() -> Any:
    """A line on a terminal that is written over: rows, rate, time left."""
    if not sys.stderr.isatty():
        return lambda rows, done: None
    from subhub.cli.showing import put
    from subhub.render.encoders import Encoded

    begun = time.monotonic()

    def show(rows: int, done: float) -> None:
        past = max(time.monotonic() - begun, 1e-9)
        left = past / done - past if done else 0
        line = f"{done:4.0%}  {rows:,} rows  {rows / past:,.0f} rows/s  {left:,.0f} s left"
        put(Encoded(f"\r\x1b[K{line}"), end="", err=True)

    return show


def describe(summary: Summary) -> str:
    """The summary as lines of text."""
    plain = summary.plain()
    rate = summary.rows / summary.seconds if summary.seconds else 0
    lines = [f"{summary.rows:,} rows, {summary.written:,} written, {rate:,.0f} rows/s"]
    for title in ("verdicts", "outcomes", "errors"):
        if plain[title]:
            lines += [
                "",
                title,
                *(f"  {count:>12,}  {code}" for code, count in plain[title].items()),
            ]
    if plain["money"]:
        lines += ["", "money"]
        for code, sums in plain["money"].items():
            lines += [f"  {amount:>12} {code}  {name}" for name, amount in sums.items()]
    soon = {name: count for name, count in summary.deadlines.items() if count}
    if soon:
        lines += ["", f"within {summary.within} days"]
        lines += [f"  {count:>12,}  {name}" for name, count in soon.items()]
    if summary.rejected:
        lines += ["", f"{summary.rejected:,} rows could not be read"]
    lines += [f"\n{_no_fact(*each)}" for each in summary.misspelt.items()]
    return "\n".join(lines)


def _no_fact(name: str, near: str) -> str:
    from subhub.errors import Hint, Sentence
    from subhub.words.errors import say

    said = Sentence("column_no_fact", name=name), Hint("did_you_mean", near=near)
    return "; ".join(say(each, language.chosen()) for each in said)
