"""A scan: every row of some files decided and written, in memory that does not grow."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from subhub.errors import MissingExtra, RequestError, one_of
from subhub.frames.files import find_files, format_of
from subhub.frames.summary import Summary
from subhub.hub import Hub
from subhub.hub.parts_asked import PartsAsked, read_parts
from subhub.hub.platforms import find_outcomes
from subhub.model.cancellation import Verdict
from subhub.model.column import Column
from subhub.model.request import given
from subhub.policies.language.expressions import Kind
from subhub.policies.language.facts import facts

if TYPE_CHECKING:
    import polars as pl

    from subhub.plugin import Adapter

#: told how many rows are done, and which part of the whole that is (0 to 1)
Progress = Callable[[int, float], None]


_NOT_ASKED = {"platform": None, "mode": None, "actor": None, "intent": "cancel"}


@dataclass(frozen=True)
class Scan:
    """What to scan and how; ``where`` keeps rows of these verdicts or outcomes only."""

    source: str
    out: Path
    request: dict[str, Any] = field(default_factory=dict)
    where: tuple[str, ...] = ()
    rejects: Path | None = None
    within: int = 30
    progress: Progress = lambda rows, done: None


def scan(hub: Hub, job: Scan) -> Summary:
    """Do it. Nothing is left at ``out`` unless all of it is there.

    Raises :class:`RequestError` for files or requests that cannot be, :class:`MissingExtra`.
    """
    try:
        import polars as pl

        import_module("narwhals"), import_module("pyarrow")
        from subhub.frames import reading, writing
    except ImportError as error:
        raise MissingExtra("scan_needs_extra", "tables") from error
    files = find_files(job.source)
    if job.out.resolve() in {each.resolve() for each in files}:
        raise RequestError("read_already", path=job.out)
    format_of(job.out)
    request = {**_NOT_ASKED, "on": date.today(), **given(job.request)}
    parts = read_parts(hub.registry, **request)
    _check_where(job.where, parts.adapters(hub.registry))
    kinds = _kinds(hub, parts)
    on = pl.col(parts.on.name) if isinstance(parts.on, Column) else pl.lit(parts.on)
    summary = Summary(job.within)
    begun = time.monotonic()
    with ExitStack() as stack:
        into = stack.enter_context(writing.sink(job.out))
        rejects = None
        if job.rejects is not None:
            beside = stack.enter_context(writing.aside(job.rejects))
            rejects = stack.enter_context(beside.open("w", encoding="utf-8", newline=""))
            rejects.write("file,row,reason\n")
        # one thread decides while another writes what was decided before
        behind = stack.enter_context(ThreadPoolExecutor(1))
        written = None
        for piece, done in _all(files, kinds, reading):
            answered = hub.preview_table(piece.frame, **request)
            if rejects is not None:
                writing.reject(rejects, piece.rejected)
            summary.rejected += len(piece.rejected)
            summary.add(answered, on)
            kept = _kept(answered, job.where, pl)
            summary.written += kept.height
            if written is not None:
                written.result()
            written = behind.submit(into.write, kept)
            job.progress(summary.rows + summary.rejected, done)
        if written is not None:
            written.result()
    summary.seconds = time.monotonic() - begun
    return summary


def _check_where(where: tuple[str, ...], adapters: list[Adapter]) -> None:
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
        kinds |= {key: fact.kind for key, fact in facts(adapter.subscription()).all().items()}
    for part, column in parts.columns().items():
        if part == "on":
            kinds[column.name] = Kind.DAY
        else:
            kinds.setdefault(column.name, Kind.CODE)
    return kinds | {"id": Kind.CODE, "platform": Kind.CODE, "currency": Kind.CODE}


def _all(files: list[Path], kinds: dict[str, Kind], reading: Any) -> Iterator[tuple[Any, float]]:
    """Every piece of every file, and which part of all that is read with it."""
    sizes = [reading.row_count(each) or each.stat().st_size for each in files]
    total, before = max(sum(sizes), 1), 0
    for path, size in zip(files, sizes, strict=True):
        for piece in reading.pieces(path, kinds):
            yield piece, (before + piece.done * size) / total
        before += size


def _kept(frame: pl.DataFrame, where: tuple[str, ...], pl: Any) -> pl.DataFrame:
    """The rows of the verdicts or outcomes asked for; all where none is."""
    if not where:
        return frame
    wanted = list(where)
    return frame.filter(pl.col("verdict").is_in(wanted) | pl.col("outcome").is_in(wanted))
