"""What the refusals of this package have in common."""

from __future__ import annotations

from subhub.inert import spelled


def excerpt(value: object, width: int = 40) -> str:
    """What was written, short and on one line.

    Whatever does not print is escaped: a value must not be able to drive the terminal
    on which its error is shown.
    """
    text = value if isinstance(value, str) else _spelled(value)
    cut = text if len(text) <= width else text[: width - 1] + "…"
    return "".join(char if char.isprintable() else _escaped(char) for char in cut)


def _spelled(value: object) -> str:
    if value is None or isinstance(value, bool):
        return str(value).lower().replace("none", "null")
    return spelled(value)


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")
