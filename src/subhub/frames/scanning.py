"""A scan: every row of some files decided and written, in memory that does not grow."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from subhub.errors import MissingExtra, RequestError, one_of
from subhub.frames.files import find_files, format_of
from subhub.frames.misspelt import Misspelt
from subhub.frames.paths import check_apart
from subhub.frames.piece import PIECE, ReadAs
from subhub.frames.summary import Summary
from subhub.hub import Hub
from subhub.hub.parts_asked import PartsAsked, read_parts
from subhub.hub.platforms import find_outcomes
from subhub.model.cancellation import Verdict
from subhub.model.column import Column
from subhub.model.limits import WITHIN
from subhub.model.request import given
from subhub.policies.language.expressions import Kind
from subhub.policies.language.facts import facts

if TYPE_CHECKING:
    import polars as pl

    from subhub.frames.csv_text import Cells
    from subhub.frames.piece import Piece
    from subhub.frames.writing import Results
    from subhub.plugin.guarded import Guarded

#: told how many rows are done, and which part of the whole that is (0 to 1)
Progress = Callable[[int, float], None]
Answer = Callable[["pl.DataFrame"], "pl.DataFrame"]

_NOT_ASKED = {"platform": None, "mode": None, "actor": None, "intent": "cancel"}


@dataclass(frozen=True)
class Scan:
    """What to scan and how.

    ``where`` keeps rows of these verdicts or outcomes only; ``prefix`` goes before the name of
    each computed column; ``within`` are the days in which deadlines are counted; ``cells``
    says what becomes of texts in CSV that a spreadsheet would run; ``lang`` is the language in
    which ``rejects`` tells its reasons; ``size`` rows are held at a time.
    """

    source: str
    out: Path
    request: dict[str, Any] = field(default_factory=dict)
    where: tuple[str, ...] = ()
    rejects: Path | None = None
    within: int = 30
    prefix: str = ""
    cells: Cells = "keep"
    lang: str = "en"
    size: int = PIECE
    progress: Progress = lambda rows, done: None

    def writes(self) -> dict[str, Path]:
        """The files to write, the result last: once it stands there, all of them do."""
        return ({"rejects": self.rejects} if self.rejects else {}) | {"out": self.out}


def scan(hub: Hub, job: Scan) -> Summary:
    """Do it. Nothing is left at ``out`` unless all of it is there.

    Raises :class:`RequestError` for files or requests that cannot be, :class:`MissingExtra`.
    """
    try:
        import polars as pl

        import_module("narwhals"), import_module("pyarrow")
    except ImportError as error:
        raise MissingExtra("scan_needs_extra", "tables") from error
    from subhub.frames.reading import empty, read_head, read_pieces
    from subhub.frames.together import written_together
    from subhub.frames.writing import Results, check_types

    if not 0 <= job.within <= WITHIN:
        raise RequestError("too_many_days", field="within", value=job.within, most=WITHIN)
    files = find_files(job.source)
    format_of(job.out)
    check_apart(files, job.writes())
    request = {**_NOT_ASKED, "on": date.today(), **given(job.request)}
    parts = read_parts(hub.registry, **request)
    _check_where(job.where, parts.adapters(hub.registry))
    read_as = ReadAs(_kinds(hub, parts), job.prefix, job.size)

    def answer(frame: pl.DataFrame) -> pl.DataFrame:
        return hub.preview_table(frame, prefix=job.prefix, **request)

    head = read_head(files, read_as)
    in_rows = format_of(files[0]) == "jsonl"
    names = Misspelt(read_as.kinds, () if in_rows else head.columns)
    names.look(() if in_rows else head.columns)
    nothing = answer(empty(head, read_as, files[0]))
    check_types(job.out, nothing)
    spread = read_as.other if in_rows else None
    on = pl.col(parts.on.name) if isinstance(parts.on, Column) else pl.lit(parts.on)
    with (
        written_together(job.writes()) as opened,
        Results(
            job.out, opened, cells=job.cells, spread=spread, rejects=job.rejects, lang=job.lang
        ) as results,
    ):
        results.write(nothing, [])
        return _run(job, read_pieces(files, read_as, head), answer, results, on, names)


def _run(
    job: Scan, pieces: Iterator[tuple[Piece, float]], answer: Answer, results: Results,
    on: pl.Expr, names: Misspelt,
) -> Summary:  # fmt: skip
    """Answer piece after piece; a thread writes what was decided before."""
    summary = Summary(job.within, misspelt=names.found)
    begun = time.monotonic()
    with ThreadPoolExecutor(1) as behind:
        written = None
        for piece, done in pieces:
            names.look(piece.keys)
            answered = answer(piece.frame)
            summary.rejected += len(piece.rejected)
            summary.add(answered, on, job.prefix)
            kept = _kept(answered, job)
            summary.written += kept.height
            if written is not None:
                written.result()
            written = behind.submit(results.write, kept, piece.rejected)
            job.progress(summary.rows + summary.rejected, done)
        if written is not None:
            written.result()
    summary.seconds = time.monotonic() - begun
    return summary


def _check_where(where: tuple[str, ...], adapters: list[Guarded]) -> None:
    """A verdict or outcome that no platform asked gives would select nothing, unnoticed."""
    known = {*get_args(Verdict), *(code for each in adapters for code in find_outcomes(each))}
    for code in where:
        if code not in known:
            hint = one_of(sorted(known), code)
            raise RequestError("unknown_outcome", field="where", value=code, hint=hint)


def _kinds(hub: Hub, parts: PartsAsked) -> dict[str, Kind]:
    """The columns that are read as facts."""
    kinds: dict[str, Kind] = {}
    for adapter in parts.adapters(hub.registry):
        told = facts(adapter.subscription()).columns()
        kinds |= {key: fact.kind for key, fact in told.items()}
    for part, column in parts.columns().items():
        if part == "on":
            kinds[column.name] = Kind.DAY
        else:
            kinds.setdefault(column.name, Kind.CODE)
    return kinds | {"id": Kind.CODE, "platform": Kind.CODE, "currency": Kind.CODE}


def _kept(frame: pl.DataFrame, job: Scan) -> pl.DataFrame:
    """The rows of the verdicts or outcomes asked for; all where none is."""
    import polars as pl

    if not job.where:
        return frame
    columns = (pl.col(f"{job.prefix}{name}") for name in ("verdict", "outcome"))
    return frame.filter(pl.any_horizontal(each.is_in(list(job.where)) for each in columns))
