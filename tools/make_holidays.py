"""Writes ``src/subhub/model/_federal_holidays.py`` from the ``holidays`` library.

Run it when a test says that the table no longer agrees with the library::

    python tools/make_holidays.py

Only the library's *public* holidays of the whole country go in: the ones fixed by statute,
on the day they are observed. Holidays of single states, Inauguration Day (the capital
region's) and one-off closings by executive order stay out; so do holidays that fall on a
Saturday or Sunday, which no business day could fall on anyway.
"""

from __future__ import annotations

from pathlib import Path

from holidays import PUBLIC, country_holidays

FIRST_YEAR, LAST_YEAR = 2000, 2100
TABLE = Path(__file__).parents[1] / "src/subhub/model/_federal_holidays.py"
HEAD = '''\
"""United States federal holidays as observed: one line a year, month and day of each.

Written by ``tools/make_holidays.py`` from the ``holidays`` library; do not edit.
"""

TABLE = """
'''


def render() -> str:
    """The whole module as text."""
    lines = []
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        # Asked for alone, a year misses nothing: the library puts the New Year's Day that is
        # observed on 31 December into the year it is observed in.
        days = sorted(country_holidays("US", years=year, observed=True, categories=PUBLIC))
        weekdays = [f"{day:%m%d}" for day in days if day.year == year and day.weekday() < 5]
        lines.append(f"{year} {' '.join(weekdays)}")
    return HEAD + "\n".join(lines) + '\n"""\n'


if __name__ == "__main__":
    TABLE.write_text(render(), encoding="utf-8")
    print(f"wrote {TABLE.name}: {FIRST_YEAR} to {LAST_YEAR}")
