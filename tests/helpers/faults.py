"""Faults on purpose: the n-th operation of a kind on the files of one folder fails."""

from __future__ import annotations

import errno
import io
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest import mock

#: what can fail: those of an open file, then those of a path
OF_FILES = ("read", "write", "flush", "seek", "close")
OF_PATHS = ("open", "replace", "link", "unlink", "stat", "mkdir", "listdir", "fsync")
KINDS = (*OF_FILES, *OF_PATHS)


@dataclass
class Tally:
    """What was tried in one area, and what did not hold."""

    area: str
    tried: int = 0
    failures: list[str] = field(default_factory=list)

    def check(self, holds: bool, told: str) -> None:
        """Count one more; keep what did not hold."""
        self.tried += 1
        if not holds:
            self.failures.append(told)


class Fault:
    """Lets ``number - 1`` operations of a kind pass, fails the next, then lets all pass."""

    def __init__(self, folder: Path, kind: str, number: int, code: int) -> None:
        self.folder, self.kind, self.left, self.code = str(folder), kind, number, code
        self.fired = False

    def strikes(self, kind: str) -> bool:
        if kind != self.kind or self.fired:
            return False
        self.left -= 1
        self.fired = self.left == 0
        return self.fired

    def error(self) -> OSError:
        return OSError(self.code, os.strerror(self.code))

    def concerns(self, path: Any) -> bool:
        try:
            return os.fspath(path).startswith(self.folder)
        except TypeError:
            return False


class _File:
    """An open file of which any operation may fail; a write that does has written half."""

    def __init__(self, file: Any, fault: Fault) -> None:
        self._file, self._fault = file, fault

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __enter__(self) -> _File:
        return self

    def __exit__(self, *about: object) -> None:
        self.close()

    def __iter__(self) -> Iterator[bytes]:
        return iter(self._file)

    def _try(self, kind: str, call: Callable[..., Any], *given: Any) -> Any:
        if self._fault.strikes(kind):
            raise self._fault.error()
        return call(*given)

    def read(self, *size: int) -> bytes:
        return bytes(self._try("read", self._file.read, *size))

    def readline(self, *size: int) -> bytes:
        return bytes(self._try("read", self._file.readline, *size))

    def seek(self, *to: int) -> int:
        return int(self._try("seek", self._file.seek, *to))

    def flush(self) -> None:
        self._try("flush", self._file.flush)

    def write(self, content: Any) -> int:
        if self._fault.strikes("write"):
            self._file.write(bytes(content)[: len(content) // 2])
            raise self._fault.error()
        return int(self._file.write(content))

    def close(self) -> None:
        closed = self._file.closed
        self._file.close()
        if not closed and self._fault.strikes("close"):
            raise self._fault.error()


@contextmanager
def failing(folder: Path, kind: str, number: int, code: int = errno.ENOSPC) -> Iterator[Fault]:
    """The ``number``-th operation of ``kind`` on files of ``folder`` fails inside."""
    fault = Fault(folder, kind, number, code)

    def of_path(kind: str, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(path: Any, *more: Any, **named: Any) -> Any:
            if fault.concerns(path) and fault.strikes(kind):
                raise fault.error()
            return real(path, *more, **named)

        return call

    real_open, real_sync = io.open, os.fsync

    def opened(path: Any, *more: Any, **named: Any) -> Any:
        if not fault.concerns(path):
            return real_open(path, *more, **named)
        if fault.strikes("open"):
            raise fault.error()
        return _File(real_open(path, *more, **named), fault)

    def synced(descriptor: int) -> None:
        if fault.strikes("fsync"):
            raise fault.error()
        real_sync(descriptor)

    calls = [name for name in OF_PATHS if name not in ("open", "fsync")]
    with (
        mock.patch.multiple(os, fsync=synced, **{n: of_path(n, getattr(os, n)) for n in calls}),
        mock.patch.object(io, "open", opened),
    ):
        yield fault
