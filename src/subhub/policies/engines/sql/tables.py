"""The table that rows come from: a name stays a name, whatever stands in it.

>>> table_of("crm.accounts").sql(), table_of('"My Data".accounts').sql("bigquery")
('crm.accounts', '`My Data`.accounts')
>>> table_of("read_csv('accounts.csv')")
Traceback (most recent call last):
...
subhub.errors.RequestError: table: `read_csv('accounts.csv')` is not the name of a table...
"""

from __future__ import annotations

import re

from sqlglot import exp

from subhub.errors import RequestError

#: plain, or in the quotes that one or another engine writes
_PART = r'"[^"\x00-\x1f]+"|`[^`\x00-\x1f]+`|[\w$-]+'
_NAME = re.compile(rf"(?:{_PART})(?:\.(?:{_PART})){{0,2}}")


def table_of(name: str) -> exp.Table:
    """The table called ``name``: up to three parts with dots between them.

    Raises :class:`RequestError` for anything else, such as a function or a query.
    """
    if not _NAME.fullmatch(name):
        raise RequestError("not_a_table_name", field="table", value=name)
    parts = [_identifier(part) for part in reversed(re.findall(_PART, name))]
    return exp.Table(**dict(zip(("this", "db", "catalog"), parts, strict=False)))


def _identifier(part: str) -> exp.Identifier:
    quoted = part[0] in '"`'
    plain = part.isidentifier() and part.lower() not in _WORDS
    return exp.to_identifier(part[1:-1] if quoted else part, quoted=quoted or not plain)


#: what reads as a part of the statement instead of as a name
_WORDS = frozenset(
    """all and as by case date distinct end from full group having in inner into is join left
    limit not null on or order outer right select set table then to union user using values when
    where window with""".split()  # noqa: SIM905
)
