"""How much is taken in at most. Docs quote these numbers, and tests hold both to each other."""

from __future__ import annotations

from typing import Final

#: bytes of one row of a CSV or JSON Lines file
ROW: Final = 1 << 20
#: bytes of the first line of a CSV file
HEADER: Final = 1 << 16
#: characters of one value in a row
VALUE: Final = 1 << 17
#: digits of a number in JSON Lines
DIGITS: Final = 1000
#: how deep lists and objects of JSON Lines may stand in each other
DEPTH: Final = 100
#: days within which deadlines are counted
WITHIN: Final = 36_500
