"""Limits: how much is taken in at most, the same for files, ``--set``, Python and tables.

Nobody's subscription comes near them. They are there so that a mistake, or a stranger, costs
neither memory nor time, and so that no day that follows from another lies beyond the calendar.
docs/reference/limits.md quotes these numbers, and a test holds both to each other.
"""

from __future__ import annotations

from datetime import date
from typing import Final

# a document

#: bytes of a file, and characters of its text
BYTES: Final = 1024 * 1024
#: how deep lists and mappings may stand in each other, the document itself included
LEVELS: Final = 20
#: characters of one text, of a key too
TEXT: Final = 1_000
#: items of one list, keys of one mapping
ITEMS: Final = 1_000
#: values of a document in all
VALUES: Final = 20_000
#: problems told of one document; with more it is not mended line by line
PROBLEMS: Final = 100
#: what a count (invoices, actions, contracts) may come to
COUNT: Final = 999_999_999
#: whole numbers that are no count, such as an id
NUMBER: Final = 2**63
#: days of a period that is told in days: a hundred years
DAYS: Final = 36_500
#: the days there are; any period added to one of them ends before the calendar does
EARLIEST: Final = date(1900, 1, 1)
LATEST: Final = date(9849, 12, 31)

# a file of rows

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
WITHIN: Final = DAYS
