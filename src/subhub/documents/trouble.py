"""What the refusals of this package have in common."""

from __future__ import annotations

from typing import Final

LEVELS: Final = 20
"""How deep lists and mappings may stand in each other, the document itself included."""

MOST: Final = 100
"""Problems listed for one document; a file with more is not mended line by line."""

_READABLE: Final = 256


def excerpt(value: object, width: int = 40) -> str:
    """What was written, short and on one line.

    Whatever does not print is escaped: a value must not be able to drive the terminal
    on which its error is shown.
    """
    text = value if isinstance(value, str) else _spelled(value)
    cut = text if len(text) <= width else text[: width - 1] + "…"
    return "".join(char if char.isprintable() else _escaped(char) for char in cut)


def dotted(path: tuple[str | int, ...]) -> str:
    """A path as problems name it: ``invoices.0.amount``."""
    return ".".join(excerpt(str(part)) for part in path)


def _spelled(value: object) -> str:
    if value is None or isinstance(value, bool):
        return str(value).lower().replace("none", "null")
    if isinstance(value, int) and value.bit_length() > _READABLE:
        return hex(value)  # Python refuses to turn very long numbers into decimal digits
    return str(value)


def _escaped(char: str) -> str:
    return char.encode("unicode_escape").decode("ascii")
