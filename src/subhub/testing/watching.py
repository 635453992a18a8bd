"""Watches what an adapter's own code reaches for: sockets, programs, files, the clock, chance.

Files and sockets are seen by an audit hook of the interpreter, which also keeps them shut; calls
of the clock and of chance by a profile function. Both act only inside :func:`watch`, and only
on what is called, however deeply, from a module of the adapter's package. Importing a module
may read files, and so may what reads the adapter's own folder.
"""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import get_ident
from types import FrameType
from typing import Any

from subhub.plugin import Adapter
from subhub.testing.places import folder_of, package_of

#: audit events that are a reach for the world, and what to call them
_EVENTS = ("socket.", "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.startfile",
           "urllib.", "http.", "sqlite3.connect", "ftplib.", "smtplib.")  # fmt: skip
#: builtin functions that tell another time, or something else, at every call
_CLOCK = {"today", "now", "utcnow", "time", "time_ns", "localtime", "gmtime", "monotonic",
          "monotonic_ns", "perf_counter"}  # fmt: skip
_CHANCE = {"random", "getrandbits", "urandom"}
#: modules of Python whose functions are chance
_BY_CHANCE = {"random", "secrets", "uuid"}
_IMPORTING = {"importlib._bootstrap", "_frozen_importlib"}
_LIBRARIES = tuple({str(Path(sysconfig.get_paths()[key]).resolve())
                    for key in ("stdlib", "platstdlib", "purelib", "platlib")})  # fmt: skip


def _of_packaging(path: str) -> bool:
    """What Python itself looks for packages and their plug-ins in."""
    return path in sys.path or ".dist-info" in path


class Shut(OSError):
    """What is reached for is kept shut while an adapter is watched."""


class _Watch:
    def __init__(self, package: str, folders: tuple[str, ...]) -> None:
        self.package, self.folders = package, folders
        self.thread = get_ident()
        self.found: list[str] = []

    def owns(self, frame: FrameType | None) -> bool:
        name = frame.f_globals.get("__name__", "") if frame else ""
        return name == self.package or str(name).startswith(self.package + ".")

    def place(self, frame: FrameType | None) -> str:
        """Where in the adapter's package it is called from; empty if not, or while importing."""
        while frame is not None:
            if self.owns(frame):
                return f"{Path(frame.f_code.co_filename).name}:{frame.f_lineno}"
            if frame.f_globals.get("__name__") in _IMPORTING:
                return ""
            frame = frame.f_back
        return ""

    def note(self, place: str, what: str, instead: str) -> None:
        self.found.append(f"{place}: {what}: {instead}")

    def audited(self, event: str, args: tuple[Any, ...]) -> None:
        """Note a reach for the world, and keep it shut."""
        if event == "open":
            self._opened(args[0])
        elif event.startswith(_EVENTS) and (place := self.place(sys._getframe(2))):
            self.note(place, f"`{event}` is called", "an answer hangs on the document alone")
            raise Shut(f"`{event}` is shut while an adapter is checked")

    def _opened(self, path: Any) -> None:
        if not isinstance(path, str | bytes | os.PathLike):
            return
        place = self.place(sys._getframe(3))
        if not place:
            return
        real = os.path.realpath(os.fsdecode(path))
        if real.startswith((*self.folders, *_LIBRARIES)) or _of_packaging(real):
            return
        self.note(place, f"`{os.fsdecode(path)}` is opened", "bring what is needed in the package")
        raise Shut(f"`{os.fsdecode(path)}` is shut while an adapter is checked")

    def profiled(self, frame: FrameType, event: str, arg: Any) -> None:
        """Note a call of the clock or of chance from a line of the adapter."""
        if event == "c_call" and self.owns(frame):
            name = getattr(arg, "__name__", "")
            if name in _CLOCK and self._is_clock(arg):
                self.note(self.place(frame), f"`{name}()` is called", "take the day from `on`")
            elif name in _CHANCE:
                self.note(self.place(frame), f"`{name}()` is called", "leave nothing to chance")
        elif event == "call" and self.owns(frame.f_back):
            module = frame.f_globals.get("__name__")
            if module in _BY_CHANCE:
                what = f"`{module}.{frame.f_code.co_name}` is called"
                self.note(self.place(frame.f_back), what, "leave nothing to chance")

    @staticmethod
    def _is_clock(function: Any) -> bool:
        owner = getattr(function, "__self__", None)
        module = getattr(function, "__module__", None) or getattr(owner, "__module__", None)
        return module in ("time", "datetime") or getattr(owner, "__name__", "") == "time"


_active: _Watch | None = None
_hooked = False


def _audit(event: str, args: tuple[Any, ...]) -> None:
    if _active is not None and _active.thread == get_ident():
        _active.audited(event, args)


@contextmanager
def watch_package(package: str, *folders: Path) -> Iterator[list[str]]:
    """What code of a package reaches for, as sentences; files in ``folders`` are its own."""
    global _active, _hooked
    if not _hooked:
        sys.addaudithook(_audit)
        _hooked = True
    made = _Watch(package, tuple(str(folder.resolve()) for folder in folders))
    before, profile = _active, sys.getprofile()
    _active = made
    sys.setprofile(made.profiled)
    try:
        yield made.found
    except Shut:
        pass  # told among what was found
    except Exception:
        if not made.found:  # what is shut may be told as something else
            raise
    finally:
        sys.setprofile(profile)
        _active = before


@contextmanager
def watch(adapter: Adapter) -> Iterator[list[str]]:
    """What the adapter's own code reaches for, as sentences."""
    own = folder_of(adapter)
    folders = [own] if own is not None else []
    locale = adapter.locale()
    folders += [locale] if isinstance(locale, Path) else []
    with watch_package(package_of(adapter), *folders) as found:
        yield found
