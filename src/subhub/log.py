"""Log lines, through the standard library: what is left out, chosen or slow.

Nothing is shown unless the program that uses subhub asks for it. No line holds anything from a
document: platforms, packages and editions only.
"""

from __future__ import annotations

import sys

from subhub.inert import spelled

#: the standard library's own numbers
DEBUG, WARNING = 10, 30
#: characters of what is told in a line
LINE = 1_000


def debug(room: str, line: str, *values: object) -> None:
    """A line for those who look closely, under ``subhub.<room>``.

    Who never imported ``logging`` can have asked for none, so it is not imported here: that
    would cost every start of the command some milliseconds.

    >>> debug("hub", "edition `%s` of `%s` answers", "2026-11", "impact")
    """
    if "logging" in sys.modules:
        _write(DEBUG, room, line, values)


def warning(room: str, line: str, *values: object) -> None:
    """A line about something that went wrong while the rest goes on."""
    _write(WARNING, room, line, values)


def _write(level: int, room: str, line: str, values: tuple[object, ...]) -> None:
    import logging

    root = logging.getLogger("subhub")
    if not root.handlers:  # without one, Python itself would print warnings
        root.addHandler(logging.NullHandler())
    # numbers keep their type for `%.1f`; all else may be what a stranger wrote
    told = (each if isinstance(each, int | float) else spelled(each, LINE) for each in values)
    logging.getLogger(f"subhub.{room}").log(level, line, *told)
