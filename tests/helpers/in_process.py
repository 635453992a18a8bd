"""The command line in this process: bytes in, exit code out, with ceilings of time and memory."""

from __future__ import annotations

import io
import os
import re
import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from subhub.cli import INTERRUPTED, main

#: every exit code there is: done, error, usage, blocked, unknown, not covered
CODES = frozenset(range(6))
#: what one input may cost: seconds of computing, and MiB above what was used before
SECONDS, MEBIBYTES = 10.0, 300
#: what drives a terminal; line ends and tabs do not
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")


class Ran(NamedTuple):
    """How a run of the command ended, and what it printed."""

    code: int
    out: str
    err: str


class Broken(AssertionError):
    """A run that ended as no run may end."""


class TooLong(BaseException):
    """Raised in the middle of a run; no ``except Exception`` on the way may swallow it."""


def run(*arguments: str, stdin: bytes = b"") -> Ran:
    """Run ``subhub`` and hold it to what every run promises; raises :class:`Broken`."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with _streams(stdin) as (out, err):
        try:
            with _at_most(SECONDS):
                main(list(arguments))
            raise Broken(f"{arguments}: came back without an exit code")
        except SystemExit as end:
            code = end.code
            if code == INTERRUPTED:
                raise KeyboardInterrupt from None
        except TooLong:
            raise Broken(f"{arguments}: more than {SECONDS:.0f} s") from None
        except (Broken, KeyboardInterrupt):
            raise
        except BaseException as error:
            raise Broken(f"{arguments}: {type(error).__name__}: {error}") from error
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    ran = Ran(code if isinstance(code, int) else -1, *(_text(each) for each in (out, err)))
    _check(arguments, ran, grown)
    return ran


def _check(arguments: tuple[str, ...], ran: Ran, grown: float) -> None:
    if ran.code not in CODES:
        raise Broken(f"{arguments}: exit code {ran.code}")
    if (ran.code == 1 and not (ran.err or ran.out)) or (ran.code == 2 and not ran.err):
        raise Broken(f"{arguments}: exit code {ran.code} and not a word")
    if grown > MEBIBYTES:
        raise Broken(f"{arguments}: {grown:.0f} MiB")
    if "Traceback (most recent call last)" in ran.err:
        raise Broken(f"{arguments}: {ran.err[-2000:]}")
    for text in (ran.out, ran.err):
        if found := CONTROL.search(text):
            where = text[max(0, found.start() - 40) : found.end() + 40]
            raise Broken(f"{arguments}: drives the terminal with {found[0]!r}: {where!r}")


def _text(stream: io.TextIOWrapper) -> str:
    stream.flush()
    written: Any = stream.buffer
    return written.getvalue().decode("utf-8", errors="strict").replace(os.linesep, "\n")


@contextmanager
def _streams(stdin: bytes) -> Iterator[tuple[io.TextIOWrapper, io.TextIOWrapper]]:
    kept = sys.stdin, sys.stdout, sys.stderr
    made = [io.TextIOWrapper(io.BytesIO(each), encoding="utf-8") for each in (stdin, b"", b"")]
    # as Python opens it: bytes that are no text are carried along, not refused
    made[0].reconfigure(errors="surrogateescape")
    sys.stdin, sys.stdout, sys.stderr = made
    try:
        yield made[1], made[2]
    finally:
        sys.stdin, sys.stdout, sys.stderr = kept


@contextmanager
def _at_most(seconds: float) -> Iterator[None]:
    """Seconds of computing, so that a busy machine makes nothing fail; where there is a clock."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stop(_number: int, _frame: object) -> None:
        raise TooLong

    kept = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, kept)


def corpus(target: str) -> list[Path]:
    """The inputs that are kept for one target, in a fixed order."""
    return sorted((Path(__file__).parents[1] / "fuzz" / "corpus" / target).iterdir())
