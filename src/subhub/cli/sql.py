"""``subhub sql``: a platform's policy as one SELECT."""

from __future__ import annotations

from typing import Any

import click

from subhub.cli.misuse import Whole
from subhub.cli.options import Taught, complete, lang_option, platform_argument, row_option


@click.command("sql", cls=Taught)
@platform_argument
@click.option("--dialect", required=True, help="duckdb, postgres, bigquery, snowflake, spark, …")
@click.option(
    "--table", default="subscriptions", help="The table to read; by default `subscriptions`."
)
@click.option(
    "--keep", multiple=True, default=("id",), help="A column to carry over; by default `id`."
)
@click.option("--column", "columns", multiple=True, help="A fact the table has, if not all.")
@row_option("--on", "A day, or {column}; by default the day the query runs.")
@row_option("--mode", "How it would end, or {column}.", "modes")
@row_option("--actor", "Who would do it, or {column}.", "actors")
@click.option(
    "--intent", default="cancel", shell_complete=complete("intents"), help="What is done."
)
@click.option("--years", nargs=2, type=Whole(), help="First and last year of the holidays.")
@click.option(
    "--checked/--unchecked", default=True, help="Look for errors in each row; by default yes."
)
@lang_option
def command(
    platform: str, dialect: str, columns: tuple[str, ...], years: Any, **asked: Any
) -> None:
    """Print the policy of PLATFORM as SQL, with the rules it comes from as comments.

    The statement stands by itself: it can be run, made a view, or pasted as a dbt model.

    \b
      subhub sql PLATFORM --dialect duckdb --table crm.accounts
      subhub sql PLATFORM --dialect bigquery --on {asked_on} --keep id --keep region
    """
    from subhub.cli.showing import put_text
    from subhub.hub import Hub

    put_text(Hub().sql(platform, dialect, columns=columns or None, years=years or None, **asked))
