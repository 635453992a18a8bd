"""CSV as it is written: the one function through which all of it goes."""

from __future__ import annotations

import io
from typing import Literal

import polars as pl

#: what becomes of texts that a spreadsheet or a terminal would act on
Cells = Literal["keep", "guard"]

#: begins a formula; a plain number begins with a sign as well
_FORMULA = r"^[=+\-@\t\r＝＋－＠]"
_NUMBER = r"^[+-]?[0-9]+(\.[0-9]+)?$"
#: what drives a terminal, or turns the direction of writing, and how it is shown
_SHOWN = {
    char: char.encode("unicode_escape").decode()
    for first, last in (
        (0, 8), (11, 31), (0x7F, 0x9F), (0x2028, 0x202E), (0x2066, 0x2069)
    )
    for char in map(chr, range(first, last + 1))
}  # fmt: skip


def as_csv(frame: pl.DataFrame, *, header: bool, cells: Cells) -> bytes:
    """Rows as CSV in UTF-8, with a first line of names where ``header`` is set.

    With ``guard``, text that a spreadsheet would run begins with an apostrophe, and control
    characters are written out as ``\\x1b``; with ``keep`` every text stays as it is.

    >>> frame = pl.DataFrame({"note": ["=1+1", "-5.00", "a\\x1b[2J"]})
    >>> as_csv(frame, header=True, cells="guard").decode().splitlines()
    ['note', "'=1+1", '-5.00', 'a\\\\x1b[2J']
    """
    frame = frame.with_columns(
        pl.col(name).dt.to_string("iso") for name, kind in frame.schema.items()
        if isinstance(kind, pl.Duration)
    )  # fmt: skip
    if cells == "guard":
        texts = [name for name, kind in frame.schema.items() if kind in _TEXTS]
        frame = frame.with_columns(_guarded(pl.col(name).cast(pl.String)) for name in texts)
        if header:
            names = pl.Series(frame.columns).to_frame("name").select(_guarded(pl.col("name")))
            frame = frame.rename(dict(zip(frame.columns, names.to_series(), strict=True)))
    into = io.BytesIO()
    frame.write_csv(into, include_header=header)
    return into.getvalue()


_TEXTS = (pl.String, pl.Categorical, pl.Enum)


def _guarded(text: pl.Expr) -> pl.Expr:
    formula = text.str.contains(_FORMULA) & ~text.str.contains(_NUMBER)
    shown = text.str.replace_many(_SHOWN)
    return pl.when(formula).then(pl.lit("'") + shown).otherwise(shown).name.keep()
